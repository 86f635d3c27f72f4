"""Experiencer: who lived through it, read from the persons that are named."""

from collections.abc import Sequence
from functools import partial

from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.person_words import (
    DESCRIBED,
    GENERIC,
    KIN,
    MIGRANTS,
    NAMED,
    OBLIQUE,
    SELF,
    THIRD,
    THIRD_AS_AGENT,
    THIRD_OBLIQUE,
)
from qualcode.matching.assertion.persons import has_persons, is_person, named, whole_of
from qualcode.matching.assertion.quoting import is_others_words
from qualcode.matching.assertion.scope import Finding, Matter
from qualcode.matching.tree import Tree, per_tree
from qualcode.text import tokens

LIVING = frozenset(
    "die suffer live sleep be have need want go walk feel get fall lose arrive cross come stay leave work wait drown "
    "freeze cry starve pay flee escape run survive hide return travel stand sit lack know drink eat experience face "
    "become disappear spend manage try struggle breathe feel bleed shiver tremble hope remain receive".split()
)
"""Verbs whose subject is the one who lives it; of others the subject is the one who does it."""
UNLIKE_THEM = frozenset("be have come go get stay leave want try manage need know".split())
"""Those whose "they" are as often the ones who do it to others."""
DEALING = frozenset(
    "pay give send tell ask call follow meet trust see hear know find bribe beg believe contact thank".split()
)
"""What the speaker, or the speaker's kin, lives through although it is done to somebody ("I paid him")."""
ORDERING = frozenset("order tell ask instruct call send command allow want let".split())
"""Verbs whose object is the one who is to do it ("he ordered his men to search us")."""
LETTING = frozenset("let make have help".split())
"""What is done to the subject of the clause below ("they *let* us sit in the water")."""
POSSESSING = frozenset("have need want see find get know".split())
SUFFERING = frozenset("die suffer live sleep be lose fall drown freeze cry starve survive disappear get".split())
"""Those that say it also of somebody who is persons beside the speaker."""

Stretch = tuple[int, int]
APOSTROPHES = "'’ʼ"
_TAKING_UP = frozenset(("he", "she", "they", "it"))
_OBJECTIVE = ("dobj", "dative", "nsubjpass")
_PREPOSITIONS = frozenset("from to against on at of for with over upon".split())
_TAILS = ("'m", "'ve", "'re", "'d", "'ll", "'s")


def _with_tails(forms: frozenset[str]) -> frozenset[str]:
    return forms | {form + tail for form in forms for tail in _TAILS}


_SELF_FORMS = _with_tails(SELF)
_GENERIC_FORMS = _with_tails(GENERIC)
_THIRD_AGENT_FORMS = _with_tails(THIRD_AS_AGENT)
_WITH_SPEAKER = OBLIQUE | _THIRD_AGENT_FORMS
_LIVING_FORMS = inflected(LIVING)
_SUFFERING_FORMS = inflected(SUFFERING)
PERSON_FORMS = _SELF_FORMS | _GENERIC_FORMS | _with_tails(THIRD | DESCRIBED | KIN | MIGRANTS)
"""Every form that names a person."""


def by_words(text: str, forms: Sequence[str]) -> tuple[str, Stretch | None] | None:
    """The experiencer and where it is persons, if the words alone decide it; else None."""
    persons = PERSON_FORMS.intersection(forms)
    if not persons and not NAMED.isdisjoint(forms):
        return "other", _first_of(NAMED.intersection(forms), text)
    if persons <= _GENERIC_FORMS:
        return "generic", None
    if "us" in persons and "US" in text:
        return None
    if persons <= _THIRD_AGENT_FORMS:
        return ("generic", None) if _LIVING_FORMS.isdisjoint(forms) else None
    kind = _kind(persons, forms)
    return (kind, _first_of(persons - _THIRD_AGENT_FORMS, text)) if kind else None


def _first_of(persons: frozenset[str], text: str) -> Stretch | None:
    """Where the first of the pronouns in `persons` stands (of "we've" the pronoun alone)."""
    lower = text.lower()
    if len(lower) != len(text):
        return next((token.start, token.end) for token in tokens(text) if token.form in persons)
    found = [(at, at + len(name)) for form in persons if (at := _find_word(lower, name := form.partition("'")[0])) >= 0]
    return min(found, default=None)


def _find_word(text: str, word: str) -> int:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and (text[at - 1].isalnum() or text[at - 1] in APOSTROPHES)) and not text[end : end + 1].isalnum():
            return at
        at = text.find(word, end)
    return -1


def _kind(persons: frozenset[str], forms: Sequence[str]) -> str:
    if persons <= _SELF_FORMS:
        return "self"
    if persons <= THIRD_OBLIQUE or persons <= MIGRANTS:
        return "other"
    return "self" if persons <= _WITH_SPEAKER and _SUFFERING_FORMS.isdisjoint(forms) else ""


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
    return "generic" if forms & GENERIC else "other"


def read_experiencer(matter: Matter) -> Finding:
    """Who lived through the matter, with the words that name them."""
    found = _experiencer_of(matter)
    quoted = found.value in ("self", "kin") and found.words and is_others_words(matter.tree, matter.anchor)
    return Finding("other", found.words) if quoted else found


def _experiencer_of(matter: Matter) -> Finding:
    tree, at = matter.tree, matter.anchor
    if not has_persons(tree):
        return Finding("generic")
    if not tree.tags[at].startswith("V") and tree.deps[at] != "attr":
        own = named(tree, at)
        if own is not None and own.value != "generic":
            return own
    return _climbed(tree, at, at)


@per_tree
def _climbed(tree: Tree, at: int, below: int) -> Finding:
    """The person in the clause of the word at `at`, else in those above that it is part of."""
    found = _in_clause(tree, at, below)
    if found is not None:
        return found
    head = tree.heads[at]
    if head == at:
        return _in_fragment(tree, at)
    if _is_clause(tree, at):
        return _antecedent(tree, at) or Finding("generic")
    return _climbed(tree, head, at)


def _in_clause(tree: Tree, at: int, below: int) -> Finding | None:
    """The person in the clause of the verb, or in the phrase of the noun, at `at`."""
    if not tree.tags[at].startswith("V"):
        return _first_named(tree, (*_subjects(tree, at), *_through_prepositions(tree, at), *_gap(tree, at, below)))
    living = _living(tree, at)
    if living is not None and tree.lemma(at) in LIVING | DEALING:
        return living
    return _patient(tree, at) or living or _acted_on(tree, at) or _shared_patient(tree, at)


def _shared_patient(tree: Tree, at: int) -> Finding | None:
    """To whom the next of several verbs in a row is done: "come back and finish with *us*"."""
    following = tree.child(at, "conj")
    if following is None or not tree.tags[following].startswith("V") or tree.child(at, "dobj", "nsubjpass") is not None:
        return None
    own = tree.child(following, "nsubj", "nsubjpass", "expl") is None
    return _patient(tree, following) or _shared_patient(tree, following) if own else None


def _patient(tree: Tree, at: int) -> Finding | None:
    """Whom it is done to, or whose things: object, passive subject, "from us", the person named first."""
    if not tree.children[at]:
        return None
    objects = [*tree.all_children(at, *_OBJECTIVE)]
    through = _through_prepositions(tree, at)
    if objects and any(tree.forms[one] in ("them", "it") for one in objects):
        objects = [*through, *objects]
    if any(tree.tags[one] == "TO" for clause in tree.all_children(at, "xcomp") for one in tree.children[clause]):
        objects = [one for one in objects if tree.lemma(at) not in ORDERING or _is_ours(named(tree, one))]
    if tree.lemma(at) in LETTING:
        objects += [one for clause in tree.all_children(at, "ccomp") for one in tree.all_children(clause, "nsubj")]
    objects += [one for word in tree.all_children(at, "prt", "advmod") for one in tree.all_children(word, "nsubj")]
    whole = [_antecedent_noun(tree, at) if tree.tags[one].startswith("W") else one for one in objects]
    return _first_named(tree, (*(one for one in whole if one is not None), *through, *_topic(tree, at)))


def _living(tree: Tree, at: int) -> Finding | None:
    """The subject, where it is the one who lives it."""
    subjects = _subjects(tree, at)
    for subject in subjects:
        noun = _antecedent_noun(tree, at) if tree.tags[subject].startswith("W") else subject
        found = None if noun is None else named(tree, noun)
        if noun is None or found is None or (len(subjects) > 1 and found.value == "other" and subject != subjects[-1]):
            continue
        if _is_ours(found) and tree.forms[noun] in SELF | KIN | THIRD:
            return found
        if tree.forms[noun] == "they" and tree.lemma(at) in UNLIKE_THEM:
            continue
        alone = tree.forms[noun] in ("he", "she") and tree.child(at, "dobj", "xcomp", "ccomp") is None
        if alone or tree.lemma(at) in LIVING:
            return found
    return None


def _is_ours(found: Finding | None) -> bool:
    return found is not None and found.value in ("self", "kin")


def _subjects(tree: Tree, at: int) -> list[int]:
    """The subjects, with a noun before a pronoun that takes it up ("my brother he works")."""
    own, behind = [], []
    for child in tree.children[at]:
        dep = tree.deps[child]
        if dep == "nsubj":
            own.append(child)
        elif dep in ("aux", "auxpass"):
            behind += [one for one in tree.children[child] if tree.deps[one] == "nsubj"]
    own += behind
    return [*_topic(tree, at), *own] if any(tree.forms[one] in _TAKING_UP for one in own) else own


def _topic(tree: Tree, at: int) -> list[int]:
    """A person named before the clause: "my wife they did not search"."""
    subjects = tree.all_children(at, "nsubj")
    if not subjects or tree.children[at][0] == subjects[-1]:
        return []
    before = [one for one in tree.all_children(at, "npadvmod", "dep", "nsubj") if one < subjects[-1]]
    return [one for one in before if (found := named(tree, one)) is not None and found.words]


def _acted_on(tree: Tree, at: int) -> Finding | None:
    """One who mostly acts on others and is acted on here ("they arrested the driver")."""
    ordered = tree.lemma(at) in ORDERING and tree.child(at, "xcomp", "ccomp") is not None
    objects = () if ordered or tree.lemma(at) in POSSESSING else tree.all_children(at, "dobj", "nsubjpass")
    found = next((one for one in map(partial(whole_of, tree), objects) if is_person(tree, one)), None)
    return None if found is None else Finding("other", (found,))


def _first_named(tree: Tree, words: Sequence[int]) -> Finding | None:
    return next((found for one in words if (found := named(tree, one)) is not None), None)


def _through_prepositions(tree: Tree, at: int) -> list[int]:
    """The nouns behind prepositions of the word and of what is done to: took it *from us*."""
    if not tree.children[at]:
        return []
    things = tree.all_children(at, "dobj", "nsubjpass")
    return [
        inner
        for word in (at, *things)
        for prep in tree.children[word]
        if tree.forms[prep] in _PREPOSITIONS and tree.deps[prep] in ("prep", "dative")
        for inner in tree.children[prep]
        if tree.deps[inner] == "pobj"
    ]


def _gap(tree: Tree, at: int, below: int) -> list[int]:
    """The noun itself, where the matter stands in what is told of it ("refugees robbed on the way", "sick boys")."""
    return [at] if below != at and tree.deps[below] in ("relcl", "acl", "amod", "poss", "prep", "compound") else []


def _is_clause(tree: Tree, at: int) -> bool:
    """Whether the word at `at` is a verb with its own subject: who is named beyond is somebody else's affair."""
    return tree.tags[at].startswith(("V", "MD")) and tree.child(at, "nsubj", "nsubjpass", "expl") is not None


def _antecedent_noun(tree: Tree, at: int) -> int | None:
    """The noun that a relative clause tells of."""
    return tree.heads[at] if tree.deps[at] in ("relcl", "acl") else None


def _antecedent(tree: Tree, at: int) -> Finding | None:
    """The person of a relative clause in which only a "who" stands for them."""
    noun = _antecedent_noun(tree, at)
    if noun is None:
        return None
    relative = any(tree.tags[one].startswith("W") for one in tree.all_children(at, "nsubjpass", "dobj", "dative"))
    return named(tree, noun) if relative or _lacks_object(tree, at) else None


def _lacks_object(tree: Tree, at: int) -> bool:
    """Whether the clause tells what was done to the noun before it, without a "whom": "the boy they hurt"."""
    if tree.child(at, "dobj", "dative", "ccomp", "xcomp", "nsubjpass", "acomp", "attr") is not None:
        return False
    subject = tree.child(at, "nsubj")
    return subject is not None and not tree.tags[subject].startswith("W") and tree.forms[subject] != "that"


def _in_fragment(tree: Tree, root: int) -> Finding:
    """The only person of a sentence without a clause ("no food, no doctor for us")."""
    decided = None if _is_clause(tree, root) else by_words(tree.text, tree.said)
    if decided is None or decided[0] == "generic":
        return Finding("generic")
    first = next((at for at in range(len(tree)) if tree.forms[at] in SELF | THIRD | MIGRANTS), None)
    return Finding("generic") if first is None else Finding(decided[0], (first,))
