"""Refutation: a later clause that says that what was told before it is not true."""

from qualcode.matching.tree import Tree

TRUE = frozenset(("true", "so", "correct"))
FALSE = frozenset("lie lies false untrue nonsense tale invention fabrication".split())
_SAYING = frozenset("is 's was are were all just only a an fairy pure big not n't".split())
_BORDERS = frozenset(", ; - – — . ... … but and".split())
_WHAT = frozenset("it that this these which".split())
_VERDICTS = TRUE | FALSE


def refuted_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The words that refute what was told at `at` ("they say they help, *it is a lie*"), none where nothing does."""
    if _VERDICTS.isdisjoint(tree.words):
        return ()
    for word in range(at + 3, len(tree)):
        if tree.forms[word] not in _VERDICTS or (word + 1 < len(tree) and tree.forms[word + 1].isalnum()):
            continue
        begin = next((one for one in range(word - 1, at + 1, -1) if tree.forms[one] in _WHAT), None)
        if begin is None or tree.forms[begin - 1] not in _BORDERS:
            continue
        between = frozenset(tree.forms[begin + 1 : word])
        denied = not between.isdisjoint(("not", "n't"))
        if between <= _SAYING and denied == (tree.forms[word] in TRUE):
            return tuple(range(begin, word + 1))
    return ()
