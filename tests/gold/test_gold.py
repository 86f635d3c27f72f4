"""The gold sentences keep their format."""

import re

import pytest
from gold_entries import (
    ASSERTION_CONSTRUCTS,
    EVENT_CONSTRUCTS,
    HERE,
    MODES,
    ROUTE_CONSTRUCTS,
    SETS,
    SPEAKERS,
    STYLES,
    read_set,
)
from ruamel.yaml import YAML

from qualcode.matching.assertion.reading import Assertion
from qualcode.text import sentences

GOLD = {name: read_set(name) for name in SETS}
EVENTS = [entry for part in GOLD.values() for entry in part.events]
ASSERTIONS = [entry for part in GOLD.values() for entry in part.assertions]
ROUTES = [entry for part in GOLD.values() for entry in part.routes]
CODEBOOK = YAML(typ="safe").load((HERE / "codebook.yaml").read_text(encoding="utf-8"))
VALUES = {
    "polarity": {"affirmed", "negated", "ceased"},
    "modality": {"actual", "habitual", "conditional", "possible", "future", "feared", "intended", "asked"},
    "source": {"unmarked", "witnessed", "reported"},
    "experiencer": {"generic", "self", "kin", "other"},
}


def by_id(entry):
    """What a failing case is called."""
    return entry.id


@pytest.mark.parametrize("name", SETS)
def test_an_id_is_given_once(name):
    """A failure names one entry."""
    part = GOLD[name]
    ids = [entry.id for entry in (*part.events, *part.assertions, *part.routes)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("entry", EVENTS + ASSERTIONS, ids=by_id)
def test_a_text_is_one_sentence(entry):
    """The sentence splitter agrees with the author, also on the sentences before."""
    texts = [*entry.before, entry.text]
    assert [span.of(text) for text in texts for span in sentences(text)] == texts


@pytest.mark.parametrize("entry", ROUTES, ids=by_id)
def test_a_route_is_told_in_one_to_four_sentences(entry):
    """Routes are short."""
    assert 1 <= len(sentences(entry.text)) <= 4


@pytest.mark.parametrize(
    ("entries", "constructs"),
    [(EVENTS, EVENT_CONSTRUCTS), (ASSERTIONS, ASSERTION_CONSTRUCTS), (ROUTES, ROUTE_CONSTRUCTS)],
    ids=["events", "assertions", "routes"],
)
def test_style_speaker_and_construct_are_of_the_lists(entries, constructs):
    """The tables have no row of one misspelt entry."""
    assert {entry.style for entry in entries} <= set(STYLES)
    assert {entry.speaker for entry in entries} <= set(SPEAKERS)
    assert {entry.construct for entry in entries} <= set(constructs)


@pytest.mark.parametrize("entry", EVENTS, ids=by_id)
def test_an_event_names_actions_and_actors_of_the_codebook_once(entry):
    """Who and what are of the frozen codebook; no triple stands twice."""
    actors = {*CODEBOOK["actors"], "other", "unknown"}
    assert {action for action, _, _ in entry.events} <= set(CODEBOOK["actions"])
    assert {actor for _, *both in entry.events for actor in both} <= actors
    assert len(entry.events) == len(set(entry.events))
    assert bool(entry.events) == (entry.construct != "none")


@pytest.mark.parametrize("entry", ASSERTIONS, ids=by_id)
def test_a_focus_occurs_once(entry):
    """The engine's coding on it can be no other word."""
    assert re.findall(rf"(?<!\w){re.escape(entry.focus)}(?!\w)", entry.text, re.IGNORECASE) == [entry.focus]


@pytest.mark.parametrize("entry", ASSERTIONS, ids=by_id)
def test_a_reading_follows_from_its_axes(entry):
    """Values are those of the engine, and the one word is what they make."""
    assert {axis: getattr(entry, axis) in values for axis, values in VALUES.items()} == dict.fromkeys(VALUES, True)
    assert entry.reading == Assertion(entry.polarity, entry.modality).reading


@pytest.mark.parametrize("entry", ROUTES, ids=by_id)
def test_a_leg_ends_somewhere_else_than_it_began(entry):
    """Every leg has an end, a mode of the list and a status."""
    assert all(leg.to and leg.to != leg.origin for leg in entry.legs)
    assert {leg.mode for leg in entry.legs} <= set(MODES)
    assert {leg.status for leg in entry.legs} <= {"done", "intended"}


def test_the_codebook_has_one_code_for_each_action():
    """So that a coding's code is its action."""
    assert [code["id"] for code in CODEBOOK["themes"][0]["codes"]] == list(CODEBOOK["actions"])
