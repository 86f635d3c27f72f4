"""Which numbers of a release are withheld: small ones, and as many others as it takes to keep them unknown."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.privacy.recovery import Count, Recovery

LIMIT = 5
"""The number of respondents from which on a number may be published, where the study says nothing else."""

_WIDTH = 2
"""A withheld number stays unknown where a reader must think at least this many greater or smaller values possible."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What of some counts may not be published, as their places among them."""

    small: frozenset[int]
    """Numbers below the limit."""
    complements: frozenset[int]
    """Numbers from which, with all others, a small one could be worked out."""

    @property
    def all(self) -> frozenset[int]:
        """All that is withheld."""
        return self.small | self.complements


def withheld(
    counts: Sequence[Count],
    *,
    parts: Mapping[str, Collection[str]] | None = None,
    limit: int = LIMIT,
    before: Sequence[Count] = (),
) -> Withheld:
    """What to withhold of `counts`, judged jointly; of equal counts all or none.

    `parts` are the codes of each theme, among the rows. `before` are numbers that earlier releases published; those
    that are no longer true cannot be set beside new ones and are left out.
    """
    small = frozenset(place for place, count in enumerate(counts) if count.value < limit)
    more: set[int] = set()
    for block, nested in _blocks(counts, parts or {}):
        more |= _complements(counts, block, small & block, nested, before)
    return Withheld(small, frozenset(more))


def _blocks(
    counts: Sequence[Count], parts: Mapping[str, Collection[str]]
) -> Iterator[tuple[frozenset[int], Mapping[str, Collection[str]]]]:
    """Counts that say something about each other: those of a theme and its codes."""
    whole = {part: theme for theme, codes in parts.items() for part in codes}
    places: dict[str, set[int]] = defaultdict(set)
    for place, count in enumerate(counts):
        places[whole.get(count.row, count.row)].add(place)
    for theme, block in places.items():
        yield frozenset(block), {theme: parts[theme]} if theme in parts else {}


def _complements(
    counts: Sequence[Count],
    block: frozenset[int],
    small: frozenset[int],
    parts: Mapping[str, Collection[str]],
    before: Sequence[Count],
) -> set[int]:
    rows = {counts[place].row for place in block}
    said = {(counts[place].row, person) for place in block for person in counts[place].speakers}
    known = [one for one in before if one.row in rows and _is_true(one, said)]
    recovery = Recovery([*(counts[place] for place in sorted(block)), *known], parts)
    more: set[int] = set()
    waiting = sorted(small)
    while waiting:  # withholding more never makes known what was unknown, so each is looked at until it is, once
        place = waiting[-1]
        left = block - small - more
        published = [*(counts[one] for one in sorted(left)), *known]
        width = min(_WIDTH if place in small else 1, len(counts[place].group))
        if recovery.is_unknown(counts[place], published, width=width):
            waiting.pop()
            continue
        one = _next(counts, left, counts[place], parts)
        if one is None:
            waiting.pop()  # earlier releases tell it, whatever is withheld now
            continue
        twins = {other for other in left if _same(counts[other], counts[one])}
        more |= twins
        waiting[:0] = sorted(twins)
    return more


def _is_true(count: Count, said: Collection[tuple[str, str]]) -> bool:
    """Whether a number of an earlier release still is what it would be today."""
    return sum((count.row, person) in said for person in count.group) == count.value


def _next(
    counts: Sequence[Count], published: Collection[int], wanted: Count, parts: Mapping[str, Collection[str]]
) -> int | None:
    """The number to withhold next: of the same row first, no total of those `wanted` counts, the smallest."""
    related = {wanted.row, *parts, *(code for codes in parts.values() for code in codes)}
    able = [place for place in published if counts[place].row in related]
    if not able:
        return None

    def cost(place: int) -> tuple[bool, bool, int, int, int]:
        one = counts[place]
        return (one.row != wanted.row, one.group >= wanted.group, one.value, len(one.group), place)

    return min(able, key=cost)


def _same(one: Count, other: Count) -> bool:
    return one.row == other.row and one.group == other.group
