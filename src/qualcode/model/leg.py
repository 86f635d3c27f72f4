"""A leg of a journey: from one place to the next, as somebody told it."""

from dataclasses import dataclass
from enum import StrEnum

from qualcode.model.transcript import Span


class LegStatus(StrEnum):
    """Whether a leg was travelled."""

    DONE = "done"
    TRIED = "tried"
    """Attempted, and nothing is said of arriving."""
    INTENDED = "intended"


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg. Places and modes are names of the codebook, spans are code points of the transcript's text."""

    transcript: str
    respondent: str
    turn: int
    segment: int
    number: int
    """The order in which this respondent tells of legs, from 1."""
    origin: str
    """"" where nothing says where it began."""
    destination: str
    destination_span: Span
    origin_span: Span | None = None
    """Where the origin was named, often in an earlier sentence."""
    mode: str = ""
    mode_span: Span | None = None
    forced: bool = False
    """Whether somebody was taken there against their will: pushed back, deported, moved by the police."""
    status: LegStatus = LegStatus.DONE
    own: bool = True
    """Whether it is the respondent's own journey, and not that of people in general or of somebody else."""


@dataclass(frozen=True, slots=True)
class Corridor:
    """From one place to the next, as often as it is told. Numbers of people are unique respondents."""

    origin: str
    destination: str
    respondents: tuple[str, ...]
    """Those who tell that it is travelled, by themselves or by others."""
    own: int
    """Those of them who travelled it themselves."""
    legs: int
    """How often it is told as travelled."""
    forced: int
    """Those who tell that somebody was taken this way against their will."""
    tried: int
    """Those who tell of an attempt."""
    intended: int
    """Those who tell that somebody means to go this way."""
    modes: tuple[tuple[str, int], ...] = ()
    """Modes of travel with the number of legs, the most frequent first."""
    segments: tuple[str, ...] = ()
    """Where it is told as travelled: public ids of segments, in order, each once."""
