"""The audit trail."""

from qualcode.analysis.audit import audit

ENTRIES = (("import", {"added": 3}), ("export", {"file": "a.xlsx"}), ("code", {"codings": 7}))


def hashes(entries):
    """The hash of every entry."""
    return [row[3].value for row in audit(entries).rows]


def test_entries_stand_in_order_without_exports():
    """An export of a study does not change what the next one says."""
    assert [[figure.value for figure in row[:3]] for row in audit(ENTRIES).rows] == [
        [1, "import", "added 3"],
        [2, "code", "codings 7"],
    ]
    assert hashes(ENTRIES) == hashes([*ENTRIES, ("release", {})])


def test_a_changed_entry_changes_all_later_hashes():
    """So that nobody can put another run in its place unseen."""
    before, after = hashes(ENTRIES), hashes([("import", {"added": 4}), ENTRIES[2]])
    assert before[0] != after[0]
    assert before[1] != after[1]
