"""Listings: rows under headings, as a table that fits the terminal, as csv or as json."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.markup import escape
from rich.text import Text

from qualcode.cli.options import Format
from qualcode.cli.render import out

_GAP = 2
_LEAST = 20
"""Columns a text that may be broken needs at the least; with less room it stands beneath its row."""


class Kind(Enum):
    """How a column behaves where the terminal is narrow."""

    NARROW = auto()
    """Never broken: ids, dates, roles."""
    NUMBER = auto()
    """Never broken, and set to the right."""
    WIDE = auto()
    """Broken between words, or set beneath its row: names of files, reasons."""
    GROUP = auto()
    """Once above all rows that share it. Only the first column can be one."""
    HIDDEN = auto()
    """In csv and json only."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing: its name in csv and json, and how it looks on the terminal."""

    name: str
    kind: Kind = Kind.NARROW
    heading: str | None = None
    """What stands over it on the terminal, where that is not its name."""

    @property
    def title(self) -> str:
        """The heading on the terminal."""
        return self.name if self.heading is None else self.heading


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which columns stand above, in and beneath the lines of a table, and how wide they are."""

    above: int | None
    beside: dict[int, int]
    beneath: tuple[int, ...]

    @property
    def indent(self) -> int:
        """How far the lines are set in under what stands above them."""
        return 0 if self.above is None else _GAP


def show_listing(columns: Sequence[Column], rows: Iterable[Sequence[Any]], *, format: Format, title: str = "") -> None:
    """Rows under headings; csv and json hold every column, a table what a person reads."""
    names = [column.name for column in columns]
    if format is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)
    elif format is Format.JSON:
        records = [dict(zip(names, row, strict=True)) for row in rows]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        console = out()
        if title:
            console.print(f"[bold]{escape(title)}[/]\n")
        texts = [["" if value is None else " ".join(str(value).split()) for value in row] for row in rows]
        lines = draw(columns, texts, console.width)
        for number, line in enumerate(lines):
            console.print(f"[bold]{escape(line)}[/]" if number == 0 else escape(line), soft_wrap=True)
        if lines:
            console.print()


def draw(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The lines of a table, none wider than `width`; columns in which nothing stands are left out."""
    filled = [
        place
        for place, column in enumerate(columns)
        if column.kind is not Kind.HIDDEN and any(row[place] for row in rows)
    ]
    if not filled:
        return []
    plan = _plan(columns, rows, filled, width)
    headings = [column.title for column in columns]
    lines = _beside(columns, headings, plan)
    lines.append(" " * plan.indent + "─" * (sum(plan.beside.values()) + _GAP * (len(plan.beside) - 1)))
    last = None
    for row in rows:
        if plan.above is not None and row[plan.above] != last:
            last = row[plan.above]
            lines += folded(last, width, indent=0)
        lines += _beside(columns, row, plan)
        for place in plan.beneath:
            if row[place]:
                lines += folded(f"{headings[place]}: {row[place]}", width, indent=plan.indent + _GAP)
    return lines


def folded(text: str, width: int, *, indent: int) -> list[str]:
    """`text` broken between words into lines of at most `width`; a longer word is broken where it must be."""
    lines = Text(text).wrap(out(), max(1, width - indent), overflow="fold")
    return [" " * indent + line.plain.rstrip() for line in lines]


def _plan(columns: Sequence[Column], rows: Sequence[Sequence[str]], filled: Sequence[int], width: int) -> _Plan:
    """Gives room to what may not be broken first, then to the rest in its order."""
    sizes = {
        place: max(cell_len(text) for text in (columns[place].title, *(r[place] for r in rows))) for place in filled
    }
    first = filled[0]
    solid = [place for place in filled if columns[place].kind in (Kind.NARROW, Kind.NUMBER)]
    above = first if columns[first].kind is Kind.GROUP else None
    if above is None and sum(sizes[place] + _GAP for place in solid) - _GAP > width:
        above = first
    room = width + _GAP - (0 if above is None else _GAP)
    beside: dict[int, int] = {}
    for place in solid:
        if place != above and sizes[place] + _GAP <= room:
            beside[place] = sizes[place]
            room -= sizes[place] + _GAP
    wide: list[int] = []
    for place in filled:
        least = min(sizes[place], _LEAST) + _GAP
        if columns[place].kind is Kind.WIDE and place != above and least <= room:
            wide.append(place)
            room -= least
    for place in wide:
        least = min(sizes[place], _LEAST)
        beside[place] = min(sizes[place], least + room)
        room -= beside[place] - least
    beneath = tuple(place for place in filled if place != above and place not in beside)
    return _Plan(above, {place: beside[place] for place in filled if place in beside}, beneath)


def _beside(columns: Sequence[Column], row: Sequence[str], plan: _Plan) -> list[str]:
    """The lines of one row, as many as its longest cell needs."""
    cells = {place: folded(row[place], size, indent=0) for place, size in plan.beside.items()}
    lines = []
    for number in range(max((len(cell) for cell in cells.values()), default=0)):
        parts = []
        for place, size in plan.beside.items():
            text = cells[place][number] if number < len(cells[place]) else ""
            parts.append(
                " " * (size - cell_len(text)) + text
                if columns[place].kind is Kind.NUMBER
                else set_cell_size(text, size)
            )
        lines.append((" " * plan.indent + (" " * _GAP).join(parts)).rstrip())
    return lines
