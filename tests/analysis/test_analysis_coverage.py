"""Coverage: what each code holds, and whose speech is coded."""

from analysis_sample import coding
from listing_sample import AMAL, by_name, material, spoken

from qualcode.analysis.coverage import Said, coverage, speech


def test_a_code_without_data_is_marked():
    """Nobody speaks of the Pact; one respondent hid, and another heard of it."""
    rows = by_name(coverage(spoken()), "code")
    assert (rows["pol_pact"]["respondents"].value, rows["pol_pact"]["remark"].value) == (0, "no data")
    assert (rows["rte_entry"]["respondents"].value, rows["rte_entry"]["segments"].value) == (3, 3)
    assert (rows["rte_covert"]["respondents"].value, rows["rte_covert"]["segments"].value) == (2, 2)


def test_shares_are_of_what_a_person_decided():
    """One of two suggestions that somebody decided on was rejected; it is not counted as data."""
    codings = [
        coding(AMAL, 2, "rte_entry", assertion="affirmed", status="accepted"),
        coding(AMAL, 3, "rte_entry", assertion="affirmed", status="rejected"),
        coding(AMAL, 4, "rte_entry", assertion="affirmed"),
    ]
    row = by_name(coverage(material((AMAL, codings))), "code")["rte_entry"]
    assert [row[name].value for name in ("segments", "reviewed", "accepted", "rejected", "remark")] == [
        2,
        2,
        "1 of 2",
        "1 of 2",
        "one respondent only",
    ]


def test_speech_is_coded_by_words_of_sentences():
    """Amal says 4 + 5 + 3 + 4 words, of which the third sentence has no code: 13 of 16; a stranger is left out."""
    said = [Said("T_RM_1", at, "RM_1", words) for at, words in ((2, 4), (3, 5), (4, 3), (6, 4))]
    rows = by_name(speech(spoken(), [*said, Said("T_X", 1, "X", 9)]), "group")
    assert [one.value for one in rows["T_RM_1"].values()] == ["transcript", "T_RM_1", 1, 16, 13, "81 %"]
    assert rows["all"]["words"].value == 16
    assert rows["Syria"]["share"].value == "81 %"
