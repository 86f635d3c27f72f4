"""Mood: questions and commands."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree, per_tree

TAGS = frozenset("right okay ok no yes huh yeah it they you he she we i know see understand".split())
ASKING = frozenset("did do does is are was were have has can could will would am".split())
"""Words that open a question."""
BEING = frozenset("is are was were am".split())
DOUBTED = (("or", "no"), ("or", "not"))
"""At the end of a sentence these ask ("you have water or no")."""
ADDRESSING = frozenset("write tell say ask worry forget go come trust believe record use publish show mention".split())
"""What a command without "please" forbids ("don't write my name"); "don't have food" only lacks its subject."""
BIDDING = frozenset("say tell shout beg cry ask scream plead yell".split())
"""Who does so after a command gives it."""
CLOSING = frozenset(('"', "'", "”", "’", ")", "''"))
QUOTES = frozenset(('"', "“", "«", "‘", "'", "``"))
SOFTENERS = frozenset("please just do n't not never now ok okay".split())
"""May stand before the verb of a command."""


@per_tree
def asked(tree: Tree) -> list[Finding]:
    """A question: a question mark at the end and no tag ("..., isn't it?"), or an auxiliary before its subject."""
    last = len(tree) - 1
    while last > 0 and tree.forms[last] in CLOSING:
        last -= 1
    if last > 0 and "?" in tree.forms[last]:
        tail = tree.forms[max(0, last - 4) : last]
        if tail[-2:] in DOUBTED:
            return [Finding("asked", (last,))]
        return [] if "," in tail and tail[-1] in TAGS else [Finding("asked", (last,))]
    end = next((at for at in range(last, 0, -1) if tree.forms[at].isalnum()), 0)
    if end > 2 and tree.forms[end - 1 : end + 1] in DOUBTED:
        return [Finding("asked", (end - 1, end))]
    return [Finding("asked", (0,))] if _is_inverted(tree) else []


def asked_in_quotes(tree: Tree, at: int) -> list[Finding]:
    """A question mark before the quotation marks that close around the word at `at`."""
    if "?" not in tree.words:
        return []
    mark = next((one for one in range(at + 1, len(tree) - 1) if tree.forms[one] == "?"), None)
    quoted = mark is not None and tree.forms[mark + 1] in CLOSING and not QUOTES.isdisjoint(tree.forms[:at])
    return [Finding("asked", (mark,))] if quoted and mark is not None else []


def _is_inverted(tree: Tree) -> bool:
    """Whether a sentence without its question mark opens like a question ("Did they beat you")."""
    if len(tree) < 2 or tree.forms[0] not in ASKING or "?" in tree.text or tree.forms[1] == "not":
        return False
    verb = 0 if tree.deps[0] == "ROOT" else tree.heads[0]
    subject = tree.child(verb, "nsubj", "nsubjpass", "expl")
    if tree.deps[verb] != "ROOT" or subject is None or not 0 < subject < 4 or 0 < verb < subject:
        return False
    return tree.forms[0] not in BEING or _is_definite(tree, subject)


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether the noun can be asked about; "is many people here" leaves out the "there" of a statement."""
    if tree.tags[noun].startswith(("PRP", "NNP", "EX", "DT")):
        return True
    opening = tree.child(noun, "det", "poss")
    return opening is not None and tree.forms[opening] not in ("a", "an", "no", "some", "any")


def commanded(tree: Tree, at: int) -> list[Finding]:
    """A verb in its base form first in quotation marks or before an exclamation mark, after "please" or "don't"."""
    if (urged := _urged(tree, at)) is not None:
        return [Finding("intended", (urged,))]
    if not tree.tags[at].startswith("V") or tree.lemma(at) != tree.forms[at]:
        return []
    before = next((one for one in range(at - 1, -1, -1) if tree.forms[one] not in SOFTENERS), -1)
    quoted = before >= 0 and tree.forms[before] in QUOTES
    cried = (before < 0 or tree.forms[before] in (",", "!")) and "!" in tree.forms[at:]
    if tree.child(at, "nsubj", "nsubjpass", "expl") is not None or not (quoted or cried):
        return []
    return [Finding("intended", (before if quoted else tree.forms.index("!", at),))]


def _urged(tree: Tree, at: int) -> int | None:
    """The "let" of "let's go", the "please" of "please help us", the negation of "don't write my name"."""
    if at > 1 and tree.forms[at - 2 : at] in (("let", "'s"), ("let", "us")) and not _has_giver(tree, at - 2):
        return at - 2
    first = next((one for one in range(at) if tree.forms[one] not in SOFTENERS and tree.forms[one] != ","), at)
    if first != at or tree.tags[at] != "VB" or tree.child(at, "nsubj", "nsubjpass", "expl") is not None:
        return None
    if "please" in tree.forms[:at]:
        return tree.forms.index("please")
    forbidden = tree.child(at, "neg") if tree.lemma(at) in ADDRESSING or _is_said_after(tree, at) else None
    return forbidden if forbidden is not None and "do" in tree.forms[:at] else None


def _is_said_after(tree: Tree, at: int) -> bool:
    """Whether a clause put after it says who says so ("don't separate them, I *told* him")."""
    comma = next((one for one in range(at, len(tree) - 2) if tree.forms[one] == ","), len(tree))
    subject, verb = comma + 1, comma + 2
    return tree.tags[subject : subject + 1] == ("PRP",) and tree.lemma(verb) in BIDDING


def _has_giver(tree: Tree, let: int) -> bool:
    """Whether somebody is said to let ("they let us go")."""
    return tree.child(let, "nsubj", "aux", "mark") is not None or tree.tags[let] in ("VBD", "VBN", "VBZ")
