"""Numbers printed in the left margin of a PDF, one a line or one every few lines: they are nobody's words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.formats.pdf_lines import PrintedLine

_NUMBER = regex.compile(r"(?P<number>\d{1,4})(?P<gap>[\t ]+)(?=\S)")
_ALONE = regex.compile(r"\d{1,4}")
_EVERY_LINE = 0.8
"""Share of the lines that carry a number where each is numbered."""
_FEWEST = 6
_STEPS = (5, 10)
_LETTER = 0.45
"""Width of an average letter, as a share of the font size."""

_Places = list[tuple[int, int]]
"""Index of a line in the document, and the number before it."""


def without_line_numbers(
    pages: Sequence[Sequence[PrintedLine]], *, file: str
) -> tuple[list[list[PrintedLine]], tuple[Problem, ...]]:
    """The lines of all pages without the numbers in their margin, and a note of how many those were."""
    lines = [line for page in pages for line in page]
    found = [(index, int(match["number"])) for index, line in enumerate(lines) if (match := _NUMBER.match(line.text))]
    marked = _every_line(lines, found) or _every_few(lines, found)
    if not marked:
        return [list(page) for page in pages], ()
    margin = median(line.x0 for index, line in enumerate(lines) if index not in marked or len(marked) == len(lines))
    every = len(marked) >= _EVERY_LINE * len(lines)
    kept, start = [], 0
    for page in pages:
        numbered = [(line, start + offset in marked) for offset, line in enumerate(page)]
        blank = [every and _ALONE.fullmatch(line.text) is not None and line is not page[-1] for line, _ in numbered]
        kept.append(
            [
                _bare(line, margin) if own else line
                for (line, own), gone in zip(numbered, blank, strict=True)
                if not gone
            ]
        )
        start += len(page)
    what = f"the line numbers in the margin of {len(marked)} lines were left out."
    return kept, (Problem(what, Where(file), severity=Severity.NOTE),)


def _every_line(lines: Sequence[PrintedLine], found: _Places) -> frozenset[int]:
    """Indexes of the numbered lines where nearly all are, one after the other, also within sentences."""
    steps = sum(0 < later - earlier <= 3 or later <= 2 for (_, earlier), (_, later) in pairwise(found))
    within = sum(lines[index].text.lstrip("0123456789\t ")[:1].islower() for index, _ in found)
    sound = len(found) >= _FEWEST and len(found) >= _EVERY_LINE * len(lines) and steps >= 0.95 * (len(found) - 1)
    return frozenset(index for index, _ in found) if sound and within >= 2 else frozenset()


def _every_few(lines: Sequence[PrintedLine], found: _Places) -> frozenset[int]:
    """Indexes of the numbered lines where every fifth or tenth has its number, further left than the others."""
    left = median(line.x0 for line in lines) if lines else 0.0
    for step in _STEPS:
        own = [(index, number) for index, number in found if number % step == 0 and lines[index].x0 < left - 2]
        pairs = list(pairwise(own))
        even = sum(later[0] - earlier[0] == later[1] - earlier[1] == step for earlier, later in pairs)
        if len(own) >= 3 and even >= 0.6 * len(pairs):
            return frozenset(index for index, _ in own)
    return frozenset()


def _bare(line: PrintedLine, margin: float) -> PrintedLine:
    """A line without its number; how wide its first word is can only be estimated."""
    found = _NUMBER.match(line.text)
    if found is None:
        return line
    text = line.text[found.end() :]
    width = len(text.split(maxsplit=1)[0]) * _LETTER * line.size
    return replace(line, text=text, bold=max(0, line.bold - found.end()), x0=max(margin, line.x0), first_word=width)
