"""The codebook of the first study loads clean, is complete, and holds its own examples."""

from functools import cache
from pathlib import Path

import pytest

from qualcode.codebook.lint import lint
from qualcode.codebook.load import load_codebook
from qualcode.matching.engine import Matcher, compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.problem import Problem, Severity
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import sentences

FOLDER = Path(__file__).parents[2] / "codebook"
CODES = {
    "pol": ("pol_eu_funding", "pol_eu_pressure", "pol_eu_pact", "pol_visa_air"),
    "enf": (
        "enf_border_control",
        "enf_anti_smuggling_ops",
        "enf_cooperation",
        "enf_gains",
        "enf_limits",
        "enf_corruption",
    ),
    "mig": (
        "mig_volume",
        "mig_profile",
        "mig_data_limits",
        "drv_conflict_persecution",
        "drv_economic",
        "drv_host_precarity",
    ),
    "rte": ("rte_entry_transit", "rte_diversion", "rte_bosnia_shift", "rte_covert_risky"),
    "smg": ("smg_adaptation", "smg_technology", "smg_distancing", "smg_fees_terms", "smg_reliance"),
    "sab": (
        "sab_violence_coercion",
        "sab_extortion_ransom",
        "sab_deception",
        "sab_exploitation_debt",
        "sab_dangerous_transport",
    ),
    "sta": ("sta_pushback", "sta_violence", "sta_detention_penalties", "sta_policing_presence"),
    "vio": ("vio_gang_robbery", "vio_local_hostility", "vio_unspecified"),
    "jrn": ("jrn_terrain_environment", "jrn_basic_needs", "jrn_wellbeing_coping"),
    "prt": (
        "prt_protection_gap",
        "prt_assistance_limits",
        "prt_reception_conditions",
        "prt_asylum_justice",
        "prt_legal_pathways",
    ),
}
"""Themes and codes of the study, in its order."""


@cache
def _loaded() -> tuple[Codebook, tuple[Problem, ...]]:
    return load_codebook(FOLDER)


@cache
def _matcher() -> Matcher:
    return compile_codebook(_loaded()[0])


def _codes_on(words: str) -> set[str]:
    """The codes on `words`, said by one respondent in one turn."""
    turn = Turn(1, "R", Role.RESPONDENT, Span(0, len(words)), respondent="R1")
    segments = tuple(Segment(number, 1, span) for number, span in enumerate(sentences(words), 1))
    transcript = Transcript("R1", words, (turn,), segments, "R1.txt", "")
    return {coding.code for coding in _matcher().code(transcript)}


def _cases(field: str) -> list[object]:
    return [
        pytest.param(code.id, sentence, id=f"{code.id}-{number}")
        for code in _loaded()[0].codes()
        for number, sentence in enumerate(getattr(code, field), 1)
    ]


def test_the_demo_codebook_loads_without_a_problem():
    """Nothing in the shipped codebook is an error or a warning."""
    codebook, problems = _loaded()
    assert problems == ()
    assert [problem for problem in lint(codebook) if problem.severity is not Severity.NOTE] == []


def test_the_demo_codebook_has_the_themes_and_codes_of_the_study():
    """All ten themes and forty-five codes are there, in the order of the study."""
    found = {theme.id: tuple(code.id for code in theme.codes) for theme in _loaded()[0].themes}
    assert found == CODES
    assert (len(found), sum(map(len, found.values()))) == (10, 45)


@pytest.mark.parametrize("code", list(_loaded()[0].codes()), ids=lambda code: code.id)
def test_a_code_says_what_it_means_and_shows_it(code):
    """Every code has its texts, at least three examples and at least two counterexamples."""
    assert all((code.name, code.definition, code.use, code.avoid))
    assert (len(code.examples) >= 3, len(code.counterexamples) >= 2) == (True, True)


def test_harm_names_its_perpetrator():
    """The codes of harm say who did it, and no other code does."""
    expected = dict.fromkeys(CODES["sab"], "smuggler") | dict.fromkeys(CODES["sta"], "state")
    expected |= {"vio_gang_robbery": "gang", "vio_local_hostility": "local", "vio_unspecified": "unknown"}
    assert {code.id: code.perpetrator for code in _loaded()[0].codes() if code.perpetrator} == expected


def test_codes_about_a_lack_or_an_expectation_say_so():
    """A negation affirms the codes whose subject is a lack, and the Pact counts what is expected of it."""
    codes = list(_loaded()[0].codes())
    lacks = {"enf_limits", "jrn_basic_needs", "prt_protection_gap", "prt_assistance_limits", "prt_legal_pathways"}
    assert {code.id for code in codes if code.absence} == lacks
    assert {code.id: code.counts for code in codes if code.counts != ("affirmed",)} == {
        "pol_eu_pact": ("affirmed", "hypothetical")
    }


@pytest.mark.parametrize(("code", "sentence"), _cases("examples"))
def test_an_example_gets_its_code(code, sentence):
    """What a code gives as an example, its rules find."""
    assert code in _codes_on(sentence)


@pytest.mark.parametrize(("code", "sentence"), _cases("counterexamples"))
def test_a_counterexample_does_not_get_the_code(code, sentence):
    """What a code gives as a counterexample, its rules leave alone."""
    assert code not in _codes_on(sentence)
