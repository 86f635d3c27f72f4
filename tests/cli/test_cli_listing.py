"""Listings: what stands beside, above and beneath where a terminal is narrow."""

import io

import pytest
from rich.console import Console

from qualcode.cli.listing import Column, Kind, draw
from qualcode.cli.progress import Bar

COLUMNS = (Column("id"), Column("n", Kind.NUMBER, "count"), Column("why", Kind.WIDE), Column("more", Kind.HIDDEN))


def test_everything_stands_side_by_side_where_it_fits():
    """Numbers are set to the right, hidden columns are left out."""
    assert draw(COLUMNS, [["A", "7", "it waits", "x"], ["BBB", "1234", "", "x"]], 80) == [
        "id   count  why",
        "────────────────────",
        "A        7  it waits",
        "BBB   1234",
    ]


def test_columns_without_values_are_left_out():
    """A column in which nothing stands takes no room."""
    assert draw(COLUMNS, [["A", "7", "", ""]], 80) == ["id  count", "─────────", "A       7"]


def test_text_is_broken_between_words():
    """A wide column is folded into the room that is left."""
    assert draw(COLUMNS, [["A", "7", "one two three four five six", ""]], 32) == [
        "id  count  why",
        "────────────────────────────────",
        "A       7  one two three four",
        "           five six",
    ]


def test_text_without_room_stands_beneath_its_row():
    """Where less than twenty columns are left, text goes beneath with its heading."""
    assert draw(COLUMNS, [["A" * 15, "7", "one two three four five", ""]], 30) == [
        "id               count",
        "──────────────────────",
        "AAAAAAAAAAAAAAA      7",
        "  why: one two three four five",
    ]


def test_an_id_that_is_too_long_stands_above_its_row():
    """Where the narrow columns do not fit, the first one has a line of its own."""
    assert draw(COLUMNS, [["A" * 18, "7", "", ""]], 20) == [
        "  count",
        "  ─────",
        "A" * 18,
        "      7",
    ]


def test_a_group_is_named_once():
    """A group stands above the rows that share it."""
    columns = (Column("group", Kind.GROUP), Column("label"))
    assert draw(columns, [["T1", "I"], ["T1", "R"], ["T2", "I"]], 80) == [
        "  label",
        "  ─────",
        "T1",
        "  I",
        "  R",
        "T2",
        "  I",
    ]


def test_letters_of_double_width_are_counted_as_two():
    """Columns stay in line where letters take two cells."""
    assert draw((Column("id"), Column("n", Kind.NUMBER)), [["访谈", "1"], ["A", "2"]], 80) == [
        "id    n",
        "───────",
        "访谈  1",
        "A     2",
    ]


def test_no_rows_draw_nothing():
    """A listing of nothing has no headings."""
    assert draw(COLUMNS, [], 80) == []


@pytest.mark.parametrize(
    ("terminal", "patience", "drawn"), [(True, 0.0, True), (False, 0.0, False), (True, 60.0, False)]
)
def test_a_bar_needs_a_terminal_and_slow_work(terminal, patience, drawn):
    """A progress bar is drawn on a terminal, for work that takes longer than a moment, and is gone at the end."""
    shown = io.StringIO()
    with Bar(Console(file=shown, force_terminal=terminal, width=80), patience=patience) as bar:
        bar.start("Coding", 2)
        bar.step()
        bar.step()
    assert ("Coding" in shown.getvalue()) is drawn
