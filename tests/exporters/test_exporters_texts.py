"""Texts as cells can hold them."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from qualcode.exporters.texts import LIMIT, escaped, pieces, visible


def units(text):
    """UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("a\x00b\x1bc", "a␀b␛c"),
        ("x\ufffey\ud800z", "x␦y␦z"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\x85\u2028\x7f", "\x85\u2028\x7f"),
    ],
)
def test_what_xml_cannot_hold_stays_visible(text, shown):
    """Control characters become their pictures, what has none a symbol; all else is untouched."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("_x0041_", "_x005F_x0041_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x41_ and _y0041_", "_x41_ and _y0041_"),
    ],
)
def test_what_looks_like_an_escape_is_escaped(text, written):
    """Excel would read `_x0041_` as the letter A."""
    assert escaped(text) == written


def test_long_text_is_divided_between_words():
    """Pieces fit, end after white space, and together are the text."""
    text = "word " * 8_000
    found = pieces(text)
    assert [len(piece) for piece in found] == [32_765, 7_235]
    assert "".join(found) == text


def test_text_at_the_limit_is_one_piece():
    """A text that just fits is not divided, one letter more is."""
    assert [len(piece) for piece in pieces("x" * LIMIT)] == [LIMIT]
    assert [len(piece) for piece in pieces("x" * (LIMIT + 1))] == [LIMIT, 1]


@given(st.text(st.sampled_from("ab _x0041\u0301😀👩🏽\u200d\n"), min_size=1, max_size=200), st.integers(40, 60))
def test_pieces_fit_and_lose_nothing(text, limit):
    """Whatever the text, no piece is longer than the limit once escaped, and joined they are the text."""
    found = pieces(text, limit)
    assert "".join(found) == text
    assert max(units(escaped(piece)) for piece in found) <= limit


@given(st.lists(st.sampled_from(["e\u0301", "👩🏽", "x", " \u0301", "👨\u200d👩\u200d👧"]), min_size=1, max_size=80))
def test_pieces_keep_letters_whole(clusters):
    """A piece ends where a letter with its accents, or an emoji with its parts, ends."""
    text = "".join(clusters)
    ends = {match.end() for match in regex.finditer(r"\X", text)}
    at, cuts = 0, []
    for piece in pieces(text, 24):
        at += len(piece)
        cuts.append(at)
    assert set(cuts) <= ends
