"""A coding: words of a transcript that carry a code, with the rule or person that put it there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qualcode.model.transcript import Span, Turn

_NEXT_TO = re.compile(r"[\s\-‐‑]*")


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on the words of one turn. The axes of assertion and the slots of an event are "" where none was read."""

    transcript: str
    span: Span
    """The matched words, from the first to the last, in code points of the transcript's text."""
    turn: int
    first_segment: int
    last_segment: int
    theme: str
    code: str
    rule: str
    matched: str
    """The matched words as written, " ... " between words that do not stand together."""
    evidence: tuple[Span, ...] = ()
    """The span of every word or phrase that made the rule fire, in order."""
    revision: int = 1
    agent: str = ""
    action: str = ""
    target: str = ""
    via: str = ""
    assertion: str = ""
    polarity: str = ""
    modality: str = ""
    source: str = ""
    experiencer: str = ""
    place: str = ""
    period: str = ""
    method: str = "rule"
    coder: str = ""
    status: str = "suggested"
    memo: str = ""
    spans: tuple[tuple[str, Span], ...] = ()
    """Where each slot and each cue of an axis stands (agent, action, target, place, period, antecedent, polarity,
    modality, source, experiencer), in code points of the transcript's text; several cues of one axis may stand here."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str, str]:
        """The order of every listing and export."""
        return (self.transcript, self.span.start, self.span.end, self.code, self.rule, self.method, self.coder)


def matched(text: str, evidence: tuple[Span, ...]) -> str:
    """The words of `evidence` as written, " ... " between those that do not stand together."""
    parts = [evidence[0]]
    for span in evidence[1:]:
        before = parts[-1]
        if span.start < before.end or _NEXT_TO.fullmatch(text, before.end, span.start):
            parts[-1] = Span(before.start, max(before.end, span.end))
        else:
            parts.append(span)
    return " ... ".join(part.of(text) for part in parts)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a codebook over a study: what was in force, and what it did."""

    codebook_name: str
    codebook_version: str
    codebook_hash: str
    engine: str
    """Version of the matching engine."""
    model: str
    """SHA-256 (hex) of the language model's weights, "" where no rule needed it."""
    transcripts: int
    codings: int
    """All of the rules' codings in the study after the run."""


@dataclass(frozen=True, slots=True)
class CodingChange:
    """How one code's codings differ from the run before."""

    code: str
    gained: Sequence[Coding] = ()
    lost: Sequence[Coding] = ()


@dataclass(frozen=True, slots=True)
class CodedState:
    """What the rules' codings were made from; a run need only replace what differs. All hashes are opaque texts."""

    codes: Mapping[str, str] = field(default_factory=dict)
    """Code to the hash of all that decides what it finds."""
    transcripts: Mapping[str, str] = field(default_factory=dict)
    """Transcript to its fingerprint."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a run left in the study: the run with its codings counted, and what each code gained and lost."""

    run: Run
    changes: tuple[CodingChange, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What coding reads of a transcript: its words and who said them, without its sentences."""

    id: str
    revision: int
    text: str
    turns: tuple[Turn, ...]
    language: str
