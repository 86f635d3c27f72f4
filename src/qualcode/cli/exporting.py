"""export: the workbook, and the codings as a table."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import ByOption, StudyOption, study_at


def export(
    out: Annotated[Path, typer.Argument(help="What to write: OUT.xlsx, OUT.csv or OUT.jsonl.")],
    by: ByOption = None,
    study: StudyOption = None,
) -> None:
    """Write the workbook (.xlsx), or the table of codings (.csv, .jsonl)."""
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import counted, say, tell
    from qualcode.workflow.exporting import export_study

    with study_at(study) as current, Bar() as bar:
        report = export_study(current, out, by=by or (), progress=bar)
    for note in report.notes:
        tell(f"Note: {note}")
    say(
        f"Wrote {out}: {counted(len(report.segments), 'coding')} of {counted(len(report.respondents), 'respondent')}. "
        "It is confidential."
    )
