"""Who does and who suffers an action that a noun expresses: police violence, torture of detainees by militias."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qualcode.matching.events.clauses import by_phrase, direct_objects, is_passive, subjects
from qualcode.matching.events.light_verbs import (
    AMOUNTS,
    CHARGING,
    COMING,
    DOERS,
    DOING,
    GIVING,
    HAVING,
    OF_DOER,
    OF_EITHER,
    ONLOOKING,
    PERILS,
    SAFETY,
    SUFFERERS,
    SUFFERING,
    UNDERGONE,
)
from qualcode.matching.events.people import QUANTITIES
from qualcode.matching.events.persons import is_person
from qualcode.matching.events.pronouns import THIRD
from qualcode.matching.events.scene import NOUN_TAGS, RELATIVES, VERB_TAGS, Filler, Scene

_FIRST_OR_GENERIC = frozenset("my our me us i we your you".split())
_AT_TARGET = frozenset(("against", "on", "upon", "towards", "toward", "to", "at", "over"))


@dataclass
class Roles:
    """The phrases that stand around a noun, as they are found."""

    agents: list[Filler] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)

    def act(self, nouns: Iterable[int], via: str = "noun") -> None:
        """Takes them as agents, unless there is one already."""
        if not self.agents:
            self.agents.extend(Filler(one, via) for one in nouns)

    def undergo(self, nouns: Iterable[int]) -> None:
        """Takes them as targets, unless there is one already."""
        if not self.targets:
            self.targets.extend(nouns)


def roles(scene: Scene, noun: int) -> Roles:
    """Who does and who suffers what the noun expresses, by its own phrase, then by the verb that carries it."""
    found = Roles()
    carriers = _carriers(scene, noun)
    for carrier in carriers:
        _prepositions(scene, carrier, found)
        _participles(scene, carrier, found)
    _attributes(scene, noun, found)
    _of(scene, noun, found)
    for one in _joined(scene, noun):
        _prepositions(scene, one, found)
        if one < noun:
            _attributes(scene, one, found)
    _governed(scene, carriers[-1], found)
    return found


def _carriers(scene: Scene, noun: int) -> list[int]:
    """The noun, and the amounts or cases that it is the content of."""
    tree = scene.tree
    found = [noun]
    for _ in range(4):
        at = found[-1]
        head = tree.heads[at]
        if tree.deps[at] == "conj" and tree.tags[head] in NOUN_TAGS:
            found.append(head)
            continue
        if tree.deps[at] != "pobj" or tree.forms[head] != "of" or tree.forms[tree.heads[head]] not in AMOUNTS:
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


def _persons(scene: Scene, nouns: Iterable[int]) -> list[int]:
    """Those of the nouns that name somebody: an actor, a person, a pronoun."""
    return [one for one in nouns if names_somebody(scene, one)]


def names_somebody(scene: Scene, at: int) -> bool:
    """Whether the word names an actor, a person, or stands for one."""
    tree = scene.tree
    form = tree.forms[at]
    if scene.mention(at) is not None or is_person(form) or form in THIRD or form in _FIRST_OR_GENERIC:
        return True
    for child in tree.children[at]:
        if tree.deps[child] == "compound" and scene.actor(child) and tree.tags[at] in ("NNS", "NNPS"):
            return True
        if tree.deps[child] == "prep" and tree.forms[child] == "of":
            counted = form in QUANTITIES
            return counted and any(names_somebody(scene, one) for one in tree.all_children(child, "pobj"))
    return False


def _prepositions(scene: Scene, carrier: int, found: Roles) -> None:
    """Violence by smugglers, from the police, against migrants, at the hands of, in the camp by the guards."""
    tree = scene.tree
    for child in tree.children[carrier]:
        if tree.deps[child] not in ("prep", "agent", "dative"):
            continue
        form = tree.forms[child]
        nouns = list(scene.objects_of(child))
        if form == "by" or (form == "from" and tree.forms[carrier] not in SAFETY):
            found.act(_persons(scene, nouns))
            for noun in nouns:
                for inner in tree.all_children(noun, "prep"):
                    if tree.forms[inner] in ("against", "on", "towards"):
                        found.undergo(_persons(scene, scene.objects_of(inner)))
        elif form in ("at", "in") and (hands := list(_hands(scene, nouns))):
            found.act(hands)
        elif form in _AT_TARGET:
            found.undergo(_persons(scene, nouns))
        if form not in ("by", "from"):
            for noun in nouns:
                for inner in tree.all_children(noun, "prep", "agent"):
                    if tree.forms[inner] in ("by", "from"):
                        found.act(_persons(scene, scene.objects_of(inner)))
                    elif tree.forms[inner] in ("against", "on", "towards"):
                        found.undergo(_persons(scene, scene.objects_of(inner)))


def _hands(scene: Scene, nouns: list[int]) -> Iterator[int]:
    tree = scene.tree
    for noun in nouns:
        if tree.forms[noun] in ("hands", "hand", "part"):
            for child in tree.children[noun]:
                if tree.deps[child] == "poss":
                    yield child
                elif tree.forms[child] == "of":
                    yield from scene.objects_of(child)


def _participles(scene: Scene, carrier: int, found: Roles) -> None:
    """Violence committed by smugglers, the abuse we suffered from them, violence coming from the police."""
    tree = scene.tree
    for verb in tree.all_children(carrier, "acl", "relcl"):
        lemma = tree.lemma(verb) if tree.tags[verb] in VERB_TAGS else ""
        if is_passive(scene, verb):
            found.act(_persons(scene, by_phrase(scene, verb)))
        elif tree.deps[verb] == "relcl" and not _relative_subject(scene, verb):
            _by_subject(scene, verb, lemma, found)
        _around(scene, verb, found, coming=lemma in COMING or lemma in SUFFERING)


def _relative_subject(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return subject is None or tree.forms[subject] in RELATIVES


def _attributes(scene: Scene, noun: int, found: Roles) -> None:
    """Police violence, the smugglers' violence, their violence; my arrest, migrant pushbacks."""
    tree = scene.tree
    undergone = tree.forms[noun] in UNDERGONE
    collective = scene.context.collective
    for child in tree.children[noun]:
        dep = tree.deps[child]
        if dep == "poss":
            own = tree.forms[child] in _FIRST_OR_GENERIC
            if own or undergone or found.agents:
                found.undergo([child])
            else:
                found.act([child])
        elif dep in ("compound", "nmod", "amod") and (mention := scene.mention(child)):
            if mention.generic or found.agents or (undergone and mention.actor not in collective):
                found.undergo([child])
            else:
                found.act([child])


def _of(scene: Scene, noun: int, found: Roles) -> None:
    """Torture of detainees; the violence of the police."""
    tree = scene.tree
    for child in tree.all_children(noun, "prep"):
        if tree.forms[child] != "of":
            continue
        people = _persons(scene, scene.objects_of(child))
        doer = found.targets or (tree.forms[noun] in OF_DOER and not _own_group(scene, people))
        if doer and not found.agents:
            found.act(people)
        elif found.agents or tree.forms[noun] not in OF_EITHER or not _collective(scene, people):
            found.undergo(people)
        else:
            found.act(people)


def _collective(scene: Scene, people: list[int]) -> bool:
    """Whether they are a body such as the police, whom little is done to in interviews."""
    own = scene.context.first_person
    return all(scene.actor(one) in scene.context.collective - {own} for one in people)


def _own_group(scene: Scene, people: list[int]) -> bool:
    own = scene.context.first_person
    for one in people:
        mention = scene.mention(one)
        if scene.tree.forms[one] in _FIRST_OR_GENERIC or (mention and (mention.generic or mention.actor == own)):
            return True
    return False


def _governed(scene: Scene, noun: int, found: Roles) -> None:
    """What the verb around the noun tells: they used it, we suffered it, there was some from the police."""
    tree = scene.tree
    head, dep = tree.heads[noun], tree.deps[noun]
    if head == noun:
        return
    if dep == "pobj":
        _after_preposition(scene, head, noun, found)
        return
    if tree.tags[head] not in VERB_TAGS:
        return
    lemma = tree.lemma(head)
    if dep == "dobj" or (dep in ("attr", "oprd") and lemma in SUFFERING):
        if is_passive(scene, head):
            if lemma in GIVING:
                found.act(_persons(scene, by_phrase(scene, head)))
                found.undergo([one.at for one in subjects(scene, head)])
        else:
            _by_subject(scene, head, lemma, found)
        _around(scene, head, found, coming=lemma in SUFFERING or lemma in HAVING)
    elif dep == "nsubjpass":
        found.act(_persons(scene, by_phrase(scene, head)), "passive")
        _around(scene, head, found, coming=False)
    elif dep in ("nsubj", "attr", "conj", "appos"):
        expletive = tree.child(head, "expl") is not None
        clause = tree.child(head, "csubj")
        if dep == "attr" and clause is not None and tree.lemma(clause) == "do":
            found.act([one.at for one in subjects(scene, clause)], "copula")
            _around(scene, clause, found, coming=False)
        _around(scene, head, found, coming=lemma in COMING or expletive)


def _by_subject(scene: Scene, verb: int, lemma: str, found: Roles) -> None:
    """The subject of a light verb is the one who does it or who suffers it."""
    if lemma in DOING or lemma in GIVING:
        if not found.agents:
            found.agents.extend(subjects(scene, verb))
        found.undergo(_persons(scene, direct_objects(scene, verb)))
    elif lemma in SUFFERING and lemma not in ONLOOKING:
        found.undergo([one.at for one in subjects(scene, verb)])
    elif lemma in HAVING:
        _around(scene, verb, found, coming=True)
        if found.agents:
            found.undergo([one.at for one in subjects(scene, verb)])


def _around(scene: Scene, verb: int, found: Roles, *, coming: bool) -> None:
    """Prepositional phrases of the verb: we suffered abuse in the camp from the guards."""
    tree = scene.tree
    for child in tree.children[verb]:
        if tree.deps[child] not in ("prep", "agent", "dative"):
            continue
        form = tree.forms[child]
        nouns = list(scene.objects_of(child))
        if form == "by" or (form == "from" and coming):
            found.act(_persons(scene, nouns))
        elif form == "at":
            found.act(_hands(scene, nouns))
        elif form in ("against", "on", "upon", "towards", "to"):
            found.undergo(_persons(scene, nouns))
        if coming:
            for noun in nouns:
                for inner in tree.all_children(noun, "prep"):
                    if tree.forms[inner] in ("from", "by"):
                        found.act(_persons(scene, scene.objects_of(inner)))


def _after_preposition(scene: Scene, preposition: int, noun: int, found: Roles) -> None:
    """Victims of violence, exposed to it, under attack, resorted to it, responsible for it."""
    tree = scene.tree
    marker, head = tree.forms[preposition], tree.heads[preposition]
    form = tree.forms[head]
    if tree.forms[noun] in PERILS and tree.tags[head] in VERB_TAGS:
        found.undergo([one.at for one in subjects(scene, head)])
        _around(scene, head, found, coming=True)
    elif tree.tags[head] in VERB_TAGS:
        _after_verb(scene, head, marker, found)
    elif form in SUFFERERS and marker in ("of", "to"):
        found.undergo(_bearers(scene, head))
        _around(scene, tree.heads[head], found, coming=True)
    elif form in DOERS:
        found.act(_bearers(scene, head), "copula")


def _after_verb(scene: Scene, verb: int, marker: str, found: Roles) -> None:
    tree = scene.tree
    lemma = tree.lemma(verb)
    if lemma in ("subject", "expose", "submit") and marker == "to":
        if is_passive(scene, verb):
            found.act(_persons(scene, by_phrase(scene, verb)))
            found.undergo([one.at for one in subjects(scene, verb)])
        else:
            _by_subject(scene, verb, lemma, found)
    elif (lemma == "suffer" and marker == "from") or (lemma in ("come", "be", "live", "fall") and marker == "under"):
        found.undergo([one.at for one in subjects(scene, verb)])
        _around(scene, verb, found, coming=marker == "under")
    elif (lemma in ("resort", "turn") and marker == "to") or (lemma in ("engage", "participate") and marker == "in"):
        found.agents.extend(subjects(scene, verb) if not found.agents else ())
        _around(scene, verb, found, coming=False)
    elif lemma in CHARGING and marker in ("of", "for", "with"):
        passive = is_passive(scene, verb)
        found.act([one.at for one in subjects(scene, verb)] if passive else direct_objects(scene, verb), "control")
    elif lemma == "involve" and marker == "in":
        found.act([one.at for one in subjects(scene, verb)], "copula")


def _bearers(scene: Scene, word: int) -> list[int]:
    """Of whom a predicate is said: we were victims."""
    tree = scene.tree
    head = tree.heads[word]
    if tree.deps[word] in ("attr", "acomp", "oprd", "prep", "conj") and tree.tags[head] in VERB_TAGS:
        return [one.at for one in subjects(scene, head)]
    return []
