"""What a word says by its meaning about what hangs on it: that it is not so."""

from qualcode.matching.assertion.ending import ENDING, ending_of, ending_of_phrase, ending_of_subject
from qualcode.matching.assertion.means import LOSING_THEM, MEANS, too_much
from qualcode.matching.assertion.nouns import CONTENTS
from qualcode.matching.assertion.persons import is_person
from qualcode.matching.assertion.scope import Finding, Link, is_measured, predicate_lemmas
from qualcode.matching.tree import Tree

NEGATING = frozenset(
    "fail refuse decline deny avoid escape evade neglect prevent prohibit forbid ban refrain abstain lack spare resist "
    "reject dodge protect save hinder unable impossible false untrue safe free unlikely deter discourage dissuade "
    "hesitate lie ignore pretend omit unwilling contest refute rebut dispute debunk bar exclude block withhold "
    "cancel".split()
)
"""What says that its complement or object is not so ("refused to help", "escaped a beating", "safe from attacks")."""

REFUSED = frozenset(
    "deny reject refuse prevent avoid prohibit ban forbid dismiss dispute contest refute cancel".split()
)
"""What of these is said of a thing is not so: the request was *rejected*."""

UNTRUE = frozenset(
    "false untrue impossible unlikely unfounded baseless groundless fabricated invented lie myth fiction nonsense "
    "invention fabrication propaganda".split()
)
"""What denies its subject ("the allegations are false")."""

NEGATING_NOUNS = frozenset(
    "lack absence shortage lacking refusal denial failure inability prevention prohibition ban avoidance scarcity "
    "opposite impossibility".split()
)

BARE = frozenset(("deprive", "devoid", "bereft", "strip"))
"""Who is so "of" something does not have it."""

WITHOUT = frozenset(("without", "minus", "unlike"))
INSTEAD = (("instead", "of"), ("rather", "than"), ("short", "of"), ("far", "from"), ("nowhere", "near"))
FROM_VERBS = frozenset(
    "stop keep prevent save protect escape refrain spare hide flee discourage deter bar exclude block exempt shield "
    "disqualify".split()
)
"""With "from" these say that something did not happen to somebody."""
FLEEING = frozenset(("flee", "run", "escape", "hide", "protect", "save"))
"""With "from" and a noun these do not deny it ("we fled from the violence")."""
_RELATIVES = frozenset(("what", "which", "that"))


def effect_of(tree: Tree, link: Link) -> Finding | None:
    """What the head by its meaning says of the word that hangs on it: that it is not so, or has ended."""
    if (words := _left_out(tree, link)) is not None:
        return Finding("negated", words)
    if "from" in (tree.forms[link.head], tree.forms[link.word]):
        return _effect_of_from(tree, link)
    if tree.deps[link.word] == "prep":
        return _effect_on_phrase(tree, link)
    return _effect_of_verb(tree, link) if link.kind in ("complement", "object") else _effect_of_compound(tree, link)


def _left_out(tree: Tree, link: Link) -> tuple[int, ...] | None:
    """The words that leave out what follows: *without*, *instead of*, everything *except*, decided *against*."""
    head = link.head
    form, before = tree.forms[head], tree.forms[head - 1] if head else ""
    if form in WITHOUT:
        return (head,)
    if (before, form) in INSTEAD and (form != "from" or _is_doing(tree, link.word)):
        return (head - 1, head)
    left = form == "except" or (form == "against" and tree.lemma(tree.heads[head]) == "decide")
    return (head,) if left and tree.tags[link.word].startswith("V") else None


def _is_doing(tree: Tree, at: int) -> bool:
    """Whether the word is a gerund, active or passive."""
    return tree.tags[at] == "VBG" or any(tree.forms[one] in ("being", "having") for one in tree.children[at])


def _effect_of_verb(tree: Tree, link: Link) -> Finding | None:
    word, head = link.word, link.head
    dep = tree.deps[word]
    if dep in ("nsubj", "nsubjpass", "csubj", "ccomp") and (untrue := _untrue(tree, head)) is not None:
        return Finding("negated", (untrue,))
    found = ending_of(tree, link)
    if found is None and link.kind == "complement":
        found = _effect_on_clause(tree, link)
    if found is not None or not _denies(tree, link):
        return found
    return Finding("negated", (head, *tree.all_children(head, "acomp")))


def _denies(tree: Tree, link: Link) -> bool:
    """Whether the head by its meaning denies its complement, its object or what is done to its subject."""
    word, head = link.word, link.head
    dep, lemma = tree.deps[word], tree.lemma(head)
    if dep == "nsubjpass":
        return lemma in REFUSED and not is_person(tree, word)
    if dep in ("nsubj", "acomp", "attr"):
        return False
    if not NEGATING.isdisjoint(predicate_lemmas(tree, head)) or (link.kind == "complement" and lemma in UNTRUE):
        return True
    dismissed = lemma == "dismiss" and tree.lemma(word) in CONTENTS
    return dismissed or (dep == "dobj" and lemma in LOSING_THEM and tree.lemma(word) in MEANS)


def effect_on_subject(tree: Tree, link: Link) -> Finding | None:
    """What the verb says of the subject that hangs on it: that it is untrue, or over."""
    untrue = _untrue(tree, link.head)
    return ending_of_subject(tree, link) if untrue is None else Finding("negated", (untrue,))


def _effect_on_clause(tree: Tree, link: Link) -> Finding | None:
    """Used to, have yet to, forget to, doubt that."""
    head = link.head
    to = next((at for at in range(head, link.word) if tree.forms[at] == "to" or tree.tags[at] == "TO"), None)
    lemma = tree.lemma(head)
    if to is not None:
        if tree.forms[head] in ("used", "use") and to == head + 1:
            made_use = _is_be_used(tree, head) or _is_instrument(tree, link)
            return None if made_use else Finding("ceased", (head, to))
        if (too := _too(tree, head)) is not None:
            return Finding("negated", (too, to))
        if tree.forms[to - 1] == "yet" or lemma == "forget":
            return Finding("negated", (head, to - 1))
        return None
    return Finding("negated", (head,)) if lemma == "doubt" and tree.tags[head].startswith("V") else None


def _untrue(tree: Tree, verb: int) -> int | None:
    """What says of the subject that it is not true: *unfounded*, proved *false*, a *lie*."""
    found = tree.all_children(verb, "acomp", "attr", "oprd", "advmod")
    return next((one for one in found if tree.lemma(one) in UNTRUE), None)


def _effect_of_compound(tree: Tree, link: Link) -> Finding | None:
    """In "they quit robbing people" the parser takes the gerund for a part of the noun after it."""
    verb = tree.heads[link.head]
    mistaken = tree.tags[link.word] == "VBG" and tree.deps[link.head] == "dobj" and verb == link.word - 1
    return Finding("ceased", (verb,)) if mistaken and tree.lemma(verb) in ENDING else None


def _is_be_used(tree: Tree, head: int) -> bool:
    return any(tree.lemma(child) in ("be", "get") for child in tree.all_children(head, "aux", "auxpass"))


def _is_instrument(tree: Tree, link: Link) -> bool:
    """Whether something is used for it: "the stick that they *used to beat us*" has its object, and is none."""
    used, subject = link.head, tree.child(link.head, "nsubj")
    stick = {"relcl": tree.heads[used], "advcl": used - 2}.get(tree.deps[used])
    opened = [one for one in (*tree.children[used], *tree.children[link.word]) if tree.forms[one] in _RELATIVES]
    if stick is None or subject is None or subject in opened or is_person(tree, stick):
        return False
    own = any(one > link.word for one in tree.all_children(link.word, "dobj"))
    return own and (bool(opened) or tree.deps[used] == "relcl")


def _effect_of_from(tree: Tree, link: Link) -> Finding | None:
    if tree.forms[link.head] == "from":
        return None
    lemmas = set(predicate_lemmas(tree, link.head))
    gerund = tree.child(link.word, "pcomp") is not None
    if (lemmas & FLEEING and not gerund) or not lemmas & (FROM_VERBS | NEGATING):
        return None
    return Finding("negated", (link.head, *tree.all_children(link.head, "acomp")))


def _too(tree: Tree, head: int) -> int | None:
    """The "too" of "too weak to walk"."""
    described = (head, *tree.all_children(head, "acomp"))
    return next((child for at in described for child in tree.children[at] if tree.forms[child] == "too"), None)


def _effect_on_phrase(tree: Tree, link: Link) -> Finding | None:
    """What "lack of", "an end of", "put an end to" say of the noun after their preposition."""
    if (ended := ending_of_phrase(tree, link)) is not None:
        return ended
    doing = tree.child(link.word, "pcomp", "pobj") if tree.forms[link.word] == "for" else None
    if doing is not None and tree.forms[doing].endswith("ing") and (too := too_much(tree, link.head)) is not None:
        return Finding("negated", (too,))
    if doing is not None and tree.tags[doing] == "VBG" and is_measured(tree, link.head):
        return Finding("negated", (next(one for one in tree.children[link.head] if tree.forms[one] == "too"),))
    lemma = tree.lemma(link.head)
    negating = lemma in NEGATING_NOUNS or lemma in ("lack", "free", "safe")
    bare = tree.forms[link.word] == "of" and not BARE.isdisjoint(predicate_lemmas(tree, link.head))
    return Finding("negated", (link.head,)) if negating or bare else None
