"""Codings and runs in the store."""

import sqlite3
from dataclasses import replace

import pytest

from qualcode.model.coding import CodedState, Coding, CodingChange, Run
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.store import Store, coding_row

TEXT = "They took our phones. Then we walked to Šid 🚶."
TALK = Transcript(
    "RM_01",
    TEXT,
    (Turn(1, "R", Role.RESPONDENT, Span(0, len(TEXT)), respondent="RM_01"),),
    (Segment(1, 1, Span(0, 21)), Segment(2, 1, Span(22, len(TEXT)))),
    "RM_01.txt",
    "ab12",
)
FULL = Coding(
    transcript="RM_01",
    span=Span(0, 20),
    turn=1,
    first_segment=1,
    last_segment=1,
    theme="vio",
    code="vio_unspecified",
    rule="near:1a2b",
    matched="took ... phones",
    evidence=(Span(5, 9), Span(14, 20)),
    agent="unknown",
    action="robbery",
    target="migrant",
    via="pronoun",
    assertion="affirmed",
    polarity="affirmed",
    modality="actual",
    source="unmarked",
    experiencer="self",
    place="Šid",
    period="before",
    memo="Seen\ntwice 🙂",
    spans=(("action", Span(5, 9)), ("target", Span(10, 13)), ("modality", Span(0, 4)), ("modality", Span(5, 9))),
)
ROUTE = Coding("RM_01", Span(40, 43), 1, 2, 2, "rte", "rte_entry_transit", "any:ff", "Šid", (Span(40, 43),))
RUN = Run("Routes", "1.0", "abc", "1", "", 1, 2)


def code(store, codings, run=RUN, *, codes=frozenset({FULL.code, ROUTE.code}), transcripts=frozenset({"RM_01"})):
    """A run over everything, unless fewer codes or transcripts are given; returns what was gained and lost."""
    state = CodedState({FULL.code: "1", ROUTE.code: "2"}, {"RM_01": "a"})
    rows = (coding_row(coding) for coding in codings)
    return store.replace_rule_codings(run, rows, state=state, codes=codes, transcripts=transcripts).changes


@pytest.fixture
def store(tmp_path):
    """A study with one transcript."""
    with Store.open(tmp_path / "study.db", create=True) as opened:
        opened.put_transcript(TALK)
        yield opened


def test_codings_come_back_whole_and_in_order(store):
    """Every field of a coding survives; listings follow the order of the codings table."""
    twin = replace(FULL, rule="any:0")
    code(store, [ROUTE, FULL, twin])
    found = list(store.codings())
    assert found == [twin, FULL, ROUTE]
    assert found == sorted(found, key=lambda one: one.sort_key)


def test_first_run_gains_everything(store):
    """The first run's codings are all gained, code by code."""
    changes = code(store, [FULL, ROUTE])
    assert changes == (CodingChange("rte_entry_transit", (ROUTE,)), CodingChange("vio_unspecified", (FULL,)))


def test_same_codings_again_change_nothing(store):
    """A run that finds the same replaces the codings and reports no change."""
    code(store, [FULL, ROUTE])
    assert code(store, [FULL, ROUTE]) == ()
    assert list(store.codings()) == [FULL, ROUTE]


def test_other_words_of_one_passage_are_no_change(store):
    """A passage that keeps its code is neither gained nor lost when another rule or other words put it there."""
    code(store, [FULL])
    assert code(store, [replace(FULL, span=Span(0, 9), rule="any-other")]) == ()


def test_later_run_reports_gained_and_lost(store):
    """What a code finds now and did not before is gained; the other way round it is lost."""
    code(store, [FULL])
    moved = replace(FULL, code="vio_gang")
    assert code(store, [moved, ROUTE]) == (
        CodingChange("rte_entry_transit", (ROUTE,)),
        CodingChange("vio_gang", (moved,)),
        CodingChange("vio_unspecified", (), (FULL,)),
    )
    assert list(store.codings()) == [moved, ROUTE]


def test_another_rule_on_the_same_words_is_no_change(store):
    """Which rule found a code on some words does not matter to what is gained and lost."""
    code(store, [FULL, replace(FULL, rule="any:0")])
    renamed = replace(FULL, rule="event:77", matched="took our phones")
    assert code(store, [renamed]) == ()
    assert list(store.codings()) == [renamed]


def test_words_found_by_two_rules_are_gained_once(store):
    """Two rules of a code on the same words are one gain."""
    twin = replace(FULL, rule="any:0")
    assert code(store, [FULL, twin]) == (CodingChange("vio_unspecified", (twin,)),)


def test_last_run_is_known(store):
    """The latest run is kept whole; before the first there is none."""
    before = store.last_run()
    code(store, [])
    later = Run("Routes", "1.1", "def", "2", "weights", 3, 0)
    code(store, [], later)
    assert (before, store.last_run()) == (None, later)


def test_peoples_codings_outlive_a_run(store):
    """A run replaces only what rules coded."""
    code(store, [FULL, ROUTE])
    store._write("UPDATE codings SET method = 'human', run = NULL, coder = 'ana' WHERE code = ?", ROUTE.code)
    code(store, [])
    assert list(store.codings()) == [replace(ROUTE, method="human", coder="ana")]


def test_failed_run_keeps_the_run_before(store):
    """Where coding fails half-way the codings and the run before are still there."""
    code(store, [FULL])

    def broken():
        yield ROUTE
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        code(store, broken(), replace(RUN, codebook_version="2"))
    assert (list(store.codings()), store.last_run()) == ([FULL], replace(RUN, codings=1))


@pytest.mark.parametrize("changes", [{"transcript": "RM_02"}, {"turn": 2}, {"first_segment": 9}, {"last_segment": 9}])
def test_codings_on_nothing_are_refused(store, changes):
    """A coding must lie on a transcript, a turn and sentences that exist."""
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        code(store, [replace(FULL, **changes)])
    assert store.last_run() is None


def test_codings_on_an_earlier_revision_are_not_listed(store):
    """Words of a replaced text are no longer listed, and the next run reports them as lost."""
    code(store, [FULL])
    store.put_transcript(replace(TALK, revision=2, text=TEXT.upper()))
    listed = list(store.codings())
    again = replace(FULL, revision=2)
    changes = code(store, [again])
    assert (listed, changes) == ([], (CodingChange("vio_unspecified", (again,), (FULL,)),))


def test_codings_go_with_their_transcript(store):
    """A removed transcript takes its codings with it."""
    code(store, [FULL, ROUTE])
    store.remove_transcript("RM_01")
    assert list(store.codings()) == []


def test_a_hundred_thousand_codings(store):
    """A large study is coded, coded again with one difference, and read in order."""
    many = [replace(ROUTE, code=f"code_{number:06}") for number in range(100_000)]
    code(store, iter(many))
    changes = code(store, iter(many[1:]))
    assert changes == (CodingChange("code_000000", (), (many[0],)),)
    assert all(found == expected for found, expected in zip(store.codings(), many[1:], strict=True))


TWO = replace(TALK, id="RM_02", turns=(replace(TALK.turns[0], respondent="RM_02"),))
STATE = CodedState({FULL.code: "1", ROUTE.code: "2"}, {"RM_01": "a", "RM_02": "b"})
NONE = frozenset()


def elsewhere(coding):
    """The same coding in the second transcript."""
    return replace(coding, transcript="RM_02")


@pytest.fixture
def coded(store):
    """A study whose two transcripts were coded with two codes."""
    store.put_transcript(TWO)
    both = [FULL, ROUTE, elsewhere(FULL), elsewhere(ROUTE)]
    everything = frozenset(STATE.codes)
    store.replace_rule_codings(RUN, map(coding_row, both), state=STATE, codes=everything, transcripts=NONE)
    return store


def test_run_counts_all_codings_of_the_study(coded):
    """A run that replaces one code tells how many codings of rules the study has afterwards."""
    rows = [coding_row(replace(ROUTE, rule="any:new"))]
    replaced = coded.replace_rule_codings(RUN, rows, state=STATE, codes=frozenset({ROUTE.code}), transcripts=NONE)
    assert (replaced.run, coded.last_run()) == (replace(RUN, codings=3), replace(RUN, codings=3))


def test_one_code_is_replaced_in_every_transcript(coded):
    """Only the codings of the code are touched, and only they are gained and lost."""
    moved = replace(ROUTE, first_segment=1, last_segment=1)
    codes = frozenset({ROUTE.code})
    replaced = coded.replace_rule_codings(RUN, [coding_row(moved)], state=STATE, codes=codes, transcripts=NONE)
    assert list(coded.codings()) == [FULL, moved, elsewhere(FULL)]
    assert replaced.changes == (CodingChange(ROUTE.code, (moved,), (ROUTE, elsewhere(ROUTE))),)


def test_one_transcript_is_replaced_under_every_code(coded):
    """Only the codings of the transcript are touched, and only they are gained and lost."""
    rows = [coding_row(elsewhere(FULL))]
    replaced = coded.replace_rule_codings(RUN, rows, state=STATE, codes=NONE, transcripts=frozenset({"RM_02"}))
    assert list(coded.codings()) == [FULL, ROUTE, elsewhere(FULL)]
    assert replaced.changes == (CodingChange(ROUTE.code, (), (elsewhere(ROUTE),)),)


def test_a_code_and_a_transcript_are_replaced_together(coded):
    """What lies under the code or in the transcript goes once, and the rest stays."""
    codes, transcripts = frozenset({ROUTE.code}), frozenset({"RM_02"})
    replaced = coded.replace_rule_codings(RUN, [], state=STATE, codes=codes, transcripts=transcripts)
    assert list(coded.codings()) == [FULL]
    assert replaced.changes == (
        CodingChange(ROUTE.code, (), (ROUTE, elsewhere(ROUTE))),
        CodingChange(FULL.code, (), (elsewhere(FULL),)),
    )


def test_code_that_left_the_codebook_goes(coded):
    """Codings of a code that the new state does not have are lost without being named."""
    state = replace(STATE, codes={FULL.code: "1"})
    replaced = coded.replace_rule_codings(RUN, [], state=state, codes=NONE, transcripts=NONE)
    assert list(coded.codings()) == [FULL, elsewhere(FULL)]
    assert replaced.changes == (CodingChange(ROUTE.code, (), (ROUTE, elsewhere(ROUTE))),)


def test_transcript_that_is_no_longer_coded_loses_its_codings(coded):
    """Codings in a transcript that the new state does not have are lost without being named."""
    state = replace(STATE, transcripts={"RM_01": "a"})
    coded.replace_rule_codings(RUN, [], state=state, codes=NONE, transcripts=NONE)
    assert list(coded.codings()) == [FULL, ROUTE]


def test_what_is_found_again_is_not_written_again(coded):
    """Codings that a run finds as they are stay in their rows; only what differs is written."""
    before = coded._rows("SELECT id, run FROM codings WHERE transcript = 'RM_01' ORDER BY id")
    rows = [coding_row(one) for one in (FULL, ROUTE, replace(elsewhere(FULL), polarity="negated"))]
    coded.replace_rule_codings(RUN, rows, state=STATE, codes=frozenset(STATE.codes), transcripts=NONE)
    after = coded._rows("SELECT id, run FROM codings ORDER BY id")
    assert (after[:2], after[2][1]) == (before, 2)


def test_equal_codings_are_all_kept(coded):
    """Two rules' codings that are equal in every field are two codings, now and after the next run."""
    twice = [coding_row(FULL), coding_row(FULL)]
    for _ in range(2):
        coded.replace_rule_codings(RUN, twice, state=STATE, codes=frozenset(STATE.codes), transcripts=NONE)
    assert list(coded.codings()) == [FULL, FULL]


def test_state_is_that_of_the_last_run(coded):
    """What the codings were made from is known afterwards, and empty before the first run."""
    later = CodedState({FULL.code: "9"}, {"RM_02": "c"})
    before = coded.coded_state()
    coded.replace_rule_codings(RUN, [], state=later, codes=NONE, transcripts=NONE)
    assert (before, coded.coded_state()) == (STATE, later)


def test_state_is_empty_before_the_first_run(store):
    """A study that was never coded has no state."""
    assert store.coded_state() == CodedState({}, {})


def test_state_forgets_a_removed_transcript(coded):
    """A transcript that is removed and imported again is one that was never coded."""
    coded.remove_transcript("RM_02")
    coded.put_transcript(TWO)
    assert coded.coded_state() == replace(STATE, transcripts={"RM_01": "a"})


def test_failed_run_keeps_the_state_before(coded):
    """A run that fails after it has deleted leaves codings and state as they were."""
    before = list(coded.codings())
    rows = [coding_row(replace(FULL, transcript="RM_09"))]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        coded.replace_rule_codings(RUN, rows, state=CodedState(), codes=NONE, transcripts=NONE)
    assert (list(coded.codings()), coded.coded_state()) == (before, STATE)


def test_study_is_not_locked_while_rows_come_in(coded, tmp_path):
    """Another process can write to the study while the rows of a run are still being made."""

    def rows():
        with Store.open(tmp_path / "study.db", patience=0) as other:
            other.put_fact("name", "Bridges")
        yield coding_row(FULL)

    coded.replace_rule_codings(RUN, rows(), state=STATE, codes=frozenset(STATE.codes), transcripts=NONE)
    assert (coded.fact("name"), list(coded.codings())) == ("Bridges", [FULL])


def test_rows_are_plain_values():
    """A coding's row holds texts and numbers only."""
    assert {type(value) for value in coding_row(FULL)} == {str, int}


def test_gained_passages_can_be_taken_one_by_one(store):
    """Gained and lost are sequences: counted, indexed and cut like any other."""
    (change,) = code(store, [FULL, replace(FULL, first_segment=2, last_segment=2)])
    assert (len(change.gained), change.gained[0], change.gained[1:]) == (
        2,
        FULL,
        (replace(FULL, first_segment=2, last_segment=2),),
    )


def test_large_study_changes_one_code(store):
    """Among many codings one code is replaced and the others keep their rows."""
    many = [replace(ROUTE, code=f"code_{number % 100:02}", rule=f"any:{number}") for number in range(20_000)]
    state = CodedState({f"code_{number:02}": "" for number in range(100)}, {"RM_01": "a"})
    store.replace_rule_codings(RUN, map(coding_row, many), state=state, codes=frozenset(state.codes), transcripts=NONE)
    found = store.replace_rule_codings(RUN, [], state=state, codes=frozenset({"code_07"}), transcripts=NONE)
    assert found.run.codings == 19_800
    assert found.changes == (CodingChange("code_07", (), (many[10_007],)),)
