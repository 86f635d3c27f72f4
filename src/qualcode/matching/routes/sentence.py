"""The movements that one sentence tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention, ModeMention
from qualcode.matching.routes.journey import Movement
from qualcode.matching.routes.stops import Placed, Role, Stop, is_verb, place_stops
from qualcode.matching.routes.telling import Telling, Voice, told
from qualcode.matching.routes.triggers import Kind, Trigger, find_triggers
from qualcode.matching.tree import Tree
from qualcode.model.routes import Routes


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells, in order: movements, and places where the speaker was (a bare mention)."""

    steps: tuple[Movement | Mention, ...]


def read_sentence(
    tree: Tree, mentions: Sequence[Mention], modes: Sequence[ModeMention], routes: Routes, voice: Voice
) -> Told:
    """The movements of a parsed sentence. Places and modes are given, and come back, in code points of the sentence."""
    mentions = _without_countries(tree, mentions, routes)
    modes = [mode for mode in modes if not _no_mode(tree, mode, mentions)]
    voice = Voice(voice.interpreted, voice.caught, {at for one in mentions for at in tree.at(one.start, one.end)})
    triggers = find_triggers(tree, modes)
    placed = place_stops(tree, mentions, triggers)
    if not any(one.trigger for one in placed):
        placed = _as_list(placed, moded=bool(modes) and not any(is_verb(tree, at) for at in range(len(tree))))
    groups = _groups(placed)
    steps: list[tuple[int, Movement | Mention]] = []
    for number, (trigger, stops) in enumerate(groups):
        own_modes = _modes(tree, groups, number, modes)
        telling = told(tree, trigger, voice)
        if telling.travels:
            steps.append((stops[0].mention.start, Movement(trigger, telling, tuple(stops), own_modes)))
    steps += [(one.start, one) for one in _stays(tree, placed, voice)]
    return Told(tuple(step for _, step in sorted(steps, key=lambda pair: pair[0])))


def _without_countries(tree: Tree, mentions: Sequence[Mention], routes: Routes) -> list[Mention]:
    """The places without countries that only say where a town lies: Bihać in Bosnia; Sofia, Bulgaria."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and _apposed(tree, kept[-1], mention):
            town, country = kept[-1].place, mention.place
            if routes.country(town) == country != town:
                continue
            if routes.country(country) == town != country and "to" not in _between(tree, kept[-1], mention):
                kept[-1] = mention
                continue
        kept.append(mention)
    return kept


def _apposed(tree: Tree, one: Mention, other: Mention) -> bool:
    return set(_between(tree, one, other)) <= {",", "in", "(", "the", "of", "-", "near", "at", "town", "city", "camp"}


def _between(tree: Tree, one: Mention, other: Mention) -> tuple[str, ...]:
    first, last = tree.at(one.start, one.end), tree.at(other.start, other.end)
    return tree.forms[first[-1] + 1 : last[0]] if first and last else ("",)


def _no_mode(tree: Tree, mode: ModeMention, mentions: Sequence[Mention]) -> bool:
    """Whether a word of a mode belongs to another thing: a bus station, a truck driver, the city of Van."""
    if any(mention.start < mode.end and mode.start < mention.end for mention in mentions):
        return True
    inside = tree.at(mode.start, mode.end)
    return bool(inside) and not words.NO_MODE.isdisjoint(tree.forms[inside[-1] + 1 : inside[-1] + 2])


def _as_list(placed: Sequence[Placed], *, moded: bool) -> tuple[Placed, ...]:
    """Places without any verb, in an order: "first Bulgaria, after Serbia, then Bosnia", "from Bulgaria to Serbia"."""
    roles = {one.stop.role for one in placed}
    ordered = Role.AFTER in roles or any(one.stop.link == "then" for one in placed)
    if not (ordered and len(placed) > 1 or {Role.FROM, Role.TO} <= roles or (moded and Role.TO in roles)):
        return tuple(placed)
    trigger = Trigger(0, Kind.LIST, "")
    stops = [one.stop for one in placed]
    if stops[0].role is Role.BARE:
        stops[0] = stops[0]._replace(role=Role.TO)
    return tuple(Placed(stop, trigger) for stop in stops if stop.role not in (Role.NONE, Role.AT))


def _groups(placed: Sequence[Placed]) -> list[tuple[Trigger, list[Stop]]]:
    """Triggers with their stops, in the order of the sentence."""
    groups: dict[Trigger, list[Stop]] = {}
    for one in placed:
        if one.trigger is not None and one.stop.role not in (Role.NONE, Role.AT, Role.BARE):
            groups.setdefault(one.trigger, []).append(one.stop)
    return list(groups.items())


def _modes(
    tree: Tree, groups: Sequence[tuple[Trigger, list[Stop]]], number: int, modes: Sequence[ModeMention]
) -> tuple[ModeMention, ...]:
    """The modes of one group: between the end of the group before and the beginning of the one after."""
    start = _end(tree, groups[number - 1]) if number else 0
    end = _end(tree, groups[number])
    return tuple(mode for mode in modes if start <= mode.start < end)


def _end(tree: Tree, group: tuple[Trigger, list[Stop]]) -> int:
    """Where what belongs to a group ends: at the first comma, "and" or "then" behind its last word."""
    trigger, stops = group
    last = max(stops[-1].mention.end, tree.ends[trigger.at] if trigger.kind is not Kind.LIST else 0)
    for at in range(len(tree)):
        if tree.starts[at] >= last and tree.forms[at] in (",", "and", "then", ";", "but", "because", "after"):
            return tree.starts[at]
    return len(tree.text)


def _stays(tree: Tree, placed: Sequence[Placed], voice: Voice) -> Iterator[Mention]:
    """Places where the speaker was: "in Iran I worked", "they caught us in Bulgaria"."""
    for one in placed:
        if one.stop.role is Role.AT and _first_person_here(tree, one, voice):
            yield one.stop.mention


def _first_person_here(tree: Tree, placed: Placed, voice: Voice) -> bool:
    """Whether the speaker has a part in what happens there, and it happens."""
    if placed.trigger is not None:
        telling = told(tree, placed.trigger, voice)
        return telling.own is True and telling.status is not None and telling.status.value == "done"
    return was_here(tree.forms, interpreted=voice.interpreted)


def was_here(forms: Sequence[str], *, interpreted: bool) -> bool:
    """Whether a sentence has the speaker in it, and no word of wishing, future or denial."""
    persons = words.FIRST | (words.THIRD if interpreted else frozenset())
    if persons.isdisjoint(forms):
        return False
    wishes = words.verb_forms("INTENDING")
    open_words = words.NOT | words.WILL | words.WOULD
    return open_words.isdisjoint(forms) and not any(form in wishes for form in forms)


NO_TELLING = Telling(None)
