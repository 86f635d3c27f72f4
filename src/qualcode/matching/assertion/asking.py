"""Asking: questions told in a clause below "ask", "know", "wonder"."""

from qualcode.matching.assertion.scope import Finding, Link, mark_of
from qualcode.matching.tree import Tree

ASKED = frozenset(("ask", "wonder", "inquire", "enquire", "question"))
"""What asks also without "whether" ("they ask me is your brother there")."""
UNDECIDED = frozenset("depend matter care mind doubt".split())
"""After these an "if" or "whether" leaves it open and asks nothing."""


def left_open(tree: Tree, link: Link, lemmas: frozenset[str]) -> Finding | None:
    """Asked by "if", "whether", "who" or a question in the asker's own words."""
    mark = mark_of(tree, link.word)
    if mark in ("if", "whether"):
        return Finding("possible" if lemmas & UNDECIDED else "asked", (link.head, tree.forms.index(mark)))
    if lemmas.isdisjoint(ASKED) or tree.deps[link.word] != "ccomp" or link.word < link.head:
        return None
    asks = _is_opened_by_who(tree, link.word) or _asks_directly(tree, link.word)
    return Finding("asked", (link.head,)) if asks else None


def asked_of(tree: Tree, link: Link) -> list[Finding]:
    """In "we ask them if they were hit" the parser takes the question for a condition."""
    mark = mark_of(tree, link.word)
    if mark not in ("if", "whether") or tree.lemma(link.head) not in ASKED or link.word < link.head:
        return []
    return [Finding("asked", (link.head, tree.forms.index(mark)))]


def unknown_alternative(tree: Tree, at: int) -> list[Finding]:
    """Finds "I don't know they sent him back or he is in prison": two cases of which neither is known."""
    if not tree.words >= {"know", "or"}:
        return []
    know = tree.forms.index("know")
    unknown = tree.forms[know - 1] in ("not", "n't", "no", "nt", "nobody") and "did" not in tree.forms[:know]
    plain = know + 1 < len(tree) and tree.tags[know + 1] in ("PRP", "DT", "EX", "NNP", "NNS")
    if unknown and plain and tree.forms[know + 1] != "that" and at > know and "or" in tree.forms[know:]:
        return [Finding("asked", (know - 1, know))]
    return []


def _is_opened_by_who(tree: Tree, clause: int) -> bool:
    """Whether the clause asks who or what did it ("I *ask* myself who betrayed us"); "why we left" is a fact."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    return subject is not None and tree.tags[subject] in ("WP", "WDT")


def _asks_directly(tree: Tree, clause: int) -> bool:
    """Whether the clause is a question in the asker's own words ("they ask me is your brother there")."""
    if mark_of(tree, clause) or any(tree.tags[child].startswith("W") for child in tree.children[clause]):
        return False
    asked = tree.tags[clause] != "VB" or tree.child(clause, "aux") is not None
    return asked and tree.child(clause, "nsubj", "nsubjpass", "attr") is not None
