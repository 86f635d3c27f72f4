"""findings, who, grid, sample, cooccurrence and disclosure on a small study."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

SHEETS = {"findings": "Findings", "grid": "Discussion grid", "sample": "Respondents"}


@pytest.mark.usefixtures("coded")
@pytest.mark.parametrize(
    "command",
    [
        "findings",
        "who",
        "framework",
        "grid",
        "sample",
        "voices",
        "cooccurrence",
        "coverage",
        "speech",
        "method",
        "audit",
    ],
)
def test_every_listing_has_csv_and_json(qualcode, command):
    """The same rows under the same names in both."""
    rows = list(csv.DictReader(io.StringIO(qualcode(command, "--format", "csv").out)))
    records = json.loads(qualcode(command, "--format", "json").out)
    assert rows == [{name: str(value) for name, value in record.items()} for record in records]


@pytest.mark.usefixtures("coded")
def test_findings_say_the_claim_in_words(qualcode):
    """Both respondents speak of the cold."""
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(qualcode("findings", "--format", "csv").out))}
    assert rows["harm_cold"]["claim"] == "2 of 2 respondents"


def test_every_listing_is_a_sheet_whose_numbers_lead_to_quotes(qualcode, coded):
    """A number of the workbook is a link to the words behind it."""
    assert qualcode("export", "all.xlsx").code == 0
    book = load_workbook(coded / "all.xlsx")
    assert set(SHEETS.values()) <= set(book.sheetnames)
    sheet = book["Findings"]
    headings = [cell.value for cell in sheet[1]]
    number = sheet.cell(3, headings.index("Say so: type not recorded") + 1)
    assert number.value == 2
    assert number.hyperlink.location.startswith("'Quotes'!")


def test_a_sheet_of_a_listing_is_a_table_of_excel(qualcode, coded):
    """Its headings are those of the table, and unique."""
    qualcode("export", "all.xlsx")
    sheet = load_workbook(coded / "all.xlsx")["Findings"]
    (table,) = sheet.tables.values()
    headings = [cell.value for cell in sheet[1]]
    assert [column.name for column in table.tableColumns] == headings
    assert len(set(headings)) == len(headings)


@pytest.mark.usefixtures("coded")
def test_disclosure_judges_the_tables_together(qualcode):
    """With two respondents nothing can be published, and the way out is named."""
    done = qualcode("disclosure", "--format", "csv")
    row, merged = csv.DictReader(io.StringIO(done.out))
    assert (row["numbers"], row["left"]) == ("18", "0")
    assert merged["table"] == "Themes by Gender, small groups merged"
    assert "Merge small values" in done.err


@pytest.mark.usefixtures("coded")
def test_a_release_says_what_it_holds(qualcode):
    """What rules suggest goes out only where that is asked for, and a person is told to read it once more."""
    refused = qualcode("export", "out.xlsx", "--release")
    assert "nobody has reviewed a coding of this study" in refused.err
    done = qualcode("export", "out.xlsx", "--release", "--include-unreviewed")
    assert done.out.splitlines() == [
        "Wrote out.xlsx: 0 quotes. For publication: numbers of fewer than 5 respondents are withheld. "
        "Nobody has reviewed 3 of the 3 codings it rests on.",
        "Read it once more before it goes out: what people say of themselves is in their words.",
    ]


@pytest.mark.usefixtures("coded")
@pytest.mark.parametrize("option", ["--include-unreviewed", "--merge-small"])
def test_terms_of_a_release_need_a_release(qualcode, option):
    """An option that would do nothing is told."""
    assert qualcode("export", "out.xlsx", option).err == (
        f"Error {option} is about a release.\n      Try: add --release, or leave it out\n"
    )


@pytest.mark.usefixtures("coded")
def test_a_label_that_too_few_share_is_none(qualcode):
    """Two respondents of one kind are too few for any label."""
    rows = list(csv.DictReader(io.StringIO(qualcode("disclosure", "--labels", "--format", "csv").out)))
    assert [(row["label"], row["sharing"], row["published"]) for row in rows] == [("Respondent", "2", "(no label)")]


def test_a_limit_that_protects_nobody_is_refused(qualcode, coded):
    """study.yaml cannot allow cells of one."""
    settings = coded / "study.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "disclosure: {cell: 1}\n", encoding="utf-8")
    done = qualcode("disclosure")
    assert done.code != 0
    assert "disclosure.cell" in done.err


def test_every_table_is_a_csv_file(qualcode, coded):
    """`export --tables DIR` writes the theme tables a row a cell, and the listings as their commands print them."""
    done = qualcode("export", "--tables", "out")
    assert done.out == "Wrote 10 tables to out. They are confidential.\n"
    assert sorted(path.name for path in (coded / "out").iterdir()) == [
        "audit.csv",
        "coverage.csv",
        "findings.csv",
        "framework.csv",
        "grid.csv",
        "method.csv",
        "sample.csv",
        "speech.csv",
        "themes-by-gender.csv",
        "voices.csv",
    ]
    printed = qualcode("findings", "--format", "csv").out
    assert (coded / "out" / "findings.csv").read_text(encoding="utf-8") == printed
    rows = list(csv.DictReader((coded / "out" / "themes-by-gender.csv").read_text(encoding="utf-8").splitlines()))
    (cold,) = [row for row in rows if row["code"] == "harm_cold" and row["value"] == "woman"]
    assert (cold["n"], cold["respondents"], cold["mentions"], cold["share"]) == ("1", "1", "1", "1 of 1")


@pytest.mark.usefixtures("coded")
def test_export_without_anything_to_write_names_the_way_out(qualcode):
    """Neither a file nor a folder."""
    done = qualcode("export")
    assert done.code != 0
    assert "export needs to know what to write" in done.err


def test_tables_do_not_take_the_place_of_a_file(qualcode, coded):
    """A folder is asked for."""
    (coded / "out").write_text("mine", encoding="utf-8")
    done = qualcode("export", "--tables", "out")
    assert "this is a file and no folder" in done.err
    assert (coded / "out").read_text(encoding="utf-8") == "mine"
