"""Where terms were found, and which of them count where they overlap."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from qualcode.model.transcript import Span


class Hit(NamedTuple):
    """A term found: its first and last word, counted through what respondents say, and the spans of its words.

    Where a regular expression covers no whole word, `last` is one less than `first`.
    """

    first: int
    last: int
    spans: tuple[Span, ...]


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
                insort(taken, (span.start, span.end))
    return frozenset(kept)


def _size(hit: Hit) -> int:
    return sum(span.end - span.start for span in hit.spans)


def _meets(taken: list[tuple[int, int]], span: Span) -> bool:
    """Whether `span` overlaps one of `taken`, which are sorted and do not overlap each other."""
    before = bisect_left(taken, (span.end, span.end)) - 1
    return before >= 0 and taken[before][1] > span.start
