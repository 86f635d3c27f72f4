"""Polarity: whether something is affirmed, negated, or said to have ended."""

from qualcode.matching.assertion.scope import (
    Finding,
    Link,
    Matter,
    follows,
    predicate_lemmas,
)
from qualcode.matching.tree import Tree

NEGATORS = frozenset("not n't nt no never nor neither hardly barely scarcely rarely seldom".split())
"""Words that negate the clause or noun they belong to."""

NOBODY = frozenset("nobody none nothing nowhere no-one noone neither".split())
"""Words that negate a clause by being its subject or object."""

NOT_NEGATING = frozenset("only just merely simply because alone always all everyone everybody every until".split())
"""After "not" these leave the clause affirmed ("not only beat us", "not because we ran", "not all of them")."""

IDIOMS = frozenset("doubt matter wonder choice option alternative idea question reason mistake".split())
"""After "no" these leave the clause affirmed ("no doubt they beat us", "no choice but to pay")."""

ENDING_ADVERBS = frozenset(("anymore", "longer"))
NEGATED_ADVERBS = frozenset("longer ever more anymore really actually exactly once again yet even also still way".split())
"""Adverbs whose negation is that of the clause ("no longer", "hardly ever")."""

NEGATING = frozenset(
    "fail refuse decline deny avoid escape evade neglect prevent prohibit forbid ban refrain abstain lack spare resist "
    "reject dodge protect save hinder unable impossible false untrue safe free unlikely deter discourage dissuade "
    "lie ignore".split()
)
"""What says that its complement or object is not so ("refused to help", "escaped a beating", "safe from attacks")."""

NEGATING_COMPLEMENT = frozenset(("forget", "keep", "stop"))
"""Negating with "to" (forgot to pay) or with "from" (stopped them from beating)."""

NEGATING_NOUNS = frozenset(
    "lack absence shortage lacking refusal denial failure inability prevention prohibition ban avoidance scarcity "
    "opposite impossibility".split()
)

ENDING = frozenset("stop cease quit end finish halt discontinue abolish disappear vanish".split())
"""What says that its complement, object or subject is over."""

ENDING_PARTICLES = {"give": "up", "die": "out", "go": "away", "leave": "off"}
ACTIVITY_ENDINGS = ("ing", "tion", "sion", "ment", "ence", "ance", "ity", "ism", "ure", "back", "age")
ACTIVITIES = frozenset(
    "abuse attack war fight theft robbery torture rape raid control help aid work support project service program "
    "programme patrol fraud threat visit strike operation route game trade flow arrival crossing push-back return "
    "arrest conflict crackdown business".split()
)
OVER = frozenset(("over", "gone", "finished", "past"))

RAISING = frozenset(
    "think believe say see hear experience feel suppose imagine seem appear happen claim report mean want notice "
    "witness observe expect let true case possible find".split()
)
"""A negation of these denies a finite clause below them ("I don't think that they beat him")."""

TAKEN_FOR_GRANTED = frozenset(
    "know understand care realize realise remember forget mind regret matter explain tell admit accept like hate "
    "surprise wonder surprised ask complain sorry sure stop avoid deny refuse".split()
)
"""A negation of these leaves what is below them as it was ("they didn't care that he was beaten")."""

GRANTED_OBJECTS = frozenset(
    "know understand care remember forget mind regret explain accept like hate report address investigate punish "
    "recognize recognise solve mention discuss talk tell complain expect tolerate justify condone admit record "
    "document survive".split()
)
"""A negation of these leaves their object as it was ("nobody reports the violence")."""

NOT_NOW = (("not", "now"), ("now", "no"), ("now", "not"), ("not", "anymore"), ("no", "more"), ("now", "nothing"))
"""At the end of a sentence these close what was told before them."""

WITHOUT = frozenset(("without", "minus", "unlike"))
INSTEAD = (("instead", "of"), ("rather", "than"), ("short", "of"))
FROM_VERBS = frozenset("stop keep prevent save protect escape refrain spare hide flee discourage deter".split())
"""With "from" these say that something did not happen to somebody."""
FLEEING = frozenset(("flee", "run", "escape", "hide", "protect", "save"))
"""With "from" and a noun these do not deny it ("we fled from the violence")."""

POLARITY_FORMS = NEGATORS | NOBODY | WITHOUT | ENDING_ADVERBS | OVER | {"instead", "rather", "short"}
POLARITY_CUES = NEGATING | NEGATING_NOUNS | ENDING | FROM_VERBS | {"forget", "end"}
"""What can negate or end something: forms as they stand, and dictionary words."""


def read_polarity(matter: Matter) -> Finding:
    """Whether the matter is affirmed, negated or ceased, with the words that say so."""
    tree = matter.tree
    found = _own(matter, matter.anchor, None, Finding("affirmed"))
    through = False
    for link in matter.path():
        if link.kind == "circumstance" and _preposition(tree, link) is None:
            break
        if link.kind == "coordinate" and (than := _rather_than(tree, link)) and found.value == "affirmed":
            return Finding("negated", than)
        if link.kind in ("coordinate", "beside", "subject"):
            if link.kind == "beside" or tree.deps[link.head] in ("ROOT",):
                break
            continue
        if link.kind == "relative" and not _lets_through(tree, link):
            break
        if link.kind == "adverbial":
            break
        effect = _effect(tree, link) if link.head not in matter.matched else None
        found = _under(effect, found)
        if effect is None and not through and link.kind != "relative" and not _reaches(tree, link):
            break
        through = link.kind == "relative"
        found = _own(matter, link.head, link.word, found)
    return _once(matter, found)


def _own(matter: Matter, at: int, coming: int | None, found: Finding) -> Finding:
    """`found` after the negations that belong to the word at `at` itself."""
    cue = tuple(one for one in _negation(matter.tree, at, coming) if one not in matter.matched)
    if not cue and found.value == "negated" and coming is not None and (ended := _ended(matter.tree, at, ())):
        return Finding("ceased", (*found.words, *ended))
    if not cue:
        return found
    if found.value == "affirmed":
        ended = _ended(matter.tree, at, cue)
        return Finding("ceased" if ended else "negated", (*cue, *ended))
    return Finding("affirmed", cue)


def _negation(tree: Tree, at: int, coming: int | None) -> tuple[int, ...]:
    """The first word that negates the clause or the noun at `at`."""
    for child in tree.children[at]:
        if child == coming and tree.forms[child] not in NOBODY:
            continue
        if tree.forms[child] in NEGATORS:
            if _negates(tree, child, at):
                return (child,)
        elif tree.deps[child] == "advmod" and (inner := _adverb_negation(tree, child)) is not None:
            return (inner,)
        elif tree.deps[child] in ("nsubj", "nsubjpass", "dobj", "attr", "dative", "agent", "amod", "quantmod"):
            inner = _negative_noun(tree, child)
            if inner is not None:
                return (inner,)
    return ()


def _negates(tree: Tree, negator: int, at: int) -> bool:
    following = tree.forms[negator + 1] if negator + 1 < len(tree) else ""
    if following in NOT_NEGATING or tree.forms[at] in IDIOMS:
        return False
    if tree.forms[negator] == "no" and following in (",", ".", "-", ""):
        return False
    if tree.deps[negator] == "neg" and not tree.tags[at].startswith(("V", "MD")):
        return not _opposed(tree, at)
    return True


def _opposed(tree: Tree, at: int) -> bool:
    """Whether "not the police" is answered by "but the smugglers"."""
    return any(tree.forms[child] == "but" for child in tree.children[at])


def _adverb_negation(tree: Tree, at: int) -> int | None:
    """The negation inside an adverb: "no longer", "hardly ever", "not anymore"."""
    for child in tree.children[at]:
        if tree.forms[child] in NEGATORS and tree.forms[at] in NEGATED_ADVERBS:
            return child
    return None


def _negative_noun(tree: Tree, at: int) -> int | None:
    """The word that makes an argument negative: "nobody", "no food", "none of them", "not a single word"."""
    if tree.forms[at] in NOBODY:
        return None if follows(tree, at, "but") else at
    if tree.deps[at] == "agent":
        inner = tree.child(at, "pobj")
        return None if inner is None else _negative_noun(tree, inner)
    if tree.forms[at] in IDIOMS:
        return None
    for child in tree.children[at]:
        if tree.forms[child] in ("no", "neither", "not") and child < at and not _opposed(tree, at):
            return None if follows(tree, child, "only") else child
    return None


def _ended(tree: Tree, at: int, cue: tuple[int, ...]) -> tuple[int, ...]:
    """The words that make a negation an end: no *longer*, not *anymore*, no *more*."""
    for child in tree.children[at]:
        if child in cue:
            continue
        if tree.forms[child] in ENDING_ADVERBS or (tree.forms[child] == "more" and tree.forms[child - 1] in ("any", "no")):
            return (child,)
        if tree.deps[child] in ("attr", "dobj", "nsubj"):
            inner = _ended(tree, child, cue)
            if inner and tree.forms[inner[0]] == "more":
                return inner
    return ()


def _under(effect: Finding | None, found: Finding) -> Finding:
    """`found` after what the head itself, by its meaning, says about what hangs on it."""
    if effect is None:
        return found
    return Finding(effect.value if found.value == "affirmed" else "affirmed", effect.words)


def _rather_than(tree: Tree, link: Link) -> tuple[int, ...]:
    for child in tree.children[link.head]:
        if tree.forms[child] == "than" and child < link.word and tree.forms[child - 1] == "rather":
            return (child - 1, child)
    return ()


def _once(matter: Matter, found: Finding) -> Finding:
    """Ceased where a clause in the past is followed by a bare "but not now", "now no"."""
    tree = matter.tree
    for at in range(matter.anchor + 1, len(tree) - 1):
        pair = tree.forms[at : at + 2]
        if pair in NOT_NOW and found.value == "affirmed" and not tree.forms[at + 2 : at + 3][:1] > (".",):
            return Finding("ceased", (at, at + 1))
    return found


def _effect(tree: Tree, link: Link) -> Finding | None:
    """What the head by its meaning says of the word that hangs on it: that it is not so, or has ended."""
    word, kind, head = link
    form, before = tree.forms[head], tree.forms[head - 1] if head else ""
    if form in WITHOUT:
        return Finding("negated", (head,))
    if (before, form) in INSTEAD:
        return Finding("negated", (head - 1, head))
    if "from" in (form, tree.forms[word]):
        return _effect_of_from(tree, link)
    if form in ("put", "puts", "bring", "brought") and tree.forms[word - 1 : word + 1] == ("end", "to"):
        return Finding("ceased", (word - 1,))
    if tree.deps[word] == "prep":
        return _effect_of_noun(tree, link)
    if kind not in ("complement", "object"):
        return _effect_of_compound(tree, link)
    return _effect_of_verb(tree, link, set(predicate_lemmas(tree, head)))


def _effect_of_verb(tree: Tree, link: Link, lemmas: set[str]) -> Finding | None:
    word, kind, head = link
    to = next((at for at in range(head, word) if tree.forms[at] == "to"), None)
    if tree.forms[head] in ("used", "use") and kind == "complement" and to is not None:
        return None if _is_be_used(tree, head) else Finding("ceased", (head, to))
    if lemmas & ENDING:
        return _effect_of_ending(tree, link, to)
    particle = _particle(tree, head)
    if particle is not None:
        return Finding("ceased", (head, particle))
    dep = tree.deps[word]
    if dep in ("nsubj", "nsubjpass") and (over := tree.child(head, "advmod", "acomp", "prt", "prep")) is not None:
        return Finding("ceased", (over,)) if tree.forms[over] in OVER else None
    if lemmas & NEGATING and dep not in ("nsubj", "nsubjpass", "acomp", "attr"):
        return Finding("negated", (head, *tree.all_children(head, "acomp")))
    if kind == "complement" and "forget" in lemmas and to is not None:
        return Finding("negated", (head,))
    return None


def _effect_of_ending(tree: Tree, link: Link, to: int | None) -> Finding | None:
    if link.kind == "complement":
        return None if to is not None else Finding("ceased", (link.head,))
    if tree.deps[link.word] not in ("dobj", "nsubj", "nsubjpass") or tree.lemma(link.head) not in ENDING:
        return None
    return Finding("ceased", (link.head,)) if is_activity(tree.lemma(link.word)) else None


def _effect_of_compound(tree: Tree, link: Link) -> Finding | None:
    """ "They quit robbing people": the parser takes the gerund for a part of the noun after it."""
    verb = tree.heads[link.head]
    mistaken = tree.tags[link.word] == "VBG" and tree.deps[link.head] == "dobj" and verb == link.word - 1
    return Finding("ceased", (verb,)) if mistaken and tree.lemma(verb) in ENDING else None


def is_activity(noun: str) -> bool:
    """Whether the noun names something that can go on and end, unlike a car that stops."""
    return noun in ACTIVITIES or noun.endswith(ACTIVITY_ENDINGS)


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


def _effect_of_noun(tree: Tree, link: Link) -> Finding | None:
    """What "lack of", "an end of" say of the noun after their preposition."""
    lemma = tree.lemma(link.head)
    if lemma in NEGATING_NOUNS or lemma in ("lack", "free", "safe"):
        return Finding("negated", (link.head,))
    return Finding("ceased", (link.head,)) if lemma == "end" and tree.forms[link.word] in ("to", "of") else None


def _particle(tree: Tree, head: int) -> int | None:
    particle = ENDING_PARTICLES.get(tree.lemma(head))
    found = (child for child in tree.all_children(head, "prt", "advmod") if tree.forms[child] == particle)
    return next(found, None)


def _preposition(tree: Tree, link: Link) -> str | None:
    form = tree.forms[link.word]
    return form if form in WITHOUT else None


def _lets_through(tree: Tree, link: Link) -> bool:
    """Whether a denied noun denies what its clause says: "nobody who helped us", "there was nothing to eat"."""
    head = link.head
    if tree.forms[head] in NOBODY or tree.forms[head] in ("anyone", "anybody", "anything"):
        return True
    return any(tree.forms[child] in ("no", "any", "single") for child in tree.children[head] if child < head)


def _reaches(tree: Tree, link: Link) -> bool:
    """Whether a negation of the head also denies what hangs on it."""
    lemmas = set(predicate_lemmas(tree, link.head))
    if link.kind == "complement":
        if tree.deps[link.word] in ("ccomp", "csubj") and not _is_infinitive(tree, link.word):
            return bool(lemmas & (RAISING - TAKEN_FOR_GRANTED)) or tree.deps[link.head] in ("prep", "pcomp")
        return not lemmas & TAKEN_FOR_GRANTED or bool(lemmas & NEGATING) or "stop" in lemmas
    if tree.deps[link.word] in ("dobj", "pobj", "prep"):
        return not lemmas & GRANTED_OBJECTS
    return True


def _is_infinitive(tree: Tree, at: int) -> bool:
    return tree.tags[at] in ("VB", "VBG") and not any(
        tree.tags[child] == "MD" or tree.forms[child] in ("do", "did", "does") for child in tree.children[at]
    )
