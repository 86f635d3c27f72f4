"""Which words name a place or a mode of travel."""

import pytest
from routes_sample import ROUTES, transcript

from qualcode.matching.corpus import Interview
from qualcode.matching.routes.gazetteer import Gazetteer
from qualcode.matching.words import words_of
from qualcode.model.routes import Place, PlaceKind, Routes

GAZETTEER = Gazetteer(ROUTES)


def found(text, gazetteer=GAZETTEER):
    """What every sentence of a text names."""
    talk = transcript(text)
    return list(gazetteer.find(Interview.of(talk, words_of(talk), {})))


def names(text, gazetteer=GAZETTEER):
    """The places a text names."""
    return [mention.place for named in found(text, gazetteer) for mention in named.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BIHAC, Bihać and bihac", ["Bihać", "Bihać", "Bihać"]),
        ("Turkey, Türkiye, Turkiye", ["Türkiye", "Türkiye", "Türkiye"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        ("Bosnia-Herzegovina and Bosnia", ["Bosnia and Herzegovina", "Bosnia and Herzegovina"]),
        ("Velika Kladusa", ["Velika Kladuša"]),
        ("North Macedonia, not Macedonia", ["North Macedonia", "North Macedonia"]),
        ("Serbia's camps", ["Serbia"]),
        ("a van near Van", ["Van"]),
        ("we split in Split", ["Split"]),
        ("the bar in Bar", ["Bar"]),
        ("VAN and Šid and Sid and sid", ["Šid", "Šid"]),
        ("the Bulgarian border", ["Bulgaria"]),
        ("the Serbian-Hungarian border", ["Serbia", "Hungary"]),
        ("the Bosnian and the Croatian side", ["Croatia"]),
        ("the Bulgarian police at the border", []),
        ("Afghan boys", []),
        ("Bosnian forests", ["Bosnia and Herzegovina"]),
        ("nowhere", []),
    ],
)
def test_which_words_name_a_place(text, expected):
    """Names in any case and without accents; common words only with their capital; adjectives only of a border."""
    assert names(text) == expected


def test_the_longest_name_wins():
    """A name inside a longer one is not found."""
    places = {
        "Kladuša": Place("Kladuša", country="B"),
        "Velika Kladuša": Place("Velika Kladuša", country="B"),
        "B": Place("B", PlaceKind.COUNTRY, "B"),
    }
    assert names("Velika Kladuša and Kladuša", Gazetteer(Routes(places))) == ["Velika Kladuša", "Kladuša"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we walked", ["foot"]),
        ("on foot, by taxi, in a rubber boat", ["foot", "car", "boat"]),
        ("under a truck", ["lorry"]),
        ("a training", []),
        ("by bus and trains", ["bus", "train"]),
    ],
)
def test_which_words_tell_how_somebody_travelled(text, expected):
    """Modes are found in all their forms, the longest words first."""
    assert [mode.mode for named in found(text) for mode in named.modes] == expected


def test_the_shipped_gazetteer_is_large_and_placed():
    """The sample study's list holds the region and what lies before and after it, with coordinates."""
    towns = [place for place in ROUTES.places.values() if place.kind is not PlaceKind.REGION]
    assert len(towns) >= 250
    assert [place.name for place in towns if place.at is None] == []
