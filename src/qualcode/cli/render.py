"""How values look: plain words on standard output; problems and errors on standard error."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import StringIO

from rich.console import Console
from rich.markup import escape

from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.problem import Problem, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_NOTES = 12
"""As many notes are read one by one; more are counted."""
_PLACES = 6
"""As many places of one and the same problem are named."""


_INSTEAD: ContextVar[Console | None] = ContextVar("instead", default=None)
"""Where what is for standard output goes instead."""


def out() -> Console:
    """Standard output, as wide as the terminal, 80 columns wide where there is none."""
    return _INSTEAD.get() or Console(file=sys.stdout, highlight=False)


@contextmanager
def written(width: int) -> Iterator[StringIO]:
    """What is printed meanwhile, as text with colours, `width` columns wide, instead of on standard output."""
    words = StringIO()
    token = _INSTEAD.set(
        Console(file=words, highlight=False, width=width, force_terminal=True, color_system="standard")
    )
    try:
        yield words
    finally:
        _INSTEAD.reset(token)


def err() -> Console:
    """Standard error."""
    return Console(file=sys.stderr, highlight=False)


def say(text: str) -> None:
    """A line of plain words on standard output."""
    _print(out(), escape(text))


def tell(text: str) -> None:
    """A line of plain words on standard error."""
    _print(err(), escape(text))


def counted(number: int, noun: str) -> str:
    """`1 transcript`, `2 transcripts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print(console: Console, marked: str) -> None:
    """A line broken between words on a terminal, and left whole in a file, where commands are copied from it."""
    console.print(marked, soft_wrap=not console.is_terminal)


def show_problems(problems: Iterable[Problem], *, verbose: bool = True, console: Console | None = None) -> None:
    """Problems on standard error, errors first, the same fault in several places once.

    Unless `verbose`, many notes are counted and many places of one fault are cut short.
    """
    console = console or err()
    groups: dict[tuple[Severity, str, str], list[str]] = {}
    for problem in problems:
        groups.setdefault((problem.severity, problem.what, problem.fix), []).append(str(problem.where))
    order = list(Severity)
    notes = [group for group in groups if group[0] is Severity.NOTE]
    folded = not verbose and len(notes) > _NOTES
    for group in sorted(groups, key=lambda one: order.index(one[0])):
        severity, what, fix = group
        if severity is Severity.NOTE and folded:
            continue
        place = _places(groups[group], verbose=verbose)
        _print(console, f"[{_COLOURS[severity]}]{severity.value}[/] {escape(place + what)}")
        if fix:
            _print(console, f"      [dim]Try:[/] {escape(fix)}")
    if folded:
        what = f"{len(notes)} notes on what was mapped, dropped or left out; --verbose shows them."
        _print(console, f"[{_COLOURS[Severity.NOTE]}]note[/] {what}")


def _places(places: list[str], *, verbose: bool) -> str:
    """Where a fault stands, in front of what it is."""
    named = list(dict.fromkeys(place for place in places if place))
    if not named:
        return ""
    shown = named if verbose or len(named) <= _PLACES else [*named[:_PLACES], f"and {len(named) - _PLACES} more"]
    return f"{'; '.join(shown)}: "


def show_error(error: QualcodeError) -> None:
    """An error as what, where and what to try; all problems of a batch before it."""
    if isinstance(error, ProblemsError):
        show_problems(error.problems, verbose="--verbose" in sys.argv)
    place = f"{error.where}: " if error.where else ""
    _print(err(), f"[bold red]Error[/] {escape(place + error.what)}")
    if error.hint:
        _print(err(), f"      [dim]Try:[/] {escape(error.hint)}")
