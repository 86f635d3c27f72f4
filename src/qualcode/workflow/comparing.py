"""How two codebooks differ, in what they say and in what they find in a study."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.analysis.coded import coded_segments
from qualcode.codebook.diff import diff
from qualcode.matching import ENGINE_VERSION, compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.codebook_diff import CodebookDiff
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.coding import Coding, Run
from qualcode.model.parse import ParseCache
from qualcode.model.progress import SILENT, Progress
from qualcode.model.table import Level, ThemeTable
from qualcode.model.transcript import Transcript
from qualcode.text import Parser
from qualcode.workflow.coding import read_codebook
from qualcode.workflow.jobs import open_cache
from qualcode.workflow.release import Released, released
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import default_fields, profile_fields, theme_table


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment that one codebook gives a code and the other does not, or gives it another reading."""

    segment: str
    text: str
    respondent: str
    """As a quote would be attributed."""
    matched: str
    before: str = ""
    """How it was asserted under the old codebook, "" where it was not coded, or not read."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class CodeEffect:
    """What one code gains and loses in a study. A segment is in one of these only."""

    code: str
    gained: tuple[Passage, ...] = ()
    lost: tuple[Passage, ...] = ()
    reread: tuple[Passage, ...] = ()
    """Coded under both, and asserted otherwise: affirmed before, negated now."""


@dataclass(frozen=True, slots=True)
class CellEffect:
    """A cell of the theme table in which other people are counted."""

    code: str
    group: str
    """Title of the column."""
    before: tuple[str, ...]
    """Respondents counted under the old codebook."""
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What the change of a codebook does to a study."""

    codes: tuple[CodeEffect, ...]
    cells: tuple[CellEffect, ...]
    table: str
    """Title of the table whose cells these are."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two codebooks, how they differ, and what that does to a study where one was given."""

    old: Codebook
    new: Codebook
    changes: CodebookDiff
    effect: Effect | None = None


def compare(old: Path, new: Path, *, study: Study | None = None, progress: Progress = SILENT) -> Comparison:
    """How the codebook at `new` differs from the one at `old`; with `study`, what each of them finds in it.

    Nothing is stored, and nothing is shown of words that may not leave the study.
    """
    progress.start("Reading the codebooks", 0)
    before, after = read_codebook(old)[0], read_codebook(new)[0]
    progress.finish()
    changes = diff(before, after)
    return Comparison(before, after, changes, _effect(study, before, after, changes, progress) if study else None)


def _effect(study: Study, before: Codebook, after: Codebook, changes: CodebookDiff, progress: Progress) -> Effect:
    shown = released(study)
    transcripts = tuple(shown.transcripts())
    renamed = {change.before.id: change.after.id for change in changes.changed if change.renamed}
    with open_cache(study.folder) as parses:
        found = [_coded(shown, transcripts, codebook, parses, progress) for codebook in (before, after)]
    field = default_fields(study, shown.respondents)[0]
    tables = [theme_table(study, field, found=one) for one in found]
    return Effect(
        tuple(_code_effects(found[0].segments, found[1].segments, transcripts, renamed, after)),
        tuple(_cell_effects(tables[0], tables[1], renamed)),
        tables[1].title,
        found[1].notes,
    )


def _coded(
    shown: Released, transcripts: Sequence[Transcript], codebook: Codebook, parses: ParseCache, progress: Progress
) -> Material:
    """A study coded in memory, without the words of those who have withdrawn."""
    matcher = compile_codebook(codebook, parser=Parser(parses))
    people = {one.id: one for one in shown.respondents}
    types = {one.id: one.type for one in shown.respondents}
    codings: list[Coding] = []
    progress.start(f"Coding with {codebook.name} {codebook.version}", len(transcripts))
    for transcript in transcripts:
        owners = {turn.number: turn.respondent for turn in transcript.turns}
        codings += [one for one in matcher.code(transcript, types=types) if owners[one.turn] in people]
        progress.step()
    progress.finish()
    segments = coded_segments(transcripts, codings, shown.respondents)
    run = Run(codebook.name, codebook.version, codebook.hash, ENGINE_VERSION, "", len(transcripts), len(codings))
    fields = profile_fields(shown.study.settings, shown.respondents)
    return Material(shown.study.settings.name, codebook, run, shown.respondents, segments, fields, notes=shown.notes)


Place = tuple[str, int]
"""A sentence: its transcript and its number."""
ByCode = Mapping[str, Mapping[Place, Sequence[CodedSegment]]]
"""Code to the sentences that have it, each with its codings."""


def _code_effects(
    before: Sequence[CodedSegment],
    after: Sequence[CodedSegment],
    transcripts: Sequence[Transcript],
    renamed: Mapping[str, str],
    codebook: Codebook,
) -> Iterable[CodeEffect]:
    """What each code gains, loses and reads otherwise; codes of the new codebook first, in its order."""
    words = {one.id: one for one in transcripts}
    old, new = _by_code(before, renamed), _by_code(after, {})
    for code in dict.fromkeys([*(one.id for one in codebook.codes()), *old]):
        was, now = old.get(code, {}), new.get(code, {})
        readings = {place: (_reading(was.get(place, ())), _reading(now.get(place, ()))) for place in {**was, **now}}
        passages = {
            place: _passage(place, (now.get(place) or was[place])[0], words[place[0]], readings[place])
            for place in sorted(readings)
            if place not in was or place not in now or readings[place][0] != readings[place][1]
        }
        effect = CodeEffect(
            code,
            gained=tuple(one for place, one in passages.items() if place not in was),
            lost=tuple(one for place, one in passages.items() if place not in now),
            reread=tuple(one for place, one in passages.items() if place in was and place in now),
        )
        if passages:
            yield effect


def _by_code(segments: Sequence[CodedSegment], renamed: Mapping[str, str]) -> ByCode:
    found: dict[str, dict[Place, list[CodedSegment]]] = defaultdict(lambda: defaultdict(list))
    for one in segments:
        code = renamed.get(one.coding.code, one.coding.code)
        for number in range(one.coding.first_segment, one.coding.last_segment + 1):
            found[code][one.coding.transcript, number].append(one)
    return found


def _reading(codings: Sequence[CodedSegment]) -> str:
    """How a sentence's codings with one code are asserted: each reading once."""
    return " and ".join(sorted({one.coding.assertion for one in codings if one.coding.assertion}))


def _passage(place: Place, coded: CodedSegment, transcript: Transcript, readings: tuple[str, str]) -> Passage:
    (segment,) = [one for one in transcript.segments if one.number == place[1]]
    who = coded.respondent.label or coded.respondent.id
    words = segment.span.of(transcript.text)
    return Passage(transcript.segment_id(place[1]), words, who, coded.coding.matched, *readings)


def _cell_effects(before: ThemeTable, after: ThemeTable, renamed: Mapping[str, str]) -> Iterable[CellEffect]:
    """The cells of codes in which other people are counted; a code that one codebook lacks counts nobody there."""
    old, new = _cells(before, renamed), _cells(after, {})
    for code, group in dict.fromkeys([*new, *old]):
        was, now = old.get((code, group), ()), new.get((code, group), ())
        if set(was) != set(now):
            yield CellEffect(code, group, was, now)


def _cells(table: ThemeTable, renamed: Mapping[str, str]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    return {
        (renamed.get(row.code, row.code), column.title): cell.respondents
        for row in table.at(Level.CODE)
        for column, cell in zip(table.columns, row.cells, strict=True)
    }
