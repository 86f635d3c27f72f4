"""The claim as counted, and what speaks against it."""

from listing_sample import BEN, by_name, coding, material, spoken

from qualcode.analysis.findings import findings
from qualcode.model.guide import Guide

ROWS = by_name(findings(spoken()), "code")


def values(code, *names):
    """Some cells of a code's row."""
    return [ROWS[code][name].value for name in names]


def test_the_claim_counts_each_type_by_itself():
    """Refugees and migrants are never added to key informants."""
    assert values("rte_entry", "claim") == ["2 of 3 refugee migrants, 1 of 1 key informants"]
    assert values("rte_entry", "say_refugee_migrant", "say_key_informant") == [2, 1]


def test_denied_stopped_and_heard_of_stand_apart():
    """One denies it, one says it stopped, one knows it from others; only two say so."""
    assert values("rte_covert", "say_refugee_migrant", "say_key_informant") == [2, 0]
    assert values("rte_covert", "deny", "stopped", "heard_of", "contradictory") == [1, 1, 1, 1]


def test_not_asked_is_not_silence():
    """The guide asks refugees nothing about the Pact."""
    assert values("pol_pact", "not_asked") == [3]
    assert "refugee migrants: not asked" in ROWS["pol_pact"]["claim"].value


def test_who_speaks_of_it_unasked_is_counted_and_named_so():
    """A migrant who brings up the Pact is one of those who say so, and not one of those who were not asked."""
    row = by_name(findings(material((BEN, [coding(BEN, 2, "pol_pact", assertion="affirmed")]))), "code")["pol_pact"]
    assert (row["say_refugee_migrant"].value, row["not_asked"].value) == (1, 2)
    assert "1 of 3 refugee migrants unasked" in row["claim"].value


def test_without_a_guide_everybody_was_asked():
    """A study that declares no topic guide has nobody who was not asked."""
    row = by_name(findings(material((BEN, []), guide=Guide())), "code")["pol_pact"]
    assert row["not_asked"].value == 0


def test_the_counter_quote_is_a_denial_verbatim_with_its_place():
    """A denial comes before what only stopped, and leads to its words."""
    row = ROWS["rte_covert"]
    assert (row["counter_quote"].value, row["counter_segment"].value) == ("We never hid, no.", "T_RM_1:6")
    assert row["counter_segment"].codings


def test_a_number_names_the_people_it_counts():
    """What may be published of a number is judged by its people."""
    assert ROWS["rte_entry"]["say_refugee_migrant"].people == ("RM_1", "RM_2")


def test_where_it_was_heard():
    """Nationalities and stakeholder groups of those who say so."""
    assert ROWS["rte_entry"]["heard_from"].value == "Albania, NGO, Syria"
