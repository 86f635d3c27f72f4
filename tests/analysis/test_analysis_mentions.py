"""Mentions are runs of neighbouring segments of one turn."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.mentions import mentions
from qualcode.model.coding import Coding
from qualcode.model.transcript import Span


def on(turn, first, last=None, transcript="T"):
    """A coding of which only the place matters."""
    return Coding(transcript, Span(first, first + 1), turn, first, last or first, "rte", "rte_entry", "r", "w")


@pytest.mark.parametrize(
    ("codings", "count"),
    [
        ([], 0),
        ([on(1, 4)], 1),
        ([on(1, 4), on(1, 4)], 1),
        ([on(1, 4), on(1, 5), on(1, 6)], 1),
        ([on(1, 4), on(1, 6)], 2),
        ([on(1, 6), on(1, 4), on(1, 5)], 1),
        ([on(1, 2, 8), on(1, 3), on(1, 9)], 1),
        ([on(1, 2, 8), on(1, 3), on(1, 10)], 2),
        ([on(1, 4), on(2, 5)], 2),
        ([on(1, 4), on(1, 5, transcript="U")], 2),
    ],
)
def test_mentions(codings, count):
    """Neighbours and overlaps of one turn join; a gap, a new turn and a new transcript begin another mention."""
    assert mentions(codings) == count


@given(st.sets(st.tuples(st.integers(1, 3), st.integers(1, 12))))
def test_mentions_count_the_segments_that_nothing_precedes(places):
    """The number of runs is the number of coded segments whose left neighbour in the turn is not coded."""
    starts = [(turn, number) for turn, number in product(range(1, 4), range(1, 13)) if (turn, number) in places]
    expected = sum((turn, number - 1) not in places for turn, number in starts)
    assert mentions(on(turn, number) for turn, number in places) == expected
