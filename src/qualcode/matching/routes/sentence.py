"""The movements that one sentence tells of."""

from collections.abc import Iterator, Sequence, Set

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention, ModeMention
from qualcode.matching.routes.journey import Movement
from qualcode.matching.routes.lists import list_told, read_lists
from qualcode.matching.routes.roles import Role
from qualcode.matching.routes.stays import Stay, find_stays
from qualcode.matching.routes.stops import Placed, Stop, place_stops
from qualcode.matching.routes.telling import told
from qualcode.matching.routes.triggers import Kind, Trigger, find_triggers
from qualcode.matching.routes.whose import Voice
from qualcode.matching.tree import Tree
from qualcode.model.routes import Routes


def read_sentence(
    tree: Tree, mentions: Sequence[Mention], modes: Sequence[ModeMention], routes: Routes, voice: Voice
) -> tuple[Movement | Stay, ...]:
    """The movements and stays of a parsed sentence, in order; all spans are code points of the sentence."""
    mentions = _without_countries(tree, mentions, routes)
    modes = [mode for mode in modes if not _no_mode(tree, mode, mentions)]
    voice = Voice(voice.interpreted, voice.caught, {at for one in mentions for at in tree.at(one.start, one.end)})
    triggers = find_triggers(tree, modes)
    placed = place_stops(tree, mentions, triggers)
    placed = read_lists(tree, placed, modes)
    groups = _groups([*placed, *_unlisted(tree, triggers, voice)])
    steps: list[tuple[int, Movement | Stay]] = []
    for number, (trigger, stops) in enumerate(groups):
        telling = (list_told if trigger.kind is Kind.LIST else told)(tree, trigger, voice)
        if telling.travels:
            between = _between_groups(tree, groups, number)
            onward = between.isdisjoint(words.INSTEAD) if number else not between.isdisjoint(words.ONWARD)
            own_modes = _modes(tree, groups, number, modes)
            apart = telling.own is False and _others(between)
            movement = Movement(trigger, telling, tuple(stops), own_modes, _breaks(tree), onward, apart)
            steps.append((stops[0].mention.start, movement))
    steps += [(one.mention.start, one) for one in find_stays(tree, placed, voice)]
    backwards = tree.forms[0] == "before"  # "before I came to Serbia I was in Romania"
    steps.sort(key=lambda pair: (backwards and not isinstance(pair[1], Stay), pair[0]))
    return tuple(step for _, step in steps)


def _between_groups(tree: Tree, groups: Sequence[tuple[Trigger, list[Stop]]], number: int) -> set[str]:
    """The words from the last place of the group before to the trigger of this one."""
    start = groups[number - 1][1][-1].mention.end if number else 0
    end = tree.starts[groups[number][0].at]
    return {form for form, place in zip(tree.forms, tree.starts, strict=True) if start <= place < end}


def _others(between: Set[str]) -> bool:
    """Whether others than those before go this way: others, the others, the other half, the rest."""
    return not words.OTHERS.isdisjoint(between) or ("the" in between and not words.THE_OTHERS.isdisjoint(between))


def _breaks(tree: Tree) -> tuple[int, ...]:
    return tuple(tree.starts[at] for at in range(len(tree)) if tree.forms[at] in words.BREAKS)


def _without_countries(tree: Tree, mentions: Sequence[Mention], routes: Routes) -> list[Mention]:
    """The places without countries that only say where a town lies: Bihać in Bosnia; Sofia, Bulgaria."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and _apposed(tree, kept[-1], mention):
            town, country = kept[-1].place, mention.place
            if routes.country(town) == country != town:
                continue
            if routes.country(country) == town != country:
                kept[-1] = mention
                continue
        kept.append(mention)
    return kept


def _apposed(tree: Tree, one: Mention, other: Mention) -> bool:
    if _between(tree, one, other) == (",", "to"):
        return True
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


def _unlisted(tree: Tree, triggers: Sequence[Trigger], voice: Voice) -> Iterator[Placed]:
    """Goals with a name that no gazetteer lists: nobody knows where the next leg begins."""
    for trigger in triggers:
        for prep in tree.all_children(trigger.at, "prep"):
            goal = tree.child(prep, "pobj")
            if tree.forms[prep] not in ("to", "into") or goal is None or goal in voice.taken:
                continue
            if tree.tags[goal] == "NNP" and tree.text[tree.starts[goal]].isupper():
                yield Placed(Stop(Mention(tree.starts[goal], tree.ends[goal], ""), Role.TO), trigger)


def _groups(placed: Sequence[Placed]) -> list[tuple[Trigger, list[Stop]]]:
    """Triggers with their stops, in the order of the sentence."""
    groups: dict[Trigger, list[Stop]] = {}
    for one in placed:
        if one.trigger is not None and one.stop.role not in (Role.NONE, Role.AT, Role.BARE):
            groups.setdefault(one.trigger, []).append(one.stop)
    for stops in groups.values():
        stops.sort(key=lambda stop: stop.mention.start)
    return sorted(groups.items(), key=lambda group: group[1][0].mention.start)


def _modes(
    tree: Tree, groups: Sequence[tuple[Trigger, list[Stop]]], number: int, modes: Sequence[ModeMention]
) -> tuple[ModeMention, ...]:
    """The modes of one group: between the end of the group before and the beginning of the one after."""
    told_of = [group for group in groups[:number] if any(stop.role is not Role.FROM for stop in group[1])]
    start = _end(tree, told_of[-1]) if told_of else 0
    end = _end(tree, groups[number])
    found = [mode for mode in modes if start <= mode.start < end]
    driven = [mode for mode in found if tree.forms[tree.at(mode.start, mode.end)[0]] in words.verb_forms("DRIVING")]
    return tuple(mode for mode in found if mode not in driven or len(driven) == len(found))


def _end(tree: Tree, group: tuple[Trigger, list[Stop]]) -> int:
    """Where what belongs to a group ends: at the first comma, "and" or "then" behind its last word."""
    trigger, stops = group
    last = max(stops[-1].mention.end, tree.ends[trigger.at] if trigger.kind is not Kind.LIST else 0)
    for at in range(len(tree)):
        if tree.starts[at] >= last and tree.forms[at] in words.BREAKS:
            return tree.starts[at]
    return len(tree.text)
