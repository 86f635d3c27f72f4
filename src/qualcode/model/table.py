"""Tables as plain values. A cell remembers which codings it counts, so that a number leads back to words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a row of a theme table stands for."""

    THEME = "theme"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Column:
    """A profile group: the field and value that define it, and how many respondents it has."""

    field: str
    """The profile field, "" for the column of all respondents."""
    value: str
    """Its value, "" for "not recorded" and for the column of all respondents."""
    title: str
    respondents: tuple[str, ...]
    """Ids of everybody in the group, whether they mention anything or not."""

    @property
    def n(self) -> int:
        """How many respondents the group has."""
        return len(self.respondents)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many people, how often, and which codings (positions in the list the table was made from)."""

    respondents: tuple[str, ...] = ()
    mentions: int = 0
    codings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A theme or a code, with one cell for each column of the table."""

    level: Level
    theme: str
    code: str
    """"" for a theme's own row."""
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """Themes and codes down, profile groups across; `columns[0]` is all respondents."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """What a reader must know: whom it covers, which codings it counts, how many a person has reviewed."""

    def at(self, level: Level) -> Iterator[Row]:
        """The rows of one level, in the order of the codebook."""
        return (row for row in self.rows if row.level is level)
