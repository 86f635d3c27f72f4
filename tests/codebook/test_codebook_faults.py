"""Every fault of a codebook is reported with its line, in words that say what to do."""

from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where

TOP = 'codebook: T\nversion: "1"\n'
CODE = TOP + "themes:\n  - id: t\n    name: T\n    codes:\n      - id: c\n        name: C\n"
RULE = CODE + "        rules:\n          - "
THEMES = CODE.removeprefix(TOP) + "        rules:\n          - any: [gun]\n"


def problems_of(path: Path) -> tuple[Problem, ...]:
    """What loading finds, whether it succeeds or not."""
    try:
        return load_codebook(path)[1]
    except ProblemsError as error:
        return error.problems


def check(folder: Path, content: str, expected: list[tuple[int | None, str, str, str]]) -> None:
    """Compares everything loading finds with the lines, severities, faults and fixes expected."""
    file = folder / "book.yaml"
    file.write_text(content, encoding="utf-8")
    assert problems_of(file) == tuple(
        Problem(what, Where("book.yaml", line=line), fix, Severity(severity)) for line, severity, what, fix in expected
    )


RULE_FAULTS = [
    (
        "any: sleep outside, slept rough]",
        [
            (
                10,
                "error",
                'the term sleep outside, slept rough] in rule "any" of code "c" holds a comma or a bracket, '
                "as if a list had lost one of its own.",
                "write a list as [one, two], or put the whole term in quotation marks",
            )
        ],
    ),
    (
        "any: ['push * back']",
        [
            (
                10,
                "error",
                'the "*" in the term "push * back" in rule "any" of code "c" stands alone.',
                'put it beside letters: "smuggl*"',
            ),
        ],
    ),
    (
        "any: [set:weapon]",
        [
            (10, "error", 'there is no set "weapon".', "define it first, or remove it"),
        ],
    ),
    (
        "any: [exact: WHO]",
        [
            (
                10,
                "error",
                (
                    'a term in rule "any" of code "c" has a colon followed by a space, which YAML reads as a key '
                    "and its value."
                ),
                "write exact:WHO",
            ),
        ],
    ),
    (
        "any:\n            - exact: WHO",
        [
            (
                11,
                "error",
                (
                    'a term in rule "any" of code "c" has a colon followed by a space, which YAML reads as a key '
                    "and its value."
                ),
                "write exact:WHO",
            ),
        ],
    ),
    (
        "any:\n            - beat: hit",
        [
            (
                11,
                "error",
                (
                    'a term in rule "any" of code "c" has a colon followed by a space, which YAML reads as a key '
                    "and its value."
                ),
                'write "beat: hit"',
            ),
        ],
    ),
    (
        "any:\n            - # x",
        [
            (
                11,
                "error",
                'there is an empty term in rule "any" of code "c".',
                'write the term, in quotation marks if it begins with "#"',
            ),
        ],
    ),
    (
        "any: [112]",
        [
            (
                10,
                "error",
                'the term 112 in rule "any" of code "c" has no quotation marks, so that YAML reads it as a number.',
                'write "112"',
            ),
        ],
    ),
    (
        "any: [1.5]",
        [
            (
                10,
                "error",
                'the term 1.5 in rule "any" of code "c" has no quotation marks, so that YAML reads it as a number.',
                'write "1.5"',
            ),
        ],
    ),
    (
        "any: [null]",
        [
            (
                10,
                "error",
                'the term null in rule "any" of code "c" has no quotation marks, so that YAML reads it as nothing.',
                'write "null"',
            ),
        ],
    ),
    (
        "any: [2024-01-01]",
        [
            (
                10,
                "error",
                (
                    'the term 2024-01-01 in rule "any" of code "c" has no quotation marks, so that YAML reads it '
                    "as a date."
                ),
                'write "2024-01-01"',
            ),
        ],
    ),
    (
        "any: [true]",
        [
            (
                10,
                "error",
                (
                    'the term true in rule "any" of code "c" has no quotation marks, so that YAML reads it as true '
                    "or false."
                ),
                'write "true"',
            ),
        ],
    ),
    (
        'any:\n            - push back"',
        [
            (
                11,
                "error",
                'a quotation mark stands at one end only of the term push back" in rule "any" of code "c".',
                "put one at both ends, or remove it",
            ),
        ],
    ),
    (
        "any:\n            - push back'",
        [
            (
                11,
                "error",
                'a quotation mark stands at one end only of the term push back\' in rule "any" of code "c".',
                "put one at both ends, or remove it",
            ),
        ],
    ),
    (
        "any: []",
        [
            (
                10,
                "error",
                'rule "any" of code "c" has no terms.',
                "write a list of terms: [smuggler violence, beaten by smugglers]",
            ),
        ],
    ),
    (
        "any:",
        [
            (
                10,
                "error",
                'rule "any" of code "c" has no terms.',
                "write a list of terms: [smuggler violence, beaten by smugglers]",
            ),
        ],
    ),
    (
        "any: {a: b}",
        [
            (
                10,
                "error",
                'rule "any" of code "c" needs a list of terms.',
                "write them in brackets: [smuggler, driver]",
            ),
        ],
    ),
    (
        "any: ['']",
        [
            (10, "error", 'the term "" in rule "any" of code "c" has no words.', "write a word, or remove the term"),
        ],
    ),
    (
        "any: ['!']",
        [
            (10, "error", 'the term "!" in rule "any" of code "c" has no words.', "write a word, or remove the term"),
        ],
    ),
    (
        "any: ['*']",
        [
            (10, "error", 'the term "*" in rule "any" of code "c" has no words.', "write a word, or remove the term"),
        ],
    ),
    (
        "any: ['a ...']",
        [
            (
                10,
                "error",
                'the term "a ..." in rule "any" of code "c" has "..." without words on both sides.',
                'write "take ... phone"',
            ),
        ],
    ),
    (
        "any: ['exat:who']",
        [
            (
                10,
                "error",
                (
                    'the term "exat:who" in rule "any" of code "c" begins with an unknown "exat:": did you mean '
                    '"exact:"?'
                ),
                'write "exact:"',
            ),
        ],
    ),
    (
        "any: ['exact:']",
        [
            (
                10,
                "error",
                'the term "exact:" in rule "any" of code "c" has no words.',
                "write a word, or remove the term",
            ),
        ],
    ),
    (
        "any: ['set:']",
        [
            (
                10,
                "error",
                'the term "set:" in rule "any" of code "c" names nothing.',
                'write the name right after the colon: "set:name"',
            ),
        ],
    ),
    (
        "any: ['re:(']",
        [
            (
                10,
                "error",
                'the regular expression "re:(" in rule "any" of code "c" is broken (missing ) at character 2).',
                'check its brackets, and put "\\" before a sign that is meant as it stands',
            ),
        ],
    ),
    (
        "any: ['re:']",
        [
            (
                10,
                "error",
                'a term "re:" in rule "any" of code "c" has no expression.',
                "write it right after the colon: 're:\\d+ euros?'",
            ),
        ],
    ),
    (
        "any: [fine/NUON]",
        [
            (
                10,
                "error",
                (
                    'the term "fine/NUON" in rule "any" of code "c" has an unknown part of speech "NUON": did you '
                    'mean "NOUN"?'
                ),
                'write "NOUN"',
            ),
        ],
    ),
    (
        "any: [[a]]",
        [
            (
                10,
                "error",
                'a term in rule "any" of code "c" must be a text.',
                "put each term on its own, without brackets around it",
            ),
        ],
    ),
    (
        "any: [a, {b: [c]}]",
        [
            (
                10,
                "error",
                'a term in rule "any" of code "c" must be a text.',
                "put each term on its own, without brackets around it",
            ),
        ],
    ),
    (
        "any: [a, {b}]",
        [
            (
                10,
                "error",
                'a term in rule "any" of code "c" must be a text.',
                "put each term on its own, without brackets around it",
            ),
        ],
    ),
    (
        "aney: [a]",
        [
            (10, "error", 'unknown key "aney" in a rule of code "c": did you mean "any"?', 'write "any"'),
        ],
    ),
    (
        "id: x",
        [
            (
                10,
                "error",
                'a rule of code "c" does not say what kind it is.',
                "write for instance: any: [smuggler violence]",
            ),
        ],
    ),
    (
        "smuggler",
        [
            (
                10,
                "error",
                'a rule of code "c" does not say what kind it is.',
                "write for instance: any: [smuggler violence]",
            ),
        ],
    ),
    (
        "{any: [a], all: [b]}",
        [
            (
                10,
                "error",
                'a rule of code "c" is of several kinds: "any" and "all".',
                'make a rule of each, with a "-" before it',
            ),
        ],
    ),
    (
        "near: [a, b]",
        [
            (
                10,
                "error",
                'rule "near" of code "c" needs its terms behind "of".',
                "write near: {of: [smuggler, beat], within: 8}",
            ),
        ],
    ),
    (
        "near: {of: [a]}",
        [
            (
                10,
                "error",
                'rule "near" of code "c" needs at least two terms.',
                "write near: {of: [smuggler, beat], within: 8}",
            ),
        ],
    ),
    (
        "near: {within: 3}",
        [
            (10, "error", 'rule "near" of code "c" has no terms.', "write near: {of: [smuggler, beat], within: 8}"),
        ],
    ),
    (
        "near: {of: [a, b], within: -1}",
        [
            (
                10,
                "error",
                '"within" of rule "near" of code "c" must be a whole number, 0 or more.',
                "write a number such as 8",
            ),
        ],
    ),
    (
        "near: {of: [a, b], within: eight}",
        [
            (
                10,
                "error",
                '"within" of rule "near" of code "c" must be a whole number, 0 or more.',
                "write a number such as 8",
            ),
        ],
    ),
    (
        "near: {of: [a, b], ordered: maybe}",
        [
            (
                10,
                "error",
                '"ordered" of rule "near" of code "c" must be true or false.',
                "write true or false, without quotation marks",
            ),
        ],
    ),
    (
        "near: {of: [a, b], withn: 3}",
        [
            (10, "error", 'unknown key "withn" in rule "near" of code "c": did you mean "within"?', 'write "within"'),
        ],
    ),
    (
        "at_least: {of: [a, b]}",
        [
            (
                10,
                "error",
                'rule "at_least" of code "c" has no "count".',
                "write at_least: {count: 2, of: [hungry, cold, thirsty]}",
            ),
        ],
    ),
    (
        "at_least: {count: 0, of: [a, b]}",
        [
            (
                10,
                "error",
                '"count" of rule "at_least" of code "c" must be a whole number, 1 or more.',
                "write a number such as 2",
            ),
        ],
    ),
    (
        "at_least: {count: 3, of: [a, b]}",
        [
            (10, "error", 'rule "at_least" asks for 3 different terms and has 2.', 'lower "count", or add terms'),
        ],
    ),
    (
        "at_least: {count: 2}",
        [
            (
                10,
                "error",
                'rule "at_least" of code "c" has no terms.',
                "write at_least: {count: 2, of: [hungry, cold, thirsty]}",
            ),
        ],
    ),
    (
        "{any: [a], scope: turns}",
        [
            (
                10,
                "error",
                'the "scope" of rule "any" of code "c" cannot be "turns": did you mean "turn"?',
                'write "turn"',
            ),
        ],
    ),
    (
        "{any: [a], unless: []}",
        [
            (
                10,
                "error",
                '"unless" of rule "any" of code "c" has no terms.',
                "write unless: [film about smugglers], or remove it",
            ),
        ],
    ),
    (
        "{any: [a], unless: {scope: turn}}",
        [
            (
                10,
                "error",
                '"unless" of rule "any" of code "c" has no terms.',
                "write unless: [film about smugglers], or remove it",
            ),
        ],
    ),
    (
        "{any: [a], id: my rule}",
        [
            (
                10,
                "error",
                '"my rule" cannot be used as an id or name in rule "any" of code "c".',
                "use letters, digits, _ and - only, without spaces",
            ),
        ],
    ),
    (
        "no: [x]",
        [
            (
                10,
                "error",
                'unknown key "no" in a rule of code "c".',
                "use one of: all, any, at_least, event, id, near, pattern, question, scope, unless",
            ),
        ],
    ),
]

CODE_FAULTS = [
    (
        "        defintion: x\n        rules: [{any: [a]}]\n",
        [
            (9, "error", 'unknown key "defintion" in a code: did you mean "definition"?', 'write "definition"'),
        ],
    ),
    (
        "",
        [
            (
                7,
                "warning",
                'code "c" has no rules, so that nothing will be coded with it.',
                'add rules, or write "manual: true" if only people use it',
            ),
        ],
    ),
    (
        "        manual: true\n        rules: [{any: [a]}]\n",
        [
            (
                10,
                "error",
                'code "c" is manual and has rules.',
                'remove "manual: true" if the rules are to be used, or remove the rules',
            ),
        ],
    ),
    (
        "        manual: 1\n",
        [
            (
                7,
                "warning",
                'code "c" has no rules, so that nothing will be coded with it.',
                'add rules, or write "manual: true" if only people use it',
            ),
            (9, "error", '"manual" of code "c" must be true or false.', "write true or false, without quotation marks"),
        ],
    ),
    (
        "        manual: true\n        perpetrator: smugler\n",
        [
            (10, "error", 'there is no actor "smugler".', "define it first, or remove it"),
        ],
    ),
    (
        "        manual: true\n        counts: [afirmed]\n",
        [
            (10, "error", '"counts" of code "c" cannot be "afirmed": did you mean "affirmed"?', 'write "affirmed"'),
        ],
    ),
    (
        "        manual: true\n        examples:\n          - He said: go\n",
        [
            (
                11,
                "error",
                '"examples" of code "c" must be one text.',
                "put the whole text in quotation marks, above all if it has a colon",
            ),
        ],
    ),
    (
        "        manual: true\n        manual: true\n",
        [
            (
                10,
                "error",
                '"manual" stands twice in a code, first on line 9.',
                "keep one of the two, or put both contents into one",
            ),
        ],
    ),
    (
        "        rules: [{any: [a]}, {any: [a]}]\n",
        [
            (9, "warning", 'the same rule stands twice in code "c", first on line 9.', "remove one of the two"),
        ],
    ),
    (
        "        manual: true\n      - id: c\n        name: D\n        manual: true\n",
        [
            (
                10,
                "error",
                'the code "c" is defined a second time, first in book.yaml, line 7.',
                "remove one of the two, or rename it",
            ),
        ],
    ),
    (
        "        rules: [{id: x, any: [a]}, {id: x, any: [b]}]\n",
        [
            (
                9,
                "error",
                'the rule "x" is defined a second time, first in book.yaml, line 9.',
                "remove one of the two, or rename it",
            ),
        ],
    ),
    (
        "        manual: true\n        definition: [a]\n",
        [
            (
                10,
                "error",
                '"definition" of code "c" must be one text.',
                "put the whole text in quotation marks, above all if it has a colon",
            ),
        ],
    ),
]

FILE_FAULTS = [
    (
        "thems: []\n",
        [
            (None, "error", "the codebook has no themes.", 'write them below "themes:", each with its codes'),
            (3, "error", 'unknown key "thems" in the codebook: did you mean "themes"?', 'write "themes"'),
        ],
    ),
    (
        (
            "sets: {weapons: [gun]}\nthemes:\n  - id: t\n    name: T\n    codes:\n      - id: c\n        name: C\n "
            "       rules:\n          - any: ['set:weapon']\n"
        ),
        [
            (11, "error", 'there is no set "weapon": did you mean "weapons"?', 'write "weapons"'),
        ],
    ),
    (
        "themes:\n  - name: T\n  - id: a b\n    name: T\n  - id: d\n",
        [
            (4, "error", "a theme has no id.", 'give it one: "id: short_name"'),
            (
                5,
                "error",
                '"a b" cannot be used as an id or name in a theme.',
                "use letters, digits, _ and - only, without spaces",
            ),
            (7, "error", 'theme "d" has no name.', 'give it one: "name: A few words"'),
        ],
    ),
    (
        "sets: {a: ['set:b'], b: ['set:a']}\n",
        [
            (3, "error", 'the set "a" refers to itself: set:a -> set:b -> set:a.', "remove one of these references"),
            (3, "error", 'the set "b" refers to itself: set:b -> set:a -> set:b.', "remove one of these references"),
        ],
    ),
    (
        "sets: {a: []}\n",
        [
            (3, "error", 'set "a" has no terms.', "write them in brackets: [knife, gun]"),
        ],
    ),
    (
        "sets: {a: {b: c}}\n",
        [
            (3, "error", 'set "a" needs a list of terms.', "write them in brackets: [knife, gun]"),
        ],
    ),
    (
        "sets: [a]\n",
        [
            (3, "error", '"sets" needs keys and values here.', 'write one "key: value" on each line'),
        ],
    ),
    (
        "actors: {a: {}}\n",
        [
            (3, "error", 'actor "a" has no terms.', "write its names: terms: [police, officer]"),
        ],
    ),
    (
        "actors: {a: [x]}\n",
        [
            (3, "error", 'actor "a" needs keys and values here.', 'write one "key: value" on each line'),
        ],
    ),
    (
        "actors: {a: {terms: [x], colective: true}}\n",
        [
            (3, "error", 'unknown key "colective" in actor "a": did you mean "collective"?', 'write "collective"'),
        ],
    ),
    (
        "actions: {a: {}}\n",
        [
            (3, "error", 'action "a" has neither verbs nor nouns.', "write for instance: verbs: [beat, hit]"),
        ],
    ),
    (
        "actions: {a: {verbs: [{object: [x]}]}}\n",
        [
            (3, "error", 'a verb of action "a" is missing.', "write {verb: take, object: [money, phone]}"),
        ],
    ),
    (
        "language: English\n",
        [
            (3, "error", '"language" cannot be "English".', "write the short code of a language, such as en, sr or de"),
        ],
    ),
    (
        "x: !!python/name:os.system x\n",
        [
            (
                3,
                "error",
                'a text begins with "!", which YAML reads as a tag ("python/name:os.system").',
                "remove the word with the exclamation mark, or put the whole text in quotation marks",
            ),
        ],
    ),
    (
        "x: !foo x\n",
        [
            (
                3,
                "error",
                'a text begins with "!", which YAML reads as a tag ("!foo").',
                "remove the word with the exclamation mark, or put the whole text in quotation marks",
            ),
        ],
    ),
    (
        "sets: {? [a] : b}\n",
        [
            (3, "error", 'a key in "sets" is no word.', "write a single word before the colon"),
        ],
    ),
    (
        "actors:\n  smuggler:\nactions:\n  violence:\n",
        [
            (4, "error", 'actor "smuggler" has no terms.', "write its names: terms: [police, officer]"),
            (
                6,
                "error",
                'action "violence" has neither verbs nor nouns.',
                "write for instance: verbs: [beat, hit]",
            ),
        ],
    ),
    (
        "actors: {unknown: {terms: [stranger]}}\n",
        [
            (
                3,
                "error",
                'an actor cannot be called "unknown", which stands for somebody no actor lists or nothing names.',
                "give it another name",
            ),
        ],
    ),
    (
        "sets: {my set: [gun]}\n",
        [
            (
                3,
                "error",
                '"my set" cannot be used as an id or name in "sets".',
                "use letters, digits, _ and - only, without spaces",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("rule", "expected"), RULE_FAULTS)
def test_fault_of_a_rule(tmp_path, rule, expected):
    """A careless rule or term is a fault on its line."""
    check(tmp_path, f"{RULE}{rule}\n", expected)


@pytest.mark.parametrize(("code", "expected"), CODE_FAULTS)
def test_fault_of_a_code(tmp_path, code, expected):
    """A careless field of a code is a fault on its line."""
    check(tmp_path, CODE + code, expected)


@pytest.mark.parametrize(("part", "expected"), FILE_FAULTS)
def test_fault_of_a_list_or_theme(tmp_path, part, expected):
    """A careless actor, action, set, theme or setting is a fault on its line."""
    check(tmp_path, TOP + part + ("" if "themes:" in part or "thems:" in part else THEMES), expected)
