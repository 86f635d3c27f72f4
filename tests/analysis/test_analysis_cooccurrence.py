"""Codes spoken of together."""

from analysis_sample import CODEBOOK, RESPONDENTS, coding, segments, transcript

from qualcode.analysis.cooccurrence import cooccurrence
from qualcode.model.coded import Material
from qualcode.model.coding import Run

RUN = Run("Journeys", "1.0", "ab", "1", "", 2, 4)
AMAL = transcript("RM_1", ["We hid.", "We came in by night."], ["They talk of the Pact."])
BEN = transcript("RM_2", ["We came in."])


def made(*pairs):
    """The listing of what is coded, and its rows by the two codes."""
    listing = cooccurrence(Material("A study", CODEBOOK, RUN, RESPONDENTS, segments(*pairs)))
    return listing, {(row[0].value, row[2].value): row for row in listing.rows}


def test_a_sentence_a_turn_and_a_transcript_are_counted_apart():
    """Two codes on neighbouring sentences share the turn and the transcript, and no sentence."""
    _, rows = made((AMAL, [coding(AMAL, 2, "rte_entry"), coding(AMAL, 3, "rte_covert")]))
    assert [figure.value for figure in rows["rte_entry", "rte_covert"][4:]] == [0, 1, 1, 1]


def test_codes_of_two_turns_have_no_row():
    """What is only said in one transcript is not said together."""
    listing, _ = made((AMAL, [coding(AMAL, 2, "rte_entry"), coding(AMAL, 5, "pol_pact")]))
    assert not listing.rows


def test_a_number_leads_to_the_codings_of_both_codes():
    """The codings behind a number are those in the shared places, and the respondents who said them."""
    found = [coding(AMAL, 2, "rte_entry"), coding(AMAL, 2, "rte_covert")]
    _, rows = made((AMAL, found), (BEN, [coding(BEN, 2, "rte_entry")]))
    row = rows["rte_entry", "rte_covert"]
    assert row[4].codings == (0, 1)
    assert row[7].people == ("RM_1",)


def test_what_tables_do_not_count_is_not_counted_here():
    """A denied coding shares no sentence."""
    _, rows = made((AMAL, [coding(AMAL, 2, "rte_entry", assertion="negated"), coding(AMAL, 2, "rte_covert")]))
    assert not rows
