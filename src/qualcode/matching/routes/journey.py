"""From stops to legs: what begins where the last leg ended."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import ModeMention
from qualcode.matching.routes.roles import Role
from qualcode.matching.routes.stays import Arrival, Stay
from qualcode.matching.routes.stops import Stop
from qualcode.matching.routes.telling import Telling
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.model.leg import LegStatus
from qualcode.model.routes import Routes
from qualcode.model.transcript import Span


class At(NamedTuple):
    """A place and where it was named."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement of a sentence: who, how, and its stops in order. Spans are those of the transcript."""

    trigger: Trigger
    telling: Telling
    stops: tuple[Stop, ...]
    modes: tuple[ModeMention, ...] = ()
    breaks: tuple[int, ...] = ()
    """Where commas, "and", "then" stand."""
    onward: bool = False
    """Whether it goes on where the movement before it ended, be that only meant."""
    apart: bool = False
    """Whether others than those before go this way: "others go to Romania"."""


class Hop(NamedTuple):
    """A leg as far as one movement tells of it."""

    origin: At | None
    goal: At
    mode: ModeMention | None


@dataclass(slots=True)
class Journey:
    """Where somebody is while they tell their way. The only thing that changes as a transcript is read."""

    routes: Routes
    here: At | None = None
    begun: bool = False
    """Whether this answer has told of a place where they were."""
    ahead: At | None = None
    """Where the last movement leads that is only meant."""
    fork: At | None = None
    """Where the last movement began."""

    def stay(self, stay: Stay) -> Iterator[Hop]:
        """They are at this place, and came there where the stay says so.

        A country does not move them away from a town of its own.
        """
        there = At(stay.mention.place, stay.mention.span)
        known = self.here if self.begun else None
        came = stay.arrival is Arrival.SURE or (stay.arrival is Arrival.NEXT and known is not None)
        if came and not self._one_country(known, there):
            yield Hop(known, there, None)
        if self.here is None or self.routes.country(self.here.place) != there.place:
            self.here = there
        self.begun = not stay.now

    def _one_country(self, one: At | None, other: At) -> bool:
        return one is not None and self.routes.country(one.place) == self.routes.country(other.place)

    def lose(self) -> None:
        """Nobody knows where they are now."""
        self.here = self.ahead = self.fork = None

    def follow(self, movement: Movement) -> Iterator[Hop]:
        """The legs of a movement, in order."""
        noun = movement.trigger.kind is Kind.WAY and movement.trigger.verb not in words.GAMES
        if movement.apart:
            self.here = self.fork
        kept = self.fork = self.here
        if self.ahead and movement.onward and movement.telling.status is LegStatus.INTENDED:
            self.here = self.ahead
        for part in _parts(movement.stops, movement.breaks):
            yield from self._part(part, movement, needs_both=noun)
        self.ahead, self.begun = None, True
        if movement.telling.status is not LegStatus.DONE:
            self.ahead = self.here if movement.telling.status is LegStatus.INTENDED else None
            self.here = kept

    def _part(self, part: Sequence[Stop], movement: Movement, *, needs_both: bool) -> Iterator[Hop]:
        """The legs of a run of stops that has one beginning."""
        if part[0].role is Role.OPEN:
            begun = (
                self.begun and self.here is not None and self.here.place not in {stop.mention.place for stop in part}
            )
            part = [part[0]._replace(role=Role.TO if begun else Role.FROM), *part[1:]]
            if not begun and len(part) > 1 and part[1].role is Role.LISTED:
                part[1] = part[1]._replace(link="then")
        origins, goals = _ends(self._turned(part), movement.telling)
        starts = [At(stop.mention.place, stop.mention.span) for stop in origins]
        if needs_both and not ((starts and goals) or len(goals) > 1):
            return
        if starts:
            self.here = self.fork = starts[-1]
        spread = len(starts) > 1 and movement.telling.own is not True
        first = starts if spread else ([self.here] if self.here and not needs_both else starts[-1:])
        if not spread and len(starts) > 1:
            goals = [*origins[1:], *goals]
            first = starts[:1]
        yield from self._chain(first or [None], goals, movement, part)

    def _turned(self, part: Sequence[Stop]) -> list[Stop]:
        """Stops with the two sides of a border in the order they are passed, where the side they come from is known."""
        turned = list(part)
        left = next((stop.mention.place for stop in part if stop.role is Role.FROM), "")
        there = left or (self.here.place if self.here else "")
        for number, (one, other) in enumerate(pairwise(part)):
            if one.role is Role.PAIR and other.mention.place in (there, self.routes.country(there)):
                turned[number : number + 2] = [other._replace(role=Role.PAIR), one._replace(role=Role.LISTED)]
        return turned

    def _chain(
        self, starts: Sequence[At | None], goals: Sequence[Stop], movement: Movement, part: Sequence[Stop]
    ) -> Iterator[Hop]:
        origins = list(starts)
        previous = list(starts)
        for number, stop in enumerate(goals):
            goal = At(stop.mention.place, stop.mention.span)
            branch = number > 0 and _branches(stop, movement.telling)
            froms = previous if branch else origins
            mode = _mode(goals, number, movement, part)
            for origin in froms if goal.place else ():
                if not self._same(origin, goal):
                    yield Hop(origin, goal, mode)
                elif movement.telling.forced and number == 0:
                    # Pushed back to where one already was: they had left it, nobody says how far.
                    yield Hop(None, goal, mode)
            previous = froms
            if origins and origins[-1] and self.routes.country(origins[-1].place) == goal.place != origins[-1].place:
                continue
            # Of two ways that part nobody knows which one is followed further.
            origins = [goal if goal.place and not branch else None]
            self.here = origins[0]

    def _same(self, origin: At | None, goal: At) -> bool:
        """Whether a leg would lead nowhere: to the same place, or from a town to its own country."""
        return origin is not None and goal.place in (origin.place, self.routes.country(origin.place))


def _parts(stops: Iterable[Stop], breaks: Collection[int]) -> list[list[Stop]]:
    """Stops cut where a new "from ... to" begins behind a goal: to Serbia, from Serbia to Bosnia.

    In "to Serbia from Bulgaria, and to Bosnia" none does: there the comma stands behind the beginning.
    """
    parts: list[list[Stop]] = [[]]
    listed = list(stops)
    for number, stop in enumerate(listed):
        following = listed[number + 1].role if number + 1 < len(listed) else None
        has_goal = any(one.role in (Role.TO, Role.THROUGH, Role.LISTED) for one in parts[-1])
        if following in (Role.TO, Role.THROUGH) and stop.role is Role.FROM and has_goal:
            later, earlier = listed[number + 1].mention.start, listed[number - 1].mention.end
            closed = any(stop.mention.end <= place < later for place in breaks)
            if closed and not any(earlier <= place < stop.mention.start for place in breaks):
                parts[-1].append(stop)
                continue
            parts.append([])
        parts[-1].append(stop)
    return parts


def _ends(part: Sequence[Stop], telling: Telling) -> tuple[list[Stop], list[Stop]]:
    """Where a run of stops begins, and the goals in the order they are reached."""
    origins: list[Stop] = []
    goals: list[Stop] = []
    list_of = origins
    for number, stop in enumerate(part):
        role = stop.role
        if role is Role.PAIR:
            role = Role.FROM if number + 1 < len(part) and not origins else Role.TO
            list_of = goals
            (origins if role is Role.FROM else goals).append(stop)
            continue
        if role is Role.AFTER:
            role = Role.TO if goals or origins else Role.FROM
        if role is Role.FROM:
            list_of = origins
            origins.append(stop)
        elif role is Role.LISTED and list_of is origins:
            chained = stop.link == "then" or (stop.link == "" and telling.own is not False)
            (goals if chained else origins).append(stop)
            list_of = goals if chained else origins
        elif role is Role.THROUGH and goals and not _more(part[number + 1 :]):
            list_of = goals
            goals.insert(_before_last(goals), stop)
        elif role in (Role.TO, Role.THROUGH, Role.LISTED):
            list_of = goals
            goals.append(stop)
    return origins, goals


def _more(later: Sequence[Stop]) -> bool:
    return any(stop.role in (Role.TO, Role.THROUGH) for stop in later)


def _before_last(goals: Sequence[Stop]) -> int:
    """Where "via" goes that is named behind the goal: in front of it, behind other places passed."""
    return len(goals) - 1 if goals[-1].role is not Role.THROUGH else len(goals)


def _branches(stop: Stop, telling: Telling) -> bool:
    """Whether a goal is another one from the same place, and not the next: "to Hungary or Croatia"."""
    if stop.link == "or":
        return True
    return stop.role is Role.LISTED and stop.link == "and" and telling.own is False


def _mode(goals: Sequence[Stop], number: int, movement: Movement, part: Sequence[Stop]) -> ModeMention | None:
    """The mode of the leg to one of the goals of a part.

    It is the one told right behind the goal, else the last one told before it, else one told behind the whole part.
    """
    goal = goals[number].mention
    modes = _modes_of(part, movement)
    following = min((stop.mention.start for stop in part if stop.mention.start > goal.start), default=None)
    leading = [mode for mode in modes if mode.end <= goal.start and _leads(mode, movement)]
    trailing = [mode for mode in modes if mode.start >= goal.end and not _leads(mode, movement)]
    close = [mode for mode in trailing if following is None or mode.start < following]
    lone = [mode for mode in modes if mode.start >= goals[-1].mention.end] if number == len(goals) - 1 else []
    found = close[:1] or leading[-1:] or trailing[:1] or lone[:1]
    return found[0] if found else None


def _leads(mode: ModeMention, movement: Movement) -> bool:
    """Whether a mode is told of the places behind it: no goal, or a comma or "then", stands before it."""
    before = [stop for stop in movement.stops if stop.mention.end <= mode.start]
    if not before or before[-1].role is Role.FROM:
        return True
    return any(before[-1].mention.end <= place < mode.start for place in movement.breaks)


def _modes_of(part: Sequence[Stop], movement: Movement) -> list[ModeMention]:
    """The modes that are told with a part: those among its places, or else before all places."""
    first = movement.stops[0].mention.start
    start = part[0].mention.start
    later = [stop.mention.start for stop in movement.stops if stop.mention.start > max(s.mention.start for s in part)]
    end = min(later, default=None)
    leading = [mode for mode in movement.modes if mode.start < first]
    inside = [mode for mode in movement.modes if start <= mode.start and (end is None or mode.start < end)]
    return [*leading, *inside] if start == first else inside or leading
