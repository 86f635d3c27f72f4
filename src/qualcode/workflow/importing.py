"""Import: from files to a study's transcripts, all or nothing, with everything a person should look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Where, has_errors
from qualcode.model.progress import SILENT, Progress
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.transcript import Interpreting
from qualcode.readers.naming import identify
from qualcode.readers.respondents.reading_list import read_respondents
from qualcode.readers.speakers.interview import SpeakerSummary
from qualcode.store import RespondentChange
from qualcode.workflow.batch import Batch
from qualcode.workflow.collecting import collect
from qualcode.workflow.originals import keep_originals
from qualcode.workflow.reading import Reader
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How an import deals with files that cannot be used and with those it knows."""

    skip_bad: bool = False
    """Import the good files of a batch and report the others."""
    replace: frozenset[str] = frozenset()
    """Transcripts whose text may be replaced by a new revision, or `all`."""
    interpreter: Interpreting | None = None
    copy: bool = True
    """Keep the originals in the study's transcripts folder."""
    without: tuple[Path, ...] = ()
    """Files and folders that are no transcripts, wherever they stand."""


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
    """Transcripts of this import that are kept out of tables, and why."""
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
    files, oddities = collect(paths, study.folder, respondents=list_path, without=options.without)
    reader = Reader(study, people, replacing=options.replace, interpreter=options.interpreter)
    readings, faults = reader.read_all(files, progress)
    withdrawn = frozenset(one.id for one in people if one.consent is Consent.WITHDRAWN)
    batch = Batch(study, options.replace, withdrawn)
    for reading in readings:
        batch.take(reading)
    batch.find_versions()
    problems += [*oddities, *faults, *batch.problems]
    _check(problems, skip_bad=options.skip_bad, empty=not (files or people))
    changes = batch.commit(people, options.interpreter)
    if options.copy:
        keep_originals(study.folder, dict.fromkeys(batch.paths.values()))
    return ImportReport(
        tuple(batch.new),
        tuple(batch.revised),
        tuple(batch.recast),
        tuple(batch.unchanged),
        changes,
        missing_transcripts(study),
        batch.speakers,
        batch.holds,
        tuple(problems),
    )


def _check(problems: Sequence[Problem], *, skip_bad: bool, empty: bool) -> None:
    """ProblemsError where nothing may be stored, or nothing is there to be stored."""
    if has_errors(problems) and not skip_bad:
        raise ProblemsError(
            "nothing was imported, because some files cannot be used.",
            problems,
            hint="mend them, or import the others with --skip-bad",
        )
    if empty:
        raise ProblemsError(
            "there is nothing to import.",
            problems,
            hint="put transcripts into the transcripts folder, or say where they are: qualcode import FOLDER",
        )


def _listed(path: Path | None, study: Study) -> tuple[list[Respondent], list[Problem]]:
    """The respondent list with those the study already has."""
    known = study.store.respondents()
    if path is None:
        return list(known), []
    if not path.is_file():
        problem = Problem("there is no such respondent list.", Where(path.name), "check its spelling")
        return list(known), [problem]
    people, problems = read_respondents(path, study.settings)
    listed = {one.id for one in people}
    return [*people, *(one for one in known if one.id not in listed)], list(problems)


def missing_transcripts(study: Study) -> tuple[str, ...]:
    """Respondents on the list who are in no transcript, those who withdrew apart.

    A transcript that waits for a person to say whose words it holds is nobody's yet, but it is there.
    """
    people = study.store.respondents()
    seen = set(study.store.respondents_with_turns())
    for id_ in study.store.held():
        seen.add(id_)
        seen |= {one.id for one in identify(PurePath(study.store.transcript(id_).source), people).respondents}
    return tuple(one.id for one in people if one.id not in seen and one.consent is not Consent.WITHDRAWN)
