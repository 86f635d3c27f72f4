"""Gold entries beside what was found in them, and the figures of that."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gold_engine import AXES, Axes
from gold_entries import AssertionEntry, Entry, EventEntry, Leg, RouteEntry, Triple, comparable
from gold_scores import Counts, counted, f_of, interval, share, swaps, together


@dataclass(frozen=True, slots=True)
class Result:
    """The entries of one kind, and for each what one reader (qualcode or a baseline) found: triples, axes or legs."""

    reader: str
    entries: tuple[Any, ...]
    found: tuple[Any, ...]

    def pairs(self) -> Iterator[tuple[Any, Any]]:
        """Each entry with what was found in it."""
        return zip(self.entries, self.found, strict=True)

    def where(self, keep: Callable[[Entry], bool]) -> "Result":
        """The same for the entries that `keep` accepts."""
        kept = [(entry, found) for entry, found in self.pairs() if keep(entry)]
        return Result(self.reader, tuple(entry for entry, _ in kept), tuple(found for _, found in kept))

    def by(self, key: str) -> Iterator[tuple[str, "Result"]]:
        """The same for each value of the entries' attribute `key`, in order of appearance."""
        for value in dict.fromkeys(getattr(entry, key) for entry in self.entries):
            yield value, self.where(lambda entry, value=value: getattr(entry, key) == value)


@dataclass(frozen=True, slots=True)
class Measured:
    """The results of one part: of each kind those of qualcode first, then the baselines'."""

    events: tuple[Result, ...]
    assertions: tuple[Result, ...]
    routes: tuple[Result, ...]


def triples(result: Result) -> list[Counts]:
    """Counts of (action, agent, target) for each entry."""
    return [counted(entry.events, found) for entry, found in result.pairs()]


def agents(result: Result) -> list[Counts]:
    """Counts of (action, agent) for each entry; two targets of one agent count once."""
    return [counted(_agents(entry.events), _agents(found)) for entry, found in result.pairs()]


def swapped(result: Result) -> int:
    """Events with agent and target exchanged."""
    return sum(swaps(entry.events, found) for entry, found in result.pairs())


def right(result: Result, axis: str) -> list[bool]:
    """For each entry whether `axis` is as it should be."""
    return [getattr(entry, axis) == getattr(found, axis) for entry, found in result.pairs()]


def legs(result: Result) -> list[Counts]:
    """Counts of (from, to) for each entry."""
    return [counted(_ends(entry.legs), _ends(found)) for entry, found in result.pairs()]


def on_matched(result: Result, attribute: str) -> list[bool]:
    """For each leg that was found whether `attribute` is as it should be too."""
    values: list[bool] = []
    for entry, found in result.pairs():
        left = [comparable(leg) for leg in found]
        for leg in map(comparable, entry.legs):
            same = next((other for other in left if (other.origin, other.to) == (leg.origin, leg.to)), None)
            if same is not None:
                left.remove(same)
                values.append(getattr(leg, attribute) == getattr(same, attribute))
    return values


def event_truth(entry: EventEntry) -> frozenset[Triple]:
    """What should be found in an event entry."""
    return frozenset(entry.events)


def assertion_truth(entry: AssertionEntry) -> Axes:
    """How the focus of an entry should be read."""
    return Axes(*(getattr(entry, axis) for axis in AXES))


def route_truth(entry: RouteEntry) -> tuple[Leg, ...]:
    """The legs that should be found in a route entry, in comparable names."""
    return tuple(map(comparable, entry.legs))


def f_with_interval(rows: Sequence[Counts]) -> tuple[Counts, tuple[float, float] | None]:
    """The summed counts of the entries, and the interval of their F."""
    return together(rows), interval(rows, f_of)


def share_with_interval(values: Sequence[bool]) -> tuple[float | None, tuple[float, float] | None]:
    """The share of True, and its interval."""
    return share(values), interval(values, share)


def _agents(events: Iterable[Triple]) -> set[Hashable]:
    return {(action, agent) for action, agent, _ in events}


def _ends(of: Iterable[Leg]) -> list[Hashable]:
    return [(leg.origin, leg.to) for leg in map(comparable, of)]
