"""The framework matrix."""

from listing_sample import AMAL, by_name, coding, material, spoken

from qualcode.analysis.framework import STALE, Summary, fingerprints, framework, summary_sheet


def test_a_cell_has_the_summary_above_the_best_quotes():
    """Quotes verbatim with their places, those of different codes first; who says nothing has an empty cell."""
    found = spoken()
    now = fingerprints(found)
    kept = {("RM_1", "rte"): Summary("Came hidden.", now["RM_1", "rte"])}
    rows = by_name(framework(found, kept, ["nationality"]), "respondent")
    assert rows["RM_1"]["rte"].value == (
        "Came hidden.\n“We came in by night.” (T_RM_1:3)\n“We hid in lorries.” (T_RM_1:2)"
    )
    assert (rows["RM_1"]["nationality"].value, rows["RM_1"]["rte"].people) == ("Syria", ("RM_1",))
    assert [found.segments[one].segment for one in rows["RM_1"]["rte"].codings] == ["T_RM_1:2", "T_RM_1:3"]
    assert rows["RM_3"]["rte"].value == ""


def test_denials_are_no_quotes_of_a_theme():
    """Only what tables count."""
    rows = by_name(framework(spoken(), {}), "respondent")
    assert "never hid" not in rows["RM_1"]["rte"].value


def test_a_summary_whose_codings_changed_says_so():
    """In the matrix and in the sheet that summaries are written in."""
    found = spoken()
    kept = {("RM_1", "rte"): Summary("Came hidden.", fingerprints(found)["RM_1", "rte"])}
    fewer = material((AMAL, [coding(AMAL, 2, "rte_covert", assertion="affirmed")]))
    assert by_name(framework(fewer, kept), "respondent")["RM_1"]["rte"].value.startswith(f"Came hidden. {STALE}\n")
    assert by_name(summary_sheet(fewer, kept), "respondent")["RM_1"]["changed"].value == "yes"
    assert by_name(summary_sheet(found, kept), "theme")["rte"]["changed"].value == ""


def test_a_summary_without_codings_stays_in_the_sheet():
    """Nothing a person wrote disappears because a rule no longer finds anything."""
    rows = by_name(summary_sheet(material(), {("RM_3", "pol"): Summary("Silent on it.", "x")}), "respondent")
    assert (rows["RM_3"]["summary"].value, rows["RM_3"]["changed"].value) == ("Silent on it.", "yes")


def test_the_sheet_has_a_row_for_each_respondent_and_theme_with_something_to_say():
    """And no more."""
    assert [(row[0].value, row[2].value) for row in summary_sheet(spoken(), {}).rows] == [
        ("RM_1", "rte"),
        ("RM_2", "rte"),
        ("KII_1", "rte"),
    ]
