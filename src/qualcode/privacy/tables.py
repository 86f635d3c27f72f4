"""Theme tables as numbers that are judged, and as they are published: nothing in them but what may be known."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from qualcode.model.codebook import Codebook
from qualcode.model.table import Cell, Column, Row, ThemeTable, Told
from qualcode.privacy.recovery import Count

APART = ("denied", "stopped", "possible")
"""What is said otherwise and may be published. Who has only heard of a thing is among those who speak of it, so that
number would say something about theirs."""

Place = tuple[int, int, str]
"""Row and column of a table, and which number of the cell: "said" or one of APART."""

_SAID = "said"


def places(table: ThemeTable) -> tuple[Place, ...]:
    """Every number of respondents in a table that could be published, in the order of `counts`."""
    return tuple(place for place, _ in _numbers(table))


def counts(table: ThemeTable) -> tuple[Count, ...]:
    """Every such number, with whom it could count and whom it does."""
    return tuple(count for _, count in _numbers(table))


def parts(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Which rows a row is the union of: a theme of its codes, in each thing that can be said of them."""
    return {
        _row(theme.id, what): tuple(_row(code.id, what) for code in theme.codes)
        for theme in codebook.themes
        for what in (_SAID, *APART)
    }


def _numbers(table: ThemeTable) -> Iterator[tuple[Place, Count]]:
    totals = table.totals()
    for down, row in enumerate(table.rows):
        for across, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            group = frozenset(column.respondents)
            yield (down, across, _SAID), Count(_row(row.code or row.theme, _SAID), group, frozenset(cell.respondents))
            for what in APART if across in totals else ():
                told: Told = getattr(cell, what)
                count = Count(_row(row.code or row.theme, what), group, frozenset(told.respondents))
                yield (down, across, what), count


def _row(name: str, what: str) -> str:
    return name if what == _SAID else f"{name}:{what}"


def without(table: ThemeTable, kept_back: Collection[Place], quoted: Mapping[str, Sequence[int]]) -> ThemeTable:
    """A table with nothing in it but the numbers that are not kept back.

    Who is counted gives way to how many; mentions, hearsay, marks and who was asked are left out. `quoted` are the
    codings behind a theme or code that are published, the same for each of its cells.
    """
    rows = tuple(
        replace(row, cells=tuple(_published(table, down, across, set(kept_back), quoted) for across in _across(table)))
        for down, row in enumerate(table.rows)
    )
    columns = tuple(replace(column, respondents=_anonymous(column.n)) for column in table.columns)
    return replace(table, columns=columns, rows=rows, published=True)


def _across(table: ThemeTable) -> range:
    return range(len(table.columns))


def _published(
    table: ThemeTable, down: int, across: int, kept_back: set[Place], quoted: Mapping[str, Sequence[int]]
) -> Cell:
    row: Row = table.rows[down]
    cell, column = row.cells[across], table.columns[across]
    denied, stopped, possible = (
        Told(withheld=True)
        if (down, across, what) in kept_back or across not in table.totals()
        else Told(_anonymous(len(getattr(cell, what).respondents)))
        for what in APART
    )
    if (down, across, _SAID) in kept_back:
        return Cell(withheld=True, denied=denied, stopped=stopped, possible=possible)
    return Cell(
        _anonymous(len(cell.respondents)),
        codings=tuple(quoted.get(row.code or row.theme, ())),
        share=_share(cell, column),
        denied=denied,
        stopped=stopped,
        possible=possible,
    )


def _share(cell: Cell, column: Column) -> str:
    """A share, where all of a group were asked: of others it would tell how many spoke of it unasked."""
    return cell.share if len(cell.asked) == column.n else ""


def _anonymous(number: int) -> tuple[str, ...]:
    return tuple(str(one) for one in range(1, number + 1))
