"""Habits: always, usually, every time, whenever."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree, per_tree

HABITUAL_ADVERBS = frozenset(
    "always usually often frequently regularly constantly generally normally typically daily nightly everyday "
    "sometimes whenever routinely habitually occasionally".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
HABITUAL_UNITS = WEEKDAYS | frozenset(
    "day night time week month year morning afternoon evening hour game attempt spring summer autumn winter season "
    "weekend trip visit".split()
)
"""After "every" or "each"; "all the time"."""
ON_DAYS = frozenset(f"{day}s" for day in WEEKDAYS | {"weekend"})
"""After "on" and "at" these come again and again."""
PHRASES = (
    ("time", "to", "time"),
    ("as", "a", "rule"),
    ("matter", "of", "routine"),
    ("matter", "of", "course"),
    ("most", "of", "the", "time"),
    ("most", "days"),
    ("day", "after", "day"),
    ("night", "after", "night"),
    ("week", "after", "week"),
    ("time", "and", "again"),
    ("again", "and", "again"),
    ("now", "and", "then"),
    ("over", "and", "over"),
    ("most", "nights"),
)
_PHRASED = frozenset("time rule matter most after again then over".split())
"""Each phrase has one of these."""
COUNTED_UNITS = frozenset("hour day night week month year".split())
"""After "once a", "twice a", "three times a"."""
BORDERS = frozenset(", ; : - – because that when if but until who which and or".split())
"""Words and signs that close the stretch in which a habit is said."""
REPEATING = frozenset(("every", "each", "all"))
_BESIDE = frozenset("everyday every each once twice times time".split()) | ON_DAYS
HABIT_FORMS = HABITUAL_ADVERBS | ON_DAYS | {"every", "each"}


def is_every(tree: Tree, at: int) -> bool:
    """Whether the noun at `at` is a time that comes again and again ("every night", "all the time")."""
    if REPEATING.isdisjoint(tree.words) or tree.lemma(at) not in HABITUAL_UNITS:
        return False
    before = {tree.forms[child] for child in tree.children[at] if child < at}
    return not before.isdisjoint(("every", "each")) or (tree.forms[at] == "time" and before >= {"all", "the"})


@per_tree
def habit_beside(tree: Tree, at: int) -> list[Finding]:
    """Finds "every time", "twice a week" between the borders of the clause, however the parser hangs it."""
    if _BESIDE.isdisjoint(tree.words):
        return []
    verb = at
    while tree.deps[verb] == "conj" and tree.child(verb, "nsubj", "nsubjpass") is None:
        verb = tree.heads[verb]
    begin = min(verb, at)
    while begin > 0 and tree.forms[begin - 1] not in BORDERS:
        begin -= 1
    end = at
    while end < len(tree) - 1 and (tree.forms[end + 1] not in BORDERS or _goes_on(tree, end + 1)):
        end += 1
    for one in range(begin, end):
        first, second = tree.forms[one : one + 2]
        if second in ON_DAYS and first in ("on", "at"):
            return [Finding("habitual", (one + 1,))]
        if first == "everyday" or (first in ("every", "each") and second in HABITUAL_UNITS):
            return [Finding("habitual", (one,))]
        last = tree.forms[one + 2] if one + 2 < len(tree) else ""
        counted = first in ("once", "twice", "times") or (first == "time" and tree.tags[one - 1] == "CD")
        if counted and second in ("a", "per", "every") and last in COUNTED_UNITS:
            return [Finding("habitual", (one, one + 2))]
    return []


def _goes_on(tree: Tree, comma: int) -> bool:
    """Whether an afterthought of numbers follows the comma ("they come in the night, two, three times a week")."""
    if tree.forms[comma] != "," or comma + 1 == len(tree):
        return False
    return tree.tags[comma + 1] == "CD" or tree.forms[comma + 1] in ("once", "twice", "every", "each")


def opening_habit(tree: Tree) -> list[Finding]:
    """Finds "every day", "always" at the begin of a sentence that holds of all of it, however the parser hangs it."""
    start = 1 if tree.forms[:1] in (("and",), ("so",), ("but",)) else 0
    first, second = (*tree.forms[start : start + 2], "", "")[:2]
    if first in HABITUAL_ADVERBS:
        return [Finding("habitual", (start,))]
    if (first in ("every", "each") and second in HABITUAL_UNITS) or (first, second) == ("all", "time"):
        return [Finding("habitual", (start, start + 1))]
    for phrase in () if _PHRASED.isdisjoint(tree.words) else PHRASES:
        if tree.words.issuperset(phrase):
            for at in range(len(tree)):
                if tree.forms[at : at + len(phrase)] == phrase:
                    return [Finding("habitual", tuple(range(at, at + len(phrase))))]
    return []
