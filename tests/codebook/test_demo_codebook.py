"""The codebook of the first study loads clean, is complete, and holds its own examples."""

from functools import cache
from pathlib import Path

import pytest

from qualcode.codebook.lint import lint
from qualcode.codebook.load import load_codebook
from qualcode.matching.engine import compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.coding import Coding
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

HARM = ("enf", "sab", "sta", "vio")
"""Themes whose codes say who does what to whom."""

KINDS = ("refugee_migrant", "key_informant")


READ_OTHERWISE = {
    # denied, and counted apart
    "The smugglers never beat us, they were polite.": "negated",
    "Our smuggler did not extort anybody.": "negated",
    "This guide did not lie to us.": "negated",
    "I was not exploited by the smugglers.": "negated",
    "We were not packed in the van like animals, everybody had a seat.": "negated",
    "The Romanian police did not push us back.": "negated",
    "The Serbian police never beat me.": "negated",
    "They did not arrest us.": "negated",
    "In that town the police never stopped us.": "negated",
    "We were not robbed by the mafia, thank God.": "negated",
    "Local people never insulted us.": "negated",
    "Thank God nobody robbed us.": "negated",
    "The police never arrested our smuggler.": "negated",
    "There is no exchange of information between the agencies.": "negated",
    "I have no evidence of corruption in the unit.": "negated",
    # what lacks elsewhere was there
    "We had enough food and water with us.": "negated",
    # over
    "They stopped pushing people back since the commission came.": "ceased",
    "The police no longer beat people there.": "ceased",
    # feared, risked, possible
    "I was afraid that the guide would hit me.": "hypothetical",
    "We were scared that they would send us back to Bulgaria.": "hypothetical",
    "We were afraid that the border guards would shoot at us.": "hypothetical",
    "We were afraid that the police would deport us.": "hypothetical",
    "He risks to be readmitted to Serbia under the agreement.": "hypothetical",
    "Everybody is afraid that bandits will attack the group.": "hypothetical",
    "Women are afraid of being raped on the way.": "hypothetical",
    "Under the agreement with Italy people would be held in centres on our soil.": "hypothetical",
    "Without some officers looking the other way, no truck would pass.": "hypothetical",
    "With every chapter they open, the ministry must show more returns.": "hypothetical",
    "I wanted a better future for my children.": "hypothetical",
    "There are more and more accidents with overcrowded vans that try to escape from the police.": "hypothetical",
    "He went to the police to report the robbery and they told him to come tomorrow.": "hypothetical",
    "If there were a legal way, nobody would pay a smuggler.": "hypothetical",
    "Europe should open safe and legal routes, for instance for seasonal work.": "hypothetical",
    # denied or over, beside what lacks
    "No, the EU did not fund the new jeeps.": "negated",
    "There was no pressure from the EU, it was our own decision.": "negated",
    "The police of the two countries do not talk to each other.": "negated",
    "No officer has ever been held accountable for the violence.": "negated",
    "Since the change of the visa list hardly any Tunisian comes this way.": "negated",
    "Indians no longer get a visa on arrival.": "ceased",
    "There are no more patrols at the border than before.": "ceased",
}
"""Examples whose code is found with a reading that does not count, and with which."""

WHO_DID_WHAT = {
    # the same words, and who does it to whom
    "The police arrested the smugglers.": {"enf_anti_smuggling_ops state affirmed"},
    "The police arrested us and the smugglers ran away.": {"sta_detention_penalties state affirmed"},
    "The smugglers arrested by the police had beaten my cousin.": {
        "enf_anti_smuggling_ops state affirmed",
        "sab_violence_coercion smuggler affirmed",
    },
    "The police beat the smuggler.": {"enf_anti_smuggling_ops state affirmed"},
    "The smuggler beat us.": {"sab_violence_coercion smuggler affirmed"},
    "The smuggler was beaten by the police.": {"enf_anti_smuggling_ops state affirmed"},
    "We were beaten by the smuggler.": {"sab_violence_coercion smuggler affirmed"},
    "The guard who beat me was drunk.": {"sta_violence state affirmed"},
    "The police asked the smuggler who beat us where he lives.": {"sab_violence_coercion smuggler affirmed"},
    "Police and smugglers beat people.": {"sab_violence_coercion smuggler affirmed", "sta_violence state affirmed"},
    "It was not the police but the smugglers who robbed us.": {"sab_extortion_ransom smuggler affirmed"},
    "The driver was sentenced to three years.": {"enf_anti_smuggling_ops unknown affirmed"},
    "We lied to the police.": set(),
    "The agent lied to us.": {"sab_deception smuggler affirmed"},
    "The smugglers brought us back to Serbia.": set(),
    "The police pushed us back to Serbia.": {"sta_pushback state affirmed"},
    "I was pushed back to Serbia.": {"sta_pushback unknown affirmed"},
    "Our phones were taken by the police and our money was stolen by thieves.": {
        "sta_violence state affirmed",
        "vio_gang_robbery gang affirmed",
    },
    # one deed, several doers
    "The police took our phones.": {"sta_violence state affirmed"},
    "The thieves took our phones.": {"vio_gang_robbery gang affirmed"},
    "The smuggler took our phones.": {"sab_extortion_ransom smuggler affirmed"},
    "The taxi driver took our phones.": {"vio_local_hostility local affirmed"},
    "Somebody took my phone at night.": {"vio_unspecified unknown affirmed"},
    "The smugglers kidnapped my brother.": {"sab_extortion_ransom smuggler affirmed"},
    "The mafia kidnapped my brother.": {"vio_gang_robbery gang affirmed"},
    "My brother was kidnapped.": {"vio_unspecified unknown affirmed"},
    "Villagers attacked us with stones.": {"vio_local_hostility local affirmed"},
    "The police protected us from the villagers.": set(),
    "The police broke his arm.": {"sta_violence state affirmed"},
    "He broke his arm in the mountains.": set(),
    # named before, named after, not named
    "They beat us in the forest.": {"vio_unspecified unknown affirmed"},
    "They beat us, the smugglers.": {"sab_violence_coercion smuggler affirmed"},
    "They beat us, the police.": {"sta_violence state affirmed"},
    "We met the police at the river. They beat us.": {"sta_violence state affirmed"},
    # what somebody says of another
    "The smuggler said that the police beat people.": {"sta_violence state affirmed"},
    "The police said that the smugglers beat people.": {"sab_violence_coercion smuggler affirmed"},
    # denied, feared, conditional, over, threatened
    "The smugglers never beat us.": {"sab_violence_coercion smuggler negated"},
    "The police never beat us.": {"sta_violence state negated"},
    "The villagers did not attack us.": {"vio_local_hostility local negated"},
    "I was afraid that the police would beat me.": {"sta_violence state hypothetical"},
    "If you complain, the guide beats you.": {"sab_violence_coercion smuggler hypothetical"},
    "The police used to push people back.": {"sta_pushback state ceased"},
    "The smuggler threatened to kill my son.": {
        "sab_violence_coercion smuggler affirmed",
        "sab_violence_coercion smuggler hypothetical",
    },
    # as interpreters say it
    "Police catch us, beat very hard, and take phone.": {"sta_violence state affirmed"},
    "Smugglers they lock us in house and want more money.": {
        "sab_extortion_ransom smuggler affirmed",
        "sab_violence_coercion smuggler affirmed",
    },
}
"""What a migrant says, with the codes of harm and of enforcement, each with its agent and assertion."""


@cache
def _loaded() -> tuple[Codebook, tuple[Problem, ...]]:
    return load_codebook(FOLDER)


@cache
def _coded(kind: str) -> dict[str, list[Coding]]:
    """Every sentence that this module tries, with the codings it gets where this type of respondent says it."""
    said = [sentence for code in _loaded()[0].codes() for sentence in (*code.examples, *code.counterexamples)]
    tried = list(dict.fromkeys([*said, *WHO_DID_WHAT]))
    text, turns, segments = "", [], []
    for number, words in enumerate(tried, 1):
        start = len(text)
        turns.append(Turn(number, "R", Role.RESPONDENT, Span(start, start + len(words)), respondent="R1"))
        for span in sentences(words):
            segments.append(Segment(len(segments) + 1, number, Span(start + span.start, start + span.end)))
        text += words + "\n"
    transcript = Transcript("R1", text, tuple(turns), tuple(segments), "R1.txt", "")
    found: dict[str, list[Coding]] = {words: [] for words in tried}
    for coding in compile_codebook(_loaded()[0]).code(transcript, types={"R1": kind}):
        found[tried[coding.turn - 1]].append(coding)
    return found


def _readings(code: str, sentence: str) -> set[str]:
    """How a code is found on a sentence of a migrant or, failing that, of a key informant."""
    spoken = (_coded(kind)[sentence] for kind in KINDS)
    found = ({coding.assertion for coding in codings if coding.code == code} for codings in spoken)
    return next(filter(None, found), set())


def _cases(field: str) -> list[object]:
    return [
        pytest.param(code, sentence, id=f"{code.id}-{number}")
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
    """A negation affirms codes whose subject is a lack; the Pact counts expectations, too."""
    codes = list(_loaded()[0].codes())
    lacks = {"enf_limits", "jrn_basic_needs", "prt_protection_gap", "prt_assistance_limits", "prt_legal_pathways"}
    assert {code.id for code in codes if code.absence} == lacks | {"mig_data_limits"}
    assert {code.id: code.counts for code in codes if code.counts != ("affirmed",)} == {
        "pol_eu_pact": ("affirmed", "hypothetical")
    }


@pytest.mark.parametrize("code", [one for one in _loaded()[0].codes() if one.theme in HARM], ids=lambda code: code.id)
def test_a_code_of_harm_shows_it_in_many_ways(code):
    """Codes that are told apart by who does what have six examples and four counterexamples at the least."""
    assert (len(code.examples) >= 6, len(code.counterexamples) >= 4) == (True, True)


@pytest.mark.parametrize(("code", "sentence"), _cases("examples"))
def test_an_example_gets_its_code(code, sentence):
    """What a code gives as an example its rules find, with a reading that counts unless it is one of the others."""
    wanted = {READ_OTHERWISE[sentence]} if sentence in READ_OTHERWISE else set(code.counts)
    assert _readings(code.id, sentence) & wanted


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("code", "sentence"), _cases("counterexamples"))
def test_a_counterexample_does_not_get_the_code(code, sentence, kind):
    """What a code gives as a counterexample its rules leave alone, whoever says it."""
    assert code.id not in {coding.code for coding in _coded(kind)[sentence]}


@pytest.mark.parametrize("sentence", WHO_DID_WHAT)
def test_harm_is_told_apart_by_who_did_it(sentence):
    """A sentence gets the codes of whoever acts in it, and no other code of harm or of enforcement."""
    found = {
        f"{coding.code} {coding.agent} {coding.assertion}"
        for coding in _coded("refugee_migrant")[sentence]
        if coding.theme in HARM
    }
    assert found == WHO_DID_WHAT[sentence]


def test_the_sentences_read_otherwise_are_examples():
    """No sentence stands among those read otherwise that is no example of the codebook."""
    examples = {sentence for code in _loaded()[0].codes() for sentence in code.examples}
    assert set(READ_OTHERWISE) - examples == set()
