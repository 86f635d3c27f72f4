"""Codings and theme tables as pandas DataFrames, for notebooks."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from qualcode.model.table import ThemeTable


def codings_frame(columns: Sequence[str], rows: Iterable[Mapping[str, str | int]]) -> pd.DataFrame:
    """Codings as a frame with exactly `columns`; with the contract's columns and rows, what the CSV export holds."""
    return pd.DataFrame([[row[column] for column in columns] for row in rows], columns=list(columns))


def long_frame(table: ThemeTable) -> pd.DataFrame:
    """A theme table with one row a cell, its row and its column spelled out in each.

    Numbers are of people, but for `mentions`; `share` is text as `shares.share` writes it, `state` says what an empty
    cell means, `mark` is one of `model.table.MARKS`.
    """
    records = [
        {
            "level": str(row.level),
            "theme": row.theme,
            "code": row.code,
            "title": row.title,
            "field": column.field,
            "value": column.value,
            "group": column.title,
            "n": column.n,
            "respondents": len(cell.respondents),
            "mentions": cell.mentions,
            "share": cell.share,
            "asked": len(cell.asked),
            "denied": len(cell.denied.respondents),
            "stopped": len(cell.stopped.respondents),
            "possible": len(cell.possible.respondents),
            "heard_of": len(cell.heard.respondents),
            "state": str(cell.state),
            "mark": cell.mark,
        }
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    return pd.DataFrame.from_records(records, columns=list(_LONG))


def wide_frame(table: ThemeTable) -> pd.DataFrame:
    """A theme table as it is read: index (theme, code), columns (group, "respondents" or "mentions")."""
    index = pd.MultiIndex.from_tuples([(row.theme, row.code) for row in table.rows], names=["theme", "code"])
    across = [(column.title, what) for column in table.columns for what in ("respondents", "mentions")]
    cells = [[number for cell in row.cells for number in (len(cell.respondents), cell.mentions)] for row in table.rows]
    return pd.DataFrame(cells, index=index, columns=pd.MultiIndex.from_tuples(across, names=["group", "count"]))


_LONG = (
    "level",
    "theme",
    "code",
    "title",
    "field",
    "value",
    "group",
    "n",
    "respondents",
    "mentions",
    "share",
    "asked",
    "denied",
    "stopped",
    "possible",
    "heard_of",
    "state",
    "mark",
)
