"""Zip containers (docx, odt, xlsx) written so that the same content gives the same bytes."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import regex

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_STAMPS = regex.compile(
    rb"(<(?:dcterms:(?:created|modified)|dc:date|meta:creation-date)[^>]*>)\d{4}-\d\d-\d\dT[^<]*(</)"
)
"""The moments that Word, LibreOffice and openpyxl note in a file's properties."""


def settle(path: Path, date: str, *, change: Callable[[str, bytes], bytes] | None = None) -> None:
    """Packs the file at `path` again with fixed times, its properties dated `date` (ISO 8601).

    `change` may alter a part: it is given the part's name and content.
    """
    stamp = rf"\g<1>{date}T12:00:00Z\g<2>".encode()
    with zipfile.ZipFile(path) as packed:
        parts = [(info, packed.read(info)) for info in packed.infolist() if not info.is_dir()]
    with zipfile.ZipFile(path, "w") as packed:
        for info, content in parts:
            settled = _STAMPS.sub(stamp, content) if info.filename.endswith(("core.xml", "meta.xml")) else content
            entry = zipfile.ZipInfo(info.filename, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            packed.writestr(entry, change(info.filename, settled) if change else settled)
