"""The lines printed on a page of a PDF, put together from its characters."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from qualcode.readers.formats.styled import Piece, bold_prefix, visible

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Signs of typesetting for two or three letters; they are written out, or no search would find "traffic" and "fled"."""
_NO_LETTER = re.compile(r"\(cid:\d+\)")
UNREADABLE = "\ufffd"
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SPACE = 0.18
"""Gap, as a share of the font size, from which two characters are two words."""
_COLUMN = 1.3
"""Gap, as a share of the font size, from which two words may stand in two columns."""


class _Glyph(NamedTuple):
    text: str
    x0: float
    x1: float
    middle: float
    top: float
    bottom: float
    size: float
    bold: bool


class _Word(NamedTuple):
    pieces: tuple[Piece, ...]
    x0: float
    x1: float

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line; lengths are points from the top left corner of its page."""

    text: str
    page: int
    bold: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    """The font size of most of its characters."""
    first_word: float
    """The width of its first word."""


def printed_lines(
    characters: Iterable[Mapping[str, Any]], page: int, *, frame: tuple[float, float, float, float]
) -> list[PrintedLine]:
    """The lines of a page from top to bottom; `characters` are pdfplumber's.

    Left out are turned letters (watermarks) and those outside `frame` (left, top, right, bottom): browsers leave some
    beyond the edge of the page.
    """
    glyphs = [_glyph(character) for character in characters if character["upright"] and _inside(character, frame)]
    rows: list[list[_Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: (glyph.middle, glyph.x0)):
        if rows and glyph.middle - rows[-1][0].middle < 0.45 * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(row, page) for row in rows]


def _inside(character: Mapping[str, Any], frame: tuple[float, float, float, float]) -> bool:
    """Whether the middle of a character lies on the page."""
    left, top, right, bottom = frame
    across, down = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return bool(left <= across <= right and top <= down <= bottom)


def _glyph(character: Mapping[str, Any]) -> _Glyph:
    text = "".join(_LIGATURES.get(letter, letter) for letter in _NO_LETTER.sub(UNREADABLE, character["text"]))
    top, bottom = character["top"], character["bottom"]
    bold = _BOLD.search(str(character["fontname"])) is not None
    return _Glyph(text, character["x0"], character["x1"], (top + bottom) / 2, top, bottom, character["size"], bold)


def _line(row: Sequence[_Glyph], page: int) -> PrintedLine:
    """One line from the glyphs on it."""
    size = Counter(round(glyph.size, 1) for glyph in row).most_common(1)[0][0]
    across = sorted(row, key=lambda glyph: glyph.x0)
    # A soft hyphen is seen at the end of a line only.
    words = _words([*(glyph for glyph in across[:-1] if visible(glyph.text)), across[-1]], size)
    pieces: list[Piece] = []
    for index, word in enumerate(words):
        if index:
            columns = _in_columns(words, index, size, sum(len(piece.text) for piece in pieces))
            pieces.append(Piece("\t" if columns else " "))
        pieces += word.pieces
    return PrintedLine(
        text="".join(piece.text for piece in pieces),
        page=page,
        bold=bold_prefix(pieces),
        x0=words[0].x0,
        x1=words[-1].x1,
        top=min(glyph.top for glyph in row),
        bottom=max(glyph.bottom for glyph in row),
        size=size,
        first_word=words[0].x1 - words[0].x0,
    )


def _words(row: Sequence[_Glyph], size: float) -> list[_Word]:
    """The words of a line; spaces are seen by the gap they leave, whether the file holds them or not."""
    groups: list[list[_Glyph]] = []
    for glyph in row:
        if groups and _drawn_twice(groups[-1][-1], glyph):
            continue
        if groups and glyph.x0 - groups[-1][-1].x1 < _SPACE * size:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [
        _Word(tuple(Piece(glyph.text, glyph.bold) for glyph in group), group[0].x0, group[-1].x1) for group in groups
    ]


def _drawn_twice(before: _Glyph, glyph: _Glyph) -> bool:
    """Some programs print bold by drawing each letter again, a hair apart."""
    return before.text == glyph.text and glyph.x0 - before.x0 < 0.1 * glyph.size


def _in_columns(words: Sequence[_Word], index: int, size: float, before: int) -> bool:
    """Whether word `index` starts a column of its own: a wide gap near the start, wider than the line's other gaps."""
    gaps = [after.x0 - word.x1 for word, after in pairwise(words)]
    gap = gaps.pop(index - 1)
    return before <= 40 and gap >= _COLUMN * size and (not gaps or gap >= 1.8 * median(gaps))
