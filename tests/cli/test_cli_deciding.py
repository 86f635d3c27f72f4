"""decide, undo, redo, memo, decisions, log, and edits of the codebook, as a person types them."""

import json

import pytest


@pytest.mark.usefixtures("coded")
def test_a_decision_is_made_undone_and_listed(qualcode):
    """Each command says what it did and to what."""
    segment, code = _first(qualcode)
    made = qualcode("decide", "accept", segment, "--code", code, "--coder", "Anna", "--memo", "sure")
    assert made.out == f"1 decision kept: accept {code} on {segment}, by Anna.\n"
    undone = qualcode("undo", "--coder", "Anna")
    assert undone.out == f"Undone: accept {code} on {segment}. qualcode redo --coder brings it back.\n"
    assert qualcode("redo", "--coder", "Anna").out == f"Back again: accept {code} on {segment}.\n"
    assert qualcode("memo", segment, "Ask again.", "--coder", "Anna").out == f"Memo kept on {segment}.\n"
    listed = json.loads(qualcode("decisions", "list", "--format", "json").out)
    assert [(one["decision"], one["state"]) for one in listed] == [
        ("accept", "stands"),
        ("undo", ""),
        ("undo", ""),
        ("memo", "stands"),
    ]
    actions = [one["action"] for one in json.loads(qualcode("log", "--format", "json").out)]
    assert actions[-4:] == ["accept", "undo", "undo", "memo"]


@pytest.mark.usefixtures("coded")
def test_decisions_travel(qualcode):
    """Out to a file and in again."""
    segment, code = _first(qualcode)
    qualcode("decide", "reject", segment, "--code", code, "--coder", "Anna")
    out = qualcode("decisions", "export", "anna.jsonl")
    assert out.out == "Wrote anna.jsonl: 1 decision. It holds respondents' words and is confidential.\n"
    assert qualcode("decisions", "import", "anna.jsonl").out == "0 decisions added, 1 known already.\n"


@pytest.mark.usefixtures("coded")
def test_the_codebook_is_changed_from_the_terminal(qualcode):
    """Every change is told and keeps the codebook loadable."""
    _, code = _first(qualcode)
    done = qualcode("codebook", "rename", code, "other_id", "--coder", "Anna")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "Next: qualcode code"
    theme = json.loads(qualcode("table", "--format", "json").out)[0]["theme"]
    added = qualcode(
        "codebook", "add-code", theme, "by_hand", "--name", "By hand", "--definition", "People.", "--coder", "A"
    )
    assert added.code == 0
    assert qualcode("codebook", "split", "other_id", "--into", "third=The third", "--coder", "A").code == 0
    assert qualcode("codebook", "merge", "by_hand", "--into", "third", "--coder", "A").code == 0
    assert qualcode("codebook", "add-term", "other_id", "zebra", "--coder", "A").code == 0
    missing = qualcode("codebook", "move", "other_id", "nowhere", "--coder", "A")
    assert missing.code == 2
    assert 'there is no theme "nowhere"' in missing.err
    assert qualcode("codebook", "lint").code == 0


def _first(qualcode):
    """Segment and code of the first coding of the study."""
    qualcode("export", "codings.jsonl")
    with open("codings.jsonl", encoding="utf-8") as lines:  # noqa: PTH123 - in the folder the commands run in
        one = json.loads(next(lines))
    return one["segment"], one["code"]


@pytest.mark.usefixtures("coded")
def test_a_state_is_signed_off(qualcode):
    """With what stayed open, and what differs afterwards."""
    segment, code = _first(qualcode)
    done = qualcode("sign-off", "report-1", "--coder", "Anna")
    assert done.out.splitlines()[0] == "report-1 is signed off by Anna: 0 decisions."
    qualcode("decide", "reject", segment, "--code", code, "--coder", "Anna")
    rows = json.loads(qualcode("changes", "--since", "report-1", "--format", "json").out)
    assert [(one["change"], one["why"]) for one in rows] == [("gone", "rejected by Anna")]


@pytest.mark.usefixtures("coded")
def test_a_transcript_is_revised(qualcode, tmp_path):
    """It says how many sentences are as before, and what comes next."""
    segment, _ = _first(qualcode)
    transcript = segment.partition(":")[0]
    path = tmp_path / "better.txt"
    path.write_text("I: What happened?\nR: We waited for a week.\n", encoding="utf-8")
    done = qualcode("revise", transcript, str(path))
    assert done.code == 0
    assert done.out.splitlines()[0].startswith(f"{transcript} is at version 2: ")
    assert done.out.splitlines()[-1] == "Next: qualcode code"
    assert qualcode("revise", "nobody", str(path)).code == 1


@pytest.mark.usefixtures("coded")
def test_a_redaction_asks_first(qualcode, tmp_path):
    """Nothing is erased without a yes."""
    segment, _ = _first(qualcode)
    transcript = segment.partition(":")[0]
    path = tmp_path / "clean.txt"
    path.write_text("I: What happened?\nR: We waited for a week.\n", encoding="utf-8")
    assert qualcode("revise", transcript, str(path), "--redact").code != 0
    assert json.loads(qualcode("decisions", "list", "--format", "json").out) == []
    done = qualcode("revise", transcript, str(path), "--redact", "--yes")
    assert done.code == 0
    assert "The old text is erased. Deleted: " in done.out
    assert "Memos and summaries may repeat it" in done.err
    again = qualcode("revise", transcript, str(path), "--redact", "--yes")
    assert again.code == 0
    assert again.out.splitlines() == ["The old text is erased. Deleted: no file.", "Next: qualcode code"]
    assert "this version has the same words" in qualcode("revise", transcript, str(path)).err


@pytest.mark.usefixtures("coded")
def test_the_screen_opens_with_what_was_asked_for(qualcode, monkeypatch):
    """The coder, the transcript to begin with, the code to look for."""
    opened = []

    def run(app):
        opened.append(app)

    monkeypatch.setattr("qualcode.tui.ReviewApp.run", run)
    segment, code = _first(qualcode)
    transcript = segment.partition(":")[0]
    assert qualcode("review", "--coder", "Anna", "--transcript", transcript, "--code", code, "--blind").code == 0
    (app,) = opened
    assert (app.desk.coder, app.desk.blind, app.first) == ("Anna", True, transcript)
    missing = qualcode("review")
    assert missing.code == 2
    assert "review needs to know who decides." in missing.err
    assert "qualcode review --coder ANNA" in missing.err
    assert "there is no" in qualcode("review", "--coder", "Anna", "--transcript", "nobody").err.lower()


@pytest.mark.usefixtures("imported")
def test_a_sheet_goes_out_and_comes_back(qualcode):
    """Even before anything is coded by rules."""
    done = qualcode("review", "export", "sheet.xlsx", "--coder", "Anna", "--blind")
    assert done.out.startswith("Wrote sheet.xlsx: ")
    assert qualcode("review", "import", "sheet.xlsx").out == "Anna: nothing new; 0 as before.\n"


@pytest.mark.usefixtures("coded")
def test_what_was_signed_off_is_exported_again_but_not_released(qualcode):
    """Whether a number may be published is judged on the study as it is."""
    qualcode("sign-off", "first", "--coder", "Anna")
    assert qualcode("export", "out.csv", "--signed", "first").code == 0
    refused = qualcode("export", "out.csv", "--release", "--signed", "first")
    assert refused.code == 2
    assert "a release is judged on the study as it is." in refused.err
