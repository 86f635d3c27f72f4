"""Rules in words."""

import pytest
from exporters_sample import CODEBOOK, NEAR, VETOED, term

from qualcode.exporters.workbook.rule_words import code_in_words, in_words
from qualcode.model.codebook import Rule, RuleKind, Scope, Unless

A, B, C = term("beat"), term("set:weapons"), term("smuggler")


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
        (Rule("r", RuleKind.EVENT, (A, C)), 'an event with "beat" and "smuggler"'),
        (Rule("r", RuleKind.QUESTION, (A, C)), 'what is said in answer to a question with "beat" or "smuggler"'),
        (Rule("r", RuleKind.PATTERN, (A,)), 'the word pattern "beat"'),
        (
            Rule("r", RuleKind.ANY, (A,), unless=Unless((B, C), Scope.TURN)),
            '"beat", but not where the same turn has "set:weapons" or "smuggler"',
        ),
    ],
)
def test_rule_in_words(rule, words):
    """Each kind of rule reads as a sentence part."""
    assert in_words(rule) == words


def test_code_in_words():
    """A code's rules stand on lines of their own, its veto last."""
    assert code_in_words(VETOED) == 'any-beat: "beat" or "hit"\nNever where the same sentence has "film".'


def test_code_without_rules():
    """Where only people code, the sheet says so."""
    assert code_in_words(CODEBOOK.themes[1].codes[0]) == "No rules: coded by people only."
    assert NEAR.unless.terms == ()
