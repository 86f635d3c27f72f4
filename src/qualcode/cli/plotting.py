"""plot: themes by group as a picture."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import (
    BasisOption,
    ReleaseOption,
    StudyOption,
    UnreviewedOption,
    WhereOption,
    study_at,
)
from qualcode.model.table import Basis, Level


class PlotKind(StrEnum):
    """How themes are drawn."""

    BARS = "bars"
    HEAT = "heat"


def plot(
    out: Annotated[Path, typer.Argument(help="The picture: OUT.svg or OUT.png.")],
    by: Annotated[str | None, typer.Option("--by", help="Profile field for the groups; a,b nests b in a.")] = None,
    kind: Annotated[
        PlotKind, typer.Option("--kind", help="Bars, or a heat map with a number in each cell.")
    ] = PlotKind.BARS,
    level: Annotated[Level, typer.Option("--level", help="Themes, or their codes.")] = Level.THEME,
    where: WhereOption = None,
    basis: BasisOption = Basis.ALL,
    release: ReleaseOption = False,
    include_unreviewed: UnreviewedOption = False,
    study: StudyOption = None,
) -> None:
    """Draw how many respondents of each group speak of each theme (needs the extra "plots")."""
    from qualcode.cli.render import say
    from qualcode.exporters.plots import check_picture
    from qualcode.workflow.picturing import plot_themes
    from qualcode.workflow.publishing import Terms
    from qualcode.workflow.selecting import Selection, parse_where

    check_picture(out)
    terms = Terms(include_unreviewed) if release else None
    with study_at(study) as current:
        selection = Selection(parse_where(where or ()), basis)
        plot_themes(current, out, by=by, heat=kind is PlotKind.HEAT, level=level, selection=selection, release=terms)
    say(f"Drew {out}.")
