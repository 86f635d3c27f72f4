"""The slots of an event keep the words they are read from."""

import pytest
from gold_lexicon import events

from qualcode.matching.events import OTHER, UNKNOWN, Context, Slot, Trigger, find_events
from qualcode.matching.tree import Tree
from qualcode.text import Parser


@pytest.mark.parametrize(
    ("sentence", "agent", "target"),
    [
        ("The border guards kicked my little brother.", "border guards", "my little brother"),
        ("The smuggler's men took our phones.", "The smuggler's men", "our"),
        ("We were robbed.", None, "We"),
        ("My uncle beat me.", "My uncle", "me"),
        ("One of the smugglers hit a woman.", "smugglers", "woman"),
        ("My uncle attacked the house.", "My uncle", None),
    ],
)
def test_a_slot_has_the_words_that_express_it(sentence: str, agent: str | None, target: str | None) -> None:
    """The span of each slot, and none where nobody is expressed."""
    (event,) = events(sentence)
    spans = [slot.span and sentence[slice(*slot.span)] for slot in (event.agent, event.target)]
    assert spans == [agent, target]


def test_a_resolved_pronoun_has_its_antecedent_as_written() -> None:
    """The antecedent is in the words of the earlier sentence, the span is the pronoun's."""
    (event,) = events("They beat us.", ["The Smugglers came at night."])
    assert event.agent == Slot("smuggler", (0, 4), "Smugglers")


def test_a_fifth_sentence_before_is_too_far_for_a_pronoun() -> None:
    """Only four sentences are searched."""
    (event,) = events("They beat us.", ["We ran.", "It rained.", "It was dark.", "It was cold.", "The police came."])
    assert event.agent.actor == UNKNOWN


def test_a_generic_word_marks_its_target() -> None:
    """People, a woman: the slot says that only generic words express it."""
    (event,) = events("The police beat people.")
    assert event.target == Slot("migrant", (16, 22), generic=True)


def test_a_generic_word_is_no_agent_of_its_actor() -> None:
    """A man who robs is somebody whom no actor lists."""
    (event,) = events("A man robbed us.")
    assert event.agent == Slot(OTHER, (0, 5))


def test_an_action_stands_where_its_word_is() -> None:
    """`at` is the verb, or the noun under a light verb."""
    found = events("The police used violence and beat us.")
    assert [(one.action, one.at, one.span) for one in found] == [("violence", 3, (16, 24)), ("violence", 5, (29, 33))]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("The police took us to the station.", []),
        ("The police took all of our money.", ["robbery"]),
        ("Our phones were taken by the police.", ["robbery"]),
        ("They took us to a shop with phones.", []),
        ("The mafia hold us hostage for two weeks.", ["detention"]),
        ("they take from us phone", ["robbery"]),
        ("The guards took and broke our phones.", ["robbery", "robbery"]),
    ],
)
def test_a_verb_with_required_objects_needs_one_of_them(sentence: str, actions: list[str]) -> None:
    """Taking is a robbery only where money or the like is what is taken."""
    assert [one.action for one in events(sentence)] == actions


@pytest.mark.parametrize("quoting", [False, True])
def test_i_inside_an_open_quotation_is_not_the_speaker(quoting: bool) -> None:
    """A sentence that begins inside a quotation has the one who was named before as its "I"."""
    (event,) = events("I will kill you.", ["The smuggler was angry."], quoting=quoting)
    assert (event.agent.actor, event.target.actor) == (("smuggler", "migrant") if quoting else ("migrant", "migrant"))


def test_without_triggers_there_are_no_events() -> None:
    """Nothing is looked for where no word of the codebook stands."""
    tree = Tree(Parser().parse(["The police came."])[0])
    assert find_events(tree, (), (), Context()) == ()


def test_the_same_words_as_verb_and_noun_are_one_event() -> None:
    """The parse decides which of both readings holds."""
    tree = Tree(Parser().parse(["The attack was terrible."])[0])
    both = [Trigger(4, 10, "violence", noun) for noun in (False, True)]
    assert [one.at for one in find_events(tree, (), both, Context())] == [1]
