"""Which words stand above a matter, and what each of them may say about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qualcode.matching.assertion.nouns import CHANCES, CONTENTS, PASSED_ON, is_activity
from qualcode.matching.tree import Tree, per_tree

OBJECTS = ("dobj", "pobj", "attr", "acomp", "dative", "oprd", "nsubjpass")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_AUXILIARIES = ("aux", "auxpass")
_FINITE = ("VBD", "VBP", "VBZ", "VBN")
_KINDS = (
    dict.fromkeys(("ccomp", "xcomp", "csubj", "csubjpass", "pcomp"), "complement")
    | dict.fromkeys(("compound", "amod", "nmod", "poss", "appos", "nummod", "det"), "noun")
    | {"advcl": "adverbial"}
)

SPEAKING = frozenset("say tell hear think believe know guess suppose claim report see feel".split())
"""Verbs that govern what stands before them ("they beat people, I heard"); others there only follow in one breath."""

OCCURRING = frozenset(
    "be happen occur exist take start begin continue come stop end increase decrease appear disappear vanish cease "
    "finish remain last go die run dry fade calm".split()
)
"""Verbs whose subject is what is said to be the case ("violence never happened")."""

ABOUT = frozenset(
    "because after before during despite since due owing until till like in at on near inside outside around through "
    "while when as for".split()
)
"""Prepositions of circumstances: where the clause has an object, its negation leaves what follows them alone."""

ALWAYS_ABOUT = frozenset("because after before during despite since due owing until till while when as".split())
"""Prepositions whose circumstance is taken for granted even in a clause without an object."""

CONTRASTS = frozenset(("but", "yet", "only", "instead", "though", "although", "rather", "just"))
"""Words that keep one part of a coordination out of the other's negation."""


class Finding(NamedTuple):
    """The value of one axis, and the words that decided it."""

    value: str
    words: tuple[int, ...] = ()


class Link(NamedTuple):
    """How a word hangs on the next one above it.

    Kinds: complement, object, subject, circumstance, noun, relative, adverbial, coordinate, shared (coordinate, with
    the head's auxiliary) and beside (one breath, no grammar).
    """

    word: int
    kind: str
    head: int


@dataclass(frozen=True, slots=True)
class Matter:
    """What is asserted: the word to read it at, and the words that are part of the match and so no cues."""

    tree: Tree
    anchor: int
    matched: frozenset[int] = frozenset()

    def path(self) -> tuple[Link, ...]:
        """The links from the anchor up to the root."""
        return _path(self.tree, self.anchor)

    def climb(self) -> Iterator[tuple[Link, bool]]:
        """The links from the anchor up to the root, each with whether the one before led out of a relative clause."""
        above = False
        for link in self.path():
            yield link, above
            above = link.kind == "relative"


def anchor_of(tree: Tree, anchors: Sequence[int]) -> int:
    """Of several words the one to read at: the highest verb, else the highest word, what is said before its subject."""
    verbs = [at for at in anchors if tree.tags[at].startswith("V") and tree.deps[at] not in _AUXILIARIES]
    return min(verbs or anchors, key=lambda at: (sum(1 for _ in tree.ancestors(at)), tree.deps[at] in SUBJECTS, at))


@per_tree
def _path(tree: Tree, at: int) -> tuple[Link, ...]:
    found = []
    while tree.heads[at] != at:
        link = link_of(tree, at)
        found.append(link)
        at = link.head
    return tuple(found)


@per_tree
def link_of(tree: Tree, at: int) -> Link:
    """The link above the word; a past tense joined to an infinitive belongs to the verb above ("had to go, went")."""
    head = tree.heads[at]
    if (
        tree.deps[at] == "conj"
        and tree.tags[at] in ("VBD", "VBN")
        and tree.tags[head] == "VB"
        and tree.lemma(at) != tree.forms[at]
    ):
        finite = next((one for one in tree.ancestors(head) if tree.tags[one] in _FINITE), None)
        if finite is None and tree.tags[at] == "VBD" and tree.forms[at - 1] == "and" and _is_denied_doing(tree, head):
            finite = head
        if finite is not None:
            return Link(at, "coordinate", finite)
    if (above := _above_relative(tree, at)) is not None:
        return Link(at, "shared", above)
    if (be := _inverted_be(tree, at)) is not None:
        return Link(at, "complement", be)
    if tree.deps[at] == "conj" and (speaking := _before_quotation(tree, head, at)) is not None:
        return Link(at, "coordinate", speaking)
    return Link(at, kind_of(tree, at), head)


def _is_denied_doing(tree: Tree, verb: int) -> bool:
    """Whether "did not" stands before the verb, so that a past joined to it has a tense of its own."""
    return tree.child(verb, "neg") is not None and any(
        tree.forms[one] == "did" for one in tree.all_children(verb, "aux")
    )


def _inverted_be(tree: Tree, at: int) -> int | None:
    """The "be" before its subject whose participle the parser hangs on the subject: at no time *was* he *told*."""
    noun = tree.heads[at]
    if tree.deps[at] != "acl" or tree.tags[at] != "VBN" or tree.deps[noun] not in ("nsubj", "attr", "nsubjpass"):
        return None
    be = tree.heads[noun]
    inverted = tree.lemma(be) == "be" and be < noun and tree.child(be, "acomp", "expl") is None
    return be if inverted and (tree.deps[noun] != "attr" or tree.child(be, "nsubj") is None) else None


def _above_relative(tree: Tree, at: int) -> int | None:
    """The infinitive above a relative clause to which a joined one belongs: did not *visit* the place it was or ask."""
    head = tree.heads[at]
    joined = tree.deps[at] == "conj" and tree.tags[at] == "VB" and tree.tags[head] in ("VBD", "VBZ")
    if not joined or tree.deps[head] not in ("relcl", "acl") or tree.child(at, *SUBJECTS, *_AUXILIARIES) is not None:
        return None
    above = next((one for one in tree.ancestors(head) if tree.tags[one].startswith("V")), at)
    return above if tree.tags[above] == "VB" and tree.child(above, "aux") is not None else None


def _before_quotation(tree: Tree, quoted: int, at: int) -> int | None:
    """The verb before a quotation that is over at `at` and holds `quoted`: he *said* "go" and hit me."""
    quotes = [one for one in range(at) if tree.tags[one] in ("``", "''")]
    if len(quotes) < 2 or len(quotes) % 2 or not quotes[-2] < quoted < quotes[-1]:
        return None
    return next((one for one in tree.ancestors(quoted) if one < quotes[-2]), None)


def kind_of(tree: Tree, at: int) -> str:
    """How the word at `at` hangs on its head, in the words of `Link`."""
    dep, head = tree.deps[at], tree.heads[at]
    if _is_beside(tree, at, head):
        return "beside"
    if dep in ("relcl", "acl"):
        content = tree.child(at, "mark") is not None or (dep == "acl" and _has_form(tree, at, ("to", "that")))
        return "complement" if content or _is_content(tree, at, head) else "relative"
    if dep == "conj":
        return "shared" if _shares(tree, at, head) else "coordinate"
    if dep == "prep":
        return "circumstance" if _is_circumstance(tree, at, head) else "object"
    if dep == "nsubj":
        return "object" if _is_what_occurs(tree, at, head) else "subject"
    below = dep == "advcl" and (_is_apart(tree, at, head) or (is_measured(tree, head) and mark_of(tree, at) == "for"))
    return "complement" if below else _KINDS.get(dep, "object")


def is_measured(tree: Tree, at: int) -> bool:
    """Whether the word is too much of something ("*too* tired for climb the fence")."""
    return any(tree.forms[one] == "too" and one < at for one in tree.all_children(at, "advmod"))


def _is_apart(tree: Tree, at: int, head: int) -> bool:
    """Whether a participle only stands apart from its "be" ("they were not, this time, *touched*")."""
    if tree.tags[at] not in ("VBN", "VBD") or tree.lemma(head) != "be" or head > at:
        return False
    if tree.child(at, *SUBJECTS, "mark", *_AUXILIARIES) is not None:
        return False
    return tree.child(head, "acomp", "attr", "expl") is None and tree.forms[at - 1] == ","


def _is_content(tree: Tree, at: int, noun: int) -> bool:
    """Whether the clause after "that" tells the content of the noun and lacks none of its own parts."""
    if tree.lemma(noun) in CHANCES and not any(tree.tags[one].startswith("W") for one in tree.children[at]):
        return tree.child(at, "nsubj", "nsubjpass") is not None
    if tree.lemma(noun) not in CONTENTS or tree.lemma(at) in PASSED_ON or tree.forms[noun + 1 : noun + 2] != ("that",):
        return False
    own = [child for child in tree.children[at] if child != noun + 1]
    deps = {tree.deps[child] for child in own}
    return not deps.isdisjoint(("nsubj", "nsubjpass")) and not deps.isdisjoint(("dobj", "auxpass", "prep", "ccomp"))


def _is_what_occurs(tree: Tree, subject: int, verb: int) -> bool:
    """Whether a negation of the verb denies its subject: "no violence happened", not "the smugglers did not come"."""
    if tree.child(verb, "auxpass") is not None or tree.lemma(verb) in ("be", "happen", "occur", "exist"):
        return True
    return tree.lemma(verb) in OCCURRING and is_activity(tree.lemma(subject))


def _is_beside(tree: Tree, at: int, head: int) -> bool:
    dep = tree.deps[at]
    if dep in ("ccomp", "dep") and _in_one_breath(tree, at, head):
        return True
    verbs = tree.tags[at].startswith("V") and tree.tags[head].startswith("V")
    return dep == "parataxis" or (dep == "dep" and verbs)


@per_tree
def predicate_lemmas(tree: Tree, at: int) -> tuple[str, ...]:
    """What the word says: its dictionary form; of a copula also that of its adjective or noun."""
    own = tree.lemma(at)
    if own not in ("be", "get", "feel", "become"):
        return (own,)
    return (own, *(tree.lemma(child) for child in tree.all_children(at, "acomp", "attr", "oprd")))


def subject_of(tree: Tree, at: int) -> int | None:
    """The subject of the verb, its own or the one that it shares with the verb it hangs on."""
    seen = at
    while True:
        found = tree.child(seen, "nsubj", "nsubjpass")
        if found is not None:
            return found
        if tree.deps[seen] not in ("conj", "xcomp", "advcl") or tree.heads[seen] == seen:
            return None
        seen = tree.heads[seen]


def mark_of(tree: Tree, at: int) -> str:
    """The word that opens the clause of `at` ("if", "that", "because", "to"); "" for none."""
    for child in tree.children[at]:
        if child < at and (tree.deps[child] == "mark" or tree.tags[child] in ("WRB", "TO")):
            return tree.forms[child]
    return ""


def follows(tree: Tree, at: int, *phrase: str) -> bool:
    """Whether the words of `phrase` stand right after `at`."""
    return tree.forms[at + 1 : at + 1 + len(phrase)] == phrase


def _shares(tree: Tree, at: int, head: int) -> bool:
    """Whether what is said of the first of two joined words holds of the second ("not beat or rob")."""
    if any(tree.deps[child] in (*SUBJECTS, *_AUXILIARIES, "neg", "det", "mark") for child in tree.children[at]):
        return False
    between = set(tree.forms[head : _last_joined(tree, at)])
    if between & CONTRASTS:
        return False
    if between & {"or", "nor"}:
        return True
    if not tree.tags[head].startswith("V"):
        return True
    first = tree.child(head, *_AUXILIARIES)
    return first is not None and (tree.tags[at] == tree.tags[head] or tree.tags[at] in ("VB", "VBD", "VBP"))


def _last_joined(tree: Tree, at: int) -> int:
    """The last of the words that are joined to the one at `at` ("hit, insult or *threaten*")."""
    while (following := tree.child(at, "conj")) is not None:
        at = following
    return at


def _in_one_breath(tree: Tree, at: int, head: int) -> bool:
    if at > head or _has_form(tree, at, ("that", "whether", "if")):
        return False
    if "," not in tree.forms[at:head]:
        return False
    own = any(tree.deps[child] == "neg" or tree.tags[child] == "MD" for child in tree.children[head])
    return own or SPEAKING.isdisjoint(predicate_lemmas(tree, head))


def _is_circumstance(tree: Tree, at: int, head: int) -> bool:
    form = tree.forms[at]
    if form in ALWAYS_ABOUT:
        return True
    return (
        form in ABOUT
        and tree.tags[head].startswith("V")
        and tree.child(head, "dobj", "dative", "nsubjpass") is not None
    )


def _has_form(tree: Tree, at: int, forms: tuple[str, ...]) -> bool:
    return any(child < at and tree.forms[child] in forms for child in tree.children[at])
