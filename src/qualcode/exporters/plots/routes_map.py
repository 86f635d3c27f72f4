"""The map of routes: places where they lie, and a line for each corridor, the wider the more respondents tell of it."""

import math
from collections.abc import Iterable, Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, Rectangle

from qualcode.exporters.plots.style import FORCED, INK, LINE, MUTED, SERIES, page
from qualcode.model.leg import Corridor
from qualcode.model.routes import Place

MOST = 60
"""Corridors that are drawn; more are no picture any longer."""

_WIDTH, _TALLEST, _LOWEST = 12.0, 9.0, 3.5
_WIDEST_LINE = 7.0
_MARGIN = 0.08
_CLOSE, _MUCH_SMALLER = 0.7, 3
"""The part of what is told that the larger map below shows, and how many of its radii the whole must measure."""
_ASIDE = ((0, 9), (0, -11), (9, 0), (-9, 0), (7, 7), (-7, 7), (7, -8), (-7, -8), (0, 18), (0, -20), (14, 10), (-14, 10))
"""Where the name of a place may stand, in points from it: the first that is free."""

Spot = tuple[float, float]


def drawable(corridors: Sequence[Corridor], places: Mapping[str, Place]) -> tuple[Corridor, ...]:
    """The corridors that somebody travelled between places whose coordinates are known, the strongest ones."""
    located = [
        one
        for one in corridors
        if one.respondents
        and all(name in places and places[name].at is not None for name in (one.origin, one.destination))
    ]
    return tuple(located[:MOST])


def draw_map(
    corridors: Sequence[Corridor], places: Mapping[str, Place], *, title: str, notes: Sequence[str] = ()
) -> Figure:
    """The map of what `drawable` gives; lines bend to the left of their direction, so that ways there and back differ.

    Where most of what is told lies close together, it is drawn once more below, larger.
    """
    spots = _spots(corridors, places)
    whole = _box(spots.values())
    close = _core(corridors, spots, whole)
    boxes = [whole, close] if close else [whole]
    heights = [_height(box) for box in boxes]
    figure = page(_WIDTH, sum(heights) + 0.4, notes=notes)
    panels = figure.subplots(len(boxes), 1, squeeze=False, height_ratios=heights)[:, 0]
    most = max((len(one.respondents) for one in corridors), default=1)
    for axes, box in zip(panels, boxes, strict=True):
        _frame(axes, box)
        for one in reversed(corridors):
            _line(axes, spots[one.origin], spots[one.destination], one, most)
        for x, y in spots.values():
            axes.plot(x, y, "o", markersize=4, color=INK, zorder=4)
    if close:
        left, right, bottom, top = close
        panels[0].add_patch(
            Rectangle((left, bottom), right - left, top - bottom, fill=False, edgecolor=MUTED, zorder=6)
        )
    figure.draw_without_rendering()
    for axes, box in zip(panels, boxes, strict=True):
        shown_below = close if axes is panels[0] else None
        _names(figure, axes, [item for item in spots.items() if _inside(item[1], box, without=shown_below)])
    _legend(panels[0], most)
    panels[0].set_title(title, loc="left", fontweight="bold")
    return figure


Box = tuple[float, float, float, float]
"""Left, right, bottom and top."""


def _core(corridors: Sequence[Corridor], spots: Mapping[str, Spot], whole: Box) -> Box | None:
    """Where most of what is told lies, around the middle of it; None where that is not much smaller than the whole."""
    ends = [spots[name] for one in corridors for name in (one.origin, one.destination) for _ in one.respondents]
    if not ends:
        return None
    middle = len(ends) // 2
    center = (sorted(x for x, _ in ends)[middle], sorted(y for _, y in ends)[middle])
    radius = sorted(math.dist(center, spot) for spot in ends)[int(len(ends) * _CLOSE)]
    if radius * _MUCH_SMALLER > whole[1] - whole[0]:
        return None
    return _box([spot for spot in spots.values() if math.dist(center, spot) <= radius])


def _inside(spot: Spot, box: Box, *, without: Box | None) -> bool:
    """Whether a place is named in a part of the map: not where another part shows it larger."""
    left, right, bottom, top = box
    held = left <= spot[0] <= right and bottom <= spot[1] <= top
    return held and (without is None or not _inside(spot, without, without=None))


def _spots(corridors: Sequence[Corridor], places: Mapping[str, Place]) -> dict[str, Spot]:
    """Places on the paper: degrees, those of longitude as wide as they are at the middle latitude."""
    names = dict.fromkeys(name for one in corridors for name in (one.origin, one.destination))
    at = {name: places[name].at or (0.0, 0.0) for name in names}
    middle = sum(latitude for latitude, _ in at.values()) / max(len(at), 1)
    width = math.cos(math.radians(middle))
    return {name: (longitude * width, latitude) for name, (latitude, longitude) in at.items()}


def _box(spots: Iterable[Spot]) -> Box:
    xs, ys = zip(*(list(spots) or [(0.0, 0.0)]), strict=True)
    across, up = max(max(xs) - min(xs), 0.5), max(max(ys) - min(ys), 0.5)
    aside = _MARGIN * max(across, up)
    return min(xs) - aside, max(xs) + aside, min(ys) - aside, max(ys) + aside


def _height(box: Box) -> float:
    left, right, bottom, top = box
    return min(max(_WIDTH * (top - bottom) / (right - left), _LOWEST), _TALLEST)


def _frame(axes: Axes, box: Box) -> None:
    axes.set_xlim(box[0], box[1])
    axes.set_ylim(box[2], box[3])
    axes.set_aspect("equal", adjustable="box")
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_color(LINE)


def _line(axes: Axes, start: Spot, end: Spot, corridor: Corridor, most: int) -> None:
    forced = corridor.forced * 2 > len(corridor.respondents)
    width = 1.0 + (_WIDEST_LINE - 1.0) * (len(corridor.respondents) - 1) / max(most - 1, 1)
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            connectionstyle="arc3,rad=0.18",
            arrowstyle=f"-|>,head_width={0.16 + width / 40:.2f},head_length={0.3 + width / 30:.2f}",
            mutation_scale=12,
            shrinkA=3,
            shrinkB=4,
            linewidth=width,
            linestyle=(0, (3, 1.5)) if forced else "solid",
            color=FORCED if forced else SERIES[0],
            alpha=0.75,
            zorder=2,
        )
    )
    x, y = _middle(start, end)
    axes.text(
        x,
        y,
        str(len(corridor.respondents)),
        fontsize=7.5,
        ha="center",
        va="center",
        zorder=3,
        clip_on=True,
        bbox={"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none", "alpha": 0.85},
    )


def _middle(start: Spot, end: Spot) -> Spot:
    """The middle of the bent line (a quadratic curve whose control point lies 0.18 of its length aside)."""
    across, up = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0]) / 2 + 0.09 * up, (start[1] + end[1]) / 2 - 0.09 * across


def _names(figure: Figure, axes: Axes, spots: Sequence[tuple[str, Spot]]) -> None:
    """Names beside their places, where no other name stands yet."""
    taken: list[Box] = []
    for name, spot in sorted(spots, key=lambda item: (-item[1][1], item[1][0])):
        x, y = axes.transData.transform(spot)
        scale = figure.dpi / 72
        half, tall = len(name) * 2.6 * scale, 5.5 * scale
        boxes = {}
        for aside in _ASIDE:
            across = aside[0] * scale + (half if aside[0] > 0 else -half if aside[0] < 0 else 0)
            middle = (x + across, y + aside[1] * scale)
            boxes[aside] = (middle[0] - half, middle[1] - tall, middle[0] + half, middle[1] + tall)
        free = next((aside for aside, box in boxes.items() if not any(_meet(box, one) for one in taken)), _ASIDE[0])
        taken.append(boxes[free])
        side = "left" if free[0] > 0 else "right" if free[0] < 0 else "center"
        axes.annotate(
            name,
            spot,
            xytext=free,
            textcoords="offset points",
            ha=side,
            va="center",
            fontsize=9,
            color=INK,
            zorder=5,
            bbox={"boxstyle": "round,pad=0.08", "facecolor": "white", "edgecolor": "none", "alpha": 0.7},
        )


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(axes: Axes, most: int) -> None:
    widths = sorted({1, (1 + most) // 2, most})
    lines = [
        Line2D(
            [], [], color=SERIES[0], alpha=0.75, linewidth=1.0 + (_WIDEST_LINE - 1.0) * (size - 1) / max(most - 1, 1)
        )
        for size in widths
    ]
    words = [f"{size} respondent{'' if size == 1 else 's'}" for size in widths]
    lines.append(Line2D([], [], color=FORCED, linewidth=2, linestyle=(0, (3, 1.5))))
    words.append("mostly against their will")
    axes.legend(
        lines, words, loc="lower left", frameon=True, framealpha=0.9, edgecolor=LINE, fontsize=8, labelcolor=MUTED
    )
