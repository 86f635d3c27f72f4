"""Numbers in the margin of a text file, one a line or one every few lines: they are nobody's words."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import regex

from qualcode.readers.formats.wrapping import Physical

_NUMBER = regex.compile(r"\s*(?P<number>\d{1,4})(?:\s+(?=\S)|\s*$)")
_FEWEST = 6
_EVERY_LINE = 0.8
"""Share of the lines that carry a number where each is numbered."""
_STEPS = (5, 10)
"""How far apart the numbers stand where not every line has one."""


def without_line_numbers(lines: Sequence[Physical]) -> tuple[list[Physical], int]:
    """`lines` without the numbers in their margin, and how many those were.

    A number that starts again on each page counts on as well; the lines' own places in the file stay as they are.
    """
    found = [(index, int(match["number"])) for index, line in enumerate(lines) if (match := _NUMBER.match(line.text))]
    marked = _every_line(lines, found) or _every_few(lines, found)
    if not marked:
        return list(lines), 0
    return [_bare(line, numbered=index in marked) for index, line in enumerate(lines)], len(marked)


def _every_line(lines: Sequence[Physical], found: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indexes of the numbered lines where nearly all are, one after the other."""
    worded = sum(1 for line in lines if line.text.strip())
    steps = sum(later == earlier + 1 or later == 1 for (_, earlier), (_, later) in pairwise(found))
    wrapped = sum(regex.match(r"\s*\d+\s+\p{Ll}", lines[index].text) is not None for index, _ in found)
    sound = len(found) >= _FEWEST and len(found) >= _EVERY_LINE * worded and steps >= 0.95 * (len(found) - 1)
    return frozenset(index for index, _ in found) if sound and wrapped >= 2 else frozenset()


def _every_few(lines: Sequence[Physical], found: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indexes of the numbered lines where every fifth or tenth line of the file has its own number."""
    for step in _STEPS:
        places = Counter(index + 1 - number for index, number in found if number % step == 0)
        offset, count = max(places.items(), key=lambda item: item[1], default=(0, 0))
        if count >= 3 and count >= 0.8 * ((len(lines) - offset) // step):
            return frozenset(index for index, number in found if number % step == 0 and index + 1 - number == offset)
    return frozenset()


def _bare(line: Physical, *, numbered: bool) -> Physical:
    """A line without its number, moved out of the margin the numbers need."""
    if not numbered:
        return line._replace(text=line.text.lstrip())
    return line._replace(text=_NUMBER.sub("", line.text, count=1))
