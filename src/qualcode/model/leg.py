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
