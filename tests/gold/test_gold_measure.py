"""The arithmetic that measures on the gold sentences is right, and so are its tables and the simpler means."""

import pytest
from baselines import always_affirmed, keyword_events, places_in_order, word_window
from gold_engine import AXES, Axes
from gold_entries import AssertionEntry, EventEntry, Leg, RouteEntry, comparable
from gold_report import failing, failure_list
from gold_results import Measured, Result, on_matched
from gold_scores import Counts, counted, f_of, interval, share, swaps, together
from gold_tables import assertion_tables, event_tables, route_tables

from qualcode.codebook import load_codebook
from qualcode.matching.assertion.reading import Assertion

BEATEN, ROBBED = ("violence", "state", "migrant"), ("robbery", "gang", "migrant")
TURNED = ("violence", "migrant", "state")


def test_precision_recall_and_f_are_summed_over_sentences():
    """Three of four found are right, three of five were to be found: 0.75, 0.6, 2/3."""
    counts = together([counted([BEATEN, ROBBED], [BEATEN, ROBBED]), counted([BEATEN], [TURNED]), Counts(1, 1, 2)])
    assert counts == Counts(3, 4, 5)
    assert (counts.precision, counts.recall, counts.f) == (0.75, 0.6, pytest.approx(2 / 3))


def test_what_has_no_value_is_none():
    """Where nothing was to be found and nothing was found there is no precision, no recall, no F."""
    assert (Counts().precision, Counts().recall, Counts().f, share([])) == (None, None, None, None)
    assert interval([], share) is None
    assert interval([Counts()], f_of) is None


def test_what_stands_twice_must_be_found_twice():
    """A leg that was travelled twice is two legs."""
    assert counted(["a", "a", "b"], ["a", "b", "b"]) == Counts(2, 3, 3)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([BEATEN], [TURNED], 1),
        ([BEATEN], [BEATEN], 0),
        ([BEATEN, TURNED], [BEATEN, TURNED], 0),
        ([BEATEN], [("violence", "unknown", "migrant")], 0),
        ([BEATEN], [("robbery", "migrant", "state")], 0),
        ([("help", "other", "other")], [], 0),
    ],
)
def test_a_swap_is_a_wrong_event_that_would_be_right_turned_round(gold, found, expected):
    """An event that is right as it stands is none, nor is one of another action."""
    assert swaps(gold, found) == expected


def test_an_interval_holds_its_figure_and_is_the_same_each_time():
    """Of forty right and ten wrong: around 0.8, and no wider than it should be (normal interval 0.69 to 0.91)."""
    rows = [True] * 40 + [False] * 10
    low, high = interval(rows, share)
    assert (low, high) == interval(rows, share)
    assert 0.66 <= low <= 0.72
    assert 0.88 <= high <= 0.92


def test_an_interval_of_what_is_always_right_is_one():
    """Resampling cannot make a mistake that was never made."""
    assert interval([Counts(1, 1, 1)] * 5, f_of) == (1.0, 1.0)


def leg(origin, to, mode="", *, forced=False, status="done", own=True):
    """A leg, done of one's own will unless said otherwise."""
    return Leg(origin, to, mode, forced, status, own)


def test_names_of_legs_are_compared_without_accents_and_by_one_word_for_a_mode():
    """A gazetteer may write Bihać, a text Bihac; a codebook may keep taxis with cars."""
    assert comparable(leg("Bihać", "Šid", "taxi", status="tried")) == leg("bihac", "sid", "car", status="intended")


def event(number, construct, *events, style="clean", text="They beat us."):
    """An event entry."""
    return EventEntry(f"e{number}", text, style, construct, (), "refugee_migrant", events)


def assertion(number, focus, text, reading=("affirmed", "actual", "unmarked", "self"), style="clean"):
    """An assertion entry."""
    word = Assertion(*reading).reading
    return AssertionEntry(f"a{number}", text, style, "plain", (), "refugee_migrant", focus, *reading, word)


def route(number, text, *legs):
    """A route entry."""
    return RouteEntry(f"r{number}", text, "spoken", "own", (), "refugee_migrant", legs)


MADE = (event(1, "active", BEATEN), event(2, "none"), event(3, "passive", ROBBED, style="spoken"))
EVENT_RESULTS = (
    Result("qualcode", MADE, (frozenset([BEATEN]), frozenset([ROBBED]), frozenset())),
    Result("keywords", MADE, (frozenset([TURNED]), frozenset(), frozenset([ROBBED]))),
)
SAID = (assertion(1, "beat", "They beat us."), assertion(2, "beat", "They beat us.", style="spoken"))
RIGHT = Axes("affirmed", "affirmed", "actual", "unmarked", "self")
ASSERTION_RESULTS = (Result("qualcode", SAID, (RIGHT, Axes())),)
WAYS = (route(1, "", leg("Van", "Istanbul", "bus"), leg("Istanbul", "Sofia")),)
ROUTE_RESULTS = (Result("qualcode", WAYS, ((leg("Van", "Istanbul", "car"), leg("Sofia", "Belgrade")),)),)


def rows(tables, *firsts):
    """The cells of the lines that begin with these words."""
    lines = [line.strip("| ").split(" | ") for line in tables.splitlines()]
    return [cells for cells in lines if cells[0] in firsts]


def test_the_event_tables_hold_each_reader_style_and_construct():
    """One of two found is right, one of two was to be found; a reader that swaps is named one."""
    tables = event_tables(EVENT_RESULTS)
    assert [(row[0], row[2], row[3], row[4][:4], row[-1]) for row in rows(tables, "qualcode", "keywords")] == [
        ("qualcode", "0.50", "0.50", "0.50", "0"),
        ("keywords", "0.50", "0.50", "0.50", "1"),
    ]
    assert [row[:5] for row in rows(tables, "qualcode, spoken")] == [
        ["qualcode, spoken", "1", "–", "0.00", "0.00 (0.00–0.00)"]
    ]
    assert rows(tables, "none", "active") == [
        ["active", "1", "1", "1", "1", "1.00", "1.00", "1.00", "1.00", "0", "0.00"],
        ["none", "1", "0", "1", "0", "0.00", "–", "0.00", "0.00", "0", "–"],
    ]


def test_the_assertion_tables_count_what_was_not_coded_as_wrong():
    """GoldSet right on every axis; the confusion table shows the one that is missing."""
    tables = assertion_tables(ASSERTION_RESULTS)
    assert rows(tables, "plain") == [["plain", "2", *["0.50"] * 5]]
    assert rows(tables, "affirmed") == [["affirmed", "1", "0", "0", "0", "0", "1"]]


def test_the_route_table_judges_the_rest_on_legs_that_were_found():
    """One of two legs is found, with another mode."""
    assert rows(route_tables(ROUTE_RESULTS), "qualcode") == [
        ["qualcode", "1", "2", "2", "0.50", "0.50", "0.50 (0.50–0.50)", "0.00", "1.00", "1.00", "1.00"]
    ]
    assert on_matched(ROUTE_RESULTS[0], "mode") == [False]


MEASURED = Measured(EVENT_RESULTS, ASSERTION_RESULTS, ROUTE_RESULTS)


def test_every_failure_is_listed_with_what_was_found_instead():
    """What is right is not listed."""
    assert failure_list(MEASURED) == (
        "- e2 (none): robbery gang > migrant instead of nothing\n  They beat us.\n"
        "- e3 (passive): nothing instead of robbery gang > migrant\n  They beat us.\n"
        "- a2 (plain): nothing coded instead of affirmed\n  They beat us.\n"
        "- r1 (own): van > istanbul (car, done); sofia > belgrade (done) instead of "
        "van > istanbul (bus, done); istanbul > sofia (done)\n  \n"
    )


def test_the_document_names_failing_constructs_worst_first():
    """With how many of how many, and which."""
    assert failing(MEASURED) == (
        "- events, none: 1 of 1 sentences (e2)\n- events, passive: 1 of 1 sentences (e3)\n"
        "- routes, own: 1 of 1 sentences (r1)\n- assertions, plain: 1 of 2 sentences (a2)\n"
    )


SMALL = """
codebook: Small
version: "1"
actors:
  state: {terms: [police]}
  smuggler: {terms: [smuggler]}
  migrant: {terms: [refugee], first_person: [refugee_migrant], generic: [people]}
actions:
  violence: {verbs: [beat], nouns: [violence]}
themes:
  - {id: t, name: T, codes: [{id: c, name: C, rules: [{any: [beat]}]}]}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The smuggler saw police beat us.", {BEATEN}),
        ("We were beaten by the police.", {TURNED}),
        ("People beat people.", {("violence", "unknown", "migrant")}),
        ("The police came.", set()),
    ],
)
def test_keywords_take_the_nearest_actor_before_and_after(text, expected, tmp_path):
    """The first of them is why the baseline is not always wrong, the second why it is not enough."""
    path = tmp_path / "codebook.yaml"
    path.write_text(SMALL, encoding="utf-8")
    codebook, _ = load_codebook(path)
    assert keyword_events([event(1, "active", text=text)], codebook) == [frozenset(expected)]


@pytest.mark.parametrize(
    ("focus", "text", "expected"),
    [
        ("beat", "They didn't beat us.", ("negated", "negated", "actual", "unmarked", "self")),
        ("beat", "They used to beat my brother.", ("ceased", "ceased", "actual", "unmarked", "kin")),
        ("took", "They did not beat us but took phones.", ("negated", "negated", "actual", "unmarked", "self")),
        ("beat", "If they catch us they beat.", ("hypothetical", "affirmed", "conditional", "unmarked", "self")),
        ("beat", "I heard the police beat him.", ("affirmed", "affirmed", "actual", "reported", "self")),
        ("beat", "Did they beat you?", ("asked", "affirmed", "asked", "unmarked", "generic")),
    ],
)
def test_a_word_window_reads_the_cues_near_the_focus(focus, text, expected):
    """It is wrong where a cue belongs to another clause, as in the third."""
    assert word_window([assertion(1, focus, text)]) == [Axes(*expected)]


def test_always_affirmed_gives_every_axis_its_first_value():
    """The same for every entry."""
    assert (
        always_affirmed(SAID) == [Axes(*(Assertion().reading, *(getattr(Assertion(), axis) for axis in AXES[1:])))] * 2
    )


def test_places_in_order_are_joined_whatever_is_said():
    """Aliases count, the longest first; a place named twice in a row is one."""
    places = {"Macedonia": ("Macedonia",), "North Macedonia": ("North Macedonia",), "Bihać": ("Bihać", "Bihac")}
    entry = route(1, "From Bihac, yes Bihać, never to North Macedonia.")
    assert places_in_order([entry], places) == [(leg("Bihać", "North Macedonia"),)]
