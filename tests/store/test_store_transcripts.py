"""Transcripts in the store: whole, by revision, never changed."""

import sqlite3
from dataclasses import replace

import pytest

from qualcode.errors import QualcodeError
from qualcode.model.source import Position
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.store import Store

TEXT = "Where were you?\nIn Bihać 🏕️, with Zoe\u0308.\r\n\tThe “game”… we lost.\nİ and ß and \u0000 stay."
FIRST = Transcript(
    "KII_NGO_SRB_03",
    TEXT,
    (
        Turn(1, "I:", Role.INTERVIEWER, Span(0, 15), Position(paragraph=1, page=2)),
        Turn(2, "", Role.RESPONDENT, Span(16, len(TEXT)), Position(row=4, time=61.5), "KII_NGO_SRB_03", 1),
    ),
    (Segment(1, 1, Span(0, 15)), Segment(2, 2, Span(16, 40)), Segment(3, 2, Span(43, len(TEXT)))),
    "KII NGO – SRB 03.docx",
    "ab12",
    language="en",
    date="2024-06-09",
    round="1",
    header={"place": "Šid", "date": "9.6.2024"},
)
SECOND = Transcript("RM_01", "", (), (), "survey.xlsx", "cd34", language="sr")


@pytest.fixture
def store(tmp_path):
    """A study with two transcripts."""
    with Store.open(tmp_path / "study.db", create=True) as opened:
        opened.put_transcript(SECOND)
        opened.put_transcript(FIRST)
        yield opened


def revised(transcript: Transcript) -> Transcript:
    """The transcript with a corrected text, as its second revision."""
    segments = tuple(replace(one, number=one.number + 10) for one in transcript.segments)
    return replace(transcript, text=TEXT.replace("lost", "won!"), segments=segments, content_hash="ef56", revision=2)


def test_transcript_comes_back_whole(store):
    """Text, turns, sentences and header survive to the last code point."""
    assert store.transcript("KII_NGO_SRB_03") == FIRST


def test_transcripts_come_in_order(store):
    """All transcripts are read in the order of their ids."""
    assert (store.transcript_ids(), tuple(store.transcripts())) == (("KII_NGO_SRB_03", "RM_01"), (FIRST, SECOND))


def test_latest_revision_is_read(store):
    """After a second revision all reading gives that one."""
    store.put_transcript(revised(FIRST))
    assert tuple(store.transcripts()) == (revised(FIRST), SECOND)
    assert store.by_content() == {"ef56": "KII_NGO_SRB_03", "cd34": "RM_01"}


def test_earlier_revisions_are_kept(store):
    """The text of the first revision is still in the database after a second."""
    store.put_transcript(revised(FIRST))
    kept = store._rows("SELECT revision, text FROM revisions WHERE transcript = ? ORDER BY 1", FIRST.id)
    assert kept == [(1, TEXT), (2, revised(FIRST).text)]


def test_same_revision_twice_is_refused(store):
    """A transcript is not stored over itself; the error says how a new version gets in."""
    with pytest.raises(QualcodeError) as caught:
        store.put_transcript(replace(FIRST, text="Other words."))
    assert str(caught.value) == (
        "KII_NGO_SRB_03: the study already has revision 1 of this transcript.\n"
        "Try: qualcode import --replace KII_NGO_SRB_03"
    )
    assert store.transcript(FIRST.id) == FIRST


def test_unknown_transcript_is_told_with_the_nearest(store):
    """A misspelt id is answered with the one that was meant."""
    with pytest.raises(QualcodeError) as caught:
        store.transcript("KII_NGO_SBR_03")
    assert str(caught.value) == (
        'there is no transcript "KII_NGO_SBR_03" in this study.\nTry: KII_NGO_SRB_03 (did you mean this one?)'
    )


def test_quite_unknown_transcript_is_told(store):
    """An id like no other is answered with where to look."""
    with pytest.raises(QualcodeError) as caught:
        store.transcript("banana")
    assert str(caught.value) == (
        'there is no transcript "banana" in this study.\nTry: qualcode transcripts lists those there are'
    )


def test_content_leads_to_the_first_transcript(store):
    """Where two have the same content the first id is given."""
    store.put_transcript(replace(SECOND, id="RM_00"))
    assert store.by_content() == {"ab12": "KII_NGO_SRB_03", "cd34": "RM_00"}


def test_owners_of_turns(store):
    """Turns lead to their respondents; the interviewer's are nobody's."""
    assert store.turn_owners() == {("KII_NGO_SRB_03", 2): "KII_NGO_SRB_03"}


def test_respondents_with_turns(store):
    """Who speaks in a transcript is found, unless that transcript is left out."""
    everybody = store.respondents_with_turns()
    some = store.respondents_with_turns(without={"KII_NGO_SRB_03"})
    assert (everybody, some) == (frozenset({"KII_NGO_SRB_03"}), frozenset())


def test_transcripts_of_respondents(store):
    """Each respondent leads to the transcripts they speak in, by their latest revisions."""
    group = tuple(
        replace(turn, respondent=name) for turn, name in zip(FIRST.turns, ("R2", "KII_NGO_SRB_03"), strict=True)
    )
    store.put_transcript(replace(FIRST, id="FG_01", turns=group))
    assert store.transcripts_by_respondent() == {"KII_NGO_SRB_03": ("FG_01", "KII_NGO_SRB_03"), "R2": ("FG_01",)}


def test_held_transcripts_wait_until_released(store):
    """A transcript is held with its reason, and no longer once it is released."""
    store.hold("RM_01", "no speaker labels")
    store.hold("KII_NGO_SRB_03", "nearly the same as RM_01")
    store.release("KII_NGO_SRB_03")
    assert store.held() == {"RM_01": "no speaker labels"}


def test_holding_an_unknown_transcript_is_told(store):
    """Only transcripts that exist can be held."""
    with pytest.raises(QualcodeError, match='there is no transcript "RM_02" in this study'):
        store.hold("RM_02", "no speaker labels")


def test_removed_transcript_is_gone(tmp_path, store):
    """A removed transcript leaves neither rows nor its words in the file, and the others stay."""
    store.put_transcript(revised(FIRST))
    store.put_speaker_choices(FIRST.id, {"I:": Role.INTERVIEWER})
    store.remove_transcript(FIRST.id)
    counts = "SELECT (SELECT count(*) FROM turns), (SELECT count(*) FROM segments), (SELECT count(*) FROM revisions)"
    assert (tuple(store.transcripts()), store._rows(counts)) == ((SECOND,), [(0, 0, 1)])
    assert store.speaker_choices(FIRST.id) == {}
    assert "Bihać".encode() not in (tmp_path / "study.db").read_bytes()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE revisions SET text = ''", "the text of a revision never changes"),
        ('UPDATE turns SET "end" = 3', "the turns of a revision never move"),
        ("UPDATE segments SET start = 3", "the segments of a revision never change"),
    ],
)
def test_text_and_segments_cannot_be_changed(store, statement, message):
    """The database itself refuses to change what codings point at."""
    with pytest.raises(sqlite3.IntegrityError, match=message):
        store._write(statement)


def test_segments_without_their_turn_are_refused(store):
    """A sentence of a turn that is not there cannot be stored, and nothing of its transcript is."""
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.put_transcript(replace(SECOND, id="RM_02", segments=(Segment(1, 7, Span(0, 0)),)))
    assert store.transcript_ids() == ("KII_NGO_SRB_03", "RM_01")


def test_sentence_rules_are_stored_with_the_text(store):
    """Which rules cut the sentences stands beside each revision."""
    assert store._rows("SELECT DISTINCT sentence_rules FROM revisions") == [("1",)]
