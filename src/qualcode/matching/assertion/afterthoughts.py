"""Afterthoughts: a doubt that is put after what was told ("they kept his passport, I am not sure")."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree

DOUBTS = {
    "i": (("i", "am", "not", "sure"), ("i", "'m", "not", "sure")),
    "not": (("not", "sure"),),
    "who": (("who", "knows"),),
    "god": (("god", "knows"), ("god", "willing")),
    "it": (("it", "seems"),),
    "maybe": (("maybe",),),
    "perhaps": (("perhaps",),),
    "inshallah": (("inshallah",),),
}
"""What leaves the clause before it possible, by its first word."""
DOUBTING = frozenset(("maybe", "perhaps", "inshallah"))
_LAST = frozenset(phrase[-1] for phrases in DOUBTS.values() for phrase in phrases)
_BORDERS = frozenset((",", ";", "-", "–", "—"))


def doubted_after(tree: Tree, at: int) -> list[Finding]:
    """The doubt that follows right after the clause of `at`, between borders of its own."""
    if _LAST.isdisjoint(tree.words):
        return []
    border = next((one for one in range(at + 1, len(tree) - 1) if tree.forms[one] in _BORDERS), None)
    if border is None:
        return []
    first = border + 1
    for phrase in DOUBTS.get(tree.forms[first], ()):
        end = first + len(phrase)
        if tree.forms[first:end] == phrase and (end == len(tree) or not tree.forms[end].isalnum()):
            return [Finding("possible", tuple(range(first, end)))]
    return []
