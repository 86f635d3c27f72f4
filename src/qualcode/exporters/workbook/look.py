"""How cells look: a few quiet styles that also print in grey."""

from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

INK = "1F2933"
FAINT = "BFBFBF"
MUTED = "5F6B76"
LINK = "1F4E79"
DARK = "2F4858"
LESS_DARK = "4F6D7A"
THEME_FILL = "E4EAF0"
SPOKEN_FILL = "EEF3F8"
ALARM = "9C2A10"


class Look(NamedTuple):
    """One style of a cell."""

    bold: bool = False
    italic: bool = False
    size: int = 11
    color: str = INK
    fill: str = ""
    across: str = "left"
    wrap: bool = False
    indent: int = 0
    turned: bool = False
    """Text reads upwards."""
    ruled: bool = False
    """A line stands above the cell."""
    quoted: bool = False
    """Excel is told that this is text even where it looks like a formula."""
    leftward: bool = False
    """Text is read from right to left."""
    number: str = "General"
    """How a number is written, as Excel notes it."""

    def but(self, **changes: bool | str | int) -> "Look":
        """The same look with `changes`."""
        return self._replace(**changes)  # type: ignore[arg-type]


PLAIN = Look()
WRAPPED = Look(wrap=True)
HEADER = Look(bold=True, color="FFFFFF", fill=DARK, wrap=True)
COUNT = Look(across="right")

SERIES = ("1F4E79", "E08A3C", "6B8E23", "A6A6A6", "8E5EA2", "C9B037", "2E8B8B", "A94442")
"""The colours of the groups of a chart, of unlike darkness so that neighbours differ in grey print."""

_SHADES = ("", "EAF1F8", "D3E2EF", "B3CDE3", "8FB4D4")
"""From nothing to the largest number: light enough that black figures stay legible on screen and in grey print."""


def shade(number: int, largest: int) -> str:
    """The fill of a cell of a heat map, one of few steps so that equal looks equal."""
    if number <= 0 or largest <= 0:
        return _SHADES[0]
    return _SHADES[min(1 + number * (len(_SHADES) - 1) // (largest + 1), len(_SHADES) - 1)]


_RIGHT_TO_LEFT = 2
"""Excel's number for that reading order."""


class Palette:
    """The looks a workbook has used so far, each registered with it once."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = WriteOnlyWorksheet(book, title=None)
        self._styles: dict[Look, int] = {}

    def style(self, look: Look) -> int:
        """The workbook's own number for `look`."""
        if look not in self._styles:
            self._styles[look] = self._register(look)
        return self._styles[look]

    def _register(self, look: Look) -> int:
        cell: Any = WriteOnlyCell(self._sheet)
        cell.font = Font(name="Calibri", size=look.size, bold=look.bold, italic=look.italic, color=look.color)
        if look.fill:
            cell.fill = PatternFill("solid", start_color=look.fill)
        cell.alignment = Alignment(
            horizontal=look.across,
            vertical="bottom" if look.turned else "top",
            wrap_text=look.wrap,
            indent=look.indent,
            text_rotation=90 if look.turned else 0,
            readingOrder=_RIGHT_TO_LEFT if look.leftward else 0,
        )
        if look.ruled:
            cell.border = Border(top=Side(style="thin", color=MUTED))
        cell.number_format = look.number
        if look.quoted:
            cell.quotePrefix = True
        return int(cell.style_id)
