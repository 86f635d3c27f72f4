"""Afterthoughts: a doubt in a clause of its own beside what is told ("they kept his passport, I am not sure")."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree, per_tree

DOUBTS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "who knows,who can say,who can tell,god knows,only god knows,god only knows,allah knows,god willing,"
        "it seems,so it seems,it may be,"
        "it might be,it could be,it can be,could be,may be,might be,can be,it is possible,"
        "maybe,perhaps,possible,possibly,probably,presumably,inshallah"
    ).split(",")
)
"""What leaves the clause beside it possible."""
HOPES = frozenset((("i", "hope"), ("we", "hope"), ("let", "us", "hope"), ("hopefully",), ("i", "pray")))
"""What makes the clause before it a wish."""
DOUBTING = frozenset("maybe perhaps inshallah possibly probably presumably".split())
UNSURE = frozenset(("sure", "certain", "percent"))
"""What the speaker says not to be, in a clause of its own."""
THOUGHT = frozenset("think guess suppose believe reckon".split())
"""What the speaker does after the clause, so that it is not known ("he drowned, we *think*")."""
SUSPECTING = THOUGHT | {"suspect", "assume", "seem", "presume"}
"""What others do after "or so" ("or so the neighbours *suspect*")."""
OPINIONS = frozenset("suspicion impression feeling opinion belief guess".split())
"""What the speaker calls the clause before ("that is only my *impression*")."""
SPEAKERS = frozenset(("i", "we", "my", "our"))
_NOT = frozenset(("not", "n't", "nobody"))
_UNSURE_CLAUSE = frozenset(
    "but though although i we am are is 'm 're be can ca a one hundred quite so completely really very yet".split()
)
_THOUGHT_CLAUSE = frozenset("i we my our so or but at least only just that this is 's what it would".split())
_BORDERS = frozenset((",", ";", "-", "–", "—"))
_SEEMING = ("from", "to", "by")
"""After "it seems" these may still say to whom or from what."""
_LASTS = UNSURE | SUSPECTING | OPINIONS | {"hope", "hopefully", "pray"} | frozenset(phrase[-1] for phrase in DOUBTS)
_FINITE = ("VBD", "VBP", "VBZ", "MD")


def doubted_after(tree: Tree, at: int) -> list[Finding]:
    """The doubt that follows the clause of `at`, or stands right before it, between borders of its own."""
    if _LASTS.isdisjoint(tree.words):
        return []
    pieces = _pieces(tree)
    own = next((number for number, (first, end) in enumerate(pieces) if first <= at < end), None)
    if own is None:
        return []
    for first, end in pieces[own + 1 :]:
        if _is_doubt(tree, first, end) or _is_thought(tree, first, end):
            return [Finding("possible", tuple(range(first, end)))]
        if tree.forms[first:end] in HOPES:
            return [Finding("intended", tuple(range(first, end)))]
        if any(tree.tags[one] in _FINITE for one in range(first, end)):
            break
    first, end = pieces[own - 1] if own else (0, 0)
    return [Finding("possible", tuple(range(first, end)))] if _is_unsure(tree, first, end) else []


@per_tree
def _pieces(tree: Tree) -> tuple[tuple[int, int], ...]:
    """Where each stretch between borders begins and ends, without signs at its end."""
    found, first = [], 0
    for at, form in enumerate((*tree.forms, ";")):
        if form not in _BORDERS:
            continue
        end = at
        while end > first and not tree.forms[end - 1].isalnum():
            end -= 1
        found.append((first, end))
        first = at + 1
    return tuple(found)


def _is_doubt(tree: Tree, first: int, end: int) -> bool:
    """Whether the stretch is a doubt: maybe, who knows, or so it seems from the letters, I am not sure."""
    if tree.forms[first : first + 2] == ("or", "so") and tree.lemma(end - 1) in SUSPECTING:
        return True
    if tree.forms[first : first + 1] in (("or",), ("but",), ("though",), ("although",)):
        first += 1
    said = tree.forms[first:end]
    if said in DOUBTS or _is_unsure(tree, first, end):
        return True
    seems = "seems" in said and said[: said.index("seems") + 1] in DOUBTS
    return seems and said[said.index("seems") + 1] in _SEEMING


def _is_unsure(tree: Tree, first: int, end: int) -> bool:
    """Whether the stretch only says that the speaker is not sure ("I am not a hundred percent sure")."""
    said = frozenset(tree.forms[first:end])
    return not said.isdisjoint(UNSURE) and not said.isdisjoint(_NOT) and said <= UNSURE | _NOT | _UNSURE_CLAUSE


def _is_thought(tree: Tree, first: int, end: int) -> bool:
    """Whether the stretch only says that the speaker thinks so ("at least I think so")."""
    source = next((one for one in range(first, end) if tree.forms[one] in ("from", "because")), end)
    said = frozenset(tree.forms[first:source])
    thinks = not said.isdisjoint(THOUGHT | OPINIONS) and not said.isdisjoint(SPEAKERS)
    return thinks and said <= THOUGHT | OPINIONS | _THOUGHT_CLAUSE
