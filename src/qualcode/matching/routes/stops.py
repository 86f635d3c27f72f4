"""What each place of a sentence is to the movement it belongs to: where it begins, passes or ends."""

from collections.abc import Sequence
from typing import NamedTuple

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention
from qualcode.matching.routes.roles import Role, role_of
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.tree import Tree


class Stop(NamedTuple):
    """A place in a movement."""

    mention: Mention
    role: Role
    link: str = ""
    """For one on a list "and", "or" or "then" where such a word joins it to the place before."""


class Placed(NamedTuple):
    """A stop and the trigger it belongs to, None for none."""

    stop: Stop
    trigger: Trigger | None


_BLOCKING = ("VB", "VBD", "VBP", "VBZ", "VBN", "VBG")
_AUXILIARY = ("aux", "auxpass")


def place_stops(tree: Tree, mentions: Sequence[Mention], triggers: Sequence[Trigger]) -> tuple[Placed, ...]:
    """Every place of the sentence with its role and its trigger, in order."""
    placed: list[Placed] = []
    for number, mention in enumerate(mentions):
        inside = tree.at(mention.start, mention.end)
        if not inside:
            continue
        before = mentions[number - 1] if number else None
        placed.append(_placed(tree, mention, inside, triggers, placed if before else []))
    for number in range(len(placed) - 2, 0, -1):
        one, following = placed[number].stop, placed[number + 1].stop
        if following.role is one.role is Role.LISTED and following.link == "or" and not one.link:
            placed[number] = Placed(one._replace(link="or"), placed[number].trigger)
    return tuple(placed)


def _placed(
    tree: Tree, mention: Mention, inside: tuple[int, ...], triggers: Sequence[Trigger], earlier: list[Placed]
) -> Placed:
    role, at = role_of(tree, inside[0])
    previous = earlier[-1] if earlier else None
    if previous is not None and role in (Role.BARE, Role.AFTER, Role.LISTED):
        link = _link(tree, previous.stop.mention, inside[0])
        if previous.stop.mention.adjective and mention.adjective and previous.stop.role is not Role.PAIR:
            earlier[-1] = Placed(previous.stop._replace(role=Role.PAIR), previous.trigger)
        if link is not None and role is not Role.AFTER:
            return Placed(Stop(mention, Role.LISTED, link), previous.trigger)
        if link is not None and previous.trigger is not None:
            return Placed(Stop(mention, Role.AFTER, "then"), previous.trigger)
    if role is Role.BARE and _heads_for_more(tree, mention):
        role = Role.FROM
    if role is Role.BARE and (by := _sent_away(tree, inside, triggers)):
        return Placed(Stop(mention, Role.FROM), by)
    fronted = at < 0 and tree.forms[inside[-1] + 1 : inside[-1] + 3] in (("i", "was"), ("we", "were"), ("we", "was"))
    if role is Role.BARE and (fronted or _stays(tree, at)):
        return Placed(Stop(mention, Role.AT), None)
    role, trigger = _governed(tree, inside, triggers, role, at)
    return Placed(Stop(mention, role, _joined(tree, role, previous, inside[0])), trigger)


def _governed(
    tree: Tree, inside: tuple[int, ...], triggers: Sequence[Trigger], role: Role, at: int
) -> tuple[Role, Trigger | None]:
    """The trigger a place belongs to, and what it is to that."""
    trigger = _right_before(tree, at, role, triggers) or _governor(tree, inside, triggers, role)
    if trigger is None and (wish := _wish(tree, inside)):
        return Role.TO, wish
    if trigger is None and role in (Role.FROM, Role.TO):
        trigger = _attempt(tree, inside)
    return (role if trigger is None else _settled(tree, role, inside[0], at, trigger)), trigger


def _joined(tree: Tree, role: Role, previous: Placed | None, first: int) -> str:
    """What joins a goal with a preposition of its own to the place before: "then", or "or"."""
    if role is not Role.TO:
        return ""
    if _ordered(tree, first):
        return "then"
    last = tree.at(previous.stop.mention.start, previous.stop.mention.end)[-1] if previous else first
    return "" if {"or", "some", *words.OTHERS}.isdisjoint(tree.forms[last:first]) else "or"


def _heads_for_more(tree: Tree, mention: Mention) -> bool:
    """Whether "to" and another place follow at once: "Greece to Albania we walk"."""
    ahead = tree.at(mention.end, len(tree.text))
    return len(ahead) > 1 and tree.forms[ahead[0]] == "to" and tree.tags[ahead[1]].startswith(("N", "D", "J"))


def _sent_away(tree: Tree, inside: tuple[int, ...], triggers: Sequence[Trigger]) -> Trigger | None:
    """What a country does to somebody it sends away: "Austria sent him back to Bulgaria"."""
    carrying = {one.at: one for one in triggers if one.kind in (Kind.CARRY, Kind.EXPEL)}
    head = tree.head_of(inside)
    if head is not None and tree.deps[head] == "compound" and tree.forms[tree.heads[head]] in words.AUTHORITIES:
        head = tree.heads[head]  # "Greece police send me Turkey"
    if head is None or tree.deps[head] != "nsubj":
        return None
    return carrying.get(tree.heads[head])


def _stays(tree: Tree, at: int) -> bool:
    """Whether the word before a bare place is a verb of staying: "I stay Greece", "police arrest me Sofia"."""
    if at >= 0 and tree.forms[at] in words.PERSONS:
        at -= 1
    return at >= 0 and tree.forms[at] in words.verb_forms("STAYING")


def _link(tree: Tree, before: Mention, first: int) -> str | None:
    """The word that joins a place to the one before it on a list, "" for a comma; None where it is no list."""
    last = tree.at(before.start, before.end)[-1]
    between = [form for form in tree.forms[last + 1 : first] if form not in ("the", "to", "in")]
    if not between or any(form not in words.LINKS and form not in words.ADVERBS for form in between):
        return None
    for link, listed in (("then", words.THEN), ("or", {"or"}), ("and", {"and", "&"})):
        if not listed.isdisjoint(between):
            return link
    return ""


def _ordered(tree: Tree, first: int) -> bool:
    return not words.THEN.isdisjoint(tree.forms[max(0, first - 3) : first])


def _right_before(tree: Tree, at: int, role: Role, triggers: Sequence[Trigger]) -> Trigger | None:
    """The trigger a bare place stands right behind, whatever the parser makes of "I go Albania walking"."""
    if role is not Role.BARE or at < 0:
        return None
    if tree.forms[at] in words.PERSONS:
        at -= 1
    return next((trigger for trigger in triggers if trigger.at == at and _takes_place(trigger)), None)


def _takes_place(trigger: Trigger) -> bool:
    return trigger.kind is not Kind.WAY or trigger.verb in words.GAMES


def _governor(tree: Tree, inside: tuple[int, ...], triggers: Sequence[Trigger], role: Role) -> Trigger | None:
    """The trigger a place belongs to: by the parse, else the nearest without a verb between."""
    if role in (Role.NONE, Role.NEAR):
        return None
    by_place = {trigger.at: trigger for trigger in triggers}
    head = tree.head_of(inside)
    for one in tree.ancestors(head if head is not None else inside[0]):
        if one in by_place and not (one > inside[-1] and role is Role.BARE and tree.deps[inside[-1]] == "nsubj"):
            return by_place[one]
        if is_verb(tree, one) and one not in by_place:
            if role in (Role.FROM, Role.TO, Role.THROUGH):
                break
            return None
    before = [trigger for trigger in triggers if trigger.at < inside[0]]
    if before and not _verb_between(tree, before[-1].at, inside[0]):
        return before[-1]
    after = [trigger for trigger in triggers if trigger.at > inside[-1]]
    if after and role in (Role.FROM, Role.AFTER, Role.TO):
        heads = set(tree.ancestors(after[0].at))
        between = [one for one in range(inside[-1] + 1, after[0].at) if is_verb(tree, one) and one not in heads]
        return None if between else after[0]
    return None


def _verb_between(tree: Tree, first: int, last: int) -> bool:
    return any(is_verb(tree, one) for one in range(first + 1, last))


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a word is a verb of its own, and no auxiliary."""
    return tree.tags[at] in _BLOCKING and tree.forms[at] not in words.OPENERS and tree.deps[at] not in _AUXILIARY


def _attempt(tree: Tree, inside: tuple[int, ...]) -> Trigger | None:
    """The verb of trying that "from" and "to" hang on: "I will try from Subotica to Hungary"."""
    verb = next((one for one in tree.ancestors(inside[0]) if is_verb(tree, one)), None)
    tried = words.verb_forms("TRYING").get(tree.forms[verb]) if verb is not None else None
    return Trigger(verb, Kind.WISH, tried) if verb is not None and tried else None


def _wish(tree: Tree, inside: tuple[int, ...]) -> Trigger | None:
    """The wish or attempt whose object a place is: "want Germany", "will try Croatia", "our plan is Italy"."""
    place = inside[0] - 1
    fillers = words.OPENERS | {"to", "for", "is", "was", "be", "of", "with", ":", "'s"} | words.ADVERBS
    while place >= 0 and tree.forms[place] in fillers:
        place -= 1
    if place >= 0:
        form = tree.forms[place]
        for listed in ("INTENDING", "TRYING"):
            verb = words.verb_forms(listed).get(form)
            if verb and verb not in ("like", "love", "think"):
                return Trigger(place, Kind.WISH, verb)
        if form in words.PLANS:
            return Trigger(place, Kind.WISH, form)
    after = tree.forms[inside[-1] + 1 : inside[-1] + 6]
    if after[:1] and after[0] in ("is", "was") and not words.PLANS.isdisjoint(after):
        goal = next(at for at in range(inside[-1] + 1, len(tree)) if tree.forms[at] in words.PLANS)
        return Trigger(goal, Kind.WISH, tree.forms[goal])
    return None


def _settled(tree: Tree, role: Role, first: int, at: int, trigger: Trigger) -> Role:
    """The role once the trigger is known: "enter Serbia", "leave Serbia", "arrive in Serbia"."""
    near = trigger.at <= at <= trigger.at + 3 and at < first
    if role is Role.AT:
        return Role.TO if near and _arrives(tree, trigger, at) else Role.AT
    if role is not Role.BARE:
        return role
    if at == trigger.at and trigger.verb in words.LEAVING:
        return Role.FROM
    gaming = at == trigger.at and trigger.verb in words.GAMES
    if gaming or trigger.kind is Kind.WISH or _ordered(tree, first):
        return Role.TO
    fronted = first < trigger.at and tree.tags[first + 1 : first + 2] == ("PRP",) and trigger.at <= first + 3
    if fronted or (near and tree.forms[at] not in (",", ".")):
        return _object(trigger)
    return Role.BARE if first > trigger.at else Role.NONE


def _arrives(tree: Tree, trigger: Trigger, at: int) -> bool:
    """Whether "in" behind a verb says where it leads: arrive in Serbia, leave us in Serbia."""
    moved = trigger.kind in (Kind.CARRY, Kind.EXPEL) and trigger.verb in words.SETTING_DOWN
    return (moved or trigger.verb in words.ARRIVING) and not _noun_between(tree, trigger.at, at)


def _object(trigger: Trigger) -> Role:
    """What a place without a preposition is to a verb."""
    if trigger.verb in words.LEAVING:
        return Role.FROM
    return Role.TO if trigger.kind in (Kind.GO, Kind.CARRY, Kind.EXPEL) else Role.NONE


def _noun_between(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tags[one].startswith("N") for one in range(first + 1, last))
