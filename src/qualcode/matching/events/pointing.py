"""Whether a phrase only points at somebody named elsewhere: this man, those people, the tall one, each other."""

from qualcode.matching.events.persons import OWN_PEOPLE
from qualcode.matching.events.scene import Scene

_SAME = OWN_PEOPLE | {"one", "ones"}
"""Words that with "this" or "those" speak of somebody named before."""
_POINTING = frozenset(("this", "that", "these", "those"))
_DEFINITE = frozenset(("the", "no", "every", "each", "this", "that"))


def points_back(scene: Scene, at: int) -> bool:
    """Whether the phrase speaks of somebody named before without saying who: this man, those people, the tall one."""
    tree = scene.tree
    form = tree.forms[at]
    if form not in _SAME or scene.actor(at) or tree.child(at, "relcl", "acl", "prep", "poss") is not None:
        return False
    if any(tree.forms[one] not in _SAME for one in tree.all_children(at, "appos")):
        return False
    if any(scene.actor(one) for one in tree.all_children(at, "compound", "nmod", "amod")):
        return False
    pointing = any(tree.forms[one] in _POINTING for one in tree.all_children(at, "det"))
    return pointing or (form in ("one", "ones") and tree.child(at, "amod") is not None)


def is_definite(scene: Scene, at: int) -> bool:
    """Whether "the" or "no" stands before it: the one, no one."""
    tree = scene.tree
    return any(tree.forms[one] in _DEFINITE for one in tree.all_children(at, "det"))


def is_reciprocal(scene: Scene, at: int) -> bool:
    """Whether the phrase is "each other" or "one another"."""
    forms = scene.tree.forms
    return at > 0 and (forms[at - 1], forms[at]) in (("each", "other"), ("one", "another"))
