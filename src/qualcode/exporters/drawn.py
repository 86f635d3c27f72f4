"""Which groups of a theme table are drawn, in charts and plots alike."""

from qualcode.model.table import Column, ThemeTable

SMALLEST_SHARE = 10
"""From how many respondents on a group is drawn as a percentage (analysis.shares)."""


def finest(table: ThemeTable) -> list[Column]:
    """The columns that no other one divides; all there are where there is only that of all respondents."""
    return [column for column in table.columns if not column.total] or list(table.columns)


def drawn_groups(table: ThemeTable, *, most: int) -> list[int]:
    """The places of the columns that are drawn: large groups where there are two, else the `most` largest."""
    places = [table.columns.index(column) for column in finest(table) if column.n]
    large = [place for place in places if table.columns[place].n >= SMALLEST_SHARE]
    chosen = large if len(large) > 1 else places
    return sorted(sorted(chosen, key=lambda place: -table.columns[place].n)[:most])


def in_shares(columns: list[Column]) -> bool:
    """Whether these groups are compared by their shares: where none of them is small."""
    return all(column.n >= SMALLEST_SHARE for column in columns)


def not_drawn(table: ThemeTable, places: list[int]) -> str:
    """A sentence that names the groups that are left out, "" where none is."""
    shown = [table.columns[place] for place in places]
    left = [f"{column.title} (n = {column.n})" for column in finest(table) if column not in shown]
    return f"Not drawn: {', '.join(left)}." if left else ""
