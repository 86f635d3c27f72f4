"""How the results of coding look on the terminal: what changed, quotes, what a whole run did."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from qualcode.cli.imported import show_import
from qualcode.cli.listing import Column, Kind, folded, show_listing
from qualcode.cli.options import Format
from qualcode.cli.render import counted, out, say, show_problems, tell
from qualcode.cli.theme_tables import show_tables
from qualcode.exporters.contract import COLUMNS, contract_row
from qualcode.model.coded import CodedSegment
from qualcode.model.table import Level

if TYPE_CHECKING:
    from qualcode.workflow.coding import CodeReport
    from qualcode.workflow.demo import RunReport

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
        show_tables(report.report.tables[:1], level=Level.THEME, format=Format.TABLE, notes=report.report.notes)
        sys.stderr.flush()
    what = "The workbook" if written.suffix.lower() == ".xlsx" else "The table of codings"
    say(f"{report.coded.run.codings} codings. {what}: {written}")
    if kept:
        say(f"The study: {report.folder.path}")
