"""Pattern rules: as plain data, and what spaCy would refuse or never find as a fault with its line."""

from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.errors import ProblemsError
from qualcode.model.codebook import RuleKind

HEAD = """\
codebook: T
version: "1"
themes:
  - id: t
    name: T
    codes:
      - id: c
        name: C
        rules:
          - pattern: """
LINE = 10
"""Of the pattern."""


def written(folder: Path, pattern: str) -> Path:
    """A codebook with this pattern."""
    file = folder / "book.yaml"
    file.write_text(f"{HEAD}{pattern}\n", encoding="utf-8")
    return file


PATTERNS = [
    ("[{LOWER: push}, {LOWER: back}]", ({"LOWER": "push"}, {"LOWER": "back"})),
    (
        '[{LOWER: {IN: [push, pushed]}}, {}, {POS: ADV, OP: "?"}]',
        ({"LOWER": {"IN": ["push", "pushed"]}}, {}, {"POS": "ADV", "OP": "?"}),
    ),
    (
        '[{LIKE_NUM: true}, {LENGTH: {">=": 3}}, {LENGTH: 5}]',
        ({"LIKE_NUM": True}, {"LENGTH": {">=": 3}}, {"LENGTH": 5}),
    ),
    ("[{TEXT: {REGEX: '^Push'}, OP: '{1,3}'}]", ({"TEXT": {"REGEX": "^Push"}, "OP": "{1,3}"},)),
    ("[{LOWER: {FUZZY1: kosovo}}, {LOWER: no}]", ({"LOWER": {"FUZZY1": "kosovo"}}, {"LOWER": "no"})),
    ("[{POS: {NOT_IN: [NOUN, PUNCT]}}]", ({"POS": {"NOT_IN": ["NOUN", "PUNCT"]}},)),
]


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS)
def test_pattern_as_written(tmp_path, pattern, expected):
    """A pattern arrives as texts, numbers, booleans, lists and mappings."""
    book, problems = load_codebook(written(tmp_path, pattern))
    ((rule,),) = (code.rules for code in book.codes())
    assert (rule.kind, rule.pattern, problems) == (RuleKind.PATTERN, expected, ())


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS)
def test_pattern_is_one_that_spacy_accepts(tmp_path, pattern, expected):
    """What loads without a fault is a token pattern by spaCy's own check."""
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab

    del expected
    book, _ = load_codebook(written(tmp_path, pattern))
    ((rule,),) = (code.rules for code in book.codes())
    Matcher(Vocab(), validate=True).add("rule", [[dict(piece) for piece in rule.pattern]])


OWNER = 'rule "pattern" of code "c"'
SHOWN = "write pattern: [{LOWER: push}, {LOWER: back}]"
FAULTS = [
    ("push back", f"{OWNER} needs a list of words, each in braces.", SHOWN),
    ("[]", f"{OWNER} needs a list of words, each in braces.", SHOWN),
    ('[{OP: "*"}, {}]', f"{OWNER} asks nothing of any word.", SHOWN),
    ("[push]", f"each word of {OWNER} stands in braces with what is asked of it.", "write {LOWER: push}"),
    ("[[push]]", f"each word of {OWNER} stands in braces with what is asked of it.", "write {LOWER: push}"),
    ("[{LOWR: a}]", f'unknown attribute "LOWR" in {OWNER}: did you mean "LOWER"?', 'write "LOWER"'),
    ("[{lower: a}]", f'unknown attribute "lower" in {OWNER}: did you mean "LOWER"?', 'write "LOWER"'),
    (
        "[{ENT_TYPE: PERSON}]",
        f'"ENT_TYPE" cannot be asked in {OWNER}: names of people and places are not recognised.',
        "ask for words (LOWER, LEMMA), their part of speech (POS) or their grammar (DEP)",
    ),
    (
        "[{MORPH: x}]",
        f'"MORPH" cannot be asked in {OWNER}: the inner make-up of words is not analysed.',
        "ask for words (LOWER, LEMMA), their part of speech (POS) or their grammar (DEP)",
    ),
    (
        "[{_: x}]",
        f'"_" cannot be asked in {OWNER}: there are no attributes of your own.',
        "ask for words (LOWER, LEMMA), their part of speech (POS) or their grammar (DEP)",
    ),
    (
        "[{LOWER: Push}]",
        f'"LOWER" of {OWNER} has a capital letter ("Push"), which no word has there.',
        'write "push", or use TEXT',
    ),
    (
        "[{LOWER: push back}]",
        f'"LOWER" of {OWNER} holds several words ("push back"), and each needs braces of its own.',
        "write [{LOWER: push}, {LOWER: back}]",
    ),
    ("[{LOWER: 112}]", f'"LOWER" of {OWNER} must be a text.', 'write "112"'),
    ("[{LOWER: }]", f'"LOWER" of {OWNER} must be a text.', "write a word"),
    ("[{LIKE_NUM: yes}]", f'"LIKE_NUM" of {OWNER} must be true or false.', "write true"),
    (
        "[{LIKE_NUM: {IN: [true]}}]",
        f'"LIKE_NUM" of {OWNER} must be a single value.',
        "write LIKE_NUM: true",
    ),
    ("[{LENGTH: long}]", f'"LENGTH" of {OWNER} must be a whole number.', "write a number such as 4"),
    ("[{POS: NUON}]", f'"POS" of {OWNER} cannot be "NUON": did you mean "NOUN"?', 'write "NOUN"'),
    (
        '[{LOWER: a, OP: "??"}]',
        f'"OP" of {OWNER} cannot be "??".',
        'use one of: "!", "?", "+", "*", "{2}", "{1,3}"',
    ),
    ("[{LOWER: a, OP: 2}]", f'"OP" of {OWNER} must be an operator in quotation marks.', 'write "?"'),
    ("[{LOWER: {INN: [a]}}]", f'unknown key "INN" in "LOWER" of {OWNER}: did you mean "IN"?', 'write "IN"'),
    (
        "[{LOWER: {IN: [a, B]}}]",
        f'"LOWER" of {OWNER} has a capital letter ("B"), which no word has there.',
        'write "b", or use TEXT',
    ),
    (
        "[{TEXT: {REGEX: '('}}]",
        f'the regular expression "(" in "TEXT" of {OWNER} is broken (missing ), unterminated subpattern).',
        'check its brackets, and put "\\" before a sign that is meant as it stands',
    ),
    ("[{TEXT: {REGEX: }}]", f'"TEXT" of {OWNER} has an empty regular expression.', "write REGEX: '^push'"),
    (
        "[{TEXT: {FUZZY: {IN: [a]}}}]",
        f'"FUZZY" in "TEXT" of {OWNER} must be one text.',
        "write {FUZZY: word}",
    ),
]


@pytest.mark.parametrize(("pattern", "what", "fix"), FAULTS)
def test_fault_of_a_pattern(tmp_path, pattern, what, fix):
    """A careless pattern is a fault on its line, with what to write."""
    with pytest.raises(ProblemsError) as caught:
        load_codebook(written(tmp_path, pattern))
    (problem,) = caught.value.problems
    assert (problem.where.line, problem.what, problem.fix) == (LINE, what, fix)
