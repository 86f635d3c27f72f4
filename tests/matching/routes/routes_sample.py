"""Transcripts of respondents, and legs written as one reads them aloud."""

from pathlib import Path

from qualcode.codebook import load_codebook
from qualcode.matching.routes import RouteFinder
from qualcode.model.leg import Leg, LegStatus
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import Parser, sentences

CODEBOOK = Path(__file__).parents[3] / "codebook"
ROUTES = load_codebook(CODEBOOK)[0].routes
FINDER = RouteFinder(ROUTES)
PARSER = Parser()


def transcript(*turns: str, role: Role = Role.RESPONDENT, language: str = "en") -> Transcript:
    """A transcript of one respondent's turns; one that begins with "I: " is the interviewer's and asks a question."""
    text, made, segments, asked = "", [], [], None
    for number, words in enumerate(turns, 1):
        asks = words.startswith("I: ")
        start = len(text) + 3 * asks
        text += words
        asked = number if asks else asked
        speaker = Role.INTERVIEWER if asks else role
        owner = None if asks else "R1"
        made.append(Turn(number, "", speaker, Span(start, len(text)), respondent=owner, question=asked))
        segments += [
            Segment(len(segments) + place, number, span) for place, span in enumerate(sentences(text, start), 1)
        ]
        text += "\n"
    return Transcript("T", text, tuple(made), tuple(segments), "t.txt", "0", language=language)


def legs(*turns: str, role: Role = Role.RESPONDENT) -> tuple[Leg, ...]:
    """The legs of such a transcript, read with the codebook of the sample study."""
    return FINDER.legs(transcript(*turns, role=role), PARSER)


def aloud(leg: Leg) -> str:
    """A leg as route_sentences.py writes it."""
    parts = [
        f"{leg.origin or '?'} > {leg.destination}",
        f"by {leg.mode}" if leg.mode else "",
        "forced" if leg.forced else "",
        "" if leg.status is LegStatus.DONE else leg.status.value,
        "" if leg.own else "others",
    ]
    return " ".join(filter(None, parts))


def told(*turns: str, role: Role = Role.RESPONDENT) -> list[str]:
    """The legs of a transcript, aloud."""
    return [aloud(leg) for leg in legs(*turns, role=role)]


def wanted(written: str) -> list[str]:
    """Legs as written, one by one."""
    return [leg.strip() for leg in written.split(";") if leg.strip()]
