"""Polarity: whether something is affirmed, negated, or said to have ended."""

from qualcode.matching.assertion.bygone import UNTIL
from qualcode.matching.assertion.closure import CLOSED, closed_after, ended_after
from qualcode.matching.assertion.denial import (
    BARE,
    FLEEING,
    FROM_VERBS,
    NEGATING,
    NEGATING_NOUNS,
    UNTRUE,
    WITHOUT,
    effect_of,
    effect_on_subject,
)
from qualcode.matching.assertion.ending import CLOSING, DONE, ENDING, OVER, ending_of_time, ending_since, nothing_left
from qualcode.matching.assertion.means import MEANS, is_unable
from qualcode.matching.assertion.negation import (
    ALMOST,
    ENDING_ADVERBS,
    IDIOMS,
    NEGATORS,
    NOBODY,
    ending_adverb,
    negation,
)
from qualcode.matching.assertion.nouns import CONTENTS
from qualcode.matching.assertion.refuting import refuted_after
from qualcode.matching.assertion.scope import Finding, Link, Matter, mark_of, predicate_lemmas
from qualcode.matching.tree import Tree

RAISING = frozenset(
    "think believe say see hear experience feel suppose imagine seem appear happen claim report mean want notice "
    "witness observe expect let true case possible find be".split()
)
"""A negation of these denies a finite clause below them ("I don't think that they beat him")."""

TAKEN_FOR_GRANTED = frozenset(
    "know understand care realize realise remember forget mind regret matter explain tell admit accept like hate "
    "surprise wonder surprised ask complain sorry sure stop avoid deny refuse".split()
)
"""A negation of these leaves what is below them as it was ("they didn't care that he was beaten")."""

PRESENT = frozenset(
    "present common there here possible visible frequent widespread usual available true real correct".split()
)
"""What says of its subject that it exists ("violence is not common there")."""
_ANY = ("any", "single")

GRANTED_OBJECTS = frozenset(
    "know understand care remember forget mind regret explain accept like hate report address investigate punish "
    "recognize recognise solve mention discuss talk tell complain expect tolerate justify condone admit record "
    "document survive reduce decrease limit lower tackle combat curb end stop prevent identify screen".split()
)
"""A negation of these leaves their object as it was ("nobody reports the violence")."""

SEEN = frozenset("see hear feel experience know meet".split())
NEGATIVE = (
    NEGATORS | NOBODY | ENDING_ADVERBS | ALMOST | {"more", "without", "little", "anything", "instead", "zero", "if"}
)
"""Without one of these no clause is negated by itself."""
POLARITY_FORMS = (
    NEGATORS
    | NOBODY
    | ALMOST
    | WITHOUT
    | ENDING_ADVERBS
    | OVER
    | CLOSED
    | UNTIL
    | (DONE - {"through"})
    | {"zero", "except", "instead", "rather", "short", "yet", "far", "too", "standstill"}
)
POLARITY_CUES = (
    (NEGATING | NEGATING_NOUNS | BARE | UNTRUE | ENDING | CLOSING)
    | (FROM_VERBS - {"keep", "flee", "hide"})
    | {"forget", "end", "doubt", "dismiss"}
)
"""What can negate or end something: forms as they stand, and dictionary words."""


def read_polarity(matter: Matter) -> Finding:
    """Whether the matter is affirmed, negated or ceased, with the words that say so."""
    found = _own(matter, matter.anchor, None, Finding("affirmed"))
    for link, above in matter.climb():
        decided = _decided(matter.tree, link, found)
        if decided is not None:
            return decided
        if _is_barred(matter.tree, link):
            break
        found, goes_on = _climbed(matter, link, found, above=above)
        if not goes_on:
            break
    return _once(matter, found)


def _decided(tree: Tree, link: Link, found: Finding) -> Finding | None:
    """What decides the polarity at once: rather than, nothing they told us, gone are the days when, years since."""
    if link.kind in ("coordinate", "adverbial") and found.value == "affirmed":
        than = _rather_than(tree, link)
        if than:
            return Finding("negated", than)
    if (rest := nothing_left(tree, link)) is not None:
        return rest
    if link.kind == "adverbial":
        return ending_since(tree, link)
    if link.kind != "relative":
        return None
    return Finding("negated", (link.head,)) if _is_put_first(tree, link) else ending_of_time(tree, link.head)


def _climbed(matter: Matter, link: Link, found: Finding, *, above: bool) -> tuple[Finding, bool]:
    """`found` after what the head of the link says, and whether what stands higher may say more.

    `above` says that the link before led out of a relative clause.
    """
    tree, head = matter.tree, link.head
    if link.kind == "coordinate":
        return found, True
    if link.kind == "subject":
        effect = None if head in matter.matched else effect_on_subject(tree, link)
        if effect is not None:
            found = _own(matter, head, link.word, _under(tree, effect, found), by_meaning=True)
        return found, True
    effect = None if head in matter.matched else effect_of(tree, link)
    if effect is not None:
        found = _under(tree, effect, found)
        if link.kind != "noun" and tree.forms[head] in WITHOUT:
            return found, False
    elif link.kind != "relative" and not above and not _reaches(tree, link):
        return found, False
    again = (above or tree.deps[link.word] == "ccomp") and found.value == "negated"
    return _own(matter, head, link.word, found, by_meaning=effect is not None or again), True


def _is_put_first(tree: Tree, link: Link) -> bool:
    """Whether "nothing" is the object of what the parser takes for its clause ("*nothing* they told us, never")."""
    if tree.forms[link.head] not in NOBODY or any(tree.tags[one].startswith("W") for one in tree.children[link.word]):
        return False
    last = max(tree.subtree(link.word))
    opened = link.head == 0 or not tree.forms[link.head - 1].isalnum()
    return opened and last + 1 < len(tree) and not tree.forms[last + 1].isalnum()


def _is_barred(tree: Tree, link: Link) -> bool:
    """Whether what stands above the link can say nothing about the polarity of what stands below it."""
    if link.kind == "relative":
        return not _lets_through(tree, link)
    if link.kind == "adverbial" and mark_of(tree, link.word) == "to":
        return not is_unable(tree, link.head)
    return link.kind in ("beside", "adverbial", "circumstance") and not _is_likened(tree, link)


def _is_likened(tree: Tree, link: Link) -> bool:
    """Whether the clause is what it is said not to be like ("it's *not like* they helped us")."""
    cue = tree.child(link.head, "neg")
    if cue is None or tree.lemma(link.head) != "be" or tree.child(link.head, "acomp", "attr") is not None:
        return False
    return tree.forms[cue + 1] in ("like", "as") and mark_of(tree, link.word) in ("like", "as", "if", "though")


def _own(matter: Matter, at: int, coming: int | None, found: Finding, *, by_meaning: bool = False) -> Finding:
    """`found` after the negations that belong to the word at `at` itself.

    Several negations in one clause are one ("they not give us nothing"), unless a word between denies by its meaning.
    """
    tree = matter.tree
    if NEGATIVE.isdisjoint(tree.words):
        return found
    cue = negation(tree, at, coming, matter.matched)
    ended = ending_adverb(tree, at, cue)
    if found.value == "affirmed" and cue is not None and not (by_meaning and found.words):
        return Finding("negated", (cue,)) if ended is None else Finding("ceased", (cue, ended))
    if by_meaning and cue is not None:
        return Finding("affirmed" if found.value != "affirmed" else "negated", (cue,))
    if found.value == "negated" and coming is not None and ended is not None:
        return Finding("ceased", (*found.words, ended))
    return found


def _under(tree: Tree, effect: Finding, found: Finding) -> Finding:
    """`found` after what the head itself, by its meaning, says about what hangs on it."""
    first = effect.words[0]
    if tree.forms[first] in WITHOUT:
        return Finding("affirmed" if _is_doubled(tree, first) else "negated", effect.words)
    if effect.value == found.value == "ceased":
        return found
    return Finding(effect.value if found.value == "affirmed" else "affirmed", effect.words)


def _is_doubled(tree: Tree, without: int) -> bool:
    """Whether "without" is itself negated: "not without violence", "nobody left without paying"."""
    if without > 0 and tree.forms[without - 1] in ("not", "never"):
        return True
    verb = tree.heads[without]
    if verb < without and tree.deps[verb] in ("ccomp", "xcomp"):
        return negation(tree, tree.heads[verb], verb, frozenset()) is not None
    return verb < without and negation(tree, verb, without, frozenset()) is not None


def _rather_than(tree: Tree, link: Link) -> tuple[int, ...]:
    for child in (*tree.children[link.head], *tree.children[link.word]):
        if tree.forms[child] == "than" and 0 < child < link.word and tree.forms[child - 1] == "rather":
            return (child - 1, child)
    return ()


def _once(matter: Matter, found: Finding) -> Finding:
    """Ceased or negated where what follows says so ("but not now", "now it is over", "it is a lie")."""
    if found.value == "negated" and (ended := ended_after(matter.tree, matter.anchor)):
        return Finding("ceased", (*found.words, *ended))
    over = closed_after(matter.tree, matter.anchor) if found.value == "affirmed" else ()
    if over:
        return Finding("ceased", over)
    untrue = refuted_after(matter.tree, matter.anchor) if found.value == "affirmed" else ()
    return Finding("negated", untrue) if untrue else found


def _lets_through(tree: Tree, link: Link) -> bool:
    """Whether a denied noun denies what its clause says: "nobody who helped us", "there was nothing to eat"."""
    head = link.head
    if tree.forms[head] in NOBODY:  # but not "nothing else than rescue us"
        return not any(tree.forms[one] == "than" for one in tree.children[link.word])
    if tree.forms[head] in ("anyone", "anybody", "anything"):
        return True
    if tree.lemma(head) in MEANS and mark_of(tree, link.word) == "to":
        return True
    if _is_existential(tree, head) and negation(tree, tree.heads[head], head, frozenset()) is not None:
        return tree.forms[head] not in IDIOMS and _is_opened(tree, link.word)
    if _is_no_such(tree, head):
        return _is_opened(tree, link.word)
    denied = any(tree.forms[child] in ("no", *_ANY) for child in tree.children[head] if child < head)
    return denied and tree.forms[head] not in IDIOMS and _is_opened(tree, link.word)


def _is_no_such(tree: Tree, noun: int) -> bool:
    """Whether something is said not to be one of a kind ("this is *not an* office where people wait")."""
    if tree.deps[noun] != "attr" or tree.child(tree.heads[noun], "neg") is None:
        return False
    return any(tree.forms[one] in ("a", "an") for one in tree.all_children(noun, "det"))


def _is_existential(tree: Tree, noun: int) -> bool:
    return tree.child(tree.heads[noun], "expl") is not None


def _is_opened(tree: Tree, clause: int) -> bool:
    """Whether a relative clause has its "who" or "to"; one without is mostly the parser's error."""
    return any(
        tree.tags[one] in ("WP", "WDT", "WP$", "WRB", "TO") or tree.forms[one] == "that" for one in tree.subtree(clause)
    )


def _reaches(tree: Tree, link: Link) -> bool:
    """Whether a negation of the head also denies what hangs on it."""
    if link.kind == "adverbial":
        return True
    lemmas = set(predicate_lemmas(tree, link.head))
    if len(lemmas) > 1:
        lemmas -= {"be"}
    if link.kind == "complement":
        return _reaches_clause(tree, link, lemmas)
    dep = tree.deps[link.word]
    if dep == "nsubj" and tree.child(link.head, "acomp", "attr") is not None:
        return bool(lemmas & PRESENT) or tree.child(link.head, "expl") is not None
    return dep not in ("dobj", "pobj", "prep", "nsubjpass") or _reaches_object(tree, link, lemmas)


def _reaches_object(tree: Tree, link: Link, lemmas: set[str]) -> bool:
    if tree.forms[link.word] == "from" and lemmas & FLEEING:
        return False
    own = {tree.forms[one] for one in tree.children[link.word]}
    if "such" in own and lemmas & SEEN:  # never have I seen such cold
        return False
    granted = tree.tags[link.head].startswith("V") and lemmas & GRANTED_OBJECTS
    return not granted or not own.isdisjoint(_ANY)


def _reaches_clause(tree: Tree, link: Link, lemmas: set[str]) -> bool:
    if tree.child(link.head, "auxpass") is not None and mark_of(tree, link.word) == "to":
        lemmas -= {"know"}  # "not known to help": only with a clause it is taken for granted
    if _is_cleft(tree, link):
        return False
    if lemmas & CONTENTS and tree.deps[link.head] in ("nsubj", "nsubjpass"):
        return True
    if mark_of(tree, link.word) in ("why", "how", "when", "where", "whenever"):
        return False
    able = any(tree.forms[one] in ("ca", "can", "could") for one in tree.children[link.head])
    if able and (lemmas & {"believe", "imagine"} or ("help" in lemmas and tree.tags[link.word] == "VBG")):
        return False
    if tree.deps[link.word] in ("ccomp", "csubj") and not _is_infinitive(tree, link.word):
        return bool(lemmas & (RAISING - TAKEN_FOR_GRANTED)) or tree.deps[link.head] in ("prep", "pcomp")
    return not lemmas & TAKEN_FOR_GRANTED


def _is_cleft(tree: Tree, link: Link) -> bool:
    """Whether only when or where is denied: "it was not *in winter* that they came"."""
    subject = tree.child(link.head, "nsubj")
    if tree.lemma(link.head) != "be" or subject is None or tree.forms[subject] != "it":
        return False
    return any(link.head < one < link.word for one in tree.all_children(link.head, "prep"))


def _is_infinitive(tree: Tree, at: int) -> bool:
    return tree.tags[at] in ("VB", "VBG") and not any(
        tree.tags[child] == "MD" or tree.forms[child] in ("do", "did", "does") for child in tree.children[at]
    )
