"""A transcript: its text, the turns people took in it, and the sentences that are coded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qualcode.model.source import Position


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a transcript's text, in Unicode code points, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` it covers."""
        return text[self.start : self.end]


class Role(StrEnum):
    """Who speaks a turn, as far as counting is concerned."""

    INTERVIEWER = "interviewer"
    RESPONDENT = "respondent"
    INTERPRETER = "interpreter"
    OTHER = "other"
    UNKNOWN = "unknown"
    """Nobody has said yet whose words these are; they are kept and never coded."""


class Interpreting(StrEnum):
    """What an interpreter's turns are: the respondent's testimony, or remarks of their own."""

    VOICE = "voice"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's uninterrupted speech. `span` covers the words and not the label."""

    number: int
    """From 1, in order of the transcript."""
    speaker: str
    """The label as written, "" where there is none."""
    role: Role
    span: Span
    position: Position = Position()
    respondent: str | None = None
    """Whose words count; None is nobody's, and such a turn is never counted."""
    question: int | None = None
    """The number of the interviewer's turn that this turn answers."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence: the unit that is coded, counted and quoted. Numbers run through the transcript from 1."""

    number: int
    turn: int
    span: Span


@dataclass(frozen=True, slots=True)
class Transcript:
    """One interview as imported; text and segments of a revision never change."""

    id: str
    text: str
    turns: tuple[Turn, ...]
    segments: tuple[Segment, ...]
    source: str
    """The file it came from, by name."""
    content_hash: str
    """SHA-256 (hex) of what was read: the file's bytes, or for a survey row its cells."""
    revision: int = 1
    language: str = "en"
    date: str = ""
    """ISO 8601, or "" where none is known."""
    round: str = ""
    header: Mapping[str, str] = field(default_factory=dict)
    """What the top of the file says about the interview (date, place, id, consent), as written."""

    def words(self, turn: Turn) -> str:
        """What was said in `turn`, verbatim."""
        return turn.span.of(self.text)

    def segment_id(self, first: int, last: int | None = None) -> str:
        """The public id of a segment or of a run of neighbouring ones: `KII_03:42`, `KII_03:42-44`."""
        return segment_id(self.id, first, last)


def segment_id(transcript: str, first: int, last: int | None = None) -> str:
    """The public id of a segment of a transcript, or of a run of neighbouring ones."""
    run = f"{first}" if last is None or last == first else f"{first}-{last}"
    return f"{transcript}:{run}"
