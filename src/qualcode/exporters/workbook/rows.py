"""Worksheets whose rows are written as text: of a large workbook, cells as objects would take most of the time."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from lxml import etree
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.xml.constants import SHEET_MAIN_NS

_IN_ATTRIBUTE = {'"': "&quot;"}
_IN_TEXT = {"\r": "&#13;"}
"""A reader of XML takes a bare carriage return for a line feed, and a quote would not be as it was said."""


class Entry(NamedTuple):
    """A cell of a row: its column from 1, the workbook's number of its style, and what stands there.

    A text must be one that XML can hold. `link` is a place of this workbook.
    """

    column: int
    style: int
    value: str | int
    link: str = ""
    note: Comment | None = None


class RowSheet(WriteOnlyWorksheet):
    """A worksheet of openpyxl, which writes all but the rows and links: these it is given finished."""

    _writer: Any = None
    _comments: list[CommentRecord]

    def __init__(self, parent: Any, title: str) -> None:
        super().__init__(parent, title)
        self.links: list[str] = []

    def write(self, number: int, entries: Sequence[Entry], *, height: float = 0) -> None:
        """Writes the row `number`, which must be the next; `height` is in points, 0 for an ordinary line."""
        self._get_writer()  # begins the list of notes too
        tall = f' ht="{safe_string(height)}" customHeight="1"' if height else ""
        cells = "".join([self._cell(number, entry) for entry in entries])
        self.append((f'<row r="{number}"{tall}>{cells}</row>',))

    def _cell(self, number: int, entry: Entry) -> str:
        column, style, value, link, note = entry
        place = f"{get_column_letter(column)}{number}"
        if link:
            self.links.append(f'<hyperlink ref="{place}" location="{escape(link, _IN_ATTRIBUTE)}"/>')
        if note:
            self._note(number, column, note)
        if not isinstance(value, str):
            return f'<c r="{place}" s="{style}" t="n"><v>{safe_string(value)}</v></c>'
        if not value:
            return f'<c r="{place}" s="{style}" t="inlineStr"></c>'
        kept = "" if value == value.strip() else ' xml:space="preserve"'
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{kept}>{escape(value, _IN_TEXT)}</t></is></c>'

    def _note(self, number: int, column: int, note: Comment) -> None:
        cell: Any = Cell(self, row=number, column=column)
        cell.comment = note
        self._comments.append(CommentRecord.from_cell(cell))

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = _Writer(self)
            self._writer.write_top()

    def _write_rows(self) -> Generator[None, Sequence[str], None]:
        """Takes rows as they come; called by openpyxl, which closes it when the sheet is full."""
        stream = self._writer.xf.send(True)
        stream.write(b"<sheetData>")
        try:
            while True:
                for row in (yield):
                    stream.write(_encoded(row))
        except GeneratorExit:
            pass
        stream.write(b"</sheetData>")
        self._writer.xf.send(None)


class _Writer(WorksheetWriter):
    """Writes a sheet into a file of its own, in the order that openpyxl knows."""

    ws: Any
    out: Any

    def get_stream(self) -> Generator[Any, Any, None]:
        """Takes elements, or finished XML, and gives the file itself to whom sends True."""
        with Path(self.out).open("wb") as stream:
            stream.write(_encoded(f'<worksheet xmlns="{SHEET_MAIN_NS}">'))
            try:
                while True:
                    element = yield
                    if element is True:
                        yield stream
                    elif element is not None:
                        stream.write(_encoded(element) if isinstance(element, str) else etree.tostring(element))
            except GeneratorExit:
                pass
            stream.write(b"</worksheet>")

    def write_hyperlinks(self) -> None:
        """The links of the sheet; all of them lead to places of the same workbook."""
        if self.ws.links:
            self.xf.send(f"<hyperlinks>{''.join(self.ws.links)}</hyperlinks>")


def _encoded(xml: str) -> bytes:
    """As openpyxl has it: letters beyond ASCII by their numbers."""
    return xml.encode("ascii", "xmlcharrefreplace")
