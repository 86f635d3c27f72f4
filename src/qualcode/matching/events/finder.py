"""From the words of a sentence that may express an action to the events it tells of."""

from collections.abc import Iterable, Iterator, Sequence

from qualcode.matching.events.afterthoughts import named_next
from qualcode.matching.events.dislocation import afterthought, fronted, person_after, taken_up, topic
from qualcode.matching.events.event import OTHER, UNKNOWN, Context, Event, Mention, Slot, Trigger
from qualcode.matching.events.naming import blamed, denied_cleft
from qualcode.matching.events.nominal import roles
from qualcode.matching.events.objects import SOURCES, direct_objects, main_objects, objects, prior_objects, pursued, towards
from qualcode.matching.events.people import Party, is_reciprocal, party
from qualcode.matching.events.persons import ANIMALS, KIN, is_indefinite
from qualcode.matching.events.pronouns import THIRD, several
from qualcode.matching.events.readings import as_verb, is_nominal, required_object, things_meant, verbal_noun
from qualcode.matching.events.roles import names_somebody
from qualcode.matching.events.scene import VERB_TAGS, Filler, Scene
from qualcode.matching.events.senses import is_done_to_people, is_kind, without_things
from qualcode.matching.events.setting import setting
from qualcode.matching.events.subjects import subjects
from qualcode.matching.events.things import is_thing, may_be_somebody
from qualcode.matching.events.voice import by_phrase, from_phrase, is_had_done, is_passive, joined
from qualcode.matching.tree import Tree

_STRIKING = frozenset(("kill", "hit", "hurt", "injure", "wound", "strike"))
"""Verbs that things do, too: killed by a train."""
_OWN_WORDS = frozenset(("det", "poss", "amod", "compound", "nummod"))
_AWAY = frozenset(("protect", "rescue", "save", "shelter", "hide", "free", "release", "separate", "defend", "escape"))
"""Verbs that act against those after "from": protected from the police is not by them."""


def find_events(
    tree: Tree, mentions: Sequence[Mention], triggers: Sequence[Trigger], context: Context
) -> tuple[Event, ...]:
    """The events of a sentence in the order of their words: one for each agent and target of each action.

    `mentions` are the longest ones, `triggers` all readings of each word; the parse decides whether a word is a verb
    or a noun. Best on a tree of the repaired parse (`qualcode.matching.repair`).
    """
    if not triggers or not len(tree):
        return ()
    scene = Scene(tree, mentions, context)
    found: list[Event] = []
    for trigger, at in _readings(scene, triggers):
        made = _nominal_events(scene, trigger, at) if trigger.noun else _verbal_events(scene, trigger, at)
        found.extend(made)
    found = [one for one in found if not _repeats(tree, one, found)]
    found.sort(key=lambda one: (one.span[0], -one.span[1], one.action))
    distinct: dict[tuple[str, int, str, str], Event] = {}
    for event in found:
        # of overlapping triggers of an action, beat and beat up, the longest is kept
        distinct.setdefault((event.action, event.at, event.agent.actor, event.target.actor), event)
    return tuple(distinct.values())


def _repeats(tree: Tree, event: Event, others: Sequence[Event]) -> bool:
    """Whether a verb only repeats, without its object, what the same one does to somebody: he was helping, helping us."""
    if event.target.actor != UNKNOWN or event.target.span is not None:
        return False
    return any(
        one.at != event.at
        and (one.action, one.agent.actor) == (event.action, event.agent.actor)
        and one.target.actor != UNKNOWN
        and tree.lemma(one.at) == tree.lemma(event.at)
        for one in others
    )


def _readings(scene: Scene, triggers: Iterable[Trigger]) -> Iterator[tuple[Trigger, int]]:
    """Each trigger that the grammar bears out, with the word that carries it."""
    grouped: dict[tuple[int, int, str], list[Trigger]] = {}
    for trigger in triggers:
        grouped.setdefault((trigger.start, trigger.end, trigger.action), []).append(trigger)
    for (start, end, _), group in grouped.items():
        words = scene.words(start, end)
        if not words:
            continue
        noun = verb = None
        for one in reversed(group):
            noun, verb = (one, verb) if one.noun else (noun, one)
        at = as_verb(scene, words, nominal=noun is not None) if verb else None
        if verb is not None and at is not None:
            if required_object(scene, verb, at):
                yield verb, at
        elif noun is not None and (at := verbal_noun(scene, words)) is not None:
            yield noun._replace(noun=False), at
        elif (at := is_nominal(scene, words, listed=noun is not None)) is not None:
            yield noun or group[0]._replace(noun=True), at


def _verbal_events(scene: Scene, trigger: Trigger, verb: int) -> Iterator[Event]:
    passive = is_passive(scene, verb)
    fillers = _passive_agents(scene, verb) if passive else _active_agents(scene, verb)
    if all(_is_open(scene, one) for one in fillers):
        fillers = blamed(scene, verb) or fillers
    fillers = without_things(scene, verb, fillers)
    named = frozenset(one.at for one in fillers if one.via == "dislocation")
    groups = _undergoers(scene, verb, passive=passive)
    if trigger.objects is not None and (meant := things_meant(scene, trigger, verb)):
        groups = [meant, *groups[1:]]
    if not is_done_to_people(scene, trigger, verb, fillers, groups):
        return
    yield from _events(scene, trigger, verb, fillers, [[one for one in group if one not in named] for group in groups])


def _is_open(scene: Scene, filler: Filler) -> bool:
    """Whether the agent is a pronoun, or what a negated cleft sentence excludes: it may be said who it was."""
    form = scene.tree.forms[filler.at]
    return (form in THIRD and filler.via != "dislocation") or is_indefinite(form) or denied_cleft(scene, filler.at)


def _active_agents(scene: Scene, verb: int) -> tuple[Filler, ...]:
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
            return tuple(Filler(noun, "dislocation") for noun in _listed(scene, after))
    mates = several(scene, pronoun) if pronoun is not None else ()
    return tuple(Filler(one, "pronoun") for one in mates) or fillers


def _listed(scene: Scene, noun: int) -> list[int]:
    """A name and those joined to it by "and" without a comma: the smuggler and his driver."""
    tree = scene.tree
    return [
        one for one in scene.conjuncts(noun) if one == noun or (one > noun and "," not in tree.forms[noun:one])
    ]


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


def _passive_agents(scene: Scene, verb: int) -> tuple[Filler, ...]:
    named = [one for one in by_phrase(scene, verb) if not _is_manner(scene, verb, one)]
    if not named and scene.tree.lemma(verb) not in _AWAY and not _is_source(scene, verb):
        named = [one for one in from_phrase(scene, verb) if names_somebody(scene, one)]
    if not named and is_had_done(scene, verb):
        # they had him beaten: whose thing or friend it is may only have suffered it
        return tuple(Filler(one.at, "control") for one in subjects(scene, scene.tree.heads[verb]))
    return tuple(Filler(one, "passive") for one in named)


def _is_manner(scene: Scene, verb: int, at: int) -> bool:
    """Whether a bare noun after "by" says how it is done: by letter, by force."""
    tree = scene.tree
    struck = tree.lemma(verb) in _STRIKING and is_thing(tree.forms[at])
    bare = tree.tags[at] == "NN" and not any(tree.deps[one] in _OWN_WORDS for one in tree.children[at])
    return bare and not struck and not names_somebody(scene, at) and not may_be_somebody(tree.forms[at])


def _is_source(scene: Scene, verb: int) -> bool:
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


def _undergoers(scene: Scene, verb: int, *, passive: bool) -> list[list[int]]:
    """Who may be the target, in groups of which the first that names somebody counts."""
    if passive:
        sources = bool(by_phrase(scene, verb)) or _is_source(scene, verb)
        after = towards(scene, verb, sources=sources)
        own = [one.at for one in subjects(scene, verb)]
        return [taken_up(scene, own) or own, direct_objects(scene, verb), after]
    shared = [one for one in prior_objects(scene, verb) if names_somebody(scene, one)]
    return [objects(scene, verb), towards(scene, verb), fronted(scene, verb), pursued(scene, verb), main_objects(scene, verb), shared]


def _nominal_events(scene: Scene, trigger: Trigger, noun: int) -> Iterator[Event]:
    if is_kind(scene, noun):
        return
    found = roles(scene, noun)
    fillers: list[Filler] = []
    for one in found.agents:
        before = topic(scene, one.at)
        after = afterthought(scene, noun, one.at) if before is None and scene.tree.forms[one.at] in THIRD else None
        named = _listed(scene, after) if after is not None else [before] if before is not None else []
        fillers.extend([Filler(noun, "dislocation") for noun in named] or [one])
    if all(_is_open(scene, one) for one in fillers):
        fillers = list(blamed(scene, noun)) or fillers
    yield from _events(scene, trigger, noun, fillers, [found.targets])


def _events(
    scene: Scene, trigger: Trigger, at: int, fillers: Sequence[Filler], groups: Sequence[Sequence[int]]
) -> Iterator[Event]:
    """An event for each agent and each target."""
    if not fillers and scene.noted is not None and scene.noted not in {one for group in groups for one in group}:
        fillers = (Filler(scene.noted, "noun"),)
    fixed = _targets(scene, groups, frozenset())
    avoid = frozenset(one.slot.actor for one in fixed if one.how != "pronoun") - {OTHER, UNKNOWN}
    agents = [_agent(scene, one, avoid) for one in fillers] or [(Slot(), "")]
    if any(one.how == "pronoun" for one in fixed):
        fixed = _targets(scene, groups, frozenset(one.actor for one, _ in agents) - {OTHER, UNKNOWN})
    mutual = None if fixed else next((one for group in groups for one in group if is_reciprocal(scene, one)), None)
    where = setting(scene, at)
    seen: set[tuple[str, str]] = set()
    for agent, via in agents:
        alike = [Slot(agent.actor, scene.phrase(mutual))] if mutual is not None else [Slot()]
        for target in [one.slot for one in fixed] or alike:
            if (agent.actor, target.actor) in seen:
                continue
            seen.add((agent.actor, target.actor))
            yield Event(
                trigger.action,
                at,
                (trigger.start, trigger.end),
                agent,
                target,
                via,
                where.place,
                where.period,
                where.reading,
            )


def _agent(scene: Scene, filler: Filler, avoid: frozenset[str]) -> tuple[Slot, str]:
    """Who the agent is and how it was found; behind dogs and unnamed men stands who made them do it."""
    form = scene.tree.forms[filler.at]
    if form in THIRD and (named := named_next(scene, filler.at)) is not None:
        return named, "dislocation"
    if filler.behind and form in THIRD:
        # "they forced him to": he is none of them
        avoid |= {party(scene, filler.behind[0], acting=True).slot.actor} - {OTHER, UNKNOWN}
    found = party(scene, filler.at, acting=True, avoid=avoid)
    if found.slot.actor == UNKNOWN and form in THIRD and not filler.behind:
        after = person_after(scene, scene.tree.heads[filler.at], filler.at)
        if after is not None:
            return party(scene, after, acting=True, avoid=avoid).slot, "dislocation"
    told = form not in KIN and (form not in THIRD or not ANIMALS.isdisjoint(scene.tree.forms[: filler.at]))
    if found.slot.actor in (OTHER, UNKNOWN) and filler.behind and told:
        causer = party(scene, _beside(scene, filler), acting=True, avoid=avoid)
        if causer.slot.actor != UNKNOWN:
            return causer.slot, causer.how or "control"
    return found.slot, found.how or filler.via


def _beside(scene: Scene, filler: Filler) -> int:
    """Who makes somebody do it, or the name beside that pronoun: they make the dog bite us, the police."""
    pronoun = filler.behind[0]
    named = topic(scene, pronoun)
    if named is None and scene.tree.forms[pronoun] in THIRD:
        named = afterthought(scene, scene.tree.heads[pronoun], pronoun)
    return pronoun if named is None else named


def _targets(scene: Scene, groups: Sequence[Sequence[int]], avoid: frozenset[str]) -> list[Party]:
    for group in groups:
        parties = [party(scene, one, acting=False, avoid=avoid) for one in group if not is_reciprocal(scene, one)]
        found = [one for one in parties if one.person]
        if found:
            return found
    return []
