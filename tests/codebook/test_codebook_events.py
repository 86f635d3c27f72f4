"""Event and question rules and words with a part of speech: as written, and every fault with its line."""

from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.errors import ProblemsError
from qualcode.model.codebook import EventSpec, Rule, RuleKind, Scope, Unless
from qualcode.model.term import Term, TermKind

HEAD = """\
codebook: T
version: "1"
actors: {smuggler: {terms: [smuggler]}, migrant: {terms: [migrant]}}
actions: {violence: {verbs: [beat]}, robbery: {verbs: [rob]}}
themes:
  - id: t
    name: T
    codes:
      - id: c
        name: C
        rules:
          - """
LINE = 12
"""Of the first rule."""


def rule_of(folder: Path, rule: str) -> Rule:
    """The rule as it is loaded."""
    file = folder / "book.yaml"
    file.write_text(f"{HEAD}{rule}\n", encoding="utf-8")
    ((found,),) = (code.rules for code in load_codebook(file)[0].codes())
    return found


def faults_of(folder: Path, rule: str) -> list[tuple[int | None, str, str]]:
    """Line, fault and fix of everything that is wrong with the rule."""
    file = folder / "book.yaml"
    file.write_text(f"{HEAD}{rule}\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        load_codebook(file)
    return [(one.where.line, one.what, one.fix) for one in caught.value.problems]


EVENTS = [
    ("{action: violence}", EventSpec(("violence",))),
    (
        "{action: violence, agent: smuggler, target: migrant}",
        EventSpec(("violence",), ("smuggler",), ("migrant",)),
    ),
    (
        "{action: [violence, robbery, violence], agent: [smuggler, unknown], target: [migrant, other]}",
        EventSpec(("violence", "robbery"), ("smuggler", "unknown"), ("migrant", "other")),
    ),
]


@pytest.mark.parametrize(("event", "expected"), EVENTS)
def test_event_as_written(tmp_path, event, expected):
    """Each slot is a name or several, each once; an empty slot means anybody."""
    rule = rule_of(tmp_path, f"event: {event}")
    assert (rule.kind, rule.event, rule.scope, rule.line) == (RuleKind.EVENT, expected, Scope.SENTENCE, LINE)


def test_event_with_a_veto(tmp_path):
    """An event rule may have an id and a veto of any scope."""
    written = "{id: own, event: {action: violence}, unless: {terms: [film], scope: turn}}"
    rule = rule_of(tmp_path, written)
    assert (rule.id, rule.unless) == ("own", Unless((Term("film", TermKind.WORDS, "film", LINE),), Scope.TURN))


SHOWN = "write event: {action: violence, agent: smuggler, target: migrant}"
EVENT_FAULTS = [
    ("event: violence", 'rule "event" of code "c" does not say which action.', SHOWN),
    ("event: {agent: smuggler}", 'rule "event" of code "c" has no "action".', SHOWN),
    ("event: {action: }", '"action" of rule "event" of code "c" is empty.', "write a name"),
    (
        "event: {action: violence, target: []}",
        '"target" of rule "event" of code "c" is empty.',
        'write a name, or remove "target" if it may be anybody',
    ),
    (
        "event: {action: violence, agnt: smuggler}",
        'unknown key "agnt" in rule "event" of code "c": did you mean "agent"?',
        'write "agent"',
    ),
    ("event: {action: violense}", 'there is no action "violense": did you mean "violence"?', 'write "violence"'),
    ("event: {action: unknown}", 'there is no action "unknown".', "use one of: robbery, violence"),
    (
        "event: {action: violence, agent: smugler}",
        'there is no actor "smugler": did you mean "smuggler"?',
        'write "smuggler"',
    ),
    (
        'event: {action: violence, target: "actor:migrant"}',
        '"target" of rule "event" of code "c" needs the name of an actor and not "actor:migrant".',
        "write target: migrant",
    ),
    (
        "{event: {action: violence}, scope: turn}",
        'rule "event" of code "c" is always about one sentence.',
        'remove "scope", or write a rule of another kind',
    ),
    (
        "{pattern: [{LOWER: a}], scope: answer}",
        'rule "pattern" of code "c" is always about one sentence.',
        'remove "scope", or write a rule of another kind',
    ),
    (
        "{question: [police], scope: sentence}",
        'rule "question" of code "c" is always about one answer.',
        'remove "scope", or write a rule of another kind',
    ),
    (
        "question: []",
        'rule "question" of code "c" has no terms.',
        "write a list of terms: [smuggler violence, beaten by smugglers]",
    ),
]


@pytest.mark.parametrize(("rule", "what", "fix"), EVENT_FAULTS)
def test_fault_of_an_event_or_question(tmp_path, rule, what, fix):
    """A careless event, question or scope is a fault on its line, with what to write."""
    assert faults_of(tmp_path, rule) == [(LINE, what, fix)]


def test_question_as_written(tmp_path):
    """The terms of a question rule are looked for in the question; what it codes is the answer."""
    rule = rule_of(tmp_path, "question: [police, exact:guards]")
    notations = [term.notation for term in rule.terms]
    assert (rule.kind, notations, rule.scope) == (RuleKind.QUESTION, ["police", "exact:guards"], Scope.ANSWER)


@pytest.mark.parametrize("notation", ["fine/NOUN", "fine/noun"])
def test_word_with_a_part_of_speech(tmp_path, notation):
    """A part of speech behind a slash is read, in capitals or not."""
    assert rule_of(tmp_path, f"any: [{notation}]").terms == (Term(notation, TermKind.POS, "fine/NOUN", LINE),)


@pytest.mark.parametrize("word", ["his/her", "24/7", "and/or"])
def test_slash_that_is_no_part_of_speech(tmp_path, word):
    """Words with a slash in ordinary writing stay words."""
    assert rule_of(tmp_path, f"any: [{word}]").terms[0].kind is TermKind.WORDS


@pytest.mark.parametrize(
    "notation", ["pay fine/NOUN", "smuggl*/NOUN", "exact:fine/NOUN", "take ... fine/NOUN", "push-back/NOUN"]
)
def test_part_of_speech_that_is_out_of_place(tmp_path, notation):
    """A part of speech stands behind a single whole word and nowhere else."""
    what = f'the part of speech in the term "{notation}" in rule "any" of code "c" does not stand behind a single word.'
    fix = "write one whole word before the slash, and nothing beside it: fine/NOUN"
    assert faults_of(tmp_path, f'any: ["{notation}"]') == [(LINE, what, fix)]


def made_ids(folder: Path, *rules: str) -> list[str]:
    """The ids that the rules are given."""
    return [rule_of(folder, rule).id for rule in rules]


def test_made_id_holds_the_event(tmp_path):
    """An event rule keeps its made id when names change places, and has another one for other names."""
    one, same, target, action, agent = made_ids(
        tmp_path,
        "event: {action: [violence, robbery], agent: smuggler}",
        "event: {agent: [smuggler], action: [robbery, violence]}",
        "event: {action: [violence, robbery], target: smuggler}",
        "event: {action: [violence], agent: smuggler}",
        "event: {action: [violence, robbery], agent: migrant}",
    )
    assert one == same
    assert len({one, target, action, agent}) == 4
    assert one.startswith("event-")


def test_made_id_holds_the_pattern(tmp_path):
    """Pattern rules with other words, or words in another order, have other ids."""
    ids = made_ids(
        tmp_path,
        "pattern: [{LOWER: push}, {LOWER: back}]",
        "pattern: [{LOWER: back}, {LOWER: push}]",
        "pattern: [{LOWER: push}, {LOWER: back, OP: '?'}]",
    )
    assert len(set(ids)) == 3


def test_made_id_of_other_rules_stays_what_it_was(tmp_path):
    """Codings of earlier runs are known by the id of their rule, which must not change with the programme."""
    assert made_ids(tmp_path, "any: [smuggler violence]", "near: {of: [a, b], within: 3, ordered: true}") == [
        "any-ee52de2c",
        "near-f7575067",
    ]
