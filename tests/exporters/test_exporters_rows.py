"""Rows written as text are what openpyxl would have written of the same cells."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from qualcode.exporters.workbook.rows import Entry, RowSheet

NOTE = "What <it> means, čega"
LINK = "'Quotes & \"words\"'!C5:C9"


def parts(book):
    """Every part of a workbook but the one that tells the time."""
    saved = BytesIO()
    book.save(saved)
    with ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


def bold(sheet, value):
    """A cell of openpyxl's with a style, which registers that with the workbook."""
    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(bold=True)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def by_openpyxl(value, *, height=0.0, link="", note=""):
    """A workbook whose second row has the value in its second column, as openpyxl writes it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet")
    sheet.append([bold(sheet, "heading")])
    cell = bold(sheet, value)
    if link:
        cell.hyperlink = Hyperlink(ref="", location=link)
    if note:
        cell.comment = Comment(note, "qualcode")
    if height:
        sheet.row_dimensions[2].height = height
    sheet.append([None, cell])
    return parts(book)


def as_text(value, *, height=0.0, link="", note=""):
    """The same workbook by rows of text."""
    book = Workbook(write_only=True)
    sheet = RowSheet(book, "Sheet")
    book._add_sheet(sheet)
    style = bold(sheet, "heading").style_id
    sheet.write(1, [Entry(1, style, "heading")])
    comment = Comment(note, "qualcode") if note else None
    sheet.write(2, [Entry(2, style, value, link, comment)], height=height)
    return parts(book)


VALUES = ["words", "", 0, 1234567, "a < b & c > d", '"so"', "=1+1", " ends ", "a\n b\tc", "one\r\ntwo\rthree", "ž“😀"]


@pytest.mark.parametrize("value", VALUES)
def test_a_value(value):
    """Whatever a cell holds, white space at its ends and letters of every script included."""
    assert as_text(value) == by_openpyxl(value)


@pytest.mark.parametrize("how", [{"height": 30.0}, {"height": 22.5}, {"link": LINK}, {"note": NOTE}])
def test_what_belongs_to_a_value(how):
    """The height of its row, a link to another sheet, and a note."""
    assert as_text("words", **how) == by_openpyxl("words", **how)


def test_an_empty_row():
    """A row without cells keeps its place."""
    book = Workbook(write_only=True)
    sheet = RowSheet(book, "Sheet")
    book._add_sheet(sheet)
    sheet.write(1, [])
    assert b'<sheetData><row r="1"></row></sheetData>' in parts(book)["xl/worksheets/sheet1.xml"]
