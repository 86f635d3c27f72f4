"""Import: from files to a study's transcripts, all or nothing, with everything a person should look at."""

import shutil
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.progress import SILENT, Progress
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.transcript import Interpreting, Transcript
from qualcode.readers import FORMATS, read
from qualcode.readers.reading import Reading
from qualcode.readers.respondents.reading_list import read_respondents
from qualcode.readers.speakers.interview import SpeakerSummary
from qualcode.readers.versions import near_identical, sketch
from qualcode.store import RespondentChange
from qualcode.workflow.study import Study

_NEVER = frozenset(("thumbs.db", "desktop.ini", "icon\r", "study.yaml", "study.db", "cache.db"))
_ABOUT = frozenset(("readme", "license", "licence", "changelog"))
"""Stems of files that say something about a folder and are no interviews."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How an import deals with files that cannot be used and with those it knows."""

    skip_bad: bool = False
    """Import the good files of a batch and report the others."""
    replace: frozenset[str] = frozenset()
    """Transcripts whose text may be replaced by a new revision."""
    interpreter: Interpreting | None = None
    copy: bool = True
    """Keep the originals in the study's transcripts folder."""


DEFAULTS = ImportOptions()
"""An import as it is when nobody says anything."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    added: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    recast: tuple[str, ...] = ()
    """Transcripts whose text is the same and whose speakers changed."""
    unchanged: tuple[str, ...] = ()
    respondents: tuple[RespondentChange, ...] = ()
    missing: tuple[str, ...] = ()
    """Respondents on the list without a transcript."""
    speakers: dict[str, tuple[SpeakerSummary, ...]] = field(default_factory=dict)
    holds: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """Errors only where bad files were to be skipped."""


def import_files(
    study: Study,
    paths: Sequence[Path],
    *,
    respondents: Path | None = None,
    options: ImportOptions = DEFAULTS,
    progress: Progress = SILENT,
) -> ImportReport:
    """Reads the files at `paths` (folders are searched) into the study in one transaction.

    Raises ProblemsError with every fault of every file, and stores nothing, unless bad files are to be skipped.
    """
    list_path = respondents or study.folder.respondents
    people, problems = _listed(list_path, study)
    files, oddities = _collect(paths, exclude=list_path)
    readings, faults = _read_all(study, files, people, interpreter=options.interpreter, progress=progress)
    problems += [*oddities, *faults]
    batch = _Batch(study, options, problems)
    for reading in readings:
        batch.take(reading)
    if not options.skip_bad and any(problem.severity is Severity.ERROR for problem in batch.problems):
        raise ProblemsError(
            "nothing was imported, because some files cannot be used.",
            batch.problems,
            hint="mend them, or import the others with --skip-bad",
        )
    if not readings and not people:
        raise QualcodeError("there is nothing to import.", hint="qualcode import FOLDER_WITH_TRANSCRIPTS")
    return batch.commit(people, files)


def _listed(path: Path | None, study: Study) -> tuple[list[Respondent], list[Problem]]:
    """The respondent list, or those the study already has."""
    if path is None:
        return list(study.store.respondents()), []
    people, problems = read_respondents(path, study.settings)
    listed = {one.id for one in people}
    return [*people, *(one for one in study.store.respondents() if one.id not in listed)], list(problems)


def _collect(paths: Iterable[Path], *, exclude: Path | None) -> tuple[list[Path], list[Problem]]:
    """The files to read, in the same order on every machine, and what was passed over."""
    found: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.rglob("*"), key=lambda one: unicodedata.normalize("NFC", str(one)))
            found += [one for one in inside if one.is_file() and not _hidden(one.relative_to(path))]
        elif path.exists():
            found.append(path)
        else:
            problems.append(Problem("there is no such file or folder.", Where(str(path)), "check its spelling"))
    skip = {exclude.resolve()} if exclude else set()
    files = []
    for path in dict.fromkeys(one.resolve() for one in found):
        if path in skip or path.name.casefold() in _NEVER or path.stem.casefold() in _ABOUT:
            continue
        oddity = _oddity(path)
        if oddity is None:
            files.append(path)
        else:
            problems.append(oddity)
    return files, problems


def _hidden(path: Path) -> bool:
    """Whether a file stands in a hidden folder or is hidden itself."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _oddity(path: Path) -> Problem | None:
    """Why a file is not read, None where it is."""
    if path.name.startswith("~$"):
        what = "this is a lock file that Word or Excel leaves while a document is open; it was passed over."
        return Problem(what, Where(path.name), "close the document", Severity.WARNING)
    if path.suffix.lower() in (".doc", ".xls", ".ppt"):
        new = {".doc": ".docx", ".xls": ".xlsx", ".ppt": ".docx"}[path.suffix.lower()]
        what = f"{path.suffix.lower()} files of old versions of Office are not read."
        return Problem(what, Where(path.name), f"open it and save it as {new}")
    if not FORMATS.knows(path):
        what = f"{path.suffix or 'files without a suffix'} is no transcript format; it was passed over."
        return Problem(what, Where(path.name), f"formats: {' '.join(FORMATS.suffixes)}", Severity.WARNING)
    return None


def _read_all(
    study: Study,
    files: Sequence[Path],
    people: Sequence[Respondent],
    *,
    interpreter: Interpreting | None,
    progress: Progress,
) -> tuple[list[Reading], list[Problem]]:
    """Every file that can be read, and the faults of the others."""
    readings: list[Reading] = []
    problems: list[Problem] = []
    progress.start("Reading transcripts", len(files))
    for path in files:
        try:
            readings.append(
                read(
                    path,
                    study.settings,
                    respondents=people,
                    roles=study.store.speaker_choices_by_file(path.name),
                    interpreter=interpreter,
                )
            )
        except ProblemsError as error:
            problems += error.problems
        progress.step()
    progress.finish()
    return readings, problems


class _Batch:
    """The transcripts of one import, gathered and compared before anything is stored."""

    def __init__(self, study: Study, options: ImportOptions, problems: Sequence[Problem]) -> None:
        self.study = study
        self.options = options
        self.problems = list(problems)
        self.known = study.store.by_content()
        self.ids = set(study.store.transcript_ids())
        self.new: dict[str, Transcript] = {}
        self.revised: dict[str, Transcript] = {}
        self.recast: dict[str, Transcript] = {}
        self.unchanged: list[str] = []
        self.speakers: dict[str, tuple[SpeakerSummary, ...]] = {}
        self.holds: dict[str, str] = {}
        self.rows: list[Respondent] = []

    def take(self, reading: Reading) -> None:
        """Sorts the transcripts of one file into new, revised, recast and unchanged."""
        self.problems += reading.problems
        self.rows += reading.respondents
        for transcript in reading.transcripts:
            before = len(self.new) + len(self.revised) + len(self.recast)
            self._sort(transcript)
            if len(self.new) + len(self.revised) + len(self.recast) > before:
                self.speakers[transcript.id] = reading.speakers.get(transcript.id, ())
                if transcript.id in reading.holds:
                    self.holds[transcript.id] = reading.holds[transcript.id]

    def _sort(self, transcript: Transcript) -> None:
        same = self._with_content(transcript.content_hash)
        where = Where(transcript.source)
        if same is not None and same != transcript.id and ":" not in transcript.id:
            what = f"its content is the same as that of {same}; it was imported once."
            self.problems.append(Problem(what, where, "remove one of the two files", Severity.WARNING))
        elif transcript.id in self.new or transcript.id in self.revised:
            other = (self.new | self.revised)[transcript.id].source
            what = f"it gives the id {transcript.id}, and so does {other}."
            self.problems.append(Problem(what, where, "rename one, or name both in the respondent list's file column"))
        elif transcript.id not in self.ids:
            self.new[transcript.id] = transcript
        else:
            self._compare(transcript, where)

    def _with_content(self, content: str) -> str | None:
        """The transcript that already has this content, in the study or in this batch."""
        if content in self.known:
            return self.known[content]
        return next((one.id for one in self.new.values() if one.content_hash == content), None)

    def _compare(self, transcript: Transcript, where: Where) -> None:
        """A transcript the study has: unchanged, with other speakers, or with another text."""
        old = self.study.store.transcript(transcript.id)
        if old.text == transcript.text and [turn.span for turn in old.turns] == [
            turn.span for turn in transcript.turns
        ]:
            same = [(turn.role, turn.respondent) for turn in old.turns] == [
                (turn.role, turn.respondent) for turn in transcript.turns
            ]
            if same:
                self.unchanged.append(transcript.id)
            else:
                self.recast[transcript.id] = transcript
        elif transcript.id in self.options.replace or "all" in self.options.replace:
            first = old.segments[-1].number if old.segments else 0
            segments = tuple(replace(one, number=one.number + first) for one in transcript.segments)
            self.revised[transcript.id] = replace(transcript, segments=segments, revision=old.revision + 1)
        else:
            what = f"its text differs from what was imported as {transcript.id} (from {old.source})."
            fix = f"qualcode import --replace {transcript.id} stores it as a new revision; or give it another name"
            self.problems.append(Problem(what, where, fix))

    def commit(self, people: Sequence[Respondent], files: Sequence[Path]) -> ImportReport:
        """Stores everything in one transaction."""
        store = self.study.store
        self._drop_withdrawn(people)
        self._hold_versions()
        listed = {one.id for one in people}
        rows = [one for one in self.rows if one.id not in listed]
        with store.transaction():
            changes = store.put_respondents([*people, *rows])
            for transcript in (*self.new.values(), *self.revised.values()):
                store.put_transcript(transcript)
            for transcript in self.recast.values():
                store.recast(transcript)
            for transcript_id in (*self.new, *self.revised, *self.recast):
                store.release(transcript_id)
            for transcript_id, reason in self.holds.items():
                store.hold(transcript_id, reason)
            if self.new or self.revised or self.recast:
                store.log("import", added=len(self.new), revised=len(self.revised), recast=len(self.recast))
        if self.options.copy:
            self._keep_originals(files)
        return ImportReport(
            tuple(self.new),
            tuple(self.revised),
            tuple(self.recast),
            tuple(self.unchanged),
            changes,
            missing_transcripts(self.study),
            self.speakers,
            self.holds,
            tuple(self.problems),
        )

    def _drop_withdrawn(self, people: Sequence[Respondent]) -> None:
        """Interviews of people who withdrew are not imported."""
        withdrawn = {one.id for one in people if one.consent is Consent.WITHDRAWN}
        for transcript_id, transcript in list(self.new.items()):
            owners = {turn.respondent for turn in transcript.turns if turn.respondent}
            if owners and owners <= withdrawn:
                del self.new[transcript_id]
                self.holds.pop(transcript_id, None)
                what = "its respondent has withdrawn consent; it was not imported."
                self.problems.append(Problem(what, Where(transcript.source), "delete the file", Severity.WARNING))

    def _hold_versions(self) -> None:
        """Interviews that are nearly the same stay out of tables until a person has chosen one."""
        fresh = {one.id: sketch(one.text) for one in self.new.values() if ":" not in one.id}
        if not fresh:
            return
        known = {one.id: sketch(one.text) for one in self.study.store.transcripts() if ":" not in one.id}
        for later, earlier, share in near_identical(fresh, known):
            self.holds[later] = f"nearly the same as {earlier}: choose one"
            what = f"{share:.0%} of it also stands in {earlier}: probably two versions of one interview."
            fix = f"qualcode transcripts --keep {later}, or --keep {earlier}"
            self.problems.append(Problem(what, Where(later), fix, Severity.WARNING))

    def _keep_originals(self, files: Sequence[Path]) -> None:
        """Copies of what was imported, in the study's transcripts folder."""
        used = {one.source for one in (*self.new.values(), *self.revised.values())}
        folder = self.study.folder.transcripts
        folder.mkdir(exist_ok=True)
        for path in files:
            target = folder / path.name
            if path.name in used and self.study.folder.path.resolve() not in path.parents:
                if target.exists() and target.read_bytes() != path.read_bytes():
                    target = _free_name(target)
                shutil.copy2(path, target)


def _free_name(path: Path) -> Path:
    """A name beside `path` that is not taken: an original is never overwritten."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 10_000))
    return next(one for one in numbered if not one.exists())


def missing_transcripts(study: Study) -> tuple[str, ...]:
    """Respondents on the list who are in no transcript, those who withdrew apart."""
    seen = study.store.respondents_with_turns()
    return tuple(
        one.id for one in study.store.respondents() if one.id not in seen and one.consent is not Consent.WITHDRAWN
    )
