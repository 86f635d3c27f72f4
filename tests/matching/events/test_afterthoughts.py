"""A sentence that is nothing but the name of an actor says who "they" were in the sentence before."""

import pytest
from gold_lexicon import events

from qualcode.matching.events import OTHER, UNKNOWN, Slot


@pytest.mark.parametrize(
    ("sentence", "later", "actor"),
    [
        ("They hit us.", "The traffickers.", "smuggler"),
        ("They beat us all night.", "The police of Croatia.", "state"),
        ("They robbed us and beat my friend.", "Serbian police, yes.", "state"),
        ("He cheated us.", "The guide.", "smuggler"),
        ("We slept and they took our phones.", "The thieves from the village!", "gang"),
    ],
)
def test_a_bare_name_in_the_next_sentence_is_who_did_it(sentence: str, later: str, actor: str) -> None:
    """The pronoun stands for the actor whom the next sentence names and says nothing about."""
    assert {(one.agent.actor, one.via) for one in events(sentence, later=later)} == {(actor, "dislocation")}


@pytest.mark.parametrize(
    ("sentence", "later", "actor"),
    [
        ("They hit us.", "Not the police.", UNKNOWN),
        ("They hit us.", "The police came.", UNKNOWN),
        ("They hit us.", "The police in Croatia beat everybody.", UNKNOWN),
        ("They hit us.", "Ask the police.", UNKNOWN),
        ("They hit us.", "The police and the smugglers.", UNKNOWN),
        ("They hit us.", "The smuggler.", UNKNOWN),
        ("They hit us.", "The refugees.", UNKNOWN),
        ("They hit us.", "People.", UNKNOWN),
        ("The thieves came and they hit us.", "The police.", "gang"),
        ("My uncle hit us.", "The police.", OTHER),
        ("We were beaten.", "The police.", UNKNOWN),
    ],
)
def test_other_next_sentences_name_nobody(sentence: str, later: str, actor: str) -> None:
    """A denied name, a clause, two names, another number, and where it is known who did it."""
    assert [one.agent.actor for one in events(sentence, later=later)] == [actor]


def test_the_next_sentence_is_nearer_than_those_before() -> None:
    """Who is named right after is meant, whoever was named before; the words are kept as written."""
    (event,) = events("They hit us.", ["The soldiers came."], later="The Traffickers.")
    assert event.agent == Slot("smuggler", (0, 4), "Traffickers")
