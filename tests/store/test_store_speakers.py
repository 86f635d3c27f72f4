"""Mending who speaks, and keeping what a person decided."""

from dataclasses import replace

import pytest

from qualcode.errors import QualcodeError
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.store import Store

TALK = Transcript(
    "FG_01",
    "Who walked?\nWe did.",
    (Turn(1, "A", Role.UNKNOWN, Span(0, 11)), Turn(2, "B", Role.UNKNOWN, Span(12, 19))),
    (Segment(1, 1, Span(0, 11)), Segment(2, 2, Span(12, 19))),
    "group.txt",
    "ab12",
)
CAST = replace(
    TALK,
    turns=(
        Turn(1, "A", Role.INTERVIEWER, Span(0, 11)),
        Turn(2, "B", Role.RESPONDENT, Span(12, 19), respondent="R7", question=1),
    ),
)


@pytest.fixture
def store(tmp_path):
    """A study with one transcript."""
    with Store.open(tmp_path / "study.db", create=True) as opened:
        opened.put_transcript(TALK)
        yield opened


def test_roles_and_questions_are_mended(store):
    """Turns take another role, respondent and question; all else stays."""
    store.set_roles("FG_01", {1: (Role.INTERVIEWER, None), 2: (Role.RESPONDENT, "R7")}, questions={1: None, 2: 1})
    assert store.transcript("FG_01") == CAST


def test_roles_of_the_latest_revision_are_mended(store):
    """An earlier revision keeps the roles it had."""
    store.put_transcript(replace(TALK, revision=2))
    store.set_roles("FG_01", {1: (Role.OTHER, None)})
    roles = store._rows("SELECT revision, role FROM turns WHERE number = 1 ORDER BY 1")
    assert roles == [(1, "unknown"), (2, "other")]


@pytest.mark.parametrize("questions", [{}, {9: None}])
def test_turn_that_is_not_there_is_told(store, questions):
    """A number beyond the last turn is an error, and no other turn is changed then."""
    changes = {1: (Role.OTHER, None)} if questions else {1: (Role.OTHER, None), 9: (Role.OTHER, None)}
    with pytest.raises(QualcodeError) as caught:
        store.set_roles("FG_01", changes, questions=questions)
    assert str(caught.value) == "FG_01: there is no turn 9 in this transcript.\nTry: qualcode speakers FG_01"
    assert store.transcript("FG_01") == TALK


def test_recast_takes_everything_but_text(store):
    """A transcript read again with other speakers is taken over, file, date and header with it."""
    again = replace(
        CAST, source="group.docx", content_hash="cd34", date="2024-06-09", round="2", header={"place": "Una"}
    )
    store.recast(again)
    assert store.transcript("FG_01") == again


def test_recast_with_another_text_is_refused(store):
    """Another text is no recast; the error says how it gets in."""
    with pytest.raises(QualcodeError) as caught:
        store.recast(replace(CAST, text="Who walked?\nI did. "))
    assert str(caught.value) == (
        "FG_01: its text differs from the one in the study.\nTry: qualcode import --replace FG_01"
    )
    assert store.transcript("FG_01") == TALK


def test_choices_are_kept_by_label_and_turn(store):
    """What a person decided is kept, the latest decision on each label."""
    store.put_speaker_choices("FG_01", {"A": Role.RESPONDENT, "#2": Role.OTHER})
    store.put_speaker_choices("FG_01", {"A": Role.INTERVIEWER})
    assert store.speaker_choices("FG_01") == {"A": Role.INTERVIEWER, "#2": Role.OTHER}


def test_choices_outlive_a_revision(store):
    """A new revision keeps what was decided about the labels."""
    store.put_speaker_choices("FG_01", {"A": Role.INTERVIEWER})
    store.put_transcript(replace(TALK, revision=2))
    assert store.speaker_choices("FG_01") == {"A": Role.INTERVIEWER}


def test_choices_about_an_unknown_transcript_are_told(store):
    """Only labels of transcripts that exist can be decided about."""
    with pytest.raises(QualcodeError, match='there is no transcript "FG_02" in this study'):
        store.put_speaker_choices("FG_02", {"A": Role.INTERVIEWER})
