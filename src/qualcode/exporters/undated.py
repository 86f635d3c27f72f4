"""Archives of documents that hold no clock: the same content gives the same bytes, on every day and every machine."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

DATE = datetime(2000, 1, 1)
"""What stands where a date must stand."""


def is_untouched(path: Path) -> bool:
    """Whether an archive is still as it was written here: programs that save it anew give its parts their own dates."""
    try:
        with ZipFile(path) as archive:
            return all(entry.date_time == DATE.timetuple()[:6] for entry in archive.infolist())
    except (BadZipFile, OSError):
        return False


class Undated(ZipFile):
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
    entry = ZipInfo(name, DATE.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    return entry
