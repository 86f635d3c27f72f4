"""The sheets of themes by profile: respondents and mentions, with totals."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from qualcode.exporters.workbook.look import COUNT, FAINT, HEADER, LESS_DARK, MUTED, PLAIN, THEME_FILL, Look
from qualcode.exporters.workbook.sheet import LINE_HEIGHT, Field, Sheet
from qualcode.model.table import Cell, Level, Row, ThemeTable

TOTAL = "Any theme"
_TITLE_WIDTH = 50.0
_ID_WIDTH = 26.0
_COUNT_WIDTH = 13.0

Link = Callable[[Iterable[int]], str]
"""From codings (positions in the report) to the place of their quotes, "" where there is none."""


def widths(table: ThemeTable) -> list[float]:
    """The widths of the sheet's columns."""
    return [_TITLE_WIDTH, _ID_WIDTH, *[_COUNT_WIDTH] * (2 * len(table.columns))]


def rows_of_codes(table: ThemeTable) -> dict[str, int]:
    """Code to the row of the sheet it stands on."""
    return {row.code: place for place, row in enumerate(table.rows, start=2) if row.level is Level.CODE}


def fill(sheet: Sheet, table: ThemeTable, *, link: Link) -> None:
    """Writes the table, a row of totals and the table's notes."""
    sheet.append(list(_header(table)), height=_header_height(table))
    for row in table.rows:
        sheet.append(list(_row(row, link)))
    sheet.filter(1, sheet.row, columns=2 + 2 * len(table.columns))
    sheet.append(list(_totals(table)))
    sheet.append([])
    for note in table.notes:
        sheet.append([Field(note, PLAIN.but(italic=True, color=MUTED))])


def _header(table: ThemeTable) -> Iterator[Field]:
    yield Field("Theme and code", HEADER)
    yield Field("Id", HEADER)
    for place, column in enumerate(table.columns):
        look = HEADER.but(fill=HEADER.fill if place % 2 == 0 else LESS_DARK, across="right")
        for what in ("respondents", "mentions"):
            yield Field(f"{column.title}\nn = {column.n}\n{what}", look)


def _header_height(table: ThemeTable) -> float:
    """Titles break between words, so that each word may need a line of its own."""
    lines = max(min(len(column.title.split()), 1 + len(column.title) // 8) for column in table.columns)
    return (2 + max(lines, 1)) * LINE_HEIGHT + 3


def _row(row: Row, link: Link) -> Iterator[Field]:
    theme = row.level is Level.THEME
    look = PLAIN.but(bold=True, fill=THEME_FILL) if theme else PLAIN
    yield Field(row.title, look.but(wrap=True) if theme else look.but(indent=1, wrap=True))
    yield Field(row.theme if theme else row.code, look.but(color=MUTED, bold=False))
    numbers = COUNT.but(bold=theme, fill=look.fill)
    yield from chain.from_iterable(_pair(cell, numbers, link(cell.codings)) for cell in row.cells)


def _pair(cell: Cell, look: Look, link: str) -> tuple[Field, Field]:
    """Respondents, the first number, and mentions, the second."""
    if not cell.codings:
        nothing = look.but(color=FAINT, bold=False)
        return Field(len(cell.respondents), nothing), Field(cell.mentions, nothing)
    return Field(len(cell.respondents), look, link), Field(cell.mentions, look.but(bold=False), link)


def _totals(table: ThemeTable) -> Iterator[Field]:
    """Everybody who speaks of anything, and the mentions of all themes."""
    look = PLAIN.but(bold=True, ruled=True)
    yield Field(TOTAL, look)
    yield Field("", look)
    themes: Sequence[Row] = tuple(table.at(Level.THEME))
    for place in range(len(table.columns)):
        cells = [row.cells[place] for row in themes]
        people = {person for cell in cells for person in cell.respondents}
        yield Field(len(people), look.but(across="right"))
        yield Field(sum(cell.mentions for cell in cells), look.but(across="right", bold=False))
