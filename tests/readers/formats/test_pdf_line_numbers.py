"""Line numbers in the margin of a PDF."""

import pytest

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.formats.pdf_line_numbers import without_line_numbers
from qualcode.readers.formats.pdf_lines import PrintedLine

WORDS = (
    "I: Where did you learn to sail, and who",
    "showed you the knots?",
    "R: On the lake. My aunt had half a boat,",
    "and the other half was her brother's, who",
    "never sailed.",
    "I: Did you go out alone?",
    "R: Once, in the autumn, when everybody was",
    "at the fair.",
    "I: And then?",
    "R: Then I knew it.",
    "I: And the boat?",
    "R: It went down with the mill, in the",
    "great flood.",
    "I: I see.",
    "R: Yes.",
)


def _line(text, row, left=72.0):
    return PrintedLine(text, 1, 0, left, 400.0, 14.0 * row, 14.0 * row + 11, 11.0, 20.0)


def _texts(pages):
    return [line.text for page in pages for line in page]


@pytest.mark.parametrize("first", [1, 31])
def test_a_number_on_every_line_is_left_out(first):
    """Numbers that rise by one from line to line, also within a sentence, are the margin's, and reported."""
    page = [_line(f"{row}\t{text}", row, 50.0) for row, text in enumerate(WORDS, start=first)]
    pages, problems = without_line_numbers([page], file="a.pdf")
    assert _texts(pages) == list(WORDS)
    what = "the line numbers in the margin of 15 lines were left out."
    assert problems == (Problem(what, Where("a.pdf"), severity=Severity.NOTE),)


def test_a_number_on_every_fifth_line_is_left_out():
    """Numbers left of the text, as far apart as they say, are the margin's."""
    page = [
        _line(f"{row} {text}", row, 50.0) if row % 5 == 0 else _line(text, row)
        for row, text in enumerate(WORDS, start=1)
    ]
    pages, _ = without_line_numbers([page], file="a.pdf")
    assert _texts(pages) == list(WORDS)
    assert {line.x0 for line in pages[0]} == {72.0}


@pytest.mark.parametrize(
    "texts",
    [
        [f"{number} Have you ever sailed alone?" for number in range(1, 12)],
        ["5 of us went out.", "We sailed.", "10 came back.", "It rained."] * 4,
        list(WORDS),
    ],
)
def test_numbers_of_the_talk_stay(texts):
    """Numbered questions and numbers that start a sentence are no line numbers."""
    page = [_line(text, row) for row, text in enumerate(texts)]
    assert without_line_numbers([page], file="a.pdf") == ([page], ())
