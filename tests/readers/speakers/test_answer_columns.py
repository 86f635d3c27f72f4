"""Sheets with a column for each side of the talk."""

import pytest

from qualcode.model.source import Document, Grid, Line, Position
from qualcode.model.transcript import Role
from qualcode.readers import read
from qualcode.readers.speakers.answer_columns import answer_rows


def test_each_cell_is_said_by_its_heading():
    """Question and answer of a row follow each other; line breaks within a cell continue the turn."""
    grid = Grid(
        (
            ("Interview 3", "", ""),
            ("No.", "Question", "Answer"),
            ("1", "Where did you learn to sail?", "On the lake.\nMy aunt had a boat."),
            ("2", "Who taught you the knots?", "She did, all of them."),
        )
    )
    assert answer_rows(grid) == Document(
        (
            Line("Where did you learn to sail?", Position(row=3), speaker="Question"),
            Line("On the lake.", Position(row=3), speaker="Answer"),
            Line("My aunt had a boat.", Position(row=3), speaker=""),
            Line("Who taught you the knots?", Position(row=4), speaker="Question"),
            Line("She did, all of them.", Position(row=4), speaker="Answer"),
        )
    )


@pytest.mark.parametrize(
    "rows",
    [
        (("respondent", "interviewer", "Q1"), ("R1", "Ana", "Because the boat was old")),
        (("id", "question", "answer"), ("R1", "Where did you sail?", "On the big lake")),
        (("question", "code"), ("Where did you sail?", "3")),
        (("question", "answer"),),
        (),
    ],
)
def test_other_sheets_are_left_to_others(rows):
    """Names of people, rows of several respondents and closed answers are no talk of two sides."""
    assert answer_rows(Grid(rows)) is None


def test_a_question_never_counts_as_an_answer(tmp_path):
    """The column of questions is the interviewer's, though it holds words like the other one."""
    path = tmp_path / "interview.csv"
    path.write_text(
        "Question,Answer\nWhere did you sail?,On the lake by the mill.\nWho came along?,My aunt and the dog.\n"
    )
    (transcript,) = read(path).transcripts
    assert [turn.role for turn in transcript.turns] == [Role.INTERVIEWER, Role.RESPONDENT] * 2
