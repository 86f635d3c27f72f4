"""How far coders agree: what all were given to code blind, and what each put there before anybody talked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.analysis.agreement.units import Agreed, Place, Unit, agreed, first_made, unit_table
from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.decision import Decision
from qualcode.model.transcript import Segment, Transcript
from qualcode.workflow.desk import Desk
from qualcode.workflow.study import Study

RULES = "rules"
"""The name under which the codebook's rules are a coder."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit to which coders gave different codes."""

    segment: str
    """Its address."""
    words: str
    codes: tuple[tuple[str, ...], ...]
    """What each coder put there, in the order of the coders."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures, all codes together first, and the units on which coders differ."""

    coders: tuple[str, ...]
    reference: str
    rows: tuple[Agreed, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def validation(self) -> bool:
        """Whether it compares the rules with people; people with people is reliability."""
        return RULES in self.coders


def agreement(
    study: Study,
    coders: Sequence[str],
    *,
    unit: Literal["sentence", "turn"] = "sentence",
    level: Literal["code", "theme"] = "code",
    reference: str = "",
) -> Agreement:
    """How far the coders agree on what all of them were given.

    Raises MisuseError for fewer than two coders or a reference that is none of them, QualcodeError where there is
    nothing that all were given.
    """
    _check(coders, reference)
    people = [one for one in coders if one != RULES]
    desk = Desk(study, people[0])
    given = frozenset.intersection(*(study.store.given(one) for one in people))
    transcripts = {id_: desk.transcript(id_) for id_ in desk.transcripts() if any(id_ == one for one, _ in given)}
    turns = {
        (id_, segment.number): segment.turn
        for id_, transcript in transcripts.items()
        for segment in _owned(desk, transcript)
        if (id_, segment.number) in given
    }
    if not turns:
        raise QualcodeError(
            f"there is nothing that {' and '.join(people)} were given to code blind.",
            hint="qualcode review export sheet.xlsx --coder ANNA --blind for each, then review import",
        )
    kept = {code.id: code.theme if level == "theme" else code.id for code in desk.codebook.codes()}
    coded = [_coded(desk, one, transcripts, kept) for one in coders]
    units = unit_table(turns, coded, by=unit)
    rows = agreed(units, list(dict.fromkeys(kept.values())), reference=coders.index(reference) if reference else None)
    return Agreement(tuple(coders), reference, rows, tuple(_disagreements(units, transcripts)))


def _check(coders: Sequence[str], reference: str) -> None:
    if len(set(coders)) < 2 or len(set(coders)) < len(coders):
        raise MisuseError("agreement is between two coders or more.", hint="--coders ANNA,BEN, or --coders ANNA,rules")
    if reference and reference not in coders:
        raise MisuseError(f'"{reference}" is none of the coders.', hint=f"one of: {', '.join(coders)}")


def _owned(desk: Desk, transcript: Transcript) -> list[Segment]:
    """The sentences of respondents who have not withdrawn."""
    shown = {one.number for one in transcript.turns if one.respondent and desk.may_show(transcript, one.number)}
    return [one for one in transcript.segments if one.turn in shown]


def _coded(
    desk: Desk, coder: str, transcripts: Mapping[str, Transcript], kept: Mapping[str, str]
) -> Mapping[Place, frozenset[str]]:
    """What one coder put where, under the names that codes (or themes) have now."""
    found: dict[Place, set[str]] = defaultdict(set)
    for id_, transcript in transcripts.items():
        for code, first, last in _rules(desk, id_) if coder == RULES else _person(desk, coder, transcript):
            name = kept.get(desk.names.of_code(code))
            for number in range(first, last + 1) if name else ():
                found[id_, number].add(str(name))
    return {place: frozenset(codes) for place, codes in found.items()}


def _rules(desk: Desk, transcript: str) -> Iterable[tuple[str, int, int]]:
    return ((one.code, one.first_segment, one.last_segment) for one in desk.study.store.rule_codings(transcript))


def _person(desk: Desk, coder: str, transcript: Transcript) -> Iterable[tuple[str, int, int]]:
    own = [
        one
        for one in desk.study.store.decisions(transcript.id)
        if one.coder == coder and one.passage.revision == transcript.revision
    ]
    return ((_code(one), one.passage.first_segment, one.passage.last_segment) for one in first_made(own))


def _code(decision: Decision) -> str:
    return dict(decision.changes).get("code", decision.code)


def _disagreements(units: Iterable[Unit], transcripts: Mapping[str, Transcript]) -> Iterable[Disagreement]:
    for unit in units:
        if len(set(unit.codes)) > 1:
            transcript = transcripts[unit.transcript]
            spans = {one.number: one.span for one in transcript.segments}
            words = transcript.text[spans[unit.first].start : spans[unit.last].end]
            address = transcript.segment_id(unit.first, unit.last)
            yield Disagreement(address, words, tuple(tuple(sorted(codes)) for codes in unit.codes))
