"""Respondents by code."""

from analysis_sample import AMAL, BEN, CODEBOOK, DANA, coding, segments, transcript

from qualcode.analysis.matrix import respondents_by_code

A = transcript("RM_1", ["One.", "Two."], ["Three."])
K = transcript("KII_1", ["One."])
SAID = segments(
    (A, [coding(A, 2, "rte_entry"), coding(A, 3, "rte_entry"), coding(A, 5, "rte_entry"), coding(A, 5, "old_code")]),
    (K, [coding(K, 2, "pol_pact", status="rejected"), coding(K, 2, "rte_covert")]),
)


def test_matrix_counts_mentions():
    """Every respondent has a row and every code a column; rejected and unknown codes do not count."""
    assert respondents_by_code(SAID, (AMAL, BEN, DANA), CODEBOOK).grid() == (
        ("respondent", "rte_entry", "rte_covert", "pol_pact"),
        ("RM_1", 2, 0, 0),
        ("RM_2", 0, 0, 0),
        ("KII_1", 0, 1, 0),
    )


def test_occurrence_is_one_or_nothing():
    """The matrix can be read as who mentions a code at all."""
    assert respondents_by_code(SAID, (AMAL, DANA), CODEBOOK).occurrence().grid() == (
        ("respondent", "rte_entry", "rte_covert", "pol_pact"),
        ("RM_1", 1, 0, 0),
        ("KII_1", 0, 1, 0),
    )
