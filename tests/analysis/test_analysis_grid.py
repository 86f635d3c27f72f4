"""The discussion grid."""

from listing_sample import by_name, spoken

from qualcode.analysis.grid import discussion_grid

DATES = {"RM_2": "2024-06-01", "RM_1": "2024-06-03", "KII_1": "2024-06-02"}
GRID = discussion_grid(spoken(), DATES)
ROWS = by_name(GRID, "id")


def test_interviews_stand_in_the_order_they_were_held():
    """Those without a date stand last."""
    assert [heading.name for heading in GRID.headings][3:7] == ["RM_2", "KII_1", "RM_1", "RM_3"]


def test_a_point_is_one_or_blank():
    """What is only denied or over is no point made."""
    assert [ROWS["rte_covert"][who].value for who in ("RM_1", "RM_2", "KII_1", "RM_3")] == [1, 1, "", ""]
    assert ROWS["rte_covert"]["total"].value == 2


def test_a_new_point_is_marked_where_it_first_comes_up():
    """The earliest interview has the mark, and the last row counts its new points."""
    assert [ROWS["rte_covert"][who].mark for who in ("RM_2", "RM_1")] == ["*", ""]
    assert [GRID.rows[-1][place].value for place in (3, 4, 5)] == [2, 0, 0]


def test_saturation_is_said_in_words():
    """The note names the interview with the last new point."""
    assert GRID.notes[-1] == "The last new point came up in interview 1 of 4."


def test_the_summary_is_left_to_the_team():
    """The last column is empty."""
    assert {row[-1].value for row in GRID.rows} == {""}
