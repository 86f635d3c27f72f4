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


class Basis(StrEnum):
    """Which codings a table counts."""

    ALL = "all"
    """Suggested, accepted, edited and added ones."""
    REVIEWED = "reviewed"
    """Those that a person has accepted, edited or added."""
    HUMAN = "human"
    """Those that people made themselves."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A profile field that a table is made by."""

    field: str
    title: str
    values: tuple[str, ...] = ()
    """Its values in the order in which columns stand; others follow by alphabet."""
    applies_to: tuple[str, ...] = ()
    """Respondent types it is recorded for; none means all."""


@dataclass(frozen=True, slots=True)
class Column:
    """A profile group: the field and value that define it, and how many respondents it has."""

    field: str
    """The profile field, "" for the column of all respondents; several are joined by ", "."""
    value: str
    """Its value, "" for "not recorded" and for the column of all respondents; several are joined by ", "."""
    title: str
    respondents: tuple[str, ...]
    """Ids of everybody in the group, whether they mention anything or not."""
    round: str | None = None
    """The round of interviews it stands for, None for all."""
    total: bool = False
    """Whether its people stand in other columns too: all respondents, all of a type, a value that others divide."""

    @property
    def n(self) -> int:
        """How many respondents the group has."""
        return len(self.respondents)


@dataclass(frozen=True, slots=True)
class Told:
    """Who says something, in the order of their column, and in which codings."""

    respondents: tuple[str, ...] = ()
    codings: tuple[int, ...] = ()
    withheld: bool = False
    """Whether the number may not be published; it is not here then."""


class State(StrEnum):
    """What a cell means: nobody speaking of a thing can have three reasons."""

    SAID = "said"
    DENIED = "denied"
    SILENT = "not mentioned"
    UNASKED = "not asked"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many people, how often, and which codings (positions in the list the table was made from)."""

    respondents: tuple[str, ...] = ()
    mentions: int = 0
    codings: tuple[int, ...] = ()
    asked: tuple[str, ...] = ()
    """Those of the group whose topic guide asks about it."""
    denied: Told = Told()
    stopped: Told = Told()
    possible: Told = Told()
    """Feared, possible, expected or intended."""
    heard: Told = Told()
    """Of the respondents, those who know of it only from others."""
    share: str = ""
    """The share of those asked, "35 %" or "1 of 3"; "" where nobody was, and whoever speaks unasked is not in it."""
    mark: str = ""
    """What it rests on where that is thin: one of MARKS."""
    withheld: bool = False
    """Whether the numbers may not be published; they are not here then."""

    @property
    def state(self) -> State:
        """What the cell means."""
        if self.withheld:
            return State.WITHHELD
        if self.respondents:
            return State.SAID
        if self.denied.respondents:
            return State.DENIED
        return State.SILENT if self.asked else State.UNASKED


WITHHELD = "[c]"
"""What stands where a number is confidential, the sign that official statistics use."""

MARKS = {
    "*": "one respondent only",
    "\u2020": "several respondents, all met by one interviewer",
    "\u2021": "several respondents, all met in one place",
}
"""The sign beside a number to what it says; the first that is true of a cell stands there."""


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
    """Themes and codes down, profile groups across.

    The column of all respondents stands first where they are of one type or somebody asked to mix types; where they
    are of several, each has a column of its own.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """What a reader must know: whom it covers, which codings it counts, how many a person has reviewed."""
    fields: tuple[str, ...] = ()
    """The profile fields it was asked to be made by."""
    published: bool = False
    """Whether it holds only what may be published: no mentions, no hearsay, and nobody's id."""

    def at(self, level: Level) -> Iterator[Row]:
        """The rows of one level, in the order of the codebook."""
        return (row for row in self.rows if row.level is level)

    def totals(self) -> tuple[int, ...]:
        """The places of the columns that take everybody in: all respondents, else each type; else every column."""
        if self.columns[0].field == "":
            return (0,)
        outermost = (place for place, one in enumerate(self.columns) if one.total and ", " not in one.field)
        return tuple(outermost) or tuple(range(len(self.columns)))


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
    picture: bytes = b""
    """A PNG that shows the same, for formats that have room for one."""

    def largest(self) -> int:
        """The largest number of its rows, totals left out; 0 for none."""
        numbers = [
            figure.value
            for row in self.rows
            for heading, figure in zip(self.headings, row, strict=True)
            if heading.kind is Kind.NUMBER and isinstance(figure.value, int) and not figure.strong
        ]
        return max(numbers, default=0)
