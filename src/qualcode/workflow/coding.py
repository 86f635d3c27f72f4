"""Coding: a codebook over every transcript of a study, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook import load_codebook
from qualcode.codebook.lint import lint
from qualcode.codebook.source import SUFFIXES
from qualcode.errors import ProblemsError, QualcodeError
from qualcode.matching import ENGINE_VERSION, Matcher, compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.coding import Coding, CodingChange, Run
from qualcode.model.problem import Problem
from qualcode.model.progress import SILENT, Progress
from qualcode.workflow.release import withdrawn
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class CodeReport:
    """What a run of the codebook did, and how it differs from the run before."""

    run: Run
    before: Run | None
    changes: tuple[CodingChange, ...]
    codebook: Codebook
    problems: tuple[Problem, ...]
    respondents: int
    """Respondents with at least one coding."""


def study_codebook(study: Study) -> tuple[Codebook, tuple[Problem, ...]]:
    """The codebook in the study's folder; ProblemsError with all its faults."""
    return read_codebook(study.folder.codebook)


def read_codebook(path: Path) -> tuple[Codebook, tuple[Problem, ...]]:
    """The codebook at `path`, a file or a folder, and its warnings."""
    if not path.exists():
        raise QualcodeError("there is no codebook here.", where=path.name, hint="put its YAML files there")
    return load_codebook(path)


def codebook_files(path: Path) -> tuple[Path, ...]:
    """The files of the codebook at `path`, a file or a folder."""
    if path.is_file():
        return (path,)
    found = (one for one in path.iterdir() if one.is_file() and one.suffix.lower() in SUFFIXES)
    return tuple(sorted(one for one in found if not one.name.startswith((".", "~"))))


def lint_codebook(path: Path) -> tuple[Problem, ...]:
    """Everything to mend or to look at in the codebook at `path`, errors first."""
    try:
        codebook, problems = read_codebook(path)
    except ProblemsError as error:
        return error.problems
    return (*problems, *lint(codebook))


def code_study(study: Study, *, progress: Progress = SILENT) -> CodeReport:
    """Applies the study's codebook to all its transcripts and replaces the rules' codings."""
    progress.start("Preparing the codebook", 0)
    codebook, problems = study_codebook(study)
    matcher = compile_codebook(codebook)
    progress.finish()
    total = len(study.store.transcript_ids())
    if not total:
        raise QualcodeError("no transcripts have been imported yet.", hint="qualcode import transcripts")
    before = study.store.last_run()
    progress.start("Coding", total)
    codings = tuple(_codings(study, matcher, progress))
    progress.finish()
    run = Run(codebook.name, codebook.version, codebook.hash, ENGINE_VERSION, "", total, len(codings))
    with study.store.transaction():
        changes = study.store.replace_rule_codings(run, codings)
        study.store.log("code", codebook=codebook.hash, codings=len(codings))
    owners = study.store.turn_owners()
    people = {owners.get((coding.transcript, coding.turn)) for coding in codings} - {None}
    return CodeReport(run, before, changes, codebook, (*problems, *matcher.warnings), len(people))


def _codings(study: Study, matcher: Matcher, progress: Progress) -> Iterator[Coding]:
    """The codings of every transcript, without the words of those who have withdrawn."""
    gone = withdrawn(study)
    for transcript in study.store.transcripts():
        owners = {turn.number: turn.respondent for turn in transcript.turns}
        yield from (coding for coding in matcher.code(transcript) if owners[coding.turn] not in gone)
        progress.step()
