"""Where the words of an RTF file go: paragraphs, and the cells of table rows."""

from dataclasses import dataclass, field, replace

from qualcode.readers.formats.styled import Piece


@dataclass(slots=True)
class Paragraph:
    """The pieces of a paragraph; `cell` is its row and column, from 1, with the number of its table before them."""

    pieces: list[Piece] = field(default_factory=list)
    cell: tuple[int, int, int] | None = None


class Sink:
    """Where words go: the body, a note, a header, a text box. Cells wait until their row is complete."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.paragraphs: list[Paragraph] = []
        self.boxes: list[Paragraph] = []
        self.in_table = False
        self._current = Paragraph()
        self._cell: list[Paragraph] = []
        self._row: list[list[Paragraph]] = []
        self._table = self._row_number = 0

    def add(self, text: str, bold: bool) -> None:
        """Adds words to the paragraph under way."""
        self._current.pieces.append(Piece(text, bold))

    def end_paragraph(self) -> None:
        """Ends the paragraph under way; text boxes anchored in it follow it."""
        done = [self._current, *self.boxes]
        self._current, self.boxes = Paragraph(), []
        if self.in_table:
            self._cell += done
            return
        self.end_row()
        self._row_number = 0
        self.paragraphs += done

    def end_cell(self) -> None:
        """Ends a table cell."""
        self.in_table = True
        self.end_paragraph()
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """Ends a table row: now its cells are known."""
        if self._cell:
            self._row.append(self._cell)
            self._cell = []
        if not self._row:
            return
        self._table += self._row_number == 0
        self._row_number += 1
        for column, cell in enumerate(self._row, start=1):
            self.paragraphs += [replace(paragraph, cell=(self._table, self._row_number, column)) for paragraph in cell]
        self._row = []

    def finish(self) -> list[Paragraph]:
        """Everything that went in."""
        if self._current.pieces or self.boxes:
            self.end_paragraph()
        self.end_row()
        return self.paragraphs
