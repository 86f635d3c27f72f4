"""What stands above the talk: fields, and keys that say what the labels mean."""

import pytest

from qualcode.model.source import Line, TableCell
from qualcode.model.transcript import Role
from qualcode.readers.speakers.front import read_front

TALK = ("I: Where did you sell it?", "R: At the fair.", "I: And the rest?", "R: We ate it.")


def _front(*texts):
    found = read_front([Line(text) for text in texts])
    return found.lines, dict(found.fields), dict(found.key)


def test_a_talk_at_once_has_no_front():
    """The first line already is speech."""
    assert _front(*TALK) == (0, {}, {})


def test_fields_above_the_talk_are_no_turns():
    """Date, place and id are kept as written, by their folded heading."""
    fields = {"date": "3 May 2021", "place": "Upper Mill", "interview id": "KII_3"}
    assert _front("Date: 3 May 2021", "Place: Upper Mill", "Interview ID: KII_3", *TALK) == (3, fields, {})


@pytest.mark.parametrize(
    "line",
    [
        "I = Interviewer; R = Informant",
        "I - Interviewer, R - Informant",
        "Interviewer (I), Informant (R)",
        "I: Interviewer, R: Informant",
        "Interviewer = I, Informant = R",
    ],
)
def test_a_key_gives_labels_their_roles(line):
    """However a key is written, it is no turn and its roles hold."""
    assert _front(line, *TALK) == (1, {}, {"i": Role.INTERVIEWER, "r": Role.RESPONDENT})


def test_a_name_that_labels_turns_is_a_key():
    """`Interviewer: AB` above turns labelled `AB:` says whose they are."""
    lines, fields, key = _front(
        "Date: 3 May 2021", "Interviewer: AB", "Informant: CD", "AB: Where?", "CD: At the fair."
    )
    assert (lines, key) == (3, {"ab": Role.INTERVIEWER, "cd": Role.RESPONDENT})
    assert fields == {"date": "3 May 2021", "interviewer": "AB", "informant": "CD"}


def test_headings_in_the_plural_list_several_people():
    """Initials in brackets behind each name are the labels."""
    top = ("Interviewers: Dan Stone (DS), Mary Sand (MS)", "Narrators: Rosa Gil (RG), Jaime Gil (JG)")
    lines, _, key = _front(*top, "DS: Where?", "RG: Here.", "MS: When?", "JG: Then.")
    asks, tells = Role.INTERVIEWER, Role.RESPONDENT
    assert (lines, key) == (2, {"ds": asks, "ms": asks, "rg": tells, "jg": tells})


def test_a_table_of_four_columns_holds_two_fields_a_row():
    """Heading and value stand side by side, twice."""
    cells = (("Date", "3 May 2021", "Place", "Upper Mill"), ("Age", "34", "Duration", "40 min"))
    lines = [
        Line(text, cell=TableCell(1, row, column))
        for row, texts in enumerate(cells, start=1)
        for column, text in enumerate(texts, start=1)
    ]
    found = read_front([*lines, *(Line(text) for text in TALK)])
    assert found.fields == {"date": "3 May 2021", "place": "Upper Mill", "age": "34", "duration": "40 min"}
    assert found.lines == 8


def test_a_speaker_the_format_names_ends_the_front():
    """Words of a named speaker are speech, whatever they look like."""
    assert read_front([Line("Date: 3 May 2021", speaker="Ana")]).lines == 0


def test_a_question_is_no_field():
    """A role word before something that is said aloud labels a turn."""
    assert _front("Interviewer: Place of birth?", "Respondent: Hello.", "Interviewer: And then?") == (0, {}, {})
