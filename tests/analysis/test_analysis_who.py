"""Who did what, where, and how one knows."""

from listing_sample import AMAL, BEN, DANA, coding, material

from qualcode.analysis.who import who_did_what
from qualcode.model.codebook import Codebook
from qualcode.model.routes import Place, PlaceKind, Routes


def rows(*pairs):
    """The rows by agent, code and place."""
    made = material(*pairs)
    places = {
        "Croatia": Place("Croatia", PlaceKind.COUNTRY, "Croatia", adjectives=("Croatian",)),
        "Tovarnik": Place("Tovarnik", PlaceKind.TOWN, "Croatia"),
    }
    book = made.codebook
    known = Codebook(book.name, book.version, themes=book.themes, hash=book.hash, routes=Routes(places))
    listing = who_did_what(type(made)(made.study, known, made.run, made.respondents, made.segments))
    names = [heading.name for heading in listing.headings]
    return {
        (row["agent"].value, row["code"].value, row["place"].value): {name: one.value for name, one in row.items()}
        for row in (dict(zip(names, figures, strict=True)) for figures in listing.rows)
    }


def test_lived_through_seen_told_and_heard_of_stand_apart():
    """The source and whom it happened to decide."""
    found = rows(
        (AMAL, [coding(AMAL, 2, "rte_entry", agent="state", experiencer="self")]),
        (BEN, [coding(BEN, 2, "rte_entry", agent="state", source="reported", experiencer="other")]),
        (DANA, [coding(DANA, 2, "rte_entry", agent="state", source="witnessed", experiencer="other")]),
    )
    row = found["state", "rte_entry", "not said"]
    assert [row[how] for how in ("lived_through", "seen", "told", "heard_of")] == [1, 1, 0, 1]
    assert [row[name] for name in ("respondents", "respondents_refugee_migrant", "respondents_key_informant")] == [
        3,
        2,
        1,
    ]


def test_a_place_is_told_by_its_country():
    """Towns and adjectives of the codebook's routes stand for their country; other places have no name."""
    found = rows(
        (AMAL, [coding(AMAL, 2, "rte_entry", agent="state", place="near Tovarnik")]),
        (BEN, [coding(BEN, 2, "rte_entry", agent="state", place="on the Croatian side")]),
        (DANA, [coding(DANA, 2, "rte_entry", agent="state", place="in a field")]),
    )
    assert found["state", "rte_entry", "Croatia"]["respondents"] == 2
    assert found["state", "rte_entry", "a place without a name"]["respondents"] == 1


def test_what_is_denied_and_what_has_no_agent_is_not_here():
    """Only what tables count, and only where an agent was read."""
    found = [coding(AMAL, 2, "rte_entry", agent="state", assertion="negated"), coding(AMAL, 3, "rte_entry")]
    assert not rows((AMAL, found))
