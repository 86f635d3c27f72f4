"""The roles around an action that a noun expresses, while they are being filled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qualcode.matching.events.light_verbs import SAFETY, TAKING
from qualcode.matching.events.persons import QUANTITIES, is_person
from qualcode.matching.events.pronouns import THIRD
from qualcode.matching.events.scene import OWN, Filler, Scene
from qualcode.matching.events.things import may_be_somebody

AGAINST = frozenset(("against", "on", "upon", "towards", "toward"))
_DEPTH = 2
_AT_TARGET = AGAINST | {"to", "at", "over"}


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


def persons(scene: Scene, nouns: Iterable[int]) -> list[int]:
    """Those of the nouns that name somebody: an actor, a person, a pronoun."""
    return [one for one in nouns if names_somebody(scene, one)]


def owned(scene: Scene, nouns: Iterable[int]) -> list[int]:
    """Those of the nouns that are somebody's: the tents of the families."""
    tree = scene.tree
    found = []
    for one in nouns:
        owners = [*tree.all_children(one, "poss")]
        for child in tree.all_children(one, "prep"):
            owners.extend(scene.objects_of(child) if tree.forms[child] == "of" else ())
        if persons(scene, owners):
            found.append(one)
    return found


def names_somebody(scene: Scene, at: int) -> bool:
    """Whether the word names an actor, a person, or stands for one."""
    tree = scene.tree
    form = tree.forms[at]
    if scene.mention(at) is not None or is_person(form) or form in THIRD or form in OWN:
        return True
    for child in tree.children[at]:
        if tree.deps[child] == "compound" and scene.actor(child) and tree.tags[at] in ("NNS", "NNPS"):
            return True
        if tree.deps[child] == "prep" and tree.forms[child] == "of":
            counted = form in QUANTITIES
            return counted and any(names_somebody(scene, one) for one in tree.all_children(child, "pobj"))
    return False


def hands(scene: Scene, nouns: list[int]) -> Iterator[int]:
    """Whose hands or part it is: at the hands of the police, on the part of the guards."""
    tree = scene.tree
    for noun in nouns:
        if tree.forms[noun] in ("hands", "hand", "part"):
            for child in tree.children[noun]:
                if tree.deps[child] == "poss":
                    yield child
                elif tree.forms[child] == "of":
                    yield from scene.objects_of(child)


def prepositions(scene: Scene, carrier: int, found: Roles) -> None:
    """Violence by smugglers, from the police, against migrants, at the hands of, in the camp by the guards."""
    tree = scene.tree
    for child in tree.all_children(carrier, "prep", "agent", "dative"):
        form = tree.forms[child]
        nouns = list(scene.objects_of(child))
        if form == "from" and tree.forms[carrier] in TAKING and _are_taken_from(scene, carrier, nouns):
            found.undergo(persons(scene, nouns))
        elif form == "by":
            found.act(one for one in nouns if names_somebody(scene, one) or may_be_somebody(tree.forms[one]))
        elif form == "from" and tree.forms[carrier] not in SAFETY:
            found.act(persons(scene, nouns))
        elif form in ("at", "in", "on") and (named := list(hands(scene, nouns))):
            found.act(named)
        elif form in _AT_TARGET:
            found.undergo(persons(scene, nouns) or owned(scene, nouns))
        _nested(scene, nouns, found)


def _are_taken_from(scene: Scene, carrier: int, nouns: list[int]) -> bool:
    """Whether "from" names whose things are taken: people like the speakers, or anybody where "by" says who takes."""
    tree = scene.tree
    if any(tree.forms[child] == "by" for child in tree.all_children(carrier, "prep", "agent")):
        return True
    for one in nouns:
        mention = scene.mention(one)
        if tree.forms[one] in OWN or (mention is not None and (mention.generic or mention.actor in scene.affected)):
            return True
    return False


def _nested(scene: Scene, nouns: list[int], found: Roles, depth: int = 0) -> None:
    """Phrases that the parser hangs too deep: torture of detainees by militias, of people with claims by the police."""
    tree = scene.tree
    for noun in nouns:
        for inner in tree.all_children(noun, "prep", "agent"):
            form = tree.forms[inner]
            named = persons(scene, scene.objects_of(inner))
            if form == "by" or (form == "from" and _is_by(scene, noun, named)):
                found.act(named)
            elif depth < _DEPTH and form in ("with", "in", "of", "at", "without", "from"):
                _nested(scene, list(scene.objects_of(inner)), found, depth + 1)
            if form in AGAINST:
                found.undergo(named)


def _is_by(scene: Scene, noun: int, named: list[int]) -> bool:
    """Whether "from" stands for "by": behind nobody, or between people like the speakers and an actor who is not."""
    if not names_somebody(scene, noun):
        return True
    mention = scene.mention(noun)
    suffers = mention is not None and (mention.generic or mention.actor in scene.affected)
    return suffers and any(scene.actor(one) and scene.actor(one) not in scene.affected for one in named)
