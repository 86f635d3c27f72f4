"""The four axes of an assertion, on tables of sentences by construct."""

import pytest
from assertion_tables import all_cases, read, value_of

from qualcode.matching.assertion import Assertion, Cue


@pytest.mark.parametrize("case", [case for case in all_cases() if not case.wrong], ids=lambda case: case.starred)
def test_reads_the_axis_as_the_table_says(case):
    """Every sentence of the tables is read with the value that stands beside it."""
    assert value_of(case) == case.value


@pytest.mark.parametrize("case", [case for case in all_cases() if case.wrong], ids=lambda case: case.starred)
@pytest.mark.xfail(reason="the parser does not understand the sentence, or the construct is not read")
def test_known_misreadings(case):
    """Sentences that are read wrongly are kept, so that it is noticed when they come right."""
    assert value_of(case) == case.value


@pytest.mark.parametrize(
    ("starred", "axis", "cue"),
    [
        ("They did not *beat* us.", "polarity", "not"),
        ("Nobody *beat* us.", "polarity", "Nobody"),
        ("They refused to *help* us.", "polarity", "refused"),
        ("They don't *beat* us anymore.", "polarity", "n't beat us anymore"),
        ("Maybe they *beat* us.", "modality", "Maybe"),
        ("If we go they *beat* us.", "modality", "If"),
        ("They threatened to *kill* us.", "modality", "threatened"),
        ("Did they *beat* you?", "modality", "?"),
        ("I heard that they *beat* people.", "source", "heard"),
        ("They *beat* my brother.", "experiencer", "my brother"),
        ("They *beat* us.", "experiencer", "us"),
    ],
)
def test_keeps_the_words_that_decided_an_axis(starred, axis, cue):
    """The cue of an axis spans the words that decided it."""
    found = next(one for one in read(starred).cues if one.axis == axis)
    assert starred.replace("*", "")[found.start : found.end] == cue


def test_one_clause_affirms_and_its_neighbour_negates():
    """Scope is the clause: a robbery affirmed and a beating negated stand in one sentence."""
    robbed = read("They *took* our phones but did not beat us.")
    beaten = read("They took our phones but did not *beat* us.")
    assert (robbed.reading, beaten.reading) == ("affirmed", "negated")


def test_an_unmarked_assertion_has_no_cues():
    """Defaults need no cue."""
    assert read("There is *violence* here.") == Assertion()


def test_a_cue_inside_the_matched_words_does_not_count():
    """A term "no success" is affirmed by its own words."""
    assert read("They had *no success*.").polarity == "affirmed"
    assert read("They had no *success*.").polarity == "negated"


def test_the_main_verb_is_read_when_anchors_lie_in_several_clauses():
    """Of several anchors the highest verb decides."""
    assert read("They *beat* us because we had no *money*.").polarity == "affirmed"


def test_an_experiencer_stretch_is_read_from_its_own_words():
    """Where a rule knows the target, its words decide and are the cue."""
    from assertion_tables import starred_words

    from qualcode.matching.assertion import read_assertion

    tree, words = starred_words("They *beat* him and took our phones.")
    found = read_assertion(tree, words, experiencer=(10, 13))
    assert found == Assertion(experiencer="other", cues=(Cue("experiencer", 10, 13),))


@pytest.mark.parametrize(
    ("target", "kind"),
    [("us", "self"), ("my brother", "kin"), ("him", "other"), ("two Afghan boys", "other"), ("people", "generic"),
     ("migrants", "other"), ("our children", "kin"), ("my friend", "other"), ("me and my wife", "self"),
     ("you", "generic"), ("our group", "self"), ("women and children", "other"), ("the US army", "other")],
)  # fmt: skip
def test_kinds_of_experiencers_in_a_stretch(target, kind):
    """Self, kin, other and generic are told apart by the words of the target alone."""
    from assertion_tables import starred_words

    from qualcode.matching.assertion import read_assertion

    tree, words = starred_words(f"They *beat* {target} there.")
    assert read_assertion(tree, words, experiencer=(10, 10 + len(target))).experiencer == kind
