"""The sample, described."""

from listing_sample import spoken

from qualcode.analysis.sample import describe

ROWS = [tuple(figure.value for figure in row) for row in describe(spoken()).rows]


def test_every_type_begins_with_its_size():
    """Types are described one after the other, the largest first."""
    assert [row for row in ROWS if row[2] == "all"] == [
        ("refugee migrant", "", "all", 3, ""),
        ("key informant", "", "all", 1, ""),
    ]


def test_values_are_counted_and_what_is_missing_is_named():
    """Three migrants: two nationalities, one not recorded."""
    found = {row[2]: row[3:] for row in ROWS if row[:2] == ("refugee migrant", "nationality")}
    assert found == {"Albania": (1, "1 of 3"), "Syria": (1, "1 of 3"), "not recorded": (1, "1 of 3")}


def test_a_field_nobody_of_a_type_has_is_left_out():
    """Key informants have no nationality."""
    assert ("key informant", "nationality") not in {row[:2] for row in ROWS}
