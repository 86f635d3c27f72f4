"""Conditions: if, unless, in case, otherwise, and what they make of the clauses around them."""

from itertools import pairwise

from qualcode.matching.assertion.scope import Finding, mark_of, predicate_lemmas
from qualcode.matching.tree import Tree, per_tree

IF = frozenset("if unless lest provided providing".split())
"""Words that open a condition."""
PROVISOS = frozenset(("provided", "providing"))
OTHERWISE = frozenset(("otherwise", "else"))
INVERTED = frozenset(("had", "should", "were"))
"""Before their subject at the begin of a sentence these open a condition too ("had we stayed")."""
PARENTHETICAL = frozenset("ask remember know see mistaken understand recall like honest frank".split())
"""Verbs of an "if" that sets no condition ("if I remember", "if you ask me")."""
SUPPOSING = frozenset("suppose supposing imagine assume assuming".split())
"""First in a sentence these set a condition ("suppose they find you")."""
OTHERS = frozenset("another other others new next second".split())
REFUSALS = frozenset("no not n't never".split())
SCANT = frozenset("few little rarely seldom hardly".split())
"""Before "if any", "if ever" these say that there is next to none."""
HYPOTHESES = frozenset(("would", "could", "might", "'d"))
"""In the clause beside it these make of an auxiliary before its subject a condition."""
_LONGEST = 10
"""Words of a clause that may be a condition without "if"."""
CASES = frozenset(("case", "event", "condition", "circumstance"))
"""Nouns that set a condition after "in" or "on" ("in case", "in the event that", "on condition that")."""
_SPLICING = REFUSALS | {"you"}
"""Words that open a condition without "if"."""
CONDITION_FORMS = IF | OTHERWISE | SUPPOSING | CASES


_CONDITIONS = CONDITION_FORMS | {"whenever", "long"}
_CLOSED = frozenset(("but", ";", ":", ".", "because", "-", "–", "?"))
"""After these a condition is no longer meant."""
_BY_YOUR_LEAVE = (("i", "may"), ("i", "can"), ("we", "may"), ("i", "might"))
"""After "if" these only ask leave to say it so."""
_NARROWING = frozenset(("only", "but", "except"))
_CLOSING = INVERTED | {"if", "unless"}
_ASIDES = frozenset(("know", "see", "understand", "believe", "imagine"))
"""Verbs of a "you don't know" that sets no condition."""


def conditions_on(tree: Tree, at: int, coming: int | None) -> list[Finding]:
    """A condition that hangs on the word at `at`: "they beat you *if* you refuse"."""
    found: list[Finding] = []
    if _CONDITIONS.isdisjoint(tree.words) and tree.forms[0] not in INVERTED:
        return found
    for child in tree.children[at]:
        if child == coming:
            continue
        if tree.deps[child] == "advcl" and (cue := _condition(tree, child)) is not None:
            found.append(Finding("habitual" if _is_general(tree, child) else "conditional", (cue,)))
        elif tree.deps[child] == "advcl" and mark_of(tree, child) == "whenever":
            found.append(Finding("habitual", (tree.children[child][0],)))
        elif _is_as_long_as(tree, child) or (tree.forms[child] in OTHERWISE and child < at):
            found.append(Finding("conditional", (child,)))
        elif tree.deps[child] == "prep" and (case := _case(tree, child)) is not None:
            found.append(Finding("conditional", (child, case)))
    return found


def _case(tree: Tree, preposition: int) -> int | None:
    """The noun of "in case of a raid", "in the event that they come"; a "provided" that is taken for a preposition."""
    if tree.forms[preposition] in PROVISOS:
        return preposition if tree.child(preposition, "pcomp") is not None else None
    noun = tree.child(preposition, "pobj")
    if noun is None or tree.forms[noun] not in CASES or tree.forms[preposition] not in ("in", "on"):
        return None
    bare = tree.forms[preposition + 1 : noun] == ()
    if not bare and tree.forms[preposition + 1 : noun] not in (("the",), ("any",)):
        return None
    clause = bare and tree.forms[noun] == "case" and tree.child(noun, "acl", "relcl") is not None
    return noun if clause or tree.forms[noun + 1 : noun + 2] in (("of",), ("that",)) else None


def _is_as_long_as(tree: Tree, at: int) -> bool:
    return tree.forms[at - 1 : at + 2] == ("as", "long", "as") and tree.child(at, "advcl") is not None


def opened_by_condition(tree: Tree, at: int) -> list[Finding]:
    """What the word that opens the clause of `at` makes of the clause."""
    inverted = inverted_condition(tree, at)
    if inverted is not None or _CONDITIONS.isdisjoint(tree.words):
        return [] if inverted is None else [Finding("conditional", (inverted,))]
    head = tree.heads[at]
    opened = [tree.forms[child] for child in tree.all_children(at, "mark")]
    if tree.deps[at] == "advcl" and tree.forms[head] == "long" and opened == ["as"]:
        return [Finding("conditional", (head,))]
    if tree.deps[at] in ("acl", "relcl", "pcomp") and tree.forms[head] in CASES | PROVISOS:
        preposition = head if tree.deps[at] == "pcomp" else tree.heads[head]
        case = _case(tree, preposition)
        return [] if case is None else [Finding("conditional", (preposition, case))]
    content = tree.deps[at] in ("ccomp", "csubj", "xcomp", "pcomp") and opened[:1] != ["that"]
    return [] if content else _opened_by_if(tree, at)


def _opened_by_if(tree: Tree, at: int) -> list[Finding]:
    for child in tree.children[at]:
        if child > at:
            break
        form = tree.forms[child]
        if form in IF and tree.deps[child] in ("mark", "advmod") and not is_next_to_none(tree, child):
            return [Finding("habitual" if _is_general(tree, at) else "conditional", (child,))]
        if tree.forms[child : child + 2] == ("in", "case"):
            return [Finding("conditional", (child + 1,))]
    return []


@per_tree
def misread_condition(tree: Tree) -> list[Finding]:
    """An "if" at the begin of a sentence whose clause the parser did not understand ("If no money, they beat you")."""
    if _opens_proviso(tree) or _opens_inverted(tree):
        return [Finding("conditional", (0,))]
    opening = next((at for at in range(min(3, len(tree))) if tree.forms[at] in ("if", "unless")), None)
    if opening is None or tree.forms[opening - 1] == "even" or is_next_to_none(tree, opening):
        return []
    head = tree.heads[opening]
    understood = tree.deps[head] in ("advcl", "ccomp") or tree.tags[head].startswith("V")
    return [] if understood else [Finding("conditional", (opening,))]


@per_tree
def after_condition(tree: Tree, at: int) -> list[Finding]:
    """An "if" before the clause of `at`, however the parser hangs it: "..., *if* no money they cut your finger"."""
    if tree.words.isdisjoint(("if", "unless")) or tree.tags[at] in ("VBD", "VBN") or _has_own_reason(tree, at):
        return []
    for opening in range(at):
        starts = opening == 0 or not tree.forms[opening - 1].isalnum() or tree.forms[opening - 1] in ("and", "so")
        if tree.forms[opening] not in ("if", "unless") or not starts or is_next_to_none(tree, opening):
            continue
        said = tree.heads[opening]
        aside = not PARENTHETICAL.isdisjoint(predicate_lemmas(tree, said)) and _is_between_two(tree, said)
        if not aside and _CLOSED.isdisjoint(tree.forms[opening:at]):
            return [Finding("habitual" if _is_general(tree, said) else "conditional", (opening,))]
    return []


def _has_own_reason(tree: Tree, at: int) -> bool:
    """Whether the clause of `at` is a circumstance, a fact that is told beside the condition, or past."""
    past = any(tree.tags[one] == "VBD" for one in tree.all_children(at, "aux", "auxpass"))
    relative = tree.deps[at] in ("relcl", "acl") and any(tree.tags[one].startswith("W") for one in tree.children[at])
    return past or relative or mark_of(tree, at) in ("because", "since", "as", "that", "after")


def _opens_proviso(tree: Tree) -> bool:
    """Whether "provided" or "were" opens a condition: "*provided* the weather holds", "*were* the gate to open"."""
    comma = tree.forms.index(",") if "," in tree.forms else 0
    if tree.forms[0] in PROVISOS:
        return comma > 0 and tree.forms[1] not in ("with", "by", "for")
    return tree.forms[0] == "were" and "to" in tree.forms[:comma] and "would" in tree.forms[comma:]


def _opens_inverted(tree: Tree) -> bool:
    """Whether "had", "were" or "should" opens a condition: "*had* she named the men, they would be in prison"."""
    if tree.forms[0] not in INVERTED or "," not in tree.forms or "?" in tree.words or "not" in tree.forms[1:2]:
        return False
    comma = tree.forms.index(",")
    return not HYPOTHESES.isdisjoint(tree.forms[comma:])


def before_condition(tree: Tree, at: int) -> list[Finding]:
    """A condition at the end, wherever the parser hangs it: "they cut your finger, they send it, *if* you not pay"."""
    if tree.words.isdisjoint(_CLOSING) or mark_of(tree, at) not in ("", "that"):
        return []
    opening = next((one for one in range(at + 1, len(tree) - 2) if _opens_closing(tree, one)), None)
    if opening is None or not _CLOSED.isdisjoint(tree.forms[at : _border_before(tree, opening)]):
        return []
    would = any(tree.tags[one] == "MD" for one in tree.all_children(at, "aux"))
    if tree.forms[opening] in INVERTED:
        return [Finding("conditional", (opening,))] if would else []
    verbs = [at, *(one for one in range(at + 1, opening) if tree.tags[one] == "VBD")]
    told = any(tree.tags[one] in ("VBD", "VBN") and tree.lemma(one) != tree.forms[one] for one in verbs)
    last = "," not in tree.forms[opening:]
    return [Finding("conditional", (opening,))] if would or (last and not told) else []


def _opens_closing(tree: Tree, at: int) -> bool:
    """Whether the word opens a condition after a comma, and no aside ("if I remember")."""
    if tree.forms[_border_before(tree, at)] != ",":
        return False
    said = tree.heads[at]
    if tree.forms[at] in INVERTED:
        return tree.tags[at + 1] in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "EX")
    aside = not PARENTHETICAL.isdisjoint(predicate_lemmas(tree, said)) and _is_between_two(tree, said)
    aside = aside or tree.forms[at + 1 : at + 3] in _BY_YOUR_LEAVE
    verbal = any(tree.tags[one].startswith("V") for one in range(at, len(tree)))
    return tree.forms[at] in ("if", "unless") and verbal and not aside and not is_next_to_none(tree, at)


def _border_before(tree: Tree, at: int) -> int:
    """The word before the "if" and the "but only" that belongs to it."""
    before = at - 1
    while before > 0 and tree.forms[before] in _NARROWING:
        before -= 1
    return before


def is_next_to_none(tree: Tree, at: int) -> bool:
    """Whether the "if" belongs to "few *if* any", "rarely *if* ever", "little *if* anything"."""
    before = tree.forms[at - 1] if at and tree.forms[at - 1] != "," else tree.forms[max(at - 2, 0)]
    return before in SCANT and tree.forms[at + 1 : at + 2] in (("any",), ("ever",), ("anything",))


def supposed(tree: Tree, at: int) -> list[Finding]:
    """What stands below a "suppose" or "imagine" at the begin of the sentence."""
    if tree.forms[0] not in SUPPOSING or at == 0 or 0 not in tree.ancestors(at):
        return []
    return [] if tree.child(0, "nsubj") is not None else [Finding("conditional", (0,))]


def spliced_condition(tree: Tree, at: int) -> list[Finding]:
    """A condition without "if", before what follows from it: "you not pay, they beat", "no money, they leave you"."""
    if tree.forms[0] not in _SPLICING and ";" not in tree.words:
        return []
    cues = (cue for last, cue in _splices(tree) if at < last)
    cue = next(cues, None)
    return [] if cue is None else [Finding("conditional", (cue,))]


@per_tree
def _splices(tree: Tree) -> tuple[tuple[int, int | None], ...]:
    """The parts of the sentence between semicolons, as the end of each and the cue of its condition."""
    borders = [-1, *(one for one in range(len(tree)) if tree.forms[one] == ";"), len(tree)]
    parts = [(first + 1, last) for first, last in pairwise(borders)]
    cues = [_cue_of_splice(tree, *part) for part in parts]
    if all(cue is None for cue in cues):
        return ()
    others = [_cue_of_other_case(tree, *part) if cue is None else cue for part, cue in zip(parts, cues, strict=True)]
    return tuple((last, cue) for (_, last), cue in zip(parts, others, strict=True))


def _cue_of_splice(tree: Tree, first: int, last: int) -> int | None:
    """The refusal in the first of two clauses between the two positions, if the second follows from it."""
    comma = next((one for one in range(first, last) if tree.forms[one] == ","), first)
    if not first + 1 < comma < first + _LONGEST or last < comma + 3:
        return None
    condition, second = tree.forms[first:comma], tree.forms[comma + 1 : last]
    cue = next((one for one in range(first, comma) if tree.forms[one] in REFUSALS), None)
    listed = second[0] == "you" and (condition[0] != "you" or not REFUSALS.isdisjoint(second) or _ASIDES & {*condition})
    if cue is None or listed or tree.tags[comma + 1] not in ("PRP", "NNS", "NN", "DT"):
        return None
    verb = next((one for one in range(comma + 1, last) if tree.tags[one].startswith(("V", "MD"))), None)
    told = verb is None or (tree.tags[verb] in ("VBD", "VBN") and tree.lemma(verb) != tree.forms[verb])
    present = not told and "did" not in condition
    bare = cue == first and comma <= first + 3 and "you" in second
    return cue if present and (condition[0] == "you" or bare) else None


def _cue_of_other_case(tree: Tree, first: int, last: int) -> int | None:
    """The comma in the other of two cases: "you have money*,* they let you go; you don't have, they ..."."""
    comma = next((one for one in range(first, last) if tree.forms[one] == ","), last)
    other = tree.forms[first] == "you" and comma < last - 2
    return comma if other else None


def inverted_condition(tree: Tree, at: int) -> int | None:
    """The auxiliary before its subject that sets a condition: "*had* we stayed, they would ..."."""
    if tree.forms[0] not in INVERTED or tree.deps[at] not in ("advcl", "ccomp"):
        return None
    subject = tree.child(at, "nsubj", "nsubjpass")
    first = next((child for child in tree.all_children(at, "aux", "auxpass") if tree.forms[child] in INVERTED), None)
    return first if first == 0 and subject is not None and first < subject else None


def _condition(tree: Tree, at: int) -> int | None:
    """The "if" of a clause that sets a condition for the clause above it."""
    if (inverted := inverted_condition(tree, at)) is not None:
        return inverted
    for child in tree.children[at]:
        if child < at and tree.forms[child] in IF:
            before = tree.forms[child - 1] if child else ""
            parenthetical = not PARENTHETICAL.isdisjoint(predicate_lemmas(tree, at)) and tree.child(at, "ccomp") is None
            parenthetical = parenthetical and _is_between_two(tree, at) and not _is_of_facts(tree, at)
            parenthetical = parenthetical or tree.forms[child + 1 : child + 3] in _BY_YOUR_LEAVE
            return None if before in ("even", "as") or parenthetical else child
        if child < at and tree.forms[child : child + 2] == ("in", "case"):
            return child + 1
    return None


@per_tree
def _is_general(tree: Tree, clause: int) -> bool:
    """Whether one thing always brings another: "if you close one door, they open *another*" tells what happens."""
    own = tree.subtree(clause)
    rest = [one for one in range(len(tree)) if one < own[0] or one > own[-1]]
    one_of = any(tree.forms[at] == "one" for at in own)
    other = any(tree.forms[at] in OTHERS for at in rest)
    present = all(tree.tags[at] not in ("MD", "VBD") for at in range(len(tree)))
    return one_of and other and present


def _is_of_facts(tree: Tree, at: int) -> bool:
    """Whether what is known or seen is named, so that it does set a condition ("if I know this before")."""
    return tree.lemma(at) != "ask" and tree.child(at, "dobj") is not None


def _is_between_two(tree: Tree, at: int) -> bool:
    subject = tree.child(at, "nsubj", "nsubjpass")
    return subject is None or tree.forms[subject] in ("i", "you", "we")
