"""Bygone times: what was done until then, or long ago, and is otherwise now."""

from qualcode.matching.assertion.nouns import is_activity
from qualcode.matching.assertion.scope import subject_of
from qualcode.matching.tree import Tree

UNTIL = frozenset(("until", "till"))
_UNTIL_THEN = frozenset("last recently then ago lately spring summer autumn winter".split()) | frozenset(
    "january february march april may june july august september october november december".split()
)
"""After "until" these name a time since which it is otherwise."""
_YEAR = 4
"""Figures of a year."""
LASTING = frozenset("work serve teach belong sell own study".split())
_FOR_LONG = frozenset("years decades months".split())
_PAST = frozenset(("would", "was", "were", "had", "'d"))
_OURS = frozenset("i we he she".split())

NOW = frozenset("now today nowadays currently presently".split())
BORDERS = frozenset((",", ";", "-", "–", "—", ".", "...", "…"))
_LONG_AGO = (("once", "upon", "a", "time"), ("back", "then"), ("back", "in"), ("in", "those"), ("in", "the", "past"))
_OPENING = (
    ("formerly",),
    ("in", "the", "past"),
    ("in", "the", "old", "days"),
    ("in", "old", "times"),
    ("in", "former", "times"),
)
_FORMERLY = frozenset(("earlier", "formerly", "previously"))
FORMER = _FORMERLY | frozenset(("before", "upon", "back", "those", "past"))
"""Without one of these no time is long ago."""


def until_then(tree: Tree, at: int) -> tuple[int, ...]:
    """The "until last year" before what was so until then, or after what others did until then."""
    if UNTIL.isdisjoint(tree.words) or not _is_past(tree, at):
        return ()
    for until in range(len(tree) - 1):
        if tree.forms[until] in UNTIL and at in tree.ancestors(until) and _ends(tree, until, at):
            return (until,)
    return ()


def opened_in_the_past(tree: Tree, at: int) -> tuple[int, ...]:
    """The "formerly", "in the old days" at the begin of what was so then."""
    first = next((phrase for phrase in _OPENING if tree.forms[: len(phrase)] == phrase), ())
    if not first or not tree.tags[at].startswith("V") or not _is_past(tree, at):
        return ()
    alone = "but" not in tree.forms[len(first) : at] and ";" not in tree.forms[len(first) : at]
    return tuple(range(len(first))) if alone else ()


def otherwise_now(tree: Tree, at: int) -> tuple[int, ...]:
    """The "now" of what is done instead of what was done long ago ("back then they fed us, *today* they do not")."""
    if FORMER.isdisjoint(tree.words):
        return ()
    now = next((one for one in range(at + 2, len(tree)) if is_now(tree, one)), None)
    if now is None:
        return ()
    before = tree.forms[now - (2 if tree.forms[now] == "days" else 1)]
    bordered = before in BORDERS or before in ("but", "and")
    return (now,) if bordered and _is_long_ago(tree.forms[:now]) and not _is_done_again(tree, at, now) else ()


def is_now(tree: Tree, at: int) -> bool:
    """Whether the word says that it is about the present ("now", "these *days*")."""
    return tree.forms[at] in NOW or (tree.forms[at] == "days" and tree.forms[at - 1] == "these")


def _ends(tree: Tree, until: int, at: int) -> bool:
    """Whether the "until" says that what is told at `at` is over, and not only how long it took."""
    if tree.deps[until] == "mark":
        return until > at and tree.heads[tree.heads[until]] == at and _is_lasting(tree, at)
    own = [one for one in tree.subtree(until) if one >= until]
    first = tree.forms[:until] in ((), ("up",))
    if until > at and tree.lemma(at) in LASTING:
        return True
    if first and any(tree.tags[one].startswith("NN") and is_activity(tree.lemma(one)) for one in own):
        return True
    subject = subject_of(tree, at)
    ours = subject is not None and tree.forms[subject] in _OURS
    return (first or not ours) and any(_is_time(tree.forms[one]) for one in own)


def _is_time(form: str) -> bool:
    return form in _UNTIL_THEN or (len(form) == _YEAR and form.isdigit())


def _is_lasting(tree: Tree, at: int) -> bool:
    """Whether it went on for years, so that an "until" ends it ("she *worked* there until they sent her home")."""
    for_long = any(form in _FOR_LONG and tree.forms[one - 1] == "for" for one, form in enumerate(tree.forms))
    return for_long or tree.lemma(at) in LASTING


def _is_past(tree: Tree, at: int) -> bool:
    auxiliaries = tree.all_children(at, "aux", "auxpass")
    if auxiliaries:
        return any(tree.forms[one] in _PAST for one in auxiliaries)
    return tree.tags[at] in ("VBD", "VBN")


def _is_long_ago(before: tuple[str, ...]) -> bool:
    """Whether the words before a "now" name a time that it is set against."""
    if not _FORMERLY.isdisjoint(before) or any(before[: len(phrase)] == phrase for phrase in _LONG_AGO):
        return True
    if "before" not in before:
        return False
    at = before.index("before")
    return not before[at + 1 : at + 2] or not before[at + 1].isalnum() or before[at - 1] in ("like", "that")


def _is_done_again(tree: Tree, at: int, now: int) -> bool:
    """Whether it is done now too, in another way ("before they slept outside, now they sleep in tents")."""
    verbs = [one for one in (at, *tree.ancestors(at)) if one < now and tree.tags[one].startswith("V")]
    same = {tree.lemma(one) for one in verbs} - {"be", "have"}
    return not same or any(tree.lemma(one) in same for one in range(now, len(tree)))
