"""A theme table as a listing: a row a cell, for programs that read tables from csv."""

import re

from qualcode.model.table import MARKS, WITHHELD, Figure, Heading, Kind, Listing, ThemeTable

_HEADINGS = (
    Heading("level", "Level", Kind.NAME),
    Heading("theme", "Theme", Kind.ID),
    Heading("code", "Code", Kind.ID),
    Heading("title", "Title", Kind.NAME),
    Heading("field", "Field", Kind.NAME),
    Heading("value", "Value", Kind.NAME),
    Heading("group", "Group", Kind.NAME),
    Heading("n", "Size of the group", Kind.NUMBER),
    Heading("respondents", "Respondents", Kind.NUMBER),
    Heading("mentions", "Mentions", Kind.NUMBER),
    Heading("share", "Share of those asked", Kind.SHARE),
    Heading("asked", "Asked", Kind.NUMBER, "Those of the group whose topic guide asks about it."),
    Heading("denied", "Deny it", Kind.NUMBER),
    Heading("stopped", "Say it stopped", Kind.NUMBER),
    Heading("possible", "Fear or expect it", Kind.NUMBER),
    Heading("heard_of", "Heard of it only", Kind.NUMBER),
    Heading("state", "What the cell means", Kind.NAME),
    Heading("mark", "Rests on", Kind.NAME),
)


def long_table(table: ThemeTable) -> Listing:
    """One row for each theme or code and each group, with the group's size and the share of it."""
    if table.published:
        return _published(table)
    rows = tuple(
        (
            *map(Figure, (row.level.value, row.theme, row.code, row.title, column.field, column.value, column.title)),
            Figure(column.n, people=column.respondents),
            Figure(len(cell.respondents), cell.codings, cell.respondents),
            Figure(cell.mentions, cell.codings),
            Figure(cell.share),
            Figure(len(cell.asked), people=cell.asked),
            *(
                Figure(len(told.respondents), told.codings, told.respondents)
                for told in (cell.denied, cell.stopped, cell.possible, cell.heard)
            ),
            Figure(cell.state.value),
            Figure(MARKS.get(cell.mark, "")),
        )
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    )
    return _listing(table, _HEADINGS, rows)


def _listing(table: ThemeTable, headings: tuple[Heading, ...], rows: tuple[tuple[Figure, ...], ...]) -> Listing:
    about = f"{table.title}: respondents in each group."
    name = re.sub(r"\W+", "-", table.title.casefold()).strip("-")
    return Listing(name, table.title, about, headings, rows, table.notes)


_PUBLISHED = ("respondents", "share", "denied", "stopped", "possible")


def _published(table: ThemeTable) -> Listing:
    """What is published of a table, "[c]" where a number is withheld."""
    keys = 8
    headings = (*_HEADINGS[:keys], *(heading for heading in _HEADINGS if heading.name in _PUBLISHED))
    rows = tuple(
        (
            *map(Figure, (row.level.value, row.theme, row.code, row.title, column.field, column.value, column.title)),
            Figure(column.n),
            Figure(WITHHELD if cell.withheld else len(cell.respondents)),
            Figure(cell.share),
            *(
                Figure(WITHHELD if told.withheld else len(told.respondents))
                for told in (cell.denied, cell.stopped, cell.possible)
            ),
        )
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    )
    return _listing(table, headings, rows)
