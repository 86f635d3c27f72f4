"""The sheet of respondents by code: who speaks of what, and how often."""

from collections.abc import Callable, Iterator

from qualcode.exporters.grid import Grid
from qualcode.exporters.workbook.look import DARK, FAINT, HEADER, LESS_DARK, PLAIN, SPOKEN_FILL, WRAPPED
from qualcode.exporters.workbook.names import TYPE_FIELD, field_heading, profile_fields, profile_value
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.model.coded import Report
from qualcode.model.respondent import Respondent

TOTAL = "Respondents with the code"
_ID_WIDTH, _LABEL_WIDTH, _FIELD_WIDTH, _CODE_WIDTH = 20.0, 48.0, 22.0, 5.5
_HEADER_HEIGHT = 200.0
_MIDDLE = PLAIN.but(across="center")

Link = Callable[[str, str], str]
"""From a respondent and a code to the place of their quotes, "" where there is none."""


def widths(report: Report, matrix: Grid) -> list[float]:
    """The widths of the sheet's columns."""
    front, back = _profile(report)
    codes = [_CODE_WIDTH] * (len(matrix[0]) - 1)
    return [_ID_WIDTH, _LABEL_WIDTH, *[_FIELD_WIDTH] * len(front), *codes, *[_FIELD_WIDTH] * len(back)]


def rows_of_respondents(matrix: Grid) -> dict[str, int]:
    """Respondent to the row of the sheet they stand on."""
    return {str(row[0]): place for place, row in enumerate(matrix[1:], start=2)}


def fill(sheet: Sheet, report: Report, matrix: Grid, *, link: Link) -> None:
    """Writes a row for each respondent of the matrix and one of totals.

    The profile fields that tables are made by stand before the codes, the others after them.
    """
    people = {person.id: person for person in report.respondents}
    front, back = _profile(report)
    sheet.large_paper()
    sheet.append(list(_header(report, matrix)), height=_HEADER_HEIGHT)
    for respondent, *counts in matrix[1:]:
        person = people.get(str(respondent), Respondent(str(respondent)))
        numbers = dict(zip(map(str, matrix[0][1:]), map(int, counts), strict=True))
        cells = (_count(number, link(person.id, code)) for code, number in numbers.items())
        sheet.append([Field(person.id), _text(person.label), *_values(person, front), *cells, *_values(person, back)])
    sheet.filter(1, sheet.row, columns=len(widths(report, matrix)))
    sheet.append(list(_totals(matrix, len(front))))
    sheet.print_only(columns=1 + len(front) + len(matrix[0]))


def _profile(report: Report) -> tuple[list[str], list[str]]:
    """The fields that stand before the codes and those that stand after them."""
    near = {TYPE_FIELD, *(field for table in report.tables for field in table.fields)}
    fields = profile_fields(report)
    return [field for field in fields if field in near], [field for field in fields if field not in near]


def _header(report: Report, matrix: Grid) -> Iterator[Field]:
    codes = {code.id: code for code in report.codebook.codes()}
    themes = [theme.id for theme in report.codebook.themes]
    front, back = _profile(report)
    for title in ("Respondent", "Label", *(field_heading(field, report.fields) for field in front)):
        yield Field(title, HEADER)
    for identifier in map(str, matrix[0][1:]):
        code = codes.get(identifier)
        dark = code is None or themes.index(code.theme) % 2 == 0
        look = HEADER.but(turned=True, bold=False, fill=DARK if dark else LESS_DARK)
        yield Field(code.name if code else identifier, look)
    yield from (Field(field_heading(field, report.fields), HEADER) for field in back)


def _values(person: Respondent, fields: list[str]) -> Iterator[Field | None]:
    return (_text(profile_value(person, field)) for field in fields)


def _text(value: str) -> Field | None:
    return Field(value, WRAPPED) if value else None


def _count(number: int, link: str) -> Field:
    if not number:
        return Field(number, _MIDDLE.but(color=FAINT))
    return Field(number, _MIDDLE.but(fill=SPOKEN_FILL), link)


def _totals(matrix: Grid, fields: int) -> Iterator[Field]:
    look = PLAIN.but(bold=True, ruled=True)
    yield Field(TOTAL, look)
    yield from (Field("", look) for _ in range(1 + fields))
    for place in range(1, len(matrix[0])):
        yield Field(sum(int(row[place]) > 0 for row in matrix[1:]), look.but(across="center"))
