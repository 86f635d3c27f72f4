"""Codings joined with the words they lie on, the question before them and the respondent who spoke."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualcode.model.coded import CodedSegment
from qualcode.model.coding import Coding
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Segment, Transcript, Turn


def coded_segments(
    transcripts: Iterable[Transcript], codings: Iterable[Coding], respondents: Sequence[Respondent]
) -> tuple[CodedSegment, ...]:
    """Every coding with its words, in the order of the codings contract.

    `transcripts` is consumed one at a time; codings of a transcript that is not among them are left out. A speaker
    who is not in `respondents` becomes a respondent of whom only the id is known ("" where nobody is).
    """
    people = {respondent.id: respondent for respondent in respondents}
    wanted: dict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        wanted[coding.transcript].append(coding)
    found: list[CodedSegment] = []
    for transcript in transcripts:
        found.extend(_of_transcript(transcript, wanted.get(transcript.id, []), people))
    return tuple(sorted(found, key=lambda segment: segment.coding.sort_key))


def _of_transcript(
    transcript: Transcript, codings: Sequence[Coding], people: Mapping[str, Respondent]
) -> Iterator[CodedSegment]:
    if not codings:
        return
    turns = {turn.number: turn for turn in transcript.turns}
    segments = {segment.number: segment for segment in transcript.segments}
    for coding in codings:
        turn = turns[coding.turn]
        yield CodedSegment(
            coding=coding,
            respondent=_person(turn, people),
            segment=transcript.segment_id(coding.first_segment, coding.last_segment),
            speaker=turn.speaker,
            role=turn.role,
            question=_question(transcript, turn, turns),
            text=_words(transcript, segments, coding),
            source=transcript.source,
            position=turn.position,
            before=neighbour(transcript, segments.get(coding.first_segment - 1), turn),
            after=neighbour(transcript, segments.get(coding.last_segment + 1), turn),
        )


def _person(turn: Turn, people: Mapping[str, Respondent]) -> Respondent:
    identifier = turn.respondent or ""
    return people.get(identifier) or Respondent(identifier)


def _question(transcript: Transcript, turn: Turn, turns: Mapping[int, Turn]) -> str:
    asked = turns.get(turn.question) if turn.question is not None else None
    return transcript.words(asked) if asked is not None else ""


def neighbour(transcript: Transcript, segment: Segment | None, turn: Turn) -> str:
    """A sentence of the same turn; "" where the turn begins or ends: what others say is not theirs."""
    return segment.span.of(transcript.text) if segment is not None and segment.turn == turn.number else ""


def _words(transcript: Transcript, segments: Mapping[int, Segment], coding: Coding) -> str:
    return transcript.text[segments[coding.first_segment].span.start : segments[coding.last_segment].span.end]
