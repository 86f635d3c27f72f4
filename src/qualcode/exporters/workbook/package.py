"""The file itself: the same data give the same bytes, on every day and every machine."""

from pathlib import Path
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.writer.excel import ExcelWriter

from qualcode.exporters.undated import DATE, Undated


def save(book: Workbook, path: Path, *, title: str) -> None:
    """Writes `book` to `path` with properties and dates that never change; without `title` it has no properties."""
    creator = "qualcode" if title else None
    book.properties = DocumentProperties(creator=creator, title=title or None, created=DATE, modified=DATE)
    with Undated(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).write_data()
