"""A sentence with words marked beneath it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qualcode.cli.marking import CUE, Mark, marked
from qualcode.model.transcript import Span


def shown(text, *marks, width=80, indent=0):
    """The lines as plain text."""
    return [line.plain for line in marked(text, [Mark(Span(*one)) for one in marks], width, indent=indent)]


def test_signs_stand_under_the_marked_words():
    """A line of signs follows a line with marked words."""
    assert shown("The police beat us.", (4, 10), (11, 15), indent=2) == ["  The police beat us.", "      ^^^^^^ ^^^^"]


def test_a_line_without_marks_has_no_signs_beneath():
    """Only lines with marked words have a line of signs."""
    assert shown("one two three four", (8, 13), width=8) == ["one two", "three", "^^^^^", "four"]


def test_where_marks_overlap_the_first_counts():
    """A cue within matched words keeps the sign of the match."""
    lines = marked("never beat", [Mark(Span(6, 10)), Mark(Span(0, 10), CUE)], 80)
    assert [line.plain for line in lines] == ["never beat", "~~~~~~^^^^"]


def test_wide_letters_have_wide_signs():
    """Signs stand under letters that take two columns, too."""
    assert shown("我們 ok", (0, 2), (3, 5)) == ["我們 ok", "^^^^ ^^"]


def test_marks_beyond_the_sentence_are_cut():
    """A match that runs over several sentences is marked as far as this one goes."""
    assert shown("one two", (-5, 3), (4, 99)) == ["one two", "^^^ ^^^"]


@pytest.mark.parametrize("width", [1, 5, 12])
def test_a_long_word_is_broken(width):
    """A word wider than the line is broken and nothing of it is lost."""
    assert "".join(shown("unaccompanied", width=width)) == "unaccompanied"


@given(st.text(st.sampled_from("ab  我é"), max_size=60), st.integers(4, 20))
def test_no_line_is_too_wide_and_no_word_is_lost(text, width):
    """Whatever the text, its words are all there, in order, within the width."""
    lines = shown(text, width=width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
