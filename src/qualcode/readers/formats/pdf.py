"""PDF files with a text layer (.pdf): printed lines in reading order, put back into paragraphs."""

import io
import logging
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document
from qualcode.readers.formats.pdf_line_numbers import without_line_numbers
from qualcode.readers.formats.pdf_lines import UNREADABLE, PrintedLine, printed_lines
from qualcode.readers.formats.pdf_margins import without_margins
from qualcode.readers.formats.pdf_paragraphs import flowed
from qualcode.readers.formats.unusable import mismatch, read_bytes, unusable

_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, RecursionError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What pdfminer raises on files that are damaged in ways it does not expect."""
_MAX_STREAM = 200_000_000
_STREAM = re.compile(rb"stream\r?\n(?=\x78)")
_OCR = "run text recognition (OCR) on it, or ask for the transcript as a Word document"
_AGAIN = "open it in a PDF viewer and print it to a new PDF, or ask for the file again"


def read(path: Path, *, encoding: str = "") -> Document:  # noqa: ARG001 - a PDF says itself how it is encoded
    """The words of a PDF: one line for each printed line, with its page, joined to paragraphs.

    Headers, footers and page numbers are left out. ProblemsError where the file cannot be used: no text layer,
    a password, damage.
    """
    data = read_bytes(path)
    if b"%PDF-" not in data[:1024]:
        raise mismatch(path, data, "a PDF file")
    if b"%%EOF" not in data[-65536:]:
        raise _damaged(path)
    _check_streams(path, data)
    pages, pictures = _pages(path, data)
    if not any(pages):
        what = "the PDF holds no text, only pictures of pages." if pictures else "the PDF holds no text."
        raise unusable(path, what, _OCR)
    problems = _unreadable(path, pages, pictures)
    unnumbered, numbers = without_line_numbers(pages, file=path.name)
    printed, dropped = without_margins(unnumbered, file=path.name)
    return Document(flowed(printed), (*problems, *numbers, *dropped))


def _pages(path: Path, data: bytes) -> tuple[list[list[PrintedLine]], list[int]]:
    """The lines of every page, and the numbers of pages that are only a picture."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as pdf:
            pages, pictures = [], []
            for page in pdf.pages:
                lines = printed_lines(page.chars, page.page_number, frame=page.bbox)
                pages.append(lines)
                if not lines and page.images:
                    pictures.append(page.page_number)
                page.close()
            return pages, pictures
    except (PdfminerException, PSException, *_BROKEN) as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            fix = "open it with its password and print it to a new PDF without one"
            raise unusable(path, "the file is protected by a password.", fix) from error
        raise _damaged(path) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps pdfminer's remarks on small faults of a file, which no researcher can mend, off the screen."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _check_streams(path: Path, data: bytes) -> None:
    """Refuses a file one of whose packed parts is built to fill the memory."""
    for found in _STREAM.finditer(data):
        unpacker, size, rest = zlib.decompressobj(), 0, data[found.end() : found.end() + _MAX_STREAM // 200]
        while rest and not unpacker.eof and size <= _MAX_STREAM:
            try:
                size += len(unpacker.decompress(rest, 1_000_000))
            except zlib.error:
                break
            rest = unpacker.unconsumed_tail
        if size > _MAX_STREAM:
            what = "a part of the file would unpack to far more than a document holds."
            raise unusable(path, what, "do not open it; ask whoever sent it for the transcript in a new file")


def _unreadable(path: Path, pages: Sequence[Sequence[PrintedLine]], pictures: Sequence[int]) -> list[Problem]:
    """Warnings for pages and characters without text behind them; ProblemsError where that is most of the file."""
    text = "".join(line.text for page in pages for line in page)
    lost = text.count(UNREADABLE)
    if lost > 0.2 * len(text):
        raise unusable(path, "the PDF shows letters, but does not say which ones they are.", _OCR)
    problems = []
    if lost:
        letters = "1 letter is" if lost == 1 else f"{lost} letters are"
        what = f"{letters} drawn without saying which; shown as {UNREADABLE}."
        problems.append(Problem(what, Where(path.name), "compare these places with the PDF", Severity.WARNING))
    if pictures:
        one = len(pictures) == 1
        listed = f"page {pictures[0]} is" if one else f"pages {', '.join(str(page) for page in pictures)} are"
        what = f"{listed} only a picture; words on {'it' if one else 'them'} were not read."
        problems.append(Problem(what, Where(path.name, page=pictures[0]), _OCR, Severity.WARNING))
    return problems


def _damaged(path: Path) -> ProblemsError:
    return unusable(path, "the file is damaged or was not copied to its end.", _AGAIN)
