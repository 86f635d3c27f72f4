"""What reading one file gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.model.problem import Problem
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Transcript
from qualcode.readers.speakers.interview import SpeakerSummary


@dataclass(frozen=True, slots=True)
class Reading:
    """The transcripts of one file, and what a person should look at."""

    transcripts: tuple[Transcript, ...]
    problems: tuple[Problem, ...] = ()
    speakers: Mapping[str, tuple[SpeakerSummary, ...]] = field(default_factory=dict)
    """Transcript id to its labels."""
    holds: Mapping[str, str] = field(default_factory=dict)
    """Transcript id to why it stays out of tables until a person decides."""
    respondents: tuple[Respondent, ...] = ()
    """Respondents that only the file itself describes (the rows of a survey)."""
