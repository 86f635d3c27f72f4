"""Coding again whenever a file of the codebook is saved."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from qualcode.errors import QualcodeError
from qualcode.model.coding import Coding, CodingChange
from qualcode.model.progress import SILENT, Progress
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Transcript
from qualcode.workflow.coding import CodeReport, code_study, codebook_files
from qualcode.workflow.release import kept_out, withdrawn
from qualcode.workflow.study import Study

INTERVAL = 0.5
"""Seconds between two looks at the files."""
_SHOWN = 3
"""As many passages of a code are shown on each side."""

Snapshot = Mapping[str, tuple[int, int]]
"""When each file of the codebook was last written, and how large it is."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage that a code gained or lost."""

    segment: str
    text: str
    respondent: str
    """As a quote would be attributed."""
    reading: str
    """How it is asserted, "" where that was not read."""


@dataclass(frozen=True, slots=True)
class CodeNews:
    """What a code gained and lost, with the first passages of each."""

    code: str
    gained: int
    lost: int
    gained_passages: tuple[Excerpt, ...]
    lost_passages: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Recoded:
    """A run, and what it changed."""

    report: CodeReport
    news: tuple[CodeNews, ...]


@dataclass(frozen=True, slots=True)
class Faulty:
    """A codebook that cannot be used as it was saved; what was coded before stays."""

    error: QualcodeError


def watch(
    study: Study,
    *,
    look: Callable[[Path], Snapshot] | None = None,
    wait: Callable[[float], None] = sleep,
    progress: Progress = SILENT,
) -> Iterator[Recoded | Faulty]:
    """Codes, and again after every change of the codebook's files, without end.

    A change counts once two looks in a row find the files the same, so that no file is read while it is being saved.
    """
    look = look or snapshot
    seen = look(study.folder.codebook)
    while True:
        yield _run(study, progress)
        seen = _changed(study.folder.codebook, seen, look, wait)


def snapshot(codebook: Path) -> Snapshot:
    """The files of a codebook as they are now; one that vanishes while it is looked at is left out."""
    found: dict[str, tuple[int, int]] = {}
    try:
        files = codebook_files(codebook)
    except OSError:
        return {}
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        found[file.name] = (state.st_mtime_ns, state.st_size)
    return found


def _changed(
    codebook: Path, seen: Snapshot, look: Callable[[Path], Snapshot], wait: Callable[[float], None]
) -> Snapshot:
    """Waits until the files differ from what was `seen` and have settled; what they are then."""
    before = seen
    while True:
        wait(INTERVAL)
        now = look(codebook)
        if now != seen and now == before:
            return now
        before = now


def _run(study: Study, progress: Progress) -> Recoded | Faulty:
    try:
        report = code_study(study, progress=progress)
    except QualcodeError as error:
        progress.finish()
        return Faulty(error)
    return Recoded(report, _news(study, report.changes) if report.before is not None else ())


def _news(study: Study, changes: tuple[CodingChange, ...]) -> tuple[CodeNews, ...]:
    """What may be shown of changes: nothing of those who have withdrawn, and no transcript that is in no table."""
    out, gone = kept_out(study), withdrawn(study)
    people = {one.id: one for one in study.store.respondents()}
    owners = study.store.turn_owners()
    known: dict[str, Transcript] = {}

    def shown(coding: Coding) -> bool:
        owner = owners.get((coding.transcript, coding.turn))
        return coding.transcript not in out and owner is not None and owner not in gone

    def excerpt(coding: Coding) -> Excerpt:
        if coding.transcript not in known:
            known[coding.transcript] = study.store.transcript(coding.transcript)
        return _excerpt(coding, known[coding.transcript], people)

    found = []
    for change in changes:
        gained, lost = list(filter(shown, change.gained)), list(filter(shown, change.lost))
        if gained or lost:
            sides = [tuple(map(excerpt, side[:_SHOWN])) for side in (gained, lost)]
            found.append(CodeNews(change.code, len(gained), len(lost), *sides))
    return tuple(found)


def _excerpt(coding: Coding, transcript: Transcript, people: Mapping[str, Respondent]) -> Excerpt:
    spans = {one.number: one.span for one in transcript.segments}
    words = transcript.text[spans[coding.first_segment].start : spans[coding.last_segment].end]
    (owner,) = [turn.respondent for turn in transcript.turns if turn.number == coding.turn]
    known = people.get(owner or "")
    who = (known.label if known else "") or owner or ""
    segment = transcript.segment_id(coding.first_segment, coding.last_segment)
    return Excerpt(segment, words, who, coding.assertion)
