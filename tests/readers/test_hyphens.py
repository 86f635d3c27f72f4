"""Hyphens at line ends: those of the line go, those of the word stay."""

import pytest

from qualcode.readers.formats.hyphens import Vocabulary, mend

LINES = (
    "They call it push-backs at the border.",
    "The transport was long, the term was short.",
    "We went border-",
    "line.",
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the trans-", "port left", ("the trans", "")),
        ("many push-", "backs there", ("many push-", "")),
        ("a long-", "term plan", ("a long-", "")),
        ("a self-", "employed man", ("a self-", "")),
        ("with-", "out a coat", ("with", "")),
        ("with\u00ad", "Out", ("with", "")),
        ("an EU-", "Turkey deal", ("an EU-", "")),
        ("I was-", "They came", ("I was-", " ")),
        ("in 2015-", "2016", ("in 2015-", " ")),
        ("we left", "early", ("we left", " ")),
        ("we left -", "early", ("we left -", " ")),
    ],
)
def test_a_line_end_is_mended(before, after, expected):
    """A broken word is made whole, a compound keeps its hyphen, and other lines are joined by a space."""
    assert mend(before, after, Vocabulary(LINES)) == expected


def test_halves_of_broken_words_are_no_words():
    """What stands at either side of a hyphen at a line end says nothing about how words are written."""
    words = Vocabulary(LINES)
    assert [word in words for word in ("border", "line", "Transport", "push-backs")] == [True, False, True, True]
