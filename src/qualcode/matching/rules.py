"""What each kind of rule asks of the words found. A new kind is a function here and its row in `RULES`."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from qualcode.matching.hits import Hit, words_between
from qualcode.model.codebook import Rule, RuleKind

Found = Sequence[Sequence[Hit]]
"""For every entry of a rule its hits, in order."""


def evaluate_any(rule: Rule, found: Found) -> list[Hit]:
    """Every hit of every entry."""
    del rule
    return _merged(found)


def evaluate_all(rule: Rule, found: Found) -> list[Hit]:
    """Every hit, where each entry has one."""
    del rule
    return _merged(found) if all(found) else []


def evaluate_at_least(rule: Rule, found: Found) -> list[Hit]:
    """Every hit, where as many different entries have one as the rule asks for."""
    return _merged(found) if sum(map(bool, found)) >= rule.count else []


def evaluate_near(rule: Rule, found: Found) -> list[Hit]:
    """The hits of chains with one hit of each entry, none further from the next than the rule allows.

    Hits of a chain never share a word; where the rule is ordered they stand in the order of its entries.
    """
    if not all(found):
        return []
    members = sorted(_Member(hit, entry) for entry, hits in enumerate(found) for hit in hits)
    chains = _chains(members, rule)
    complete = (1 << len(found)) - 1
    chosen: set[Hit] = set()
    for position, ending in enumerate(chains):
        link = (position, complete) if complete in ending else None
        while link is not None:
            chosen.add(members[link[0]].hit)
            link = chains[link[0]][link[1]]
    return sorted(chosen)


RULES: Mapping[RuleKind, Callable[[Rule, Found], list[Hit]]] = {
    RuleKind.ANY: evaluate_any,
    RuleKind.ALL: evaluate_all,
    RuleKind.AT_LEAST: evaluate_at_least,
    RuleKind.NEAR: evaluate_near,
}


def needed(rule: Rule, entries: int) -> int:
    """How many of its entries must be found for `rule` to hold, at the least."""
    return {RuleKind.ANY: 1, RuleKind.AT_LEAST: rule.count}.get(rule.kind, entries)


class _Member(NamedTuple):
    hit: Hit
    entry: int


_Link = tuple[int, int]
"""A chain: the position of its last member, and its entries as bits."""


def _chains(members: list[_Member], rule: Rule) -> list[dict[int, _Link | None]]:
    """For every member the chains that end with it, by their entries, each with the chain it prolongs.

    Of several with the same entries the one whose last gap is shortest is kept.
    """
    chains: list[dict[int, _Link | None]] = [
        {1 << member.entry: None} if not rule.ordered or member.entry == 0 else {} for member in members
    ]
    for position, member in enumerate(members):
        for later in range(position + 1, len(members)):
            gap = words_between(member.hit, members[later].hit)
            if gap > rule.within:
                break
            bit = 1 << members[later].entry
            for entries in chains[position] if gap >= 0 else ():
                if not entries & bit and (not rule.ordered or entries == bit - 1):
                    chains[later][entries | bit] = (position, entries)
    return chains


def _merged(found: Found) -> list[Hit]:
    return sorted({hit for hits in found for hit in hits})
