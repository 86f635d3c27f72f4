"""The shipped sample against its truth: every turn of every file, the respondent list, the settings."""

import re
from collections import defaultdict
from datetime import date

import pytest
from build import build
from truth import SAMPLE, TrueInterview, interviews

from qualcode.model.problem import Severity
from qualcode.readers import Reading, read
from qualcode.settings import Settings, load_settings

INTERVIEWS = interviews()
COUNTED = [one for one in INTERVIEWS if not (one.participants or one.withdrawn)]
"""Those that the study's tallies count."""


@pytest.fixture(scope="module")
def settings() -> Settings:
    """The sample's study.yaml."""
    return load_settings(SAMPLE / "study.yaml")


def read_sample(one: TrueInterview, settings: Settings) -> Reading:
    """The file of an interview, read beside the whole respondent list."""
    everybody = [person for other in INTERVIEWS for person in other.respondents]
    return read(SAMPLE / one.file, settings, respondents=everybody)


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
    assert {path.name for path in SAMPLE.iterdir() if path.is_file()} - beside == {one.file for one in INTERVIEWS}


def test_no_two_interviews_share_a_phrase():
    """No seven words in a row are said by two respondents."""
    said: dict[str, set[str]] = defaultdict(set)
    for one in INTERVIEWS:
        for turn in one.turns:
            words = re.findall(r"[\w'’]+", turn.text.casefold()) if turn.respondent else []
            for start in range(len(words) - 6):
                said[" ".join(words[start : start + 7])].add(one.id)
    assert {phrase: ids for phrase, ids in said.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("one", COUNTED, ids=lambda one: one.id)
def test_an_interview_has_the_length_of_an_interview(one):
    """Each has between 600 and 1,800 words."""
    assert 600 <= words_of(one) <= 1800


def test_the_interviews_are_enough_to_read():
    """The 41 of the study have 40,000 words or more between them."""
    assert (len(COUNTED), sum(map(words_of, COUNTED)) >= 40_000) == (41, True)


def words_of(one):
    """How many words are spoken in an interview, the interviewer's among them."""
    return sum(len(turn.text.split()) for turn in one.turns)


@pytest.mark.parametrize("one", INTERVIEWS, ids=lambda one: one.id)
def test_nobody_was_interviewed_on_a_sunday_or_out_of_season(one):
    """Interviews were held on working days and Saturdays from 7 June to 24 July 2024, consent given by then."""
    held, agreed = (date.fromisoformat(*one.profile[name]) for name in ("interview_date", "consent_date"))
    assert date(2024, 6, 7) <= held <= date(2024, 7, 24)
    assert (held.isoweekday() < 7, agreed <= held) == (True, True)


def test_the_same_truth_gives_the_same_bytes(tmp_path):
    """Building twice gives equal files."""
    build(tmp_path / "once")
    build(tmp_path / "again")
    once, again = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in sorted(tmp_path.iterdir()))
    assert once == again
