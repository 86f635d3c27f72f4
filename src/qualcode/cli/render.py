"""How values look: tables, csv and json on standard output; problems and errors on standard error."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from qualcode.cli.options import Format
from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.problem import Problem, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def out() -> Console:
    """Standard output, as wide as the terminal, never less than 80 columns wide where there is none."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=False)


def err() -> Console:
    """Standard error."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """A line of plain words on standard output."""
    out().print(escape(text), soft_wrap=True)


def tell(text: str) -> None:
    """A line of plain words on standard error."""
    err().print(escape(text))


def show_listing(headings: Sequence[str], rows: Iterable[Sequence[Any]], *, format: Format, title: str = "") -> None:
    """Rows under headings; csv and json have the same headings and nothing else."""
    if format is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows)
    elif format is Format.JSON:
        records = [dict(zip(headings, row, strict=True)) for row in rows]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        _draw(headings, [["" if value is None else str(value) for value in row] for row in rows], title)


def _draw(headings: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    """A table for reading: columns in which nothing stands are left out, the first one is never broken."""
    filled = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    table = Table(
        title=escape(title) or None, title_justify="left", header_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    for place in filled:
        table.add_column(escape(headings[place]), overflow="fold", no_wrap=place == filled[0])
    for row in rows:
        table.add_row(*(escape(row[place]) for place in filled))
    out().print(table)


def show_problems(problems: Iterable[Problem], *, notes: bool = True) -> None:
    """Problems on standard error, errors first."""
    order = list(Severity)
    console = err()
    for problem in sorted(problems, key=lambda one: order.index(one.severity)):
        if problem.severity is Severity.NOTE and not notes:
            continue
        colour = _COLOURS[problem.severity]
        place = f"{problem.where}: " if str(problem.where) else ""
        console.print(f"[{colour}]{problem.severity.value}[/] {escape(place + problem.what)}")
        if problem.fix:
            console.print(f"      [dim]Try:[/] {escape(problem.fix)}")


def show_error(error: QualcodeError) -> None:
    """An error as what, where and what to try; all problems of a batch before it."""
    if isinstance(error, ProblemsError):
        show_problems(error.problems)
    place = f"{error.where}: " if error.where else ""
    err().print(f"[bold red]Error[/] {escape(place + error.what)}")
    if error.hint:
        err().print(f"      [dim]Try:[/] {escape(error.hint)}")
