"""How a study was done: only what its facts tell."""

from listing_sample import material, spoken

from qualcode.analysis.method import NOT_RECORDED, Facts, method, paragraph

FACTS = Facts(("2024-06-07", "2025-01-02"), ("en",), 3, 812, 1, ("1", "2"), 2)


def items(facts=FACTS, found=None):
    """(guideline, number) to what the study knows."""
    return {(row[0].value, row[1].value): row[3].value for row in method(found or spoken(), facts).rows}


def test_both_guidelines_are_whole():
    """32 and 21 items, each once."""
    known = items()
    assert sum(guideline == "COREQ" for guideline, _ in known) == 32
    assert sum(guideline == "SRQR" for guideline, _ in known) == 21


def test_facts_fill_what_they_can():
    """Sample, dates, guide, rounds, words, coders, software."""
    known = items()
    assert known["COREQ", "12"] == "4 respondents (3 refugee migrant, 1 key informant)."
    assert known["COREQ", "13"] == "1 withdrew their consent; refusals are not recorded."
    assert known["COREQ", "17"] == "A topic guide of 2 topics (study.yaml)."
    assert known["COREQ", "18"] == "Rounds: 1, 2."
    assert known["COREQ", "21"] == "812 words of respondents in 3 transcripts; minutes are not recorded."
    assert known["COREQ", "24"] == "Rules alone; no person has coded yet."
    assert known["SRQR", "10"] == "Interviews were held from 2024-06-07 to 2025-01-02. Transcripts are in en."
    assert known["SRQR", "15"] == "A person has reviewed 0 of 7 codings."


def test_what_nobody_recorded_is_not_invented():
    """Who interviewed, ethics, funding; and all that facts would tell where there are none."""
    known = items()
    assert {known["COREQ", "1"], known["COREQ", "22"], known["SRQR", "9"], known["SRQR", "21"]} == {NOT_RECORDED}
    bare = items(Facts(), material())
    assert {bare["COREQ", "13"], bare["COREQ", "17"], bare["COREQ", "21"], bare["SRQR", "10"]} == {NOT_RECORDED}


def test_the_paragraph_says_it_in_sentences():
    """From the sample to the review, without a gap where something is not known."""
    said = paragraph(spoken(), Facts())
    assert said.startswith(
        "4 respondents (3 refugee migrant, 1 key informant). The codebook Journeys, version 1.0 (2 themes"
    )
    assert said.endswith("A person has reviewed 0 of 7 codings.")
    assert "  " not in said
