"""Quotation: whose words stand in quotation marks."""

from qualcode.matching.assertion.person_words import SELF
from qualcode.matching.tree import Tree, per_tree

SAYING = frozenset("say tell recall explain add remember state report write shout claim complain".split())
"""Verbs beside a quotation that say whose it is."""
MARKS = frozenset(('"', "“", "”", "``", "''"))
_NOT_OTHERS = SELF | {"you", "they"}


@per_tree
def is_others_words(tree: Tree, at: int) -> bool:
    """Whether the word at `at` stands in quotation marks, and somebody else outside of them says it."""
    if MARKS.isdisjoint(tree.words):
        return False
    marks = [one for one in range(len(tree)) if tree.forms[one] in MARKS]
    first, last = next((pair for pair in zip(marks[::2], marks[1::2], strict=False) if pair[0] < at < pair[1]), (0, 0))
    if not last:
        return False
    outside = (one for one in range(len(tree)) if not first < one < last and tree.lemma(one) in SAYING)
    subjects = (tree.child(one, "nsubj") for one in outside if tree.tags[one].startswith("V"))
    return any(one is not None and tree.forms[one] not in _NOT_OTHERS for one in subjects)
