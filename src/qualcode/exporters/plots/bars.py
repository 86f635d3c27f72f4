"""Themes by group, as bars and as a heat map."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from qualcode.exporters.drawn import drawn_groups, finest, in_shares, not_drawn
from qualcode.exporters.plots.style import INK, LINE, MUTED, SERIES, SHADES, page
from qualcode.model.table import WITHHELD, Cell, Level, State, ThemeTable

_BAR = 0.2
"""Inches that a bar takes."""
_MOST_BARS, _MOST_SQUARES = 6, 14
"""Groups of a picture."""


def draw_bars(table: ThemeTable, level: Level = Level.THEME) -> Figure:
    """Bars that lie, a group a colour: shares where every group has ten respondents, else respondents.

    Each bar bears its number, and says where nobody was asked or a number is withheld.
    """
    rows, places = list(table.at(level)), drawn_groups(table, most=_MOST_BARS)
    columns = [table.columns[place] for place in places]
    shares = in_shares(columns)
    figure = page(9, 1.6 + len(rows) * (_BAR * len(places) + 0.12), notes=_notes(table, places))
    axes = figure.add_subplot()
    for number, (place, column) in enumerate(zip(places, columns, strict=True)):
        color = SERIES[number % len(SERIES)]
        for down, row in enumerate(rows):
            cell = row.cells[place]
            height = 0.8 / len(places)
            at = down - 0.4 + height * (number + 0.5)
            length = 100 * len(cell.respondents) / column.n if shares else len(cell.respondents)
            label = f"{column.title} (n = {column.n})" if down == 0 else "_"
            axes.barh(at, length, height * 0.92, color=color, label=label)
            axes.text(length, at, f" {_words(cell, shares=shares)}", va="center", fontsize=8, color=INK)
    axes.set_yticks(range(len(rows)), [row.title for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 108 if shares else None)
    axes.set_xlabel("% of the group's respondents" if shares else "respondents", color=MUTED)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0)
    axes.set_title(table.title, loc="left", fontweight="bold", pad=24 + 6 * (len(places) // 4))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False, fontsize=9)
    return figure


def draw_heat(table: ThemeTable, level: Level = Level.THEME) -> Figure:
    """Themes down, groups across: the number in every cell, and behind it the darker the larger.

    Dark is a large share where every group has ten respondents, else a large number.
    """
    rows = list(table.at(level))
    places = [table.columns.index(column) for column in finest(table) if column.n][:_MOST_SQUARES]
    largest = max((len(row.cells[place].respondents) for row in rows for place in places), default=0)
    shares = in_shares([table.columns[place] for place in places])
    figure = page(max(3.6 + 1.1 * len(places), 6.5), 1.3 + 0.34 * len(rows), notes=_notes(table, places))
    axes = figure.add_subplot()
    for down, row in enumerate(rows):
        for across, place in enumerate(places):
            cell, of = row.cells[place], table.columns[place].n if shares else largest
            axes.add_patch(
                Rectangle((across - 0.5, down - 0.5), 1, 1, facecolor=SHADES[_step(cell, of)], edgecolor=LINE)
            )
            axes.text(across, down, _count(cell), ha="center", va="center", fontsize=9, color=INK)
    axes.set_xlim(-0.5, len(places) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), [row.title for row in rows])
    axes.set_xticks(
        range(len(places)), [_broken(table.columns[place].title, table.columns[place].n) for place in places]
    )
    axes.tick_params(length=0, top=True, labeltop=True, bottom=False, labelbottom=False)
    axes.spines[:].set_visible(False)
    figure.suptitle(table.title, x=0.01, ha="left", fontweight="bold")
    return figure


def _notes(table: ThemeTable, places: list[int]) -> list[str]:
    return list(filter(None, (not_drawn(table, places), *table.notes)))


def _step(cell: Cell, of: int) -> int:
    last = len(SHADES) - 1
    return min(1 + len(cell.respondents) * last // (of + 1), last) if cell.respondents else 0


def _count(cell: Cell) -> str:
    if cell.state is State.WITHHELD:
        return WITHHELD
    return "not asked" if cell.state is State.UNASKED else f"{len(cell.respondents)}{cell.mark}"


def _words(cell: Cell, *, shares: bool) -> str:
    count = _count(cell)
    return f"{count} ({cell.share})" if shares and cell.share and cell.respondents else count


def _broken(title: str, n: int) -> str:
    return "\n".join([*title.replace(", ", ",\n").split(" "), f"n = {n}"])
