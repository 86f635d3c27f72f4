"""codebook lint: what is wrong with a codebook, all at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_folder

if TYPE_CHECKING:
    from qualcode.model.problem import Problem

app = typer.Typer(help="Look after the codebook.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _codebook() -> None:
    """Look after the codebook."""


@app.command("lint")
def lint(
    path: Annotated[Path | None, typer.Argument(help="A YAML file or a folder; the study's codebook if none.")] = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Report every fault of the codebook with its file and line."""
    from qualcode.cli.render import counted, out, say, show_problems, tell
    from qualcode.model.problem import Severity
    from qualcode.workflow.coding import lint_codebook

    problems = lint_codebook(path or study_folder(study).codebook)
    if format is Format.TABLE:
        show_problems(problems, console=out())
    else:
        _list(problems, format)
    numbers = {severity: sum(one.severity is severity for one in problems) for severity in Severity}
    counts = ", ".join(counted(number, name) for name, number in numbers.items())
    (say if format is Format.TABLE else tell)(f"{counts}.")
    if numbers[Severity.ERROR]:
        raise typer.Exit(1)


def _list(problems: "Sequence[Problem]", format: Format) -> None:
    from qualcode.cli.listing import Column, show_listing

    columns = [Column(name) for name in ("severity", "file", "line", "place", "what", "try")]
    rows = [
        [one.severity.value, one.where.file, one.where.line, one.where.detail, one.what, one.fix] for one in problems
    ]
    show_listing(columns, rows, format=format)
