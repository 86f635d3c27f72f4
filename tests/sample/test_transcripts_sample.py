"""The shipped sample against its truth: every turn of every file, the respondent list, the settings."""

from itertools import groupby
from pathlib import Path

import pytest
from build import build
from truth import SAMPLE, TrueInterview, interviews

from qualcode.model.problem import Severity
from qualcode.model.respondent import Respondent
from qualcode.readers import Reading, read
from qualcode.settings import Settings, load_settings

INTERVIEWS = interviews()


@pytest.fixture(scope="module")
def settings() -> Settings:
    """The sample's study.yaml."""
    return load_settings(SAMPLE / "study.yaml")


def listed(one: TrueInterview) -> Respondent:
    """A respondent as the list is to be understood; it names a file only where the file's name does not."""
    kind = "key_informant" if one.id.startswith("KII") else "refugee_migrant"
    files = () if one.form == "survey" or Path(one.file).stem == one.id else (one.file,)
    return Respondent(one.id, kind, one.profile, files=files)


def read_sample(one: TrueInterview, settings: Settings) -> Reading:
    """The file of an interview, read beside the whole respondent list."""
    return read(SAMPLE / one.file, settings, respondents=[listed(other) for other in INTERVIEWS])


@pytest.mark.parametrize("one", INTERVIEWS, ids=lambda one: one.id)
def test_every_turn_is_read_as_it_was_written(one, settings):
    """Label, role, respondent and words of every turn are those of the interview the file was built from."""
    transcripts = {transcript.id: transcript for transcript in read_sample(one, settings).transcripts}
    transcript = transcripts[one.transcript]
    found = [(turn.speaker, turn.role.value, turn.respondent, transcript.words(turn)) for turn in transcript.turns]
    assert found == [(turn.speaker, turn.role, turn.respondent, turn.text) for turn in one.turns]


@pytest.mark.parametrize("one", INTERVIEWS, ids=lambda one: one.id)
def test_every_file_is_ready_for_coding(one, settings):
    """No sample file has a fault or waits for a person's decision."""
    reading = read_sample(one, settings)
    assert (dict(reading.holds), [str(one) for one in reading.problems if one.severity is Severity.ERROR]) == ({}, [])


@pytest.mark.parametrize("one", [one for one in INTERVIEWS if one.form != "srt"], ids=lambda one: one.id)
def test_the_file_gives_the_date_of_the_interview(one, settings):
    """What stands in the file or the list about the date agrees."""
    transcripts = {transcript.id: transcript for transcript in read_sample(one, settings).transcripts}
    assert (transcripts[one.transcript].date,) == one.profile["interview_date"]


def test_the_folder_holds_what_the_truth_says():
    """Every interview has its file, and no other transcript lies in the folder."""
    beside = {"README.md", "study.yaml", "respondents.xlsx"}
    assert {path.name for path in SAMPLE.iterdir()} - beside == {one.file for one in INTERVIEWS}


def test_no_two_interviews_share_a_long_answer():
    """No answer of more than eight words occurs twice in the sample."""
    answers = sorted(turn.text for one in INTERVIEWS for turn in one.turns if turn.respondent)
    again = [text for text, same in groupby(answers) if len(list(same)) > 1 and len(text.split()) > 8]
    assert again == []


@pytest.mark.parametrize("one", INTERVIEWS, ids=lambda one: one.id)
def test_an_interview_has_the_length_of_an_interview(one):
    """Each has between 600 and 1,100 words."""
    assert 600 <= sum(len(turn.text.split()) for turn in one.turns) <= 1100


def test_the_same_truth_gives_the_same_bytes(tmp_path):
    """Building twice gives equal files."""
    build(tmp_path / "once")
    build(tmp_path / "again")
    once, again = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in sorted(tmp_path.iterdir()))
    assert once == again
