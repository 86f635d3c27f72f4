"""The legs of a journey: what is one, where it begins, whose it is, and what is none."""

from collections import Counter

import pytest
import route_texts
from route_sentences import HELD_OUT, MISREAD, READ
from routes_sample import FINDER, PARSER, aloud, legs, told, transcript, wanted

from qualcode.matching.routes import RouteFinder
from qualcode.model.leg import Leg, LegStatus
from qualcode.model.routes import Routes
from qualcode.model.transcript import Role, Span


@pytest.mark.parametrize(("said", "expected"), READ)
def test_the_legs_of_an_answer(said, expected):
    """Every leg with its ends, its mode, whether forced, done, tried or intended, and whose it is."""
    assert told(said) == wanted(expected)


@pytest.mark.parametrize(
    ("said", "expected"), [pytest.param(*row[:2], marks=pytest.mark.xfail(reason=row[2])) for row in MISREAD]
)
def test_what_is_not_read_right(said, expected):
    """Known mistakes, kept in sight."""
    assert told(said) == wanted(expected)


def read_text(said: str, *informant: bool) -> Counter[str]:
    """The legs of a text; those of a key informant without the trips of "we"."""
    found = FINDER.legs(transcript(said), PARSER, travellers=() if any(informant) else None)
    return Counter(aloud(leg) for leg in found)


LIMIT = pytest.mark.xfail(reason="a known limit: unlisted towns, lists behind unusual openers, verbless attempts")


@pytest.mark.parametrize("row", route_texts.READ)
def test_the_legs_of_a_text(row):
    """Lists, stays on the way, others, returns and denials, over several sentences; in whatever order they are told."""
    said, expected, *informant = row
    assert read_text(said, *informant) == Counter(wanted(expected))


@pytest.mark.parametrize("row", [pytest.param(row, marks=LIMIT) for row in route_texts.MISREAD])
def test_a_text_that_is_not_read_right(row):
    """Known mistakes, kept in sight."""
    said, expected, *informant = row
    assert read_text(said, *informant) == Counter(wanted(expected))


@pytest.mark.parametrize("sentences", [HELD_OUT, route_texts.HELD_OUT])
def test_legs_of_sentences_nobody_looked_at(sentences):
    """Of the sentences that were only ever counted, most legs are found, and most that are found are right."""
    found, right, there = 0, 0, 0
    for said, expected in sentences:
        read, wants = Counter(told(said)), Counter(wanted(expected))
        found, there, right = found + read.total(), there + wants.total(), right + (read & wants).total()
    assert right / found >= 0.8
    assert right / there >= 0.75


def test_a_leg_holds_where_everything_was_said():
    """Spans are code points of the transcript, whatever stands before them."""
    said = "Ok 👍. From Bihać we went to Zagreb by taxi."
    found = transcript("I: Ready?", said)
    (leg,) = FINDER.legs(found, PARSER)
    assert leg == Leg(
        "T", "R1", 2, 3, 1, "Bihać", "Zagreb", leg.destination_span, leg.origin_span, "car", leg.mode_span
    )
    assert [span.of(found.text) for span in (leg.origin_span, leg.destination_span, leg.mode_span)] == [
        "Bihać",
        "Zagreb",
        "taxi",
    ]


def test_a_leg_begins_where_the_sentence_before_ended():
    """Within an answer the last place is the next beginning, and its span lies in the earlier sentence."""
    found = legs("We reached Sofia. After a week we took a bus to Belgrade.")
    assert [aloud(leg) for leg in found] == ["? > Sofia", "Sofia > Belgrade by bus"]
    assert found[1].origin_span == Span(11, 16)


def test_a_journey_goes_on_in_the_next_answer():
    """What the respondent says of their own way is one story, in several answers."""
    assert told("I: Where were you?", "I lived in Tehran.", "I: And then?", "I went to Van on foot.") == [
        "Tehran > Van by foot"
    ]


def test_what_is_said_of_people_ends_with_the_answer():
    """Where "people" were in another answer is no beginning of a leg."""
    assert told("I: Entry?", "People enter from Bulgaria.", "I: Exit?", "Then they go to Hungary.") == [
        "? > Hungary others"
    ]


def test_a_jump_in_the_story_has_no_beginning():
    """After "years ago" nobody knows where they were."""
    assert told("We walked to Sofia. Two years ago I went to Germany.") == ["? > Sofia by foot", "? > Germany"]


def test_nobody_knows_where_people_are_who_were_sent_back():
    """A return without a place leaves the next beginning open."""
    assert told("We entered Croatia. They pushed us back. Then we went to Tuzla.") == ["? > Croatia", "? > Tuzla"]


def test_who_was_pushed_back_to_where_they_were_had_left_it():
    """The leg is told, and nobody says where it began."""
    assert told("We were in Bosnia. They pushed us back to Bosnia.") == ["? > Bosnia and Herzegovina forced"]


def test_of_two_ways_nobody_knows_which_was_followed():
    """What comes after "to Hungary or Croatia" has no beginning."""
    assert told("People go from Serbia to Hungary or Croatia. Then they go to Austria.") == [
        "Serbia > Hungary others",
        "Serbia > Croatia others",
        "? > Austria others",
    ]


def test_a_town_that_no_list_has_leaves_the_next_beginning_open():
    """A place the codebook does not know is no leg, and the one before it is not taken instead."""
    assert told("From Damascus we flew to Erewhon and then walked to Poland.") == ["? > Poland by foot"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We came from Hungary over the Serbian-Hungarian border.", ["Hungary > Serbia"]),
        ("We were in Croatia. We crossed the border between Bosnia and Croatia.", ["Croatia > Bosnia and Herzegovina"]),
        ("We crossed the border between Bosnia and Croatia.", ["Bosnia and Herzegovina > Croatia"]),
    ],
)
def test_a_border_is_crossed_from_the_side_where_one_is(said, expected):
    """Of a border's two names the first is left, unless the journey is known to be on the other side."""
    assert told(said) == expected


def test_an_interpreters_he_is_the_respondent():
    """What an interpreter renders in the third person is the respondent's own way."""
    assert told("He went to Serbia through Bulgaria.", role=Role.INTERPRETER) == ["? > Bulgaria", "Bulgaria > Serbia"]
    assert told("He went to Serbia through Bulgaria.") == ["? > Bulgaria others", "Bulgaria > Serbia others"]


def test_an_interpreters_he_is_not_followed_into_another_answer():
    """In another answer "he" may be another man."""
    said = ("I: Q?", "He stayed in Edirne.", "I: Q?", "He went to Sofia.")
    assert told(*said, role=Role.INTERPRETER) == ["? > Sofia"]


def test_interviewers_words_give_no_leg():
    """A way that only the question names is none."""
    assert told("I: You went from Serbia to Bosnia?", "Yes.") == []


def test_a_list_begins_at_its_first_place_unless_the_answer_has_reached_another():
    """After "I left Syria" the list goes on from there; in another answer it begins anew."""
    assert told("I left Syria. Turkey, then Greece.") == ["Syria > Türkiye", "Türkiye > Greece"]
    assert told("I: Q?", "I left Syria.", "I: Q?", "Turkey, then Greece.") == ["Türkiye > Greece"]


def test_a_stay_is_an_arrival_only_where_the_same_answer_has_them_elsewhere():
    """What an answer says of another time is no next stop; nor is where they are now a place they left."""
    assert told("In Serbia we were two months.", "In Bosnia one year.") == []
    assert told("I am in Serbia. In Greece I was two months.") == []


def test_a_question_gives_no_leg():
    """What a respondent asks is not told."""
    assert told("Did they go from Serbia to Bosnia?") == []


def test_the_first_person_of_who_does_not_travel_is_no_route():
    """A key informant's own trips are left out, and what has no subject is about others."""
    said = transcript("We went from Belgrade to Bihać with blankets. From Serbia to Bosnia on foot.")
    found = FINDER.legs(said, PARSER, travellers=())
    assert [aloud(leg) for leg in found] == ["Serbia > Bosnia and Herzegovina by foot others"]


def test_legs_are_numbered_in_the_order_they_are_told():
    """Each respondent's legs count from 1."""
    found = legs("From Iran we went to Turkey. From Turkey to Greece. I want to go to Italy.")
    assert [(leg.number, leg.segment, leg.status) for leg in found] == [
        (1, 1, LegStatus.DONE),
        (2, 2, LegStatus.DONE),
        (3, 3, LegStatus.INTENDED),
    ]


def test_another_language_has_no_legs():
    """Where there is no parser nothing is claimed."""
    said = transcript("Išli smo iz Srbije: from Serbia to Bosnia.", language="sr")
    assert FINDER.legs(said, PARSER) == ()


def test_a_codebook_without_places_has_no_legs():
    """Nothing is found that nobody listed."""
    assert RouteFinder(Routes()).legs(transcript("We went to Serbia."), PARSER) == ()
