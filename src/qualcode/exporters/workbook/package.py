"""The file itself: the same data give the same bytes, on every day and every machine."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.writer.excel import ExcelWriter

_DATE = datetime(2000, 1, 1)


def save(book: Workbook, path: Path, *, title: str) -> None:
    """Writes `book` to `path` with properties and dates that never change; without `title` it has no properties."""
    creator = "qualcode" if title else None
    book.properties = DocumentProperties(creator=creator, title=title or None, created=_DATE, modified=_DATE)
    with _Undated(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).write_data()


class _Undated(ZipFile):
    """An archive whose entries all bear one date and one system, whatever the machine."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Adds an entry from memory."""
        super().writestr(_entry(str(zinfo_or_arcname)), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Adds an entry from a file."""
        source = Path(filename)
        entry = _entry(str(arcname))
        entry.file_size = source.stat().st_size
        with source.open("rb") as words, self.open(entry, "w") as packed:
            shutil.copyfileobj(words, packed, 1 << 20)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATE.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    return entry
