"""Voice balance: who is heard how often."""

from listing_sample import by_name, material, spoken

from qualcode.analysis.voices import voice_balance


def test_every_respondent_has_a_row_those_least_heard_first():
    """With mentions, codes and who is never heard."""
    listing = voice_balance(spoken())
    rows = by_name(listing, "group")
    amal = {name: figure.value for name, figure in rows["RM_1"].items()}
    assert (amal["mentions"], amal["codes"], amal["never"]) == (1, 2, 0)
    assert (rows["RM_3"]["mentions"].value, rows["RM_3"]["never"].value, rows["RM_3"]["who_never"].value) == (
        0,
        1,
        "RM_3",
    )
    order = [row[2].value for row in listing.rows]
    assert order.index("RM_3") < order.index("RM_1")


def test_groups_stand_beside_their_share_of_the_type():
    """A third of the refugees and migrants with half of their mentions is heard one and a half times as often."""
    rows = {
        (row[1].value, row[2].value): row for row in voice_balance(spoken()).rows if row[0].value == "refugee migrant"
    }
    syria = [figure.value for figure in rows["nationality", "Syria"]]
    assert syria[3:8] == [1, "1 of 3", 1, "1 of 2", "1.50"]


def test_types_are_not_mixed():
    """Shares are within a respondent type."""
    rows = [row for row in voice_balance(spoken()).rows if row[2].value == "all"]
    assert [(row[0].value, row[3].value, row[7].value) for row in rows] == [
        ("refugee migrant", 3, "1.00"),
        ("key informant", 1, "1.00"),
    ]


def test_where_nobody_says_anything_there_is_no_ratio():
    """Rather than a division by nothing."""
    assert {row[7].value for row in voice_balance(material()).rows} == {""}
