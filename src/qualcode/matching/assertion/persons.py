"""Persons: whether a word names the speaker, the speaker's kin, others or people at large."""

from qualcode.matching.assertion.person_words import (
    ACTORS,
    BODIES,
    DESCRIBED,
    GENERIC,
    KIN,
    MEANT_BY,
    MIGRANTS,
    OTHERS,
    PARTS,
    PERSONS,
    SELF,
    THIRD,
)
from qualcode.matching.assertion.scope import Finding
from qualcode.matching.events.persons import is_person as is_listed
from qualcode.matching.tree import Tree, per_tree

_NAMING = PERSONS | {"who", "those", "these"}


def is_person(tree: Tree, at: int) -> bool:
    """Whether the word at `at` is one for a person or several."""
    return tree.forms[at] in PERSONS or is_listed(tree.forms[at])


@per_tree
def has_persons(tree: Tree) -> bool:
    """Whether any word of the sentence can name a person."""
    return not _NAMING.isdisjoint(tree.words) or any(map(is_listed, tree.words))


def whole_of(tree: Tree, at: int) -> int:
    """Of a part the noun that it is a part of: none of the *officers*."""
    inner = _inner(tree, at) if tree.forms[at] in PARTS else None
    return at if inner is None else inner


def named(tree: Tree, at: int) -> Finding | None:
    """The person that the noun or pronoun at `at` names, or who owns it."""
    form = tree.forms[at]
    if form in SELF:
        country = tree.text[tree.starts[at] : tree.ends[at]] == "US"
        return None if country else Finding("self", (at,))
    if (ourselves := _beside_self(tree, at)) is not None:
        return Finding("self", (ourselves,))
    if form in THIRD:
        return Finding(_taken_up(tree, at), (at,))
    if form in PARTS and (whole := _inner(tree, at)) is not None:
        return named(tree, whole)
    return _person(tree, at) or _owner(tree, at)


def _beside_self(tree: Tree, at: int) -> int | None:
    """The speaker beside or among those who are named: my family and *me*, *our* group."""
    joined = tree.child(at, "conj")
    if joined is not None:
        return joined if tree.forms[joined] in SELF and tree.tags[joined] == "PRP" else _beside_self(tree, joined)
    if tree.forms[at] not in BODIES:
        return None
    return next((one for one in tree.all_children(at, "poss") if tree.forms[one] in SELF), None)


def _person(tree: Tree, at: int) -> Finding | None:
    """The person that a noun itself names."""
    form = tree.forms[at]
    if form in KIN and (whose := _speaker(tree, at, tree.child(at, "poss"))) is not None:
        return Finding("kin", tuple(sorted((whose, at))))
    if form in GENERIC:
        certain = form in ("others", "one") and tree.child(at, "det", "amod") is not None
        return Finding("other", (at,)) if certain else Finding("generic")
    other = form in OTHERS or _is_those(tree, at) or _is_who(tree, at) or _is_named_person(tree, at)
    return Finding("other", (at,)) if other else None


def _owner(tree: Tree, at: int) -> Finding | None:
    """The person whose the thing is: *my* phone, the bags of the *families*."""
    owner = tree.child(at, "poss")
    if owner is not None:
        return named(tree, owner)
    inner = _inner(tree, at)
    return None if inner is None or tree.tags[inner] == "NNP" else named(tree, inner)


def _speaker(tree: Tree, at: int, owner: int | None) -> int | None:
    """The "my" of "my brother", "my sister's husband", "a cousin of mine"."""
    if owner is not None:
        if tree.forms[owner] in SELF or (tree.forms[owner] == "your" and _is_addressed(tree, owner)):
            return owner
        return _speaker(tree, owner, tree.child(owner, "poss")) if tree.forms[owner] in KIN else None
    inner = _inner(tree, at)
    return inner if inner is not None and tree.forms[inner] in SELF else None


def _is_addressed(tree: Tree, your: int) -> bool:
    """Whether "your" is the speaker's in the words of somebody else ("they told me your brother is dead")."""
    verbs = (at for at in range(your) if tree.lemma(at) in ("ask", "tell", "say"))
    return any(tree.forms[one] in ("me", "us") for at in verbs for one in range(at + 1, min(at + 3, your)))


def _inner(tree: Tree, at: int) -> int | None:
    """The noun after the "of" of the noun at `at`."""
    for preposition in tree.all_children(at, "prep"):
        if tree.forms[preposition] in ("of", "from"):
            whole = tree.forms[preposition] == "of" or tree.forms[at] in ("none", "one", "some", "many")
            return tree.child(preposition, "pobj") if whole else None
    return None


def _is_named_person(tree: Tree, at: int) -> bool:
    """Whether the noun beside a name shows that it is somebody's: Hamid, the *watchmaker*."""
    if not tree.tags[at].startswith("NNP"):
        return False
    beside = tree.child(at, "appos", "relcl")
    return beside is not None and tree.deps[beside] == "appos" and is_person(tree, beside)


def _is_who(tree: Tree, at: int) -> bool:
    """Whether the clause after the noun shows by its "who" that it is a person."""
    clause = tree.child(at, "relcl") if "who" in tree.words else None
    if clause is None or tree.forms[at] in ACTORS:
        return False
    return any(tree.forms[one] == "who" for one in tree.children[clause])


def _is_those(tree: Tree, at: int) -> bool:
    return tree.forms[at] in ("those", "these") and tree.child(at, "relcl", "acl", "prep") is not None


def _taken_up(tree: Tree, pronoun: int) -> str:
    """Whether a pronoun takes up the speaker's kin, named before it in the sentence."""
    able = MEANT_BY[tree.forms[pronoun]]
    for at in range(pronoun - 1, -1, -1):
        form = tree.forms[at]
        if form in able and form in DESCRIBED | KIN | MIGRANTS:
            own = form in KIN and _speaker(tree, at, tree.child(at, "poss")) is not None
            return "kin" if own else "other"
    return "other"
