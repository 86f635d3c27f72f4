"""Prospects: what is only feared, meant, expected or possible by the meaning of the word above it."""

from qualcode.matching.assertion.asking import asked_of, left_open
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.means import is_out_of_reach, to_of, too_much
from qualcode.matching.assertion.negation import negation
from qualcode.matching.assertion.nouns import is_activity
from qualcode.matching.assertion.scope import Finding, Link, predicate_lemmas
from qualcode.matching.assertion.wishes import (
    CALLED_FOR,
    INTENDED,
    INTENDED_OBJECTS,
    REPORTING,
    SAVE,
    TRYING,
    WANTED,
    purpose,
    purpose_of_for,
    wanted,
    wished,
)
from qualcode.matching.tree import Tree

FEARED = frozenset(
    "afraid fear scared worry worried frightened terrified anxious dread fearful panic threaten threat threatened risk "
    "danger hazard nervous uneasy apprehensive menace peril concerned".split()
)
"""What is feared, threatened or risked."""
FEARED_FORMS = inflected(FEARED)
_AFRAID = FEARED_FORMS | {"scare"}
IMPENDING = frozenset("deportation eviction expulsion removal extradition trial prison jail fine charge".split())
"""What somebody faces before it is done."""
FUTURE = frozenset("expect predict foresee anticipate bound due prospect".split())
VERGE = frozenset("point verge brink eve".split())
"""Whoever is on it will do something soon ("*on the point of* signing")."""
POSSIBLE = frozenset(
    "possible potential possibility chance likely probable probability suspect likelihood suppose guess presume "
    "conceivable plausible thinkable imaginable".split()
)
EXCLUDING = frozenset(("rule", "exclude", "discount"))
"""What cannot be ruled out is possible."""
CERTAIN = frozenset(("sure", "certain", "convinced", "positive", "impossible", "unthinkable"))
"""What somebody is not sure of, or is not impossible, is possible too."""
DOUBTED = EXCLUDING | CERTAIN
SUPPOSING = frozenset("suppose guess presume suspect".split())
"""Said of the speaker beside what is told, these leave it possible ("he lied, I *suppose*")."""
ACTUAL_INFINITIVES = frozenset(
    "manage begin start continue happen have force make get tend seem appear proceed remember bother help "
    "cause lead compel oblige allow permit enable able use let see hear watch know learn prove fail refuse forget "
    "decline neglect pressure coerce hard difficult easy say report allege believe think become end afford avoid "
    "deny cease pretend feel too unable impossible possible require cost keep leave lucky glad happy sad "
    "surprised proud shocked dare hesitate succeed contrive deign condescend venture nerve audacity guts courage luck "
    "misfortune persuade convince trick omit condemn reduce unwilling claim profess purport forbid ban prohibit "
    "bring turn capable eligible qualified free willing".split()
)
"""What says that its infinitive was so (negated: was not): "managed to", "forced us to". Others mean or wish it."""
IMPLICATIVE = frozenset(
    "force make compel oblige require cause allow permit pressure coerce manage begin start continue fail refuse "
    "happen use enable succeed dare hesitate persuade convince trick".split()
)
"""Of these also an infinitive that looks like a purpose is none ("we were made to stand")."""
PROSPECT_CUES = (
    frozenset(("scare", "concern", "warn", "tend", "face", "dream", "require"))
    | (FEARED | FUTURE | POSSIBLE | SUPPOSING)
    | (INTENDED | INTENDED_OBJECTS | WANTED | REPORTING)
    | (CALLED_FOR - {"call"})
)
_OBJECT_WORDS = (
    (FEARED | INTENDED_OBJECTS | FUTURE | POSSIBLE | EXCLUDING | VERGE)
    | (WANTED | CALLED_FOR | TRYING)
    | {"face", "warn", "advise"}
)
"""What can say something of a noun or phrase below it."""
_CLAUSE_OPENING = frozenset("DT IN PRP PRP$ NN NNS NNP EX".split())
"""Tags of words with which a clause begins."""


def prospect_of(tree: Tree, link: Link, *, first: bool) -> list[Finding]:
    """What the head, by its meaning, says about what hangs on it."""
    lemmas = frozenset((*predicate_lemmas(tree, link.head), tree.forms[link.head]))
    if link.kind == "complement" or (link.kind == "adverbial" and lemmas & (IMPLICATIVE | FEARED)):
        found = _of_complement(tree, link, lemmas, first=first)
        return [] if found is None else [found]
    if link.kind == "adverbial":
        return asked_of(tree, link) or _intended(purpose(tree, link))
    if link.kind == "noun" and tree.forms[link.word - 1] == "for":
        return _intended(purpose_of_for(tree, link.word))
    return _of_object(tree, link, lemmas) if link.kind in ("object", "circumstance") else []


def _intended(words: tuple[int, ...]) -> list[Finding]:
    return [Finding("intended", words)] if words else []


def fear_before(tree: Tree, at: int) -> list[Finding]:
    """A word of fear right before the clause ("I have afraid they catch me"), wherever the parser hangs it."""
    subject = None if _AFRAID.isdisjoint(tree.words) else tree.child(at, "nsubj", "nsubjpass")
    if subject is None or subject > at or tree.forms[subject] in ("me", "us", "him", "them"):
        return []
    before = subject - 1 if tree.tags[subject].startswith("PRP") else min(tree.subtree(subject)) - 1
    if tree.forms[max(before - 1, 0) : before + 1] in (("am", "scare"), ("was", "scare"), ("are", "scare")):
        return [Finding("feared", (before,))]
    near = [one for one in (before, before - 1, subject - 1) if one > 0 and tree.forms[one] in FEARED_FORMS]
    near = [one for one in near if one >= before or tree.forms[before] == "that"]
    return [Finding("feared", (near[0],))] if near and not _is_cause(tree, near[0]) else []


def _is_cause(tree: Tree, fear: int) -> bool:
    """Whether the fear is only why it was done ("because of the *fear* they slept in the church")."""
    preposition = tree.heads[fear]
    if tree.deps[fear] != "pobj":
        return False
    return tree.forms[preposition] == "from" or tree.forms[preposition - 1 : preposition + 1] == ("because", "of")


def modified_by(tree: Tree, child: int) -> list[Finding]:
    """What an adjective says of its noun: an attempted robbery, possible violence."""
    lemmas = {tree.lemma(child), tree.forms[child]}
    if lemmas & INTENDED_OBJECTS:
        return [Finding("intended", (child,))]
    return [Finding("possible", (child,))] if lemmas & POSSIBLE else []


def supposed_beside(tree: Tree, child: int) -> list[Finding]:
    """A supposition of the speaker's in a clause put in between or after ("he lied to us, I *suppose*")."""
    subject = tree.child(child, "nsubj")
    alone = tree.child(child, "dobj", "ccomp", "xcomp") is None and tree.child(child, "neg") is None
    speaker = subject is not None and tree.forms[subject] in ("i", "we")
    return [Finding("possible", (child,))] if alone and speaker and tree.lemma(child) in SUPPOSING else []


def can_be(tree: Tree, at: int) -> list[Finding]:
    """An "it can be" before what may be so: "*it can be* the guide he sold us", "*can be* they come tomorrow"."""
    if "be" not in tree.words:
        return []
    for be in range(1, at):
        able = tree.forms[be] == "be" and tree.forms[be - 1] in ("can", "could", "may", "might")
        opened = be == 1 or (tree.forms[be - 2] in ("it", "this") and (be == 2 or not tree.forms[be - 3].isalnum()))
        if able and opened and tree.tags[be + 1] in _CLAUSE_OPENING and "," not in tree.forms[be:at]:
            return [Finding("possible", (be - 1, be))]
    return []


def _of_object(tree: Tree, link: Link, lemmas: frozenset[str]) -> list[Finding]:
    """What the head says of a noun or phrase below it: a risk of violence, an attempt at robbery."""
    word, head = link.word, link.head
    if lemmas.isdisjoint(_OBJECT_WORDS) or tree.deps[word] in ("nsubj", "nsubjpass", "acomp", "attr", "agent"):
        return []
    if too_much(tree, head) is not None:
        return []
    if (wanting := wanted(tree, link)) is not None:
        return [Finding("intended", (wanting,))]
    if tree.deps[word] == "dobj" and (found := _of_direct_object(tree, link, lemmas)) is not None:
        return [found]
    if tree.forms[word] == "of" and tree.lemma(head) in VERGE and tree.forms[tree.heads[head]] == "on":
        return [Finding("future", (head,))] if tree.child(word, "pcomp") is not None else []
    feared = FEARED | {"warn"} if tree.forms[word] == "of" else FEARED
    kinds = (("feared", feared), ("intended", INTENDED_OBJECTS), ("future", FUTURE), ("possible", POSSIBLE))
    return [Finding(value, (head,)) for value, words in kinds if lemmas & words]


def _of_direct_object(tree: Tree, link: Link, lemmas: frozenset[str]) -> Finding | None:
    """What somebody faces is feared, what cannot be excluded possible."""
    thing = tree.lemma(link.word)
    if "face" in lemmas and thing in IMPENDING:
        return Finding("feared", (link.head,))
    if lemmas.isdisjoint(EXCLUDING) or not is_activity(thing):
        return None
    denied = negation(tree, link.head, link.word, frozenset())
    return None if denied is None else Finding("possible", (denied,))


def _of_complement(tree: Tree, link: Link, lemmas: frozenset[str], *, first: bool) -> Finding | None:
    """What the head says of the clause below it."""
    word, head = link.word, link.head
    measured = any(tree.forms[at] in ("too", "enough") for at in range(max(head - 1, 0), word))
    afraid = None if measured else _word_of(tree, head, FEARED | {"concern"})
    if afraid is not None:
        return Finding("feared", (afraid,))
    to = to_of(tree, word)
    if to and is_out_of_reach(tree, link, lemmas):
        return None
    undecided = _doubted(tree, link, lemmas) or left_open(tree, link, lemmas) or _expected(tree, link)
    if undecided is not None or (not first and tree.lemma(word) in REPORTING):
        return undecided
    if "tend" in lemmas:
        return Finding("habitual", (head,))
    words = wished(tree, link, lemmas, first=first) if not to else ()
    if to and not measured and _is_meant(tree, link, lemmas):
        words = (head, to)
    return Finding("intended", words) if words else None


def _doubted(tree: Tree, link: Link, lemmas: frozenset[str]) -> Finding | None:
    """The negation of "not sure that", "cannot be ruled out that"."""
    if lemmas.isdisjoint(DOUBTED) or to_of(tree, link.word):
        return None
    denied = negation(tree, link.head, link.word, frozenset())
    return None if denied is None else Finding("possible", (denied,))


def _is_meant(tree: Tree, link: Link, lemmas: frozenset[str]) -> bool:
    """Whether the infinitive below the head is only meant; "require" rules in the present, "think to" is a plan."""
    if tree.forms[to_of(tree, link.word) - 1] in SAVE:
        return False
    subject = tree.child(link.head, "nsubj")
    if "take" in lemmas and subject is not None and tree.forms[subject] == "it":
        return False
    ruled = "require" in lemmas and tree.tags[link.head] in ("VBZ", "VBP", "VB")
    planned = "think" in lemmas and tree.child(link.head, "nsubj") is not None
    return ruled or planned or lemmas.isdisjoint(ACTUAL_INFINITIVES)


def _expected(tree: Tree, link: Link) -> Finding | None:
    """Future by what is expected or "going to", possible by a risk or chance."""
    if (due := _word_of(tree, link.head, FUTURE)) is not None:
        return Finding("future", (due,))
    to = to_of(tree, link.word)
    if to and tree.forms[link.head] in ("going", "gon", "about"):
        return Finding("future", (link.head, to))
    if to and tree.lemma(link.head) in SUPPOSING:  # they are supposed to
        return None
    risk = _word_of(tree, link.head, POSSIBLE)
    return None if risk is None else Finding("possible", (risk,))


def _word_of(tree: Tree, head: int, words: frozenset[str]) -> int | None:
    """Of the head, its adjective or noun, and the subject that it equates with a clause, the one in `words`."""
    around = (head, *tree.all_children(head, "acomp", "attr", "oprd"))
    if tree.lemma(head) == "be":
        around = (*around, *tree.all_children(head, "nsubj"))
    return next((at for at in around if tree.lemma(at) in words or tree.forms[at] in words), None)
