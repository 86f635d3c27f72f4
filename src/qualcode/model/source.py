"""What a file holds before anyone decides who is speaking: lines in reading order, or a grid of cells."""

from dataclasses import dataclass, field

from qualcode.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Position:
    """Where words stood in their source file; all counts start at 1, `time` is seconds from the start."""

    paragraph: int | None = None
    page: int | None = None
    row: int | None = None
    time: float | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table in a document: which table, row and column, each from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document: a paragraph, or what stands between two forced line breaks of it."""

    text: str
    """The words exactly as written, without the line end. Tabs are kept."""
    position: Position = Position()
    joiner: str = "\n"
    """What joins it to the line before when both belong to one turn: a line end, a space (wrapped), or nothing."""
    speaker: str | None = None
    """The speaker as the format itself names them (a voice tag, a speaker column); "" is an empty speaker cell."""
    bold: int = 0
    """How many code points at the start of `text` are set in bold."""
    cell: TableCell | None = None
    """The table cell the line stands in."""
    note: bool = False
    """A footnote or endnote: kept, but nobody's speech."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines in reading order."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    """Warnings and notes: what was dropped, comments and headers that exist, the encoding that was taken."""
    metadata: dict[str, str] = field(default_factory=dict)
    """What the format itself says beside the words (a caption file's header, for instance)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of cells, ragged rows filled up with ""; `rows[0]` is row `first_row` of the file."""

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    first_row: int = 1
    problems: tuple[Problem, ...] = ()
