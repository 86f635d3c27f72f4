"""What the study's codebook, or the words of it alone, codes in passages that people coded."""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from coded_units import GivenCode, Unit, read_coded_interviews
from gold_engine import RESPONDENT, one_turn

from qualcode.matching import compile_codebook
from qualcode.matching.corpus import Interview
from qualcode.matching.words import words_of
from qualcode.model.codebook import Code, Codebook, Rule, RuleKind, Unless
from qualcode.model.coding import Coding
from qualcode.model.term import Term, TermKind
from qualcode.model.transcript import Role, Segment, Transcript
from qualcode.settings import FILE
from qualcode.workflow.demo import sample
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import StudyFolder, opened

Found = frozenset[GivenCode]


def keywords_only(codebook: Codebook) -> Codebook:
    """The same codes with every word of their rules as a keyword: no event, no nearness, no veto, nobody who did it."""
    themes = (replace(theme, codes=tuple(map(_keywords, theme.codes))) for theme in codebook.themes)
    return replace(codebook, themes=tuple(themes))


def _keywords(code: Code) -> Code:
    return replace(code, rules=_any(code.rules), unless=Unless(), perpetrator="")


def _any(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    words = dict.fromkeys(term for rule in rules for term in _words(rule))
    return (Rule("keywords", RuleKind.ANY, terms=tuple(words)),) if words else ()


def _words(rule: Rule) -> Iterable[Term]:
    if rule.event is not None:
        return (Term(f"action:{name}", TermKind.ACTION, name) for name in rule.event.actions)
    return rule.terms


def implied(found: Sequence[Found], codebook: Codebook) -> list[Found]:
    """What was found, with the code's perpetrator as agent where none was read."""
    who = {code.id: code.perpetrator for code in codebook.codes()}
    return [frozenset(replace(one, agent=one.agent or who[one.code]) for one in each) for each in found]


def code_quotations(units: Sequence[Unit], codebook: Codebook) -> list[Found]:
    """What is coded in each quotation, as a turn of its own."""
    turns = [one_turn(unit.id, unit.text) for unit in units]
    interviews = [
        Interview.of(turn, words_of(turn), {RESPONDENT: unit.speaker}) for turn, unit in zip(turns, units, strict=True)
    ]
    by_unit: dict[str, set[GivenCode]] = defaultdict(set)
    for coding in compile_codebook(codebook).code_all(interviews):
        by_unit[coding.transcript].add(_given(coding))
    return [frozenset(by_unit[unit.id]) for unit in units]


def code_interviews(codebooks: Sequence[Codebook]) -> tuple[tuple[Unit, ...], list[list[Found]]]:
    """Every respondent's sentence of the interviews that people coded, and what each codebook codes in it."""
    given = read_coded_interviews("agreed")
    transcripts, types = transcripts_of(given)
    spoken = [(one, segment) for one in transcripts for segment in one.segments if _is_coded(one, segment)]
    units = tuple(
        Unit(f"{one.id}:{segment.number}", segment.span.of(one.text), given[one.id].get(segment.number, ()))
        for one, segment in spoken
    )
    found = []
    for codebook in codebooks:
        matcher = compile_codebook(codebook)
        by_segment: dict[str, set[GivenCode]] = defaultdict(set)
        for coding in (coding for one in transcripts for coding in matcher.code(one, types=types)):
            for number in range(coding.first_segment, coding.last_segment + 1):
                by_segment[f"{coding.transcript}:{number}"].add(_given(coding))
        found.append([frozenset(by_segment[unit.id]) for unit in units])
    return units, found


def passes(units: Sequence[Unit]) -> tuple[list[Found], list[Found]]:
    """What each of the two passes gave these sentences of the interviews."""
    first, second = (
        {f"{transcript}:{number}": frozenset(codes) for transcript, by in given.items() for number, codes in by.items()}
        for given in map(read_coded_interviews, ("first", "second"))
    )
    nothing: Found = frozenset()
    return [first.get(unit.id, nothing) for unit in units], [second.get(unit.id, nothing) for unit in units]


def transcripts_of(wanted: Iterable[str]) -> tuple[tuple[Transcript, ...], Mapping[str, str]]:
    """Transcripts of the sample as they are imported, and what kind of respondent each person is."""
    _, folder = sample()
    with tempfile.TemporaryDirectory() as temporary:
        shutil.copyfile(folder / FILE, Path(temporary) / FILE)
        with opened(StudyFolder(Path(temporary))) as study:
            import_files(study, [folder], respondents=folder / "respondents.xlsx")
            return tuple(study.store.transcript(one) for one in sorted(wanted)), study.store.respondent_types()


def _is_coded(transcript: Transcript, segment: Segment) -> bool:
    turn = next(turn for turn in transcript.turns if turn.number == segment.turn)
    return turn.respondent is not None and turn.role is not Role.INTERVIEWER


def _given(coding: Coding) -> GivenCode:
    return GivenCode(coding.code, coding.assertion, coding.agent)
