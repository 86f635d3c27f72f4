"""Places where somebody was, and whether that says that they came there."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention
from qualcode.matching.routes.roles import Role
from qualcode.matching.routes.stops import Placed, is_verb
from qualcode.matching.routes.telling import told
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.routes.whose import Voice
from qualcode.matching.tree import Tree
from qualcode.model.leg import LegStatus

_SHORT = 9
"""Words of a sentence that may tell of a stay and name nobody: "Turkey two years"."""
_STORIED = frozenset("since born grew lived live work worked study studied".split())
"""With these a stay is no part of a way."""
_AGO = frozenset("ago before earlier".split())
"""Behind a duration, it says when and not how long."""


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
        stay = _stay_of_trigger(tree, one, voice) if one.trigger is not None else _stay(tree, one, voice)
        if stay is not None:
            yield stay


def _stay_of_trigger(tree: Tree, one: Placed, voice: Voice) -> Stay | None:
    """Where somebody moved from, or moved about: "they loaded us on a truck in Edirne"."""
    trigger = one.trigger
    if trigger is None or one.stop.role is not Role.AT:
        return None
    telling = told(tree, trigger, voice)
    moved = trigger.kind in (Kind.CARRY, Kind.EXPEL) and telling.own is not None
    if telling.status is not LegStatus.DONE or not (moved or telling.own):
        return None
    return Stay(one.stop.mention, own=bool(telling.own))


def _stay(tree: Tree, one: Placed, voice: Voice) -> Stay | None:
    """Where somebody was of whom no movement is told."""
    mention, role = one.stop.mention, one.stop.role
    if role not in (Role.AT, Role.NEAR, Role.BARE, Role.LISTED):
        return None
    own = was_here(tree.forms, tree.at(mention.start, mention.end)[0], mention, voice)
    if own is not None and (role in (Role.AT, Role.NEAR) or own.arrival):
        return own if role is not Role.NEAR else own._replace(arrival=Arrival.NONE)
    if role is Role.BARE and _caught_by_its_police(tree, mention):
        return Stay(mention)
    others = _others_here(tree, mention, voice) if role is Role.AT else None
    if others is None and role in (Role.AT, Role.NEAR) and _caught_here(tree, mention):
        return Stay(mention, own=False)
    return others


def _others_here(tree: Tree, mention: Mention, voice: Voice) -> Stay | None:
    """The stay of other travellers: "they spend some days in Belgrade"."""
    inside = tree.at(mention.start, mention.end)
    verb = next((at for at in tree.ancestors(inside[0]) if is_verb(tree, at)), None)
    if verb is None or tree.forms[verb] not in words.verb_forms("PASSING"):
        return None
    telling = told(tree, Trigger(verb, Kind.GO, tree.forms[verb]), voice)
    if telling.own is not False or telling.status is not LegStatus.DONE:
        return None
    lasting = not words.DURATIONS.isdisjoint(_clause(tree.forms, inside[0]))
    return Stay(mention, own=False, arrival=Arrival.NEXT if lasting else Arrival.NONE)


def _caught_here(tree: Tree, mention: Mention) -> bool:
    """Whether somebody else is caught in a place."""
    inside = tree.at(mention.start, mention.end)
    verb = next((one for one in tree.ancestors(inside[0]) if is_verb(tree, one)), None)
    return verb is not None and tree.forms[verb] in words.CAUGHT


def _caught_by_its_police(tree: Tree, mention: Mention) -> bool:
    """Whether the police of a place catch the speaker: "Bulgaria police catch us"."""
    police = tree.heads[tree.at(mention.start, mention.end)[-1]]
    verb = tree.heads[police]
    caught = tree.forms[police] in words.AUTHORITIES and tree.forms[verb] in words.CAUGHT
    return caught and tree.deps[police] == "nsubj" and not words.FIRST.isdisjoint(tree.forms[verb : verb + 3])


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
