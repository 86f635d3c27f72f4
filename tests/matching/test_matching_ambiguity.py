"""A bare word that finds another common word too is pointed out, and nothing else is."""

import pytest

from qualcode.matching.ambiguity import ambiguous_terms, other_words
from qualcode.model.codebook import Action, ActionVerb, Actor, Code, Codebook, EventSpec, Rule, RuleKind, Theme, Unless
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.term import Term, TermKind


def term(notation: str) -> Term:
    """A term of plain words, or one with a prefix or a part of speech."""
    kind, colon, words = notation.partition(":")
    if colon:
        return Term(notation, TermKind(kind), words)
    return Term(notation, TermKind.POS if "/" in notation else TermKind.WORDS, notation)


ACTORS = {"officer": Actor("officer", (term("saw"),))}
ACTIONS = {
    "harm": Action("harm", (ActionVerb(term("bite")), ActionVerb(term("find"), (term("phone"),))), (term("wound"),))
}
SETS = {"roads": (term("leave"), term("set:more")), "more": (term("rise"),)}


def book(rule: Rule, language: str = "en") -> Codebook:
    """A codebook with one rule."""
    code = Code("c", "t", "C", rules=(rule,))
    return Codebook("T", "1", "", language, (Theme("t", "T", codes=(code,)),), ACTORS, ACTIONS, SETS)


def rule(*notations: str, kind: RuleKind = RuleKind.ANY, **fields: object) -> Rule:
    """A rule on line 7 with these terms."""
    return Rule("r", kind, tuple(map(term, notations)), line=7, file="book.yaml", **fields)


WORDS = [
    (
        "leave",
        '"leaves" is also a form of leaf (of a tree); "left" is also a form of left (not right; over, remaining)',
    ),
    ("left", '"left" is also a form of leave (to go away)'),
    ("find", '"found" is also a form of found (to set up)'),
    ("found", '"found" is also a form of find (to come upon)'),
    ("see", '"saw" is also a form of saw (a tool)'),
    ("feel", '"felt" is also a form of felt (a cloth)'),
    ("fall", '"fell" is also a form of fell (to cut down)'),
    ("wind", '"wound" is also a form of wound (an injury)'),
    ("grind", '"ground" is also a form of ground (the earth)'),
    ("bear", '"bore" is also a form of bore (to make tired)'),
    ("lie", '"lay" is also a form of lay (to put down)'),
    ("fee", '"feed" is also a form of feed (to give food)'),
    ("live", '"lives" is also a form of life (what everybody has one of)'),
    ("Custom", '"customs" is also a form of customs (at a border)'),
]


@pytest.mark.parametrize(("word", "said"), WORDS)
def test_a_form_of_another_common_word(word, said):
    """Form, other word and its meaning are named, on the rule's line."""
    (found,) = ambiguous_terms(book(rule(word)))
    assert found.what == f'the term "{word}" in rule "r" finds another word too: {said}.'
    assert (found.where, found.severity) == (Where("book.yaml", line=7), Severity.WARNING)


FIXES = [
    ("wind", "if that is not meant, write [exact:wind, exact:winded, exact:winding, exact:winds]"),
    ("found", "add a word beside it that only the one meant has"),
]


@pytest.mark.parametrize(("word", "fix"), FIXES)
def test_what_to_write_instead(word, fix):
    """The forms that are not ambiguous are offered, ready to be copied."""
    assert [one.fix for one in ambiguous_terms(book(rule(word)))] == [fix]


@pytest.mark.parametrize(
    ("word", "part", "meanings"),
    [
        ("fine", "NOUN", "fine (a penalty) and fine (all right)"),
        ("mine", "NOUN", "mine (an explosive) and mine (what belongs to me)"),
        ("kind", "ADJ", "kind (friendly) and kind (a sort)"),
    ],
)
def test_one_word_with_two_meanings(word, part, meanings):
    """A word that is common as two parts of speech can be narrowed to one."""
    assert ambiguous_terms(book(rule(word))) == (
        Problem(
            f'the term "{word}" in rule "r" finds two words: {meanings}.',
            Where("book.yaml", line=7),
            f"write {word}/{part} for the first",
            Severity.WARNING,
        ),
    )


SILENT = [
    "beat",
    "smuggler",
    "build",
    "shoot",
    "organise",
    "exact:leave",
    "fine/NOUN",
    "case:Saw",
    "leave home",
    "wounds",
]


@pytest.mark.parametrize("notation", SILENT)
def test_nothing_to_warn_of(notation):
    """Words of kin, words that say how they are meant, and phrases."""
    assert ambiguous_terms(book(rule(notation))) == ()


@pytest.mark.parametrize(
    "silent",
    [
        rule("leave", "home", kind=RuleKind.ALL),
        rule("leave", "home", kind=RuleKind.NEAR),
        rule("stick", unless=Unless((term("leave"),))),
    ],
)
def test_terms_that_do_not_decide_alone(silent):
    """Beside another term, or as a veto, a wrong reading is rare."""
    assert ambiguous_terms(book(silent)) == ()


@pytest.mark.parametrize(
    ("asked", "owners"),
    [
        (rule("set:roads"), {("leave", "set:roads"), ("rise", "set:more")}),
        (rule("actor:officer"), {("saw", "actor:officer")}),
        (rule("action:harm"), {("bite", "action:harm")}),
        (rule(kind=RuleKind.EVENT, event=EventSpec(("harm",))), {("bite", "action:harm")}),
        (rule("leave", kind=RuleKind.QUESTION), {("leave", "")}),
    ],
)
def test_terms_of_lists(asked, owners):
    """Members of lists are named with their list; a verb that needs an object leaves no doubt."""
    found = ambiguous_terms(book(asked))
    assert {(one.what.split('"')[1], one.where.detail) for one in found} == owners


def test_a_list_that_several_rules_use_is_named_once():
    """One term is one warning."""
    twice = Code("c", "t", "C", rules=(rule("set:more"), rule("set:more", "stick")))
    found = ambiguous_terms(Codebook("T", "1", "", "en", (Theme("t", "T", codes=(twice,)),), sets=SETS))
    assert len(found) == 1


def test_another_language():
    """Without inflection there is nothing to confuse."""
    assert ambiguous_terms(book(rule("leave"), language="sr")) == ()


@pytest.mark.parametrize(
    ("form", "word", "expected"),
    [
        ("left", "leave", ("left (adj, adv, noun)",)),
        ("leaves", "leave", ("leaf (noun)",)),
        ("found", "find", ("found (verb)",)),
        ("organized", "organise", ()),
        ("smugglers", "smuggler", ()),
        ("beating", "beat", ()),
        ("armed", "arm", ()),
        ("feed", "fee", ("feed (noun, verb)",)),
    ],
)
def test_other_words_of_a_form(form, word, expected):
    """Whatever the lexicon lists, common or not, but no other spelling of the same word."""
    assert other_words(form, word) == expected
