"""Documents that are zip archives, opened without trusting them: sizes, names and XML are checked before use."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from qualcode.errors import ProblemsError
from qualcode.readers.formats.unusable import mismatch, read_bytes, unusable

MAX_ENTRIES = 10_000
MAX_UNPACKED = 2_000_000_000
"""Bytes that all parts together may unpack to; films and pictures in a document count, though nobody reads them."""
MAX_PART = 64_000_000
"""Bytes that one part we read may unpack to: some hundred times the longest interview."""
FREE_RATIO = 8_000_000
"""Below so many bytes a part may be packed as tightly as it likes: repeated words pack well."""
MAX_RATIO = 150
MAX_DEPTH = 120
"""Levels of XML; what Word nests deepest (a table in a text box in a table) stays under 60."""

_SAVE_AGAIN = "open it in Word or LibreOffice and save it again, or ask for the file again"
_DISTRUST = "do not open it; ask whoever sent it for the transcript in a new file"


def unpack(path: Path, *, expected: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts of the archive whose name is `wanted`, by name.

    ProblemsError where the file is no archive (`expected` names what it should be: "a Word document"), is damaged or
    protected, or is built to overwhelm or deceive whoever opens it.
    """
    data = read_bytes(path)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise mismatch(path, data, expected)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged(path) from error
    with archive:
        entries = archive.infolist()
        _check_entries(path, entries)
        return {entry.filename: _part(path, archive, entry) for entry in entries if wanted(entry.filename)}


def repack(parts: Mapping[str, bytes]) -> io.BytesIO:
    """An archive of `parts` in memory, for a library that wants to open one itself."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    packed.seek(0)
    return packed


def parse_xml(path: Path, name: str, content: bytes) -> Any:
    """The root (lxml) of the part `name`; ProblemsError for a DTD, broken XML or nesting without end."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if b"<!ENTITY" in content or b"<!DOCTYPE" in content:
            raise _has_dtd(path, name) from error
        if "depth" in str(error):
            raise _nested(path, name) from error
        raise unusable(path, "the file is damaged: a part of it is not readable.", _SAVE_AGAIN, detail=name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_dtd(path, name)
    if _too_deep(root):
        raise _nested(path, name)
    return root


def _check_entries(path: Path, entries: Iterable[zipfile.ZipInfo]) -> None:
    """Refuses by what the archive says of itself, before anything is unpacked."""
    listed = list(entries)
    if len(listed) > MAX_ENTRIES:
        raise unusable(path, f"the file holds {len(listed):,} parts; no document does.", _DISTRUST)
    if sum(entry.file_size for entry in listed) > MAX_UNPACKED:
        raise unusable(path, "the file would unpack to gigabytes.", _DISTRUST)
    for entry in listed:
        if _leads_outside(entry.filename):
            raise unusable(path, "a part of the file wants to be written outside its folder.", _DISTRUST)
        if entry.flag_bits & 1:
            fix = "open it with its password and save it without one, or ask for a file without a password"
            raise unusable(path, "the file is protected by a password.", fix)


def _leads_outside(name: str) -> bool:
    """Whether a part's name points above or outside the archive, on any system."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or bool(PureWindowsPath(name).drive)


def _part(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One part unpacked, within bounds whatever the archive says about its size."""
    ratio = entry.file_size / max(1, entry.compress_size)
    if entry.file_size > MAX_PART or (entry.file_size > FREE_RATIO and ratio > MAX_RATIO):
        raise unusable(
            path, "a part of the file would unpack to far more than a document holds.", _DISTRUST, detail=entry.filename
        )
    try:
        with archive.open(entry) as handle:
            content = handle.read(MAX_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise _damaged(path) from error
    if len(content) != entry.file_size:
        raise _damaged(path)
    return content


def _too_deep(root: Any) -> bool:
    """Whether any element stands deeper than MAX_DEPTH."""
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def _nested(path: Path, name: str) -> ProblemsError:
    what = f"the document is nested more than {MAX_DEPTH} levels deep."
    fix = "open it in Word or LibreOffice, copy the text into a new document and save that"
    return unusable(path, what, fix, detail=name)


def _has_dtd(path: Path, name: str) -> ProblemsError:
    what = "the file defines its own XML entities, which documents never do and attacks on computers do."
    return unusable(path, what, _DISTRUST, detail=name)


def _damaged(path: Path) -> ProblemsError:
    return unusable(path, "the file is damaged or was not copied to its end.", _SAVE_AGAIN)
