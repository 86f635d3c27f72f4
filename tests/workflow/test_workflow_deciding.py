"""Deciding, and decisions that outlive runs, edits of the codebook and revisions of transcripts."""

import subprocess
import sys

import pytest
from workflow_sample import CODEBOOK, LIST, TALKS, studied, talk, write

from qualcode.codebook import editing
from qualcode.errors import MisuseError, ProblemsError, QualcodeError
from qualcode.model.decision import Action
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import (
    Verdict,
    decide,
    decisions_listing,
    export_decisions,
    import_decisions,
    write_memo,
)
from qualcode.workflow.desk import Desk
from qualcode.workflow.editing import apply
from qualcode.workflow.importing import ImportOptions, import_files
from qualcode.workflow.revising import revise
from qualcode.workflow.tabulating import coded


@pytest.fixture
def study(tmp_path):
    """The sample study, coded."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        yield coded_study


def statuses(study, transcript="R01"):
    """Segment, code, status and coder of every coding of a transcript."""
    return [
        (one.segment, one.coding.code, one.coding.status, one.coding.coder)
        for one in coded(study).segments
        if one.coding.transcript == transcript
    ]


def columns(listing, *names):
    """These columns of a listing."""
    places = [[one.name for one in listing.headings].index(name) for name in names]
    return [tuple(row[place].value for place in places) for row in listing.rows]


ACCEPT = Verdict(Action.ACCEPT, "sta_police")
REJECT = Verdict(Action.REJECT, "sta_police")


def test_tables_follow_what_a_person_decided(study):
    """Accepted, rejected and added codings have the coder's name."""
    decide(study, "R01:2", "Anna", ACCEPT)
    decide(study, "R01:3", "Anna", REJECT)
    decide(study, "R01:5", "Anna", Verdict(Action.ADD, "sta_police", memo="at night"))
    assert sorted(statuses(study)) == [
        ("R01:2", "sta_police", "accepted", "Anna"),
        ("R01:3", "sta_police", "rejected", "Anna"),
        ("R01:5", "rte_river", "suggested", ""),
        ("R01:5", "sta_police", "added", "Anna"),
    ]


def test_a_run_keeps_every_decision(study):
    """Also where its rule is gone: accepted codings stay, and are to be looked at again."""
    decide(study, "R01:2-3", "Anna", ACCEPT)
    before = list(study.store.decisions())
    write(study.folder.path, {"codebook/roads.yaml": CODEBOOK.replace("any: [police]", "any: [soldier]")})
    code_study(study)
    assert list(study.store.decisions()) == before
    assert [one[2] for one in statuses(study) if one[1] == "sta_police"] == ["accepted", "accepted"]
    assert columns(decisions_listing(study, only_again=True), "segment", "look") == [
        ("R01:2", "no rule finds it any more"),
        ("R01:3", "no rule finds it any more"),
    ]


def test_undo_and_redo(study):
    """The last decision goes and comes back; what was decided since cannot be redone over."""
    decide(study, "R01:2", "Anna", ACCEPT)
    desk = Desk(study, "Anna")
    assert desk.undo().action is Action.ACCEPT
    assert statuses(study)[0][2] == "suggested"
    assert desk.redo().action is Action.ACCEPT
    assert statuses(study)[0][2] == "accepted"
    desk.undo()
    decide(study, "R01:3", "Anna", REJECT)
    with pytest.raises(QualcodeError) as fault:
        desk.redo()
    assert str(fault.value) == "Anna has nothing to redo.\nTry: only what was undone last can be redone"
    desk.undo()
    with pytest.raises(QualcodeError) as fault:
        desk.undo()
    assert str(fault.value) == "Anna has nothing to undo.\nTry: qualcode decisions list shows what was decided"
    with pytest.raises(QualcodeError, match="nothing to undo with the id x"):
        desk.undo("x")


def test_people_who_differ_are_settled_by_a_third(study):
    """Disputed codings are in no table until then."""
    decide(study, "R01:2", "Anna", ACCEPT)
    decide(study, "R01:2", "Ben", REJECT)
    assert statuses(study)[0] == ("R01:2", "sta_police", "disputed", "Anna; Ben")
    assert set(columns(decisions_listing(study, only_again=True), "look")) == {("people decided differently",)}
    decide(study, "R01:2", "Cleo", Verdict(Action.ACCEPT, "sta_police", settles=True))
    assert statuses(study)[0] == ("R01:2", "sta_police", "accepted", "Cleo")
    assert columns(decisions_listing(study), "coder", "state") == [
        ("Anna", "replaced"),
        ("Ben", "replaced"),
        ("Cleo", "stands"),
    ]


def test_what_cannot_be_decided_says_why(study):
    """Unknown codes, codings that are not there, words that are nobody's, and nameless coders."""
    with pytest.raises(QualcodeError) as fault:
        decide(study, "R01:5", "Anna", ACCEPT)
    assert str(fault.value) == "R01:5: no coding with sta_police is there.\nTry: qualcode explain, or decide add"
    with pytest.raises(MisuseError) as fault:
        decide(study, "R01:5", "Anna", Verdict(Action.ADD, "sta_polise"))
    assert str(fault.value) == (
        'there is no code "sta_polise". Did you mean "sta_police"?\nTry: one of: sta_police, rte_river'
    )
    with pytest.raises(MisuseError) as fault:
        decide(study, "R01:2", "Anna", Verdict(Action.CHANGE, "sta_police"))
    assert str(fault.value) == ("a change says what is to be different.\nTry: another code, agent, target or assertion")
    with pytest.raises(QualcodeError) as fault:
        decide(study, "R01:1-2", "Anna", Verdict(Action.ADD, "sta_police"))
    assert str(fault.value) == (
        "R01:1-2: what is coded are one respondent's neighbouring sentences, in one turn.\n"
        "Try: qualcode explain shows whose words a sentence has"
    )
    with pytest.raises(MisuseError) as fault:
        decide(study, "R01:2", "Anna; Ben", ACCEPT)
    assert str(fault.value) == (
        "a coder needs a name of up to 60 characters without semicolons.\nTry: initials will do: --coder AB"
    )
    with pytest.raises(MisuseError) as fault:
        write_memo(study, "R01:2", "Anna", "  ")
    assert str(fault.value).startswith("the memo is empty.\nTry: qualcode memo")
    assert list(study.store.decisions()) == []


def test_a_held_interview_is_not_decided_on(study):
    """Nothing of it is shown."""
    study.store.hold("R01", "its speakers are not known")
    with pytest.raises(QualcodeError) as fault:
        decide(study, "R01:2", "Anna", ACCEPT)
    assert str(fault.value) == ("R01: this interview is not coded: its speakers are not known.\nTry: qualcode doctor")


def test_a_blind_coder_sees_their_own_codings_only(study):
    """Neither the rules' nor anybody else's, and what they decide says so."""
    decide(study, "R01:5", "Ben", Verdict(Action.ADD, "sta_police"))
    desk = Desk(study, "Anna", blind=True)
    assert desk.decided("R01") == ()
    made = desk.add(desk.passage("R01", 3, 3), "rte_river")
    assert [(one.coding.code, one.coding.coder) for one in desk.decided("R01")] == [("rte_river", "Anna")]
    assert not made.visible


def test_a_renamed_and_a_merged_code_keep_their_decisions(study):
    """They follow by `formerly`, and the log says who renamed."""
    decide(study, "R01:2", "Anna", ACCEPT)
    decide(study, "R01:5", "Anna", Verdict(Action.ADD, "sta_police"))
    path = study.folder.codebook
    apply(study, editing.rename(path, "sta_police", "sta_officers"), "rename", coder="Anna", what="sta_police")
    code_study(study)
    assert {one[1:3] for one in statuses(study)} >= {("sta_officers", "accepted"), ("sta_officers", "added")}
    apply(study, editing.merge(path, ["sta_officers"], "rte_river"), "merge", coder="Anna", what="")
    code_study(study)
    assert {one[1:3] for one in statuses(study)} >= {("rte_river", "accepted"), ("rte_river", "added")}
    assert [one.action for one in study.store.entries()].count("codebook rename") == 1


def test_a_split_code_is_to_be_looked_at(study):
    """Everything that was decided on it."""
    decide(study, "R01:2", "Anna", ACCEPT)
    edit = editing.split(study.folder.codebook, "sta_police", [("sta_border", "Border police")])
    apply(study, edit, "split", coder="Anna", what="", code="sta_police")
    assert columns(decisions_listing(study, only_again=True), "segment", "look") == [
        ("R01:2", "its code was split since")
    ]
    code_study(study)
    decide(study, "R01:2", "Anna", Verdict(Action.CHANGE, "sta_police", {"code": "sta_border"}))
    assert statuses(study)[0] == ("R01:2", "sta_border", "edited", "Anna")


def test_decisions_follow_their_words_to_a_revised_transcript(study, tmp_path):
    """On unchanged sentences they stand; the others wait for a person."""
    decide(study, "R01:2", "Anna", ACCEPT)
    decide(study, "R01:5", "Anna", Verdict(Action.ADD, "sta_police"))
    changed = talk("Well. The police stopped us. The police took us back.", "We crossed a river by day.")
    import_files(
        study, [write(tmp_path / "new", {"R01.txt": changed})], options=ImportOptions(replace=frozenset({"R01"}))
    )
    code_study(study)
    assert [one[1:] for one in statuses(study) if one[2] == "accepted"] == [("sta_police", "accepted", "Anna")]
    assert columns(decisions_listing(study, only_again=True), "segment", "look") == [
        ("R01:5", "its words are no longer there, are not unique, or are another's")
    ]


def test_two_people_merge_their_work_without_a_server(study, tmp_path):
    """In either order and as often as they like."""
    decide(study, "R01:2", "Anna", ACCEPT)
    with studied(tmp_path / "other") as other:
        code_study(other)
        decide(other, "R01:2", "Ben", REJECT)
        decide(other, "R01:3", "Ben", REJECT)
        assert export_decisions(other, tmp_path / "ben.jsonl") == 2
        assert export_decisions(study, tmp_path / "anna.jsonl") == 1
        assert import_decisions(other, tmp_path / "anna.jsonl").added == 1
        assert import_decisions(study, tmp_path / "ben.jsonl").added == 2
        again = import_decisions(study, tmp_path / "ben.jsonl")
        assert (again.added, again.known) == (0, 2)
        assert statuses(study) == statuses(other)
        assert statuses(study)[0] == ("R01:2", "sta_police", "disputed", "Anna; Ben")
        export_decisions(study, tmp_path / "1.jsonl")
        export_decisions(other, tmp_path / "2.jsonl")
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_a_file_that_holds_no_decisions_adds_none(study, tmp_path):
    """Every bad line is named, none of its words repeated."""
    decide(study, "R01:2", "Anna", ACCEPT)
    export_decisions(study, tmp_path / "a.jsonl")
    path = tmp_path / "b.jsonl"
    path.write_text('{"secret": 1}\n' + (tmp_path / "a.jsonl").read_text() + "secret\n")
    with pytest.raises(ProblemsError) as fault:
        import_decisions(study, path)
    fix = "Try: send the file that qualcode decisions export wrote, unchanged"
    assert str(fault.value) == (
        f"nothing was imported.\nb.jsonl, line 1: this line is no decision.\n{fix}\n"
        f"b.jsonl, line 3: this line is no decision.\n{fix}"
    )
    with pytest.raises(MisuseError) as fault:
        import_decisions(study, tmp_path / "none.jsonl")
    assert str(fault.value) == "none.jsonl: this file cannot be read (FileNotFoundError).\nTry: check its name"


def test_nothing_of_who_has_withdrawn_travels(study, tmp_path):
    """Neither out nor in."""
    decide(study, "R01:2", "Anna", ACCEPT)
    export_decisions(study, tmp_path / "before.jsonl")
    write(study.folder.path, {"respondents.csv": LIST.replace("woman,30,active", "woman,30,withdrawn")})
    import_files(study, [write(tmp_path / "again", {"R02.txt": TALKS["R02.txt"]})])
    assert export_decisions(study, tmp_path / "after.jsonl") == 0
    assert (tmp_path / "after.jsonl").read_text() == ""
    assert decisions_listing(study).rows == ()
    assert import_decisions(study, tmp_path / "before.jsonl").left_out == 1


KILLED = """
import os, sys
from pathlib import Path
from qualcode.model.decision import Action
from qualcode.workflow.deciding import Verdict, decide
from qualcode.workflow.study import StudyFolder, opened
with opened(StudyFolder(Path(sys.argv[1]))) as study:
    decide(study, "R01:2", "Anna", Verdict(Action.ACCEPT, "sta_police"))
    os.kill(os.getpid(), 9)
"""


def test_a_decision_is_on_disk_before_anything_else_happens(study):
    """A kill right after it loses nothing."""
    folder = study.folder.path
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)  # noqa: S603
    assert killed.returncode == -9
    assert statuses(study)[0] == ("R01:2", "sta_police", "accepted", "Anna")


def test_decisions_are_only_ever_added_to(study):
    """The database itself refuses to change or remove one."""
    decide(study, "R01:2", "Anna", ACCEPT)
    for statement in ("DELETE FROM decisions", "UPDATE decisions SET content = ''"):
        with pytest.raises(Exception, match="only ever added to"):
            study.store._write(statement)


def test_a_transcript_is_revised_from_a_file_of_any_name(study, tmp_path):
    """It stays whose it was; what was decided follows or waits."""
    decide(study, "R01:2", "Anna", ACCEPT)
    decide(study, "R01:5", "Anna", Verdict(Action.ADD, "sta_police"))
    changed = talk("The police stopped us. The police let us go.", "We crossed a river by day.")
    path = write(tmp_path / "new", {"final (2).txt": changed}) / "final (2).txt"
    report = revise(study, "R01", path)
    assert (report.revision, report.same, report.gone, report.new, report.waiting) == (2, 3, 2, 2, 1)
    code_study(study)
    assert [one[1:] for one in statuses(study) if one[2] == "accepted"] == [("sta_police", "accepted", "Anna")]
    assert {turn.respondent for turn in study.store.transcript("R01").turns} == {None, "R01"}
    assert min(one.number for one in study.store.transcript("R01").segments) == 6


def test_what_cannot_be_revised_says_why(study, tmp_path):
    """The same words, no file, no transcript, a row of a survey."""
    same = write(tmp_path / "same", {"R01.txt": TALKS["R01.txt"] + "\n"}) / "R01.txt"
    with pytest.raises(QualcodeError) as fault:
        revise(study, "R01", same)
    assert str(fault.value) == "R01.txt: this version has the same words.\nTry: nothing needs to be done"
    with pytest.raises(MisuseError) as fault:
        revise(study, "R01", tmp_path / "none.txt")
    assert str(fault.value) == "none.txt: there is no such file.\nTry: check its spelling"
    with pytest.raises(QualcodeError, match="R09"):
        revise(study, "R09", same)
    survey = write(tmp_path / "more", {"survey.csv": "id,What happened?\nR03,The police came.\nR02,Nothing.\n"})
    import_files(study, [survey])
    with pytest.raises(MisuseError) as fault:
        revise(study, "survey:R03", same)
    assert str(fault.value) == (
        "survey:R03: a row of a survey is not revised by itself.\nTry: qualcode import --replace survey:R03 SURVEY"
    )
