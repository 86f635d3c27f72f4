"""Which interview a file is, and what contradicts what."""

from pathlib import PurePath

import pytest

from qualcode.model.respondent import Respondent
from qualcode.readers.naming import Identity, contradictions, identify, interview_date, name_fields
from qualcode.settings import Settings

ANNA = Respondent("KII_03", "key_informant", {"country": ("Serbia",), "interview_date": ("2024-06-14",)})


@pytest.mark.parametrize(
    ("file", "people", "expected"),
    [
        ("KII_03.docx", (ANNA,), "KII_03"),
        ("kii_03.docx", (ANNA,), "KII_03"),
        ("final version 2.docx", (Respondent("R7", files=("final version 2.docx",)),), "R7"),
        ("final version 2.docx", (Respondent("R7", files=("final version 2",)),), "R7"),
        ("group.docx", (Respondent("R1", files=("group",)), Respondent("R2", files=("group",))), "group"),
        ("part1.docx", (Respondent("R1", files=("part1", "part2")),), "part1"),
        ("nobody knows.docx", (ANNA,), "nobody_knows"),
        ("Bihac\u0301.txt", (), "Biha\u0107"),
    ],
)
def test_a_transcript_is_named_by_its_respondent_or_its_file(file, people, expected):
    """The list's file column first, then the file's name; the same id on every machine."""
    assert identify(PurePath(file), people).id == expected


def test_a_file_name_is_read_by_the_studys_pattern():
    """Fields in braces become values; a name that does not fit gives nothing."""
    assert name_fields("KII_NGO_SRB_03", "{type}_{stakeholder}_{country}_{number}") == {
        "type": "KII",
        "stakeholder": "NGO",
        "country": "SRB",
        "number": "03",
    }
    assert name_fields("notes", "{type}_{stakeholder}_{country}_{number}") is None


SETTINGS = Settings.model_validate(
    {
        "file_names": "{type}_{country}_{number}",
        "respondent_types": {"key_informant": ["KII"], "refugee_migrant": ["RM"]},
        "fields": {"country": {"values": ["Serbia", "Albania"], "aliases": {"Serbia": ["SRB"], "Albania": ["ALB"]}}},
    }
)


def test_a_file_name_that_contradicts_the_list_is_an_error():
    """The file says Albania and a refugee, the list Serbia and a key informant."""
    found = contradictions(PurePath("RM_ALB_03.docx"), Identity("KII_03", (ANNA,)), {}, SETTINGS)
    assert [problem.what for problem in found] == [
        'the file name says type "RM", the respondent list says "key_informant" for KII_03.',
        'the file name says country "ALB", the respondent list says "Serbia" for KII_03.',
    ]


def test_a_header_with_another_id_is_an_error():
    """A file whose header names another interview is not imported under this one's name."""
    found = contradictions(PurePath("KII_03.docx"), Identity("KII_03", (ANNA,)), {"id": "KII_04"}, Settings())
    assert [problem.what for problem in found] == [
        "the header of the file gives the id KII_04, but the file is KII_03."
    ]


@pytest.mark.parametrize("stated", ["KII_03", "kii-03", "03", "Mrs. X"])
def test_a_header_with_the_same_id_is_none(stated):
    """Case, punctuation and leaving out the prefix do not contradict."""
    assert contradictions(PurePath("KII_03.docx"), Identity("KII_03", (ANNA,)), {"id": stated}, Settings()) == ()


def test_dates_that_agree_are_taken():
    """Header and list say the same day in different words."""
    assert interview_date(
        PurePath("KII_03.docx"), Identity("KII_03", (ANNA,)), {"date": "14 June 2024"}, Settings()
    ) == (
        "2024-06-14",
        (),
    )


def test_dates_that_differ_stop_the_file():
    """Header and list disagree."""
    _, faults = interview_date(
        PurePath("KII_03.docx"), Identity("KII_03", (ANNA,)), {"date": "15 June 2024"}, Settings()
    )
    assert [fault.what for fault in faults] == [
        "the dates differ: the header says 2024-06-15 and the respondent list says 2024-06-14."
    ]


def test_a_date_that_reads_two_ways_is_left_open_and_asked_about():
    """Nobody has said whether 3/4 is in March or April."""
    _, faults = interview_date(PurePath("x.txt"), Identity("x", ()), {"date": "3/4/2024"}, Settings())
    assert [str(fault) for fault in faults] == [
        'x.txt: the date "3/4/2024" in the header can be read two ways; it is left open.\n'
        "Try: dates: day-first (or month-first) in study.yaml, then import again"
    ]


def test_the_list_settles_a_date_that_reads_two_ways():
    """One of the two readings is the day the list gives."""
    one = Respondent("x", attributes={"interview_date": ("2024-04-03",)})
    assert interview_date(PurePath("x.txt"), Identity("x", (one,)), {"date": "3/4/2024"}, Settings()) == (
        "2024-04-03",
        (),
    )
