"""An empty respondent list: the headings of a study, and what goes under each."""

from collections.abc import Sequence
from pathlib import Path


def write(path: Path, *, columns: Sequence[tuple[str, str]]) -> None:
    """A workbook with two lines of advice above the headings; `columns` is heading and advice in pairs."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Respondents")
    sheet["A1"] = "One row for each respondent. Never write a name, a phone number or an address here."
    sheet["A2"] = "Leave a cell empty where nothing is known. Notes above the headings, like this one, do no harm."
    for number, (heading, advice) in enumerate(columns, start=1):
        cell = sheet.cell(row=4, column=number, value=heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E7ECF2")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(advice, "qualcode")
        sheet.column_dimensions[get_column_letter(number)].width = max(14, len(heading) + 3)
        for row in range(5, 205):
            sheet.cell(row=row, column=number).number_format = "@"
    sheet.freeze_panes = "B5"
    book.save(path)
