"""How pictures look: quiet colours that survive grey print, text that stays text."""

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

INK, MUTED, LINE, FORCED = "#1f2933", "#5f6b76", "#c9d1d9", "#b3471d"
SERIES = ("#1f4e79", "#e08a3c", "#6b8e23", "#a6a6a6", "#8e5ea2", "#c9b037", "#2e8b8b", "#a94442")
SHADES = ("#ffffff", "#eaf1f8", "#d3e2ef", "#b3cde3", "#8fb4d4", "#6c9bc4")
_SMALL, _LINE, _LETTERS_AN_INCH = 8, 0.145, 14.0
"""Small print: points, inches a line takes, letters that fit an inch."""
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "qualcode",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": LINE,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "figure.facecolor": "white",
}


@contextmanager
def quiet() -> Iterator[None]:
    """The settings of all pictures, while one is drawn and written."""
    with mpl.rc_context(_SETTINGS):
        yield


def page(width: float, height: float, *, notes: Sequence[str] = ()) -> Figure:
    """An empty figure that needs no screen, its picture of this size in inches, with notes in small print below."""
    letters = int(width * _LETTERS_AN_INCH)
    lines = [line for note in notes for line in textwrap.wrap(note, letters)]
    figure = Figure(figsize=(width, height + _LINE * len(lines)), layout="constrained")
    if lines:
        figure.supxlabel("\n".join(lines), x=0.01, ha="left", fontsize=_SMALL, color=MUTED)
    return figure
