"""Explaining sentences of a study, and sentences that somebody writes."""

import pytest
from workflow_sample import CODEBOOK, LIST, studied, write

from qualcode.codebook import load_codebook
from qualcode.errors import MisuseError, QualcodeError
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.explaining import explain_segment, explain_text
from qualcode.workflow.importing import import_files

SPEAKERS = """
actors:
  migrant: {terms: [migrant], first_person: [refugee_migrant]}
  state: {terms: [police]}
actions:
  arrest: {verbs: [arrest]}
"""
EVENTS = CODEBOOK.replace("themes:", SPEAKERS.strip() + "\nthemes:").replace(
    "{any: [police]}", "{event: {action: arrest, agent: state, target: migrant}}"
)


@pytest.fixture
def codebook(tmp_path):
    """A codebook of two themes whose `we` are migrants."""
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return load_codebook(path)[0]


def fired(found):
    """The codes that fired on each sentence."""
    return [[rule.code.id for rule in one.rules if rule.fired] for one in found.sentences]


def explained(study, segment, code=None):
    """A segment of a study, explained by the study's codebook."""
    return explain_segment(study, segment, study_codebook(study)[0], code=code)


def test_a_segment_is_explained_without_a_run(tmp_path):
    """Nothing has to be coded and stored before a segment can be explained."""
    with studied(tmp_path) as study:
        found = explained(study, "R01:2")
        assert study.store.last_run() is None
    assert (fired(found), found.who) == ([["sta_police"]], "Respondent")
    assert found.sentences[0].question == "What happened on day 1?"


def test_a_run_of_segments_is_explained_sentence_by_sentence(tmp_path):
    """A run gives a trace for each of its sentences, the interviewer's among them."""
    with studied(tmp_path) as study:
        found = explained(study, "R01:2-4")
    assert [one.segment for one in found.sentences] == ["R01:2", "R01:3", "R01:4"]
    assert fired(found) == [["sta_police"], ["sta_police"], []]
    assert [bool(one.closed) for one in found.sentences] == [False, False, True]


def test_one_code_or_the_codes_of_a_theme_are_asked_for(tmp_path):
    """A code, or a theme for all its codes, limits what is traced."""
    with studied(tmp_path) as study:
        codes = [
            [rule.code.id for rule in explained(study, "R01:2", name).sentences[0].rules]
            for name in ("rte", "rte_river")
        ]
    assert codes == [["rte_river"], ["rte_river"]]


MISUSES = [
    (
        "R01",
        None,
        '"R01" names no segment.\nTry: a transcript and the number of a sentence: KII_03:42, or KII_03:42-44',
    ),
    ("R01:99", None, "R01 has no segment 99.\nTry: a number from 1 to 5"),
    ("R01:4-2", None, "R01 has no segment 4-2.\nTry: a number from 1 to 5"),
    ("R01:0", None, "R01 has no segment 0.\nTry: a number from 1 to 5"),
    ("R01:2", "rte_rivr", 'there is no code "rte_rivr". Did you mean "rte_river"?\nTry: a theme (sta, rte) or a code'),
]


@pytest.mark.parametrize(("segment", "code", "message"), MISUSES)
def test_a_segment_or_code_that_does_not_exist_is_misuse(tmp_path, segment, code, message):
    """What does not exist is refused, with what there is."""
    with studied(tmp_path) as study, pytest.raises(MisuseError) as caught:
        explained(study, segment, code)
    assert str(caught.value).startswith(message)


def test_an_unknown_transcript_is_refused(tmp_path):
    """A transcript that is not in the study is named."""
    with studied(tmp_path) as study, pytest.raises(QualcodeError, match='there is no transcript "R09"'):
        explained(study, "R09:1")


def test_a_code_of_people_only_cannot_be_explained(tmp_path):
    """A manual code has no rules that could be explained, which is said."""
    path = tmp_path / "manual.yaml"
    path.write_text(CODEBOOK.replace("rules: [{any: [river]}]", "manual: true"), encoding="utf-8")
    with pytest.raises(MisuseError) as caught:
        explain_text(load_codebook(path)[0], "The river.", code="rte_river")
    assert str(caught.value) == (
        '"rte_river" is coded by people only: it has no rules.\nTry: explain a code that has rules'
    )


@pytest.mark.parametrize("segment", ["R02:1", "R02:2", "R02:2-3"])
def test_nothing_of_who_has_withdrawn_is_explained(tmp_path, segment):
    """Words of somebody who withdrew, and the questions to them, are not shown."""
    with studied(tmp_path) as study:
        write(study.folder.path, {"respondents.csv": LIST.replace("man,41,active", "man,41,withdrawn")})
        import_files(study, [study.folder.path / "respondents.csv"])
        with pytest.raises(QualcodeError) as caught:
            explained(study, segment)
    assert str(caught.value) == (
        "R02: the respondent has withdrawn: nothing of this is shown.\n"
        "Try: a segment of somebody else; qualcode respondents lists who there is"
    )


def test_a_transcript_that_waits_is_explained_with_a_note(tmp_path):
    """A transcript that is in no table may be looked at, and the reader is told."""
    with studied(tmp_path) as study:
        study.store.hold("R01", "somebody has to look")
        assert explained(study, "R01:2").notes == ("R01 is in no table: somebody has to look.",)


def test_a_text_is_taken_as_said_by_the_codebooks_we(codebook):
    """Without a speaker the type whose `we` the codebook knows is taken, and the reader is told."""
    found = explain_text(codebook, "The police arrested us. We crossed the river.")
    assert fired(found) == [["sta_police"], ["rte_river"]]
    assert found.notes == ("Taken as said by: refugee_migrant (--speaker says otherwise).",)


def test_a_text_may_answer_a_question(codebook):
    """A bare answer takes its meaning from the question that is given with it."""
    found = explain_text(codebook, "Yes.", question="Did the police arrest you?", speaker="refugee_migrant")
    assert (fired(found), found.notes) == ([["sta_police"]], ())


def test_an_unknown_speaker_is_misuse(codebook):
    """A type of respondent that the codebook does not know is refused, with those it knows."""
    with pytest.raises(MisuseError) as caught:
        explain_text(codebook, "We sat.", speaker="refugee")
    assert str(caught.value) == (
        'the codebook knows no speaker "refugee". Did you mean "refugee_migrant"?\nTry: one of: refugee_migrant'
    )


def test_a_codebook_without_types_takes_no_speaker(tmp_path):
    """Where a codebook names no types, that is said instead of an empty list."""
    path = tmp_path / "plain.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    with pytest.raises(MisuseError, match="leave --speaker out: the codebook names no types"):
        explain_text(load_codebook(path)[0], "We sat.", speaker="refugee")


def test_an_empty_text_is_misuse(codebook):
    """There is nothing to explain in white space."""
    with pytest.raises(MisuseError, match="there is nothing to explain"):
        explain_text(codebook, "  ")
