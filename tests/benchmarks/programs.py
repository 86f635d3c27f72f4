"""Runs a program of this folder in a fresh process and watches the memory of everything it starts."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_EVERY = 0.1
"""Seconds between two looks at the memory."""
_PROC = Path("/proc")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Finished:
    """What a program printed, and what it cost."""

    found: dict[str, Any]
    whole: float
    """Seconds from start to end, imports included."""
    peak: int | None
    """Bytes in memory at the worst moment, of the process and all its children, None where /proc does not tell.

    What processes share is counted in each of them, so that it is rather too much.
    """


def run(program: str, *arguments: object) -> Finished:
    """Runs `program` with one thread a process; SystemExit where it fails."""
    surroundings = os.environ | dict.fromkeys(_THREADS, "1")
    command = [sys.executable, str(_HERE / program), *map(str, arguments)]
    begin, peak = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings) as process:  # noqa: S603 - our own programs
        while process.poll() is None:
            peak = max(peak, sum(_resident(one) for one in _family(process.pid)))
            time.sleep(_EVERY)
        whole = time.perf_counter() - begin
        printed = process.stdout.read() if process.stdout else b""
    if process.returncode:
        raise SystemExit(f"{program} failed with {process.returncode}.")
    return Finished(json.loads(printed), whole, peak or None)


def _family(process: int) -> Iterator[int]:
    """The process and everything it has started, by number."""
    yield process
    with suppress(OSError):  # it may end while we look
        for thread in (_PROC / str(process) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))


def _resident(process: int) -> int:
    with suppress(OSError):
        pages = (_PROC / str(process) / "statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    return 0
