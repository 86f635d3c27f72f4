"""Theme tables by profile."""

import pytest
from analysis_sample import AMAL, BEN, CHRIS, CODEBOOK, DANA, RESPONDENTS, coding, segments, transcript

from qualcode.analysis.tables import cross_tabulate
from qualcode.model.respondent import Respondent
from qualcode.model.table import Cell, Column, Level, Row

A = transcript("RM_1", ["One.", "Two.", "Three."], ["Four."])
B = transcript("RM_2", ["One."])
K = transcript("KII_1", ["One.", "Two."])
SAID = segments(
    (A, [coding(A, 2, "rte_entry"), coding(A, 3, "rte_covert"), coding(A, 6, "rte_entry")]),
    (B, [coding(B, 2, "rte_entry")]),
    (K, [coding(K, 2, "rte_covert"), coding(K, 3, "pol_pact")]),
)
BASIS = (
    "Counted are codings that are suggested, accepted, edited or added, and affirmed (or what the code's "
    '"counts" says). Respondents are counted once; a mention is a run of neighbouring sentences of one turn.'
)


def test_table_by_nationality():
    """Columns follow the order given and end with "not recorded"; a theme counts each respondent once."""
    table = cross_tabulate(
        SAID, RESPONDENTS, CODEBOOK, field="nationality", values=("Syria", "Iraq"), applies_to=("refugee_migrant",)
    )
    none = Cell()
    assert table.title == "Themes by nationality"
    assert table.columns == (
        Column("", "", "All respondents", ("RM_1", "RM_2", "RM_3")),
        Column("nationality", "Syria", "Syria", ("RM_1",)),
        Column("nationality", "Albania", "Albania", ("RM_2",)),
        Column("nationality", "", "not recorded", ("RM_3",)),
    )
    amal, ben = (Cell(("RM_1",), 2, (2, 3, 4)), Cell(("RM_2",), 1, (5,)))
    assert table.rows == (
        Row(Level.THEME, "rte", "", "Routes", (Cell(("RM_1", "RM_2"), 3, (2, 3, 4, 5)), amal, ben, none)),
        Row(
            Level.CODE,
            "rte",
            "rte_entry",
            "Entry",
            (Cell(("RM_1", "RM_2"), 3, (2, 4, 5)), Cell(("RM_1",), 2, (2, 4)), ben, none),
        ),
        Row(
            Level.CODE,
            "rte",
            "rte_covert",
            "Hidden ways",
            (Cell(("RM_1",), 1, (3,)), Cell(("RM_1",), 1, (3,)), none, none),
        ),
        Row(Level.THEME, "pol", "", "Policy", (none, none, none, none)),
        Row(Level.CODE, "pol", "pol_pact", "The Pact", (none, none, none, none)),
    )
    assert table.notes == (
        "1 respondent (key informant) is not in this table: nationality is recorded for refugee migrant.",
        "Groups of fewer than 10 respondents (Syria, Albania, not recorded): "
        'read "1 of 3", not a percentage, and do not generalise.',
        BASIS,
        "Assertion not read in 4 of 4 codings: what is denied ('they did not hit us'), feared or asked about counts "
        "there like what is affirmed.",
        "0 of 4 codings have been reviewed by a person.",
    )


def test_table_by_respondent_type():
    """The field respondent_type is the type itself, titled in words, with no column for what nobody lacks."""
    table = cross_tabulate(SAID, RESPONDENTS, CODEBOOK, field="respondent_type", title="type of respondent")
    assert table.title == "Themes by type of respondent"
    assert [(column.value, column.title, column.n) for column in table.columns] == [
        ("", "All respondents", 4),
        ("key_informant", "key informant", 1),
        ("refugee_migrant", "refugee migrant", 3),
    ]
    assert [(len(row.cells[0].respondents), row.cells[0].mentions) for row in table.rows] == [
        (3, 4),
        (2, 3),
        (2, 2),
        (1, 1),
        (1, 1),
    ]


def test_respondent_with_several_values_counts_in_each_column():
    """Several values put a respondent in several columns, and a note says so."""
    table = cross_tabulate(SAID, (AMAL, BEN), CODEBOOK, field="lived_in", title="prior residence")
    assert [(column.title, column.respondents) for column in table.columns] == [
        ("All respondents", ("RM_1", "RM_2")),
        ("Lebanon", ("RM_1",)),
        ("Türkiye", ("RM_1",)),
        ("not recorded", ("RM_2",)),
    ]
    assert (
        "1 respondent has several values of prior residence and counts in the column of each: "
        "the columns add up to more than all respondents."
    ) in table.notes


@pytest.mark.parametrize(
    ("more", "mentions"),
    [
        ({"status": "suggested"}, 1),
        ({"status": "accepted"}, 1),
        ({"status": "edited"}, 1),
        ({"status": "added", "method": "human"}, 1),
        ({"status": "rejected"}, 0),
        ({"status": "disputed"}, 0),
        ({"assertion": "affirmed"}, 1),
        ({"assertion": "negated"}, 0),
        ({"assertion": "hypothetical"}, 0),
    ],
)
def test_what_counts(more, mentions):
    """Undecided and accepted codings count if affirmed; rejected, disputed and denied ones do not."""
    said = segments((A, [coding(A, 2, "rte_entry", **more)]))
    table = cross_tabulate(said, RESPONDENTS, CODEBOOK, field="respondent_type")
    assert [row.cells[0].mentions for row in table.at(Level.THEME)] == [mentions, 0]


def test_code_says_what_counts():
    """A code whose subject is expectation counts what is only expected."""
    said = segments((K, [coding(K, 2, "pol_pact", assertion="hypothetical")]))
    table = cross_tabulate(said, RESPONDENTS, CODEBOOK, field="respondent_type")
    assert [row.cells[0].mentions for row in table.at(Level.THEME)] == [0, 1]


def test_notes_count_what_people_reviewed():
    """Accepted, edited, added and rejected codings are reviewed, suggested and disputed ones are not."""
    statuses = ("suggested", "accepted", "edited", "added", "rejected", "disputed")
    said = segments((A, [coding(A, 2, "rte_entry", status=status, assertion="affirmed") for status in statuses]))
    table = cross_tabulate(said, RESPONDENTS, CODEBOOK, field="respondent_type")
    assert table.notes[-2:] == (BASIS, "4 of 6 codings have been reviewed by a person.")


def test_notes_say_what_could_not_be_counted():
    """A speaker outside the list and a code outside the codebook are named, not dropped in silence."""
    stranger = transcript("RM_9", ["One."])
    said = segments((A, [coding(A, 2, "old_code")]), (stranger, [coding(stranger, 2, "rte_entry")]))
    table = cross_tabulate(said, RESPONDENTS, CODEBOOK, field="respondent_type")
    assert all(cell == Cell() for row in table.rows for cell in row.cells)
    assert "1 coding is not counted: who speaks is not in the respondent list." in table.notes
    assert "1 coding is not counted: this codebook does not have their code." in table.notes


def test_large_groups_need_no_warning():
    """From ten respondents on a group gets no note about small numbers."""
    people = [Respondent(f"P{number}", "guest") for number in range(10)]
    table = cross_tabulate((), people, CODEBOOK, field="respondent_type")
    assert table.notes == (BASIS, "0 of 0 codings have been reviewed by a person.")


def test_table_of_nobody():
    """Without respondents there is one column, and every cell of it is empty."""
    table = cross_tabulate((), (), CODEBOOK, field="nationality")
    assert table.columns == (Column("", "", "All respondents", ()),)
    assert {row.cells for row in table.rows} == {(Cell(),)}


def test_left_out_types_are_counted_apart():
    """Each type that a field does not apply to has a note of its own."""
    table = cross_tabulate(
        (), (*RESPONDENTS, Respondent("X")), CODEBOOK, field="stakeholder", applies_to=("key_informant",)
    )
    assert table.notes[:2] == (
        "1 respondent (type not recorded) is not in this table: stakeholder is recorded for key informant.",
        "3 respondents (refugee migrant) are not in this table: stakeholder is recorded for key informant.",
    )
    assert (CHRIS.type, DANA.type) == ("refugee_migrant", "key_informant")
