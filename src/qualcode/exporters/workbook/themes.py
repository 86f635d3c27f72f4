"""The sheets of themes by profile: respondents, shares and mentions of each group, and what is said otherwise."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from qualcode.exporters.workbook.look import COUNT, FAINT, HEADER, LESS_DARK, MUTED, PLAIN, THEME_FILL, Look, shade
from qualcode.exporters.workbook.sheet import LINE_HEIGHT, Field, Sheet
from qualcode.model.table import WITHHELD, Cell, Level, Row, State, ThemeTable, Told

TOTAL = "Any theme"
_TITLE_WIDTH = 50.0
_ID_WIDTH = 26.0
_COUNT_WIDTH = 13.0
_APART = (
    ("deny it", "Respondents who say that it does not happen or did not."),
    ("say it stopped", "Respondents who say that it happened and no longer does."),
    ("fear or expect it", "Respondents who speak of it as feared, possible, intended or to come."),
    ("heard of it only", "Respondents who know of it from others and say nothing else of it."),
)
_EACH = ("respondents", "share", "mentions")
"""What stands in the columns of each group; the last not in a published table."""

Link = Callable[[Iterable[int]], str]
"""From codings (positions in the report) to the place of their quotes, "" where there is none."""


def widths(table: ThemeTable) -> list[float]:
    """The widths of the sheet's columns."""
    return [_TITLE_WIDTH, _ID_WIDTH, *[_COUNT_WIDTH] * (len(_titles(table)) - 2)]


def rows_of_codes(table: ThemeTable) -> dict[str, int]:
    """Code to the row of the sheet it stands on."""
    return {row.code: place for place, row in enumerate(table.rows, start=2) if row.level is Level.CODE}


def fill(sheet: Sheet, table: ThemeTable, *, link: Link) -> None:
    """Writes the table, a row of totals and the table's notes."""
    sheet.fold(2)
    if len(_titles(table)) * _COUNT_WIDTH > _WIDEST:
        sheet.large_paper()
    sheet.append(list(_header(table)), height=_header_height(table))
    for row in table.rows:
        sheet.append(list(_row(table, row, link)))
    sheet.table(1, sheet.row, titles=_titles(table))
    if not table.published:
        sheet.append(list(_totals(table)))
    sheet.append([])
    for note in table.notes:
        sheet.append([Field(note, PLAIN.but(italic=True, color=MUTED))])


_SMALLEST_SHADED = 10
"""Smaller groups are not shaded: one of one would look like all of many."""
_WIDEST = 200.0
"""Wider sheets print on larger paper."""


def _titles(table: ThemeTable) -> list[str]:
    """What stands over each column, no two alike."""
    groups = [f"{column.title} (n = {column.n}): {what}" for column in table.columns for what in _each(table)]
    apart = [f"{table.columns[place].title}: {what}" for place in table.totals() for what, _ in _apart(table)]
    return ["Theme and code", "Id", *groups, *apart]


def _header(table: ThemeTable) -> Iterator[Field]:
    each, apart = len(_each(table)), _apart(table)
    notes = ["", "", *_group_notes(table), *(note for _ in table.totals() for _, note in apart)]
    groups = 2 + each * len(table.columns)
    for place, (title, note) in enumerate(zip(_titles(table), notes, strict=True)):
        number = (place - 2) // each if place < groups else len(table.columns) + (place - groups) // len(apart)
        dark = number % 2 == 0 or place < 2
        look = HEADER.but(fill=HEADER.fill if dark else LESS_DARK, across="right" if place > 1 else "left")
        yield Field(title, look, note=note)


def _group_notes(table: ThemeTable) -> list[str]:
    return ["", "Of those whose topic guide asks about it.", ""][: len(_each(table))] * len(table.columns)


def _each(table: ThemeTable) -> tuple[str, ...]:
    return _EACH[:-1] if table.published else _EACH


def _apart(table: ThemeTable) -> tuple[tuple[str, str], ...]:
    """What is said otherwise; hearsay, which is a part of what is said, not in a published table."""
    return _APART[:-1] if table.published else _APART


def _header_height(table: ThemeTable) -> float:
    """Titles break between words, so that each word may need a line of its own."""
    lines = max(sum(1 + len(word) // 12 for word in title.split()) for title in _titles(table)[2:])
    return max(lines - 1, 2) * LINE_HEIGHT + 3


def _row(table: ThemeTable, row: Row, link: Link) -> Iterator[Field | None]:
    theme = row.level is Level.THEME
    look = PLAIN.but(bold=True, fill=THEME_FILL) if theme else PLAIN
    yield Field(row.title, look.but(wrap=True) if theme else look.but(indent=1, wrap=True))
    yield Field(row.theme if theme else row.code, look.but(color=MUTED, bold=False))
    numbers = COUNT.but(bold=theme, fill=look.fill)
    for column, cell in zip(table.columns, row.cells, strict=True):
        yield from list(_group(cell, numbers, link, n=column.n))[: len(_each(table))]
    totals = [row.cells[place] for place in table.totals()]
    told = chain.from_iterable(
        (cell.denied, cell.stopped, cell.possible, cell.heard)[: len(_apart(table))] for cell in totals
    )
    yield from (_told(one, numbers.but(bold=False), link) for one in told)


def _group(cell: Cell, look: Look, link: Link, *, n: int) -> Iterator[Field | None]:
    """Respondents, the first number, their share, and mentions."""
    nothing = look.but(color=FAINT, bold=False)
    if cell.state is State.SAID:
        marked = look.but(number=f'0"{cell.mark}"') if cell.mark else look
        behind = link(cell.codings)
        if n >= _SMALLEST_SHADED:
            marked = marked.but(fill=shade(len(cell.respondents), n))
        yield Field(len(cell.respondents), marked, behind)
        yield Field(cell.share, look.but(bold=False))
        yield Field(cell.mentions, look.but(bold=False), behind)
        return
    if cell.state is State.WITHHELD:
        yield Field(WITHHELD, nothing)
    elif cell.state is State.DENIED:
        yield Field(f"{len(cell.denied.respondents)} deny", look.but(bold=False), link(cell.denied.codings))
    else:
        yield Field(0 if cell.state is State.SILENT else "not asked", nothing)
    yield Field("", nothing)
    yield Field(0, nothing)


def _told(told: Told, look: Look, link: Link) -> Field:
    if told.withheld:
        return Field(WITHHELD, look.but(color=FAINT))
    if not told.respondents:
        return Field(0, look.but(color=FAINT))
    return Field(len(told.respondents), look, link(told.codings))


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
        yield Field("", look)
        yield Field(sum(cell.mentions for cell in cells), look.but(across="right", bold=False))
