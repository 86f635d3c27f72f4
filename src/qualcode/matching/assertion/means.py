"""Means: what it takes to do something, and what is not done for the lack of it."""

from qualcode.matching.assertion.auxiliaries import ABILITY
from qualcode.matching.assertion.negation import NOBODY, negation
from qualcode.matching.assertion.scope import Link
from qualcode.matching.tree import Tree

MEANS = frozenset(
    "chance time opportunity possibility possible way means permission right strength courage ability power money "
    "permit authorise authorize permitted allowed choice energy freedom access".split()
)
"""Who does not have these to do something does not do it ("we had no *time* to pack")."""
LOSING_THEM = frozenset(("miss", "lose", "waste"))
"""With one of these as object: "they *missed* the chance to leave"."""
WITHHOLDING = LOSING_THEM | {"deny", "refuse", "lack"}
MOTION = frozenset("come go enter travel arrive run return climb walk".split())
GETTING_THERE = MOTION | {"stop", "send", "call", "wake", "bother", "appear", "turn"}
"""Who does not do these does not do what they would be done for."""


def is_out_of_reach(tree: Tree, link: Link, lemmas: frozenset[str]) -> bool:
    """Whether somebody lacks what it takes: "had no chance to call", "nowhere to sleep"."""
    head = link.head
    if tree.forms[head] in NOBODY:
        return True
    if lemmas.isdisjoint(MEANS):
        return False
    lacked = negation(tree, head, link.word, frozenset()) is not None or tree.lemma(tree.heads[head]) in WITHHOLDING
    return lacked or negation(tree, tree.heads[head], None, frozenset()) is not None


def is_unable(tree: Tree, verb: int) -> bool:
    """Whether it is not or cannot be done, so that its purpose fails ("cannot enter to help", "never came to ask")."""
    able = any(tree.forms[child] in ABILITY for child in tree.all_children(verb, "aux"))
    return (able or tree.lemma(verb) in GETTING_THERE) and negation(tree, verb, None, frozenset()) is not None


def too_much(tree: Tree, noun: int) -> int | None:
    """The "too" of "too much fear for jumping"."""
    much = next((one for one in tree.children[noun] if tree.forms[one] in ("much", "many", "little")), None)
    return None if much is None else next((one for one in tree.children[much] if tree.forms[one] == "too"), None)


def to_of(tree: Tree, verb: int) -> int:
    """The "to" of an infinitive, 0 where it has none."""
    return next((child for child in tree.children[verb] if tree.tags[child] == "TO"), 0)
