"""Who is the surface subject of a verb: its own, or one that it shares with the word it hangs on."""

from collections.abc import Iterator

from qualcode.matching.events.control import PERCEIVING, doers, is_caused, is_made_to
from qualcode.matching.events.persons import is_person
from qualcode.matching.events.quotation import addressee
from qualcode.matching.events.scene import NOUN_TAGS, OWN, RELATIVES, SUBJECTS, VERB_TAGS, Filler, Scene

_CLEFT = frozenset(("it", "this", "that", "they", "these", "those"))
_ORDERING = frozenset(("say", "tell", "ask", "beg", "shout", "order", "warn", "scream", "call"))
_JOINED = frozenset(("conj", "parataxis", "dep"))
_PART_OF_NOUN = frozenset(("pobj", "prep", "acl"))
_DEPTH = 6


def subjects(scene: Scene, verb: int, depth: int = 0) -> tuple[Filler, ...]:
    """The surface subject of the verb: its own, else the one that it shares with the word it hangs on."""
    if depth:
        return _surface(scene, verb, depth)
    if verb not in scene.surface:
        scene.surface[verb] = _surface(scene, verb, depth)
    return scene.surface[verb]


def _surface(scene: Scene, verb: int, depth: int) -> tuple[Filler, ...]:
    tree = scene.tree
    for one in reversed(tree.children[verb]):
        if one and tree.forms[one - 1] == "as" and tree.tags[one] in NOUN_TAGS:
            continue  # we as police
        if tree.deps[one] in SUBJECTS and (found := tuple(_own(scene, verb, one))):
            return found
    if tree.child(verb, *SUBJECTS) is not None:
        return ()
    root = tree.heads[verb] == verb
    stranded = tuple(_stranded(scene, verb)) if root or tree.tags[verb] not in VERB_TAGS else ()
    if stranded or depth > _DEPTH or root:
        return stranded
    if tree.deps[verb] in ("relcl", "amod", "acl"):
        return tuple(_of_noun(scene, verb, depth))
    return tuple(_ordered(scene, verb)) if _is_order(scene, verb) else tuple(_shared(scene, verb, depth))


def _of_noun(scene: Scene, verb: int, depth: int) -> Iterator[Filler]:
    """The noun that a relative clause or a participle is about: people beating us, the right to beat us."""
    tree = scene.tree
    dep, noun = tree.deps[verb], tree.heads[verb]
    if dep == "relcl" and not _may_lack_subject(scene, verb):
        return
    if dep == "acl" and _infinitive(scene, verb) and scene.mention(noun) is None:
        yield from _planning(scene, noun, depth)
        return
    if tree.deps[noun] == "attr" and tree.deps[verb - 1] == "conj" and tree.heads[verb - 1] == noun:
        # we are four and police beating us: the second noun begins a clause of its own
        yield Filler(verb - 1)
        return
    via = _relative_via(scene, noun)
    if dep == "acl":
        # a participle behind the first noun of a fragment is its verb: "smuggler beating my wife"
        via = "control" if _infinitive(scene, verb) else "direct" if tree.heads[noun] == noun else via
    yield from (Filler(one, via) for one in scene.conjuncts(noun))


def _is_order(scene: Scene, verb: int) -> bool:
    """Whether it is an order or a clause as subject; neither has a subject: "don't hit him, I said"."""
    tree = scene.tree
    dep = tree.deps[verb]
    if dep == "conj" and _is_said(scene, verb):
        return True
    auxiliaries = {tree.forms[one] for one in tree.all_children(verb, "aux")}
    return dep == "csubj" or (dep != "conj" and "do" in auxiliaries and "to" not in auxiliaries)


def _planning(scene: Scene, noun: int, depth: int) -> Iterator[Filler]:
    """Whose plan, threat or order it is to do it: their plan to deport us, we made a plan to rob them."""
    tree = scene.tree
    owner = tree.child(noun, "poss")
    head = tree.heads[noun]
    if tree.deps[noun] == "pobj":
        head = tree.heads[head]  # they came in order to rob us
    if owner is not None:
        yield Filler(owner, "control")
    elif tree.deps[noun] in ("dobj", "attr", "pobj") and tree.tags[head] in VERB_TAGS and head < noun:
        yield from (Filler(one.at, "control", one.behind) for one in subjects(scene, head, depth + 1))
    elif is_person(tree.forms[noun]):
        yield Filler(noun, "control")


def _is_said(scene: Scene, verb: int) -> bool:
    """Whether a base form behind a comma is what somebody is told: he tells his drivers, beat them."""
    tree = scene.tree
    head = tree.heads[verb]
    if tree.forms[verb - 1] != "," or tree.lemma(head) not in _ORDERING or tree.lemma(verb) != tree.forms[verb]:
        return False
    return addressee(tree, head) == verb - 2


def _ordered(scene: Scene, verb: int) -> Iterator[Filler]:
    """To whom an order is given: I said to them please don't send us back; the boss tells his drivers, beat them."""
    tree = scene.tree
    for saying in tree.ancestors(verb):
        if tree.lemma(saying) in _ORDERING and (whom := addressee(tree, saying)) is not None and whom < verb:
            yield Filler(whom, "control")
            return


def _own(scene: Scene, verb: int, subject: int) -> Iterator[Filler]:
    tree = scene.tree
    if tree.deps[verb] == "relcl" and tree.forms[subject] in RELATIVES:
        head = _who(scene, tree.heads[verb], subject)
        yield from (Filler(one, _relative_via(scene, head)) for one in scene.conjuncts(head))
        return
    actor = _named_between(scene, verb, subject)
    if actor is not None:
        yield Filler(actor)
        return
    behind = _causers(scene, verb)
    via = "control" if behind or is_made_to(scene, verb) else "direct"
    yield from (Filler(one, via, behind) for one in scene.conjuncts(subject))


def _named_between(scene: Scene, verb: int, subject: int) -> int | None:
    """The actor right before the verb, where a thing is taken for the subject: the money, guide take it."""
    tree = scene.tree
    actor = verb - 1
    if not scene.actor(actor) or tree.deps[actor] != "appos" or tree.heads[actor] == verb or subject >= actor:
        return None
    thing = scene.mention(subject) is None and tree.tags[subject] in NOUN_TAGS and not is_person(tree.forms[subject])
    return actor if thing else None


def _who(scene: Scene, noun: int, relative: int) -> int:
    """What "who" is about: the noun before it that is somebody ("under the control of smugglers who abused us")."""
    tree = scene.tree
    if tree.forms[relative] != "who" or scene.mention(noun) is not None or is_person(tree.forms[noun]):
        return noun
    if tree.tags[noun] not in NOUN_TAGS:
        return noun
    between = [one for one in range(noun + 1, relative) if scene.actor(one) and tree.deps[one] == "pobj"]
    if between or tree.deps[noun] != "pobj":
        return between[-1] if between else noun
    # it was two guards from the next post who rescued them
    above = tree.heads[tree.heads[noun]]
    named = tree.child(above, "attr") if tree.tags[above] in VERB_TAGS else above
    return named if named is not None and named < noun and scene.actor(named) else noun


def _relative_via(scene: Scene, noun: int) -> str:
    """`copula` for the noun of a cleft sentence, "it was the police who beat us", else `relative`."""
    tree = scene.tree
    while tree.deps[noun] in ("conj", "appos"):
        noun = tree.heads[noun]
    head = tree.heads[noun]
    subject = tree.child(head, "nsubj") if tree.deps[noun] == "attr" else None
    return "copula" if subject is not None and tree.forms[subject] in _CLEFT else "relative"


def _causers(scene: Scene, verb: int) -> tuple[int, ...]:
    return tuple(one.at for one in subjects(scene, scene.tree.heads[verb])) if is_caused(scene, verb) else ()


def _shared(scene: Scene, verb: int, depth: int) -> Iterator[Filler]:
    """The subject of an infinitive, a participle or a joined verb."""
    tree = scene.tree
    dep, head = tree.deps[verb], tree.heads[verb]
    apart = _before_parenthesis(scene, verb)
    if apart is not None:
        yield from (Filler(one) for one in scene.conjuncts(apart))
        return
    objects = doers(scene, verb)
    if objects:
        behind = _causers(scene, verb)
        yield from (Filler(one, "control", behind) for one in objects)
        return
    if dep == "conj" and _goes_with_main_verb(scene, verb, head):
        head = tree.heads[head]
    if dep == "pcomp" and _let_go(scene, verb, tree.heads[head]):
        head = tree.heads[tree.heads[head]]
    via = "conjunction" if dep in _JOINED else "control"
    for filler in subjects(scene, head, depth + 1):
        at = _outside_quotation(scene, verb, filler.at)
        yield Filler(at, "relative" if filler.via == "relative" else via, filler.behind)


def _before_parenthesis(scene: Scene, verb: int) -> int | None:
    """The subject that a parenthesis parts from a finite verb: the soldiers, the lawyer said, had threatened her."""
    tree = scene.tree
    head = tree.heads[verb]
    auxiliary = tree.child(verb, "aux", "auxpass")
    if tree.deps[verb] != "ccomp" or auxiliary is None or tree.tags[auxiliary] == "TO" or head > verb:
        return None
    own = tree.child(head, "nsubj")
    apart = tree.child(head, "npadvmod", "dep")
    if own is None or apart is None or not apart < own or tree.tags[apart] not in NOUN_TAGS:
        return None
    return apart if "," in tree.forms[apart:own] else None


def _goes_with_main_verb(scene: Scene, verb: int, head: int) -> bool:
    """Whether a verb joined to an infinitive is no infinitive: they forced him to pay and then shot him."""
    tree = scene.tree
    if tree.tags[head] == "VB" and _done_to_doer(scene, verb, head):
        return True
    if tree.lemma(tree.heads[head]) in PERCEIVING and tree.forms[verb] == tree.lemma(verb):
        return False  # I see police push her and beat her husband
    if tree.tags[head] != "VB" or tree.tags[verb] not in ("VBG", "VBD", "VBZ"):
        return False
    infinitive = any(tree.forms[one] == "to" for one in tree.all_children(head, "aux"))
    return infinitive or (tree.deps[head] == "ccomp" and tree.child(head, "nsubj") is not None)


def _done_to_doer(scene: Scene, verb: int, head: int) -> bool:
    """Whether those made to do the one thing suffer the other: they make us undress and begin to break our phones."""
    tree = scene.tree
    made = tree.child(head, "nsubj")
    if made is None or tree.forms[made] not in ("us", "me"):
        return False
    for one in (verb, *tree.all_children(verb, "xcomp")):
        for thing in tree.all_children(one, "dobj"):
            if tree.forms[thing] in OWN or any(tree.forms[owner] in OWN for owner in tree.all_children(thing, "poss")):
                return True
    return False


def _let_go(scene: Scene, verb: int, made: int) -> bool:
    """Whether those allowed to do the one thing suffer, or are spared, the other: they let us go without beating us."""
    tree = scene.tree
    own = tree.child(made, "nsubj")
    if own is None or tree.deps[made] not in ("ccomp", "xcomp") or not is_caused(scene, made):
        return False
    return any(tree.forms[one] == tree.forms[own] for one in tree.all_children(verb, "dobj"))


def _outside_quotation(scene: Scene, verb: int, subject: int) -> int:
    """Who quotes, where a shared subject is quoted and the verb is not: he shouted "I will beat you" and hit me."""
    quote = next((one for one in scene.quotes if subject in one and verb not in one), None)
    return subject if quote is None or quote.speaker is None else quote.speaker


def _stranded(scene: Scene, verb: int) -> Iterator[Filler]:
    """A subject that the parser did not see: an actor named right before the verb."""
    tree = scene.tree
    before = verb - 1
    while before >= 0 and tree.deps[before] in ("aux", "advmod", "neg", "auxpass"):
        before -= 1
    if before < 0 or not scene.actor(before):
        return
    # a finite verb needs a subject, so the noun of a preposition before it is none of its: "in forest thieves rob us"
    governor = _preposition_before(scene, before)
    if tree.deps[before] == "dobj" and tree.tags[tree.heads[before]] == "VBG" and before == tree.heads[before] + 2:
        yield Filler(before)  # for years running the authorities have promised
        return
    fronted = tree.deps[before] == "pobj" and tree.tags[verb] != "VBN" and tree.heads[tree.heads[before]] == verb
    if fronted or (governor is None and tree.deps[before] not in ("pobj", "dobj")):
        yield Filler(before)
    elif governor is not None:
        # smugglers in league with the police rob people: the actor whom the prepositions are about
        at = governor
        while tree.deps[at] in _PART_OF_NOUN and tree.heads[at] < at:
            at = tree.heads[at]
        if scene.actor(at) and tree.deps[at] not in ("pobj", "dobj"):
            yield Filler(at)


def _preposition_before(scene: Scene, noun: int) -> int | None:
    """The preposition right before the phrase that ends in the noun, where it is not the first word."""
    tree = scene.tree
    edge = noun
    while edge and tree.tags[edge - 1] in ("DT", "JJ", "PRP$", "CD"):
        edge -= 1
    return edge - 1 if edge > 1 and tree.tags[edge - 1] == "IN" and tree.forms[edge - 1] != "of" else None


def _may_lack_subject(scene: Scene, verb: int) -> bool:
    """Whether a relative clause without a subject may have its head as one: it has an object or words after "by"."""
    tree = scene.tree
    return any(tree.deps[child] in ("dobj", "agent", "auxpass", "prep") for child in tree.children[verb])


def _infinitive(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    return tree.tags[verb] == "VB" and any(tree.forms[child] == "to" for child in tree.children[verb])
