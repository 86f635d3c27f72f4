"""From stops to legs: what begins where the last leg ended."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from qualcode.matching.routes.gazetteer import Mention, ModeMention
from qualcode.matching.routes.stops import Role, Stop
from qualcode.matching.routes.telling import Telling
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.model.leg import LegStatus
from qualcode.model.routes import PlaceKind, Routes
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
    known: set[str] = field(default_factory=set)

    def stay(self, mention: Mention) -> None:
        """They are at this place; a country does not move them away from a town of its own."""
        if self.here is None or self.routes.country(self.here.place) != mention.place:
            self.here = At(mention.place, mention.span)

    def lose(self) -> None:
        """Nobody knows where they are now."""
        self.here = None

    def follow(self, movement: Movement) -> Iterator[Hop]:
        """The legs of a movement, in order."""
        noun = movement.trigger.kind is Kind.WAY
        kept = self.here
        for part in _parts(movement.stops):
            yield from self._part(part, movement, needs_both=noun)
        if movement.telling.status is not LegStatus.DONE:
            self.here = kept

    def _part(self, part: Sequence[Stop], movement: Movement, *, needs_both: bool) -> Iterator[Hop]:
        """The legs of a run of stops that has one beginning."""
        origins, goals = _ends(part, movement.telling)
        starts = [At(stop.mention.place, stop.mention.span) for stop in origins]
        if needs_both and not (starts and goals or len(goals) > 1):
            return
        if starts:
            self.here = starts[-1]
        spread = len(starts) > 1 and movement.telling.own is not True
        first = starts if spread else ([self.here] if self.here and not needs_both else starts[-1:])
        if not spread and len(starts) > 1:
            goals = [*origins[1:], *goals]
            first = starts[:1]
        yield from self._chain(first or [None], goals, movement)

    def _chain(self, starts: Sequence[At | None], goals: Sequence[Stop], movement: Movement) -> Iterator[Hop]:
        origins = list(starts)
        previous = list(starts)
        for number, stop in enumerate(goals):
            goal = At(stop.mention.place, stop.mention.span)
            branch = number > 0 and _branches(stop, movement.telling)
            froms = previous if branch else origins
            mode = _mode(goals, number, movement)
            for origin in froms:
                if not self._same(origin, goal):
                    yield Hop(origin, goal, mode)
            previous = froms
            if origins and origins[-1] and self.routes.country(origins[-1].place) == goal.place != origins[-1].place:
                continue
            origins = [goal]
            self.here = goal

    def _same(self, origin: At | None, goal: At) -> bool:
        """Whether a leg would lead nowhere: to the same place, or from a town to its own country."""
        return origin is not None and goal.place in (origin.place, self.routes.country(origin.place))


def _parts(stops: Iterable[Stop]) -> list[list[Stop]]:
    """Stops cut where a new "from ... to" begins behind a goal: to Serbia, from Serbia to Bosnia."""
    parts: list[list[Stop]] = [[]]
    listed = list(stops)
    for number, stop in enumerate(listed):
        following = listed[number + 1].role if number + 1 < len(listed) else None
        has_goal = any(one.role in (Role.TO, Role.THROUGH) for one in parts[-1])
        if stop.role is Role.FROM and has_goal and following in (Role.TO, Role.THROUGH):
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
        if role is Role.AFTER:
            role = Role.TO if goals else Role.FROM
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
    if stop.role is not Role.LISTED or stop.link in ("", "then"):
        return False
    return stop.link == "or" or telling.own is False or telling.status is LegStatus.INTENDED


def _mode(goals: Sequence[Stop], number: int, movement: Movement) -> ModeMention | None:
    """The mode of the leg to one of the goals: the only one of the movement, or the one that stands nearest to it."""
    if len(movement.modes) < 2:
        return movement.modes[0] if movement.modes else None
    spans = [stop.mention for stop in goals]
    leading = movement.modes[0].start < min(span.start for span in spans)
    if leading:
        found = [mode for mode in movement.modes if mode.start < spans[number].start]
        return found[-1] if found else None
    later = [mode for mode in movement.modes if mode.start >= spans[number].start]
    return later[0] if later else None


__all__ = ["At", "Hop", "Journey", "Movement", "PlaceKind"]
