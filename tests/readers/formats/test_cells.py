"""Comma-separated text and workbooks as grids."""

import csv
import datetime
import io
import zipfile

import openpyxl
import pytest

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Grid
from qualcode.readers.formats.cells import read


def _file(folder, content, name="a.csv"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _refused(path):
    with pytest.raises(ProblemsError) as raised:
        read(path)
    return [str(problem) for problem in raised.value.problems]


def _workbook(folder, *rows, change=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    for row in rows:
        sheet.append(row)
    if change:
        change(book, sheet)
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def _rezipped(path, name, change):
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    return path


ROWS = (("id", "said"), ("1", "We left, all of us; at night"), ("2", 'He said "no"\nand left'))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separating_character_is_found(tmp_path, delimiter):
    """Commas, semicolons, tabs and bars are told apart although the text holds them too."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(ROWS)
    assert read(_file(tmp_path, out.getvalue())) == (Grid(ROWS, "a.csv"),)


def test_commas_in_unquoted_prose_do_not_part_cells(tmp_path):
    """A semicolon file whose prose is full of commas is parted at semicolons."""
    text = "id;said\n1;We left, at night, on foot\n2;No\n3;Yes, we did\n"
    expected = (("id", "said"), ("1", "We left, at night, on foot"), ("2", "No"), ("3", "Yes, we did"))
    assert read(_file(tmp_path, text)) == (Grid(expected, "a.csv"),)


def test_one_column_of_prose_is_one_column(tmp_path):
    """Two columns can only come from a character that parts most rows."""
    assert read(_file(tmp_path, "said\nWe left\nNo\n")) == (Grid((("said",), ("We left",), ("No",)), "a.csv"),)


def test_a_sep_line_names_the_separator_and_is_no_row(tmp_path):
    """Excel's `sep=;` counts as row 1 of the file."""
    assert read(_file(tmp_path, "sep=;\na;b\n1;2\n")) == (Grid((("a", "b"), ("1", "2")), "a.csv", first_row=2),)


def test_a_tsv_with_a_single_row_is_parted_at_tabs(tmp_path):
    """The ending decides where the text leaves it open."""
    assert read(_file(tmp_path, "a,b\tc,d\n", "a.tsv")) == (Grid((("a,b", "c,d"),), "a.tsv"),)


def test_empty_lines_are_rows_and_ragged_rows_are_filled(tmp_path):
    """Rows keep the numbers a spreadsheet shows; empty rows and columns at the end go."""
    expected = (("a", "b", "c"), ("", "", ""), ("1", "", ""), ("1", "2", "3"))
    assert read(_file(tmp_path, "a,b,c,\n\n1\n1,2,3,\n,,,\n\n")) == (Grid(expected, "a.csv"),)


def test_rows_cut_at_a_comma_in_prose_are_warned_about(tmp_path):
    """More cells than the others have means a missing quotation mark."""
    problem = Problem(
        "row 3 has more cells than the other rows (2).",
        Where("a.csv", row=3),
        "put quotation marks around text that holds the separating character",
        Severity.WARNING,
    )
    (grid,) = read(_file(tmp_path, "id,said\n1,Yes\n2,Yes, we did\n3,No\n"))
    assert grid.problems == (problem,)


def test_a_cell_may_hold_a_whole_interview_and_the_limit_is_restored(tmp_path):
    """200,000 characters in a cell are read; other programs' limit is left as it was."""
    before = csv.field_size_limit()
    long = "we walked " * 20_000
    assert read(_file(tmp_path, f'id,said\n1,"{long}"\n')) == (Grid((("id", "said"), ("1", long)), "a.csv"),)
    assert csv.field_size_limit() == before


def test_a_quotation_mark_never_closed_is_refused(tmp_path):
    """The row that would swallow the rest of the file is named."""
    assert _refused(_file(tmp_path, 'id,said\n1,Yes\n2,"No\n3,Yes\n')) == [
        "a.csv, row 3: a quotation mark is opened and never closed, so that the rest of the file would be one cell.\n"
        "Try: close the quotation mark in this row, or save the file again from the program it comes from"
    ]


def test_a_quotation_mark_inside_a_cell_is_warned_about(tmp_path):
    """A cell that starts with a quoted word loses its marks, so its row is named."""
    (grid,) = read(_file(tmp_path, 'id,said\n1,"No" he said\n'))
    assert grid.rows == (("id", "said"), ("1", "No he said"))
    assert [str(problem) for problem in grid.problems] == [
        "a.csv, row 2: a quotation mark stands inside a cell without being doubled; the cell may be cut wrongly.\n"
        "Try: look at this row, or save the file again from the program it comes from"
    ]


def test_entities_and_encodings_are_read_as_in_text_files(tmp_path):
    """A code page is guessed and entities become characters, both noted."""
    (grid,) = read(_file(tmp_path, "id,said\n1,Bihać &amp; Šid\n".encode("cp1250")))
    assert grid.rows == (("id", "said"), ("1", "Bihać & Šid"))
    assert [problem.what for problem in grid.problems] == [
        "the file does not say its encoding; read as cp1250.",
        "1 code such as &amp; was turned into the characters meant.",
    ]


def test_values_of_a_workbook_become_text(tmp_path):
    """Dates are ISO 8601, whole numbers have no point, and empty cells are empty."""
    path = _workbook(
        tmp_path,
        ("id", "when", "at", "long", "n", "share", "yes", None, "said"),
        (
            1.0,
            datetime.date(2024, 6, 7),
            datetime.datetime(2024, 6, 7, 9, 30, 5),
            datetime.timedelta(minutes=69, seconds=9),
            10**15,
            0.1 + 0.2,
            True,
            None,
            "one_x000D_\ntwo",
        ),
        (None, None, datetime.time(1, 2, 3)),
    )
    rows = (
        ("id", "when", "at", "long", "n", "share", "yes", "", "said"),
        ("1", "2024-06-07", "2024-06-07T09:30:05", "01:09:09", "1000000000000000", "0.3", "TRUE", "", "one\ntwo"),
        ("", "", "01:02:03", "", "", "", "", "", ""),
    )
    assert read(path) == (Grid(rows, "Data"),)


def test_headings_merged_across_columns_are_repeated_and_titles_are_not(tmp_path):
    """A heading over two columns belongs to both; a title over the whole sheet is no heading."""

    def merge(_, sheet):
        for area in ("A1:C1", "A2:A3", "B2:C2"):
            sheet.merge_cells(area)

    path = _workbook(tmp_path, ("List",), ("id", "Person"), (None, "age", "sex"), ("1", "30", "f"), change=merge)
    rows = (("List", "", ""), ("id", "Person", "Person"), ("id", "age", "sex"), ("1", "30", "f"))
    assert read(path) == (Grid(rows, "Data"),)


def test_what_excel_hides_is_reported(tmp_path):
    """Hidden rows and columns are read, hidden sheets are not, and all are named."""

    def hide(book, sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        book.create_sheet("Old").append(["x"])
        book["Old"].sheet_state = "hidden"
        book.create_sheet("Notes").append(["note"])
        book.create_sheet("Empty")

    first, second = read(_workbook(tmp_path, ("id", "said"), ("1", "Yes"), change=hide))
    assert (first.rows, second) == ((("id", "said"), ("1", "Yes")), Grid((("note",),), "Notes"))
    assert [str(problem) for problem in first.problems] == [
        'a.xlsx: 1 sheet is hidden and was not read: "Old".\n'
        "Try: show the sheet in Excel and save the file if it belongs to the data",
        'a.xlsx, row 2, sheet "Data": row 2 was hidden in Excel and read all the same.\n'
        "Try: delete these rows if they are not meant to count",
        'a.xlsx, sheet "Data": column B was hidden in Excel and read all the same.\n'
        "Try: delete these columns if they are not meant to be used",
    ]


def test_a_formula_without_a_saved_result_is_reported(tmp_path):
    """Programs that write formulas without results leave cells empty."""
    (grid,) = read(_workbook(tmp_path, ("id", "n"), ("1", "=1+1")))
    assert grid.rows == (("id", "n"), ("1", ""))
    assert [str(problem) for problem in grid.problems] == [
        'a.xlsx, row 2, sheet "Data": a formula whose result was never saved leaves a cell empty in row 2.\n'
        "Try: open the file in Excel and save it"
    ]


def test_control_characters_in_a_workbook_are_removed_and_reported(tmp_path):
    """An escaped control character is no text."""
    (grid,) = read(_workbook(tmp_path, ("id",), ("a_x0001_b",)))
    assert grid.rows == (("id",), ("ab",))
    assert [str(problem) for problem in grid.problems] == [
        'a.xlsx, row 2, sheet "Data": control characters that no text should hold were removed from row 2.\n'
        "Try: look whether words are missing there"
    ]


def test_a_sheet_that_lies_about_its_size_is_read_by_its_cells(tmp_path):
    """A claimed size of all rows and columns costs nothing."""
    path = _workbook(tmp_path, ("id", "said"), ("1", "Yes"))
    _rezipped(path, "xl/worksheets/sheet1.xml", lambda part: part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    assert read(path) == (Grid((("id", "said"), ("1", "Yes")), "Data"),)


def test_a_stray_cell_far_below_the_data_is_refused(tmp_path):
    """One cell in the last corner would make a grid of seventeen billion cells."""

    def stray(_, sheet):
        sheet["XFD1048576"] = "x"

    assert _refused(_workbook(tmp_path, ("id",), ("1",), change=stray)) == [
        'a.xlsx, sheet "Data": the sheet reaches to cell XFD1048576, far beyond its data.\n'
        "Try: delete the empty rows and columns around the data in Excel and save the file"
    ]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [(b'r="A2"', b'r="ZZZZ2"', "cell ZZZZ2"), (b'<row r="2"', b'<row r="99999999999"', "row 99999999999")],
)
def test_a_cell_outside_any_sheet_is_refused(tmp_path, old, new, named):
    """Cells that Excel could not have are built to exhaust a reader."""
    path = _workbook(tmp_path, ("id",), ("1",))
    _rezipped(path, "xl/worksheets/sheet1.xml", lambda part: part.replace(old, new))
    assert _refused(path) == [
        f'a.xlsx, sheet "Data": the sheet claims {named}, outside what Excel allows.\n'
        "Try: open it in Excel or LibreOffice and save it again as .xlsx, or ask for the file again"
    ]


def test_a_workbook_without_cells_is_refused(tmp_path):
    """Nothing to read is said, not passed over."""
    assert _refused(_workbook(tmp_path)) == [
        "a.xlsx: the workbook has no cells to read.\nTry: open it in Excel, show the sheet that is meant, and save it"
    ]


def test_a_workbook_whose_data_are_hidden_is_refused(tmp_path):
    """A hidden sheet is never read in silence."""

    def hide(book, sheet):
        sheet.sheet_state = "hidden"
        book.create_sheet("Empty")
        book.active = 1

    assert _refused(_workbook(tmp_path, ("id",), ("1",), change=hide)) == [
        "a.xlsx: every sheet with cells is hidden.\nTry: open it in Excel, show the sheet that is meant, and save it"
    ]


def test_entities_in_a_workbook_are_refused(tmp_path):
    """An XML entity bomb never reaches the parser."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = _workbook(tmp_path, ("id",), ("1",))
    _rezipped(path, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<worksheet", bomb + b"<worksheet", 1))
    (problem,) = _refused(path)
    assert problem.startswith("a.xlsx, xl/worksheets/sheet1.xml: the file defines its own XML entities, which ")


def test_a_part_that_is_no_xml_is_refused(tmp_path):
    """A sheet cut in the middle is damaged, not short."""
    path = _workbook(tmp_path, ("id",), ("1",))
    _rezipped(path, "xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2])
    assert _refused(path) == [
        "a.xlsx: the workbook is damaged and cannot be read.\n"
        "Try: open it in Excel or LibreOffice and save it again as .xlsx, or ask for the file again"
    ]


def test_another_archive_is_no_workbook(tmp_path):
    """A zip without a workbook in it is called what it is not."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    assert _refused(path) == [
        "a.xlsx: this is not an Excel workbook (.xlsx), or it is damaged.\n"
        "Try: open it in Excel or LibreOffice and save it again as .xlsx, or ask for the file again"
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<html><table><tr><td>1</table>", "this is a web page, not an Excel workbook (.xlsx)."),
        (b"id;said\n1;Yes\n", "this is plain text, not an Excel workbook (.xlsx)."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "this is an old Excel file (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "the file is protected by a password",
        ),
        (b"", "the file is empty."),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path, content, what):
    """Web pages, text, old and protected files under the name .xlsx each get their own way out."""
    (problem,) = _refused(_file(tmp_path, content, "a.xlsx"))
    assert problem.startswith(f"a.xlsx: {what}")


def test_a_truncated_workbook_is_refused(tmp_path):
    """Half a download is no workbook."""
    path = _workbook(tmp_path, ("id",), ("1",))
    path.write_bytes(path.read_bytes()[:-300])
    (problem,) = _refused(path)
    assert problem.startswith("a.xlsx: the file is damaged or was not copied to its end.")


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path):
    """A part that packs a thousand to one is not unpacked."""
    path = _workbook(tmp_path, ("id",), ("1",))
    _rezipped(path, "xl/worksheets/sheet1.xml", lambda part: part + b" " * 70_000_000)
    (problem,) = _refused(path)
    assert "would unpack to" in problem


SHARED = b"""<?xml version="1.0" encoding="UTF-8"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2">
<si><t xml:space="preserve">said </t></si><si><r><t>We </t></r><r><rPr><b/></rPr><t>left</t></r></si></sst>"""
SHEET = b"""<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3"><v>7.0</v></c></row>
</sheetData></worksheet>"""
PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def test_strings_shared_between_cells_are_read_as_excel_writes_them(tmp_path):
    """Excel keeps strings in a part of their own, in pieces where some words are bold; rows may be missing."""
    path = _workbook(tmp_path, ("x",))
    with zipfile.ZipFile(path) as archive:
        has_strings = "xl/sharedStrings.xml" in archive.namelist()
    _rezipped(path, "xl/sharedStrings.xml", lambda _: SHARED)
    _rezipped(path, "xl/worksheets/sheet1.xml", lambda _: SHEET)
    if not has_strings:
        entry = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{PART}"/></Types>'.encode()
        _rezipped(path, "[Content_Types].xml", lambda part: part.replace(b"</Types>", entry))
    assert read(path) == (Grid((("said ", "", ""), ("", "", ""), ("", "We left", "7")), "Data"),)
