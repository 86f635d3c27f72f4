"""The coded passages hold what they promise, and what is counted on them is counted right."""

import re
from functools import cache
from pathlib import Path

import pytest
from coded_reading import code_quotations, keywords_only, one_turn, transcripts_of
from coded_tables import (
    HARMS,
    Coded,
    codes,
    kappa,
    mistakes,
    overview,
    right_agents,
    right_perpetrators,
    right_readings,
    theme_table,
    themes,
)
from coded_units import INTERVIEWS, QUOTED, GivenCode, Unit, read_coded_interviews, read_quotations
from gold_scores import Counts, together

from qualcode.codebook import load_codebook
from qualcode.matching import compile_codebook
from qualcode.model.transcript import Role
from qualcode.workflow.demo import sample

READINGS = {"affirmed", "negated", "ceased", "hypothetical", "asked"}
AGENTS = {"smuggler", "state", "gang", "local", "unknown", "other", ""}
PASSES = ("first", "second", "agreed")
QUOTATIONS = [unit for name in QUOTED for unit in read_quotations(name)]

HIT = GivenCode("sab_violence_coercion", "affirmed", "smuggler")
TAKEN = GivenCode("sta_violence", "negated", "state")
PRICE = GivenCode("smg_fees_terms", "affirmed")
FOUND = Coded(
    "rules",
    (Unit("a", "He hit us.", (HIT, PRICE)), Unit("b", "They did not.", (TAKEN,)), Unit("c", "Yes.", ())),
    (
        frozenset({GivenCode("sab_violence_coercion", "negated", "state")}),
        frozenset({TAKEN, PRICE}),
        frozenset({GivenCode("drv_economic")}),
    ),
)


@cache
def shipped():
    """The shipped codebook."""
    return load_codebook(sample()[0])[0]


def test_every_code_of_a_quotation_is_one_of_the_study():
    """Ids, readings and agents are those that there are; only a harm has an agent."""
    known = {code.id for code in shipped().codes()}
    given = [one for unit in QUOTATIONS for one in unit.codes]
    assert {one.code for one in given} == known
    assert ({one.reading for one in given} - READINGS, {one.agent for one in given} - AGENTS) == (set(), set())
    assert {one.theme for one in given if one.agent} == set(HARMS)


def test_no_quotation_stands_in_two_sets():
    """What is unseen is unseen."""
    assert len({unit.text for unit in QUOTATIONS}) == len(QUOTATIONS) > 800


@pytest.mark.parametrize("pass_", PASSES)
def test_coded_sentences_are_a_respondents_and_begin_as_noted(pass_):
    """The numbers of a coded interview are those of the sample, and only respondents' sentences have codes."""
    transcripts, _ = transcripts_of(read_coded_interviews(pass_))
    wrong = []
    for transcript in transcripts:
        turns = {turn.number: turn for turn in transcript.turns}
        segments = {segment.number: segment for segment in transcript.segments}
        for number, beginning in _noted(INTERVIEWS / pass_ / f"{transcript.id}.yaml"):
            segment = segments[number]
            said = segment.span.of(transcript.text).startswith(beginning)
            if not said or turns[segment.turn].role is Role.INTERVIEWER:
                wrong.append(f"{transcript.id}:{number}")
    assert (wrong, len(transcripts)) == ([], 10)


def test_the_agreed_version_has_what_both_gave():
    """Nothing that both passes gave is missing, and nothing is added that neither gave."""
    first, second, agreed = map(read_coded_interviews, PASSES)
    for transcript, by_segment in agreed.items():
        numbers = {*first[transcript], *second[transcript], *by_segment}
        for number in numbers:
            one, other = (set(given[transcript].get(number, ())) for given in (first, second))
            assert one & other <= set(by_segment.get(number, ())) <= one | other


def _noted(path: Path):
    """The numbers of a coded interview with the words noted behind them."""
    for line in path.read_text("utf-8").splitlines():
        found = re.fullmatch(r"  (\d+): \[.*\]  # (.*)", line)
        if found:
            yield int(found[1]), found[2]


def test_themes_and_codes_are_counted_by_passage():
    """A code with another reading or agent is the same code; a theme counts once."""
    assert together(themes(FOUND)) == Counts(right=2, found=4, gold=3)
    assert together(codes(FOUND)) == Counts(right=2, found=4, gold=3)


def test_agents_and_readings_are_judged_on_what_both_gave():
    """The driver's blow has the wrong agent and reading, the denied one is right."""
    assert (right_agents(FOUND), right_perpetrators(FOUND)) == ([False, True], [False, True])
    assert right_readings(FOUND) == [False, True]


def test_mistakes_name_what_was_missed_and_what_was_wrong():
    """One line and the words for each passage that differs."""
    assert mistakes(FOUND).splitlines() == [
        "- a: missed smg_fees_terms; wrong –",
        "  He hit us.",
        "- b: missed –; wrong smg_fees_terms",
        "  They did not.",
        "- c: missed –; wrong drv_economic",
        "  Yes.",
    ]


def test_tables_show_the_figures():
    """Precision, recall and F1 stand where the head says."""
    assert "| rules | 3 | 0.50 | 0.67 | 0.57" in overview([FOUND])
    assert "| sab | 1 | 1.00 | 1.00 | 1.00 |" in theme_table([FOUND])


def test_kappa():
    """As in the worked example of Cohen (1960) in its simplest form: 70 % observed, 50 % expected."""
    first = [True] * 25 + [False] * 25
    second = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    assert kappa(first, second) == pytest.approx(0.4)
    assert kappa([False, False], [False, False]) is None


def test_keywords_alone_have_no_rule_but_words():
    """The same codes, with the words of an event's action among their keywords, and no veto."""
    codebook = keywords_only(shipped())
    assert [code.id for code in codebook.codes()] == [code.id for code in shipped().codes()]
    assert not any(code.unless.terms for code in codebook.codes())
    found = compile_codebook(codebook).code(one_turn("T", "The police arrested the men who beat them."))
    assert {"sab_violence_coercion", "sta_violence"} <= {coding.code for coding in found}


def test_a_quotation_is_coded_as_a_turn_of_its_speaker():
    """The speaker's type decides whose "us" it is."""
    unit = Unit("q", "The police beat us.", (), "refugee_migrant")
    (found,) = code_quotations([unit], shipped())
    assert GivenCode("sta_violence", "affirmed", "state") in found
