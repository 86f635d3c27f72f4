"""A redacted transcript: what it no longer says is nowhere in the study's folder."""

import pytest
from workflow_sample import studied, talk, write

from qualcode.model.decision import Action
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide, decisions_listing
from qualcode.workflow.picked import picks
from qualcode.workflow.picking import Wording, pick
from qualcode.workflow.redacting import redact
from qualcode.workflow.revising import revise
from qualcode.workflow.study import opened
from qualcode.workflow.tabulating import coded

TOWN = "Zoranovac"
TALKS = {
    "R01.txt": talk(f"The police of {TOWN} stopped us. They took us back.", "We crossed the river at night."),
    "R02.txt": talk("Nobody saw the police.", "My brother stayed at home."),
}


@pytest.fixture
def study(tmp_path):
    """A study that holds a word it should not, in decisions, a picked quote and a copy of the database."""
    with studied(tmp_path, TALKS) as found:
        code_study(found)
        decide(found, "R01:2", "Anna", Verdict(Action.ACCEPT, "sta_police"))
        decide(found, "R01:3", "Anna", Verdict(Action.ADD, "sta_police"))
        pick(found, "R01:2", Wording(section="1"))
        pick(found, "R01:5", Wording(section="1"))
        copy = found.folder.database.with_name("study.db.before-8")
        copy.write_bytes(found.folder.database.read_bytes())
        yield found


def holding(study, word):
    """The files of the study's folder that hold a word."""
    files = (path for path in study.folder.path.rglob("*") if path.is_file())
    return sorted(path.name for path in files if word.encode() in path.read_bytes())


def test_the_old_words_are_gone_and_the_decisions_are_not(study, tmp_path):
    """The database, the copy of it, the cache, the original, decisions and quotes."""
    assert holding(study, TOWN) == ["R01.txt", "study.db", "study.db.before-8"]
    text = TALKS["R01.txt"].replace(TOWN, "[town]")
    before = [one.id for one in study.store.decisions()]
    report = revise(study, "R01", write(tmp_path / "new", {"clean.txt": text}) / "clean.txt")
    done = redact(study, "R01")
    assert holding(study, TOWN) == []
    assert set(done.erased) >= {"study.db.before-8", "transcripts/R01.txt"}
    assert (report.waiting, done.emptied) == (1, 1)
    assert [one.id for one in study.store.decisions()] == before
    code_study(study)
    assert [(one.coding.code, one.coding.status) for one in coded(study).segments if one.coding.method == "human"] == [
        ("sta_police", "added")
    ]
    assert len(decisions_listing(study, only_again=True).rows) == 1
    assert [one.verbatim for one in picks(study)] == ["We crossed the river at night."]
    assert study.store.integrity() == ""


def test_decisions_are_kept_from_change_afterwards(study, tmp_path):
    """The door is closed again."""
    text = TALKS["R01.txt"].replace(TOWN, "[town]")
    revise(study, "R01", write(tmp_path / "new", {"clean.txt": text}) / "clean.txt")
    redact(study, "R01")
    with pytest.raises(Exception, match="only ever added to"):
        study.store._write("UPDATE decisions SET content = ''")
    with opened(study.folder) as again:
        assert len(list(again.store.decisions())) == 2


def test_exports_are_named_and_not_touched(study, tmp_path):
    """A person decides about them."""
    write(study.folder.exports, {"old.csv": TOWN})
    text = TALKS["R01.txt"].replace(TOWN, "[town]")
    revise(study, "R01", write(tmp_path / "new", {"clean.txt": text}) / "clean.txt")
    assert redact(study, "R01").look == ("exports/old.csv",)
    assert holding(study, TOWN) == ["old.csv"]
