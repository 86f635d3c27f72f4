"""Sentences that are in no study, as an interview of one answer, so that a codebook can be tried on them."""

from collections.abc import Iterable

from qualcode.model.codebook import Codebook
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import sentences

SPEAKER = "R"
"""The respondent who says them."""


def utterance(text: str, *, question: str = "", id: str = "text", language: str = "en") -> Transcript:
    """An interview in which `text` is all that is answered, to `question` where there is one."""
    said = f"{question}\n{text}" if question else text
    begin = len(said) - len(text)
    turns = [Turn(1, "I", Role.INTERVIEWER, Span(0, len(question)))] if question else []
    asked = 1 if question else None
    turns.append(
        Turn(len(turns) + 1, SPEAKER, Role.RESPONDENT, Span(begin, len(said)), respondent=SPEAKER, question=asked)
    )
    spans = [(turn.number, span) for turn in turns for span in sentences(said, turn.span.start, turn.span.end)]
    segments = tuple(Segment(number, turn, span) for number, (turn, span) in enumerate(spans, 1))
    return Transcript(id, said, tuple(turns), segments, "", "", language=language)


def speaker_types(codebook: Codebook) -> tuple[str, ...]:
    """The types of respondent that a codebook knows, those first whose "we" means an actor."""
    own = (kind for actor in codebook.actors.values() for kind in actor.first_person)
    limited = (kind for code in codebook.codes() for kind in code.speakers)
    return tuple(dict.fromkeys([*own, *limited]))


def usual_speaker(types: Iterable[str]) -> str:
    """Who is taken to say a sentence where nobody says: the first of `types`, "" where there is none."""
    return next(iter(types), "")
