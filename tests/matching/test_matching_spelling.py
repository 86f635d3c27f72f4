"""The spellings a term matches, as `codebook forms` lists them."""

import pytest

from qualcode.errors import QualcodeError
from qualcode.matching.inflect import Part
from qualcode.matching.spelling import spellings
from qualcode.matching.terms import compile_term
from qualcode.model.codebook import Action, ActionVerb, Actor, Codebook
from qualcode.model.term import Term, TermKind
from qualcode.model.word_form import WordForm


def word(notation: str) -> Term:
    """A term of plain words."""
    return Term(notation, TermKind.WORDS, notation)


BOOK = Codebook(
    "T",
    "1",
    "",
    sets={"arms": (word("knife"), Term("set:guns", TermKind.SET, "guns")), "guns": (word("rifle"),)},
    actors={"state": Actor("state", (word("police"), word("guard")), generic=(word("man"),))},
    actions={
        "theft": Action("theft", (ActionVerb(word("rob")), ActionVerb(word("take"), (word("bag"),))), (word("thief"),))
    },
)


def listed(kind: TermKind, words: str, *, part: Part = Part.ANY, notation: str = "") -> list[tuple[str, str]]:
    """Role and form of every spelling."""
    return [(one.role, one.form) for one in spellings(BOOK, Term(notation or words, kind, words), part=part)]


@pytest.mark.parametrize(
    ("part", "role", "expected"),
    [
        (Part.ANY, "topic", "guard guarded guarding guards"),
        (Part.NOUN, "noun", "guard guards"),
        (Part.VERB, "verb", "guard guarded guarding guards"),
    ],
)
def test_a_word_by_part_of_speech(part, role, expected):
    """A word has the forms of its part of speech."""
    assert listed(TermKind.WORDS, "guard", part=part) == [(role, form) for form in expected.split()]


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (TermKind.EXACT, "Pushed", [("exact", "pushed")]),
        (TermKind.CASE, "WHO", [("exact", "WHO")]),
        (TermKind.POS, "fine/NOUN", [("NOUN", "fine"), ("NOUN", "fines")]),
        (TermKind.POS, "beat/VERB", [("VERB", form) for form in ("beat", "beated", "beaten", "beating", "beats")]),
        (TermKind.GAP, "take ... bag", [("noun", f"take ... {form}") for form in ("bag", "bags")]),
        (
            TermKind.WILDCARD,
            "smuggl*",
            [("noun", form) for form in "smuggle smuggled smuggler smugglers smuggles smuggling".split()],
        ),
        (TermKind.WILDCARD, "xqz*", [("noun", "xqz*")]),
    ],
)
def test_other_notations(kind, words, expected):
    """Every notation has its spellings; a wildcard those of the lexicon, or itself where the lexicon has none."""
    found = listed(kind, words, part=Part.NOUN)
    assert found[: len(expected)] == expected


def test_a_wildcard_beside_a_word():
    """Each word of a term with a wildcard is written out."""
    forms = [form for _, form in listed(TermKind.WILDCARD, "border patrol*")]
    assert {"border patrol", "borders patrolled"} <= set(forms)


def test_a_set_with_a_set_in_it():
    """The terms of a list stand in their order, those of a list within it too."""
    assert [
        (one.term, one.form) for one in spellings(BOOK, Term("set:arms", TermKind.SET, "arms"), part=Part.NOUN)
    ] == [
        ("knife", "knife"),
        ("knife", "knives"),
        ("rifle", "rifle"),
        ("rifle", "rifles"),
    ]


def test_an_actor():
    """Names of actors are nouns, generic words are told apart."""
    assert listed(TermKind.ACTOR, "state") == [
        ("noun", "police"),
        ("noun", "guard"),
        ("noun", "guards"),
        ("generic", "man"),
        ("generic", "men"),
        ("generic", "mens"),
    ]


def test_an_action():
    """Verbs are verbs, objects are named with their verb, nouns are nouns."""
    found = [(one.term, one.role) for one in spellings(BOOK, Term("action:theft", TermKind.ACTION, "theft"))]
    assert list(dict.fromkeys(found)) == [
        ("rob", "verb"),
        ("take", "verb"),
        ("bag", "object of take"),
        ("thief", "noun"),
    ]


def test_forms_of_other_words_are_named():
    """A form that belongs to another word says to which."""
    assert spellings(BOOK, word("leave"), part=Part.VERB) == (
        WordForm("leave", "verb", "leave"),
        WordForm("leave", "verb", "leaves", ("leaf (noun)",)),
        WordForm("leave", "verb", "leaving"),
        WordForm("leave", "verb", "left", ("left (adj, adv, noun)",)),
    )


def test_another_language():
    """Elsewhere a word has its own form only."""
    found = spellings(Codebook("T", "1", "", "sr"), word("Krijumčar"))
    assert found == (WordForm("Krijumčar", "topic", "krijumčar"),)


def test_a_regular_expression():
    """What a regular expression matches cannot be listed."""
    with pytest.raises(QualcodeError) as caught:
        spellings(BOOK, Term("re:x+", TermKind.REGEX, "x+"))
    assert str(caught.value) == (
        '"re:x+" is a regular expression, and what it matches cannot be listed.\n'
        "Try: ask for the forms of a word, or see what the rule finds with qualcode explain"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("fine/NOUN", "fine fines"),
        ("fine/ADJ", "fine fined finer fines finest fining"),
        ("Bosnia/PROPN", "bosnia bosnias"),
    ],
)
def test_patterns_of_a_word_with_a_part_of_speech(words, expected):
    """The engine looks for the word's forms; whether they are that part of speech is left to the parse."""
    (pattern,) = compile_term(TermKind.POS, words)
    (((step,),),) = (pattern.pieces,)
    assert sorted(step.forms) == expected.split()
