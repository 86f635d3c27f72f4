"""The forms a word stands for."""

import pytest

from qualcode.matching.inflect import Part
from qualcode.matching.terms import forms

FORMS = [
    ("beat", Part.ANY, "beat beaten beating beats"),
    ("beaten", Part.ANY, "beat beaten beating beats"),
    ("beating", Part.ANY, "beating beatings"),
    ("smugglers", Part.ANY, "smuggler smugglers"),
    ("found", Part.ANY, "found"),
    ("found", Part.VERB, "found"),
    ("left", Part.ANY, "left lefts"),
    ("wound", Part.VERB, "wound wounded wounding wounds"),
    ("arms", Part.ANY, "arm arms"),
    ("goods", Part.ANY, "goods"),
    ("police", Part.NOUN, "police"),
    ("thief", Part.NOUN, "thief thieves"),
    ("pushback", Part.NOUN, "pushback pushbacks"),
    ("pushbacks", Part.NOUN, "pushback pushbacks"),
    ("trafficking", Part.NOUN, "trafficking traffickings"),
    ("Frontex", Part.ANY, "frontex frontexes"),
    ("Bihać", Part.ANY, "bihać bihaćs"),
    ("poor", Part.ANY, "poor poorer poorest"),
    ("travel", Part.VERB, "travel traveled traveling travelled travelling travels"),
    ("traveller", Part.NOUN, "traveler travelers traveller travellers"),
    (
        "organised",
        Part.ANY,
        "organise organised organises organising organize organized organizes organizing",
    ),
    ("is", Part.ANY, "am are be been being is was were"),
    ("can", Part.ANY, "can"),
    ("catch", Part.VERB, "catch catched catches catching caught"),
    ("hit", Part.VERB, "hit hits hitted hitting"),
    ("woman", Part.NOUN, "woman women womens"),
    ("back", Part.ANY, "back"),
    ("back", Part.VERB, "back backed backing backs"),
    ("don't", Part.ANY, "don't"),
    ("112", Part.ANY, "112"),
]


@pytest.mark.parametrize(("word", "part", "expected"), FORMS)
def test_forms_of_a_word(word, part, expected):
    """A word has the inflections of its part of speech, and no more than its own where they are another word's."""
    assert forms(word, part=part) == tuple(expected.split())


def test_forms_of_a_phrase():
    """Words apart may each be inflected, words in one only one of them."""
    assert forms("push back", part=Part.NOUN) == (
        *("push back", "push backs", "pushback", "pushbacks", "pushes back", "pushes backs", "pushesback"),
    )


def test_forms_in_another_language():
    """Without inflection a phrase has its own words, apart and as one."""
    assert forms("Krijumčar ljudi", language="sr") == ("krijumčar ljudi", "krijumčarljudi")
