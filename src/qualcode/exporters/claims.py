"""Claims as they are counted: "9 of 24 key informants, 3 of 17 refugee migrants"."""

from collections.abc import Mapping

from qualcode.model.coded import Report
from qualcode.model.respondent import many
from qualcode.model.table import WITHHELD, State, ThemeTable


def claims(report: Report) -> Mapping[str, str]:
    """Theme or code to how many of each respondent type say so, by the first table that has a column for each type.

    A number that is withheld is "[c]"; a type that was not asked and says nothing is left out, one that speaks all the
    same is "unasked".
    """
    table = _by_type(report)
    if table is None:
        return {}
    found = {}
    for row in table.rows:
        parts = []
        for place in table.totals():
            column, cell = table.columns[place], row.cells[place]
            if cell.state is State.UNASKED:
                continue
            number = WITHHELD if cell.withheld else str(len(cell.respondents))
            people = many("" if column.field == "" else column.title)
            unasked = " unasked" if cell.state is State.SAID and not (cell.asked or table.published) else ""
            parts.append(f"{number} of {column.n} {people}{unasked}")
        found[row.code or row.theme] = ", ".join(parts)
    return found


def _by_type(report: Report) -> ThemeTable | None:
    """The table that covers most respondents."""
    covered = {place: sum(table.columns[one].n for one in table.totals()) for place, table in enumerate(report.tables)}
    return report.tables[max(covered, key=lambda place: (covered[place], -place))] if covered else None
