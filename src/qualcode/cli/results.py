"""How the results of coding look on the terminal: what changed, tables of themes, quotes."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from qualcode.cli.imported import show_import
from qualcode.cli.listing import Column, Kind, folded, show_listing
from qualcode.cli.options import Format
from qualcode.cli.render import counted, out, say, show_problems, tell
from qualcode.exporters.contract import COLUMNS, contract_row
from qualcode.model.coded import CodedSegment
from qualcode.model.table import Level, ThemeTable

if TYPE_CHECKING:
    from qualcode.workflow.coding import CodeReport
    from qualcode.workflow.demo import RunReport

_TITLES = 26
"""Columns of text a theme's title has at the least."""
_GAP = 3
"""Columns of text between the columns of a theme table."""
_CHANGES = (
    Column("code"),
    Column("name", Kind.WIDE),
    Column("gained", Kind.NUMBER),
    Column("lost", Kind.NUMBER),
)


def show_code(report: "CodeReport", *, format: Format = Format.TABLE) -> None:
    """What a run did and how it differs from the one before."""
    show_problems(report.problems)
    write = say if format is Format.TABLE else tell
    run = report.run
    write(
        f"{counted(run.codings, 'coding')} in {counted(run.transcripts, 'transcript')}, "
        f"of {counted(report.respondents, 'respondent')}."
    )
    if report.before is None:
        write("This was the first run. Next: qualcode table, or qualcode export exports/themes.xlsx")
    elif not report.changes:
        write("Nothing changed since the run before.")
    if format is Format.TABLE and (report.before is None or not report.changes):
        return
    names = {code.id: code.name for code in report.codebook.codes()}
    reading = format is Format.TABLE
    rows = [
        [
            change.code,
            names.get(change.code, "(no longer in the codebook)"),
            f"+{len(change.gained)}" if reading else len(change.gained),
            f"-{len(change.lost)}" if reading else len(change.lost),
        ]
        for change in report.changes
    ]
    show_listing(_CHANGES, rows, format=format, title="Changed since the run before")


def show_tables(tables: Sequence[ThemeTable], *, codes: bool | None, format: Format, notes: Sequence[str] = ()) -> None:
    """Theme tables: one below the other for reading, side by side in csv and json, which have the codes too."""
    if format is Format.TABLE:
        for table in tables:
            _draw_table(table, codes=bool(codes))
        say("Respondents, with mentions in brackets.")
    else:
        _list_tables(tables, codes=codes is not False, format=format)
    for note in dict.fromkeys([*(note for table in tables for note in table.notes), *notes]):
        tell(f"Note: {note}")


def _list_tables(tables: Sequence[ThemeTable], *, codes: bool, format: Format) -> None:
    """A row for each theme and code, two columns for each group."""
    columns = [Column("theme"), Column("code"), Column("title")]
    for table in tables:
        for column in table.columns:
            name = f"{column.title} (n={column.n})"
            if len(tables) > 1:
                name = f"{column.field}: {name}" if column.field else f"{table.title}: {name}"
            columns += [Column(f"{name} respondents"), Column(f"{name} mentions")]
    rows = []
    for across in zip(*(table.rows for table in tables), strict=True):
        first = across[0]
        if codes or first.level is Level.THEME:
            counts = [
                number for row in across for cell in row.cells for number in (len(cell.respondents), cell.mentions)
            ]
            rows.append([first.theme, first.code, first.title, *counts])
    show_listing(columns, rows, format=format)


def _draw_table(table: ThemeTable, *, codes: bool) -> None:
    """One table, in as many pieces as the terminal needs, each with the titles of its rows."""
    rows = [row for row in table.rows if codes or row.level is Level.THEME]
    console = out()
    console.print(f"[bold]{escape(table.title)}[/]")
    for piece in _pieces(table, console.width):
        drawn = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
        sizes, spare = _sizes(table, piece, console.width)
        longest = max((len(row.title) + 2 for row in rows), default=0)
        heading = "Theme and code" if codes else "Theme"
        drawn.add_column(heading, overflow="fold", width=min(max(longest, _TITLES), _TITLES + spare))
        for place in piece:
            column = table.columns[place]
            drawn.add_column(f"{escape(column.title)}\nn = {column.n}", justify="right", width=sizes[place])
        for row in rows:
            is_theme = row.level is Level.THEME
            cells = (_cell(len(row.cells[place].respondents), row.cells[place].mentions) for place in piece)
            title = Padding(escape(row.title), (0, 0, 0, 0 if is_theme else 2))
            drawn.add_row(title, *cells, style="bold" if codes and is_theme else None)
        console.print(drawn)


def _pieces(table: ThemeTable, width: int) -> list[list[int]]:
    """Places of the columns that fit beside the titles, at least one in each piece."""
    pieces: list[list[int]] = [[]]
    room = width - _TITLES - 2
    for place in range(len(table.columns)):
        size = _width(table, place) + _GAP
        if pieces[-1] and size > room:
            pieces.append([])
            room = width - _TITLES - 2
        pieces[-1].append(place)
        room -= size
    return pieces


def _sizes(table: ThemeTable, piece: Sequence[int], width: int) -> tuple[dict[int, int], int]:
    """How wide each column is drawn, headings unbroken while there is room, and the room that is left."""
    sizes = {place: _width(table, place) for place in piece}
    spare = max(0, width - _TITLES - 2 - sum(sizes.values()) - _GAP * len(sizes))
    for place in piece:
        more = min(spare, max(0, len(table.columns[place].title) - sizes[place]))
        if len(table.columns[place].title) <= sizes[place] + more:
            sizes[place] += more
            spare -= more
    return sizes, spare


def _width(table: ThemeTable, place: int) -> int:
    """As wide as a column must be for no word of its heading and no number to be broken."""
    column = table.columns[place]
    counts = (f"{len(row.cells[place].respondents)} ({row.cells[place].mentions})" for row in table.rows)
    return max(map(len, (f"n = {column.n}", *column.title.split(), *counts)))


def _cell(respondents: int, mentions: int) -> str:
    return f"{respondents} [dim]({mentions})[/]" if respondents else "[dim]0[/]"


def show_quotes(found: Sequence[CodedSegment], *, code: str, format: Format) -> None:
    """Passages, verbatim, each with who said it, where it stands, and what was matched."""
    people = {one.respondent.id for one in found}
    if format is not Format.TABLE:
        show_listing(
            [Column(name) for name in COLUMNS], [[*contract_row(one).values()] for one in found], format=format
        )
        return
    console = out()
    for one in found:
        console.print(f"[bold]{escape(one.text)}[/]", soft_wrap=not console.is_terminal)
        attribution = one.respondent.label or one.respondent.id
        for line in (f"{attribution}, {one.segment}", f"{one.coding.code}: {one.coding.matched}"):
            for part in folded(line, console.width, indent=2):
                console.print(f"[dim]{escape(part)}[/]", soft_wrap=True)
        console.print()
    say(f"{counted(len(found), 'coding')} of {code}, {counted(len(people), 'respondent')}.")


def show_run(report: "RunReport", written: Path, *, kept: bool, brief: bool = False, verbose: bool = False) -> None:
    """What a whole run did: the import, the table of themes, where the result is."""
    show_import(report.imported, brief=brief, verbose=verbose)
    show_problems(report.coded.problems)
    if report.report.tables:
        sys.stdout.flush()
        show_tables(report.report.tables[:1], codes=False, format=Format.TABLE, notes=report.report.notes)
        sys.stderr.flush()
    what = "The workbook" if written.suffix.lower() == ".xlsx" else "The table of codings"
    say(f"{report.coded.run.codings} codings. {what}: {written}")
    if kept:
        say(f"The study: {report.folder.path}")
