"""Where terms were found, and which of them count where they overlap."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple


class Hit(NamedTuple):
    """A term found: its first and last word by position in the corpus, and where its pieces stand in the text.

    Where a regular expression covers no whole word, `last` is one less than `first`.
    """

    first: int
    last: int
    spans: tuple[tuple[int, int], ...]


def words_between(earlier: Hit, later: Hit) -> int:
    """How many words stand between two hits, negative where they overlap or stand the other way round."""
    return later.first - earlier.last - 1


def longest(hits: Iterable[Hit]) -> frozenset[Hit]:
    """The overlap policy: of hits that share words only the longest counts, of equally long ones the first.

    Several terms that found the very same words all count.
    """
    kept: set[Hit] = set()
    taken: list[tuple[int, int]] = []
    for hit in sorted(set(hits), key=lambda hit: (-_size(hit), hit)):
        if hit not in kept and not any(_meets(taken, span) for span in hit.spans):
            kept.add(hit)
            for span in hit.spans:
                insort(taken, span)
    return frozenset(kept)


def _size(hit: Hit) -> int:
    return sum(end - start for start, end in hit.spans)


def _meets(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether `span` overlaps one of `taken`, which are sorted and do not overlap each other."""
    start, end = span
    before = bisect_left(taken, (end, end)) - 1
    return before >= 0 and taken[before][1] > start
