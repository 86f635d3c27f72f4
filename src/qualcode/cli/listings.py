"""One command for every listing of `workflow.listings`: cooccurrence and its like."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import BasisOption, Format, FormatOption, StudyOption, WhereOption, study_at
from qualcode.model.table import Basis

COMMANDS = {
    "findings": "Print for each code who says so, who denies it, who was not asked, and the strongest counter-quote.",
    "who": "Print who did what: each agent by harm and place, lived through and seen apart from heard of.",
    "framework": "Print the framework matrix: respondents down, themes across, summaries above the best quotes.",
    "grid": "Print the discussion grid: points down, interviews across, new points marked where they first come up.",
    "sample": "Print the sample as a report describes it: respondents of each type by their profile.",
    "voices": "Print who is heard how often, beside who was interviewed, and who never.",
    "method": "Print how the study was done, as far as its facts tell, by the items of COREQ and SRQR.",
    "audit": "Print what was done to the study, in order, each entry bound to all before it.",
    "coverage": "Print for each code who speaks of it, in how many sentences, and what was accepted or rejected.",
    "speech": "Print the share of respondents' words in coded sentences, by profile group and by transcript.",
    "cooccurrence": "Print which codes are spoken of together: in one sentence, one turn, one transcript.",
}
"""Command to its help. Stands here so that the help of another command does not load the tables."""


def compare(
    old: Annotated[Path, typer.Argument(help="The folder of the earlier study.")],
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print each code with its numbers in an earlier study and in this one, where they can be compared."""
    from qualcode.cli.listed import show_listed
    from qualcode.workflow.beside import compared

    with study_at(old) as earlier, study_at(study) as current:
        made = compared(earlier, current)
    show_listed(made, format=format)


def register(app: typer.Typer) -> None:
    """Gives `app` a command for each listing."""
    for name, help_ in COMMANDS.items():
        app.command(name, help=help_)(_command(name))
    app.command("compare")(compare)


def _command(name: str) -> Callable[..., None]:
    def show(
        where: WhereOption = None,
        basis: BasisOption = Basis.ALL,
        format: FormatOption = Format.TABLE,
        study: StudyOption = None,
    ) -> None:
        from qualcode.cli.listed import show_listed
        from qualcode.workflow.listings import listing
        from qualcode.workflow.selecting import Selection, parse_where
        from qualcode.workflow.tabulating import coded

        selection = Selection(parse_where(where or ()), basis)
        with study_at(study) as current:
            material = coded(current, selection)
            made = listing(current, material, name)
        show_listed(made, format=format, notes=material.notes)

    return show
