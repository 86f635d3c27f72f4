"""What was read of an interview before comes back as it was, and only as long as it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.matching import Memory
from qualcode.matching.assertion.reading import Assertion, Cue
from qualcode.matching.events.event import Event, Slot
from qualcode.matching.memory import matter

BEATEN = Event(
    "violence",
    2,
    (9, 12),
    Slot("state", (0, 6), "the officers \ud83d\ude00", generic=False),
    Slot("migrant", None, "", generic=True),
    "passive",
    place=(20, 25),
    period_reading="before",
    notes=("they are the officers",),
    words=((0, 6), (9, 12)),
)
DENIED = Assertion("negated", "habitual", "reported", "kin", (Cue("polarity", 3, 6), Cue("source", 0, 2)))

stretches = st.tuples(st.integers(0, 99), st.integers(0, 99))
slots = st.builds(Slot, st.text(max_size=9), st.none() | stretches, st.text(max_size=9), st.booleans())
events = st.builds(
    Event,
    action=st.text(max_size=9),
    at=st.integers(0, 60),
    span=stretches,
    agent=slots,
    target=slots,
    via=st.text(max_size=9),
    place=st.none() | stretches,
    period=st.none() | stretches,
    period_reading=st.text(max_size=9),
    notes=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    words=st.lists(stretches, max_size=3).map(tuple),
)


def again(memory, *, state="s", lists="l", whole=False):
    """The memory after it was put away and taken out."""
    return Memory.unpack(memory.pack(whole=whole), state, lists)


def remembering(at=7):
    """A memory with the events of one sentence and one assertion."""
    memory = Memory("s", "l")
    memory.keep_events(at, [BEATEN])
    memory.keep_assertion("7:x", DENIED)
    return memory


@given(st.lists(events, max_size=3).map(tuple))
def test_events_come_back_equal(told):
    """Every part of an event, whatever characters it has."""
    memory = Memory("s", "l")
    memory.keep_events(7, told)
    assert (memory.events(7), again(memory).events(7)) == (told, told)


def test_an_assertion_comes_back_equal():
    """All axes with their cues."""
    assert again(remembering()).assertion("7:x") == DENIED


def test_what_was_not_read_is_not_known():
    """Another sentence, another matter; a sentence that tells no event is known to tell none."""
    memory = remembering()
    memory.keep_events(40, [])
    later = again(memory)
    assert (later.events(8), later.assertion("8:x"), later.events(40)) == (None, None, ())
    assert (later.knows_events(7), later.knows_events(8), later.knows_assertion("7:x")) == (True, False, True)


@pytest.mark.parametrize(
    ("state", "lists", "known"),
    [("s", "l", (True, True)), ("s", "other", (False, True)), ("other", "l", (False, False))],
    ids=["nothing changed", "other actors", "another interview"],
)
def test_what_no_longer_holds_is_forgotten(state, lists, known):
    """Events hang on the codebook's actors and actions, everything on the interview."""
    later = again(remembering(), state=state, lists=lists)
    assert (later.knows_events(7), later.knows_assertion("7:x")) == known


def test_what_a_whole_codebook_does_not_ask_for_is_left_out():
    """Readings of rules that are gone do not pile up; those that only some codes did not ask for stay."""
    asked = again(remembering())
    asked.assertion("7:x")
    part, whole = again(asked), again(asked, whole=True)
    assert (part.knows_events(7), whole.knows_events(7), whole.knows_assertion("7:x")) == (True, False, True)


def test_only_enough_news_is_worth_writing():
    """Nothing new is not; one reading beside a hundred is not; beside ten it is."""
    few, many = Memory("s", "l"), Memory("s", "l")
    for memory, count in ((few, 10), (many, 100)):
        for at in range(count):
            memory.keep_events(at, [])
    few, many = again(few), again(many)
    for memory, count in ((few, 10), (many, 100)):
        for at in range(count):
            memory.events(at)
    quiet = few.worth_keeping
    few.keep_events(1000, [])
    many.keep_events(1000, [])
    assert (quiet, few.worth_keeping, many.worth_keeping) == (False, True, False)


def test_matters_are_apart():
    """Words, absence and event each make another matter of one sentence."""
    names = {
        matter(5, ((5, 9),), absence=False, event=None),
        matter(6, ((5, 9),), absence=False, event=None),
        matter(5, ((5, 8),), absence=False, event=None),
        matter(5, ((5, 9),), absence=True, event=None),
        matter(5, ((5, 9),), absence=False, event=BEATEN),
    }
    assert len(names) == 5
