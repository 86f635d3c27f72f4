"""Theme tables as they are published."""

from hypothesis import given, settings
from hypothesis import strategies as st
from privacy_sample import CODEBOOK, group, material, said

from qualcode.analysis.tables import cross_tabulate
from qualcode.model.respondent import Respondent
from qualcode.model.table import Grouping, State
from qualcode.privacy.suppression import withheld
from qualcode.privacy.tables import APART, counts, parts, places, without

READINGS = ("affirmed", "negated", "ceased", "hypothetical")
answers = st.lists(
    st.tuples(
        st.sampled_from(["x", "y", "z"]),
        st.dictionaries(st.sampled_from(["a_one", "a_two"]), st.sampled_from(READINGS), max_size=2),
    ),
    min_size=1,
    max_size=24,
)


def table(spoken):
    """Themes by a field, of respondents each with a value of it and what they say of the codes."""
    people = [Respondent(f"SECRET{number}", "", {"f": (value,)}) for number, (value, _) in enumerate(spoken)]
    segments = [
        said(person, code, "Words.", assertion=reading)
        for person, (_, codes) in zip(people, spoken, strict=True)
        for code, reading in codes.items()
    ]
    return cross_tabulate(material(people, segments), (Grouping("f", "f"),))


@settings(deadline=None, max_examples=60)
@given(answers)
def test_a_published_table_holds_what_may_be_known_and_nothing_else(spoken):
    """Every number is there or withheld, as it was judged; nobody's id, no mention, no hearsay, no mark is left."""
    made = table(spoken)
    judged = withheld(counts(made), parts=parts(CODEBOOK), limit=5)
    kept_back = {place for number, place in enumerate(places(made)) if number in judged.all}
    published = without(made, kept_back, {"a_one": (0,)})
    assert "SECRET" not in repr(published)
    for place, count in zip(places(made), counts(made), strict=True):
        down, across, what = place
        cell = published.rows[down].cells[across]
        told = cell if what == "said" else getattr(cell, what)
        assert (told.withheld, len(told.respondents)) == ((True, 0) if place in kept_back else (False, count.value))
        assert count.value >= 5 or place in kept_back
        assert (cell.mentions, cell.mark, cell.heard.respondents, cell.asked) == (0, "", (), ())
        if cell.withheld:
            assert (cell.state, cell.share, cell.codings) == (State.WITHHELD, "", ())


def test_what_is_said_otherwise_is_told_of_everybody_only():
    """Denials of a group would be one more number to judge, and are not shown; those of all are."""
    made = table([("x", {"a_one": "negated"})] * 6 + [("y", {})] * 6)
    published = without(made, (), {})
    assert [[getattr(cell, what).withheld for what in APART] for cell in published.rows[1].cells] == [
        [False] * 3,
        [True] * 3,
        [True] * 3,
    ]
    assert len(published.rows[1].cells[0].denied.respondents) == 6


def test_a_number_leads_to_the_same_quotes_in_every_column():
    """A link from a group's number would tell which group a quote comes from."""
    made = table([("x", {"a_one": "affirmed"})] * 6 + [("y", {"a_one": "affirmed"})] * 6)
    published = without(made, (), {"a_one": (3, 4)})
    assert [cell.codings for cell in published.rows[1].cells] == [(3, 4)] * 3


def test_groups_keep_their_size():
    """How many there are is told, who they are is not."""
    people = group(4, f="x")
    made = cross_tabulate(material(people, ()), (Grouping("f", "f"),))
    assert [column.n for column in without(made, (), {}).columns] == [4, 4]
