"""Polarity of codes whose subject is a lack: to have it denies them, not to have it affirms them."""

from qualcode.matching.assertion.denial import NEGATING_NOUNS, WITHOUT
from qualcode.matching.assertion.negation import NEGATORS, NOBODY
from qualcode.matching.assertion.scope import Finding, Matter
from qualcode.matching.tree import Tree

LACKS = NEGATING_NOUNS | frozenset(
    "hungry hunger thirsty thirst starve starvation lack shortage fail failure refuse refusal deny denial neglect "
    "ignore insufficient gap limit limited limitation inadequate inadequacy poor poverty deprive deprivation miss "
    "missing absence absent unable inability impossible scarce scarcity exclude exclusion reject rejection deficit "
    "homeless unavailable inaccessible barrier obstacle withhold suffer malnourished famine destitute underfunded "
    "understaffed weak weakness problem abandon need shortcoming ineffective useless fruitless empty penniless".split()
)
"""Words that say a lack by themselves: "we were never hungry" denies it."""

HAVING = frozenset("have get receive give provide be find bring share eat drink offer distribute buy supply".split())
"""Verbs of having and giving: "they gave us water" denies the lack."""

SCARCE = frozenset(
    "only little few hardly barely scarcely less insufficient one once enough just bit small bad dirty expired rotten "
    "rarely seldom sometimes too never old single half almost limited poor scarce piece bottle".split()
)
"""Words that turn having into a lack ("only a little bread"); "enough" does so when it is negated."""


def read_absence(matter: Matter, plain: Finding, modality: str) -> Finding:
    """The polarity of a lack, from the polarity `plain` of the words that name what lacks."""
    tree = matter.tree
    words = {matter.anchor, *matter.matched}
    if any(tree.lemma(at) in LACKS or tree.forms[at] in NEGATORS | NOBODY | WITHOUT for at in words):
        return plain
    if plain.value != "affirmed":
        return Finding("affirmed")
    if plain.words:
        return Finding("negated", plain.words)
    having = _having(tree, matter.anchor) if modality in ("actual", "habitual") else None
    return Finding("negated", (having,)) if having is not None else plain


def _having(tree: Tree, at: int) -> int | None:
    """The verb that says that the thing at `at` was there, without a word of scarcity."""
    while tree.deps[at] in ("conj", "compound", "amod") or (
        tree.deps[at] == "pobj" and tree.forms[tree.heads[at]] == "of"
    ):
        at = tree.heads[tree.heads[at]] if tree.deps[at] == "pobj" else tree.heads[at]
    head = at if tree.tags[at].startswith("V") else tree.heads[at]
    if tree.lemma(head) not in HAVING or (tree.tags[at][:2] == tree.tags[head][:2] == "VB" and at != head):
        return None
    if head != at and tree.deps[at] not in ("dobj", "attr", "nsubjpass", "conj"):
        return None
    if tree.lemma(head) == "be" and tree.child(head, "expl") is None:
        return None
    near = {tree.forms[one] for one in tree.subtree(head)} - ({"enough"} if "not" not in tree.forms else set())
    return None if near & SCARCE else head
