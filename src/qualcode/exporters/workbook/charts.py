"""The sheet of charts: themes by group as bars, each beside the numbers it is drawn from."""

from collections.abc import Sequence
from typing import Any, cast

from openpyxl.chart import BarChart
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout

from qualcode.exporters.drawn import drawn_groups, in_shares, not_drawn
from qualcode.exporters.workbook.look import COUNT, HEADER, MUTED, PLAIN
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.model.table import WITHHELD, Column, Level, Row, ThemeTable

_TITLE_WIDTH, _COUNT_WIDTH, _MOST_GROUPS = 44.0, 14.0, 6
_CENTIMETRES_A_BAR, _AROUND, _TALLEST, _WIDTH = 0.45, 2.6, 19.0, 24.0
"""The size of a chart in centimetres: what a bar takes, what axis and legend take, what fits a page."""
_ROWS_A_CENTIMETRE = 1.9


def drawable(tables: Sequence[ThemeTable]) -> tuple[ThemeTable, ...]:
    """The tables that a chart can be made of: those with a group and a theme."""
    return tuple(table for table in tables if drawn_groups(table, most=_MOST_GROUPS) and any(table.at(Level.THEME)))


def widths(tables: Sequence[ThemeTable]) -> list[float]:
    """The widths of the sheet's columns."""
    return [
        _TITLE_WIDTH,
        *[_COUNT_WIDTH] * max((len(drawn_groups(table, most=_MOST_GROUPS)) for table in tables), default=0),
    ]


def fill(sheet: Sheet, tables: Sequence[ThemeTable]) -> None:
    """Writes for each table the numbers and the chart of them below."""
    sheet.plain_paper()
    sheet.upright()
    for number, table in enumerate(tables):
        if number:
            sheet.break_page()
        _block(sheet, table)


def _block(sheet: Sheet, table: ThemeTable) -> None:
    places = drawn_groups(table, most=_MOST_GROUPS)
    columns = [table.columns[place] for place in places]
    shares = in_shares(columns)
    themes = list(table.at(Level.THEME))
    unit = "share of the group's respondents" if shares else "respondents"
    sheet.append([Field(f"{table.title}: {unit}", PLAIN.but(bold=True, size=14))], height=22)
    if left_out := not_drawn(table, places):
        sheet.append([Field(left_out, PLAIN.but(italic=True, color=MUTED))])
    sheet.append(
        [Field("Theme", HEADER), *(Field(_name(column), HEADER.but(across="right")) for column in columns)], height=32
    )
    first = sheet.row
    for row in themes:
        sheet.append([Field(row.title), *(_number(row, place, table.columns[place], shares) for place in places)])
    sheet.append([])
    chart = _chart(len(themes), len(columns), shares=shares)
    sheet.chart(chart, row=sheet.row + 1, first=first, last=first + len(themes), columns=len(columns))
    for _ in range(int(chart.height * _ROWS_A_CENTIMETRE) + 2):
        sheet.append([])


def _name(column: Column) -> str:
    return f"{column.title} (n = {column.n})"


def _number(row: Row, place: int, column: Column, shares: bool) -> Field:
    if row.cells[place].withheld:
        return Field(WITHHELD, COUNT)
    count = len(row.cells[place].respondents)
    if not shares:
        return Field(count, COUNT)
    return Field(round(100 * count / column.n), COUNT.but(number='0" %"'))


def _chart(themes: int, groups: int, *, shares: bool) -> BarChart:
    """Bars that lie, so that the themes' names can be read; the first theme on top."""
    chart: Any = BarChart()
    chart.type, chart.grouping, chart.gapWidth = "bar", "clustered", 40
    bar = min(_CENTIMETRES_A_BAR, _TALLEST / (themes * (groups + 1)))
    plot = themes * (groups + 1) * bar
    chart.height = round(plot + _AROUND, 1)
    chart.width = _WIDTH
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    if shares:
        chart.y_axis.scaling.max = 100
    chart.y_axis.majorGridlines = None
    chart.legend.position = "b"
    height = chart.height
    inside = ManualLayout(
        layoutTarget="inner", x=0.34, y=1.0 / height, w=0.62, h=plot / height, xMode="edge", yMode="edge"
    )
    chart.layout = Layout(manualLayout=inside)
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    return cast("BarChart", chart)
