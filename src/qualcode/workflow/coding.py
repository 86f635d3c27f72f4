"""Coding: a codebook over every transcript of a study, in one transaction."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook import load_codebook
from qualcode.codebook.fingerprint import code_hash
from qualcode.codebook.lint import lint
from qualcode.codebook.source import SUFFIXES
from qualcode.errors import ProblemsError, QualcodeError
from qualcode.matching import ENGINE_VERSION, WORDS_RULES, Effort, ambiguous_terms
from qualcode.model.codebook import Codebook
from qualcode.model.coding import CodedState, CodingChange, Run
from qualcode.model.problem import Problem
from qualcode.model.progress import SILENT, Progress
from qualcode.text import PARSE_RULES, parses, weights_hash
from qualcode.workflow.jobs import Crew, Job, Outcome, Setting
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
    effort: Effort
    """Sentences that were looked at in this run, and how many of them had to be parsed."""


@dataclass(frozen=True, slots=True)
class CodeOptions:
    """How a study is coded; none of them changes what is coded."""

    afresh: bool = False
    """Code everything again, also what has not changed."""
    parse_all: bool = False
    """Parse every sentence, not only those where it can change something."""
    processes: int = 0
    """How many processes share the work, 0 for as many as are worth it."""
    reuse: bool = True
    """Parse equal sentences once and keep parses; off only to measure what that saves."""


DEFAULTS = CodeOptions()
_PORTION, _LEAST_PORTION = 1_200_000, 400_000
"""How many characters of transcripts are coded together, at the most and where there are so many."""
_WORTH_SHARING = 4
"""Least portions from which on a second process earns its start."""
_MOST_PROCESSES = 4
"""More would only wait for the disk and for memory."""


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
    return (*problems, *lint(codebook), *ambiguous_terms(codebook))


def code_study(study: Study, *, options: CodeOptions = DEFAULTS, progress: Progress = SILENT) -> CodeReport:
    """Applies the study's codebook to its transcripts and replaces the rules' codings, those only that may differ."""
    with closing(Crew(options.processes or _processes(study))) as crew:
        progress.start("Preparing the codebook", 0)
        codebook, problems = study_codebook(study)
        progress.finish()
        if not study.store.transcript_ids():
            raise QualcodeError("no transcripts have been imported yet.", hint="qualcode import transcripts")
        state, plan = _plan(study, codebook, options)
        applied = codebook if plan.transcripts else codebook.limited(plan.codes)
        setting = Setting(study.folder, applied, options.parse_all, options.reuse)
        done = _done(crew, setting, plan.jobs, progress)
    before = study.store.last_run()
    rows = (row for outcome in done for row in outcome.rows())
    model = weights_hash() if parses(codebook.language) else ""
    run = Run(codebook.name, codebook.version, codebook.hash, ENGINE_VERSION, model, len(state.transcripts), 0)
    with study.store.transaction():
        replaced = study.store.replace_rule_codings(
            run, rows, state=state, codes=plan.codes, transcripts=plan.transcripts
        )
        study.store.log("code", codebook=codebook.hash, codings=replaced.run.codings)
    effort = sum((outcome.effort for outcome in done), start=Effort())
    warnings = dict.fromkeys(problem for outcome in done for problem in outcome.warnings)
    return CodeReport(
        replaced.run,
        before,
        replaced.changes,
        codebook,
        (*problems, *warnings),
        study.store.coded_respondents(),
        effort,
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What has to be coded: these transcripts with every code, the others with these codes."""

    transcripts: frozenset[str]
    codes: frozenset[str]
    jobs: tuple[Job, ...]


def _plan(study: Study, codebook: Codebook, options: CodeOptions) -> tuple[CodedState, _Plan]:
    """What the codings will have been made from, and the jobs that bring them there."""
    coded = CodedState() if options.afresh else study.store.coded_state()
    state = CodedState(_code_hashes(codebook), study.store.fingerprints())
    changed = frozenset(id_ for id_, own in state.transcripts.items() if coded.transcripts.get(id_) != own)
    codes = frozenset(code for code, own in state.codes.items() if coded.codes.get(code) != own)
    sizes = study.store.sizes()
    same = sorted(state.transcripts.keys() - changed) if codes else []
    jobs = [Job(_states(ids, state)) for ids in _portions(sorted(changed), sizes)]
    jobs += [Job(_states(ids, state), codes) for ids in _portions(same, sizes)]
    return state, _Plan(changed, codes, tuple(jobs))


def _states(ids: Sequence[str], state: CodedState) -> dict[str, str]:
    return {id_: state.transcripts[id_] for id_ in ids}


def _code_hashes(codebook: Codebook) -> dict[str, str]:
    """Code to the hash of all that decides what it finds: its rules, the engine, the language model."""
    model = weights_hash() if parses(codebook.language) else ""
    versions = f"{ENGINE_VERSION}/{WORDS_RULES}/{PARSE_RULES}/{model}"
    return {code.id: f"{code_hash(codebook, code)}/{versions}" for code in codebook.codes()}


def _portions(ids: Sequence[str], sizes: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """Transcripts in portions of about equal size, of which there are enough for every process to have two."""
    total = sum(sizes[id_] for id_ in ids)
    portion = min(_PORTION, max(_LEAST_PORTION, total // (2 * _processes_there())))
    taken, size = [], 0
    for id_ in ids:
        taken.append(id_)
        size += sizes[id_]
        if size >= portion:
            yield tuple(taken)
            taken, size = [], 0
    if taken:
        yield tuple(taken)


def _processes(study: Study) -> int:
    """How many processes are worth their start: one for a small study."""
    return _processes_there() if sum(study.store.sizes().values()) >= _WORTH_SHARING * _LEAST_PORTION else 1


def _processes_there() -> int:
    return min(os.cpu_count() or 1, _MOST_PROCESSES)


def _done(crew: Crew, setting: Setting, jobs: Sequence[Job], progress: Progress) -> list[Outcome]:
    """What the jobs gave, kept packed until it is stored: a study's codings fit into memory that way."""
    done: list[Outcome] = []
    progress.start("Coding", sum(len(job.ids) for job in jobs))
    for outcome in crew.outcomes(setting, jobs):
        done.append(outcome)
        for _ in outcome.job.ids:
            progress.step()
    progress.finish()
    return done
