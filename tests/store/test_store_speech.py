"""What coding reads of a study, and how it knows what has changed."""

from dataclasses import replace

import pytest

from qualcode.errors import QualcodeError
from qualcode.model.coding import Spoken
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.source import Position
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.store import Store

TEXT = "Who was there?\nTwo guides 🚶 and Zoë."
TALK = Transcript(
    "RM_01",
    TEXT,
    (
        Turn(1, "I:", Role.INTERVIEWER, Span(0, 14), Position(paragraph=1)),
        Turn(2, "R:", Role.RESPONDENT, Span(15, len(TEXT)), Position(paragraph=2), "RM_01", 1),
    ),
    (Segment(1, 1, Span(0, 14)), Segment(2, 2, Span(15, len(TEXT)))),
    "RM_01.txt",
    "ab12",
)
SILENT = Transcript("RM_02", "", (), (), "RM_02.txt", "cd34", language="sr")


@pytest.fixture
def store(tmp_path):
    """A study with two transcripts, one of them empty, and two respondents."""
    with Store.open(tmp_path / "study.db", create=True) as opened:
        opened.put_transcript(TALK)
        opened.put_transcript(SILENT)
        opened.put_respondents([Respondent("RM_01", "refugee_migrant"), Respondent("KII_01")])
        yield opened


def test_speech_comes_in_the_order_asked_for(store):
    """Texts and turns are those of the transcripts, in the order of the ids; an id that is not there is left out."""
    assert list(store.spoken(["RM_02", "RM_09", "RM_01"])) == [
        Spoken("RM_02", 1, "", (), "sr"),
        Spoken("RM_01", 1, TEXT, TALK.turns, "en"),
    ]


def test_speech_is_that_of_the_latest_revision(store):
    """After a correction the new text and its turns are read."""
    store.put_transcript(replace(TALK, text=TEXT.upper(), revision=2, turns=TALK.turns[1:], segments=()))
    assert list(store.spoken(["RM_01"])) == [Spoken("RM_01", 2, TEXT.upper(), TALK.turns[1:], "en")]


def test_speech_of_many_transcripts(store):
    """More transcripts than are read at once come whole and in order."""
    many = [replace(TALK, id=f"S_{number:03}", text=f"{TEXT} {number}") for number in range(120)]
    for one in many:
        store.put_transcript(one)
    found = list(store.spoken([one.id for one in many]))
    assert found == [Spoken(one.id, 1, one.text, one.turns, "en") for one in many]


def test_sentences_of_a_revision(store):
    """The sentences of each revision can be read; where there is no such revision there are none."""
    store.put_transcript(replace(TALK, revision=2, segments=TALK.segments[:1]))
    found = [store.segments_of("RM_01", revision) for revision in (1, 2, 3)]
    assert found == [TALK.segments, TALK.segments[:1], ()]


def test_types_of_respondents(store):
    """Everybody on the list has their type, which may be empty."""
    assert store.respondent_types() == {"KII_01": "", "RM_01": "refugee_migrant"}


def test_every_transcript_has_a_fingerprint_that_stays(store):
    """Reading twice gives the same, a transcript without turns has one too, and no two share one."""
    first, second = store.fingerprints(), store.fingerprints()
    assert first == second
    assert (list(first), len(set(first.values()))) == (["RM_01", "RM_02"], 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.set_roles("RM_01", {2: (Role.INTERPRETER, "RM_01")}),
        lambda store: store.set_roles("RM_01", {2: (Role.RESPONDENT, "KII_01")}),
        lambda store: store.set_roles("RM_01", {2: (Role.RESPONDENT, None)}),
        lambda store: store.set_roles("RM_01", {}, questions={2: None}),
        lambda store: store.put_respondents([Respondent("RM_01", "key_informant")]),
        lambda store: store.put_respondents([Respondent("RM_01", "refugee_migrant", consent=Consent.WITHDRAWN)]),
        lambda store: store.put_transcript(replace(TALK, revision=2)),
        lambda store: store.recast(replace(TALK, language="de")),
    ],
    ids=["role", "respondent", "nobody", "question", "type", "consent", "revision", "language"],
)
def test_fingerprint_changes_with_what_coding_depends_on(store, change):
    """Whatever can change a coding changes the fingerprint of its transcript, and of no other."""
    before = store.fingerprints()
    change(store)
    after = store.fingerprints()
    assert (before["RM_01"] == after["RM_01"], before["RM_02"] == after["RM_02"]) == (False, True)


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.put_respondents([Respondent("RM_01", "refugee_migrant", label="A man", files=("a.txt",))]),
        lambda store: store.put_respondents([Respondent("KII_01", "key_informant")]),
        lambda store: store.hold("RM_01", "no speaker labels"),
        lambda store: store.recast(replace(TALK, source="copy.txt", date="2024-06-09")),
    ],
    ids=["label", "somebody else", "hold", "file"],
)
def test_fingerprint_stays_where_coding_does_not_depend_on_it(store, change):
    """What no coding depends on leaves the fingerprints alone."""
    before = store.fingerprints()
    change(store)
    assert store.fingerprints() == before


def test_study_opened_for_reading_is_not_written(tmp_path, store):
    """A study opened for reading can be read and refuses to be changed."""
    store.close()
    with Store.open(tmp_path / "study.db", read_only=True) as reader:
        with pytest.raises(QualcodeError) as caught:
            reader.put_fact("name", "Bridges")
        assert reader.transcript("RM_01") == TALK
    assert caught.value.what == "the study's database is write-protected."


def test_reading_goes_on_while_another_process_prepares_to_write(tmp_path, store):
    """A reader is not kept waiting by a transaction that is not yet committed, and does not see it."""
    with store.transaction():
        store.put_fact("name", "Bridges")
        with Store.open(tmp_path / "study.db", read_only=True, patience=0) as reader:
            assert (reader.fact("name"), len(list(reader.spoken(["RM_01"])))) == ("", 1)
