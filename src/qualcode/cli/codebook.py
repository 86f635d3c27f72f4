"""codebook lint: what is wrong with a codebook, all at once."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import StudyOption

app = typer.Typer(help="Look after the codebook.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _codebook() -> None:
    """Look after the codebook."""


@app.command("lint")
def lint(
    path: Annotated[Path | None, typer.Argument(help="A YAML file or a folder; the study's codebook if none.")] = None,
    study: StudyOption = None,
) -> None:
    """Report every fault of the codebook with its file and line."""
    from qualcode.cli.render import say, show_problems
    from qualcode.model.problem import Severity
    from qualcode.workflow.coding import lint_codebook
    from qualcode.workflow.study import find_study

    folder = path or find_study(study or Path()).codebook
    problems = lint_codebook(folder)
    show_problems(problems)
    counts = {severity: sum(one.severity is severity for one in problems) for severity in Severity}
    say(f"{counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings, {counts[Severity.NOTE]} notes.")
    if counts[Severity.ERROR]:
        raise typer.Exit(1)
