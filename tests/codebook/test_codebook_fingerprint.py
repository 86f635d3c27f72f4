"""The hash of a code changes with what decides its codings, and with nothing else."""

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.fingerprint import code_hash

BOOK = """\
codebook: T
version: "1"
language: en
actors:
  smuggler: {terms: [smuggler, guide], first_person: [driver], generic: [crew]}
  state: {terms: [police, "set:guards"], collective: true}
actions:
  violence: {verbs: [beat, {verb: take, object: [phone, money]}], nouns: [violence]}
  help: {verbs: [help]}
sets:
  weapons: [knife, "set:guns"]
  guns: [rifle]
  guards: [guard]
  unused: [tree]
themes:
  - id: t
    name: T
    codes:
      - id: plain
        name: Plain
        definition: D.
        examples: [He had a knife.]
        speakers: [migrant, informant]
        rules:
          - any: [stick, "set:weapons"]
            unless: [drum]
          - near: {of: [exact:push, back], within: 4, ordered: true}
        unless: [film]
      - id: event
        name: Event
        perpetrator: smuggler
        rules:
          - event: {action: [violence], agent: [smuggler, unknown], target: other}
          - pattern: [{LOWER: push}, {LOWER: back}]
"""
MATTERS = [
    ("plain", "language: en", "language: de"),
    ("plain", "any: [stick,", "any: [sticks,"),
    ("plain", "any: [stick,", "any: [exact:stick,"),
    ("plain", "any: [stick,", "all: [stick,"),
    ("plain", "- any: [stick,", "- scope: turn\n            any: [stick,"),
    ("plain", "- any: [stick,", "- id: own\n            any: [stick,"),
    ("plain", "unless: [drum]", "unless: [drums]"),
    ("plain", "unless: [drum]", "unless: {terms: [drum], scope: turn}"),
    ("plain", "unless: [film]", "unless: [film, book]"),
    ("plain", "within: 4", "within: 5"),
    ("plain", "of: [exact:push, back]", "of: [back, exact:push]"),
    ("plain", ", ordered: true", ""),
    ("plain", "weapons: [knife,", "weapons: [sword,"),
    ("plain", "guns: [rifle]", "guns: [rifle, gun]"),
    ("plain", "name: Plain", "name: Plain\n        absence: true"),
    ("plain", "name: Plain", "name: Plain\n        perpetrator: state"),
    ("plain", "speakers: [migrant, informant]", "speakers: [migrant]"),
    ("plain", "id: plain", "id: other_id"),
    ("plain", "- id: t\n", "- id: u\n"),
    ("plain", "first_person: [driver]", "first_person: [boss]"),
    ("event", "verbs: [help]", "verbs: [assist]"),
    ("event", "beat,", "hit,"),
    ("event", "object: [phone, money]", "object: [phone]"),
    ("event", "nouns: [violence]", "nouns: [violence, abuse]"),
    ("event", "terms: [smuggler, guide]", "terms: [smuggler]"),
    ("event", "generic: [crew]", "generic: [crew, men]"),
    ("event", "first_person: [driver]", "first_person: [boss]"),
    ("event", "collective: true", "collective: false"),
    ("event", "terms: [police,", "terms: [army,"),
    ("event", "guards: [guard]", "guards: [guard, soldier]"),
    ("event", "action: [violence]", "action: [violence, help]"),
    ("event", "verbs: [help]", "verbs: [assist]"),
    ("event", "agent: [smuggler, unknown]", "agent: smuggler"),
    ("event", "target: other", "target: unknown"),
    ("event", "perpetrator: smuggler", "perpetrator: state"),
    ("event", "{LOWER: back}", "{LOWER: away}"),
]
DOES_NOT_MATTER = [
    ("plain", "codebook: T", "codebook: U"),
    ("plain", 'version: "1"', 'version: "2"'),
    ("plain", "name: Plain", "name: Simple"),
    ("plain", "name: Plain", "name: Plain\n        formerly: simple"),
    ("plain", "name: Plain", "name: Plain\n        counts: [affirmed, hypothetical]"),
    ("plain", "definition: D.", "definition: Another.\n        use: U.\n        avoid: A."),
    ("plain", "examples: [He had a knife.]", "counterexamples: [He had none.]"),
    ("plain", "name: T\n", "name: U\n"),
    ("plain", 'any: [stick, "set:weapons"]', 'any: ["set:weapons", stick]'),
    ("plain", "unless: [film]", "unless: [film, film]"),
    ("plain", "speakers: [migrant, informant]", "speakers: [informant, migrant]"),
    ("plain", "weapons: [knife,", "weapons: [\n    # sharp\n    knife,"),
    ("plain", "guards: [guard]", "guards: [soldier]"),
    ("plain", "unused: [tree]", "unused: [bush]"),
    ("plain", "verbs: [beat,", "verbs: [hit,"),
    ("plain", "terms: [police,", "terms: [army,"),
    ("event", "terms: [smuggler, guide]", "terms: [guide, smuggler]"),
    ("event", "weapons: [knife,", "weapons: [sword,"),
    ("event", "agent: [smuggler, unknown]", "agent: [unknown, smuggler]"),
    ("event", "name: Plain", "name: Simple"),
]


def hash_of(folder, code: str, content: str) -> str:
    """The hash of one code; `plain` is the first, whatever its id is."""
    file = folder / "book.yaml"
    file.write_text(content, encoding="utf-8")
    book, _ = load_codebook(file)
    plain, event = book.codes()
    return code_hash(book, plain if code == "plain" else event)


def changed(folder, code: str, old: str, new: str) -> bool:
    """Whether writing `new` for `old` changes the hash of a code."""
    assert BOOK.count(old) == 1
    return hash_of(folder, code, BOOK) != hash_of(folder, code, BOOK.replace(old, new))


@pytest.mark.parametrize(("code", "old", "new"), MATTERS)
def test_what_decides_codings_changes_the_hash(tmp_path, code, old, new):
    """Rules, vetoes, everything they lead to, and all actors and actions where it matters who does what."""
    assert changed(tmp_path, code, old, new)


@pytest.mark.parametrize(("code", "old", "new"), DOES_NOT_MATTER)
def test_what_decides_no_coding_leaves_the_hash(tmp_path, code, old, new):
    """Texts for people, what is counted, other codes, and lists that the code does not lead to."""
    assert not changed(tmp_path, code, old, new)


def test_manual_code_has_another_hash(tmp_path):
    """A code that people give by hand is another one than a code whose rules find nothing."""
    head = "codebook: T\nversion: '1'\nthemes:\n  - id: t\n    name: T\n    codes:\n"
    event = "      - {id: e, name: E, manual: true}\n"
    by_hand = hash_of(tmp_path, "plain", f"{head}      - {{id: p, name: P, manual: true}}\n{event}")
    without = hash_of(tmp_path, "plain", f"{head}      - {{id: p, name: P}}\n{event}")
    assert by_hand != without
    assert len(by_hand) == 64


def test_an_actor_that_a_rule_names_brings_all_actors_in(tmp_path):
    """Where a term is an actor, a longer name of another one would win: its change matters."""
    book = BOOK.replace("any: [stick,", 'any: ["actor:smuggler",')
    assert hash_of(tmp_path, "plain", book) != hash_of(tmp_path, "plain", book.replace("[police,", "[army,"))
