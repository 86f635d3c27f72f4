"""Frames for notebooks."""

from analysis_sample import AMAL, BEN, coding, segments, tabulated, transcript

from qualcode.analysis.frames import codings_frame, long_frame, wide_frame

A = transcript("RM_1", ["One."])
TABLE = tabulated(
    segments((A, [coding(A, 2, "rte_entry")])), (AMAL, BEN), field="nationality", values=("Syria", "Albania")
)


def test_codings_frame_has_exactly_the_columns():
    """Columns stand in the order given, whatever order the rows have."""
    frame = codings_frame(("code", "start"), [{"start": 3, "code": "rte_entry"}, {"start": 9, "code": "pol_pact"}])
    assert frame.to_dict("split") == {
        "index": [0, 1],
        "columns": ["code", "start"],
        "data": [["rte_entry", 3], ["pol_pact", 9]],
    }


def test_codings_frame_of_nothing_keeps_its_columns():
    """Without codings the columns are still there."""
    assert list(codings_frame(("code", "start"), []).columns) == ["code", "start"]


def test_long_frame_has_a_row_a_cell():
    """Each cell of the table is spelled out, shares of small groups as counts."""
    rows = long_frame(TABLE).to_dict("records")
    assert len(rows) == 5 * 3
    assert rows[4] == {
        "level": "code",
        "theme": "rte",
        "code": "rte_entry",
        "title": "Entry",
        "field": "nationality",
        "value": "Syria",
        "group": "Syria",
        "n": 1,
        "respondents": 1,
        "mentions": 1,
        "share": "1 of 1",
        "asked": 1,
        "denied": 0,
        "stopped": 0,
        "possible": 0,
        "heard_of": 0,
        "state": "said",
        "mark": "*",
    }


def test_wide_frame_reads_like_the_table():
    """Themes and codes stand down, groups across with both counts."""
    frame = wide_frame(TABLE)
    assert list(frame.index) == [
        ("rte", ""),
        ("rte", "rte_entry"),
        ("rte", "rte_covert"),
        ("pol", ""),
        ("pol", "pol_pact"),
    ]
    assert list(frame.columns) == [
        (group, what) for group in ("All respondents", "Syria", "Albania") for what in ("respondents", "mentions")
    ]
    assert frame.to_numpy().tolist() == [[1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 0, 0], [0] * 6, [0] * 6, [0] * 6]
