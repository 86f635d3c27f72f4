"""Picking quotes for the report."""

import openpyxl
import pytest
from workflow_sample import LIST, SETTINGS, studied, write

from qualcode.errors import MisuseError, ProblemsError, QualcodeError
from qualcode.workflow.coding import code_study
from qualcode.workflow.exporting import export_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.listings import listing
from qualcode.workflow.picked import picks
from qualcode.workflow.picking import Wording, drop, pick, read_picks
from qualcode.workflow.tabulating import coded

LABELS = SETTINGS + 'labels: {"": "{person}, {age}"}\n'


@pytest.fixture
def study(tmp_path):
    """The sample study with labels, coded."""
    with studied(tmp_path, settings=LABELS) as coded_study:
        code_study(coded_study)
        yield coded_study


def test_a_passage_is_kept_beside_the_words_that_were_said(study):
    """Neighbouring sentences, cut where marked, under the respondent's own label."""
    made = pick(
        study, "R01:2-3", Wording("The police stopped us. [...] took us back.", section="3.1", code="sta_police")
    )
    assert (made.words, made.verbatim) == (
        "The police stopped us. [...] took us back.",
        "The police stopped us. The police took us back.",
    )
    assert (made.label, made.segment, made.respondent) == ("Woman, 30", "R01:2-3", "R01")
    assert picks(study) == (made,)


def test_a_label_may_be_coarser(study):
    """One of those the respondent has when fields fall away."""
    assert pick(study, "R01:2", Wording(label="Woman")).label == "Woman"


@pytest.mark.parametrize("label", ["Woman, 30, from Aleppo", "Man", "R01"])
def test_a_label_may_not_be_finer_or_somebody_elses(study, label):
    """What there is instead is named."""
    with pytest.raises(MisuseError) as caught:
        pick(study, "R01:2", Wording(label=label))
    assert str(caught.value) == (
        "this is no label of the respondent's, or a finer one.\nTry: one of: Woman, 30; Woman; Person; Respondent"
    )


def test_words_that_were_not_said_are_refused(study):
    """With how to cut and add."""
    with pytest.raises(MisuseError) as caught:
        pick(study, "R01:2", Wording("The police beat us."))
    assert str(caught.value) == (
        "these are not the words of the passage.\n"
        "Try: leave words out only where [...] stands, add only in square brackets: [so], and change nothing else"
    )


def test_a_passage_is_of_one_respondent_and_one_turn(study):
    """Neither the interviewer's words nor two answers."""
    for segment in ("R01:1", "R01:3-5"):
        with pytest.raises(QualcodeError) as caught:
            pick(study, segment, Wording())
        assert str(caught.value) == (
            f"{segment}: a quote is of one respondent's neighbouring sentences, in one turn.\n"
            "Try: qualcode explain shows whose words a sentence has"
        )


def test_an_unknown_code_is_told(study):
    """With the nearest."""
    with pytest.raises(MisuseError) as caught:
        pick(study, "R01:2", Wording(code="sta_polise"))
    assert str(caught.value) == (
        'there is no code "sta_polise". Did you mean "sta_police"?\nTry: a code of the codebook'
    )


def test_nothing_of_who_has_withdrawn_is_picked_or_shown(study):
    """Not even what was picked before."""
    pick(study, "R02:2", Wording())
    write(study.folder.path, {"respondents.csv": LIST.replace("man,41,active", "man,41,withdrawn")})
    import_files(study, [study.folder.transcripts])
    assert picks(study) == ()
    with pytest.raises(QualcodeError) as caught:
        pick(study, "R02:2", Wording())
    assert str(caught.value) == (
        "R02: this respondent has withdrawn, or their interview waits for a decision: nothing of it is picked.\n"
        "Try: qualcode respondents lists who there is"
    )


def test_a_pick_can_be_changed_and_taken_back(study):
    """One for each section; the latest words count."""
    pick(study, "R01:2", Wording(section="3.1"))
    pick(study, "R01:2", Wording("The police [...] us.", section="3.1"))
    pick(study, "R01:2", Wording(section="4"))
    assert [(one.section, one.words) for one in picks(study)] == [
        ("3.1", "The police [...] us."),
        ("4", "The police stopped us."),
    ]
    drop(study, "R01:2", "3.1")
    assert [one.section for one in picks(study)] == ["4"]
    with pytest.raises(QualcodeError) as caught:
        drop(study, "R01:2", "3.1")
    assert str(caught.value) == (
        "R01:2: this passage is not picked for this section.\nTry: qualcode quotes picked lists all"
    )


def test_picks_are_a_sheet_by_section(study):
    """With the verbatim words beside."""
    for segment, section in (("R01:2", "B"), ("R01:5", "A"), ("R03:2", "B")):
        pick(study, segment, Wording(section=section))
    made = listing(study, coded(study), "picks")
    assert [(row[0].value, row[6].value) for row in made.rows] == [("B", "R01:2"), ("B", "R03:2"), ("A", "R01:5")]


def filled(study, path, changes):
    """The workbook with a section, or other words, in some rows of the quotes: row to (heading, text)."""
    export_study(study, path)
    book = openpyxl.load_workbook(path)
    headings = [cell.value for cell in book["Quotes"][1]]
    for row, heading, text in changes:
        book["Quotes"].cell(row, headings.index(heading) + 1).value = text
    book.save(path)
    return path


def test_a_column_of_the_workbook_is_read_back(study, tmp_path):
    """Each quote for which a section is named, whole, under its own label."""
    path = filled(study, tmp_path / "t.xlsx", [(2, "For the report", "3.1 Police"), (4, "For the report", "3.2")])
    made = read_picks(study, path)
    assert [(one.section, one.code) for one in made] == [("3.1 Police", "sta_police"), ("3.2", made[1].code)]
    assert picks(study) == made


def test_an_altered_quote_is_refused_and_nothing_is_kept(study, tmp_path):
    """All faults are told with their rows."""
    changes = [
        (2, "For the report", "3.1"),
        (3, "For the report", "3.1"),
        (3, "Quote", "The police thanked us."),
        (4, "For the report", "3.1"),
        (4, "Code id", "old_code"),
    ]
    path = filled(study, tmp_path / "t.xlsx", changes)
    segment = openpyxl.load_workbook(path)["Quotes"]
    headings = [cell.value for cell in segment[1]]
    name = segment.cell(4, headings.index("Segment") + 1).value
    with pytest.raises(ProblemsError) as caught:
        read_picks(study, path)
    assert str(caught.value) == (
        "nothing was picked.\n"
        "t.xlsx, row 3: the words of the quote were altered in the sheet.\n"
        "Try: leave the column Quote as it was; qualcode quotes pick --words cuts and adds\n"
        f"t.xlsx, row 4: {name} is not coded with old_code.\n"
        "Try: export the workbook anew: the study has been coded again since"
    )
    assert picks(study) == ()


def test_another_file_is_told(study, tmp_path):
    """No workbook, or one without that sheet or column."""
    with pytest.raises(MisuseError) as caught:
        read_picks(study, tmp_path / "t.csv")
    assert str(caught.value) == '"t.csv" is no workbook.\nTry: the .xlsx that qualcode export wrote, filled in'
    book = openpyxl.Workbook()
    book.active["A1"] = "Quote"
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(ProblemsError, match="there is no sheet Quotes"):
        read_picks(study, tmp_path / "t.xlsx")
    book.active.title = "Quotes"
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(ProblemsError, match="has no column Segment"):
        read_picks(study, tmp_path / "t.xlsx")
