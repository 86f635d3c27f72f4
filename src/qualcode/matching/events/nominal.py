"""Who does and who suffers an action that a noun expresses: police violence, torture of detainees by militias."""

from qualcode.matching.events.carriers import around, by_subject, governed
from qualcode.matching.events.light_verbs import (
    AMOUNTS,
    CHANGES,
    COMING,
    DOING,
    OF_DOER,
    OF_EITHER,
    SUFFERING,
    UNDERGONE,
)
from qualcode.matching.events.objects import direct_objects
from qualcode.matching.events.roles import Roles, names_somebody, persons, prepositions
from qualcode.matching.events.scene import NOUN_TAGS, OWN, RELATIVES, VERB_TAGS, Scene
from qualcode.matching.events.subjects import subjects
from qualcode.matching.events.things import may_be_somebody
from qualcode.matching.events.voice import by_phrase, is_passive


def roles(scene: Scene, noun: int) -> Roles:
    """Who does and who suffers what the noun expresses, by its own phrase, then by the verb that carries it."""
    found = Roles()
    carriers = _carriers(scene, noun)
    _between(scene, noun, found)
    for carrier in carriers:
        prepositions(scene, carrier, found)
        _participles(scene, carrier, found)
    _ordered(scene, carriers[-1], found)
    _attributes(scene, noun, found)
    _of(scene, noun, found, done=_is_done(scene, carriers[-1]))
    for one in _joined(scene, noun):
        prepositions(scene, one, found)
        if one < noun:
            _attributes(scene, one, found)
    governed(scene, carriers[-1], found)
    if scene.tree.forms[noun] in ("threat", "threats"):
        # the threat to deport him is one to him
        for verb in scene.tree.all_children(noun, "acl"):
            found.undergo(persons(scene, direct_objects(scene, verb)) if scene.tree.tags[verb] == "VB" else ())
    found.act(_subjects(scene, noun))
    return found


def _subjects(scene: Scene, noun: int) -> list[int]:
    """The actor that a noun has for a subject where the verb is left out: smugglers only lies."""
    tree = scene.tree
    return [one for one in tree.all_children(noun, "nsubj") if scene.actor(one)]


def _ordered(scene: Scene, noun: int, found: Roles) -> None:
    """Their torture was ordered by the militia, was done by it."""
    tree = scene.tree
    verb = tree.heads[noun]
    if tree.deps[noun] == "nsubjpass" and tree.lemma(verb) in DOING | {"order"}:
        found.act(persons(scene, by_phrase(scene, verb)), "passive")


def _between(scene: Scene, noun: int, found: Roles) -> None:
    """Violence between smugglers, between smugglers and locals: each does it and suffers it."""
    tree = scene.tree
    for child in tree.all_children(noun, "prep"):
        if tree.forms[child] in ("between", "among", "amongst"):
            parties = persons(scene, scene.objects_of(child))
            found.act(parties)
            found.undergo(reversed(parties))


def _carriers(scene: Scene, noun: int) -> list[int]:
    """The noun, and the amounts or cases that it is the content of."""
    tree = scene.tree
    found = [noun]
    copula = tree.heads[noun]
    if tree.deps[noun] == "nsubj" and tree.lemma(copula) == "be":
        # the larger fraud is the one committed by them
        found.extend(one for one in tree.all_children(copula, "attr") if tree.forms[one] in ("one", "ones", "that"))
    for _ in range(4):
        at = found[-1]
        head = tree.heads[at]
        if tree.deps[at] == "conj" and tree.tags[head] in NOUN_TAGS:
            found.append(head)
            continue
        framing = {"of": AMOUNTS, "in": CHANGES}.get(tree.forms[head], CHANGES)
        frame = tree.heads[head]
        if tree.deps[at] != "pobj" or tree.forms[frame] not in framing or tree.tags[frame] in VERB_TAGS:
            break
        found.append(tree.heads[head])
    return found


def _joined(scene: Scene, noun: int) -> list[int]:
    """Nouns joined to it by "and", whose company it shares."""
    tree = scene.tree
    first = noun
    while tree.deps[first] == "conj" and tree.tags[tree.heads[first]] in NOUN_TAGS:
        first = tree.heads[first]
    found = [first]
    for one in found:
        found.extend(
            child
            for child in tree.all_children(one, "conj")
            if tree.tags[child] in NOUN_TAGS and scene.mention(child) is None
        )
    return [one for one in found if one != noun]


def _participles(scene: Scene, carrier: int, found: Roles) -> None:
    """Violence committed by smugglers, the abuse we suffered from them, violence coming from the police."""
    tree = scene.tree
    for verb in tree.all_children(carrier, "acl", "relcl"):
        lemma = tree.lemma(verb) if tree.tags[verb] in VERB_TAGS else ""
        if is_passive(scene, verb):
            found.act(persons(scene, by_phrase(scene, verb)))
        elif tree.deps[verb] == "relcl" and not _relative_subject(scene, verb):
            by_subject(scene, verb, lemma, found)
            if _is_treated_with(scene, verb):
                found.act([one.at for one in subjects(scene, verb)], "relative")
                found.undergo(persons(scene, direct_objects(scene, verb)))
        around(scene, verb, found, coming=lemma in COMING or lemma in SUFFERING)


def _is_treated_with(scene: Scene, verb: int) -> bool:
    """Whether it is what somebody is treated with: the brutality with which they treated us."""
    tree = scene.tree
    return any(
        tree.child(one, "pobj") is not None and tree.forms[one + 1] == "which"
        for one in tree.all_children(verb, "prep")
    )


def _relative_subject(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return subject is None or tree.forms[subject] in RELATIVES


def _attributes(scene: Scene, noun: int, found: Roles) -> None:
    """Police violence, the smugglers' violence, their violence; my arrest, migrant pushbacks."""
    tree = scene.tree
    undergone = tree.forms[noun] in UNDERGONE and not _has_object(scene, noun)
    for child in tree.children[noun]:
        dep = tree.deps[child]
        mention = scene.mention(child)
        if dep == "poss" and (names_somebody(scene, child) or tree.tags[child] == "NNP"):
            suffers = undergone or (tree.forms[child] in OWN and not found.targets)
        elif dep in ("compound", "nmod", "amod") and mention is not None:
            suffers = mention.generic or (undergone and mention.actor not in scene.context.collective)
        else:
            continue
        if suffers or found.agents:
            found.undergo([child])
        else:
            found.act([child])


def _has_object(scene: Scene, noun: int) -> bool:
    """Whether "of" or "against" says to whom it is done: their detention of children."""
    tree = scene.tree
    return any(
        bool(persons(scene, scene.objects_of(child)))
        for child in tree.all_children(noun, "prep")
        if tree.forms[child] in ("of", "against")
    )


def _is_done(scene: Scene, carrier: int) -> bool:
    """Whether the subject of a light verb does it: they carried out robberies."""
    tree = scene.tree
    verb = tree.heads[carrier]
    if tree.deps[carrier] == "pobj" and tree.lemma(tree.heads[verb]) in ("resort", "turn", "engage", "participate"):
        return not is_passive(scene, tree.heads[verb])
    doing = tree.deps[carrier] == "dobj" and tree.tags[verb] in VERB_TAGS and tree.lemma(verb) in DOING
    return doing and not is_passive(scene, verb)


def _of(scene: Scene, noun: int, found: Roles, *, done: bool) -> None:
    """Torture of detainees; the violence of the police. `done`: its doer is said elsewhere."""
    tree = scene.tree
    for child in tree.all_children(noun, "prep"):
        if tree.forms[child] != "of":
            continue
        nouns = list(scene.objects_of(child))
        people = persons(scene, nouns) or [one for one in nouns if _are_people(scene, one)]
        if not people:
            # the robbery of my phone: it is done to whose it is
            found.undergo(one for one in nouns if tree.child(one, "poss") is not None)
        doer = found.targets or (not done and tree.forms[noun] in OF_DOER and not _own_group(scene, people))
        if doer and not found.agents:
            found.act(people)
        elif done or found.agents or tree.forms[noun] not in OF_EITHER or not _collective(scene, people):
            found.undergo(people)
        else:
            found.act(people)


def _are_people(scene: Scene, noun: int) -> bool:
    """Whether a plural ends like words for persons: two engineers."""
    return scene.tree.tags[noun] == "NNS" and may_be_somebody(scene.tree.forms[noun])


def _collective(scene: Scene, people: list[int]) -> bool:
    """Whether they are a body such as the police, whom little is done to in interviews."""
    own = scene.context.first_person
    return all(scene.actor(one) in scene.context.collective - {own} for one in people)


def _own_group(scene: Scene, people: list[int]) -> bool:
    """Whether they are the speaker's own: we, people of our kind, our group and nobody whom an actor lists."""
    tree = scene.tree
    for one in people:
        mention = scene.mention(one)
        if mention is None and any(tree.forms[owner] in OWN for owner in tree.all_children(one, "poss")):
            return True
        if scene.tree.forms[one] in OWN or (mention and (mention.generic or mention.actor in scene.affected)):
            return True
    return False
