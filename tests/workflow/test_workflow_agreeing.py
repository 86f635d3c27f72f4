"""Agreement between coders who were given the same sentences blind."""

import openpyxl
import pytest
from workflow_sample import studied

from qualcode.errors import MisuseError, QualcodeError
from qualcode.exporters.review_sheet import HEADINGS, SHEET
from qualcode.model.decision import Action
from qualcode.workflow.agreeing import agreement
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide
from qualcode.workflow.reviewed import import_review
from qualcode.workflow.reviewing import Given, export_review


@pytest.fixture
def study(tmp_path):
    """The sample study, coded by the rules."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        yield coded_study


def blindly(study, coder, codes, *, transcript=""):
    """The coder fills in a blind sheet: `codes` has an address and its code."""
    path = study.folder.path / f"{coder}.xlsx"
    export_review(study, path, Given(coder, blind=True, transcript=transcript))
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    places = {cell.value: cell.column for cell in sheet[1]}
    key, code = (places[HEADINGS[name][0]] for name in ("key", "code"))
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, code).value = codes.get(sheet.cell(row, key).value)
    book.save(path)
    assert import_review(study, path).problems == ()


def test_only_what_both_were_given(study):
    """Ben was given one interview of three: its sentences are the units, those left empty included."""
    blindly(study, "Anna", {"R01:2": "sta_police", "R01:3": "sta_police", "R03:2": "rte_river"})
    blindly(study, "Ben", {"R01:2": "sta_police"}, transcript="R01")
    found = agreement(study, ["Anna", "Ben"])
    assert [(row.code, row.units) for row in found.rows] == [("", 3), ("sta_police", 3), ("rte_river", 3)]
    assert found.rows[1].percent == pytest.approx(2 / 3)
    assert found.rows[2].alpha is None
    assert [(one.segment, one.words, one.codes) for one in found.disagreements] == [
        ("R01:3", "The police took us back.", (("sta_police",), ()))
    ]


def test_what_is_decided_later_changes_nothing(study):
    """A code that Ben adds when he has seen what others coded is not agreement."""
    blindly(study, "Anna", {"R01:2": "sta_police"})
    blindly(study, "Ben", {})
    before = agreement(study, ["Anna", "Ben"])
    decide(study, "R01:2", "Ben", Verdict(Action.ADD, "sta_police"))
    assert agreement(study, ["Anna", "Ben"]) == before


def test_rules_against_a_person(study):
    """It is called validation, and the rules are held against the person."""
    blindly(study, "Anna", {"R01:2": "sta_police"})
    found = agreement(study, ["Anna", "rules"], reference="Anna")
    assert found.validation
    assert (found.rows[1].precision, found.rows[1].recall) == (pytest.approx(1 / 3), 1)


def test_nothing_in_common(study):
    """Who was given nothing blind is told how to."""
    with pytest.raises(QualcodeError, match="nothing that Anna and Ben were given to code blind"):
        agreement(study, ["Anna", "Ben"])


@pytest.mark.parametrize(("coders", "reference"), [(["Anna"], ""), (["Anna", "Anna"], ""), (["Anna", "Ben"], "Cleo")])
def test_misuse(study, coders, reference):
    """One coder, one twice, or a reference who is none of them."""
    with pytest.raises(MisuseError, match=r"two coders or more|none of the coders"):
        agreement(study, coders, reference=reference)
