"""routes: the corridors that respondents tell of, and the legs behind them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_at

if TYPE_CHECKING:
    from qualcode.model.leg import Leg
    from qualcode.workflow.routes import StudyRoutes


def routes(
    legs: Annotated[
        bool, typer.Option("--legs", help="Every leg in the order it is told, with the segment it stands in.")
    ] = False,
    countries: Annotated[
        bool, typer.Option("--countries", help="Count towns, camps and crossings as the country they lie in.")
    ] = False,
    out: Annotated[Path | None, typer.Option("--out", help="A map instead of a table: MAP.svg or MAP.png.")] = None,
    release: Annotated[
        bool, typer.Option("--release", help="With --out: only corridors of enough respondents to be published.")
    ] = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print the routes that respondents tell of: from where to where, how many tell of it, and by what means.

    --out MAP.svg draws them on a map instead (needs the extra "plots").
    """
    if out is not None:
        _draw_map(out, study, countries=countries, release=release)
        return
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import tell
    from qualcode.workflow.routes import study_routes

    with study_at(study) as current, Bar() as bar:
        found = study_routes(current, countries=countries, progress=bar)
    if legs:
        _show_legs(found, format)
    else:
        _show_corridors(found, format)
    for note in found.notes:
        tell(f"Note: {note}")


def _draw_map(out: Path, study: Path | None, *, countries: bool, release: bool) -> None:
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import counted, say
    from qualcode.exporters.plots import check_picture
    from qualcode.workflow.picturing import draw_routes

    check_picture(out)
    with study_at(study) as current, Bar() as bar:
        shown = draw_routes(current, out, countries=countries, release=release, progress=bar)
    say(f"Drew {out}: {counted(len(shown), 'corridor')}.")


def _show_corridors(found: "StudyRoutes", format: Format) -> None:
    from qualcode.cli.listing import Column, Kind, show_listing
    from qualcode.cli.render import say

    numbers = ("respondents", "own", "legs", "forced", "tried", "intended")
    columns = (
        Column("from"),
        Column("to"),
        *(Column(name, Kind.NUMBER) for name in numbers),
        Column("modes", Kind.WIDE),
    )
    rows = [
        [
            one.origin,
            one.destination,
            len(one.respondents),
            one.own,
            one.legs,
            *((number or "" if format is Format.TABLE else number) for number in (one.forced, one.tried, one.intended)),
            ", ".join(f"{mode} {number}" for mode, number in one.modes),
        ]
        for one in found.corridors
    ]
    show_listing(columns, rows, format=format)
    if not rows and format is Format.TABLE:
        say("No routes were found.")


def _show_legs(found: "StudyRoutes", format: Format) -> None:
    from qualcode.cli.listing import Column, show_listing
    from qualcode.cli.render import say

    if format is Format.TABLE and found.legs:
        _draw_legs(found)
    elif format is Format.TABLE:
        say("No routes were found.")
    else:
        names = ("from", "to", "mode", "forced", "status", "whose", "respondent", "segment")
        show_listing([Column(name) for name in names], map(_row, found.legs), format=format)


def _row(leg: "Leg") -> list[str]:
    return [
        leg.origin,
        leg.destination,
        leg.mode,
        "forced" if leg.forced else "",
        leg.status.value,
        "own" if leg.own else "others",
        leg.respondent,
        f"{leg.transcript}:{leg.segment}",
    ]


def _draw_legs(found: "StudyRoutes") -> None:
    """Legs for reading: what goes without saying (done, the respondent's own) is left out."""
    from qualcode.cli.listing import Column, Kind, show_listing

    columns = (Column("segment"), Column("leg", Kind.WIDE), Column("how", Kind.WIDE, ""))
    rows = []
    for leg in found.legs:
        origin, destination, mode, forced, status, whose, _, segment = _row(leg)
        how = [mode, forced, status.replace("done", ""), whose.replace("own", "")]
        rows.append([segment, f"{origin or '?'} to {destination}", ", ".join(filter(None, how))])
    show_listing(columns, rows, format=Format.TABLE)
