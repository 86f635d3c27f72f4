"""What may be said without a parse: never anything that the parse would contradict."""

import pytest
from assertion_tables import all_cases, tree_of
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.matching.assertion import CUE_FORMS, Assertion, Cue, assertion_without_parse, read_assertion
from qualcode.text import tokens

STARTS = ["The police", "They", "We", "My brother", "Some people", "The guide", "He", "In the camp they"]
VERBS = ["beat", "took", "was beaten by", "went to", "sent to", "gave", "hit and robbed", "had", "live near", "kept"]
OBJECTS = ["us", "him", "my phone", "people", "the US army", "Serbia", "the boys", "food", "their tents", "me", "work"]
ENDS = ["", " in the forest", " and we ran", " to the border", " to cross", " last year", ", not me", " with water",
        " (he sighs, not sure)", " every day", " up", " all the time", " as they could've", "!", " - no"]  # fmt: skip


def forms_of(text: str) -> list[str]:
    """The words as the engine hands them over."""
    return [token.form for token in tokens(text)]


def contradictions(text: str) -> list[Assertion]:
    """What a parse reads otherwise, for every word as anchor, matched or not, with and without absence."""
    tree, found = tree_of(text), []
    for absence in (False, True):
        plain = assertion_without_parse(text, forms_of(text), absence=absence)
        for at in range(len(tree)) if plain is not None else ():
            for matched in (frozenset(), frozenset((at,)), frozenset(range(len(tree)))):
                read = read_assertion(tree, (at,), matched=matched, absence=absence)
                found += [read] if read != plain else []
    return found


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.starred)
def test_no_sentence_of_the_tables_is_read_otherwise_with_a_parse(case):
    """A value given without a parse equals the one with it, whatever the anchor."""
    assert contradictions(case.text) == []


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from(ENDS))
def test_no_made_sentence_is_read_otherwise_with_a_parse(start, verb, thing, end):
    """The law holds for sentences put together at random."""
    assert contradictions(f"{start} {verb} {thing}{end}.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police caught us near the river.", Assertion(experiencer="self", cues=(Cue("experiencer", 18, 20),))),
        ("They took our phones.", Assertion(experiencer="self", cues=(Cue("experiencer", 10, 13),))),
        ("There is violence in that forest.", Assertion()),
        ("The driver brought people to Serbia.", Assertion()),
    ],
)
def test_plain_statements_need_no_parse(text, expected):
    """A statement without a cue about one kind of person is read from its words."""
    assert assertion_without_parse(text, forms_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They did not beat us.", "They didn't beat us.", "Maybe they beat us.", "They came to beat us.",
        "Is there violence?", "They beat us and him.", "My brother beat me.", "Nobody came.", "Beat him!",
        "The police'll come.", "They stopped beating people.", "I heard of it.",
        "(He tries not to cry) There is violence.",
    ],
)  # fmt: skip
def test_sentences_with_a_cue_or_several_persons_are_left_to_the_parse(text):
    """None is the answer where a word could change the assertion."""
    assert assertion_without_parse(text, forms_of(text)) is None


def test_absence_is_left_to_the_parse_where_something_is_had_or_given():
    """To say "they gave us water" denies a lack of water."""
    text = "They gave us water."
    assert assertion_without_parse(text, forms_of(text)) is not None
    assert assertion_without_parse(text, forms_of(text), absence=True) is None


def test_a_stretch_names_the_experiencer_without_a_parse():
    """Where a rule knows who lived it, several kinds of persons are no reason to parse."""
    text = "The men robbed my brother and us."
    found = assertion_without_parse(text, forms_of(text), experiencer=(15, 25))
    assert found == Assertion(experiencer="kin", cues=(Cue("experiencer", 15, 25),))


@pytest.mark.parametrize("form", ["didn't", "never", "nobody", "if", "would", "i'd", "heard", "said", "stopped", "to"])
def test_cue_forms_hold_the_forms_of_every_cue(form):
    """Whoever asks which words can change an assertion finds them in CUE_FORMS."""
    assert form in CUE_FORMS
