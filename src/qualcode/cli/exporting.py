"""export: the workbook, and the codings as a table."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import ByOption, StudyOption, study_at


def export(
    out: Annotated[Path | None, typer.Argument(help="What to write: OUT.xlsx, OUT.csv or OUT.jsonl.")] = None,
    by: ByOption = None,
    tables: Annotated[Path | None, typer.Option("--tables", help="A folder for every table as a csv file.")] = None,
    study: StudyOption = None,
) -> None:
    """Write the workbook (.xlsx), or the table of codings (.csv, .jsonl), or every table as csv (--tables)."""
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import counted, say, tell
    from qualcode.errors import MisuseError
    from qualcode.workflow.exporting import export_study, export_tables

    if out is None and tables is None:
        raise MisuseError("export needs to know what to write.", hint="qualcode export exports/themes.xlsx")
    if tables is not None:
        with study_at(study) as current:
            written = export_tables(current, tables, by=by or ())
        say(f"Wrote {counted(len(written), 'table')} to {tables}. They are confidential.")
    if out is None:
        return
    with study_at(study) as current, Bar() as bar:
        report = export_study(current, out, by=by or (), progress=bar)
    for note in report.notes:
        tell(f"Note: {note}")
    say(
        f"Wrote {out}: {counted(len(report.segments), 'coding')} of {counted(len(report.respondents), 'respondent')}. "
        "It is confidential."
    )
