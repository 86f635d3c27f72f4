"""Review in Excel: out, filled in, and back."""

import openpyxl
import pytest
from workflow_sample import CODEBOOK, LIST, TALKS, studied, write

from qualcode.analysis.drawing import draw
from qualcode.errors import MisuseError, ProblemsError
from qualcode.exporters.review_sheet import HEADINGS
from qualcode.model.decision import Action
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide, decisions_listing
from qualcode.workflow.importing import import_files
from qualcode.workflow.reviewed import import_review
from qualcode.workflow.reviewing import Given, export_review
from qualcode.workflow.tabulating import coded

PLACES = {name: place for place, name in enumerate(HEADINGS, start=1)}
ANNA = Given("Anna")


@pytest.fixture
def study(tmp_path):
    """The sample study, coded."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        yield coded_study


@pytest.fixture
def sheet(tmp_path):
    """Where the review sheet goes."""
    return tmp_path / "review.xlsx"


def rows(path, *names):
    """These columns of every row."""
    page = openpyxl.load_workbook(path)["Review"]
    return [
        tuple(page.cell(row=row, column=PLACES[name]).value or "" for name in names)
        for row in range(2, page.max_row + 1)
    ]


def fill(path, said):
    """Writes into the row of each segment what a person says there."""
    book = openpyxl.load_workbook(path)
    page = book["Review"]
    for row in range(2, page.max_row + 1):
        for name, value in said.get(page.cell(row=row, column=1).value, {}).items():
            page.cell(row=row, column=PLACES[name]).value = value
    book.save(path)


def statuses(study, transcript="R01"):
    """Segment, code, status and coder of the codings of a transcript."""
    return sorted(
        (one.segment, one.coding.code, one.coding.status, one.coding.coder)
        for one in coded(study).segments
        if one.coding.transcript == transcript
    )


def test_a_sheet_has_the_passage_in_its_context_and_why(study, sheet):
    """A row for each suggestion."""
    assert export_review(study, sheet, ANNA) == 5
    assert rows(sheet, "segment", "passage", "after", "suggested")[0] == (
        "R01:2",
        "The police stopped us.",
        "The police took us back.",
        "Police (sta_police)",
    )
    assert rows(sheet, "question", "respondent")[0] == ("What happened on day 1?", "R01")
    assert rows(sheet, "why")[0][0].startswith('for "police"')
    page = openpyxl.load_workbook(sheet)["Review"]
    assert len(page.data_validations.dataValidation) == 5
    assert page.column_dimensions["P"].hidden


def test_what_is_filled_in_is_decided(study, sheet):
    """Accepted, rejected, changed, added, noted; and nothing twice."""
    export_review(study, sheet, Given("Anna", all_sentences=True))
    fill(
        sheet,
        {
            "R01:2": {"decision": "accept", "second": "rte_river", "comment": "clear"},
            "R01:3": {"decision": "reject"},
            "R01:5": {"decision": "change", "code": "sta_police", "assertion": "negated"},
            "R02:4": {"code": "rte_river", "new": "staying at home"},
            "R03:4": {"comment": "long wait"},
        },
    )
    report = import_review(study, sheet)
    assert report.counts == {"accept": 1, "reject": 1, "change": 1, "add": 2, "memo": 2}
    assert report.ideas == (("R02:4", "staying at home"),)
    assert report.problems == ()
    assert statuses(study) == [
        ("R01:2", "rte_river", "added", "Anna"),
        ("R01:2", "sta_police", "accepted", "Anna"),
        ("R01:3", "sta_police", "rejected", "Anna"),
        ("R01:5", "sta_police", "edited", "Anna"),
    ]
    assert import_review(study, sheet).counts == {"known": 7}


def test_a_row_whose_words_were_altered_is_refused(study, sheet):
    """The others are taken; no word is repeated in the message."""
    export_review(study, sheet, ANNA)
    fill(
        sheet,
        {
            "R01:2": {"decision": "accept", "passage": "The police beat us."},
            "R01:3": {"decision": "perhaps"},
            "R01:5": {"decision": "change", "code": "rte_rivr"},
            "R02:2": {"decision": "reject"},
        },
    )
    report = import_review(study, sheet)
    assert [str(one) for one in report.problems] == [
        "review.xlsx, row 2: the words of the passage are not those of the study.\n"
        "Try: qualcode review export writes a new sheet; copy your decision there",
        'review.xlsx, row 3: "perhaps" is no decision.\nTry: one of: accept, reject, change',
        'review.xlsx, row 4: there is no code "rte_rivr". Did you mean "rte_river"?\n'
        "Try: one of: sta_police, rte_river",
    ]
    assert report.counts == {"reject": 1}


def test_a_row_is_taken_as_a_whole_or_not_at_all(study, sheet):
    """A good decision beside an unknown code waits until the row is mended."""
    export_review(study, sheet, ANNA)
    fill(sheet, {"R01:2": {"decision": "accept", "second": "nothing"}})
    assert import_review(study, sheet).counts == {}
    assert list(study.store.decisions()) == []


def test_a_suggestion_that_is_gone_is_told(study, sheet):
    """The study has been coded again by other rules."""
    export_review(study, sheet, ANNA)
    fill(sheet, {"R01:2": {"decision": "accept"}})
    write(study.folder.path, {"codebook/roads.yaml": CODEBOOK.replace("any: [police]", "any: [soldier]")})
    code_study(study)
    (problem,) = import_review(study, sheet).problems
    assert problem.what == "this coding is no longer there: the study has been coded again."


def test_a_decision_on_nothing_is_told(study, sheet):
    """A sentence without a suggestion has nothing to accept."""
    export_review(study, sheet, Given("Anna", all_sentences=True))
    fill(sheet, {"R02:4": {"decision": "accept"}})
    (problem,) = import_review(study, sheet).problems
    assert str(problem).endswith("there is no suggestion here to decide on.\nTry: choose a code instead")


def test_both_sides_of_a_conflict_are_kept(study, sheet):
    """Somebody decides otherwise while the sheet is out, under the same name."""
    export_review(study, sheet, ANNA)
    decide(study, "R01:2", "Anna", Verdict(Action.REJECT, "sta_police"))
    fill(sheet, {"R01:2": {"decision": "accept"}})
    report = import_review(study, sheet)
    assert (report.counts, report.disputed) == ({"accept": 1}, 1)
    assert statuses(study)[0][2] == "disputed"
    assert len(decisions_listing(study, only_again=True).rows) == 2


def test_a_decision_that_the_sheet_knew_is_superseded(study, sheet):
    """Changing one's mind in the sheet is no conflict."""
    decide(study, "R01:2", "Anna", Verdict(Action.REJECT, "sta_police"))
    export_review(study, sheet, ANNA)
    fill(sheet, {"R01:2": {"decision": "accept"}})
    assert import_review(study, sheet).disputed == 0
    assert statuses(study)[0][2] == "accepted"


def test_a_blind_sheet_shows_nothing_that_was_coded(study, sheet):
    """Every sentence of the respondents, no suggestion; what is decided says that none was seen."""
    decide(study, "R01:2", "Ben", Verdict(Action.ADD, "rte_river"))
    export_review(study, sheet, Given("Anna", blind=True))
    assert {one for row in rows(sheet, "suggested", "why") for one in row} == {""}
    assert "R02:4" in {segment for (segment,) in rows(sheet, "segment")}
    assert "Ben" not in str(rows(sheet, *HEADINGS))
    fill(sheet, {"R01:5": {"code": "rte_river"}})
    import_review(study, sheet)
    (made,) = [one for one in study.store.decisions() if one.coder == "Anna"]
    assert (made.action, made.visible) == (Action.ADD, False)


def test_a_sample_draws_whole_turns_of_every_group(study, sheet):
    """The same number draws the same turns."""
    export_review(study, sheet, Given("Anna", sample="34%", by="gender", seed=3))
    first = rows(sheet, "segment", "respondent")
    assert {"R02"} < {person for _, person in first}
    export_review(study, sheet, Given("Anna", sample="34%", by="gender", seed=3))
    assert rows(sheet, "segment", "respondent") == first


def test_every_group_is_drawn_from():
    """At least one turn of each, the share of large ones, in whatever order they come."""
    turns = [(("T", number), "few" if number < 2 else "many") for number in range(40)]
    drawn = draw(turns, share=0.25, seed=1)
    assert len([one for one in drawn if one[1] < 2]) == 1
    assert len(drawn) == 1 + 10
    assert draw(turns[::-1], share=0.25, seed=1) == drawn
    assert draw(turns, share=0.25, seed=2) != drawn


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (Given("Anna", sample="a lot"), '"a lot" is no share.\nTry: --sample 20%'),
        (Given("Anna", sample="0%"), '"0%" is no share.\nTry: --sample 20%'),
        (Given("Anna", by="height"), 'nobody has a value for "height".\nTry: a profile field, as respondent_type'),
    ],
)
def test_a_sample_that_cannot_be_drawn_says_why(study, sheet, given, fault):
    """And writes nothing."""
    with pytest.raises(MisuseError) as told:
        export_review(study, sheet, given)
    assert str(told.value) == fault
    assert not sheet.exists()


def test_a_sheet_that_somebody_filled_in_is_never_overwritten(study, sheet):
    """Its decisions would be lost."""
    export_review(study, sheet, ANNA)
    fill(sheet, {"R01:2": {"decision": "accept"}})
    with pytest.raises(MisuseError) as told:
        export_review(study, sheet, ANNA)
    assert str(told.value) == (
        '"review.xlsx" is there already, and what was decided in it would be lost.\n'
        "Try: qualcode review import reads it; then choose another name, or move it away"
    )
    with pytest.raises(MisuseError, match=r'"review\.csv" is no workbook'):
        export_review(study, sheet.with_suffix(".csv"), ANNA)


def test_another_workbook_is_refused(study, sheet, tmp_path):
    """It names what is missing."""
    other = openpyxl.Workbook()
    other.active["A1"] = "Something"
    other.save(tmp_path / "other.xlsx")
    with pytest.raises(ProblemsError) as told:
        import_review(study, tmp_path / "other.xlsx")
    assert str(told.value) == (
        "nothing was decided.\nother.xlsx: this is no review sheet.\n"
        "Try: the file that qualcode review export wrote, filled in"
    )
    export_review(study, sheet, ANNA)
    book = openpyxl.load_workbook(sheet)
    book["Review"]["E1"] = "Words"
    book.save(sheet)
    with pytest.raises(ProblemsError, match="there is no column Passage"):
        import_review(study, sheet)


def test_nothing_of_who_has_withdrawn_is_given_out(study, sheet, tmp_path):
    """Neither their words nor decisions on them."""
    export_review(study, sheet, ANNA)
    fill(sheet, {"R01:2": {"decision": "accept"}})
    write(study.folder.path, {"respondents.csv": LIST.replace("woman,30,active", "woman,30,withdrawn")})
    import_files(study, [write(tmp_path / "again", {"R02.txt": TALKS["R02.txt"]})])
    (problem,) = import_review(study, sheet).problems
    assert problem.what == "what is coded are one respondent's neighbouring sentences, in one turn."
    new = tmp_path / "new.xlsx"
    export_review(study, new, Given("Anna", all_sentences=True))
    assert "R01" not in {person for (person,) in rows(new, "respondent")}


def test_words_that_look_like_formulas_stay_words(tmp_path, sheet):
    """Nothing that was said runs in Excel."""
    with studied(tmp_path, {"R01.txt": "I: And?\nR: =HYPERLINK(1) said the police.\n"}) as study:
        code_study(study)
        export_review(study, sheet, ANNA)
        page = openpyxl.load_workbook(sheet)["Review"]
        assert page.cell(row=2, column=PLACES["passage"]).data_type == "s"
        fill(sheet, {"R01:2": {"decision": "accept"}})
        assert import_review(study, sheet).counts == {"accept": 1}
