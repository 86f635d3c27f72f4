"""Whether a word of an action means what people do to each other, or a neighbour of that: killing time."""

from collections.abc import Sequence

from qualcode.matching.events.event import OTHER, UNKNOWN, Trigger
from qualcode.matching.events.light_verbs import AMOUNTS, SUFFERERS
from qualcode.matching.events.objects import SOURCES, direct_objects, prior_objects
from qualcode.matching.events.people import party
from qualcode.matching.events.persons import ANIMALS
from qualcode.matching.events.roles import names_somebody
from qualcode.matching.events.scene import NOUN_TAGS, Filler, Scene
from qualcode.matching.events.things import AILING, BODY, CARRIERS, INHABITED, STRUCK_IN, is_thing, may_be_somebody
from qualcode.matching.events.voice import is_passive

_CONTACT = frozenset(
    """
    hit beat kick punch slap hurt injure wound stab bite shoot attack assault abuse torture mistreat threaten protect
    strike harm rape search
    """.split()
)
"""Verbs that are done to people also where they are done to their things: they kicked my bag, hit my head."""
_TO_PERSONS = _CONTACT | frozenset(
    """
    kill murder arrest detain imprison catch capture kidnap abduct deport expel return send push cheat deceive trick
    abandon help feed rescue shelter intimidate blackmail insult humiliate save
    """.split()
)
"""Verbs that are done to people, and mean something else where they are done to a thing."""
_ON_PLACES = _TO_PERSONS - {"abandon", "catch", "capture", "return", "send", "push", "feed", "kick", "slap", "punch"}
"""Of those, verbs that reach the people in a place: to attack a village, to protect a camp."""
_ON_CARRIERS = frozenset(("attack", "assault", "shoot", "rescue"))
_INTRANSITIVE = frozenset(("return", "hurt"))
"""Verbs that without an object are about the subject alone: I returned, my feet hurt."""
_MOVED_BY_FEELING = frozenset("hurt kill hit help strike catch take protect shelter save".split())
"""Verbs that situations do: it hurts me to remember, that helped a lot, it was dark and it protected us."""
_MANNED = frozenset(("rescue", "save", "return", "deport", "push", "attack", "shoot", "catch", "help", "abandon"))
"""Verbs that those in a vehicle do: the ship that rescued us."""
_SITUATIONS = frozenset("it this that these those what which everything nothing something anything".split())
_PARTICLES = {
    "catch": frozenset(("up", "on")),
    "lie": frozenset(("down", "ahead", "around", "behind", "there", "here")),
    "hit": frozenset(("off",)),
    "feed": frozenset(("up",)),
    "kick": frozenset(("off", "in")),
    "take": frozenset(("off", "out", "on", "over", "along", "part", "place")),
    "help": frozenset(("it",)),
}
"""Words after a verb that give it another sense: fed up, catch up, take out money."""
_POSTURE = frozenset(
    """
    on in at under near beside behind along across between over next by inside outside around above below within
    beneath against
    """.split()
)
"""Prepositions of "lie" as a posture or a location."""
_LAIN = frozenset(("lay", "lain", "laid"))
"""Forms of the verb of posture that are none of the other "lie"."""
_MEASURES = frozenset("kilometre kilometres kilometer kilometers km metre metres meter meters mile miles hour".split())
_GAMES = frozenset("chess cards football soccer volleyball cricket basketball backgammon dominoes game games".split())
_SCORES = frozenset(("nil", "goals", "penalties"))
_REFLEXIVE = tuple((form,) for form in "themselves himself herself itself myself yourself yourselves ourselves".split())
_TAKING = (SOURCES - {"steal", "rob", "extort", "snatch"}) | {"bring", "carry", "keep", "hold", "save", "hide"}
"""Verbs that are no robbery where somebody does it with their own things."""
_FRAMING = (
    AMOUNTS | SUFFERERS | frozenset("operation operations campaign campaigns scene scenes practices wave waves".split())
)
"""Nouns after the name of an action that speak of it having happened: torture victims, robbery cases."""
_OF_THINGS = frozenset(("abuse", "protection", "rescue", "capture", "return", "help", "killing"))
"""Nouns whose "of" with a thing makes them another sense: abuse of alcohol, protection of data."""


def is_done_to_people(
    scene: Scene, trigger: Trigger, verb: int, agents: Sequence[Filler], undergoers: Sequence[Sequence[int]]
) -> bool:
    """Whether the verb, with the arguments that it has, may be something that people do to people."""
    lemma = scene.tree.lemma(verb)
    if _only_compares(scene, verb) or (lemma in _CONTACT and _is_own_body(scene, verb, agents)):
        return False
    if _is_idiom(scene, verb, lemma, agents) or (agents and all(_is_nobody(scene, one.at, lemma) for one in agents)):
        return False
    passive = is_passive(scene, verb)
    own = undergoers[0] if passive else direct_objects(scene, verb)
    if (lemma in _INTRANSITIVE and _is_alone(scene, verb, agents, undergoers, passive=passive)) or (
        lemma in _TAKING and _is_own(scene, agents, own)
    ):
        return False
    if lemma not in _TO_PERSONS or trigger.objects is not None:
        return True
    about = [scene.tree.heads[verb]] if scene.tree.deps[verb] == "amod" else own
    struck = not agents and _struck_in(scene, verb)
    return not struck and (not about or not all(_is_mere_thing(scene, one, lemma) for one in about))


def is_kind(scene: Scene, noun: int) -> bool:
    """Whether the noun only says of what kind something else is (a protection officer), or what happens in a body."""
    tree = scene.tree
    head = tree.heads[noun]
    if any(tree.forms[child] in AILING for child in tree.children[noun]):
        return True
    if tree.deps[noun] == "nsubj" and tree.lemma(head) == "be" and _names_thing(scene, noun, head):
        return True
    if tree.forms[noun] in _OF_THINGS and _of_thing(scene, noun):
        return True
    if tree.deps[noun] != "compound" or head <= noun or tree.forms[noun].endswith("ing"):
        return False
    mention = scene.mention(head)
    own = mention is not None and (mention.generic or mention.actor == scene.context.first_person)
    return tree.forms[head] not in _FRAMING and not own


def _names_thing(scene: Scene, noun: int, copula: int) -> bool:
    """Whether a copula says that it is a thing: the biggest threat is the weather."""
    named = scene.tree.child(copula, "attr")
    if any(scene.mention(one) is not None for one in scene.tree.subtree(noun)):
        return False
    return named is not None and is_thing(scene.tree.forms[named]) and not names_somebody(scene, named)


def _of_thing(scene: Scene, noun: int) -> bool:
    """Whether its "of" names things and nobody: abuse of alcohol."""
    tree = scene.tree
    of = next((child for child in tree.all_children(noun, "prep") if tree.forms[child] == "of"), None)
    found = list(scene.objects_of(of)) if of is not None else []
    return bool(found) and all(_is_mere_thing(scene, one, "") for one in found)


def _is_idiom(scene: Scene, verb: int, lemma: str, agents: Sequence[Filler]) -> bool:
    """Whether the verb has another sense by what stands around it, or by a clause that is its subject."""
    if lemma in ("lie", "lay") and _is_posture(scene, verb, agents):
        return True
    if lemma in _MOVED_BY_FEELING and scene.tree.child(verb, "csubj") is not None:
        return True
    if lemma in ("beat", "kill", "hit") and _in_game(scene, verb):
        return True
    if lemma == "help" and scene.tree.forms[verb + 1 : verb + 2] in _REFLEXIVE:
        return True
    return _has_particle(scene, verb, lemma)


def _in_game(scene: Scene, verb: int) -> bool:
    """Whether it is a game in which somebody is beaten."""
    tree = scene.tree
    if not _SCORES.isdisjoint(tree.forms[verb:]):
        return True
    if any(tree.lemma(tree.heads[at]) == "play" and tree.forms[at] in _GAMES for at in range(verb)):
        return True
    return any(
        tree.forms[noun] in _GAMES
        for child in tree.all_children(verb, "prep")
        if tree.forms[child] in ("at", "in")
        for noun in tree.all_children(child, "pobj")
    )


def _has_particle(scene: Scene, verb: int, lemma: str) -> bool:
    """Whether a particle gives the verb another sense."""
    tree = scene.tree
    senses = _PARTICLES.get(lemma)
    if senses is None:
        return False
    return any(tree.forms[child] in senses for child in tree.all_children(verb, "prt", "dobj", "advmod"))


def _is_posture(scene: Scene, verb: int, agents: Sequence[Filler]) -> bool:
    """Whether "lie" is to lie on the ground or twelve kilometres from the border, rather than to tell lies."""
    tree = scene.tree
    if tree.forms[verb] in _LAIN:
        return True
    if tree.forms[verb] == "lied":
        return False
    if any(tree.forms[child] in _POSTURE for child in tree.all_children(verb, "prep")):
        return True
    measured = any(tree.forms[child] in _MEASURES for child in tree.children[verb])
    return measured or any(tree.forms[one.at] in INHABITED for one in agents)


def without_things(scene: Scene, verb: int, agents: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The agents without things whose verb it is not: in "compassion means helping others" nobody is said to help."""
    lemma = scene.tree.lemma(verb)
    return tuple(one for one in agents if one.via != "control" or not _is_nobody(scene, one.at, lemma))


def _is_nobody(scene: Scene, at: int, lemma: str) -> bool:
    """Whether the agent is a thing that stands for nobody: the crisis, a train, what happened there."""
    tree = scene.tree
    form = tree.forms[at]
    if form in _SITUATIONS:
        body = form == "it" and party(scene, at, acting=True).slot.actor != UNKNOWN
        return lemma in _MOVED_BY_FEELING and not body and tree.child(at, "prep", "relcl", "acl") is None
    if form in BODY:
        return True
    if form in CARRIERS and lemma in _MANNED:
        return False
    return is_thing(form) and tree.tags[at] in NOUN_TAGS and party(scene, at, acting=True).slot.actor == OTHER


def _is_alone(
    scene: Scene, verb: int, agents: Sequence[Filler], undergoers: Sequence[Sequence[int]], *, passive: bool
) -> bool:
    """Whether nobody is there to whom it could be done, or a part of the body is all there is: my legs hurt."""
    if passive:
        marked = scene.tree.child(verb, "auxpass", "agent") is not None
        return not marked and bool(undergoers[0]) and all(scene.tree.forms[one] in BODY for one in undergoers[0])
    shared = [one for one in prior_objects(scene, verb) if names_somebody(scene, one)]
    return bool(agents) and not shared and not any(undergoers)


def _is_own(scene: Scene, agents: Sequence[Filler], objects: Sequence[int]) -> bool:
    """Whether somebody takes along what is theirs: I take my bag; I take money from the bank."""
    tree = scene.tree
    if len(agents) != 1 or not objects:
        return False
    taker = tree.forms[agents[0].at]
    owners = {tree.forms[one] for thing in objects for one in tree.all_children(thing, "poss")}
    if owners:
        return owners <= _OWNERS.get(taker, frozenset())
    return taker in ("i", "we") and not any(names_somebody(scene, one) for one in objects)


def _only_compares(scene: Scene, verb: int) -> bool:
    """Whether the clause only says what it was like: he sends us away like one sends a dog."""
    tree = scene.tree
    likened = any(tree.forms[at] in ("like", "as") for at in tree.all_children(verb, "mark", "prep") if at < verb)
    subject = tree.child(verb, "nsubj")
    whom = tree.child(verb, "dobj")
    if not likened or subject is None:
        return False
    return tree.forms[subject] == "one" or (whom is not None and tree.forms[whom] in ANIMALS)


def _is_own_body(scene: Scene, verb: int, agents: Sequence[Filler]) -> bool:
    """Whether the speakers hurt themselves: I hit my head on the door."""
    tree = scene.tree
    own = direct_objects(scene, verb)
    if len(agents) != 1 or tree.forms[agents[0].at] not in ("i", "we") or not own:
        return False
    owners = _OWNERS[tree.forms[agents[0].at]]
    return all(
        tree.forms[one] in BODY and any(tree.forms[by] in owners for by in tree.all_children(one, "poss"))
        for one in own
    )


_OWNERS = {
    "i": frozenset(("my", "mine")),
    "we": frozenset(("our", "my")),
    "she": frozenset(("her",)),
    "you": frozenset(("your",)),
    "he": frozenset(("his",)),
}
"""Possessives by which somebody's things are their own."""


def _struck_in(scene: Scene, verb: int) -> bool:
    """Whether the rain or an accident did it."""
    tree = scene.tree
    return any(
        tree.forms[noun] in STRUCK_IN
        for child in tree.all_children(verb, "prep")
        if tree.forms[child] in ("in", "during")
        for noun in tree.all_children(child, "pobj")
    )


def _is_mere_thing(scene: Scene, at: int, lemma: str) -> bool:
    """Whether what it is done to is a thing, and is not done to whose it is: the bus, a film, time."""
    tree = scene.tree
    form = tree.forms[at]
    if form == "it":
        return lemma in ("help", "kill", "catch", "hit")
    if tree.tags[at] not in ("NN", "NNS") or names_somebody(scene, at) or may_be_somebody(form):
        return False
    if (form in INHABITED and (not lemma or lemma in _ON_PLACES)) or (form in CARRIERS and lemma in _ON_CARRIERS):
        return False
    if form in BODY:
        return False
    owned = party(scene, at, acting=False).person
    return not owned or lemma not in _CONTACT
