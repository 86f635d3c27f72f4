"""Signing off, and what has changed since."""

import pytest
from workflow_sample import CODEBOOK, LIST, TALKS, studied, write

from qualcode.errors import MisuseError
from qualcode.model.decision import Action
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide
from qualcode.workflow.importing import import_files
from qualcode.workflow.signing import changes_since, sign_off


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
