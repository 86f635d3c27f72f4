"""The sheet in which a reviewer decides in Excel: passages in context, suggestions, room for a word on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qualcode.exporters.files import replacing
from qualcode.exporters.texts import escaped, pieces, visible
from qualcode.exporters.workbook.package import save
from qualcode.model.decision import ASSERTIONS, Action

SHEET, ABOUT = "Review", "About"
DECISIONS = (Action.ACCEPT.value, Action.REJECT.value, Action.CHANGE.value)
"""What can be chosen under Decision."""
HEADINGS = {
    "segment": ("Segment", 20),
    "respondent": ("Respondent", 18),
    "question": ("Asked", 26),
    "before": ("Before", 26),
    "passage": ("Passage", 60),
    "after": ("After", 26),
    "suggested": ("Suggested code", 26),
    "why": ("Why", 34),
    "decision": ("Decision", 12),
    "code": ("Code", 22),
    "second": ("Second code", 22),
    "agent": ("By whom", 14),
    "assertion": ("Whether", 14),
    "comment": ("Comment", 30),
    "new": ("Idea for a new code", 24),
    "key": ("Key (leave as it is)", 12),
}
"""Column to its heading and width; the order is that of the sheet."""
_READ_ONLY = 8
_NOTES = {
    "decision": "accept, reject, or change; leave empty what you have not decided.",
    "code": "With change: the code it should have. Otherwise: a code that the passage should have as well.",
    "second": "Another code that the passage should have as well.",
    "agent": "With change: who did it. Beside a code that is added: who did it.",
    "assertion": "affirmed: it happened; negated: it did not; ceased: it stopped; hypothetical: feared, possible.",
}


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A passage with a suggestion, or with none ("")."""

    segment: str
    respondent: str
    question: str
    before: str
    passage: str
    after: str
    suggested: str
    why: str
    key: str


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """What is given to a coder."""

    coder: str
    blind: bool
    rows: Sequence[ReviewRow]
    codes: Sequence[tuple[str, str]]
    """Id and definition of every code, for the list beside the sheet."""
    agents: Sequence[str]


def write(path: Path, sheet: ReviewSheet) -> None:
    """Writes the sheet as a workbook; every text as a text, so that none is taken for a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _fill_review(book, sheet)
    _fill_codes(book, sheet)
    _fill_about(book, sheet)
    with replacing(path) as draft:
        save(book, draft, title="Review")


def shown(text: str) -> str:
    """A text as a cell holds it: without what a workbook cannot hold, and no longer than a cell."""
    return (pieces(visible(text)) or ("",))[0]


def _fill_review(book: Any, sheet: ReviewSheet) -> None:
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(SHEET)
    hidden = {"key"} | ({"suggested", "why", "decision"} if sheet.blind else set())
    for column, (name, (title, width)) in enumerate(HEADINGS.items(), start=1):
        cell = page.cell(row=1, column=column)
        _put(cell, title, bold=True, shaded=True)
        if name in _NOTES:
            cell.comment = Comment(_NOTES[name], "qualcode")
        page.column_dimensions[get_column_letter(column)].width = width
        page.column_dimensions[get_column_letter(column)].hidden = name in hidden
    for number, row in enumerate(sheet.rows, start=2):
        for column, name in enumerate(HEADINGS, start=1):
            _put(page.cell(row=number, column=column), getattr(row, name, ""), shaded=column <= _READ_ONLY)
        page.row_dimensions[number].height = _height(row)
    page.freeze_panes = "F2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(HEADINGS))}{len(sheet.rows) + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 8
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "Confidential: words of respondents"
    _offer(page, sheet)


def _height(row: ReviewRow) -> float:
    """What the longest text of a row needs, in points, and no more than Excel can show."""
    words = ((getattr(row, name, ""), width) for name, (_, width) in HEADINGS.items() if name != "key")
    return min(
        max(sum(1 + len(part) // int(width) for part in text.split("\n")) for text, width in words) * 15.0, 409.0
    )


def _offer(page: Any, sheet: ReviewSheet) -> None:
    """The drop-downs."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    codes = f"Codes!$A$2:$A${len(sheet.codes) + 1}"
    agents = f"Codes!$D$2:$D${len(sheet.agents) + 1}"
    lists = {
        "decision": f'"{",".join(DECISIONS)}"',
        "code": codes,
        "second": codes,
        "agent": agents,
        "assertion": f'"{",".join(ASSERTIONS)}"',
    }
    for name, source in lists.items():
        offer = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        offer.error = "Choose from the list, or write what you mean under Comment."
        letter = get_column_letter(list(HEADINGS).index(name) + 1)
        offer.add(f"{letter}2:{letter}{max(2, len(sheet.rows) + 1)}")
        page.add_data_validation(offer)


def _fill_codes(book: Any, sheet: ReviewSheet) -> None:
    page = book.create_sheet("Codes")
    for column, title in ((1, "Code"), (2, "What it means"), (4, "By whom")):
        _put(page.cell(row=1, column=column), title, bold=True, shaded=True)
    for number, (code, definition) in enumerate(sheet.codes, start=2):
        _put(page.cell(row=number, column=1), code)
        _put(page.cell(row=number, column=2), definition)
    for number, agent in enumerate(sheet.agents, start=2):
        _put(page.cell(row=number, column=4), agent)
    for letter, width in (("A", 30), ("B", 90), ("D", 18)):
        page.column_dimensions[letter].width = width


def _fill_about(book: Any, sheet: ReviewSheet) -> None:
    page = book.create_sheet(ABOUT)
    said = (
        ("Coder", sheet.coder),
        ("Blind", "yes" if sheet.blind else "no"),
        ("What to do", "Choose a decision or a code on the sheet Review. Leave the grey columns as they are."),
        ("Then", "qualcode review import, with this file."),
        ("Care", "It holds what respondents said and is as confidential as the transcripts."),
    )
    for number, (name, value) in enumerate(said, start=1):
        _put(page.cell(row=number, column=1), name, bold=True)
        _put(page.cell(row=number, column=2), value)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 14, 90


def _put(cell: Any, value: str, *, bold: bool = False, shaded: bool = False) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.value = escaped(shown(value)) or None
    if cell.value is not None:
        cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    if shaded:
        cell.fill = PatternFill("solid", fgColor="E7ECF2" if bold else "F4F6F8")
