"""Which codings stand after what people decided."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.carrying import Carrier, passage_of
from qualcode.analysis.decided import Names, decide_all, live, standing
from qualcode.model.coding import Coding
from qualcode.model.decision import Action, Decision
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn

TEXT = "What happened?\nThe police stopped us. They hit my brother. We were afraid."
TURNS = (
    Turn(1, "I", Role.INTERVIEWER, Span(0, 14)),
    Turn(2, "R", Role.RESPONDENT, Span(15, len(TEXT)), respondent="R01", question=1),
)
SPANS = (Span(0, 14), Span(15, 37), Span(38, 58), Span(59, 74))
TALK = Transcript(
    "T",
    TEXT,
    TURNS,
    tuple(Segment(number, 1 if number == 1 else 2, span) for number, span in enumerate(SPANS, start=1)),
    "T.txt",
    "0",
)
NAMES = Names({"harm": "sta", "fear": "sta", "police": "sta"})
HIT = Coding("T", Span(43, 46), 2, 3, 3, "sta", "harm", "r1", "hit", agent="state", assertion="affirmed")


def _made(id_, action, coder="A", coding=HIT, **said):
    where = passage_of(TALK, coding.first_segment, coding.last_segment)
    return Decision(id_, coder, "2026-01-01T00:00:00+00:00", action, where, coding.code, coding, **said)


def _added(id_, coder="A", code="fear", segment=4, **said):
    where = passage_of(TALK, segment, segment)
    return Decision(id_, coder, "2026-01-01T00:00:00+00:00", Action.ADD, where, code, **said)


def _statuses(decisions, codings=(HIT,), names=NAMES):
    return [(one.coding.code, one.coding.status, one.coding.coder) for one in decide_all(codings, decisions, names)]


def test_a_coding_that_nobody_decided_on_is_suggested():
    """Nothing is made up about it."""
    assert _statuses([]) == [("harm", "suggested", "")]


@pytest.mark.parametrize(
    ("action", "said", "status"),
    [
        (Action.ACCEPT, {}, "accepted"),
        (Action.REJECT, {}, "rejected"),
        (Action.CHANGE, {"changes": (("agent", "smuggler"),)}, "edited"),
    ],
)
def test_a_decision_gives_its_status(action, said, status):
    """Accepted, rejected, edited."""
    assert _statuses([_made("1", action, **said)]) == [("harm", status, "A")]


def test_a_change_says_code_agent_and_assertion():
    """Axes follow the one-word reading; the words stay where they were."""
    said = (("agent", "smuggler"), ("assertion", "negated"), ("code", "fear"))
    (found,) = decide_all([HIT], [_made("1", Action.CHANGE, changes=said)], NAMES)
    coding = found.coding
    assert (coding.code, coding.agent, coding.assertion, coding.polarity) == ("fear", "smuggler", "negated", "negated")
    assert (coding.span, coding.matched, found.base.code) == (HIT.span, "hit", "harm")


def test_a_persons_coding_is_the_whole_sentence():
    """It is made by a human and carries their name and memo."""
    (found,) = decide_all([], [_added("1", memo="clear")], NAMES)
    coding = found.coding
    assert (coding.matched, coding.method, coding.status, coding.memo) == (
        "We were afraid.",
        "human",
        "added",
        "clear",
    )
    assert coding.span.of(TEXT) == "We were afraid."


def test_people_who_differ_make_a_dispute_until_it_is_settled():
    """A later decision of one does not overrule the other; a settling one does."""
    first, second = _made("1", Action.ACCEPT), _made("2", Action.REJECT, "B")
    assert _statuses([first, second]) == [("harm", "disputed", "A; B")]
    settled = _made("3", Action.REJECT, "C", settles=True, replaces=("1", "2"))
    assert _statuses([first, second, settled]) == [("harm", "rejected", "C")]
    later = _made("4", Action.ACCEPT, "B", replaces=("2",))
    assert _statuses([first, second, settled, later]) == [("harm", "disputed", "B; C")]


def test_nobody_replaces_what_another_decided():
    """Unless it is said to settle."""
    first, second = _made("1", Action.ACCEPT), _made("2", Action.REJECT, "B", replaces=("1",))
    assert _statuses([first, second]) == [("harm", "disputed", "A; B")]


def test_undo_brings_the_decision_before_back():
    """And an undone undo brings back the later one."""
    first = _made("1", Action.ACCEPT)
    second = _made("2", Action.REJECT, replaces=("1",))
    undo = _made("3", Action.UNDO, undoes="2")
    assert _statuses([first, second]) == [("harm", "rejected", "A")]
    assert _statuses([first, second, undo]) == [("harm", "accepted", "A")]
    assert _statuses([first, second, undo, _made("4", Action.UNDO, undoes="3")]) == [("harm", "rejected", "A")]


def test_nobody_undoes_what_another_decided():
    """An undo counts for one's own decisions only."""
    assert _statuses([_made("1", Action.ACCEPT), _made("2", Action.UNDO, "B", undoes="1")]) == [
        ("harm", "accepted", "A")
    ]


def test_undoes_that_go_in_circles_end():
    """A file written by hand cannot hang the study."""
    circle = [_made("1", Action.UNDO, undoes="2"), _made("2", Action.UNDO, undoes="1")]
    assert set(live(circle)) <= {"1", "2"}


def test_an_accepted_coding_stays_when_no_rule_finds_it_any_more():
    """It is counted as before and is to be looked at again."""
    (found,) = decide_all([], [_made("1", Action.ACCEPT)], NAMES)
    assert (found.coding.status, found.coding.matched, found.again) == (
        "accepted",
        "hit",
        "no rule finds it any more",
    )


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ({"agent": "smuggler"}, "the rules read another agent now"),
        ({"assertion": "negated", "polarity": "negated"}, "the rules read another assertion now"),
        ({}, ""),
    ],
)
def test_a_coding_that_reads_otherwise_is_to_be_looked_at(now, why):
    """The decision stands all the same."""
    (found,) = decide_all([replace(HIT, **now)], [_made("1", Action.ACCEPT)], NAMES)
    assert (found.coding.status, found.again) == ("accepted", why)


def test_a_decision_follows_a_rule_that_matches_more_words():
    """The coding that shares most words is the one that was decided on."""
    wider = replace(HIT, span=Span(38, 58), matched="They hit my brother.")
    assert _statuses([_made("1", Action.REJECT)], [wider]) == [("harm", "rejected", "A")]


def test_decisions_follow_a_renamed_code():
    """By `formerly`; additions too."""
    names = Names({"violence": "sta"}, {"harm": "violence", "fear": "violence"})
    renamed = replace(HIT, code="violence")
    assert _statuses([_made("1", Action.ACCEPT), _added("2")], [renamed], names) == [
        ("violence", "accepted", "A"),
        ("violence", "added", "A"),
    ]


def test_a_memo_stands_at_the_codings_of_its_code_there():
    """It decides nothing."""
    memo = replace(_made("1", Action.MEMO, memo="look at the tape"), coding=None)
    (found,) = decide_all([HIT], [memo], NAMES)
    assert (found.coding.status, found.coding.memo) == ("suggested", "look at the tape")


def _revised(text):
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    turns = tuple(
        Turn(number, "IR"[number % 2 == 0], Role.RESPONDENT, span, respondent=None if number == 1 else "R01")
        for number, span in enumerate(spans, start=1)
    )
    segments = []
    for turn in turns:
        at = turn.span.start
        for sentence in turn.span.of(text).replace(". ", ".|").split("|"):
            segments.append(Segment(11 + len(segments), turn.number, Span(at, at + len(sentence))))
            at += len(sentence) + 1
    return Transcript("T", text, turns, tuple(segments), "T.txt", "1", revision=2)


def test_decisions_follow_their_words_to_a_new_revision():
    """The span, the sentence numbers and the words of the coding move together."""
    new = _revised("What happened there?\nFirst we slept. The police stopped us. They hit my brother.")
    found = Carrier.to(new).carried(_made("1", Action.ACCEPT))
    assert found.coding.span.of(new.text) == "hit"
    assert found.passage.first_segment == found.coding.first_segment == 14
    assert (found.coding.revision, found.coding.turn) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "What happened?\nThe police stopped us. They hit my sister.",
        "What happened?\nThey hit my brother. He ran. They hit my brother.",
        "They hit my brother.\nI do not know.",
    ],
    ids=["changed", "twice", "said by another"],
)
def test_decisions_without_their_words_are_not_put_on_others(text):
    """Nothing is attributed to words that were not decided on, or to another speaker."""
    assert Carrier.to(_revised(text)).carried(_made("1", Action.ACCEPT)) is None


@st.composite
def _histories(draw):
    made = []
    for number in range(draw(st.integers(1, 8))):
        coder = draw(st.sampled_from("AB"))
        own = [one for one in made if one.coder == coder and one.action is not Action.UNDO]
        kind = draw(st.sampled_from(["accept", "reject", "add", "undo", "settle"]))
        if kind == "undo" and own:
            made.append(_made(str(number), Action.UNDO, coder, undoes=own[-1].id))
        elif kind == "add":
            made.append(_added(str(number), coder, segment=draw(st.sampled_from([2, 4]))))
        else:
            held = [one for one in standing(made) if one.action is not Action.ADD]
            old = tuple(one.id for one in held if kind == "settle" or one.coder == coder)
            action = Action.REJECT if kind == "reject" else Action.ACCEPT
            made.append(_made(str(number), action, coder, replaces=old, settles=kind == "settle"))
    return made


@given(_histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_decisions_are_merged_never_matters(made, random):
    """Shuffled and repeated, they give the same codings."""
    shuffled = [*made, *made[:2]]
    random.shuffle(shuffled)
    assert decide_all([HIT], shuffled, NAMES) == decide_all([HIT], made, NAMES)


@given(_histories())
def test_no_addition_is_lost(made):
    """Every addition that its coder did not undo is a coding."""
    alive = [one for one in live(made).values() if one.action is Action.ADD]
    found = [one for one in decide_all([HIT], made, NAMES) if one.coding.method == "human"]
    assert len(found) == len(alive)
