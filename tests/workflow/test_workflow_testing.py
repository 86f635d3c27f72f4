"""A codebook tried on its own examples and counterexamples."""

import pytest

from qualcode.errors import MisuseError
from qualcode.workflow.testing import Verdict, try_codebook

CODEBOOK = """
codebook: Roads
version: "1"
actors:
  migrant: {terms: [migrant], first_person: [refugee_migrant]}
  state: {terms: [police, soldier]}
actions:
  violence: {verbs: [beat, hit]}
themes:
  - id: sta
    name: Authorities
    codes:
      - id: sta_violence
        name: Violence
        definition: Police hit migrants.
        examples:
          - The police beat us.
          - They never hit us, the police.
          - The police shouted.
        counterexamples:
          - We beat the drum.
          - The soldiers hit me.
        rules: [{event: {action: violence, agent: state, target: migrant}}]
      - id: sta_limits
        name: Limits
        definition: What key informants say about limits.
        speakers: [key_informant]
        counts: [affirmed, negated]
        examples: [We do not have staff.]
        rules: [{any: [staff]}]
  - id: rte
    name: Routes
    codes:
      - id: rte_river
        name: River
        definition: Crossing a river.
        examples: [""]
        rules: [{any: [river]}]
      - id: rte_hand
        name: By hand
        definition: Coded by people.
        examples: [We walked.]
        manual: true
"""


@pytest.fixture
def path(tmp_path):
    """The codebook as a file."""
    file = tmp_path / "roads.yaml"
    file.write_text(CODEBOOK, encoding="utf-8")
    return file


def verdicts(report):
    """How every sentence came out."""
    return {trial.sentence.text: trial.verdict.value for trial in report.trials}


def of(report, text):
    """The trial of a sentence."""
    (trial,) = [one for one in report.trials if one.sentence.text == text]
    return trial


def test_every_sentence_has_a_verdict(path):
    """Examples must be coded, counterexamples must not; one that is read as negated is told apart."""
    assert verdicts(try_codebook(path)) == {
        "The police beat us.": "passed",
        "They never hit us, the police.": "apart",
        "The police shouted.": "failed",
        "We beat the drum.": "passed",
        "The soldiers hit me.": "failed",
        "We do not have staff.": "passed",
    }


def test_codes_without_an_example_are_named(path):
    """A code with rules and no example is untested; one for people only is not asked for any."""
    assert [code.id for code in try_codebook(path).untested] == ["rte_river"]


def test_every_sentence_knows_its_place(path):
    """File and line of an example are those of the sentence itself."""
    where = of(try_codebook(path), "The soldiers hit me.").sentence.where
    assert (where.file, where.line) == ("roads.yaml", 22)


def test_an_example_that_failed_knows_the_nearest_rule(path):
    """What the nearest rule lacked is told."""
    trial = of(try_codebook(path), "The police shouted.")
    assert trial.nearest is not None
    assert trial.nearest.failed == "no word of action:violence stands in the sentence"


def test_a_counterexample_that_failed_knows_what_coded_it(path):
    """The rule and its words are told."""
    coding = of(try_codebook(path), "The soldiers hit me.").coding
    assert coding is not None
    assert coding.matched == "soldiers hit me"


def test_an_example_of_limited_speakers_is_said_by_them(path):
    """A code's own speakers say its sentences, and what its `counts` allows passes."""
    trial = of(try_codebook(path), "We do not have staff.")
    assert (trial.speaker, trial.verdict) == ("key_informant", Verdict.PASSED)


def test_we_is_who_the_codebook_says(path):
    """The first speaker tried is the one whose `we` an actor has."""
    assert of(try_codebook(path), "The police beat us.").speaker == "refugee_migrant"


def test_what_was_coded_instead_is_known(tmp_path):
    """The codes that a failed example got are told."""
    file = tmp_path / "instead.yaml"
    file.write_text(CODEBOOK.replace("[We do not have staff.]", "[The river.]"), encoding="utf-8")
    trial = of(try_codebook(file), "The river.")
    assert (trial.verdict, [one.code for one in trial.others]) == (Verdict.FAILED, ["rte_river"])


CHOICES = [
    (["sta_limits"], 1),
    (["STA_LIMITS"], 1),
    (["sta"], 6),
    (["sta_*"], 6),
    (["police"], 3),
    (["the soldiers", "sta_limits"], 2),
]


@pytest.mark.parametrize(("names", "number"), CHOICES)
def test_codes_themes_and_words_select(path, names, number):
    """Ids, ids with a star, and words of a sentence choose what is tried."""
    assert len(try_codebook(path, names).trials) == number


def test_a_selection_names_no_code_it_did_not_choose(path):
    """Codes without examples are named where everything is tried, or where they are chosen."""
    assert try_codebook(path, ["sta_limits"]).untested == ()


def test_a_name_that_selects_nothing_is_misuse(path):
    """What selects nothing is refused with the nearest name."""
    with pytest.raises(MisuseError) as caught:
        try_codebook(path, ["sta_violance"])
    assert str(caught.value) == (
        'no code, theme or example has the name or the words "sta_violance". Did you mean "sta_violence"?\n'
        "Try: a code, a theme, or words of an example; qualcode codebook test alone tries them all"
    )
