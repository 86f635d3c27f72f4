"""Decisions carried to another revision of a transcript: they follow their exact words where these are unique."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from qualcode.model.coding import Coding
from qualcode.model.decision import AROUND, Decision, Passage, moved
from qualcode.model.transcript import Segment, Transcript


def text_hash(text: str) -> str:
    """SHA-256 (hex) of a transcript's text."""
    return sha256(text.encode("utf-8")).hexdigest()


def passage_of(transcript: Transcript, first: int, last: int) -> Passage:
    """The sentences from `first` to `last` with what surrounds them. They must be of one turn."""
    own = [one for one in transcript.segments if first <= one.number <= last]
    turns = {turn.number: turn for turn in transcript.turns}
    start, end = own[0].span.start, own[-1].span.end
    return Passage(
        transcript.id,
        transcript.revision,
        text_hash(transcript.text),
        turns[own[0].turn].respondent or "",
        own[0].turn,
        first,
        last,
        start,
        transcript.text[start:end],
        transcript.text[max(0, start - AROUND) : start],
        transcript.text[end : end + AROUND],
    )


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries decisions to one revision of a transcript."""

    transcript: Transcript
    hash: str

    @classmethod
    def to(cls, transcript: Transcript) -> "Carrier":
        """A carrier to this revision."""
        return cls(transcript, text_hash(transcript.text))

    def carried(self, decision: Decision) -> Decision | None:
        """The decision where its words stand now; None where they are not there, not unique, or another's words now."""
        was = decision.passage
        if was.text_hash == self.hash and was.revision == self.transcript.revision:
            return decision
        place = self._found(was)
        own = self._sentences(place, place + len(was.quote)) if place is not None else []
        if place is None or not own:
            return None
        now = passage_of(self.transcript, own[0].number, own[-1].number)
        if now.quote != was.quote or (was.respondent and now.respondent != was.respondent):
            return None
        return replace(decision, passage=now, coding=_moved_to(decision.coding, was, now))

    def _found(self, was: Passage) -> int | None:
        """Where the passage stands in the new text: its only place, or the only one between the same characters."""
        text = self.transcript.text
        places = list(_places(text, was.quote))
        if len(places) > 1:
            places = [
                one
                for one in places
                if text[max(0, one - len(was.before)) : one] == was.before
                and text[one + len(was.quote) :].startswith(was.after)
            ]
        return places[0] if len(places) == 1 else None

    def _sentences(self, start: int, end: int) -> list[Segment]:
        """The sentences that the words cover, [] where they cross from one turn to another."""
        own = [one for one in self.transcript.segments if one.span.start < end and start < one.span.end]
        return own if len({one.turn for one in own}) == 1 else []


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words) if words else -1
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _moved_to(coding: Coding | None, was: Passage, now: Passage) -> Coding | None:
    if coding is None:
        return None
    return replace(
        moved(coding, now.start - was.start),
        transcript=now.transcript,
        revision=now.revision,
        turn=now.turn,
        first_segment=coding.first_segment - was.first_segment + now.first_segment,
        last_segment=coding.last_segment - was.last_segment + now.last_segment,
    )
