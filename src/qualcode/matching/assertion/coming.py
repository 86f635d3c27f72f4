"""Times to come: what is said in the present of tomorrow."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree

TOMORROW = frozenset(("tomorrow", "tonight", "soon"))
PERIODS = frozenset(
    "week month year summer winter spring autumn weekend monday tuesday wednesday thursday friday".split()
)
"""After "next", with a verb in the present, these say that something is to come."""
GOING = frozenset("coming going leaving travelling traveling moving returning arriving flying".split())
"""With "is" and a time after which, these say that something is to come ("after the feast my wife is coming")."""
SPANS = frozenset("hours days weeks months".split())
"""After "in" these say the same ("in three days we are leaving")."""
_COMING = TOMORROW | SPANS | {"next", "after"}


def to_come(tree: Tree, at: int) -> list[Finding]:
    """What the verb at `at` says in the present of a time to come: "tomorrow we cross", "next week they go"."""
    if _COMING.isdisjoint(tree.words):
        return []
    finite = next((one for one in tree.all_children(at, "aux", "auxpass")), at)
    if tree.tags[at] in ("VBD", "VBN") or tree.tags[finite] not in ("VBP", "VBZ", "VB"):
        return []
    times = (_time(tree, child, at) for child in tree.children[at])
    return next(([Finding("future", time)] for time in times if time), [])


def _time(tree: Tree, child: int, at: int) -> tuple[int, ...]:
    """The words of the time to come that hangs on the verb at `at`."""
    form = tree.forms[child]
    if form in TOMORROW:
        return (child,)
    if form in PERIODS and child and tree.forms[child - 1] == "next" and tree.forms[max(child - 2, 0)] != "the":
        return (child - 1, child)
    if tree.forms[at] not in GOING:
        return ()
    if form == "after" and tree.deps[child] in ("prep", "mark"):
        return (child,)
    within = tree.child(child, "pobj") if form == "in" else None
    return (child, within) if within is not None and tree.forms[within] in SPANS else ()
