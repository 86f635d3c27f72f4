"""Asking: questions told in a clause below "ask", "know", "wonder"."""

from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.negation import NEGATORS, NOBODY
from qualcode.matching.assertion.scope import Finding, Link, mark_of
from qualcode.matching.tree import Tree

ASKED = frozenset(("ask", "wonder", "inquire", "enquire", "question"))
"""What asks also without "whether" ("they ask me is your brother there")."""
UNDECIDED = frozenset("depend matter care mind doubt".split())
"""After these an "if" or "whether" leaves it open and asks nothing."""
KNOWING = frozenset(
    "know establish determine clear certain sure remember tell say find prove confirm verify see idea information "
    "clue".split()
)
"""What nobody does, or is not, leaves open the "if" after it ("it was never *established* if he paid")."""
UNKNOWN = frozenset(("unclear", "unknown", "uncertain", "unsure", "question"))
INVERTING = frozenset("did do does is are was were have has had can could will would am".split())
"""Auxiliaries that stand before the subject of a question."""
WHO = frozenset("who whom what which where whose".split())
_TELLING = frozenset(("know", "tell", "say"))
_BORDERS = frozenset((",", ";", ":", "-", "–", "—"))
_ASKING = inflected(ASKED)
_ASKED_FORMS = _ASKING | {"know"}
_REGARDLESS = frozenset(("regardless", "matter", "depending"))
_NEAR = 10
"""Words back from an "if" to the negation of what is not known."""


def left_open(tree: Tree, link: Link, lemmas: frozenset[str]) -> Finding | None:
    """Asked by "if", "whether", "who" or a question in the asker's own words."""
    mark = mark_of(tree, link.word)
    if mark in ("if", "whether"):
        undecided = tree.lemma(link.head) in UNDECIDED or not lemmas.isdisjoint(UNDECIDED - {"matter"})
        return Finding("possible" if undecided else "asked", (link.head, tree.forms.index(mark)))
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
    if "or" not in tree.words or tree.words.isdisjoint(_TELLING):
        return []
    know = next(one for one, form in enumerate(tree.forms) if form in _TELLING)
    before = tree.forms[max(know - 2, 0) : know]
    nobody = before[:1] in (("nobody",), ("none",)) and before[1:] == ("can",)
    unknown = nobody or before[-1:] in (("not",), ("n't",), ("no",), ("nt",), ("nobody",))
    first = know + 1 if tree.forms[know] != "tell" else know + 2
    if not unknown or "did" in tree.forms[:know] or first >= len(tree) or not know < at:
        return []
    inverted = tree.forms[first] in INVERTING
    plain = tree.forms[know] == "know" and tree.tags[first] in ("PRP", "DT", "EX", "NNP", "NNS")
    opened = inverted or (plain and tree.forms[first] != "that")
    return [Finding("asked", (know - 1, know))] if opened and "or" in tree.forms[know:] else []


def put_as_question(tree: Tree, at: int) -> list[Finding]:
    """A clause in the words of a question, with an "ask" before it or after it.

    For instance "she *asked* me did I pay", "who took my shoes, I *ask* everybody".
    """
    if _ASKED_FORMS.isdisjoint(tree.words) or not tree.tags[at].startswith("V"):
        return []
    asking = [one for one, form in enumerate(tree.forms) if form in _ASKING or _wants_to_know(tree, one)]
    opening = _question_of(tree, at)
    if opening is None:
        return []
    before = [one for one in asking if one < opening and ";" not in tree.forms[one:opening]]
    after = [one for one in asking if one > at and _closes_question(tree, one)] if opening == 0 else []
    cue = before[-1:] or after[:1]
    return [Finding("asked", tuple(cue))] if cue else []


def _wants_to_know(tree: Tree, at: int) -> bool:
    return tree.forms[at] == "to" and tree.forms[at + 1 : at + 2] == ("know",)


def _question_of(tree: Tree, at: int) -> int | None:
    """Where the question begins to which the verb at `at` belongs: its auxiliary before its subject, or its "who"."""
    subject = tree.child(at, "nsubj", "nsubjpass")
    if subject is None:
        return None
    if subject == 0 and tree.forms[0] in WHO:
        return 0
    auxiliary = tree.child(at, "aux", "auxpass")
    if auxiliary is None or tree.forms[auxiliary] not in INVERTING or tree.tags[subject][:2] not in ("PR", "DT", "NN"):
        return None
    first = min(tree.subtree(subject))
    return auxiliary if auxiliary + 1 == first and subject < at else None


def _closes_question(tree: Tree, verb: int) -> bool:
    """Whether somebody asks it in a clause put after the question ("..., I *ask* everybody")."""
    if tree.forms[verb] == "to":
        return True
    subject = tree.child(verb, "nsubj")
    return subject is not None and subject + 1 == verb and tree.forms[subject - 1] in _BORDERS


def left_undecided(tree: Tree, at: int) -> list[Finding]:
    """A "whether" that opens the clause of `at`, wherever it hangs; "whether you pay or not, they ..." asks nothing."""
    opening = _mark(tree, at, "whether")
    if opening is None or ("or", "not") in zip(tree.forms, tree.forms[1:], strict=False):
        return []
    head = tree.heads[at]
    open_to_all = tree.lemma(head) in UNDECIDED or tree.forms[opening - 1] in _REGARDLESS
    apart = tree.deps[at] == "advcl" and (tree.forms[opening - 1] == "," or "," in tree.forms[at:head])
    return [] if open_to_all or apart else [Finding("asked", (opening,))]


def _mark(tree: Tree, at: int, form: str) -> int | None:
    """The `form` that opens the clause of `at`."""
    if form not in tree.words:
        return None
    return next((one for one in tree.all_children(at, "mark") if tree.forms[one] == form), None)


def unknown_if(tree: Tree, at: int) -> list[Finding]:
    """An "if" that opens the clause of `at` after what is not known, established, clear, sure."""
    opening = _mark(tree, at, "if")
    if opening is None or opening < 2 or tree.tags[at] == "TO":
        return []
    known = opening - 1
    if tree.tags[known] in ("PRP", "RB") or tree.lemma(known) == "be":
        known = next((one for one in range(known - 1, max(known - _NEAR, -1), -1) if _is_known(tree, one)), known)
    elif not _is_known(tree, known):
        back = range(known - 1, max(known - _NEAR, -1), -1)
        known = next((one for one in back if _is_known(tree, one) or tree.tags[one].startswith(("V", ","))), known)
    if tree.forms[known] in UNKNOWN:
        return [Finding("asked", (opening,))]
    before = tree.forms[max(known - 4, 0) : known]
    bidden = tree.forms[known] == "tell" and before[-1:] in ((), ("please",), (",",))
    denied = bidden or not (NEGATORS | NOBODY).isdisjoint(before)
    return [Finding("asked", (opening,))] if denied and _is_known(tree, known) else []


def _is_known(tree: Tree, at: int) -> bool:
    return tree.lemma(at) in KNOWING or tree.forms[at] in UNKNOWN


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
