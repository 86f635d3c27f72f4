"""Who does what a verb says: its subject, the name beside a pronoun, who stands after "by"."""

from qualcode.matching.events.dislocation import afterthought, topic
from qualcode.matching.events.naming import denied_cleft
from qualcode.matching.events.objects import SOURCES, direct_objects, towards
from qualcode.matching.events.persons import is_indefinite
from qualcode.matching.events.pronouns import THIRD, several
from qualcode.matching.events.roles import names_somebody
from qualcode.matching.events.scene import VERB_TAGS, Filler, Scene
from qualcode.matching.events.subjects import subjects
from qualcode.matching.events.things import is_thing, may_be_somebody
from qualcode.matching.events.voice import by_phrase, from_phrase, is_had_done, joined

_STRIKING = frozenset(("kill", "hit", "hurt", "injure", "wound", "strike"))
"""Verbs that things do, too: killed by a train."""
_OWN_WORDS = frozenset(("det", "poss", "amod", "compound", "nummod"))
_AWAY = frozenset(("protect", "rescue", "save", "shelter", "hide", "free", "release", "separate", "defend", "escape"))
"""Verbs that act against those after "from": protected from the police is not by them."""


def active_agents(scene: Scene, verb: int) -> tuple[Filler, ...]:
    """The subject, or the name beside its pronoun."""
    fillers = _not_oneself(scene, verb, subjects(scene, verb))
    if len(fillers) > 1:
        return fillers
    pronoun = fillers[0].at if fillers else None
    if pronoun is not None and scene.tree.forms[pronoun] not in THIRD:
        return fillers
    before = topic(scene, pronoun) if pronoun is not None else None
    if pronoun is not None and before is not None:
        return tuple(Filler(one, "dislocation") for one in scene.conjuncts(before) if one < pronoun)
    for one in (*joined(scene, verb), *_repeating(scene, pronoun)):
        after = afterthought(scene, one, pronoun)
        if after is not None:
            return tuple(Filler(noun, "dislocation") for noun in listed(scene, after))
    mates = several(scene, pronoun) if pronoun is not None else ()
    return tuple(Filler(one, "pronoun") for one in mates) or fillers


def is_open(scene: Scene, filler: Filler) -> bool:
    """Whether the agent is a pronoun, or what a negated cleft sentence excludes: it may be said who it was."""
    form = scene.tree.forms[filler.at]
    return (form in THIRD and filler.via != "dislocation") or is_indefinite(form) or denied_cleft(scene, filler.at)


def passive_agents(scene: Scene, verb: int) -> tuple[Filler, ...]:
    """Who stands after "by" or, in interpreted English, "from"; who had it done to somebody."""
    named = [one for one in by_phrase(scene, verb) if not _is_manner(scene, verb, one)]
    if not named and scene.tree.lemma(verb) not in _AWAY and not is_source(scene, verb):
        named = [one for one in from_phrase(scene, verb) if names_somebody(scene, one) and not _is_place(scene, one)]
    if not named and is_had_done(scene, verb):
        # they had him beaten: whose thing or friend it is may only have suffered it
        return tuple(Filler(one.at, "control") for one in subjects(scene, scene.tree.heads[verb]))
    return tuple(Filler(one, "passive") for one in named)


def _is_place(scene: Scene, at: int) -> bool:
    """Whether "side" says from where: hit from the back side, but from the side of the police."""
    tree = scene.tree
    return tree.forms[at] in ("side", "head") and not any(scene.actor(one) for one in tree.subtree(at))


def _repeating(scene: Scene, pronoun: int | None) -> list[int]:
    """The verbs after that have the same pronoun for their subject: they beat, they insult, the guards."""
    tree = scene.tree
    if pronoun is None:
        return []
    form = tree.forms[pronoun]
    return [
        tree.heads[at]
        for at in range(pronoun + 1, len(tree))
        if tree.forms[at] == form and tree.deps[at] == "nsubj" and tree.tags[tree.heads[at]] in VERB_TAGS
    ]


def listed(scene: Scene, noun: int) -> list[int]:
    """A name and those joined to it by "and" without a comma: the smuggler and his driver."""
    tree = scene.tree
    return [one for one in scene.conjuncts(noun) if one == noun or (one > noun and "," not in tree.forms[noun:one])]


def _not_oneself(scene: Scene, verb: int, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Without "we" where the object is "us": then somebody named in between is the subject that the parser missed."""
    forms = scene.tree.forms
    if not any(forms[one.at] in ("i", "we") for one in fillers):
        return fillers
    tree = scene.tree
    own = direct_objects(scene, verb)
    said = tree.heads[verb] if tree.deps[verb] == "conj" else verb
    if any(tree.child(one, "poss") is not None for one in own) and tree.deps[said] == "ccomp" and said != verb:
        # he said we were animals and kicked my bag: it was not we who did
        return subjects(scene, tree.heads[said])
    if not any(forms[one] in ("me", "us") for one in (*own, *towards(scene, verb))):
        return fillers
    between = [one for one in range(fillers[0].at + 1, verb) if scene.actor(one) and scene.tree.deps[one] != "dobj"]
    return (Filler(between[-1]),) if between else ()


def _is_manner(scene: Scene, verb: int, at: int) -> bool:
    """Whether a bare noun after "by" says how it is done: by letter, by force."""
    tree = scene.tree
    struck = tree.lemma(verb) in _STRIKING and is_thing(tree.forms[at])
    bare = tree.tags[at] == "NN" and not any(tree.deps[one] in _OWN_WORDS for one in tree.children[at])
    return bare and not struck and not names_somebody(scene, at) and not may_be_somebody(tree.forms[at])


def is_source(scene: Scene, verb: int) -> bool:
    """Whether "from" after a passive names whom things are taken from, not in broken English who does it.

    So it is with things of nobody ("the money was stolen from the guide"), and where it is the speaker's own group.
    """
    tree = scene.tree
    if tree.lemma(verb) not in SOURCES:
        return False
    own = {scene.context.first_person}
    for one in from_phrase(scene, verb):
        mention = scene.mention(one)
        if tree.forms[one] in ("us", "me", "you") or (
            mention is not None and (mention.generic or mention.actor in own)
        ):
            return True
    return not any(
        names_somebody(scene, one.at) or tree.child(one.at, "poss") is not None for one in subjects(scene, verb)
    )
