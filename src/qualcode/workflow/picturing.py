"""Pictures of a study: themes by group, and the map of routes."""

from dataclasses import replace
from pathlib import Path

from qualcode.analysis.corridors import corridors
from qualcode.errors import QualcodeError
from qualcode.exporters.plots import check_picture, write_picture
from qualcode.model.leg import Corridor
from qualcode.model.progress import SILENT, Progress
from qualcode.model.table import Level, ThemeTable
from qualcode.workflow.exporting import remember
from qualcode.workflow.publishing import Terms, publish
from qualcode.workflow.routes import study_routes
from qualcode.workflow.selecting import Selection
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded, default_fields, theme_table


def plot_themes(  # noqa: PLR0913 - what is drawn, and how
    study: Study,
    out: Path,
    *,
    by: str | None,
    heat: bool,
    level: Level,
    selection: Selection,
    release: Terms | None = None,
) -> ThemeTable:
    """Draws a theme table to `out` (.svg or .png), by the first field of study.yaml where `by` says nothing.

    Raises what `exporters.plots.check_picture` raises. A release is judged, and kept, as an export is.
    """
    check_picture(out)
    from qualcode.exporters.plots.bars import draw_bars, draw_heat

    draw = draw_heat if heat else draw_bars
    if release is not None:
        published = publish(study, (by,) if by else (), selection, release)
        table = published.report.tables[0]
        with study.store.transaction():
            remember(study, out.name, published.judgement)
            write_picture(out, lambda: draw(table, level))
        return table
    found = coded(study, selection)
    table = theme_table(study, by or default_fields(study, found.respondents)[0], found=found)
    write_picture(out, lambda: draw(table, level))
    study.store.log("export", file=out.name)
    return table


def draw_routes(
    study: Study, out: Path, *, countries: bool, release: bool = False, progress: Progress = SILENT
) -> tuple[Corridor, ...]:
    """Draws the map of corridors to `out` (.svg or .png) and says which are on it.

    A release shows corridors of as many respondents as study.yaml asks for. Raises what `check_picture` raises, and
    QualcodeError where there is nothing to draw.
    """
    check_picture(out)
    from qualcode.exporters.plots.routes_map import draw_map, drawable

    found = study_routes(study, countries=countries, progress=progress)
    told = corridors(found.legs)
    least = study.settings.disclosure.cell if release else 1
    shown = drawable([one for one in told if len(one.respondents) >= least], found.gazetteer.places)
    if not shown:
        raise QualcodeError(
            "there is no corridor to draw.",
            hint="qualcode routes lists them; a place needs its coordinates in the codebook (at: [43.9, 17.7])",
        )
    if release:
        shown = tuple(replace(one, forced=0) for one in shown)
    notes = [
        "A line is the wider, the more respondents tell that somebody travelled that way; the number is how many do. "
        "Lines bend to the left of their direction.",
    ]
    if release:
        notes.append(f"Corridors that fewer than {least} respondents tell of are left out.")
    elif len(shown) < len(told):
        notes.append(f"{len(shown)} of {len(told)} corridors are drawn.")
    title = f"Routes: {study.settings.name}"
    write_picture(out, lambda: draw_map(shown, found.gazetteer.places, title=title, notes=notes))
    study.store.log("release" if release else "export", file=out.name, corridors=len(shown))
    return shown
