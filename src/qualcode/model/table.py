"""Tables as plain values. A cell remembers which codings it counts, so that a number leads back to words.

A theme table crosses themes with groups; a listing is a table of any other shape.
"""

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


class Kind(StrEnum):
    """What stands in a column of a listing, which decides how it looks and how wide it is."""

    TEXT = "text"
    """Running text, broken between words."""
    NAME = "name"
    """A few words: a code, a group, a place."""
    ID = "id"
    NUMBER = "number"
    TICK = "tick"
    """1 or nothing, one of many narrow columns, which a terminal has no room for."""
    SHARE = "share"
    """A percentage, or "1 of 3"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a listing."""

    name: str
    """Its name in csv and json: lower case, words joined by underscores, unique in the listing."""
    title: str
    """What stands over it for a reader, in plain words, unique in the listing."""
    kind: Kind = Kind.TEXT
    note: str = ""
    """What a reader may need to know about it, shown when they ask."""
    folded: bool = False
    """A technical column, which readers see when they unfold it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a listing: a number or words, and the codings (positions in the report's segments) it rests on."""

    value: str | int = ""
    codings: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    """The respondents a number counts, so that what may be published of it can be judged."""
    mark: str = ""
    """A sign set beside the value ("*"), explained in the notes of the listing."""
    strong: bool = False
    """A theme among its codes, a total: set apart from the rest."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of any shape, which every face and exporter can show."""

    id: str
    """The command that prints it and the name of its csv file."""
    title: str
    about: str
    """One sentence on what it shows."""
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Figure, ...], ...]
    notes: tuple[str, ...] = ()
    shaded: bool = False
    """Whether its numbers are shaded by size, as a heat map."""
