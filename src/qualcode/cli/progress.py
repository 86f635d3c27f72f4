"""A progress bar on standard error, only on a terminal and only for work that takes a while."""

import sys
from threading import Lock, Timer
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
        self._timer: Timer | None = None
        self._lock = Lock()
        self._task: tuple[str, int] = ("", 0)
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.finish()

    def start(self, what: str, total: int) -> None:
        """A piece of work begins; its bar appears, whatever the work is doing then, once it has taken a moment."""
        self.finish()
        self._task, self._done = (what, total), 0
        if self._console.is_terminal and not self._patience:
            self._show()
        elif self._console.is_terminal:
            self._timer = Timer(self._patience, self._show)
            self._timer.daemon = True
            self._timer.start()

    def step(self) -> None:
        """One step is done."""
        self._done += 1
        with self._lock:
            if self._bars is not None:
                self._bars.update(self._bars.task_ids[0], completed=self._done)

    def finish(self) -> None:
        """The bar goes away, or does not appear any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None
        if self._bars is not None:
            self._bars.stop()
            self._bars = None

    def _show(self) -> None:
        """Draws the bar; work of unknown length has one that only moves."""
        what, total = self._task
        counted = (MofNCompleteColumn(), TimeRemainingColumn()) if total else ()
        bars = Bars(TextColumn("{task.description}"), BarColumn(), *counted, console=self._console, transient=True)
        bars.add_task(what, total=total or None, completed=self._done)
        bars.start()
        with self._lock:
            self._bars = bars
