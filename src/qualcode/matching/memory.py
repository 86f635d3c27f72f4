"""What was read from the grammar of an interview before: its events, and how its words are asserted.

Reading is most of the work of coding, and a changed rule leaves what sentences mean as it was.
"""

import json
from collections.abc import Sequence
from typing import Any

from qualcode.matching.assertion.reading import Assertion, Cue
from qualcode.matching.events.event import Event, Slot, Stretch

_WORTH_KEEPING = 20
"""One new reading for so many kept ones is worth writing them all again."""


class Memory:
    """What was read of one interview. `at` is where a sentence begins in its text, by which it is known.

    All of it holds for an interview that is in a certain state, which `state` stands for (any text), and the events
    only as long as the codebook's actors and actions are the same, which `lists` stands for.
    """

    def __init__(self, state: str = "", lists: str = "") -> None:
        self._state, self._lists = state, lists
        self._events: dict[str, Any] = {}
        self._assertions: dict[str, Any] = {}
        self._used: set[str] = set()
        self._added = 0

    def events(self, at: int) -> tuple[Event, ...] | None:
        """The events of a sentence, None where they were not read."""
        kept = self._recalled(self._events, str(at))
        return None if kept is None else tuple(map(_event, kept))

    def knows_events(self, at: int) -> bool:
        """Whether the events of a sentence were read."""
        return str(at) in self._events

    def keep_events(self, at: int, events: Sequence[Event]) -> None:
        """Remembers the events of a sentence."""
        self._keep(self._events, str(at), [_plain_event(event) for event in events])

    def assertion(self, matter: str) -> Assertion | None:
        """How a matter (see `matter`) is asserted, None where it was not read."""
        kept = self._recalled(self._assertions, matter)
        return None if kept is None else _assertion(kept)

    def knows_assertion(self, matter: str) -> bool:
        """Whether the assertion of a matter was read."""
        return matter in self._assertions

    def keep_assertion(self, matter: str, assertion: Assertion) -> None:
        """Remembers how a matter is asserted."""
        self._keep(self._assertions, matter, _plain_assertion(assertion))

    @property
    def worth_keeping(self) -> bool:
        """Whether so much is new that writing all of it again pays."""
        there = len(self._events) + len(self._assertions)
        return self._added > 0 and self._added * _WORTH_KEEPING >= there

    def pack(self, *, whole: bool) -> bytes:
        """Everything as bytes, for a cache; where the `whole` codebook was applied, without what it did not ask for."""
        events, assertions = self._events, self._assertions
        if whole:
            events = {key: value for key, value in events.items() if key in self._used}
            assertions = {key: value for key, value in assertions.items() if key in self._used}
        written = json.dumps([self._state, self._lists, events, assertions], ensure_ascii=False, separators=(",", ":"))
        return written.encode("utf-8", "surrogatepass")

    @classmethod
    def unpack(cls, packed: bytes, state: str, lists: str) -> "Memory":
        """What `pack` made bytes of, as far as it still holds."""
        memory = cls(state, lists)
        then, listed, events, assertions = json.loads(packed.decode("utf-8", "surrogatepass"))
        if then == state:
            memory._assertions = assertions
            memory._events = events if listed == lists else {}
        return memory

    def _recalled(self, kept: dict[str, Any], key: str) -> Any:
        found = kept.get(key)
        if found is not None:
            self._used.add(key)
        return found

    def _keep(self, kept: dict[str, Any], key: str, value: Any) -> None:
        kept[key] = value
        self._used.add(key)
        self._added += 1


def matter(at: int, words: Sequence[Stretch], *, absence: bool, event: Event | None) -> str:
    """The name of what is asserted: these words of the sentence that begins at `at`, or an event of it."""
    if event is None:
        return f"{at}{'!' if absence else ':'}{words}"
    return f"{at}{'!' if absence else ':'}{event.at}{event.span}{event.target.span}"


def _plain_event(event: Event) -> list[Any]:
    return [
        event.action,
        event.at,
        event.span,
        _plain_slot(event.agent),
        _plain_slot(event.target),
        event.via,
        event.place,
        event.period,
        event.period_reading,
        event.notes,
        event.words,
    ]


def _event(plain: Sequence[Any]) -> Event:
    action, at, span, agent, target, via, place, period, reading, notes, words = plain
    return Event(
        action,
        at,
        (span[0], span[1]),
        _slot(agent),
        _slot(target),
        via,
        _stretch(place),
        _stretch(period),
        reading,
        tuple(notes),
        tuple([(start, end) for start, end in words]),
    )


def _plain_slot(slot: Slot) -> list[Any]:
    return [slot.actor, slot.span, slot.antecedent, slot.generic]


def _slot(plain: Sequence[Any]) -> Slot:
    actor, span, antecedent, generic = plain
    return Slot(actor, _stretch(span), antecedent, generic)


def _stretch(plain: Sequence[int] | None) -> Stretch | None:
    return None if plain is None else (plain[0], plain[1])


def _plain_assertion(assertion: Assertion) -> list[Any]:
    cues = [part for cue in assertion.cues for part in (cue.axis, cue.start, cue.end)]
    return [assertion.polarity, assertion.modality, assertion.source, assertion.experiencer, *cues]


def _assertion(plain: Sequence[Any]) -> Assertion:
    polarity, modality, source, experiencer, *cues = plain
    return Assertion(polarity, modality, source, experiencer, tuple(map(Cue, cues[::3], cues[1::3], cues[2::3])))
