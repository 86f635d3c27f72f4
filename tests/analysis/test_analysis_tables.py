"""Theme tables by profile."""

import pytest
from analysis_sample import AMAL, BEN, CHRIS, CODEBOOK, DANA, RESPONDENTS, RUN, coding, segments, tabulated, transcript

from qualcode.analysis.marks import Circumstances
from qualcode.analysis.tables import cross_tabulate
from qualcode.model.coded import Material
from qualcode.model.guide import Guide, GuideTopic
from qualcode.model.respondent import Respondent
from qualcode.model.table import Cell, Column, Grouping, Level, State, Told

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
    table = tabulated(SAID, field="nationality", values=("Syria", "Iraq"), applies_to=("refugee_migrant",))
    assert table.title == "Themes by nationality"
    assert table.columns == (
        Column("", "", "All respondents", ("RM_1", "RM_2", "RM_3"), total=True),
        Column("nationality", "Syria", "Syria", ("RM_1",)),
        Column("nationality", "Albania", "Albania", ("RM_2",)),
        Column("nationality", "", "not recorded", ("RM_3",)),
    )
    assert [(row.level, row.theme, row.code, row.title) for row in table.rows] == [
        (Level.THEME, "rte", "", "Routes"),
        (Level.CODE, "rte", "rte_entry", "Entry"),
        (Level.CODE, "rte", "rte_covert", "Hidden ways"),
        (Level.THEME, "pol", "", "Policy"),
        (Level.CODE, "pol", "pol_pact", "The Pact"),
    ]
    amal, ben, none = (("RM_1",), 2, (2, 3, 4)), (("RM_2",), 1, (5,)), ((), 0, ())
    once = (("RM_1",), 1, (3,))
    assert [[(cell.respondents, cell.mentions, cell.codings) for cell in row.cells] for row in table.rows] == [
        [(("RM_1", "RM_2"), 3, (2, 3, 4, 5)), amal, ben, none],
        [(("RM_1", "RM_2"), 3, (2, 4, 5)), (("RM_1",), 2, (2, 4)), ben, none],
        [once, once, none, none],
        [none] * 4,
        [none] * 4,
    ]
    assert [cell.share for cell in table.rows[0].cells] == ["2 of 3", "1 of 1", "1 of 1", "0 of 1"]
    assert table.notes == (
        "1 respondent (key informant) is not in this table: nationality is recorded for refugee migrant.",
        "Groups of fewer than 10 respondents (Syria, Albania, not recorded): "
        'read "1 of 3", not a percentage, and do not generalise.',
        "What a number rests on: * one respondent only.",
        BASIS,
        "Assertion not read in 4 of 4 codings: what is denied ('they did not hit us'), feared or asked about counts "
        "there like what is affirmed.",
        "0 of 4 codings have been reviewed by a person.",
    )


def test_types_stand_apart():
    """Respondents of several types have a column each, titled in words; only where asked are they added up."""
    table = tabulated(SAID, field="respondent_type", title="type of respondent")
    assert table.title == "Themes by type of respondent"
    assert [(column.value, column.title, column.n, column.total) for column in table.columns] == [
        ("key_informant", "key informant", 1, False),
        ("refugee_migrant", "refugee migrant", 3, False),
    ]
    assert [[len(cell.respondents) for cell in row.cells] for row in table.rows] == [
        [1, 2],
        [0, 2],
        [1, 1],
        [1, 0],
        [1, 0],
    ]
    mixed = tabulated(SAID, field="respondent_type", mixed=True)
    assert next((column.title, column.n) for column in mixed.columns) == ("All respondents", 4)
    assert [(len(row.cells[0].respondents), row.cells[0].mentions) for row in mixed.rows] == [
        (3, 4),
        (2, 3),
        (2, 2),
        (1, 1),
        (1, 1),
    ]


def test_a_field_that_all_have_is_divided_by_type():
    """The larger type first, each with a column of its own before those of the field."""
    people = (Respondent("R1", "migrant", {"country": ("Serbia",)}), Respondent("R2", "migrant", {"country": ()}))
    table = tabulated((), (Respondent("K1", "official", {"country": ("Serbia",)}), *people), field="country")
    assert [(column.title, column.n, column.total) for column in table.columns] == [
        ("migrant", 2, True),
        ("migrant, Serbia", 1, False),
        ("migrant, not recorded", 1, False),
        ("official", 1, True),
        ("official, Serbia", 1, False),
    ]
    assert table.totals() == (0, 3)


@pytest.mark.parametrize(
    ("crossed", "titles"),
    [
        (False, ["All respondents", "Syria", "Syria, man", "Syria, woman", "not recorded", "not recorded, man"]),
        (True, ["All respondents", "Syria, man", "Syria, woman", "not recorded, man"]),
    ],
)
def test_fields_nest_or_cross(crossed, titles):
    """Nested, each value has its own column before its parts; crossed, only the parts are left."""
    profiles = ({"from": ("Syria",), "sex": ("man",)}, {"from": ("Syria",), "sex": ("woman",)}, {"sex": ("man",)})
    people = tuple(Respondent(f"R{number}", "migrant", held) for number, held in enumerate(profiles))
    material = Material("A study", CODEBOOK, RUN, people, ())
    table = cross_tabulate(material, (Grouping("from", "origin"), Grouping("sex", "sex")), crossed=crossed)
    assert table.title == "Themes by origin and sex"
    assert [column.title for column in table.columns] == titles
    assert (table.fields, table.totals()) == (("from", "sex"), (0,))
    assert table.columns[-1].respondents == ("R2",)


def test_what_is_said_otherwise_stands_apart():
    """Denied, stopped, feared and only heard of: the people and the codings of each."""
    readings = ("negated", "ceased", "hypothetical")
    codings = [coding(A, 2, "rte_entry", assertion=one) for one in readings]
    told = [
        coding(B, 2, "rte_entry", assertion="affirmed", source="reported"),
        coding(B, 2, "rte_covert", assertion="negated"),
    ]
    table = tabulated(segments((A, codings), (B, told)), (AMAL, BEN), field="nationality")
    entry, covert = (table.rows[place].cells[0] for place in (1, 2))
    assert [getattr(entry, name).respondents for name in ("denied", "stopped", "possible", "heard")] == [
        ("RM_1",),
        ("RM_1",),
        ("RM_1",),
        ("RM_2",),
    ]
    assert (len(entry.denied.codings), entry.state) == (1, State.SAID)
    assert (covert.denied.respondents, covert.state) == (("RM_2",), State.DENIED)


def test_who_knows_it_otherwise_has_not_only_heard_of_it():
    """One coding that is no hearsay is enough."""
    said = segments((A, [coding(A, 2, "rte_entry", assertion="affirmed", source=how) for how in ("reported", "")]))
    assert tabulated(said, (AMAL,), field="nationality").rows[1].cells[0].heard == Told()


def test_nobody_says_so_for_three_reasons():
    """Not asked, asked and not mentioned, denied: three states, and a note on what they look like."""
    guide = Guide((GuideTopic("way", "Which way?", frozenset(("rte_entry", "rte_covert"))),))
    said = segments((A, [coding(A, 2, "rte_entry", assertion="negated")]))
    table = tabulated(said, (AMAL, BEN), field="nationality", guide=guide)
    assert [row.cells[0].state for row in table.rows] == [
        State.DENIED,
        State.DENIED,
        State.SILENT,
        State.UNASKED,
        State.UNASKED,
    ]
    assert [row.cells[0].share for row in table.rows] == ["0 of 2", "0 of 2", "0 of 2", "", ""]
    assert (
        'Nobody says so: "not asked" where the topic guide of the group has no question on it; 0 where they were asked '
        'and do not mention it; "deny" with a number where that many say that it does not happen or did not.'
    ) in table.notes


@pytest.mark.parametrize(
    ("met", "speakers", "mark"),
    [
        ((("Ana", "Šid"), ("Bo", "Šid"), ("Cy", "Bihać")), 1, "*"),
        ((("Ana", "Šid"), ("Ana", "Šid"), ("Cy", "Bihać")), 2, "†"),
        ((("Ana", "Šid"), ("Bo", "Šid"), ("Cy", "Bihać")), 2, "‡"),
        ((("Ana", "Šid"), ("Bo", "Šid"), ("Cy", "Šid")), 2, ""),
        ((("Ana", "Šid"), ("", ""), ("Cy", "Bihać")), 2, ""),
    ],
)
def test_numbers_that_rest_on_little_are_marked(met, speakers, mark):
    """One respondent, one interviewer, one place; not where the whole group was met there, or it is not recorded."""
    people = tuple(
        Respondent(f"R{number}", "", {"who": (who,) if who else (), "place": (place,) if place else ()})
        for number, (who, place) in enumerate(met)
    )
    talks = [transcript(person.id, ["One."]) for person in people[:speakers]]
    said = segments(*((talk, [coding(talk, 2, "rte_entry")]) for talk in talks), respondents=people)
    table = tabulated(said, people, field="respondent_type", circumstances=Circumstances("who", "place"))
    assert table.rows[1].cells[0].mark == mark


def test_respondent_with_several_values_counts_in_each_column():
    """Several values put a respondent in several columns, and a note says so."""
    table = tabulated(SAID, (AMAL, BEN), field="lived_in", title="prior residence")
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
    table = tabulated(said, field="respondent_type", mixed=True)
    assert [row.cells[0].mentions for row in table.at(Level.THEME)] == [mentions, 0]


def test_code_says_what_counts():
    """A code whose subject is expectation counts what is only expected."""
    said = segments((K, [coding(K, 2, "pol_pact", assertion="hypothetical")]))
    table = tabulated(said, field="respondent_type", mixed=True)
    assert [row.cells[0].mentions for row in table.at(Level.THEME)] == [0, 1]


def test_notes_count_what_people_reviewed():
    """Accepted, edited, added and rejected codings are reviewed, suggested and disputed ones are not."""
    statuses = ("suggested", "accepted", "edited", "added", "rejected", "disputed")
    said = segments((A, [coding(A, 2, "rte_entry", status=status, assertion="affirmed") for status in statuses]))
    table = tabulated(said, field="respondent_type")
    assert table.notes[-2:] == (BASIS, "4 of 6 codings have been reviewed by a person.")


def test_notes_say_what_could_not_be_counted():
    """A speaker outside the list and a code outside the codebook are named, not dropped in silence."""
    stranger = transcript("RM_9", ["One."])
    said = segments((A, [coding(A, 2, "old_code")]), (stranger, [coding(stranger, 2, "rte_entry")]))
    table = tabulated(said, field="respondent_type")
    assert not any(cell.codings for row in table.rows for cell in row.cells)
    assert "1 coding is not counted: who speaks is not in the respondent list." in table.notes
    assert "1 coding is not counted: this codebook does not have their code." in table.notes


def test_large_groups_need_no_warning():
    """From ten respondents on a group gets no note about small numbers."""
    people = [Respondent(f"P{number}", "guest") for number in range(10)]
    table = tabulated((), people, field="respondent_type")
    assert table.notes == (BASIS, "0 of 0 codings have been reviewed by a person.")


def test_table_of_nobody():
    """Without respondents there is one column, and every cell of it is empty."""
    table = tabulated((), (), field="nationality")
    assert table.columns == (Column("", "", "All respondents", (), total=True),)
    assert {row.cells for row in table.rows} == {(Cell(),)}


def test_left_out_types_are_counted_apart():
    """Each type that a field does not apply to has a note of its own."""
    table = tabulated((), (*RESPONDENTS, Respondent("X")), field="stakeholder", applies_to=("key_informant",))
    assert table.notes[:2] == (
        "1 respondent (type not recorded) is not in this table: stakeholder is recorded for key informant.",
        "3 respondents (refugee migrant) are not in this table: stakeholder is recorded for key informant.",
    )
    assert (CHRIS.type, DANA.type) == ("refugee_migrant", "key_informant")
