"""A progress bar on standard error, only on a terminal and only for work that takes a while."""

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

PATIENCE = 1.0
"""Seconds before a bar appears."""


class Bar:
    """Draws progress as `model.progress.Progress` tells it."""

    def __init__(self, console: Console | None = None, *, patience: float = PATIENCE) -> None:
        self._console = console or Console(file=sys.stderr)
        self._patience = patience
        self._bars: Bars | None = None
        self._task: tuple[str, int] = ("", 0)
        self._done = 0
        self._began = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.finish()

    def start(self, what: str, total: int) -> None:
        """A piece of work begins."""
        self.finish()
        self._task, self._done, self._began = (what, total), 0, time.monotonic()

    def step(self) -> None:
        """One step is done; the bar appears once the work has taken longer than a moment."""
        self._done += 1
        if self._bars is None and self._console.is_terminal and time.monotonic() - self._began > self._patience:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bars = Bars(*columns, console=self._console, transient=True)
            self._bars.add_task(self._task[0], total=self._task[1])
            self._bars.start()
        if self._bars is not None:
            self._bars.update(self._bars.task_ids[0], completed=self._done)

    def finish(self) -> None:
        """The bar goes away."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
