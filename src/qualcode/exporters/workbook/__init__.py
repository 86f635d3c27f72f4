"""The workbook: read me, themes by profile, respondents by code, quotes, codebook, each linked to the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.exporters.files import replacing
from qualcode.exporters.grid import Grid
from qualcode.exporters.workbook import (
    blocks,
    charts,
    codebook,
    listing,
    names,
    package,
    quotes,
    readme,
    respondents,
    themes,
)
from qualcode.exporters.workbook.sheet import FOOTER, Book, Sheet
from qualcode.model.coded import Report
from qualcode.model.progress import Progress, Silent


def write(
    path: Path,
    report: Report,
    *,
    matrix: Grid = (),
    progress: Progress = Silent(),  # noqa: B008 - Silent holds nothing
) -> None:
    """Writes an Excel workbook; without `matrix` it has no sheet of respondents by code.

    The same report gives the same bytes. Raises QualcodeError where `path` is open elsewhere or cannot be written.
    """
    progress.start("Writing the workbook", len(report.segments))
    with replacing(path) as draft:
        package.save(
            _book(report, matrix, progress.step).workbook, draft, title="" if report.published else report.study
        )
    progress.finish()


@dataclass(frozen=True, slots=True)
class _QuoteLinks:
    """From a number to its quotes."""

    sheet: Sheet
    rows: blocks.Rows
    counted: frozenset[int]

    def behind(self, positions: Iterable[int]) -> str:
        """Where the quotes of these codings stand."""
        return self._place(self.rows.block(positions))

    def said(self, respondent: str, code: str) -> str:
        """Where the quotes of a respondent under a code stand."""
        return self._place(self.rows.said(respondent, code, self.counted))

    def _place(self, block: tuple[int, int] | None) -> str:
        return self.sheet.place(quotes.QUOTE_COLUMN, *block) if block else ""


def _book(report: Report, matrix: Grid, step: Callable[[], None]) -> Book:
    """All sheets in their order; the quotes are written first, since numbers link to their rows."""
    book = Book(footer=report.published or FOOTER)
    front = book.sheet(names.README, readme.WIDTHS)
    titles = zip(names.theme_sheets(report.tables, report.fields), report.tables, strict=True)
    tables = [book.sheet(title, themes.widths(table), freeze="C2") for title, table in titles]
    drawn = charts.drawable(report.tables)
    pictures = [book.sheet(names.CHARTS, charts.widths(drawn))] if drawn else []
    crossed = [book.sheet(names.RESPONDENTS, respondents.widths(report, matrix), freeze="C2")] if matrix else []
    named = zip(names.listing_sheets(report.listings, [*(one.title for one in tables)]), report.listings, strict=True)
    listed = [book.sheet(title, listing.widths(one), freeze="A2") for title, one in named]
    said = book.sheet(names.QUOTES, quotes.widths(report), freeze="C2")
    meaning = book.sheet(names.CODEBOOK, codebook.WIDTHS, freeze="D2")

    to_code = _places(tables[:1], themes.rows_of_codes(report.tables[0]) if tables else {})
    to_respondent = _places(crossed, respondents.rows_of_respondents(matrix) if matrix else {})
    rows = quotes.fill(said, report, quotes.BackLinks(to_code, to_respondent), step=step)
    links = _QuoteLinks(said, rows, report.counted())
    for sheet, table in zip(tables, report.tables, strict=True):
        themes.fill(sheet, table, link=links.behind)
    for sheet in pictures:
        charts.fill(sheet, drawn)
    for sheet in crossed:
        respondents.fill(sheet, report, matrix, link=links.said)
    for sheet, one in zip(listed, report.listings, strict=True):
        listing.fill(sheet, one, link=links.behind)
    codebook.fill(meaning, report, matrix, link=to_code)
    counted = "respondents" if report.published else "respondents, shares and mentions"
    about = [f"{table.title}: {counted} of each group." for table in report.tables]
    contents = [
        *zip((sheet.title for sheet in tables), about, strict=True),
        *((sheet.title, readme.SHOWS[sheet.title]) for sheet in (*pictures, *crossed)),
        *((sheet.title, one.about) for sheet, one in zip(listed, report.listings, strict=True)),
        (said.title, readme.SOME_QUOTES if report.published else readme.SHOWS[said.title]),
        (meaning.title, readme.SHOWS[meaning.title]),
    ]
    readme.fill(front, report, contents)
    return book


def _places(sheets: Sequence[Sheet], rows: Mapping[str, int]) -> Callable[[str], str]:
    """From an id to its row on the one sheet there may be, "" where there is none."""
    return lambda name: sheets[0].place(1, rows[name]) if sheets and name in rows else ""
