"""What changed between two codebooks."""

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.diff import diff
from qualcode.model.codebook_diff import CodebookDiff, ListChange
from qualcode.model.term import TermKind

BOOK = """\
codebook: T
version: "1"
language: en
actors:
  smuggler: {terms: [smuggler, guide], generic: [crew]}
  state: {terms: [police]}
actions:
  violence: {verbs: [beat, {verb: take, object: [phone, money]}], nouns: [violence]}
sets:
  weapons: [knife, "set:guns"]
  guns: [rifle]
themes:
  - id: t
    name: T
    codes:
      - id: plain
        name: Plain
        definition: D.
        rules:
          - any: [stick, club, "set:weapons"]
          - id: own
            near: {of: [push, back], within: 4}
        unless: [film]
      - id: event
        name: Event
        rules:
          - event: {action: violence, agent: smuggler}
"""


def compared(folder, *changes: tuple[str, str]) -> CodebookDiff:
    """The difference that these replacements make."""
    content = BOOK
    for old, new in changes:
        assert content.count(old) == 1
        content = content.replace(old, new)
    books = []
    for name, text in (("old", BOOK), ("new", content)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        books.append(load_codebook(folder / f"{name}.yaml")[0])
    return diff(*books)


def test_nothing_changed(tmp_path):
    """A codebook is the same as itself, whatever its comments and the order of its terms."""
    found = compared(tmp_path, ("any: [stick, club,", "any: [club, # hm\n            stick,"))
    assert (found, found.same) == (CodebookDiff(), True)


def test_a_term_of_a_rule_without_id_is_a_changed_rule(tmp_path):
    """A rule that keeps most of its terms is the same rule, with terms gained and lost."""
    (change,) = compared(tmp_path, ("club", "bat")).changed
    (rule,) = change.rules_changed
    assert (change.after.id, change.rules_added, change.rules_removed) == ("plain", (), ())
    assert (rule.gained, rule.lost) == (("bat",), ("club",))


def test_a_rule_that_has_little_in_common_is_another_one(tmp_path):
    """Other terms altogether are a rule added and one removed."""
    (change,) = compared(tmp_path, ('any: [stick, club, "set:weapons"]', "any: [stone]")).changed
    assert [rule.terms[0].notation for rule in change.rules_added] == ["stone"]
    assert [rule.terms[0].notation for rule in change.rules_removed] == ["stick"]
    assert change.rules_changed == ()


def test_a_rule_with_an_id_is_changed(tmp_path):
    """A rule that says its id stays the same rule, whatever it looks for."""
    (change,) = compared(tmp_path, ("of: [push, back], within: 4", "of: [send, home], within: 4")).changed
    (rule,) = change.rules_changed
    assert (rule.before.id, rule.gained, rule.lost) == ("own", ("send", "home"), ("push", "back"))


def test_a_setting_of_a_rule_is_a_change_without_terms(tmp_path):
    """A distance or a veto that changed is a changed rule that gained and lost no term."""
    (change,) = compared(tmp_path, ("within: 4", "within: 9")).changed
    (rule,) = change.rules_changed
    assert (rule.before.within, rule.after.within, rule.gained, rule.lost) == (4, 9, (), ())


def test_an_event_names_what_it_gained(tmp_path):
    """The names of an event are told apart by their slot."""
    (change,) = compared(tmp_path, ("agent: smuggler}", "agent: smuggler, target: state}")).changed
    assert change.rules_changed[0].gained == ("target: state",)


@pytest.mark.parametrize(
    ("old", "new", "settings", "texts"),
    [
        ("name: Plain", "name: Simple", (), ("name",)),
        ("definition: D.", "definition: E.\n        examples: [F.]", (), ("definition", "examples")),
        (
            "name: Plain",
            "name: Plain\n        perpetrator: state\n        absence: true",
            ("perpetrator", "absence"),
            (),
        ),
        ("name: Plain", "name: Plain\n        counts: [negated]", ("counts",), ()),
        ("unless: [film]", "unless: [film, book]", ("unless",), ()),
        ("unless: [film]", "unless: {terms: [film], scope: turn}", ("unless",), ()),
    ],
)
def test_fields_of_a_code(tmp_path, old, new, settings, texts):
    """What decides coding or counting is told apart from texts for people."""
    (change,) = compared(tmp_path, (old, new)).changed
    assert (change.settings, change.texts, change.renamed) == (settings, texts, False)


def test_codes_added_and_removed(tmp_path):
    """A code under a new id is one removed and one added."""
    found = compared(tmp_path, ("id: plain", "id: other"))
    assert ([code.id for code in found.added], [code.id for code in found.removed]) == (["other"], ["plain"])
    assert found.changed == ()


def test_a_renamed_code(tmp_path):
    """`formerly` tells that a code is the one that had another id."""
    found = compared(tmp_path, ("id: plain", "id: other\n        formerly: plain"))
    (change,) = found.changed
    assert (change.before.id, change.after.id, change.renamed) == ("plain", "other", True)
    assert (found.added, found.removed) == ((), ())


def test_formerly_of_a_code_that_is_still_there(tmp_path):
    """An old id that another code has now names no predecessor."""
    found = compared(tmp_path, ("id: event", "id: happening\n        formerly: plain"))
    assert ([code.id for code in found.added], [code.id for code in found.removed]) == (["happening"], ["event"])


LISTS = [
    (
        ("guns: [rifle]", "guns: [gun]"),
        ListChange(TermKind.SET, "guns", "changed", ("gun",), ("rifle",), codes=("plain",)),
    ),
    (
        ("guns: [rifle]", "guns: [rifle]\n  trees: [oak]"),
        ListChange(TermKind.SET, "trees", "added", ("oak",)),
    ),
    (
        ("terms: [police]", "terms: [police, army], collective: true"),
        ListChange(TermKind.ACTOR, "state", "changed", ("army",), (), ("collective",), ("event",)),
    ),
    (
        ("generic: [crew]", "generic: [men]"),
        ListChange(TermKind.ACTOR, "smuggler", "changed", ("men (generic)",), ("crew (generic)",), codes=("event",)),
    ),
    (
        ("object: [phone, money]", "object: [phone]"),
        ListChange(TermKind.ACTION, "violence", "changed", (), ("take + money",), codes=("event",)),
    ),
    (
        ("  state: {terms: [police]}\n", ""),
        ListChange(TermKind.ACTOR, "state", "removed", (), ("police",), codes=("event",)),
    ),
]


@pytest.mark.parametrize(("change", "expected"), LISTS)
def test_lists_that_changed(tmp_path, change, expected):
    """A set, actor or action with the terms it gained and lost, and the codes that lead to it."""
    found = compared(tmp_path, change)
    assert found.lists == (expected,)
    assert (found.added, found.removed, found.changed) == ((), (), ())


@pytest.mark.parametrize(
    ("old", "new", "setting"),
    [
        ("codebook: T", "codebook: U", "name"),
        ('version: "1"', 'version: "2"', "version"),
        ("language: en", "language: de", "language"),
        ("    name: T\n", "    name: U\n", "themes"),
    ],
)
def test_settings_of_the_codebook(tmp_path, old, new, setting):
    """Name, version, language and the texts of themes."""
    found = compared(tmp_path, (old, new))
    assert (found.settings, found.same) == ((setting,), False)
