"""Whom an ordinal picks of two who were named before: the first ones, the second one, the latter."""

from qualcode.matching.events.event import Earlier
from qualcode.matching.events.scene import Scene

_FIRST = frozenset(("first", "former"))
_SECOND = frozenset(("second", "latter", "others", "other"))
_PICKED = frozenset(("one", "ones", "group", "former", "latter"))


def in_order(scene: Scene, at: int) -> tuple[str, str] | None:
    """The actor and the words that "the first one" stands for, where the turn has named exactly two actors before."""
    tree = scene.tree
    if tree.forms[at] not in _PICKED or tree.child(at, "relcl", "acl", "prep", "poss") is not None:
        return None
    said = {tree.forms[at], *(tree.forms[one] for one in tree.all_children(at, "amod"))}
    place = 0 if said & _FIRST else 1 if said & _SECOND else None
    named = _named(scene.context.earlier)
    return named[place] if place is not None and len(named) == 2 else None


def _named(earlier: tuple[Earlier, ...]) -> list[tuple[str, str]]:
    """The actors that the sentences before name, each once, in the order of the telling."""
    found: dict[str, str] = {}
    for sentence in reversed(earlier):
        for mention in sorted(sentence.mentions):
            if not mention.generic:
                found.setdefault(mention.actor, sentence.text[mention.start : mention.end])
    return list(found.items())
