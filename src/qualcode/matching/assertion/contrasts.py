"""Contrasts: a negation of a part, beside which the true one is named ("not with hands but with sticks")."""

from qualcode.matching.tree import Tree

CORRECTED = frozenset("DT JJ NN NNS NNP CD PRP".split())
"""Tags of words of a noun phrase that is corrected."""
CIRCUMSTANTIAL = frozenset("for with by in at on because during before after".split())
"""Prepositions of reasons, manners and places, not of who gets something."""
_TAKING_UP = frozenset("did do does was were is but".split())
_CLAUSES = frozenset(("and", "but", ";"))
_FEW = 5
"""Words from the negation to its "but", and from a border to the verb of a clause."""


def is_corrected(tree: Tree, negator: int) -> bool:
    """Whether only a number or a noun is corrected ("not one *but* three phones")."""
    for at in range(negator + 1, min(negator + _FEW, len(tree))):
        if tree.forms[at] == "but":
            return at > negator + 1
        if tree.tags[at] not in CORRECTED and tree.forms[at] != "once":
            return False
    return False


def is_of_manner(tree: Tree, at: int) -> bool:
    """Whether only the reason or the manner is denied, and the next clause names the true one.

    "They did not beat us because of *this*, they did *because* ...", "not with hands but *with* sticks".
    """
    opened = [one for one in tree.children[at] if one > at and tree.forms[one] in CIRCUMSTANTIAL]
    again = [one for one in _same(tree, opened) if tree.forms[one - 1] == "but" and one > opened[0]]
    if again and (tree.forms[again[0]] == "because" or not _is_clause(tree, again[0])):
        return True
    if tree.forms.count("because") > 1:
        first = tree.forms.index("because")
        second = tree.forms.index("because", first + 1)
        taken_up = not _TAKING_UP.isdisjoint(tree.forms[max(second - 2, 0) : second])
        return taken_up and at < first and _CLAUSES.isdisjoint(tree.forms[at:first])
    if "only" in tree.forms[at:] and "also" in tree.forms[tree.forms.index("only", at) :]:
        return True
    return _is_done_otherwise(tree, at)


def _is_clause(tree: Tree, first: int) -> bool:
    """Whether what begins with the preposition goes on with a verb of its own ("but in Croatia it *was* worse")."""
    end = next((one for one in range(first, len(tree)) if not tree.forms[one].isalnum()), len(tree))
    return any(tree.tags[one] in ("VBD", "VBP", "VBZ", "MD") for one in range(first, end))


def _same(tree: Tree, prepositions: list[int]) -> list[int]:
    """Where one of the prepositions comes again."""
    forms = {tree.forms[one] for one in prepositions}
    return [one for one in range(1, len(tree)) if tree.forms[one] in forms]


def _is_done_otherwise(tree: Tree, at: int) -> bool:
    """Whether the same is done to the same in the next clause: "did not *beat us* with hands, they *beat us* with"."""
    comma = next((one for one in range(at + 1, len(tree)) if tree.forms[one] in (",", ";")), len(tree))
    verb = next((one for one in range(comma, min(comma + _FEW, len(tree))) if tree.tags[one].startswith("V")), at)
    if verb == at or tree.lemma(verb) != tree.lemma(at) or tree.tags[verb - 1] not in ("PRP", "RB"):
        return False
    first, second = tree.child(at, "dobj"), tree.child(verb, "dobj")
    if first is None or second is None or tree.child(verb, "neg") is not None:
        return False
    counted = tree.tags[first] == "CD" or tree.child(first, "nummod") is not None
    told = tree.forms[first] == tree.forms[second] and tree.child(at, "prep") is not None
    return counted or told
