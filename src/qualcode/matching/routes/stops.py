"""What each place of a sentence is to the movement it belongs to: where it begins, passes or ends."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.tree import Tree


class Role(StrEnum):
    """What a place is to a movement."""

    FROM = "from"
    TO = "to"
    THROUGH = "through"
    AT = "at"
    """Where something happens."""
    AFTER = "after"
    """Behind "after": where it was left, or where one came next."""
    BARE = "bare"
    LISTED = "listed"
    """It goes on a list that the place before it began."""
    NONE = "none"


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
    return tuple(placed)


def _placed(
    tree: Tree, mention: Mention, inside: tuple[int, ...], triggers: Sequence[Trigger], earlier: list[Placed]
) -> Placed:
    role, at = _role(tree, inside[0])
    previous = earlier[-1] if earlier else None
    if previous is not None and role in (Role.BARE, Role.AFTER, Role.LISTED):
        link = _link(tree, previous.stop.mention, inside[0])
        if link is not None and role is not Role.AFTER:
            return Placed(Stop(mention, Role.LISTED, link), previous.trigger)
        if link is not None and previous.trigger is not None:
            return Placed(Stop(mention, Role.AFTER, "then"), previous.trigger)
    if role is Role.BARE and _heads_for_more(tree, mention):
        role = Role.FROM
    trigger = _governor(tree, inside, triggers, role)
    if trigger is None and (wish := _wish(tree, inside)):
        return Placed(Stop(mention, Role.TO), wish)
    if trigger is not None:
        role = _settled(tree, role, inside[0], at, trigger)
    return Placed(Stop(mention, role, "then" if role is Role.TO and _ordered(tree, inside[0]) else ""), trigger)


def _role(tree: Tree, first: int) -> tuple[Role, int]:
    """What the words right before a place make of it, and where the word stands that decides."""
    place = first - 1
    border = False
    while place >= 0:
        form = tree.forms[place]
        if form in words.BORDERS or form in ("camp", "city", "town", "village", "island", "capital", "north", "south"):
            border = True
        if form in ("with", "of") and place and tree.forms[place - 1] in words.OPENERS:
            border = True
        elif form == "out" and tree.forms[first - 1] == "of":
            return Role.FROM, place
        elif form not in words.OPENERS and not (form in words.ADVERBS and form not in words.THEN):
            break
        place -= 1
    if place < 0:
        return Role.BARE, place
    return _role_of(tree, place, border=border), place


def _role_of(tree: Tree, place: int, *, border: bool) -> Role:
    form = tree.forms[place]
    if form == "after":
        return Role.AFTER
    if form == "of" and place and tree.forms[place - 1] == "out":
        return Role.FROM
    for listed, role in ((words.FROM, Role.FROM), (words.TO, Role.TO), (words.THROUGH, Role.THROUGH)):
        if form in listed:
            return role
    if form in words.AT:
        return Role.AT
    if form == "for":
        return Role.TO if _setting_off(tree, place) else Role.NONE
    if form in words.OTHERWISE:
        return Role.NONE if not (form == "between" and border) else Role.NONE
    return Role.BARE


def _heads_for_more(tree: Tree, mention: Mention) -> bool:
    """Whether "to" and another place follow at once: "Greece to Albania we walk"."""
    ahead = tree.at(mention.end, len(tree.text))
    return len(ahead) > 1 and tree.forms[ahead[0]] == "to" and tree.tags[ahead[1]].startswith(("N", "D", "J"))


def _setting_off(tree: Tree, place: int) -> bool:
    """Whether "for" follows a verb of setting off: left for Serbia, left Iran for Serbia."""
    forms = (words.verb_forms("GOING"), words.verb_forms("LEAVING"))
    for form in reversed(tree.forms[max(0, place - 4) : place]):
        verb = forms[0].get(form) or forms[1].get(form)
        if verb:
            return verb in words.SETTING_OFF
    return False


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


def _governor(tree: Tree, inside: tuple[int, ...], triggers: Sequence[Trigger], role: Role) -> Trigger | None:
    """The trigger a place belongs to: by the parse where that leads to a verb, else the nearest without a verb between."""
    if role is Role.NONE:
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
    if after and role in (Role.FROM, Role.AFTER, Role.TO) and not _verb_between(tree, inside[-1], after[0].at):
        return after[0]
    return None


def _verb_between(tree: Tree, first: int, last: int) -> bool:
    return any(is_verb(tree, one) for one in range(first + 1, last))


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a word is a verb of its own, and no auxiliary."""
    return tree.tags[at] in _BLOCKING and tree.deps[at] not in _AUXILIARY


def _wish(tree: Tree, inside: tuple[int, ...]) -> Trigger | None:
    """The wish or attempt whose object a place is: "want Germany", "will try Croatia", "our plan is Italy"."""
    place = inside[0] - 1
    fillers = words.OPENERS | {"to", "for", "is", "was", "be", "of", "with", ":", "'s", "in"}
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
        arriving = trigger.verb in words.ARRIVING and near and not _noun_between(tree, trigger.at, at)
        return Role.TO if arriving else Role.AT
    if role is not Role.BARE:
        return role
    if trigger.kind is Kind.WISH:
        return Role.TO
    if _ordered(tree, first):
        return Role.TO
    if not near or tree.forms[at] in (",", "."):
        return Role.BARE if first > trigger.at else Role.NONE
    if trigger.verb in words.LEAVING and trigger.verb != "pass":
        return Role.FROM
    return Role.TO if trigger.kind in (Kind.GO, Kind.CARRY, Kind.EXPEL) else Role.NONE


def _noun_between(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tags[one].startswith("N") for one in range(first + 1, last))
