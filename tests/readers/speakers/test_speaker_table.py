"""Sheets that are one transcript with a column of speakers."""

import pytest

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Grid, Line, Position
from qualcode.readers.speakers.speaker_table import speaker_rows


def _line(text, row, speaker, time=None):
    return Line(text, Position(row=row, time=time), speaker=speaker)


def test_an_empty_speaker_cell_continues_the_turn():
    """Speaker, words and time are found by their headings; what else stands there is noted."""
    grid = Grid(
        (
            ("speaker", "words", "tags", "timestamp"),
            ("", "(Talk about the house)", "", ""),
            ("DB:", "Where did you live?", "", "[0:00]"),
            ("LG:", "In a camp.", "home", "0:01:09"),
            ("", "For years.", "", ""),
            ("", "", "", ""),
            ("DB", "", "", ""),
            ("", "Why?\nAnd how?", "", "75.5"),
        ),
        "a.csv",
        first_row=2,
    )
    note = 'column beside the speaker, the words and the time left out: "tags".'
    assert speaker_rows(grid) == Document(
        (
            _line("(Talk about the house)", 3, ""),
            _line("Where did you live?", 4, "DB", 0.0),
            _line("In a camp.", 5, "LG", 69.0),
            _line("For years.", 6, ""),
            _line("Why?", 9, "DB", 75.5),
            _line("And how?", 9, "", 75.5),
        ),
        (Problem(note, Where("a.csv", row=2), severity=Severity.NOTE),),
    )


def test_a_timespan_export_is_read_with_its_range():
    """Timespan, Content, Speaker: the start of the range is the time; notes may stand above the headings."""
    grid = Grid(
        (
            ("Interview 3", "", ""),
            ("Timespan", "Content", "Speaker"),
            ("0:00,0 - 0:03,5", "Hello.", "Interviewer"),
            ("0:03,5 - 0:09,0", "Hello.", "R1"),
        )
    )
    lines = (_line("Hello.", 3, "Interviewer", 0.0), _line("Hello.", 4, "R1", 3.5))
    assert speaker_rows(grid) == Document(lines)


def test_a_timespan_export_without_speakers_names_nobody():
    """Words with times are a transcript; whose they are is not said."""
    grid = Grid((("Timespan", "Content"), ("0:00,0 - 0:03,5", "R: Hello.")))
    assert speaker_rows(grid) == Document((_line("R: Hello.", 2, None, 0.0),))


def test_a_sheet_without_headings_starts_with_the_talk():
    """Names that return, the first one too, are speakers; the longest column is what they say."""
    rows = (
        ("00:01", "INT", "Where did you learn to sail?"),
        ("00:04", "P1", "On the lake, with my aunt."),
        ("00:09", "INT", "Did she own the boat?"),
        ("00:11", "P1", "Half of it."),
    )
    lines = tuple(_line(text, number, who, int(time[-2:])) for number, (time, who, text) in enumerate(rows, start=1))
    assert speaker_rows(Grid(rows)) == Document(lines)


@pytest.mark.parametrize(
    "answers", [("yes", "no", "yes", "no"), ("Ana", "Ben", "Cleo", "Dan"), ("", "Ana", "Ana", "Ben")]
)
def test_other_columns_before_long_answers_are_no_speakers(answers):
    """Closed answers, a name a row, and an empty first cell do not make a sheet a transcript."""
    assert speaker_rows(Grid(tuple((answer, "We went to the lake by bus.") for answer in answers))) is None


@pytest.mark.parametrize(
    "rows",
    [
        (("id", "Q1"), ("1", "Yes")),
        (("_uuid", "name", "text"), ("1", "A", "Yes")),
        (("name", "message"), *((f"Person {n}", "Yes") for n in range(8))),
        (("speaker", "words"), ("", "Yes")),
        (("speaker", "words"), ("A", "")),
        (("speaker", "words"),),
        (),
    ],
)
def test_other_sheets_are_left_to_others(rows):
    """Surveys, lists of people, and sheets without speakers or words are no transcript."""
    assert speaker_rows(Grid(rows)) is None
