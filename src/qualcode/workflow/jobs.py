"""The work of coding, cut into jobs that processes can share."""

import gc
import marshal
import pickle
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context

from qualcode.codebook.fingerprint import lists_hash
from qualcode.matching import Effort, Matcher, compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.problem import Problem
from qualcode.store import Cache, CodingRow, Store, coding_row
from qualcode.text import PARSE_RULES, Parser, parses, weights_hash
from qualcode.workflow.interviews import Interviews
from qualcode.workflow.memories import Memories
from qualcode.workflow.study import StudyFolder


@dataclass(frozen=True, slots=True)
class Job:
    """Interviews to code, with some codes of the codebook or with all (None)."""

    states: Mapping[str, str]
    """Transcript to what its codings depend on beside its words (see `Store.fingerprints`)."""
    codes: frozenset[str] | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The transcripts."""
        return tuple(self.states)


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
        self._memories = (
            Memories(store, self._cache, lists_hash(setting.codebook))
            if self._cache and parses(setting.codebook.language) and not setting.parse_all
            else None
        )
        parser = Parser(self._cache, reuse=setting.reuse)
        self._matcher: Matcher = compile_codebook(setting.codebook, parser=parser, parse_all=setting.parse_all)

    def do(self, job: Job) -> Outcome:
        """The codings of a job."""
        before = self._matcher.effort
        with _undisturbed():
            memories = self._memories.recall(job.states) if self._memories else {}
            codings = self._matcher.code_all(self._interviews.read(job.ids), codes=job.codes, memories=memories)
            if self._memories:
                self._memories.keep(memories, whole=job.codes is None)
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


class Crew:
    """Processes that share jobs; one alone where no more are worth their start. To be closed.

    The processes start when the crew is made, and load what they need while this one still prepares the work.
    """

    def __init__(self, processes: int) -> None:
        self._count = processes
        self._pool: ProcessPoolExecutor | None = None
        if processes > 1:
            # A fresh process is what every system can start; a forked one would share open files with this one.
            self._pool = ProcessPoolExecutor(processes, get_context("spawn"))
            for _ in range(processes):
                self._pool.submit(_started)

    def outcomes(self, setting: Setting, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """What each job gives, in their order."""
        if self._pool is None or len(jobs) < 2:
            coder = Coder(setting)
            try:
                yield from map(coder.do, jobs)
            finally:
                coder.close()
            return
        yield from self._in_order(self._pool, pickle.dumps(setting), jobs)

    def _in_order(self, pool: ProcessPoolExecutor, setting: bytes, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Results in order, with no more than a few jobs under way, so that memory does not grow with the study."""
        waiting: deque[Future[Outcome]] = deque()
        for job in jobs:
            waiting.append(pool.submit(_do, setting, job))
            if len(waiting) > 2 * self._count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        """Ends the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _started() -> None:
    """Nothing: a process that does it has been started."""


def _do(setting: bytes, job: Job) -> Outcome:
    return _coder(setting).do(job)


@lru_cache(maxsize=1)
def _coder(setting: bytes) -> Coder:
    """The coder of this process."""
    # pickle reads only what the process that started this one has just written.
    return Coder(pickle.loads(setting))  # noqa: S301
