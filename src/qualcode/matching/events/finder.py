"""From the words of a sentence that may express an action to the events it tells of."""

from collections.abc import Iterable, Iterator, Sequence

from qualcode.matching.events.afterthoughts import named_next
from qualcode.matching.events.agents import active_agents, is_open, is_source, listed, passive_agents
from qualcode.matching.events.dislocation import afterthought, fronted, person_after, taken_up, topic
from qualcode.matching.events.event import OTHER, UNKNOWN, Context, Event, Mention, Slot, Trigger
from qualcode.matching.events.gapping import echoing, gapped
from qualcode.matching.events.naming import blamed
from qualcode.matching.events.nominal import roles
from qualcode.matching.events.objects import (
    direct_objects,
    main_objects,
    objects,
    prior_objects,
    pursued,
    towards,
)
from qualcode.matching.events.people import Party, party
from qualcode.matching.events.persons import ANIMALS, KIN
from qualcode.matching.events.pointing import is_reciprocal
from qualcode.matching.events.pronouns import THIRD
from qualcode.matching.events.readings import as_verb, is_nominal, required_object, things_meant, verbal_noun
from qualcode.matching.events.roles import names_somebody
from qualcode.matching.events.scene import NOUN_TAGS, Filler, Scene
from qualcode.matching.events.senses import is_done_to_people, is_kind, without_things
from qualcode.matching.events.setting import setting
from qualcode.matching.events.subjects import subjects
from qualcode.matching.events.voice import by_phrase, is_passive
from qualcode.matching.tree import Tree


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
    """Whether a verb only repeats without its object what the same one does to somebody: he helped, he helped us."""
    if event.target.actor != UNKNOWN or event.target.span is not None:
        return False
    if event.agent == Slot() and tree.tags[event.at] in NOUN_TAGS:
        # they kidnap people, kidnap and torture
        return any(one.at < event.at and tree.forms[one.at] == tree.forms[event.at] for one in others)
    return any(
        one.at != event.at
        and (one.action, one.agent.actor) == (event.action, event.agent.actor)
        and one.target.actor != UNKNOWN
        and _same(tree.lemma(one.at), tree.lemma(event.at))
        for one in others
    )


def _same(lemma: str, other: str) -> bool:
    """Whether two words are one verb, also where one is its noun used as a verb: they threat, they threatened us."""
    return lemma.startswith(other) or other.startswith(lemma)


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
    fillers = passive_agents(scene, verb) if passive else active_agents(scene, verb)
    if all(is_open(scene, one) for one in fillers):
        asked = tuple(scene.tree.forms[one.at] for one in fillers) == ("who",)
        fillers = blamed(scene, verb, asked=asked) or fillers
    fillers = without_things(scene, verb, fillers)
    named = frozenset(one.at for one in fillers if one.via == "dislocation")
    groups = _undergoers(scene, verb, passive=passive)
    if trigger.objects is not None and (meant := things_meant(scene, trigger, verb)):
        groups = [meant, *groups[1:]]
    if not is_done_to_people(scene, trigger, verb, fillers, groups):
        return
    pairs = gapped(scene, verb)
    named |= {agent for agent, _ in pairs}
    groups = [[one for one in group if one not in named] for group in groups]
    echoes = [(Filler(one, "conjunction"), at) for one, at in echoing(scene, verb)]
    yield from _events(scene, trigger, verb, (*fillers, *(one for one, at in echoes if at == verb)), groups)
    for one, at in echoes:
        if at != verb:
            yield from _events(scene, trigger, at, [one], groups)
    for agent, target in pairs:
        yield from _events(scene, trigger, verb, [Filler(agent, "conjunction")], [[target]])


def _undergoers(scene: Scene, verb: int, *, passive: bool) -> list[list[int]]:
    """Who may be the target, in groups of which the first that names somebody counts."""
    if passive:
        sources = bool(by_phrase(scene, verb)) or is_source(scene, verb)
        after = towards(scene, verb, sources=sources)
        own = [one.at for one in subjects(scene, verb)]
        if len(own) == 1 and scene.tree.forms[own[0]] in THIRD:
            named = person_after(scene, verb, own[0], suffering=True)
            own = own if named is None else [named]
        return [taken_up(scene, own) or own, direct_objects(scene, verb), after]
    near = [objects(scene, verb), towards(scene, verb)]
    if any(names_somebody(scene, one) for group in near for one in group):
        return near
    shared = [one for one in prior_objects(scene, verb) if names_somebody(scene, one)]
    return [*near, fronted(scene, verb), pursued(scene, verb), main_objects(scene, verb), shared]


def _nominal_events(scene: Scene, trigger: Trigger, noun: int) -> Iterator[Event]:
    if is_kind(scene, noun):
        return
    found = roles(scene, noun)
    fillers: list[Filler] = []
    for one in found.agents:
        before = topic(scene, one.at)
        after = afterthought(scene, noun, one.at) if before is None and scene.tree.forms[one.at] in THIRD else None
        named = listed(scene, after) if after is not None else [before] if before is not None else []
        fillers.extend([Filler(noun, "dislocation") for noun in named] or [one])
    if all(is_open(scene, one) for one in fillers):
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
