"""One worksheet, written from the top down."""

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from qualcode.exporters.texts import escaped, pieces, runs_leftward, visible
from qualcode.exporters.workbook.look import LINK, PLAIN, SERIES, Look, Palette
from qualcode.exporters.workbook.rows import Entry, RowSheet

MOST_LINKS = 65_530
"""The links that Excel opens on one sheet; with more it drops all of them."""

LINE_HEIGHT = 15.0
TALLEST_ROW = 409.0
"""The height in points at which Excel stops."""

FOOTER = "Confidential: words of respondents"
_AUTHOR = "qualcode"
_IDENTIFIER = re.compile(r"\W+", re.ASCII)
_LIKE_A_FORMULA = ("=", "+", "-", "@")
_LETTERS_PER_WIDTH = 1.1
"""Letters of running text in the width of a digit, which is Excel's unit; low, so that no line is hidden."""

_BOLD = 0.9
"""The share of a column that bold text has to itself."""


class Field(NamedTuple):
    """What goes into one cell. `link` is a place of this workbook (`'Quotes'!C5:C9`)."""

    value: str | int
    look: Look = PLAIN
    link: str = ""
    note: str = ""
    """Shown when the reader points at the cell."""


class Sheet:
    """A worksheet with fixed column widths; `row` is the number of the last row written."""

    def __init__(
        self, sheet: Any, palette: Palette, *, widths: Sequence[float], freeze: str = "", footer: str = FOOTER
    ) -> None:
        self.row = 0
        self.title: str = sheet.title
        self._sheet = sheet
        self._palette = palette
        self._widths = widths
        self._links = 0
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        if freeze:
            sheet.freeze_panes = freeze
            sheet.print_title_rows = "1:1"
        self._set_up_print(footer)

    def append(self, fields: Sequence[Field | None], *, height: float = 0, numbered: bool = False) -> None:
        """Writes a row, or several where a text is too long for a cell.

        The rows after the first repeat short texts, so that a filter finds them, and leave numbers out; `numbered`
        adds a cell "1 of 2" to each. `height` is in points, 0 for what the wrapped texts need.
        """
        shown = [_shown(field) for field in fields]
        parts = [pieces(field.value) if field and isinstance(field.value, str) else () for field in shown]
        count = max((len(part) for part in parts), default=1) or 1
        if count == 1:
            self._append(shown, height)
            return
        for number in range(count):
            row = [_part(field, part, number) for field, part in zip(shown, parts, strict=True)]
            self._append([*row, Field(f"{number + 1} of {count}")] if numbered else row, height)

    def place(self, column: int, first: int, last: int | None = None) -> str:
        """The address of a cell, or of a run of cells of one column, for a link from another sheet."""
        letter = get_column_letter(column)
        name = self.title.replace("'", "''")
        run = f"{letter}{first}" if last is None or last == first else f"{letter}{first}:{letter}{last}"
        return f"'{name}'!{run}"

    def filter(self, first: int, last: int, *, columns: int) -> None:
        """Puts filter arrows on the row `first`, for the rows down to `last`."""
        self._sheet.auto_filter.ref = f"A{first}:{get_column_letter(columns)}{max(first, last)}"

    def table(self, first: int, last: int, *, titles: Sequence[str]) -> None:
        """Makes the rows `first` (the headings, `titles`) to `last` a table of Excel, which sorts and filters."""
        if last == first:
            return
        reference = f"A{first}:{get_column_letter(len(titles))}{last}"
        made = Table(displayName=f"Table_{_IDENTIFIER.sub('_', self.title)}", ref=reference)
        made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        made.autoFilter = AutoFilter(ref=reference)
        made.tableColumns = [TableColumn(id=place, name=title) for place, title in enumerate(titles, start=1)]
        self._sheet._tables.add(made)  # add_table warns of columns to be set by hand, as they are here

    def chart(self, chart: BarChart, *, row: int, first: int, last: int, columns: int) -> None:
        """Draws a chart at a row, of the numbers of this sheet in the rows `first` (the headings) to `last`.

        The names stand in the first column, the numbers in the `columns` after it.
        """
        numbers = Reference(self._sheet, min_col=2, max_col=1 + columns, min_row=first, max_row=last)
        chart.add_data(numbers, titles_from_data=True)
        chart.set_categories(Reference(self._sheet, min_col=1, min_row=first + 1, max_row=last))
        for series, color in zip(chart.series, SERIES, strict=False):
            series.graphicalProperties = GraphicalProperties(solidFill=color)
        self._sheet.add_chart(chart, f"A{row}")

    def picture(self, data: bytes, *, row: int) -> None:
        """Shows a PNG at a row, over what is empty below."""
        self._sheet.add_image(Image(BytesIO(data)), f"A{row}")

    def break_page(self) -> None:
        """Prints what follows on a new page."""
        self._sheet.row_breaks.append(Break(id=self.row))

    def fold(self, column: int) -> None:
        """Hides a column behind a plus sign; before the first row."""
        dimension = self._sheet.column_dimensions[get_column_letter(column)]
        dimension.outlineLevel = 1
        dimension.hidden = True

    def plain_paper(self) -> None:
        """Hides the grid lines, for a sheet that is read and not worked with; before the first row."""
        self._sheet.sheet_view.showGridLines = False

    def print_only(self, *, columns: int) -> None:
        """Prints the first `columns` and leaves the others to the screen, so that paper stays legible."""
        self._sheet.print_area = f"A1:{get_column_letter(columns)}{self.row}"

    def large_paper(self) -> None:
        """Prints on A3."""
        self._sheet.page_setup.paperSize = 8

    def several_pages_wide(self, pages: int) -> None:
        """Prints so many pages beside each other, the first column on each, so that it can be read."""
        self._sheet.page_setup.fitToWidth = pages
        self._sheet.print_title_cols = "A:A"

    def upright(self) -> None:
        """Prints on paper that stands."""
        self._sheet.page_setup.orientation = "portrait"

    def _set_up_print(self, footer: str) -> None:
        sheet = self._sheet
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
        sheet.oddFooter.left.text = footer
        sheet.oddFooter.center.text = "&A" if len(footer) <= len(FOOTER) else None
        sheet.oddFooter.right.text = "&P / &N"

    def _append(self, fields: Sequence[Field | None], height: float) -> None:
        self.row += 1
        entries = [self._entry(field, column) for column, field in enumerate(fields, start=1) if field]
        self._sheet.write(self.row, entries, height=height or self._height(fields))

    def _entry(self, field: Field, column: int) -> Entry:
        value, look, link, note = field
        if link and self._links < MOST_LINKS:
            look = look.but(color=LINK)
            self._links += 1
        else:
            link = ""
        if isinstance(value, str):
            if value.startswith(_LIKE_A_FORMULA):
                look = look.but(quoted=True)
            if runs_leftward(value):
                look = look.but(leftward=True, across="right")
            value = escaped(value)
        shown = Comment(note, _AUTHOR, height=30 + 18 * (1 + len(note) // 40), width=260) if note else None
        return Entry(column, self._palette.style(look), value, link, shown)

    def _height(self, fields: Sequence[Field | None]) -> float:
        """The points that the longest wrapped text needs, 0 for an ordinary line."""
        lines = max(
            (
                _lines(field.value, width * _BOLD if field.look.bold else width)
                for field, width in zip_longest(fields, self._widths)
                if field and width and field.look.wrap and isinstance(field.value, str)
            ),
            default=1,
        )
        return min(lines * LINE_HEIGHT, TALLEST_ROW) if lines > 1 else 0


class Book:
    """A workbook being written: its sheets in order, one palette for all."""

    def __init__(self, *, footer: str = FOOTER) -> None:
        self.workbook: Any = Workbook(write_only=True)
        self._footer = footer.replace("&", "&&")
        self._palette = Palette(self.workbook)

    def sheet(self, title: str, widths: Sequence[float], *, freeze: str = "") -> Sheet:
        """A new sheet after those there are."""
        sheet = RowSheet(self.workbook, title)
        self.workbook._add_sheet(sheet)
        return Sheet(sheet, self._palette, widths=widths, freeze=freeze, footer=self._footer)


def _shown(field: Field | None) -> Field | None:
    if field is None or not isinstance(field.value, str):
        return field
    text = visible(field.value)
    return field if text is field.value else field._replace(value=text)


def _part(field: Field | None, parts: tuple[str, ...], number: int) -> Field | None:
    """What the row `number` (from 0) of a divided row shows of `field`."""
    if field is None or not parts:
        return field if number == 0 else None
    if len(parts) == 1:
        return field if number == 0 else field._replace(link="")
    return field._replace(value=parts[number]) if number < len(parts) else None


def _lines(text: str, width: float) -> int:
    room = max(width * _LETTERS_PER_WIDTH, 1.0)
    return sum(1 + int((_width(line) - 1) // room) if line else 1 for line in text.split("\n"))


def _width(line: str) -> int:
    """Letters, the wide ones of East Asian scripts as two."""
    return len(line) if line.isascii() else len(line) + sum(letter >= "\u2e80" for letter in line)
