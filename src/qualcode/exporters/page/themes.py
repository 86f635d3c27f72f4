"""Theme tables of the page: readable without a script, every number a way to its words."""

from collections.abc import Iterator, Sequence
from itertools import chain

from qualcode.exporters.page.figures import Figures, notes, text
from qualcode.model.table import WITHHELD, Cell, Level, Row, State, ThemeTable, Told

TOTAL = "Any theme"
STEPS = 4
_SMALLEST_SHADED = 10
"""Smaller groups are not shaded: one of one would look like all of many."""
_APART = ("deny it", "say it stopped", "fear or expect it", "heard of it only")
_ABOUT = "Respondents, with mentions in brackets and the share of those asked."
_ABOUT_PUBLISHED = f"Respondents, with the share of those asked. {WITHHELD}: withheld."
_OTHERWISE = "Who denies it, says that it stopped, fears or expects it is not among those who say so."


def theme_html(table: ThemeTable, figures: Figures) -> str:
    """A theme table with its notes: respondents, mentions and shares, then who says otherwise."""
    about = _ABOUT_PUBLISHED if table.published else _ABOUT
    rows = "".join(_row(table, row, figures) for row in table.rows)
    total = "" if table.published else f"<tfoot>{_totals(table, figures)}</tfoot>"
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{text(table.title)}">'
        f'<table class="{_size(table)}"><caption>{about}</caption>{_columns(table)}<thead>{_head(table)}</thead>'
        f"<tbody>{rows}</tbody>{total}</table></div>{notes((_OTHERWISE, *table.notes))}"
    )


def _columns(table: ThemeTable) -> str:
    """The groups of columns that headings of several columns stand over."""
    apart = f'<colgroup span="{len(_apart(table))}"></colgroup>' * len(table.totals())
    return f'<colgroup></colgroup><colgroup span="{len(table.columns)}"></colgroup>{apart}'


def _head(table: ThemeTable) -> str:
    groups = [
        f'<th scope="col" rowspan="2">{text(column.title)} <small>n = {column.n}</small></th>'
        for column in table.columns
    ]
    names = _apart(table)
    over = [
        f'<th scope="colgroup" colspan="{len(names)}" class="apart">{text(table.columns[place].title)}</th>'
        for place in table.totals()
    ]
    under = [f'<th scope="col" class="{_edge(at)}">{name}</th>' for at, name in enumerate(names)] * len(table.totals())
    corner = '<th scope="col" rowspan="2">Theme and code</th>'
    return f"<tr>{corner}{''.join(groups)}{''.join(over)}</tr><tr>{''.join(under)}</tr>"


def _row(table: ThemeTable, row: Row, figures: Figures) -> str:
    kind = "theme" if row.level is Level.THEME else "code"
    said = [_said(cell, column.n, figures) for column, cell in zip(table.columns, row.cells, strict=True)]
    told = chain.from_iterable(_otherwise(table, row.cells[place], figures) for place in table.totals())
    return f'<tr class="{kind}"><th scope="row">{text(row.title)}</th>{"".join(said)}{"".join(told)}</tr>'


def _said(cell: Cell, n: int, figures: Figures) -> str:
    if cell.state is State.WITHHELD:
        return f'<td class="none">{WITHHELD}</td>'
    if cell.state is State.DENIED:
        return f"<td>{figures.html(f'{len(cell.denied.respondents)} deny', cell.denied.codings)}</td>"
    if cell.state is not State.SAID:
        return f'<td class="none">{"not asked" if cell.state is State.UNASKED else 0}</td>'
    count = len(cell.respondents)
    look = f' class="{shade(count, n)}"' if n >= _SMALLEST_SHADED else ""
    mentions = f" ({cell.mentions})" if cell.mentions else ""
    share = f" <small>{text(cell.share)}</small>" if cell.share else ""
    return f"<td{look}>{figures.html(f'{count}{cell.mark}', cell.codings)}{mentions}{share}</td>"


def _otherwise(table: ThemeTable, cell: Cell, figures: Figures) -> Iterator[str]:
    told: Sequence[Told] = (cell.denied, cell.stopped, cell.possible, cell.heard)
    for at, one in enumerate(told[: len(_apart(table))]):
        count = len(one.respondents)
        words = WITHHELD if one.withheld else figures.html(str(count), one.codings if count else ())
        yield f'<td class="{_edge(at)}{"" if count else " none"}">{words}</td>'


def _totals(table: ThemeTable, figures: Figures) -> str:
    """Everybody who speaks of anything, and the mentions of all themes."""
    cells = []
    for place in range(len(table.columns)):
        inside = [row.cells[place] for row in table.at(Level.THEME)]
        people = {person for cell in inside for person in cell.respondents}
        codings = [position for cell in inside for position in cell.codings]
        mentions = sum(cell.mentions for cell in inside)
        cells.append(f"<td>{figures.html(str(len(people)), codings)} ({mentions})</td>")
    empty = "<td></td>" * (len(table.totals()) * len(_apart(table)))
    return f'<tr class="theme"><th scope="row">{TOTAL}</th>{"".join(cells)}{empty}</tr>'


def shade(number: int, largest: int) -> str:
    """The class of a cell of a heat map, "s1" to "s4" by size, "s0" for nothing."""
    return f"s{min(1 + number * STEPS // (largest + 1), STEPS)}" if number > 0 else "s0"


def _apart(table: ThemeTable) -> tuple[str, ...]:
    """What is said otherwise; hearsay, which is a part of what is said, not in a published table."""
    return _APART[:-1] if table.published else _APART


def _edge(at: int) -> str:
    """A line stands before the first column of a group."""
    return "apart" if at == 0 else "more"


def _size(table: ThemeTable) -> str:
    """How small a table is printed, so that its last columns stay on the paper."""
    return size(30 + 13 * len(table.columns) + 8 * len(table.totals()) * len(_apart(table)))


def size(letters: int) -> str:
    """The class of a table so many letters wide."""
    return "large" if letters > 220 else "middle" if letters > 140 else "small"
