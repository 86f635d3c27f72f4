"""Pictures: maps of routes and plots of themes, as SVG or PNG. They need the extra "plots" (matplotlib)."""

from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.errors import MisuseError, QualcodeError
from qualcode.exporters.files import replacing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".svg", ".png")


def check_picture(path: Path) -> None:
    """MisuseError where nothing is drawn to this suffix, QualcodeError where nothing can be drawn here at all."""
    if path.suffix.lower() not in SUFFIXES:
        raise MisuseError(
            f'"{path.name}" is no picture that can be drawn.', hint=f"a name ending in {' or '.join(SUFFIXES)}"
        )
    if not can_draw():
        raise QualcodeError(
            "pictures need a library that is not installed (matplotlib).", hint='pip install "qualcode[plots]"'
        )


def write_picture(path: Path, draw: "Callable[[], Figure]") -> None:
    """Writes what `draw` gives; the same picture gives the same bytes with one version of the library.

    Raises what `check_picture` raises, and QualcodeError where `path` cannot be written.
    """
    check_picture(path)
    from qualcode.exporters.plots.style import quiet

    kind = path.suffix.lower().removeprefix(".")
    undated = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    with quiet(), replacing(path) as draft:
        draw().savefig(draft, format=kind, dpi=160, bbox_inches="tight", metadata=undated)


def can_draw() -> bool:
    """Whether the library that pictures need is installed."""
    return find_spec("matplotlib") is not None


def png(draw: "Callable[[], Figure]", *, dots: int = 90) -> bytes:
    """A picture for another file, of `dots` to the inch; only where `can_draw`."""
    from qualcode.exporters.plots.style import quiet

    held = BytesIO()
    with quiet():
        draw().savefig(held, format="png", dpi=dots, bbox_inches="tight", metadata={"Software": None})
    return held.getvalue()
