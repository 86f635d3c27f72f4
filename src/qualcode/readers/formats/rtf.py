"""RTF documents (.rtf): paragraphs, table cells, text boxes and notes as lines.

Read token by token: libraries that turn RTF into plain text keep deleted words, and lose notes, cells and bold labels.
"""

import codecs
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from qualcode.model.source import Document, Line, TableCell
from qualcode.readers.formats.rtf_sink import Paragraph
from qualcode.readers.formats.rtf_text import RtfText, interpret
from qualcode.readers.formats.styled import paragraph_lines
from qualcode.readers.formats.unread import Unread, names_something
from qualcode.readers.formats.unusable import mismatch, no_words, read_bytes, unusable


def read(path: Path, *, encoding: str = "") -> Document:
    """The words of an RTF document as its reader sees them with all changes accepted; notes stand at the end.

    `encoding` replaces the code page that the file names for itself. ProblemsError where the file cannot be used;
    what was left out is named in the document's problems.
    """
    data = read_bytes(path)
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf"):
        raise mismatch(path, data, "an RTF document")
    text = interpret(data, encoding=_codec(path, encoding))
    if not text.complete:
        what = "the file is damaged or was not copied to its end."
        raise unusable(path, what, "open it in Word or LibreOffice and save it again, or ask for the file again")
    body = _lines(text.body, first=1, note=False)
    notes = _lines(text.notes, first=len(text.body) + 1, note=True)
    if not any(line.text.strip() for line in body):
        raise no_words(path)
    return Document((*body, *notes), _unread(text).problems(path.name))


def _codec(path: Path, encoding: str) -> str:
    """`encoding` as Python knows it, "" for none."""
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError as error:
        what = f'the encoding "{encoding}" does not exist.'
        raise unusable(path, what, "take `encoding:` out of study.yaml, or write cp1250, cp1252 or utf-8") from error


def _lines(paragraphs: Iterable[Paragraph], *, first: int, note: bool) -> list[Line]:
    """The lines of paragraphs; a cell without words leaves an empty line, so that columns keep their places."""
    lines: list[Line] = []
    numbered = enumerate(paragraphs, start=first)
    for place, members in groupby(numbered, key=lambda pair: pair[1].cell):
        cell = TableCell(*place) if place else None
        found = [paragraph_lines(paragraph.pieces, number, cell=cell, note=note) for number, paragraph in members]
        words = [line for lines_of_one in found for line in lines_of_one]
        lines += words if words or cell is None or note else [Line("", cell=cell)]
    return lines


def _unread(text: RtfText) -> Unread:
    """What the document holds beside its words."""
    headers = sum(names_something(header) for header in text.headers)
    return Unread(comments=text.comments, headers=headers, changes=text.changes, hidden=text.hidden)
