"""Summaries: out to a sheet and back."""

import csv

import openpyxl
import pytest
from workflow_sample import LIST, studied, write

from qualcode.errors import MisuseError, ProblemsError
from qualcode.workflow.coding import code_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.listings import listing
from qualcode.workflow.summarising import SummaryReport, export_summaries, import_summaries
from qualcode.workflow.tabulating import coded


@pytest.fixture
def study(tmp_path):
    """The sample study, coded."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        yield coded_study


def sheet(path, *rows):
    """A sheet of summaries as csv."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("respondent", "theme", "summary"), *rows])
    return path


def matrix(study):
    """Respondent and theme to the first line of the cell."""
    made = listing(study, coded(study), "framework")
    names = [heading.name for heading in made.headings]
    return {
        (row[0].value, name): figure.value.split("\n")[0]
        for row in made.rows
        for name, figure in zip(names, row, strict=True)
        if name in ("sta", "rte")
    }


def test_a_summary_goes_out_and_comes_back(study, tmp_path):
    """Written in the exported workbook, read, shown above the quotes, and in the next sheet."""
    out = tmp_path / "summaries.xlsx"
    assert export_summaries(study, out) == 3
    book = openpyxl.load_workbook(out)
    table = book["Summaries"]
    headings = [cell.value for cell in table[1]]
    table.cell(2, headings.index("Summary") + 1).value = "Stopped by the police – twice."
    book.save(out)
    assert import_summaries(study, out) == SummaryReport(added=1)
    assert matrix(study)["R01", "sta"] == "Stopped by the police – twice."
    assert import_summaries(study, out) == SummaryReport(kept=1)
    again = tmp_path / "again.csv"
    export_summaries(study, again)
    assert "Stopped by the police – twice." in again.read_text(encoding="utf-8-sig")


def test_summaries_change_and_go_only_where_that_is_said(study, tmp_path):
    """An empty cell changes nothing, another text replaces, DELETE removes."""
    path = tmp_path / "s.csv"
    import_summaries(study, sheet(path, ("R01", "sta", "First."), ("R01", "rte", "Second.")))
    assert import_summaries(study, sheet(path, ("R01", "sta", ""), ("R01", "rte", "Third."))) == SummaryReport(
        changed=1
    )
    assert (matrix(study)["R01", "sta"], matrix(study)["R01", "rte"]) == ("First.", "Third.")
    assert import_summaries(study, sheet(path, ("R01", "sta", "DELETE"))) == SummaryReport(removed=1)
    assert "First." not in matrix(study)["R01", "sta"]


def test_all_faults_are_told_with_their_rows_and_nothing_is_kept(study, tmp_path):
    """An unknown respondent, an unknown theme, two summaries of one."""
    rows = [("R01", "sta", "One."), ("R9", "sta", "Two."), ("R01", "stq", "Three."), ("R01", "sta", "Four.")]
    with pytest.raises(ProblemsError) as caught:
        import_summaries(study, sheet(tmp_path / "s.csv", *rows))
    assert str(caught.value) == (
        "the summaries were not read.\n"
        's.csv, row 3: there is no respondent "R9".\n'
        "Try: write it as qualcode summaries export has it, or leave the row out\n"
        's.csv, row 4: there is no theme "stq". Did you mean "sta"?\n'
        "Try: write it as qualcode summaries export has it, or leave the row out\n"
        "s.csv, row 5: R01 has two summaries on sta, the other in row 2.\n"
        "Try: keep one of them"
    )
    assert study.store.summaries() == {}


def test_a_sheet_without_headings_is_told(study, tmp_path):
    """With how to have one."""
    write(tmp_path, {"s.csv": "a,b\n1,2\n"})
    with pytest.raises(ProblemsError) as caught:
        import_summaries(study, tmp_path / "s.csv")
    assert str(caught.value) == (
        "the summaries were not read.\n"
        "s.csv: there is no row with the headings respondent, theme, summary.\n"
        "Try: qualcode summaries export makes a sheet"
    )


def test_a_sheet_that_somebody_works_on_is_not_replaced(study, tmp_path):
    """What was written in it would be lost."""
    path = sheet(tmp_path / "s.csv", ("R01", "sta", "One."))
    with pytest.raises(MisuseError) as caught:
        export_summaries(study, path)
    assert str(caught.value) == (
        '"s.csv" is there already, and what was written in it would be lost.\n'
        "Try: qualcode summaries import reads it; then choose another name, or move it away"
    )


@pytest.mark.parametrize("act", [export_summaries, import_summaries])
def test_another_format_is_told(study, tmp_path, act):
    """Both ways."""
    with pytest.raises(MisuseError) as caught:
        act(study, tmp_path / "s.docx")
    assert str(caught.value) == '"s.docx" is no sheet for summaries.\nTry: a name ending in .xlsx or .csv'


def test_a_summary_of_who_has_withdrawn_is_shown_nowhere(study, tmp_path):
    """Neither in the matrix nor in a sheet."""
    import_summaries(study, sheet(tmp_path / "s.csv", ("R02", "sta", "Saw nobody.")))
    gone = LIST.replace("man,41,active", "man,41,withdrawn")
    write(study.folder.path, {"respondents.csv": gone})
    import_files(study, [])
    assert not any("Saw nobody." in words for words in matrix(study).values())
    export_summaries(study, tmp_path / "out.csv")
    assert "Saw nobody." not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
