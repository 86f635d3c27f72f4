"""Lint warns of what is allowed and likely a mistake."""

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.lint import lint
from qualcode.model.problem import Problem, Severity, Where

HEAD = 'codebook: T\nversion: "1"\n'
CODE = """\
themes:
  - id: t
    name: T
    codes:
      - id: c
        name: C
        definition: D.
        examples: [E.]
        rules:
"""


def linted(folder, content: str) -> tuple[Problem, ...]:
    """What lint says of a codebook with this content."""
    file = folder / "book.yaml"
    file.write_text(HEAD + content, encoding="utf-8")
    return lint(load_codebook(file)[0])


RULES = [
    ("any: [gun, Gun]", Severity.WARNING, 'the term "Gun" stands twice in rule "r".', "remove one of the two"),
    (
        "any: [gun, exact:gun]",
        Severity.NOTE,
        'the term "exact:gun" in rule "r" adds nothing to "gun".',
        "remove it, unless it is to be seen in the matched words",
    ),
    (
        "any: ['smuggl*', smugglers]",
        Severity.NOTE,
        'the term "smugglers" in rule "r" adds nothing to "smuggl*".',
        "remove it, unless it is to be seen in the matched words",
    ),
    (
        "any: [smuggling gang boss, 'bos*', smuggling gang]",
        Severity.NOTE,
        'the term "smuggling gang boss" in rule "r" adds nothing to "bos*".',
        "remove it, unless it is to be seen in the matched words",
    ),
    (
        "any: [gang, smuggling gang]",
        Severity.NOTE,
        'the term "smuggling gang" in rule "r" adds nothing to "gang".',
        "remove it, unless it is to be seen in the matched words",
    ),
    (
        "any: 'gun, knife'",
        Severity.WARNING,
        'the term "gun, knife" in code "c" has a comma, so that it is one term and not several.',
        "write several terms in brackets: [first, second]",
    ),
    (
        "any: [WHO]",
        Severity.WARNING,
        'the term "WHO" in code "c" also finds the word "who".',
        'write "case:WHO" if only capitals are meant',
    ),
]


@pytest.mark.parametrize(("rule", "severity", "what", "fix"), RULES)
def test_lint_of_a_rule(tmp_path, rule, severity, what, fix):
    """A term that repeats another, or says more than it seems to, is pointed out."""
    found = linted(tmp_path, f"{CODE}          - {{id: r, {rule}}}\n")
    assert found == (Problem(what, Where("book.yaml", line=12), fix, severity),)


@pytest.mark.parametrize(
    "rule", ["any: [gun, case:GUN, knife]", "all: [gang, smuggling gang]", "any: [smuggl*, 'push *ed']"]
)
def test_lint_is_silent(tmp_path, rule):
    """Terms that differ, or that a rule needs all of, are nothing to warn of."""
    kinds = {problem.severity for problem in linted(tmp_path, f"{CODE}          - {rule}\n")}
    assert kinds <= {Severity.NOTE}


def test_lint_of_a_bare_code(tmp_path):
    """A code without definition or examples, an example without text and a theme without codes are warned of."""
    content = (
        "themes:\n  - id: t\n    name: T\n    codes:\n      - {id: a, name: A, manual: true}\n"
        '      - {id: b, name: B, manual: true, definition: D., examples: [E., ""]}\n  - {id: u, name: U}\n'
    )
    assert linted(tmp_path, content) == (
        Problem(
            'theme "u" has no codes.', Where(), 'add its codes below "codes:", or remove the theme', Severity.WARNING
        ),
        Problem(
            'code "a" has no definition.',
            Where("book.yaml", line=7),
            "say in a sentence what it means",
            Severity.WARNING,
        ),
        Problem(
            'code "a" has no examples.',
            Where("book.yaml", line=7),
            "add a sentence that it should find",
            Severity.WARNING,
        ),
        Problem(
            'code "b" has an example without text.',
            Where("book.yaml", line=8),
            "write the sentence, or remove the line",
            Severity.WARNING,
        ),
    )


def test_lint_of_unused_lists(tmp_path):
    """A list that no rule leads to, straight or through another list, is noted."""
    lists = (
        "sets: {a: ['set:b'], b: [x], c: ['set:d'], d: [y]}\n"
        "actors: {e: {terms: [z]}, f: {terms: ['set:b']}}\nactions: {g: {verbs: [hit]}, h: {nouns: [i]}}\n"
    )
    found = linted(tmp_path, f"{lists}{CODE}          - any: ['set:a', 'actor:f', 'action:h']\n")
    unused = (("set", "c"), ("set", "d"), ("actor", "e"), ("action", "g"))
    assert found == tuple(
        Problem(
            f'no rule uses the {kind} "{name}".', Where(), f'use it as "{kind}:{name}", or remove it', Severity.NOTE
        )
        for kind, name in unused
    )
