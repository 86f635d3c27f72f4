"""Rules in words."""

import pytest
from exporters_sample import CODEBOOK, NEAR, VETOED, term

from qualcode.exporters.workbook.pattern_words import piece_in_words
from qualcode.exporters.workbook.rule_words import code_in_words, in_words
from qualcode.model.codebook import EventSpec, Rule, RuleKind, Scope, Unless
from qualcode.model.term import Term, TermKind

A, B, C = term("beat"), term("set:weapons"), term("smuggler")
FINE = Term("fine/noun", TermKind.POS, "fine/NOUN")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("r", RuleKind.ANY, (A,)), '"beat"'),
        (Rule("r", RuleKind.ANY, (A, B, C)), '"beat", "set:weapons" or "smuggler"'),
        (
            Rule("r", RuleKind.ANY, (A, B), scope=Scope.TURN),
            '"beat" or "set:weapons", from the first to the last in one turn',
        ),
        (Rule("r", RuleKind.ALL, (A, C)), '"beat" and "smuggler" in one sentence'),
        (Rule("r", RuleKind.ALL, (A, C), scope=Scope.ANSWER), '"beat" and "smuggler" in one answer'),
        (
            Rule("r", RuleKind.AT_LEAST, (A, B, C), count=2),
            'at least 2 of "beat", "set:weapons" and "smuggler" in one sentence',
        ),
        (Rule("r", RuleKind.NEAR, (A, C)), '"beat" and "smuggler" with at most 8 words between'),
        (
            Rule("r", RuleKind.NEAR, (A, C), within=1, ordered=True),
            '"beat" and "smuggler" with at most 1 word between, in this order',
        ),
        (Rule("r", RuleKind.EVENT, event=EventSpec(("violence",))), 'an event of "violence"'),
        (
            Rule("r", RuleKind.EVENT, event=EventSpec(("violence", "robbery"), ("smuggler", "unknown"), ("migrant",))),
            'an event of "violence" or "robbery" by "smuggler" or somebody who is not named to "migrant"',
        ),
        (
            Rule("r", RuleKind.EVENT, event=EventSpec(("violence",), targets=("other",))),
            'an event of "violence" to somebody no actor lists',
        ),
        (Rule("r", RuleKind.ANY, (FINE, A)), '"fine" as a noun or "beat"'),
        (Rule("r", RuleKind.QUESTION, (A, C)), 'what is said in answer to a question with "beat" or "smuggler"'),
        (
            Rule("r", RuleKind.PATTERN, pattern=({"LOWER": "push"}, {"LOWER": "back"})),
            'in sequence: "push", "back"',
        ),
        (
            Rule("r", RuleKind.ANY, (A,), unless=Unless((B, C), Scope.TURN)),
            '"beat", but not where the same turn has "set:weapons" or "smuggler"',
        ),
    ],
)
def test_rule_in_words(rule, words):
    """Each kind of rule reads as a sentence part."""
    assert in_words(rule) == words


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ({}, "any word"),
        ({"OP": "?"}, "any word (or nothing)"),
        ({"LOWER": {"IN": ["push", "pushed"]}, "OP": "+"}, '"push" or "pushed" (once or more often)'),
        ({"LEMMA": "push", "POS": "VERB"}, 'a form of "push" and POS VERB'),
        ({"POS": {"NOT_IN": ["NOUN", "PROPN"]}, "OP": "{1,3}"}, "neither POS NOUN nor POS PROPN (1 to 3 times)"),
        ({"LIKE_NUM": True, "IS_TITLE": False}, "LIKE_NUM and not IS_TITLE"),
        ({"LENGTH": {">=": 3, "<": 9}}, "LENGTH >= 3 and LENGTH < 9"),
        ({"TEXT": {"REGEX": "^[A-Z]"}, "OP": "!"}, "TEXT like the expression ^[A-Z] (not there)"),
        ({"LOWER": {"FUZZY1": "kosovo"}, "OP": "{2}"}, 'nearly "kosovo" (2 times)'),
    ],
)
def test_piece_of_a_pattern_in_words(piece, words):
    """What is asked of one word, and how often it may stand there."""
    assert piece_in_words(piece) == words


def test_code_in_words():
    """A code's rules stand on lines of their own, its veto last."""
    assert code_in_words(VETOED) == 'any-beat: "beat" or "hit"\nNever where the same sentence has "film".'


def test_code_without_rules():
    """Where only people code, the sheet says so."""
    assert code_in_words(CODEBOOK.themes[1].codes[0]) == "No rules: coded by people only."
    assert NEAR.unless.terms == ()
