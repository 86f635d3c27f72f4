"""Signing off, and what has changed since."""

import pytest
from workflow_sample import CODEBOOK, LIST, TALKS, studied, write

from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.decision import Action
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide
from qualcode.workflow.exporting import ExportOptions, export_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.listings import OF_TODAY
from qualcode.workflow.redacting import redact
from qualcode.workflow.revising import revise
from qualcode.workflow.signing import changes_since, sign_off, signed


@pytest.fixture
def study(tmp_path):
    """The sample study, coded and signed off."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        decide(coded_study, "R01:2", "Anna", Verdict(Action.ACCEPT, "sta_police"))
        made = sign_off(coded_study, "first", "Anna")
        assert (len(made.decisions), made.unreviewed, made.disputed) == (1, 4, 0)
        assert made.files["roads.yaml"] == CODEBOOK
        yield coded_study


def told(study):
    """Code, respondent, change and why of every row."""
    listing = changes_since(study, "first")
    places = [[one.name for one in listing.headings].index(name) for name in ("code", "respondent", "change", "why")]
    return [tuple(row[place].value for place in places) for row in listing.rows]


def test_nothing_changed(study):
    """Nothing is told."""
    assert told(study) == []
    assert changes_since(study, "first").notes == ()


def test_a_decision_moves_a_respondent(study):
    """Who decided is the reason, with the words behind it."""
    decide(study, "R03:2", "Ben", Verdict(Action.REJECT, "rte_river"))
    decide(study, "R02:4", "Ben", Verdict(Action.ADD, "rte_river"))
    assert told(study) == [
        ("River", "R02", "new", "added by Ben"),
        ("River", "R03", "gone", "rejected by Ben"),
    ]
    words = [row[-1].value for row in changes_since(study, "first").rows]
    assert words == ["My brother stayed at home.", "The river was cold."]


def test_a_changed_rule_moves_respondents(study):
    """The totals then and now are told, and that no rule finds it any more."""
    write(study.folder.path, {"codebook/roads.yaml": CODEBOOK.replace("any: [river]", "any: [forest, cold]")})
    code_study(study)
    assert told(study) == [("River", "R01", "gone", "no rule finds it any more")]
    assert changes_since(study, "first").notes == ("River: 2 respondents then, 1 now.",)
    write(study.folder.path, {"codebook/roads.yaml": CODEBOOK.replace("any: [river]", "any: [river, brother]")})
    code_study(study)
    assert told(study) == [("River", "R02", "new", "a rule finds it now")]


def test_people_come_go_and_are_corrected(study, tmp_path):
    """None of the words of who has withdrawn is shown."""
    people = LIST.replace("woman,30,active", "woman,30,withdrawn").replace("man,41", "man,42") + "R04,man,20,active\n"
    write(study.folder.path, {"respondents.csv": people})
    import_files(study, [write(tmp_path / "new", {"R04.txt": TALKS["R03.txt"] + "R: Yes.\n"})])
    code_study(study)
    assert told(study) == [
        ("River", "R04", "new", "the respondent came in since"),
        ("River", "R01", "gone", "the respondent is no longer in the study"),
        ("Police", "R01", "gone", "the respondent is no longer in the study"),
        ("", "R02", "profile", "age: 41 then, 42 now"),
    ]
    assert "police" not in str(changes_since(study, "first").rows)


def test_a_name_is_signed_off_once(study):
    """And one that was never signed off is told."""
    with pytest.raises(MisuseError) as fault:
        sign_off(study, "first", "Anna")
    assert str(fault.value) == (
        '"first" is signed off already.\nTry: another name: qualcode sign-off report-2 --coder ANNA'
    )
    with pytest.raises(MisuseError, match="a sign-off needs a name"):
        sign_off(study, " ", "Anna")
    with pytest.raises(MisuseError) as fault:
        changes_since(study, "frist")
    assert str(fault.value) == 'nothing is signed off as "frist". Did you mean "first"?\nTry: one of: first'


def another(tmp_path):
    """A new version of the first interview."""
    return write(tmp_path / "new", {"R01.txt": TALKS["R01.txt"].replace("took us", "led us")}) / "R01.txt"


def exported(study, tmp_path, name):
    """The codings table of what was signed off as "first", or of the study as it is where there is no name."""
    export_study(study, tmp_path / "codings.csv", options=ExportOptions(signed=name))
    return (tmp_path / "codings.csv").read_bytes()


def test_what_was_signed_off_is_exported_again(study, tmp_path):
    """To the byte, after a decision, another rule, a corrected profile and a new version of an interview."""
    before = exported(study, tmp_path, "")
    assert exported(study, tmp_path, "first") == before
    decide(study, "R03:2", "Ben", Verdict(Action.REJECT, "rte_river"))
    revise(
        study, "R01", write(tmp_path / "new", {"R01.txt": TALKS["R01.txt"].replace("took us", "led us")}) / "R01.txt"
    )
    people = {"respondents.csv": LIST.replace("man,41", "man,42")}
    write(study.folder.path, {"codebook/roads.yaml": CODEBOOK.replace("any: [river]", "any: [forest]"), **people})
    code_study(study)
    assert exported(study, tmp_path, "") != before
    assert exported(study, tmp_path, "first") == before


def test_who_has_withdrawn_is_in_no_sign_off(study, tmp_path):
    """Their rows are left out, all others stay, and every reader is told."""
    before = exported(study, tmp_path, "first").decode().splitlines()
    write(study.folder.path, {"respondents.csv": LIST.replace("woman,30,active", "woman,30,withdrawn")})
    import_files(study, [])
    after = exported(study, tmp_path, "first").decode().splitlines()
    assert after == [row for row in before if not row.startswith("R01")]
    assert "1 respondent(s) have withdrawn since." in signed(study, "first").notes


def test_words_that_were_redacted_are_in_no_sign_off(study, tmp_path):
    """Codings on them are left out and counted."""
    revise(
        study, "R01", write(tmp_path / "new", {"R01.txt": TALKS["R01.txt"].replace("took us", "led us")}) / "R01.txt"
    )
    redact(study, "R01")
    assert b"took us" not in exported(study, tmp_path, "first")
    assert "3 coding(s) lay on words that were redacted since." in signed(study, "first").notes


def test_a_page_of_what_was_signed_off_is_refused(study, tmp_path):
    """It would show the interviews of today."""
    with pytest.raises(MisuseError) as fault:
        export_study(study, tmp_path / "page.html", options=ExportOptions(signed="first"))
    assert str(fault.value).startswith("a page shows the interviews as they are today")


def test_of_an_old_sign_off_only_the_numbers_are_there(study):
    """It says so, and what still can be had."""
    study.store.put_sign_off("old", "Anna", '{"coder": "Anna", "codebook": "", "counted": {}, "profiles": {}}')
    with pytest.raises(QualcodeError) as fault:
        signed(study, "old")
    assert "only the numbers of this sign-off were kept" in str(fault.value)


def test_a_workbook_of_what_was_signed_off_holds_nothing_of_today(study, tmp_path):
    """Tables that read the study as it is are left out, and rules name the codebook's folder and no other."""
    book = signed(study, "first").codebook
    assert {rule.file for code in book.codes() for rule in code.rules} == {"codebook/roads.yaml"}
    made = export_study(study, tmp_path / "then.xlsx", options=ExportOptions(signed="first"))
    assert not {one.id for one in made.listings} & OF_TODAY
    assert {one.id for one in made.listings} >= {"findings", "coverage"}
