"""OpenDocument texts (.odt): the paragraphs, table cells, text boxes and notes of a document as lines."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from qualcode.model.source import Document, Line, TableCell
from qualcode.readers.formats.archive import parse_xml, unpack
from qualcode.readers.formats.opendocument_styles import Styles
from qualcode.readers.formats.styled import Piece, paragraph_lines
from qualcode.readers.formats.unread import Unread, names_something
from qualcode.readers.formats.unusable import mismatch, no_words, read_bytes, unusable

_PARTS = frozenset(("content.xml", "styles.xml", "META-INF/manifest.xml"))
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_UNREAD = frozenset(
    (
        *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "binary-data")),
        *(
            f"{_TEXT}{name}"
            for name in ("tracked-changes", "number", "ruby-text", "note-citation", "script", "hidden-text")
        ),
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    )
)
"""Elements whose text is not part of what was said: comments, deleted words, numbers of lists, glosses, alt texts."""
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_ROW_GROUPS = tuple(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_HEADERS = tuple(f"{_STYLE}{place}{pages}" for place in ("header", "footer") for pages in ("", "-left", "-first"))
_WHITE = re.compile(r"[ \t\r\n]+")
_MAX_REPEATS = 1000


class _Stretch(NamedTuple):
    """Text of a paragraph in one setting; white space that is `meant` was entered as such and stays."""

    text: str
    bold: bool
    meant: bool = False


def read(path: Path, *, encoding: str = "") -> Document:  # noqa: ARG001 - an OpenDocument text says itself how it is encoded
    """The words of an OpenDocument text as its reader sees them with all changes accepted; notes stand at the end.

    ProblemsError where it cannot be used; what was left out is named in the document's problems.
    """
    parts = unpack(path, expected="an OpenDocument text", wanted=_PARTS.__contains__)
    # The manifest is searched and not parsed: older programs gave it a DTD.
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        fix = "open it with its password and save it again without one (File, Save As, no tick at the password)"
        raise unusable(path, "the file is protected by a password.", fix)
    if "content.xml" not in parts:
        raise mismatch(path, read_bytes(path), "an OpenDocument text")
    content = parse_xml(path, "content.xml", parts["content.xml"])
    styles = parse_xml(path, "styles.xml", parts["styles.xml"]) if "styles.xml" in parts else None
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        what = "this is an OpenDocument sheet or presentation, not a text."
        raise unusable(path, what, "open it in LibreOffice and copy the words into a text document")
    walk = _Walk(Styles(root for root in (styles, content) if root is not None))
    walk.block(body, None)
    walk.notes()
    if not any(line.text.strip() for line in walk.lines):
        raise no_words(path)
    return Document(tuple(walk.lines), _unread(body, styles, walk.hidden).problems(path.name))


class _Walk:
    """Goes through the document in reading order and counts paragraphs and tables, empty ones too."""

    def __init__(self, styles: Styles) -> None:
        self.lines: list[Line] = []
        self.hidden = 0
        self._styles = styles
        self._paragraphs = 0
        self._tables = 0
        self._notes: list[Any] = []
        self._drawings: list[Any] = []
        self._in_note = False

    def block(self, element: Any, cell: TableCell | None) -> None:
        """Adds the lines of everything below `element`."""
        for child in element.iterchildren("*"):
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, cell)
            elif child.tag == f"{_TABLE}table":
                self._table(child)
            elif child.tag == f"{_TEXT}section" and child.get(f"{_TEXT}display") == "none":
                self.hidden += 1
            elif child.tag not in _UNREAD and not str(child.tag).endswith("-source"):
                self.block(child, cell)

    def notes(self) -> None:
        """Adds the footnotes and endnotes, in the order in which the text refers to them."""
        self._in_note = True
        for note in self._notes:
            self.block(note, None)

    def _paragraph(self, element: Any, cell: TableCell | None) -> None:
        """Adds a paragraph, and behind it what stands in text boxes anchored to it."""
        self._paragraphs += 1
        style = element.get(f"{_TEXT}style-name", "")
        if self._styles.hidden("paragraph", style):
            self.hidden += 1
            return
        outer, self._drawings = self._drawings, []
        stretches = self._stretches(element, self._styles.bold("paragraph", style) or False)
        self.lines += paragraph_lines(_collapsed(stretches), self._paragraphs, cell=cell, note=self._in_note)
        drawings, self._drawings = self._drawings, outer
        for drawing in drawings:
            self.block(drawing, cell)

    def _table(self, table: Any) -> None:
        """Adds a table cell by cell; a cell without words leaves an empty line, so that columns keep their places."""
        self._tables += 1
        number, row_number = self._tables, 0
        for row in _rows(table):
            for _ in range(_repeats(row, "rows")):
                row_number += 1
                self._row(row, number, row_number)

    def _row(self, row: Any, table: int, row_number: int) -> None:
        """Adds the cells of a row; what a wider cell to the left covers is no cell of its own."""
        column = covered = 0
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            for _ in range(_repeats(cell, "columns")):
                column += 1
                if covered and cell.tag == f"{_TABLE}covered-table-cell":
                    covered -= 1
                    continue
                covered = _number(cell, f"{_TABLE}number-columns-spanned") - 1
                place = TableCell(table, row_number, column)
                before = len(self.lines)
                self.block(cell, place)
                if len(self.lines) == before and not self._in_note:
                    self.lines.append(Line("", cell=place))

    def _stretches(self, element: Any, bold: bool) -> Iterator[_Stretch]:
        """The text of a paragraph or of an element in it."""
        if element.text:
            yield _Stretch(element.text, bold)
        for child in element:
            yield from self._inline(child, bold)
            if child.tail:
                yield _Stretch(child.tail, bold)

    def _inline(self, child: Any, bold: bool) -> Iterator[_Stretch]:
        """The text of one element inside a paragraph; notes and drawings with text in them are put aside."""
        tag = str(child.tag)
        if not isinstance(child.tag, str) or tag in _UNREAD:
            return
        if tag in _SIGNS:
            yield _Stretch(_SIGNS[tag] * _number(child, f"{_TEXT}c"), bold, meant=True)
        elif tag == f"{_TEXT}note":
            self._notes.append(child)
        elif tag.startswith(_DRAWING):
            self._drawings.append(child)
        else:
            style = child.get(f"{_TEXT}style-name", "")
            if tag == f"{_TEXT}span" and self._styles.hidden("text", style):
                self.hidden += 1
                return
            own = self._styles.bold("text", style)
            yield from self._stretches(child, bold if own is None else own)


def _collapsed(stretches: Iterable[_Stretch]) -> Iterator[Piece]:
    """Pieces with white space in the XML as OpenDocument reads it: a run of it is one space, none at the start."""
    after_space = True
    for text, bold, meant in stretches:
        if meant:
            yield Piece(text, bold)
            after_space = False
            continue
        plain = _WHITE.sub(" ", text)
        plain = plain[1:] if after_space and plain.startswith(" ") else plain
        if plain:
            yield Piece(plain, bold)
            after_space = plain.endswith(" ")


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those in its groups and headers too, and not those of tables in its cells."""
    for child in table.iterchildren(f"{_TABLE}*"):
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _repeats(element: Any, kind: str) -> int:
    """How often a row or cell stands there; the endless empty rest of a sheet counts once."""
    repeats = _number(element, f"{_TABLE}number-{kind}-repeated")
    return repeats if repeats <= _MAX_REPEATS else 1


def _number(element: Any, name: str) -> int:
    """A whole number from 1 in an attribute, 1 where there is none."""
    value = str(element.get(name, "1"))
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) < 8 else 1


def _unread(body: Any, styles: Any, hidden: int) -> Unread:
    """What the document holds beside its words."""
    headers = () if styles is None else styles.iter(*_HEADERS)
    return Unread(
        comments=sum(1 for _ in body.iter(f"{_OFFICE}annotation")),
        headers=sum(names_something(" ".join(part.itertext())) for part in headers),
        changes=sum(1 for _ in body.iter(f"{_TEXT}insertion", f"{_TEXT}deletion")),
        hidden=hidden,
    )
