"""Word documents (.docx): the paragraphs, table cells, text boxes and notes of a document as lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qualcode.model.source import Document, Line, TableCell
from qualcode.readers.formats.styled import Piece, paragraph_lines
from qualcode.readers.formats.unusable import no_words, unusable
from qualcode.readers.formats.word_package import open_package


def read(path: Path, *, encoding: str = "") -> Document:  # noqa: ARG001 - a Word document says itself how it is encoded
    """The words of a Word document as its reader sees them with all changes accepted; notes stand at the end.

    ProblemsError where it cannot be used; what was left out is named in the document's problems.
    """
    from mammoth import docx

    package = open_package(path)
    # The tree itself is wanted; the converters that mammoth offers over it would lay it out as HTML first.
    try:
        tree = docx.read(package.archive).value
    except (KeyError, ValueError, IndexError, OSError) as error:
        what = "the document is damaged: its parts do not fit together."
        raise unusable(path, what, "open it in Word or LibreOffice and save it again") from error
    walk = _Walk()
    walk.block(tree, None)
    walk.notes(tree)
    if not any(line.text.strip() for line in walk.lines):
        raise no_words(path)
    return Document(tuple(walk.lines), package.problems)


class _Walk:
    """Goes through the tree in reading order and counts paragraphs and tables, empty ones too."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._paragraphs = 0
        self._tables = 0
        self._references: list[Any] = []
        self._note = False

    def block(self, element: Any, cell: TableCell | None) -> None:
        """Adds the lines of `element` and everything below it."""
        name = type(element).__name__
        if name == "Paragraph":
            self._paragraphs += 1
            self.lines += paragraph_lines(self._pieces(element), self._paragraphs, cell=cell, note=self._note)
        elif name == "Table":
            self._table(element)
        else:
            for child in getattr(element, "children", ()):
                self.block(child, cell)

    def notes(self, tree: Any) -> None:
        """Adds the footnotes and endnotes, in the order in which the text refers to them."""
        self._note = True
        for reference in self._references:
            try:
                note = tree.notes.find_note(reference.note_type, reference.note_id)
            except KeyError:
                continue
            for child in note.body:
                self.block(child, None)

    def _table(self, table: Any) -> None:
        """Adds a table cell by cell; a cell without words leaves an empty line, so that columns keep their places."""
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(_below(table, "TableRow"), start=1):
            column = 1
            for cell in _below(row, "TableCell"):
                place = TableCell(number, row_number, column)
                before = len(self.lines)
                self.block(cell, place)
                if len(self.lines) == before and not self._note:
                    self.lines.append(Line("", cell=place))
                column += cell.colspan

    def _pieces(self, element: Any, bold: bool = False) -> Iterator[Piece]:
        """The text of a paragraph with its breaks and tabs; references to notes are put aside."""
        for child in element.children:
            name = type(child).__name__
            if name == "Text":
                yield Piece(child.value.replace("\r", " ").replace("\n", " "), bold)
            elif name == "Tab":
                yield Piece("\t", bold)
            elif name == "Break":
                yield Piece("\n", bold)
            elif name == "NoteReference":
                self._references.append(child)
            elif name == "Run":
                yield from self._pieces(child, child.is_bold)
            elif hasattr(child, "children"):
                yield from self._pieces(child, bold)


def _below(element: Any, name: str) -> Iterator[Any]:
    """The nearest elements of a kind below `element`; bookmarks and content controls may stand between."""
    for child in getattr(element, "children", ()):
        if type(child).__name__ == name:
            yield child
        else:
            yield from _below(child, name)
