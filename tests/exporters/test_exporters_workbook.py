"""The workbook, reopened and compared cell by cell."""

import dataclasses
import io
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from exporters_sample import GUIDE, WORDS, Counter, grid, report

from qualcode.errors import QualcodeError
from qualcode.exporters.places import where
from qualcode.exporters.workbook import charts, write
from qualcode.exporters.workbook import sheet as sheet_module
from qualcode.exporters.workbook.sheet import Book
from qualcode.model.source import Position
from qualcode.model.table import Cell, Column, Level, Row, ThemeTable

SHEETS = [
    "Read me",
    "Themes by profile",
    "Themes by nationality",
    "Charts",
    "Respondents by code",
    "Quotes",
    "Codebook",
]


@pytest.fixture
def book(tmp_path):
    """The sample report as a workbook."""
    write(tmp_path / "themes.xlsx", report(), matrix=grid(report()))
    return openpyxl.load_workbook(tmp_path / "themes.xlsx")


def values(sheet):
    """All cells of a sheet, row by row."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def links(sheet):
    """Where each linked cell leads."""
    return {cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}


def one_quote(tmp_path, text):
    """The quotes sheet of a report with one coding on `text`."""
    made = report({"RM_1": (text,)}, {"RM_1": (("sta_violence", 1),)})
    write(tmp_path / "one.xlsx", made, matrix=grid(made))
    return openpyxl.load_workbook(tmp_path / "one.xlsx")["Quotes"]


def test_sheets(book):
    """The sheets stand in the order in which they are read."""
    assert book.sheetnames == SHEETS


def test_themes_by_profile(book):
    """Respondents, shares and mentions of each group, themes before codes; then what is said otherwise; totals last."""
    groups = ("All respondents (n = 3)", "key informant (n = 1)", "refugee migrant (n = 2)")
    heads = [f"{group}: {what}" for group in groups for what in ("respondents", "share", "mentions")]
    apart = ("deny it", "say it stopped", "fear or expect it", "heard of it only")
    assert values(book["Themes by profile"])[:8] == [
        ["Theme and code", "Id", *heads, *(f"All respondents: {what}" for what in apart)],
        ["Authorities", "sta", 3, "3 of 3", 3, 1, "1 of 1", 1, 2, "2 of 2", 2, 0, 0, 0, 0],
        ["Violence", "sta_violence", 2, "2 of 3", 2, 0, None, 0, 2, "2 of 2", 2, 0, 0, 0, 0],
        ["Pushback", "sta_pushback", 2, "2 of 3", 2, 1, "1 of 1", 1, 1, "1 of 2", 1, 0, 0, 0, 0],
        ["Journey", "jrn", 1, "1 of 3", 1, 0, None, 0, 1, "1 of 2", 1, 0, 0, 0, 0],
        ["Needs", "jrn_needs", 1, "1 of 3", 1, 0, None, 0, 1, "1 of 2", 1, 0, 0, 0, 0],
        ["Any theme", None, 3, None, 4, 1, None, 1, 2, None, 3, *[None] * 4],
        [None] * 15,
    ]
    notes = [row[0] for row in values(book["Themes by profile"])[8:]]
    assert notes == list(report().tables[0].notes)


def test_a_number_that_rests_on_one_respondent_shows_its_mark(book):
    """It stays a number, and is written with the sign."""
    cell = book["Themes by profile"]["F2"]
    assert (cell.value, cell.number_format) == (1, '0"*"')


def test_empty_cells_say_why(tmp_path):
    """Not asked, asked and not mentioned, denied: three different cells, and the denial leads to its quote."""
    made = report(readings={("RM_1", "sta_violence"): "negated", ("RM_2", "sta_violence"): "negated"}, guide=GUIDE)
    write(tmp_path / "themes.xlsx", made, matrix=grid(made))
    sheet = openpyxl.load_workbook(tmp_path / "themes.xlsx")["Themes by profile"]
    assert [sheet[cell].value for cell in ("C3", "F3", "F5", "I3", "L3")] == ["2 deny", 0, "not asked", "2 deny", 2]
    assert links(sheet)["C3"] == links(sheet)["L3"] == "'Quotes'!C2:C3"


def test_charts_stand_beside_their_numbers(book):
    """A table of groups has its bars: the numbers of each group, titled with its size."""
    sheet = book["Charts"]
    assert values(sheet)[:4] == [
        ["Themes by respondent type: respondents", None, None],
        ["Theme", "key informant (n = 1)", "refugee migrant (n = 2)"],
        ["Authorities", 1, 2],
        ["Journey", 0, 1],
    ]
    first = sheet._charts[0]
    assert [series.val.numRef.f for series in first.series] == ["'Charts'!$B$3:$B$4", "'Charts'!$C$3:$C$4"]
    assert first.anchor._from.row == 5
    assert len(sheet._charts) == 2


def test_charts_of_large_groups_are_shares():
    """From ten respondents on a group is drawn as a share, and smaller ones beside it are named as not drawn."""
    people = tuple(f"R{number}" for number in range(24))
    groups = (
        Column("f", "a", "a", people[:10]),
        Column("f", "b", "b", people[10:20]),
        Column("f", "c", "c", people[20:]),
    )
    row = Row(Level.THEME, "t", "", "T", (Cell(people[:7]), Cell(), Cell(people[20:])))
    book = Book()
    charts.fill(book.sheet("Charts", [20.0]), [ThemeTable("Themes by f", groups, (row,), fields=("f",))])
    written = io.BytesIO()
    book.workbook.save(written)
    assert values(openpyxl.load_workbook(written)["Charts"])[:4] == [
        ["Themes by f: share of the group's respondents", None, None],
        ["Not drawn: c (n = 4).", None, None],
        ["Theme", "a (n = 10)", "b (n = 10)"],
        ["T", 70, 0],
    ]


def test_respondents_by_code(book):
    """Each respondent has a row with label, profile and counts, and the last row says how many have the code."""
    assert values(book["Respondents by code"]) == [
        ["Respondent", "Label", "Respondent type", "Nationality", "Violence", "Pushback", "Needs", "Stakeholder"],
        ["RM_1", "Syrian woman, interviewed in Serbia", "refugee migrant", "Syria", 1, 1, 1, None],
        ["RM_2", "Albanian man, interviewed in Albania", "refugee migrant", "Albania", 1, 0, 0, None],
        ["KII_1", "Key informant, NGO, Serbia", "key informant", None, 0, 1, 0, "NGO"],
        ["Respondents with the code", None, None, None, 2, 2, 1, None],
    ]


def quote(theme, code, respondent, number, identifier):
    """The row that the quotes sheet should have."""
    labels = {
        "RM_1": ("Syrian woman, interviewed in Serbia", "refugee migrant", "Syria", None),
        "RM_2": ("Albanian man, interviewed in Albania", "refugee migrant", "Albania", None),
        "KII_1": ("Key informant, NGO, Serbia", "key informant", None, "NGO"),
    }
    label, *profile = labels[respondent]
    said = WORDS[respondent]
    around = [said[number - 2] if number > 1 else None, said[number] if number < len(said) else None]
    source = f"T_{respondent}"
    rest = ["respondent", "What happened?", None, None, "suggested", *[None] * 3, "yes", "page 2, paragraph 4"]
    technical = [f"{source}:{number + 1}", source, identifier, said[number - 1][:4], f"{identifier}-rule", None, None]
    return [theme, code, said[number - 1], label, *[None] * 6, *around, respondent, *profile, *rest, *technical, "rule"]


def test_quotes(book):
    """Every coding has a row, by code and within it by the groups of the first table."""
    assert values(book["Quotes"]) == [
        [
            *("Theme", "Code", "Quote", "Label", "Did it happen?", "Who did it", "What they did", "To whom"),
            *("How it is known", "Whom it happened to", "Sentence before", "Sentence after", "Respondent"),
            *("Respondent type", "Nationality", "Stakeholder"),
            *(
                "Said by",
                "Said in answer to",
                "Where it happened",
                "When it happened",
                "Status",
                "Coder",
                "Memo",
                "For the report",
            ),
            *("In a theme table", "Where in the file", "Segment", "Transcript", "Code id", "Matched words", "Rule"),
            *("Assertion", "Found through", "Method"),
        ],
        quote("Authorities", "Violence", "RM_1", 1, "sta_violence"),
        quote("Authorities", "Violence", "RM_2", 1, "sta_violence"),
        quote("Authorities", "Pushback", "KII_1", 1, "sta_pushback"),
        quote("Authorities", "Pushback", "RM_1", 1, "sta_pushback"),
        quote("Journey", "Needs", "RM_1", 2, "jrn_needs"),
    ]


def test_technical_columns_of_quotes_are_folded(book):
    """They are there for who unfolds them; what a reader filters by is in view."""
    sheet = book["Quotes"]
    hidden = {cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden}
    assert hidden >= {"Code id", "Rule", "Assertion"}
    assert not hidden & {"Quote", "Label", "Who did it", "Did it happen?", "Status", "Segment"}


def test_words_from_right_to_left_stand_so(tmp_path):
    """A quote in Arabic is read from the right; a quote with one Arabic word in it is not."""
    assert one_quote(tmp_path, "ضربونا عند الحدود.")["C2"].alignment.readingOrder == 2
    assert one_quote(tmp_path, "They said سلام.")["C2"].alignment.readingOrder == 0


def test_codebook(book):
    """Themes and codes stand with their rules in words and how many speak of them."""
    near = 'near-fence: "fence" and "night" with at most 6 words between'
    heads = ["Theme", "Code id", "Name", "Definition", "Use", "Do not use", "Examples", "Counterexamples", "Rules"]
    hurt = ["Violence", "Officials hurt people.", None, None, None, None, 'any-beat: "beat" or "hit"', 2, 2]
    sent = ["Pushback", "Sent back.", "Fences.", "Deportation.", None, None, near, 2, 2]
    lack = ["Needs", None, None, None, "No water.", None, "No rules: coded by people only.", 1, 1]
    assert values(book["Codebook"]) == [
        [*heads, "Respondents", "Mentions"],
        ["Authorities", "sta", "Authorities", "Harm done by officials.", *[None] * 7],
        ["Authorities", "sta_violence", *hurt],
        ["Authorities", "sta_pushback", *sent],
        ["Journey", "jrn", "Journey", None, *[None] * 7],
        ["Journey", "jrn_needs", *lack],
    ]


def test_read_me(book):
    """The first sheet says what it was made from, warns, lists the sheets and repeats every note."""
    rows = [tuple(row) for row in values(book["Read me"])]
    assert rows[0] == ("Border study", None)
    assert rows[3][0] == "Confidential"
    assert rows[5:14] == [
        ("What it was made from", None),
        ("Study", "Border study"),
        ("Respondents", "3 (refugee migrant 2, key informant 1)"),
        ("Transcripts", "3"),
        ("Codings", "5 in this file"),
        ("Codebook", "Borders, version 2.1: 2 themes, 3 codes"),
        ("Codebook hash (SHA-256)", "0123456789abcdef" * 4),
        ("Matching engine", "version 1"),
        ("Language model (SHA-256)", "none was needed"),
    ]
    assert links(book["Read me"]) == {f"A{row}": f"'{title}'!A1" for row, title in enumerate(SHEETS[1:], start=17)}
    texts = [text for _, text in rows]
    assert set(texts) >= {"1 transcript was left out.", *report().tables[0].notes, *report().tables[1].notes}


def test_numbers_lead_to_their_quotes(book):
    """A number links to all its quotes where they stand together, else to the first; nothing links from a zero."""
    assert links(book["Themes by profile"]) == {
        **dict.fromkeys(("C2", "E2"), "'Quotes'!C2:C5"),
        **dict.fromkeys(("F2", "H2"), "'Quotes'!C4"),
        **dict.fromkeys(("I2", "K2"), "'Quotes'!C2"),
        **dict.fromkeys(("C3", "E3", "I3", "K3"), "'Quotes'!C2:C3"),
        **dict.fromkeys(("C4", "E4"), "'Quotes'!C4:C5"),
        **dict.fromkeys(("F4", "H4"), "'Quotes'!C4"),
        **dict.fromkeys(("I4", "K4"), "'Quotes'!C5"),
        **dict.fromkeys(("C5", "E5", "I5", "K5", "C6", "E6", "I6", "K6"), "'Quotes'!C6"),
    }
    assert links(book["Respondents by code"]) == {
        "E2": "'Quotes'!C2",
        "F2": "'Quotes'!C5",
        "G2": "'Quotes'!C6",
        "E3": "'Quotes'!C3",
        "F4": "'Quotes'!C4",
    }


def test_quotes_lead_back(book):
    """A quote's code links to its row of the theme table, its respondent to their row of the matrix."""
    codes = {"B2": 3, "B3": 3, "B4": 4, "B5": 4, "B6": 6}
    people = {"M2": 2, "M3": 3, "M4": 4, "M5": 2, "M6": 2}
    assert links(book["Quotes"]) == {
        **{cell: f"'Themes by profile'!A{row}" for cell, row in codes.items()},
        **{cell: f"'Respondents by code'!A{row}" for cell, row in people.items()},
    }


@pytest.mark.parametrize(
    ("title", "panes", "arrows"),
    [
        ("Themes by profile", "C2", "A1:O6"),
        ("Respondents by code", "C2", "A1:H4"),
        ("Quotes", "C2", "A1:AH6"),
        ("Codebook", "D2", "A1:K6"),
    ],
)
def test_sheets_can_be_worked_with(book, title, panes, arrows):
    """Headings stay in view and are repeated on paper, columns can be filtered, nothing is merged."""
    sheet = book[title]
    filtered = sheet.auto_filter.ref or next(iter(sheet.tables.values())).ref
    assert (sheet.freeze_panes, filtered, sheet.print_title_rows) == (panes, arrows, "$1:$1")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, list(sheet.merged_cells.ranges)) == (True, [])


def test_quotes_are_wrapped_and_shown_whole(tmp_path):
    """A long quote gets the height it needs, a short one an ordinary line."""
    sheet = one_quote(tmp_path, "Word after word. " * 20)
    assert (sheet["C2"].alignment.wrap_text, sheet["C2"].alignment.vertical) == (True, "top")
    assert (sheet.column_dimensions["C"].width, sheet.row_dimensions[2].height) == (72.0, 75.0)


@pytest.mark.parametrize("text", ["=1+1", "+381 was the number", "- no", "@home", "=HYPERLINK(A1)"])
def test_text_is_never_a_formula(tmp_path, text):
    """What begins like a formula is text, and Excel is told so for when the cell is edited."""
    cell = one_quote(tmp_path, text)["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("He wrote _x0041_ there.", "He wrote _x005F_x0041_ there."),
        ("bell \x07 and null \x00.", "bell ␇ and null ␀."),
        (" spaces kept  ", " spaces kept  "),
        ("#N/A", "#N/A"),
        ("2024-06-07", "2024-06-07"),
        ("Bihać – 😀 – سلام", "Bihać – 😀 – سلام"),
    ],
)
def test_text_is_kept(tmp_path, text, stored):
    """Escapes, control characters, spaces and all scripts stay as they were or stay visible."""
    cell = one_quote(tmp_path, text)["C2"]
    assert (cell.value, cell.data_type) == (stored, "s")


def test_long_quote_is_divided_into_numbered_rows(tmp_path):
    """A text longer than a cell fills several rows, which repeat the rest of the row and are numbered."""
    text = "They walked on, " * 4_100
    rows = values(one_quote(tmp_path, text))
    assert rows[0][-1] == "Part"
    assert [row[-1] for row in rows[1:]] == ["1 of 3", "2 of 3", "3 of 3"]
    assert "".join(row[2] for row in rows[1:]) == text
    assert {tuple(row[:2] + row[3:-1]) for row in rows[1:]} == {tuple(rows[1][:2] + rows[1][3:-1])}


def test_number_leads_to_all_rows_of_a_long_quote(tmp_path):
    """The link of a divided quote covers its rows."""
    made = report({"RM_1": ("They walked on, " * 4_100,)}, {"RM_1": (("sta_violence", 1),)})
    write(tmp_path / "long.xlsx", made, matrix=grid(made))
    sheet = openpyxl.load_workbook(tmp_path / "long.xlsx")["Respondents by code"]
    assert links(sheet) == {"E2": "'Quotes'!C2:C4"}


def test_links_stop_at_what_excel_opens(tmp_path, monkeypatch):
    """Beyond the limit of links cells keep their text and have no link."""
    monkeypatch.setattr(sheet_module, "MOST_LINKS", 3)
    write(tmp_path / "themes.xlsx", report(), matrix=grid(report()))
    sheet = openpyxl.load_workbook(tmp_path / "themes.xlsx")["Quotes"]
    assert list(links(sheet)) == ["B2", "M2", "B3"]
    assert sheet["M3"].value == "RM_2"


def test_without_matrix(tmp_path):
    """Without a matrix there is no sheet of respondents by code, and nothing leads there."""
    write(tmp_path / "themes.xlsx", report())
    book = openpyxl.load_workbook(tmp_path / "themes.xlsx")
    assert book.sheetnames == [title for title in SHEETS if title != "Respondents by code"]
    assert {location.split("!")[0] for location in links(book["Quotes"]).values()} == {"'Themes by profile'"}
    assert [row[9:] for row in values(book["Codebook"])[2:4]] == [[2, 2], [2, 2]]


def test_without_codings(tmp_path):
    """A study in which nothing was found still gives all its sheets."""
    made = report({"RM_1": ("Nothing.",)}, {})
    write(tmp_path / "themes.xlsx", made, matrix=grid(made))
    book = openpyxl.load_workbook(tmp_path / "themes.xlsx")
    assert (book.sheetnames, book["Quotes"].max_row) == (SHEETS, 1)


def test_read_me_without_notes(tmp_path):
    """Where there is nothing to note, there is no heading for it."""
    write(tmp_path / "themes.xlsx", dataclasses.replace(report(), notes=(), tables=()))
    headings = [name for name, *_ in values(openpyxl.load_workbook(tmp_path / "themes.xlsx")["Read me"])]
    assert [name for name in headings if name and "otes" in name] == ["Quotes", "Several quotes", "Quotes"]


def test_progress_counts_quotes(tmp_path):
    """A face is told of each quote."""
    counter = Counter()
    write(tmp_path / "themes.xlsx", report(), matrix=grid(report()), progress=counter)
    assert counter.told == [("Writing the workbook", 5), *["step"] * 5, "finish"]


def test_same_data_same_bytes_anywhere(tmp_path, book):
    """Another process in another folder, with another hash seed and time zone, writes the same bytes."""
    assert book.properties.creator == "qualcode"
    script = (
        "from pathlib import Path; from exporters_sample import grid, report; "
        "from qualcode.exporters.workbook import write; write(Path('other.xlsx'), report(), matrix=grid(report()))"
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    surroundings = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", script], cwd=elsewhere, env=surroundings, check=True)  # noqa: S603
    assert (elsewhere / "other.xlsx").read_bytes() == (tmp_path / "themes.xlsx").read_bytes()


def test_nothing_in_the_file_has_a_date_of_today(tmp_path, book):
    """Entries of the archive and properties of the document bear one fixed date."""
    with ZipFile(tmp_path / "themes.xlsx") as archive:
        dates = {entry.date_time for entry in archive.infolist()}
    properties = book.properties
    assert dates == {(2000, 1, 1, 0, 0, 0)}
    assert {properties.created.isoformat(), properties.modified.isoformat()} == {"2000-01-01T00:00:00"}


def test_open_workbook_is_left_alone(tmp_path):
    """While another program has the workbook open, nothing is written and the error says what to do."""
    (tmp_path / ".~lock.themes.xlsx#").touch()
    with pytest.raises(QualcodeError, match=r"^themes\.xlsx: this file is open in Excel or LibreOffice\."):
        write(tmp_path / "themes.xlsx", report())
    assert [path.name for path in tmp_path.iterdir()] == [".~lock.themes.xlsx#"]


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position(), ""),
        (Position(paragraph=3), "paragraph 3"),
        (Position(page=2, paragraph=14), "page 2, paragraph 14"),
        (Position(row=7), "row 7"),
        (Position(time=3_725.9), "at 01:02:05"),
    ],
)
def test_where(position, words):
    """A position reads as words, a time as on a player."""
    assert where(position) == words
