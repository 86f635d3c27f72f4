"""Releases: what may be published of a study, and that nobody can be found in it."""

import csv
import json
from zipfile import ZipFile

import openpyxl
import pytest
from workflow_sample import studied, talk

from qualcode.errors import QualcodeError
from qualcode.model.table import Level, State
from qualcode.workflow.coding import code_study
from qualcode.workflow.exporting import ExportOptions, export_study, export_tables
from qualcode.workflow.publishing import Terms, judge, publish
from qualcode.workflow.tabulating import EVERYTHING

SETTINGS = """
name: Roads
fields:
  gender: {title: Gender, values: [woman, man]}
  from: {title: From}
labels: {"": "{person} from {from}"}
respondent_types: {traveller: []}
"""
RIVER = "We crossed the river at night, number {number} in the line."
POLICE = "The police stopped us on day {number}."
UNREVIEWED = Terms(unreviewed=True)


def people(number):
    """Gender and origin of a respondent: nine men and five women, two from Peru, the others from Chad or Mali."""
    gender = "woman" if number < 5 else "man"
    return gender, "Peru" if number < 2 else ("Chad" if number % 2 else "Mali")


def respondents():
    """Fourteen respondents of one type."""
    rows = ["respondent_id,respondent_type,gender,from,consent_status"]
    rows += [f"SECRET{number:02},traveller,{','.join(people(number))},active" for number in range(14)]
    return "\n".join(rows) + "\n"


TALKS = {
    f"SECRET{number:02}.txt": talk(
        RIVER.format(number=number) if number < 12 else f"We stayed {number} days in a garden with apple trees.",
        POLICE.format(number=number) if number in (0, 5, 6) else f"Nothing else, only the {number * 7} sheep.",
    )
    for number in range(14)
}


@pytest.fixture
def study(tmp_path):
    """Twelve of fourteen speak of a river, three of the police."""
    with studied(tmp_path, TALKS, settings=SETTINGS, respondents=respondents()) as coded_study:
        code_study(coded_study)
        yield coded_study


def cells(table):
    """Code to what stands in each column: a number, or "[c]"."""
    return {
        row.code: ["[c]" if cell.state is State.WITHHELD else len(cell.respondents) for cell in row.cells]
        for row in table.at(Level.CODE)
    }


def test_small_numbers_are_withheld(study):
    """Three who speak of the police are too few; of the river, both genders are enough."""
    report = publish(study, ["gender"], EVERYTHING, UNREVIEWED).report
    assert [column.n for column in report.tables[0].columns] == [14, 5, 9]
    assert cells(report.tables[0]) == {"sta_police": ["[c]"] * 3, "rte_river": [12, 5, 7]}


def test_numbers_that_would_tell_small_ones_are_withheld(study):
    """Two from Peru are too few; the total and the other two groups would tell them."""
    report = publish(study, ["from"], EVERYTHING, UNREVIEWED).report
    by_title = dict(
        zip((one.title for one in report.tables[0].columns), cells(report.tables[0])["rte_river"], strict=True)
    )
    assert by_title["Peru"] == "[c]"
    assert list(by_title.values()).count("[c]") >= 3


def test_a_later_release_tells_nothing_of_an_earlier_one(study, tmp_path):
    """Once the numbers by gender are out, those by gender and origin keep back what they would tell."""
    options = ExportOptions(["gender"], release=UNREVIEWED)
    export_study(study, tmp_path / "first.xlsx", options=options)
    alone = judge(study, ["gender,from"], EVERYTHING)
    assert alone.kept_back.all
    told = {(count.row, count.group): count.value for count in alone.published}
    first = {(row, frozenset(group)): len(said) for row, group, said in study.store.published_counts()}
    assert {key: told[key] for key in first if key in told} == {key: first[key] for key in first if key in told}
    assert set(first.values()) == {12, 5, 7}


def test_small_groups_are_merged_where_asked(study):
    """Peru has two respondents; they join the smallest group that makes five."""
    report = publish(study, ["from"], EVERYTHING, Terms(unreviewed=True, merge=True)).report
    titles = [(column.title, column.n) for column in report.tables[0].columns]
    assert titles[0] == ("All respondents", 14)
    assert ("other", 8) in titles
    assert '"other" are values that few respondents have.' in report.tables[0].notes


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx", "out.html", "out.csv", "out.jsonl"])
def test_nobody_can_be_found_in_a_file(study, tmp_path, name):
    """No id, no transcript, no place in one, no coder and no property, in whatever format."""
    export_study(study, tmp_path / name, options=ExportOptions(["gender"], release=UNREVIEWED))
    data = (tmp_path / name).read_bytes()
    if name.endswith((".xlsx", ".docx")):
        with ZipFile(tmp_path / name) as archive:
            data = b"".join(archive.read(entry) for entry in archive.namelist())
            properties = archive.read("docProps/core.xml")
        assert b"qualcode" not in properties.replace(b"python-docx", b"")
        assert b"Roads" not in properties
    assert b"SECRET" not in data
    assert b"crossed the river" in data


def test_the_workbook_has_no_sheet_of_respondents(study, tmp_path):
    """Themes, charts, quotes and codebook are all; every sheet names the unreviewed codings."""
    export_study(study, tmp_path / "out.xlsx", options=ExportOptions(["gender"], release=UNREVIEWED))
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Read me", "Themes by profile", "Charts", "Quotes", "Codebook"]
    assert all("15 of the 15 codings it rests on" in sheet.oddFooter.left.text for sheet in book)
    assert [cell.value for cell in book["Quotes"][1]] == [
        *("Theme", "Code", "Quote", "Label", "Did it happen?", "Who did it", "What they did", "To whom", "Status"),
    ]
    assert not {"Respondents", "Mentions"} & {cell.value for cell in book["Codebook"][1]}
    themes = list(book["Themes by profile"].iter_rows(values_only=True))
    assert themes[2][:4] == ("Police", "sta_police", "[c]", None)
    assert "mentions" not in " ".join(themes[0])


def test_quotes_are_some_of_many_and_of_nobody_twice(study):
    """Three of twelve on the river, each of another respondent, and none on what too few speak of."""
    report = publish(study, ["gender"], EVERYTHING, UNREVIEWED).report
    assert [one.coding.code for one in report.segments] == ["rte_river"] * 3
    assert len({one.text for one in report.segments}) == 3
    assert report.respondents == ()


def test_labels_are_as_coarse_as_needed(study):
    """No label under a quote is shared by fewer than three."""
    sharing = {}
    for number in range(14):
        sharing.setdefault(people(number), []).append(number)
    report = publish(study, ["gender"], EVERYTHING, UNREVIEWED).report
    labels = {one.respondent.label for one in report.segments}
    assert labels <= {"Traveller"}


def test_only_reviewed_codings_are_published(study):
    """Without a review there is nothing to publish, and the error says what there is instead."""
    with pytest.raises(QualcodeError) as caught:
        publish(study, ["gender"], EVERYTHING, Terms())
    assert str(caught.value) == (
        "nobody has reviewed a coding of this study, and only reviewed ones are published.\n"
        "Try: --include-unreviewed publishes what rules suggest as well, and every page says so"
    )


def test_tables_as_csv_say_what_they_withhold(study, tmp_path):
    """A row a cell, "[c]" for what is withheld, and the notice in a file beside them."""
    (written,) = export_tables(study, tmp_path / "out", options=ExportOptions(["gender"], release=UNREVIEWED))
    rows = list(csv.DictReader(written.read_text(encoding="utf-8").splitlines()))
    assert [row["respondents"] for row in rows if row["code"] == "sta_police"] == ["[c]"] * 3
    assert [row["respondents"] for row in rows if row["code"] == "rte_river"] == ["12", "5", "7"]
    assert "mentions" not in rows[0]
    notice = (tmp_path / "out" / "READ ME.txt").read_text(encoding="utf-8")
    assert notice.startswith("For publication: numbers of fewer than 5 respondents are withheld.")


def test_the_log_says_what_was_withheld_and_why(study, tmp_path):
    """Inside the study only: how many numbers of each table, for which reason."""
    export_study(study, tmp_path / "out.xlsx", options=ExportOptions(["from"], release=UNREVIEWED))
    entry = list(study.store.entries())[-1]
    assert (entry.action, entry.details["file"]) == ("release", "out.xlsx")
    assert entry.details["Themes by From: would tell a small one"] >= 1
    assert entry.details["Themes by From: too small"] > 10
    json.dumps(dict(entry.details))
