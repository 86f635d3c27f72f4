"""From stretches of text, bold or not, to the lines of a paragraph."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qualcode.model.source import Line, Position, TableCell

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, zero-width spaces and marks of direction: nobody sees them, and they cut words and labels in two."""
_CLOCK = re.compile(r"\s*[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*")


class Piece(NamedTuple):
    """A stretch of text in one setting; a line end in it is a forced line break."""

    text: str
    bold: bool = False


def paragraph_lines(
    pieces: Iterable[Piece], number: int | None, *, cell: TableCell | None = None, note: bool = False
) -> list[Line]:
    """The lines of one paragraph that hold anything but white space."""
    lines: list[Line] = []
    for line in _split(pieces):
        text = "".join(piece.text for piece in line)
        if text.strip():
            lines.append(Line(text, Position(paragraph=number), bold=bold_prefix(line), cell=cell, note=note))
    return lines


def visible(text: str) -> str:
    """`text` without characters that nobody sees."""
    return _INVISIBLE.sub("", text)


def bold_prefix(pieces: Sequence[Piece]) -> int:
    """How many code points from the start are bold; white space between bold words counts, behind them it does not.

    A time before the bold words is passed over: `[00:12] **Name** words`.
    """
    reach = length = 0
    for text, bold in pieces:
        length += len(text)
        if bold:
            reach = length
        elif text.strip() and (reach or not _CLOCK.fullmatch(text)):
            break
    return reach


def _split(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each line, cut at forced breaks, without invisible characters."""
    lines: list[list[Piece]] = [[]]
    for text, bold in pieces:
        first, *others = visible(text).split("\n")
        lines[-1].append(Piece(first, bold))
        lines.extend([Piece(other, bold)] for other in others)
    return lines
