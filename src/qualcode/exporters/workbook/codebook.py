"""The sheet of the codebook: what each code means, how it is found, how many speak of it."""

from collections.abc import Callable, Iterator, Mapping

from qualcode.exporters.grid import Grid
from qualcode.exporters.workbook.look import COUNT, HEADER, THEME_FILL, WRAPPED
from qualcode.exporters.workbook.rule_words import code_in_words
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.model.codebook import Code, Theme
from qualcode.model.coded import Report
from qualcode.model.table import Level

Numbers = Mapping[str, tuple[int, int]]
"""Code to respondents and mentions."""

_COLUMNS = (
    ("Theme", 22.0),
    ("Code id", 24.0),
    ("Name", 28.0),
    ("Definition", 46.0),
    ("Use", 36.0),
    ("Do not use", 36.0),
    ("Examples", 36.0),
    ("Counterexamples", 36.0),
    ("Rules", 60.0),
    ("Respondents", 13.0),
    ("Mentions", 11.0),
)
_NUMBERS = ("Respondents", "Mentions")
_PRINTED = 8
_CLIPPED = WRAPPED.but(wrap=False)
"""Rules run to pages: they show their beginning, and all of themselves in the cell that is clicked."""
WIDTHS = [width for _, width in _COLUMNS]


def fill(sheet: Sheet, report: Report, matrix: Grid, *, link: Callable[[str], str]) -> None:
    """Writes a row for each theme and code; `link` gives where a code's id leads."""
    sheet.large_paper()
    titles = [title for title, _ in _COLUMNS if title not in _NUMBERS or not report.published]
    sheet.append([Field(title, HEADER.but(across="right") if title in _NUMBERS else HEADER) for title in titles])
    numbers = _numbers(report, matrix)
    for theme in report.codebook.themes:
        sheet.append(list(_theme(theme)))
        for code in theme.codes:
            sheet.append(list(_code(theme, code, numbers, link(code.id))))
    sheet.filter(1, sheet.row, columns=len(titles))
    sheet.print_only(columns=_PRINTED)


def _numbers(report: Report, matrix: Grid) -> Numbers:
    """From the matrix, which has all respondents, else from the first table; none in a published report."""
    if matrix:
        header, *rows = matrix
        columns = {str(code): [int(row[place]) for row in rows] for place, code in enumerate(header) if place}
        return {code: (sum(count > 0 for count in counts), sum(counts)) for code, counts in columns.items()}
    if not report.tables or report.published:
        return {}
    places = report.tables[0].totals()
    counts = {row.code: [row.cells[place] for place in places] for row in report.tables[0].at(Level.CODE)}
    return {
        code: (len({one for cell in cells for one in cell.respondents}), sum(cell.mentions for cell in cells))
        for code, cells in counts.items()
    }


def _theme(theme: Theme) -> Iterator[Field]:
    look = WRAPPED.but(bold=True, fill=THEME_FILL)
    texts = (theme.name, theme.id, theme.name, theme.definition)
    yield from (Field(text, look) for text in texts)
    yield from (Field("", look) for _ in _COLUMNS[len(texts) :])


def _code(theme: Theme, code: Code, numbers: Numbers, link: str) -> Iterator[Field | None]:
    lists = ("\n".join(code.examples), "\n".join(code.counterexamples))
    yield Field(theme.name, WRAPPED)
    yield Field(code.id, WRAPPED, link)
    yield Field(code.name, WRAPPED)
    for text in (code.definition, code.use, code.avoid, *lists):
        yield Field(text, WRAPPED) if text else None
    yield Field(code_in_words(code), _CLIPPED)
    for number in numbers.get(code.id, ()):
        yield Field(number, COUNT)
