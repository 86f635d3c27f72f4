"""Closure: a later clause that says that what was told before it is over."""

from qualcode.matching.assertion.negation import NEGATORS, NOBODY
from qualcode.matching.tree import Tree

NOT_NOW = (
    ("not", "now"),
    ("now", "no"),
    ("now", "not"),
    ("not", "anymore"),
    ("no", "more"),
    ("now", "nothing"),
    ("now", "finish"),
    ("now", "finished"),
    ("now", "stop"),
)
"""At the end of a sentence these close what was told before them."""
CLOSED = frozenset("over finish finished past gone closed stop stopped ended".split())
"""What the closing clause says ("now it is *closed*", "this time is *over*")."""
NOW = frozenset("now today nowadays".split())
FORMERLY = frozenset("before earlier formerly previously past ago".split())
"""Against these a "now" with nobody or nothing closes what was ("before they let us pass, now nobody passes")."""
PRESENT = frozenset("is are 's has have".split())
LINKING = (
    NOW | PRESENT | frozenset("but and that this it these those time times all everything been also already".split())
)
"""All that may stand between the border of the closing clause and its closing word."""
BORDERS = frozenset((",", ";", "-", "–", "—", ".", "...", "…"))
_CLOSING = CLOSED | NOW | {"anymore", "more"}
_NEAR = 6
"""Words that a clause with "now" is looked at."""


def closed_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The words that close what is told at `at`, none where nothing does."""
    if _CLOSING.isdisjoint(tree.words):
        return ()
    return _not_now(tree, at) or _closing_word(tree, at) or _denied_now(tree, at) or _now_denied_before(tree, at)


def _not_now(tree: Tree, at: int) -> tuple[int, ...]:
    """A bare "but not now", "now no" at the end."""
    for one in range(at + 1, len(tree) - 1):
        if tree.forms[one : one + 2] in NOT_NOW and _is_last(tree, one + 1):
            return (one, one + 1)
    return ()


def _is_last(tree: Tree, at: int) -> bool:
    """Whether the sentence ends after the word at `at`, or only takes up a word from before ("now not good")."""
    return all(not form.isalnum() or form in tree.forms[:at] for form in tree.forms[at + 1 : at + 2])


def _closing_word(tree: Tree, at: int) -> tuple[int, ...]:
    """The word that ends a clause of nothing but pronouns, "now" and "is": "..., now it is *closed*"."""
    for word in range(at + 2, len(tree)):
        if tree.forms[word] not in CLOSED:
            continue
        begin = word
        while begin > at + 1 and tree.forms[begin - 1] in LINKING:
            begin -= 1
        between = tree.forms[begin:word]
        bordered = tree.forms[begin - 1] in BORDERS or not {"but", "and", "now"}.isdisjoint(between[:2])
        if bordered and not (NOW | PRESENT).isdisjoint(between):
            return (word,)
    return ()


def _denied_now(tree: Tree, at: int) -> tuple[int, ...]:
    """The "now" and the negation of the same thing: "before they gave bread, *now* they do*n't* give"."""
    for now in range(at + 1, len(tree)):
        cue = _negation_after(tree, now) if tree.forms[now] in NOW else None
        if cue is None:
            continue
        following = tree.forms[cue + 1] if cue + 1 < len(tree) else "."
        contrasted = tree.forms[cue] in NOBODY and not FORMERLY.isdisjoint(tree.forms[:now])
        if contrasted or _repeats(tree, at, cue) or not following.isalnum():
            return (now, cue)
    return ()


def _now_denied_before(tree: Tree, at: int) -> tuple[int, ...]:
    """The same with the present first: "*now* they do*n't* beat, before they beat"."""
    if FORMERLY.isdisjoint(tree.forms[max(at - 3, 0) : at]):
        return ()
    for now in range(at):
        cue = _negation_after(tree, now) if tree.forms[now] in NOW else None
        if cue is not None and cue < at - 1 and _repeats(tree, at, cue):
            return (now, cue)
    return ()


def _negation_after(tree: Tree, now: int) -> int | None:
    """The negation in the clause that begins with "now"."""
    for one in range(now + 1, min(now + _NEAR, len(tree))):
        if tree.forms[one] in BORDERS:
            return None
        if tree.forms[one] in NEGATORS | NOBODY:
            return one
    return None


def _repeats(tree: Tree, at: int, cue: int) -> bool:
    """Whether the words after the negation name the same action as the word at `at` or a verb above it."""
    same = {tree.lemma(one) for one in (at, *tree.ancestors(at)) if tree.tags[one].startswith("V") and one <= at + 1}
    return any(tree.lemma(one) in same for one in range(cue + 1, min(cue + _NEAR, len(tree))))
