"""Places where somebody was, and whether that says that they came there."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention
from qualcode.matching.routes.stops import Placed, Role, is_verb
from qualcode.matching.routes.telling import told
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.routes.whose import Voice
from qualcode.matching.tree import Tree
from qualcode.model.leg import LegStatus


class Arrival(StrEnum):
    """Whether a stay says that somebody came there."""

    NONE = ""
    NEXT = "next"
    """They did where the story has them somewhere else: "in Serbia we were two months, in Bosnia one year"."""
    SURE = "sure"
    """They did: "after three days we were in Serbia"."""


class Stay(NamedTuple):
    """A place where the speaker was, or those of whom they speak."""

    mention: Mention
    own: bool = True
    arrival: Arrival = Arrival.NONE
    now: bool = False
    """Whether somebody is there as they speak: the story has not begun."""


def find_stays(tree: Tree, placed: Sequence[Placed], voice: Voice) -> Iterator[Stay]:
    """Places where somebody was: "in Iran I worked", "they caught us in Bulgaria", "those caught in Romania"."""
    for one in placed:
        if one.trigger is None and one.stop.role in (Role.AT, Role.BARE, Role.LISTED):
            first = tree.at(one.stop.mention.start, one.stop.mention.end)[0]
            stay = was_here(tree.forms, first, one.stop.mention, voice)
            if stay is not None and (one.stop.role is Role.AT or stay.arrival):
                yield stay
                continue
        if (others := _others_here(tree, one, voice)) is not None:
            yield others
            continue
        if one.stop.role not in (Role.AT, Role.NEAR):
            continue
        if one.trigger is not None and one.trigger.kind in (Kind.CARRY, Kind.EXPEL):
            telling = told(tree, one.trigger, voice)
            if telling.status is LegStatus.DONE and telling.own is not None:
                yield Stay(one.stop.mention, own=telling.own)
            continue
        if _first_person_here(tree, one, voice):
            yield Stay(one.stop.mention)
        elif one.trigger is None and _caught_here(tree, one.stop.mention):
            yield Stay(one.stop.mention, own=False)


def _others_here(tree: Tree, one: Placed, voice: Voice) -> Stay | None:
    """The stay of other travellers: "they spend some days in Belgrade"."""
    if one.trigger is not None or one.stop.role is not Role.AT:
        return None
    inside = tree.at(one.stop.mention.start, one.stop.mention.end)
    verb = next((at for at in tree.ancestors(inside[0]) if is_verb(tree, at)), None)
    if verb is None or tree.forms[verb] not in words.verb_forms("PASSING"):
        return None
    telling = told(tree, Trigger(verb, Kind.GO, tree.forms[verb]), voice)
    if telling.own is not False or telling.status is not LegStatus.DONE:
        return None
    lasting = not words.DURATIONS.isdisjoint(_clause(tree.forms, inside[0]))
    return Stay(one.stop.mention, own=False, arrival=Arrival.NEXT if lasting else Arrival.NONE)


def _caught_here(tree: Tree, mention: Mention) -> bool:
    """Whether somebody else is caught in a place."""
    inside = tree.at(mention.start, mention.end)
    verb = next((one for one in tree.ancestors(inside[0]) if is_verb(tree, one)), None)
    return verb is not None and tree.forms[verb] in words.CAUGHT


def _first_person_here(tree: Tree, placed: Placed, voice: Voice) -> bool:
    """Whether the speaker has a part in what happens there, and it happens."""
    if placed.trigger is not None:
        telling = told(tree, placed.trigger, voice)
        return telling.own is True and telling.status is LegStatus.DONE
    first = tree.at(placed.stop.mention.start, placed.stop.mention.end)[0]
    return was_here(tree.forms, first, placed.stop.mention, voice) is not None


def _somebody(forms: Sequence[str]) -> str | None:
    """The last word for a person or a body."""
    people = words.FIRST | words.THIRD | words.TRAVELLERS | words.AUTHORITIES | words.SMUGGLERS | words.MINE
    counted = {at for at, form in enumerate(forms[1:]) if form in words.DURATIONS}  # "one year", "some days"
    return next((forms[at] for at in range(len(forms) - 1, -1, -1) if forms[at] in people and at not in counted), None)


def _clause(forms: Sequence[str], at: int) -> Sequence[str]:
    """The words around one of them, as far as no comma and no "and" stands between."""
    start = next((one + 1 for one in range(at - 1, -1, -1) if forms[one] in words.BREAKS), 0)
    end = next((one for one in range(at + 1, len(forms)) if forms[one] in words.BREAKS), len(forms))
    return forms[start:end]


def was_here(forms: Sequence[str], at: int, mention: Mention, voice: Voice) -> Stay | None:
    """The stay of the speaker in a place, whose first word is `at`; None where they have no part in what happened."""
    clause = list(_clause(forms, at))
    arrival = _arrival(forms, at, clause)
    if not (_takes_part(forms, at, clause, voice) or (arrival and _nobody(forms))):
        return None
    return Stay(mention, arrival=arrival, now=not words.PRESENT.isdisjoint(clause))


def _nobody(forms: Sequence[str]) -> bool:
    """Whether a short sentence names nobody at all: "Turkey two years"."""
    return _somebody(forms) is None and words.NOT.isdisjoint(forms) and len(forms) <= _SHORT


def _arrival(forms: Sequence[str], at: int, clause: Sequence[str]) -> Arrival:
    """Whether it is said how long they were there, or after what."""
    past = any(one in words.DURATIONS and other in _AGO for one, other in pairwise(clause))
    if past or not _STORIED.isdisjoint(clause) or not words.PRESENT.isdisjoint(clause):
        return Arrival.NONE
    passing = any(form in words.verb_forms("PASSING") for form in clause)
    persons = not words.FIRST.isdisjoint(clause)
    if passing and persons and not {"was", "were"}.isdisjoint(clause):
        before = forms[:at]
        after = [one for one, form in enumerate(before) if form in words.ARRIVED]
        if after and words.FIRST.isdisjoint(before[: after[0]]) and forms[at - 1] in words.AT:
            return Arrival.SURE
    if words.DURATIONS.isdisjoint(clause) or not (passing or not persons):
        return Arrival.NONE
    return Arrival.NEXT


_SHORT = 9
_STORIED = frozenset("since born grew lived live work worked study studied".split())
"""With these a stay is no part of a way."""
_AGO = frozenset("ago before earlier".split())
"""Behind a duration, it says when and not how long."""


def _takes_part(forms: Sequence[str], at: int, clause: list[str], voice: Voice) -> bool:
    """Whether the speaker has a part in what is said around a place, and it happened."""
    if at > 1 and forms[at - 2] in words.TRAVELLERS:
        return False  # "my cousin in Vienna sent me money"
    if _somebody(clause) is None:
        # "I was born in Herat and worked in Tehran": who did it stands in the clause before.
        clause += [one for one in [_somebody(forms[:at])] if one]
    persons = words.FIRST | (words.SUBJECTS if voice.interpreted else frozenset())
    wishes = words.verb_forms("INTENDING")
    wishing = any(form in wishes and wishes[form] not in words.WAITING for form in clause)
    open_words = words.NOT | words.WILL | words.WOULD
    locked = any(
        form in words.LOCKED and clause[max(0, at - 1)] in ("is", "was", "are") for at, form in enumerate(clause)
    )
    return not persons.isdisjoint(clause) and open_words.isdisjoint(clause) and not (wishing or locked)
