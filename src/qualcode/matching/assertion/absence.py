"""Polarity of codes whose subject is a lack: to have it denies them, not to have it affirms them."""

from qualcode.matching.assertion.denial import NEGATING_NOUNS, WITHOUT
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.negation import NEGATORS, NOBODY
from qualcode.matching.assertion.scope import Finding, Matter
from qualcode.matching.tree import Tree

LACKS = NEGATING_NOUNS | frozenset(
    "hungry hunger thirsty thirst starve starvation lack shortage fail failure refuse refusal deny denial neglect "
    "ignore insufficient gap limit limited limitation inadequate inadequacy poor poverty deprive deprivation miss "
    "missing absence absent unable inability impossible scarce scarcity exclude exclusion reject rejection deficit "
    "homeless unavailable inaccessible barrier obstacle withhold suffer malnourished famine destitute underfunded "
    "understaffed vacancy vacant weak weakness problem abandon need shortcoming ineffective useless fruitless empty "
    "penniless".split()
)
"""Words that say a lack by themselves: "we were never hungry" denies it."""

HAVING = frozenset("have get receive give provide be find bring share eat drink offer distribute buy supply".split())
"""Verbs of having and giving: "they gave us water" denies the lack."""

HAVING_FORMS = inflected(HAVING) | {"'s"}
_PROVIDING = inflected(("provide", "supply"))

ENDURING = frozenset("sleep lie live stay spend camp wait wash drink eat walk".split())
OUTDOORS = frozenset(
    "outside outdoors rough ground floor forest wood woods street park field road roadside pavement jungle bush bushes "
    "open mud snow rain river leaf grass dirty barefoot".split()
)
"""Where and how people do these only for want of better: "we never slept in the forest" denies a lack."""

SCARCE = frozenset(
    "only little few hardly barely scarcely less insufficient one once enough just bit small bad dirty expired rotten "
    "rarely seldom sometimes too never old single half almost limited poor scarce piece bottle".split()
)
"""Words that turn having into a lack ("only a little bread"); "enough" does so when it is negated."""

_NONE = NOBODY | {"no", "nor", "neither"}


def read_absence(matter: Matter, plain: Finding, modality: str) -> Finding:
    """The polarity of a lack, from the polarity `plain` of the words that name what lacks."""
    tree = matter.tree
    words = {matter.anchor, *matter.matched}
    if any(tree.lemma(at) in LACKS or tree.forms[at] in NEGATORS | NOBODY | WITHOUT for at in words):
        return Finding("affirmed") if _says_it_again(tree, words, plain) else plain
    if _is_hardship(tree, matter.anchor):
        return plain
    if plain.value != "affirmed":
        return Finding("affirmed")
    if plain.words:
        return Finding("negated", plain.words)
    having = _having(tree, matter.anchor) if modality in ("actual", "habitual") else None
    if having in words:  # the codebook's own words have it: "ate standing" names a lack as it is
        return plain
    return Finding("negated", (having,)) if having is not None else plain


def _says_it_again(tree: Tree, words: set[int], plain: Finding) -> bool:
    """Whether a denial outside the matched words only repeats theirs: "we had *nothing*, no food, no water".

    One in the subject does not: "nobody was without food".
    """
    if not plain.words or not any(tree.forms[at] in _NONE | WITHOUT for at in words):
        return False
    return all(tree.forms[at] in _NONE and not _in_subject(tree, at) for at in plain.words)


def _in_subject(tree: Tree, at: int) -> bool:
    whole = tree.heads[at] if tree.deps[at] == "det" else at
    return tree.deps[whole] in ("nsubj", "nsubjpass")


def _is_hardship(tree: Tree, at: int) -> bool:
    """Whether the verb at `at` tells by itself what people only do who lack something."""
    if tree.lemma(at) not in ENDURING:
        return False
    return any(tree.lemma(one) in OUTDOORS for one in tree.subtree(at) if one > at)


def _having(tree: Tree, at: int) -> int | None:
    """The verb that says that the thing at `at` was there, without a word of scarcity."""
    verb = _verb_of(tree, _whole(tree, at))
    if verb is None or tree.forms[verb] not in HAVING_FORMS:
        return None
    if tree.lemma(verb) == "be" and tree.child(verb, "expl") is None:
        return None
    scarce = SCARCE if "not" in tree.forms else SCARCE - {"enough"}
    return None if any(tree.forms[one] in scarce for one in tree.subtree(verb)) else verb


def _whole(tree: Tree, at: int) -> int:
    """The noun that the one at `at` is a part, a kind or a fellow of: a *bottle* of water, *food* and water."""
    while True:
        head = tree.heads[at]
        if tree.deps[at] in ("conj", "compound", "amod") and not tree.tags[head].startswith("V"):
            at = head
        elif tree.deps[at] == "pobj" and tree.forms[head] == "of":
            at = tree.heads[head]
        else:
            return at


def _verb_of(tree: Tree, at: int) -> int | None:
    """The verb whose object (or thing that there is) stands at `at`; a verb is its own."""
    if tree.tags[at].startswith("V"):
        return at
    head = tree.heads[at]
    if tree.deps[at] == "pobj" and tree.forms[head] == "with" and tree.forms[tree.heads[head]] in _PROVIDING:
        return tree.heads[head]
    return head if tree.deps[at] in ("dobj", "attr", "nsubjpass") else None
