"""summaries: what researchers write of each respondent on each theme."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import StudyOption, study_at

app = typer.Typer(
    help="Write summaries of each respondent on each theme, for the framework matrix.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("export")
def export(
    out: Annotated[Path, typer.Argument(help="The sheet to write in: OUT.xlsx or OUT.csv.")],
    study: StudyOption = None,
) -> None:
    """Write a sheet with the quotes of each respondent on each theme and room for a summary."""
    from qualcode.cli.render import counted, say
    from qualcode.workflow.summarising import export_summaries

    with study_at(study) as current:
        rows = export_summaries(current, out)
    say(f"Wrote {out}: {counted(rows, 'row')}. It is confidential. Next: qualcode summaries import {out}")


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="The sheet, filled in.")],
    study: StudyOption = None,
) -> None:
    """Read the summaries of a sheet back into the study."""
    from qualcode.cli.render import say
    from qualcode.workflow.summarising import import_summaries

    with study_at(study) as current:
        report = import_summaries(current, path)
    say(
        f"Summaries: {report.added} new, {report.changed} changed, {report.removed} removed, "
        f"{report.kept} as they were."
    )
