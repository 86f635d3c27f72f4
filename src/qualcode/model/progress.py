"""What long work tells whoever shows it."""

from typing import Protocol


class Progress(Protocol):
    """Told of steps done; a face draws a bar from it, tests and notebooks pass none."""

    def start(self, what: str, total: int) -> None:
        """A piece of work begins, `total` steps long, 0 where nobody can say."""

    def step(self) -> None:
        """One step is done."""

    def finish(self) -> None:
        """The piece of work is over, done or not."""


class Silent:
    """Shows nothing."""

    def start(self, what: str, total: int) -> None:
        """Does nothing."""

    def step(self) -> None:
        """Does nothing."""

    def finish(self) -> None:
        """Does nothing."""


SILENT = Silent()
"""For whoever shows no progress."""
