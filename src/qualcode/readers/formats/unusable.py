"""What a file really is when it is not what its name says, as a problem with a way out."""

from pathlib import Path
from typing import NamedTuple

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Where

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a compound file: Word and Excel before 2007, and every Office file with a password."""

_OCR = "ask for the transcript itself, or run text recognition (OCR) on the picture"
_WEB = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<table", b"<meta", b"<!--")
_SIGNATURES = (
    (b"%pdf-", "a PDF file", "rename it so that its name ends in .pdf"),
    (b"{\\rtf", "an RTF file", "rename it so that its name ends in .rtf"),
    (b"\xff\xd8\xff", "a picture", _OCR),
    (b"\x89png", "a picture", _OCR),
    (b"<?xml", "an XML file", "open it in the program it comes from and save it as a Word document (.docx)"),
)


class Kind(NamedTuple):
    """What a file is, as a noun phrase, and what to do with it; both "" where its bytes do not tell."""

    name: str
    fix: str


def unusable(path: Path, what: str, fix: str, *, detail: str = "") -> ProblemsError:
    """The error to raise for a file that cannot be used at all."""
    return ProblemsError(f"{path.name} cannot be read.", [Problem(what, Where(path.name, detail=detail), fix)])


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at least one; ProblemsError for an empty file or one that cannot be opened."""
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be opened ({error.strerror or 'the computer gave no reason'})."
        raise unusable(path, what, "close it in other programs and check that you may read it") from error
    if not data.strip(b"\x00 \t\r\n"):
        raise unusable(path, "the file is empty.", "ask for the file again, or take it out of the folder")
    return data


def no_words(path: Path) -> ProblemsError:
    """The error for a document that opens but holds nothing to read."""
    what = "the document holds no words."
    return unusable(
        path, what, "open it and look whether the transcript is in it; a scan needs text recognition (OCR) first"
    )


def kind_of(data: bytes) -> Kind:
    """What the bytes themselves say a file is."""
    if data.startswith(OLE):
        return _compound(data)
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_WEB) or (head.startswith(b"<?xml") and b"<html" in head):
        return Kind("a web page", "open it in a browser, copy the text into a document and save that as .docx")
    for start, name, fix in _SIGNATURES:
        if head.startswith(start):
            return Kind(name, fix)
    if data.startswith(b"PK\x03\x04"):
        return _container(data)
    if b"\x00" not in data and not any(byte < 9 for byte in data[:4096]):
        return Kind("plain text", "rename it so that its name ends in .txt")
    return Kind("", "")


def mismatch(path: Path, data: bytes, expected: str) -> ProblemsError:
    """The error for a file that is not `expected` ("a Word document")."""
    kind = kind_of(data)
    if kind.name.startswith("protected"):
        return unusable(path, f"the file is {kind.name}.", kind.fix)
    if kind.name:
        return unusable(path, f"this is {kind.name}, not {expected}.", kind.fix)
    what = f"this is not {expected}, or it is damaged."
    return unusable(path, what, "open it in the program it comes from and save it again, or ask for the file again")


def _compound(data: bytes) -> Kind:
    """Old Office files and protected new ones look the same from outside; the names of their streams tell."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        fix = "open it with its password, remove the password (File, Info, Protect Document) and save it again"
        return Kind("protected by a password", fix)
    if "WordDocument".encode("utf-16-le") in data:
        return Kind("an old Word file (.doc)", "open it in Word or LibreOffice and save it as a Word document (.docx)")
    if "Workbook".encode("utf-16-le") in data:
        return Kind("an old Excel file (.xls)", "open it in Excel or LibreOffice and save it as a workbook (.xlsx)")
    return Kind("an old Office file", "open it in Word or LibreOffice and save it as a Word document (.docx)")


def _container(data: bytes) -> Kind:
    """Which of the formats that are zip archives it is, by the names of its parts."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Kind("an OpenDocument text", "rename it so that its name ends in .odt")
    if b"word/document.xml" in data:
        return Kind("a Word document", "rename it so that its name ends in .docx")
    if b"xl/workbook" in data:
        return Kind("an Excel workbook", "rename it so that its name ends in .xlsx")
    return Kind("a zip archive", "unpack it and import the files in it")
