"""Experiencer: who lived through it, read from the persons that are named."""

from collections.abc import Sequence

from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.scope import Finding, Matter
from qualcode.matching.tree import Tree, per_tree
from qualcode.text import tokens

AS_AGENT = frozenset(("i", "we"))
OBLIQUE = frozenset("me my mine myself us our ours ourselves".split())
SELF = AS_AGENT | OBLIQUE
KIN = frozenset(
    "brother sister mother father mom mum dad parent son daughter child kid baby wife husband fiance fiancee cousin "
    "uncle aunt nephew niece grandmother grandfather grandparent family relative brothers sisters mothers fathers "
    "parents sons daughters children kids babies wives husbands cousins uncles aunts nephews nieces grandparents "
    "families relatives spouse twin twins sibling siblings boy girl boys girls".split()
)
"""Kin, when the speaker's: "my brother"."""
THIRD_AS_AGENT = frozenset(("he", "she", "they"))
THIRD_OBLIQUE = frozenset("him his her hers them their theirs himself herself themselves".split())
THIRD = THIRD_AS_AGENT | THIRD_OBLIQUE
DESCRIBED = frozenset(
    "man woman boy girl guy friend friends men women boys girls guys someone somebody lady person colleague neighbour "
    "neighbor stranger afghan syrian pakistani indian iraqi iranian african afghans syrians pakistanis indians iraqis "
    "iranians africans group groups client clients minor minors teenager teenagers roommate companion companions "
    "family families child children kid kids baby babies brother sister mother father wife husband".split()
)
"""Described persons that are nobody's, or not the speaker's kin."""
GENERIC = frozenset(
    "people everyone everybody anyone anybody you your yours yourself one nobody migrant migrants refugee refugees "
    "persons others".split()
)
PARTS = frozenset("one two three some many most all none several part group lot both half few".split())
"""Before "of" these are some of whom they name."""
KINDS_OF_PEOPLE = frozenset("women men children minors boys girls families kids teenagers unaccompanied and or".split())
"""Words that alone, without an article or a number, name nobody in particular."""
LIVING = frozenset(
    "die suffer live sleep be have need want go walk feel get fall lose arrive cross come stay leave work wait drown "
    "freeze cry starve pay flee escape run survive hide return travel stand sit lack know drink eat experience face "
    "become disappear spend manage try struggle".split()
)
"""Verbs whose subject is the one who lives it; of others the subject is the one who does it."""
SUFFERING = frozenset("die suffer live sleep be lose fall drown freeze cry starve survive disappear get".split())
"""Those that say it also of somebody who is named beside the speaker."""

Stretch = tuple[int, int]
APOSTROPHES = "'’ʼ"
_OBJECTIVE = ("dobj", "dative", "nsubjpass")
_PREPOSITIONS = frozenset("from to against on at of for with".split())
_TAILS = ("'m", "'ve", "'re", "'d", "'ll", "'s")


def _with_tails(forms: frozenset[str]) -> frozenset[str]:
    return forms | {form + tail for form in forms for tail in _TAILS}


_SELF_FORMS = _with_tails(SELF)
_GENERIC_FORMS = _with_tails(GENERIC)
_THIRD_AGENT_FORMS = _with_tails(THIRD_AS_AGENT)
_WITH_SPEAKER = OBLIQUE | _THIRD_AGENT_FORMS
_LIVING_FORMS = inflected(LIVING)
_SUFFERING_FORMS = inflected(SUFFERING)
PERSON_FORMS = _SELF_FORMS | _GENERIC_FORMS | _with_tails(THIRD | DESCRIBED | KIN)
"""Every form that names a person."""


@per_tree
def named_alone(tree: Tree) -> tuple[str, Stretch | None] | None:
    """The experiencer and where it is named, if the words alone decide it for the whole sentence; else None."""
    return by_words(tree.text, tree.said)


def by_words(text: str, forms: Sequence[str]) -> tuple[str, Stretch | None] | None:
    """The experiencer and where it is named, if the words alone decide it; else None."""
    named = PERSON_FORMS.intersection(forms)
    if named <= _GENERIC_FORMS:
        return "generic", None
    if "us" in named and "US" in text:
        return None
    if named <= _THIRD_AGENT_FORMS:
        return ("generic", None) if _LIVING_FORMS.isdisjoint(forms) else None
    kind = _kind(named, forms)
    return (kind, _first_of(named - _THIRD_AGENT_FORMS, text)) if kind else None


def _first_of(named: frozenset[str], text: str) -> Stretch | None:
    """Where the first of the pronouns in `named` stands (of "we've" the pronoun alone)."""
    lower = text.lower()
    if len(lower) != len(text):
        return next((token.start, token.end) for token in tokens(text) if token.form in named)
    found = [(at, at + len(name)) for form in named if (at := _find_word(lower, name := form.partition("'")[0])) >= 0]
    return min(found, default=None)


def _find_word(text: str, word: str) -> int:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and (text[at - 1].isalnum() or text[at - 1] in APOSTROPHES)) and not text[end : end + 1].isalnum():
            return at
        at = text.find(word, end)
    return -1


def _kind(named: frozenset[str], forms: Sequence[str]) -> str:
    if named <= _SELF_FORMS:
        return "self"
    if named <= THIRD_OBLIQUE:
        return "other"
    return "self" if named <= _WITH_SPEAKER and _SUFFERING_FORMS.isdisjoint(forms) else ""


def in_stretch(text: str, stretch: Stretch) -> tuple[str, Stretch | None]:
    """The experiencer that the words of `stretch` name, and the stretch unless that is nobody in particular."""
    country = "US" in text[slice(*stretch)]
    kind = _stretch_kind(frozenset(token.form for token in tokens(text, *stretch)) - ({"us"} if country else set()))
    return kind, None if kind == "generic" else stretch


def _stretch_kind(forms: frozenset[str]) -> str:
    if forms & {"us", "me", "we", "i"}:
        return "self"
    if forms & {"my", "our"} and forms & KIN:
        return "kin"
    if forms & _SELF_FORMS:
        return "other" if forms & (DESCRIBED - {"group"}) else "self"
    return "generic" if forms & GENERIC or forms <= KINDS_OF_PEOPLE else "other"


def read_experiencer(matter: Matter) -> Finding:
    """Who lived through the matter, with the words that name them."""
    return _from_clause(matter.tree, matter.anchor)


def _from_clause(tree: Tree, anchor: int) -> Finding:
    clause = anchor
    while True:
        found = _persons(tree, clause)
        if found is not None:
            return found
        if tree.heads[clause] == clause:
            return Finding("generic")
        clause = tree.heads[clause]


def _persons(tree: Tree, at: int) -> Finding | None:
    """The person at or around the word at `at`: itself, its object, passive subject, owner of the object, subject."""
    own = _named(tree, at)
    if own is not None and own.value != "generic":
        return own
    order = [*tree.all_children(at, *_OBJECTIVE), *_through_prepositions(tree, at)]
    if tree.lemma(at) in LIVING or not tree.tags[at].startswith("V"):
        order = [*tree.all_children(at, "nsubj"), *order]
    for child in order:
        found = _named(tree, child)
        if found is not None:
            return found
    return None


def _through_prepositions(tree: Tree, at: int) -> list[int]:
    return [
        inner
        for prep in tree.all_children(at, "prep")
        if tree.forms[prep] in _PREPOSITIONS
        for inner in tree.all_children(prep, "pobj")
    ]


def _named(tree: Tree, at: int) -> Finding | None:
    """The person that the noun or pronoun at `at` names, or who owns it."""
    form = tree.forms[at]
    owner = tree.child(at, "poss")
    if form in SELF or form in THIRD:
        country = tree.text[tree.starts[at] : tree.ends[at]] == "US"
        return None if country else Finding("self" if form in SELF else "other", (at,))
    if form in KIN and owner is not None and tree.forms[owner] in SELF:
        return Finding("kin", (owner, at))
    if form in PARTS and (whole := _whole(tree, at)) is not None:
        return _named(tree, whole)
    if form in GENERIC or _is_anybody(tree, at):
        return Finding("generic")
    if form in DESCRIBED or form in KIN:
        return Finding("other", (at,))
    return None if owner is None else _named(tree, owner)


def _whole(tree: Tree, at: int) -> int | None:
    preposition = tree.child(at, "prep")
    return None if preposition is None else tree.child(preposition, "pobj")


def _is_anybody(tree: Tree, at: int) -> bool:
    """Whether the persons are a kind of people ("women are raped there") and not certain ones."""
    certain = tree.child(at, "det", "nummod", "poss", "relcl")
    return tree.tags[at] == "NNS" and tree.forms[at] in DESCRIBED and certain is None
