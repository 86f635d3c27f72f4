"""Why a sentence is coded as it is: sentences of a study, or any that somebody writes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.errors import MisuseError, QualcodeError, did_you_mean
from qualcode.matching import compile_codebook
from qualcode.matching.explain import explain
from qualcode.model.codebook import Codebook
from qualcode.model.respondent import Respondent
from qualcode.model.trace import SentenceTrace
from qualcode.model.transcript import Transcript, Turn
from qualcode.text import Parser
from qualcode.workflow.jobs import open_cache
from qualcode.workflow.parses import RecentParses
from qualcode.workflow.release import kept_out, withdrawn
from qualcode.workflow.study import Study
from qualcode.workflow.utterance import SPEAKER, speaker_types, usual_speaker, utterance

_SEGMENT = re.compile(r"(?P<transcript>.+):(?P<first>\d+)(?:-(?P<last>\d+))?")


@dataclass(frozen=True, slots=True)
class Explanation:
    """Sentences with every rule that was asked about them."""

    codebook: Codebook
    sentences: tuple[SentenceTrace, ...]
    who: str
    """Whose words they are, as a quote would be attributed, "" where they are nobody's."""
    codes: frozenset[str] | None = None
    """The codes that were asked for, None for all."""
    notes: tuple[str, ...] = ()
    """What a reader must know beside: why the transcript is in no table, who is taken to speak."""


def explain_segment(study: Study, segment: str, codebook: Codebook, *, code: str | None = None) -> Explanation:
    """Why a segment of `study`, or each of a run of them, is coded as it is by `codebook`.

    Nothing that was stored of earlier runs is looked at. QualcodeError for words of somebody who has withdrawn.
    """
    transcript, numbers = passage(study, segment)
    codes = chosen(codebook, code)
    people = {one.id: one for one in study.store.respondents()}
    turns = _turns(transcript, numbers)
    _refuse_withdrawn(study, transcript, turns)
    types = {one.id: one.type for one in people.values()}
    with open_cache(study.folder) as cache:
        matcher = compile_codebook(codebook, parser=Parser(cache))
        sentences = explain(matcher, transcript, numbers, types=types, codes=codes)
    who = dict.fromkeys(_label(turn.respondent, people) for turn in turns if turn.respondent)
    reason = kept_out(study).get(transcript.id)
    notes = [f"{transcript.id} is in no table: {reason}."] if reason else []
    return Explanation(codebook, sentences, "; ".join(who), codes, tuple(notes))


def explain_text(
    codebook: Codebook, text: str, *, speaker: str | None = None, question: str = "", code: str | None = None
) -> Explanation:
    """Why each sentence of `text` would be coded as it is, said by a type of respondent in answer to `question`."""
    if not text.strip():
        raise MisuseError("there is nothing to explain.", hint='qualcode explain --text "The police beat us."')
    types = speaker_types(codebook)
    if speaker is not None and speaker not in types:
        known = f"one of: {', '.join(types)}" if types else "leave --speaker out: the codebook names no types"
        raise MisuseError(f'the codebook knows no speaker "{speaker}".{did_you_mean(speaker, types)}', hint=known)
    codes = chosen(codebook, code)
    said = speaker if speaker is not None else usual_speaker(types)
    transcript = utterance(text.strip(), question=question.strip(), language=codebook.language)
    numbers = [one.number for one in transcript.segments if one.turn == transcript.turns[-1].number]
    matcher = compile_codebook(codebook, parser=Parser(RecentParses()))
    sentences = explain(matcher, transcript, numbers, types={SPEAKER: said}, codes=codes)
    notes = [f"Taken as said by: {said} (--speaker says otherwise)."] if speaker is None and said else []
    return Explanation(codebook, sentences, said, codes, tuple(notes))


def chosen(codebook: Codebook, name: str | None) -> frozenset[str] | None:
    """The code of this id, or the codes of the theme of this id; None for all where no name is given."""
    if name is None:
        return None
    themes = {theme.id: frozenset(one.id for one in theme.codes) for theme in codebook.themes}
    codes = {one.id: one for one in codebook.codes()}
    if name in codes and codes[name].manual:
        raise MisuseError(f'"{name}" is coded by people only: it has no rules.', hint="explain a code that has rules")
    if name not in codes and name not in themes:
        raise MisuseError(
            f'there is no code "{name}".{did_you_mean(name, [*codes, *themes])}',
            hint=f"a theme ({', '.join(themes)}) or a code of the codebook",
        )
    return frozenset((name,)) if name in codes else themes[name]


def passage(study: Study, segment: str) -> tuple[Transcript, list[int]]:
    """The transcript and the numbers of the sentences that a public id names."""
    found = _SEGMENT.fullmatch(segment.strip())
    if found is None:
        hint = "a transcript and the number of a sentence: KII_03:42, or KII_03:42-44 for several"
        raise MisuseError(f'"{segment}" names no segment.', hint=hint)
    transcript = study.store.transcript(found["transcript"])
    first = int(found["first"])
    numbers = list(range(first, int(found["last"] or first) + 1))
    there = [one.number for one in transcript.segments]  # those of a later revision do not begin at 1
    lowest, last = min(there, default=0), max(there, default=0)
    if not numbers or first < lowest or numbers[-1] > last:
        raise MisuseError(
            f"{transcript.id} has no segment {segment.rpartition(':')[2]}.", hint=f"a number from {lowest} to {last}"
        )
    return transcript, numbers


def _turns(transcript: Transcript, numbers: Iterable[int]) -> list[Turn]:
    wanted = set(numbers)
    own = {one.turn for one in transcript.segments if one.number in wanted}
    return [turn for turn in transcript.turns if turn.number in own]


def _refuse_withdrawn(study: Study, transcript: Transcript, turns: Iterable[Turn]) -> None:
    """QualcodeError where words are of somebody who has withdrawn, or nobody's in an interview with them."""
    gone = withdrawn(study)
    spoke = {turn.respondent for turn in transcript.turns}
    if any(turn.respondent in gone or (turn.respondent is None and spoke & gone) for turn in turns):
        raise QualcodeError(
            "the respondent has withdrawn: nothing of this is shown.",
            where=transcript.id,
            hint="a segment of somebody else; qualcode respondents lists who there is",
        )


def _label(respondent: str | None, people: dict[str, Respondent]) -> str:
    known = people.get(respondent or "")
    return (known.label if known else "") or respondent or ""
