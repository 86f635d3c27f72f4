"""What a word says by its meaning about what hangs on it: that it is not so, or that it is over."""

from qualcode.matching.assertion.scope import Finding, Link, is_activity, predicate_lemmas
from qualcode.matching.tree import Tree

NEGATING = frozenset(
    "fail refuse decline deny avoid escape evade neglect prevent prohibit forbid ban refrain abstain lack spare resist "
    "reject dodge protect save hinder unable impossible false untrue safe free unlikely deter discourage dissuade "
    "hesitate lie ignore pretend".split()
)
"""What says that its complement or object is not so ("refused to help", "escaped a beating", "safe from attacks")."""

UNTRUE = frozenset("false untrue impossible unlikely unfounded".split())
"""What denies its subject ("the allegations are false")."""

NEGATING_NOUNS = frozenset(
    "lack absence shortage lacking refusal denial failure inability prevention prohibition ban avoidance scarcity "
    "opposite impossibility".split()
)

ENDING = frozenset("stop cease quit end finish halt discontinue abolish disappear vanish".split())
"""What says that its complement, object or subject is over."""

GONE = frozenset("end cease discontinue abolish disappear vanish".split())
"""Those that say it of anything; a car may stop and a film finish without being over for good."""

ENDING_PARTICLES = {"give": "up", "die": "out", "go": "away", "leave": "off"}
OVER = frozenset(("over", "gone", "finished", "past"))

WITHOUT = frozenset(("without", "minus", "unlike"))
INSTEAD = (("instead", "of"), ("rather", "than"), ("short", "of"), ("far", "from"), ("nowhere", "near"))
FROM_VERBS = frozenset("stop keep prevent save protect escape refrain spare hide flee discourage deter".split())
"""With "from" these say that something did not happen to somebody."""
FLEEING = frozenset(("flee", "run", "escape", "hide", "protect", "save"))
"""With "from" and a noun these do not deny it ("we fled from the violence")."""


def effect_of(tree: Tree, link: Link) -> Finding | None:
    """What the head by its meaning says of the word that hangs on it: that it is not so, or has ended."""
    head = link.head
    form, before = tree.forms[head], tree.forms[head - 1] if head else ""
    if form in WITHOUT:
        return Finding("negated", (head,))
    if (before, form) in INSTEAD and (form != "from" or tree.tags[link.word] == "VBG"):
        return Finding("negated", (head - 1, head))
    if "from" in (form, tree.forms[link.word]):
        return _effect_of_from(tree, link)
    if tree.deps[link.word] == "prep":
        return _effect_on_phrase(tree, link)
    if link.kind in ("complement", "object"):
        return _effect_of_verb(tree, link)
    return _effect_of_compound(tree, link)


def _effect_of_verb(tree: Tree, link: Link) -> Finding | None:
    word, head = link.word, link.head
    to = next((at for at in range(head, word) if tree.forms[at] == "to"), None)
    dep = tree.deps[word]
    if dep in ("nsubj", "nsubjpass") and (over := tree.child(head, "advmod", "acomp", "prt", "prep")) is not None:
        found = _effect_on_subject(tree, over)
        if found is not None:
            return found
    if not ENDING.isdisjoint(predicate_lemmas(tree, head)):
        return _effect_of_ending(tree, link, to)
    if (particle := _particle(tree, head)) is not None:
        return Finding("ceased", (head, particle))
    if link.kind == "complement" and (found := _effect_on_clause(tree, link, to)) is not None:
        return found
    if dep in ("nsubj", "nsubjpass", "acomp", "attr") or NEGATING.isdisjoint(predicate_lemmas(tree, head)):
        return None
    return Finding("negated", (head, *tree.all_children(head, "acomp")))


def _effect_on_clause(tree: Tree, link: Link, to: int | None) -> Finding | None:
    """Used to, have yet to, forget to, doubt that."""
    head = link.head
    lemma = tree.lemma(head)
    if to is not None:
        if tree.forms[head] in ("used", "use") and to == head + 1:
            return None if _is_be_used(tree, head) else Finding("ceased", (head, to))
        if (too := _too(tree, head)) is not None:
            return Finding("negated", (too, to))
        if tree.forms[to - 1] == "yet" or lemma == "forget":
            return Finding("negated", (head, to - 1))
        return None
    return Finding("negated", (head,)) if lemma == "doubt" and tree.tags[head].startswith("V") else None


def _effect_on_subject(tree: Tree, at: int) -> Finding | None:
    if tree.forms[at] in OVER:
        return Finding("ceased", (at,))
    return Finding("negated", (at,)) if tree.lemma(at) in UNTRUE else None


def _effect_of_ending(tree: Tree, link: Link, to: int | None) -> Finding | None:
    if link.kind == "complement":
        return None if to is not None and tree.lemma(link.head) not in GONE else Finding("ceased", (link.head,))
    if tree.deps[link.word] not in ("dobj", "nsubj", "nsubjpass") or tree.lemma(link.head) not in ENDING:
        return None
    gone = tree.lemma(link.head) in GONE or is_activity(tree.lemma(link.word))
    return Finding("ceased", (link.head,)) if gone else None


def _effect_of_compound(tree: Tree, link: Link) -> Finding | None:
    """In "they quit robbing people" the parser takes the gerund for a part of the noun after it."""
    verb = tree.heads[link.head]
    mistaken = tree.tags[link.word] == "VBG" and tree.deps[link.head] == "dobj" and verb == link.word - 1
    return Finding("ceased", (verb,)) if mistaken and tree.lemma(verb) in ENDING else None


def _is_be_used(tree: Tree, head: int) -> bool:
    return any(tree.lemma(child) in ("be", "get") for child in tree.all_children(head, "aux", "auxpass"))


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
    word, head = link.word, link.head
    if tree.forms[head] in ("put", "puts", "bring", "brought") and tree.forms[word - 1 : word + 1] == ("end", "to"):
        return Finding("ceased", (word - 1,))
    lemma = tree.lemma(head)
    if lemma in NEGATING_NOUNS or lemma in ("lack", "free", "safe"):
        return Finding("negated", (head,))
    return Finding("ceased", (head,)) if lemma == "end" and tree.forms[word] in ("to", "of") else None


def _particle(tree: Tree, head: int) -> int | None:
    particle = ENDING_PARTICLES.get(tree.lemma(head))
    found = (child for child in tree.all_children(head, "prt", "advmod") if tree.forms[child] == particle)
    return next(found, None)
