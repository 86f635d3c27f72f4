"""The work of coding, cut into jobs that processes can share."""

import gc
import marshal
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from qualcode.matching import Effort, Matcher, compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.problem import Problem
from qualcode.store import Cache, CodingRow, Store, coding_row
from qualcode.text import PARSE_RULES, Parser, weights_hash
from qualcode.workflow.interviews import Interviews
from qualcode.workflow.study import StudyFolder


@dataclass(frozen=True, slots=True)
class Job:
    """Interviews to code, with some codes of the codebook or with all (None)."""

    ids: tuple[str, ...]
    codes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What every process that codes a study needs."""

    folder: StudyFolder
    codebook: Codebook
    parse_all: bool = False
    reuse: bool = True
    """Whether equal sentences are parsed once and parses are kept; off only to measure what that saves."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job gave: its codings, packed, and what it took."""

    job: Job
    packed: bytes
    effort: Effort
    warnings: tuple[Problem, ...]

    def rows(self) -> Iterator[CodingRow]:
        """The codings as rows for the store."""
        # marshal reads only what this program wrote a moment ago, in memory.
        return iter(marshal.loads(zlib.decompress(self.packed)))  # noqa: S302


class Coder:
    """Codes the interviews of one study, in one process."""

    def __init__(self, setting: Setting) -> None:
        self._stack = ExitStack()
        self._cache = self._stack.enter_context(open_cache(setting.folder)) if setting.reuse else None
        store = self._stack.enter_context(Store.open(setting.folder.database))
        self._interviews = Interviews(store, self._cache)
        parser = Parser(self._cache, reuse=setting.reuse)
        self._matcher: Matcher = compile_codebook(setting.codebook, parser=parser, parse_all=setting.parse_all)

    def do(self, job: Job) -> Outcome:
        """The codings of a job."""
        before = self._matcher.effort
        with _undisturbed():
            codings = self._matcher.code_all(self._interviews.read(job.ids), codes=job.codes)
            packed = zlib.compress(marshal.dumps([coding_row(coding) for coding in codings]), 1)
        return Outcome(job, packed, self._matcher.effort - before, self._matcher.warnings)

    def close(self) -> None:
        """Lets go of the study's files."""
        self._stack.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keeps the garbage collector from walking millions of living values again and again while a job is done."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def open_cache(folder: StudyFolder) -> Cache:
    """The study's cache of words and parses."""
    return Cache.open(folder.path / "cache.db", model=f"{weights_hash()}/{PARSE_RULES}")


def outcomes(setting: Setting, jobs: Sequence[Job], *, processes: int) -> Iterator[Outcome]:
    """What each job gives, in their order; by several processes where that is asked for."""
    if processes < 2 or len(jobs) < 2:
        coder = Coder(setting)
        try:
            yield from map(coder.do, jobs)
        finally:
            coder.close()
        return
    # A fresh process is what every system can start; a forked one would share open files with this one.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (setting,)) as pool:
        yield from _in_order(pool, jobs, ahead=2 * processes)


def _in_order(pool: ProcessPoolExecutor, jobs: Iterable[Job], *, ahead: int) -> Iterator[Outcome]:
    """Results in order, with no more than a few jobs under way, so that memory does not grow with the study."""
    waiting: deque[Future[Outcome]] = deque()
    for job in jobs:
        waiting.append(pool.submit(_do, job))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_process: dict[str, Any] = {}
"""The coder of this process, made when it begins."""


def _begin(setting: Setting) -> None:
    _process["coder"] = Coder(setting)


def _do(job: Job) -> Outcome:
    outcome: Outcome = _process["coder"].do(job)
    return outcome
