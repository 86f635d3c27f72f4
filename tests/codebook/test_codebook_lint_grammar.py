"""Lint warns of rules that need grammar where there is none, and of events that contradict their code."""

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.lint import lint
from qualcode.model.problem import Problem, Severity, Where

HEAD = """\
codebook: T
version: "1"
language: {language}
actors:
  smuggler: {{terms: [smuggler]}}
  migrant: {{terms: [migrant], first_person: [{first}]}}
actions: {{violence: {{verbs: [beat]}}}}
themes:
  - id: t
    name: T
    codes:
      - id: c
        name: C
        definition: D.
        examples: [E.]
        {field}
        rules:
          - {{id: r, {rule}}}
"""
LINE = 18
"""Of the rule."""


def linted(folder, rule: str, *, language: str = "en", field: str = "", first: str = "refugee") -> tuple[Problem, ...]:
    """What lint says, notes about lists that no rule uses left out."""
    file = folder / "book.yaml"
    file.write_text(HEAD.format(language=language, rule=rule, field=field, first=first), encoding="utf-8")
    return tuple(one for one in lint(load_codebook(file)[0]) if not one.what.startswith("no rule uses"))


def at(line: int, what: str, fix: str, severity: Severity) -> Problem:
    """A problem on a line of the codebook."""
    return Problem(what, Where("book.yaml", line=line), fix, severity)


WORDS = "write any, all or near, with the words themselves"
UNPARSED = [
    ("event: {action: violence}", 'rule "r" needs a parser, there is none for "sr": it finds nothing.', WORDS),
    ("pattern: [{LOWER: push}]", 'rule "r" needs a parser, there is none for "sr": it finds nothing.', WORDS),
    (
        "any: [fine/NOUN]",
        'the term "fine/NOUN" needs a parser, there is none for "sr": it finds nothing.',
        "write the forms you mean, each as exact:word",
    ),
    (
        "any: [stick], unless: [fine/NOUN]",
        'the term "fine/NOUN" needs a parser, there is none for "sr": it finds nothing.',
        "write the forms you mean, each as exact:word",
    ),
]


@pytest.mark.parametrize(("rule", "what", "fix"), UNPARSED)
def test_grammar_in_a_language_without_a_parser(tmp_path, rule, what, fix):
    """Events, patterns and parts of speech find nothing there."""
    assert linted(tmp_path, rule, language="sr") == (at(LINE, what, fix, Severity.WARNING),)


@pytest.mark.parametrize("rule", [rule for rule, _, _ in UNPARSED])
def test_grammar_in_english(tmp_path, rule):
    """In English, also that of one country, there is nothing to warn of."""
    assert linted(tmp_path, rule, language="en-GB") == ()


def test_part_of_speech_in_a_list(tmp_path):
    """A list is named, since its terms have no rule."""
    found = linted(tmp_path, "any: ['actor:smuggler']", language="sr", field="use: u")
    assert found == ()
    file = tmp_path / "book.yaml"
    file.write_text(file.read_text().replace("[smuggler]", "[fine/NOUN]"), encoding="utf-8")
    assert lint(load_codebook(file)[0])[0] == Problem(
        'the term "fine/NOUN" needs a parser, there is none for "sr": it finds nothing.',
        Where(detail='actor "smuggler"'),
        "write the forms you mean, each as exact:word",
        Severity.WARNING,
    )


@pytest.mark.parametrize(
    ("field", "key"), [("absence: true", "absence"), ("counts: [affirmed, hypothetical]", "counts")]
)
def test_assertion_in_a_language_without_a_parser(tmp_path, field, key):
    """What depends on whether something is affirmed has no effect there."""
    what = f'"{key}" of code "c" has no effect: whether something is affirmed is not read in "sr".'
    fix = "count its codings by hand, or remove the line"
    assert linted(tmp_path, "any: [stick]", language="sr", field=field) == (at(12, what, fix, Severity.NOTE),)


def test_event_against_its_code(tmp_path):
    """A rule that asks for another agent than the code is about finds what does not belong there."""
    found = linted(tmp_path, "event: {action: violence, agent: [migrant, other]}", field="perpetrator: smuggler")
    what = 'rule "r" asks for the agent "migrant" or "other", and code "c" is about "smuggler".'
    fix = 'write agent: smuggler, or change "perpetrator" of the code'
    assert found == (at(LINE, what, fix, Severity.WARNING),)


@pytest.mark.parametrize(
    ("field", "agent"),
    [("perpetrator: smuggler", "agent: [smuggler, unknown]"), ("perpetrator: smuggler", ""), ("", "agent: migrant")],
)
def test_event_that_fits_its_code(tmp_path, field, agent):
    """An agent the code is about, or no agent, contradicts nothing."""
    assert linted(tmp_path, f"event: {{action: violence, {agent}}}", field=field) == ()


SLOW = (
    'rule "r" asks for no certain word, so that every sentence has to be parsed for it.',
    "name a word of it with LOWER or LEMMA, if there is one",
    Severity.NOTE,
)


@pytest.mark.parametrize(
    "pattern",
    [
        "[{POS: NOUN}, {POS: VERB}]",
        '[{POS: NOUN}, {LOWER: back, OP: "?"}]',
        '[{POS: NOUN}, {LOWER: back, OP: "{0,2}"}]',
        "[{LOWER: {NOT_IN: [back]}}]",
        "[{TEXT: {REGEX: x}}]",
    ],
)
def test_pattern_without_a_certain_word(tmp_path, pattern):
    """A pattern that names no word which must be there is slow."""
    assert linted(tmp_path, f"pattern: {pattern}") == (at(LINE, *SLOW),)


@pytest.mark.parametrize(
    "pattern", ['[{POS: NOUN}, {LOWER: back, OP: "+"}]', "[{LEMMA: {IN: [push, send]}}, {POS: NOUN}]"]
)
def test_pattern_with_a_certain_word(tmp_path, pattern):
    """A pattern with a word that must be there is looked for where that word is."""
    assert linted(tmp_path, f"pattern: {pattern}") == ()


def test_events_without_a_first_person(tmp_path):
    """Where nobody's "we" is known, an event with a target misses what was done to the speaker."""
    what = 'no actor has "first_person", so that "we" and "us" are nobody in an event.'
    fix = "write beside the actor whom respondents belong to: first_person: [their respondent type]"
    found = linted(tmp_path, "event: {action: violence, target: migrant}", first="")
    assert found == (at(LINE, what, fix, Severity.NOTE),)
    assert linted(tmp_path, "event: {action: violence}", first="") == ()


def test_a_first_person_of_two_actors(tmp_path):
    """The "we" of one type of respondent is one actor."""
    linted(tmp_path, "event: {action: violence}")
    file = tmp_path / "book.yaml"
    file.write_text(file.read_text().replace("[smuggler]}", "[smuggler], first_person: [refugee]}"), encoding="utf-8")
    assert lint(load_codebook(file)[0]) == (
        Problem(
            '"refugee" stands in the "first_person" of two actors, "smuggler" and "migrant".',
            Where(),
            "keep it in one of them",
            Severity.WARNING,
        ),
    )
