"""Samples for review: whole turns, coded and uncoded alike, so that what the rules miss can be estimated too."""

from collections import defaultdict
from collections.abc import Sequence
from math import floor
from random import Random

Place = tuple[str, int]
"""A transcript and the number of a turn of it."""


def draw(turns: Sequence[tuple[Place, str]], *, share: float, seed: int) -> frozenset[Place]:
    """A share (0 to 1) of the turns of each group, at least one of each; `turns` are turns with the group of each.

    The same turns, share and seed give the same sample on every machine, in whatever order the turns come.
    """
    groups: dict[str, list[Place]] = defaultdict(list)
    for place, group in sorted(turns):
        groups[group].append(place)
    random = Random(seed)  # noqa: S311 - a sample to be drawn again, and no secret
    chosen: list[Place] = []
    for group in sorted(groups):
        members = groups[group]
        chosen += random.sample(members, min(len(members), max(1, floor(share * len(members) + 0.5))))
    return frozenset(chosen)
