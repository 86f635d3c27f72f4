"""A codebook is edited where it is to be changed, and every other character of its files stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.editing import Edit, add_code, add_term, merge, move, rename, split, write
from qualcode.model.codebook import Code, Rule

BOOK = """\
# The study's codebook.
codebook: "Journeys"   # a working title
version: '1.0'

sets:
  weapons: [knife, gun]  # what hurts

themes:
  # ---- on the way ----

  # the first theme
  - id: jrn
    name: On the way
    codes:
      # about cold
      - id: jrn_cold   # an old one
        name: 'Cold'
        definition: People suffer
          from cold.
        # see jrn_wet
        examples: [It was freezing., "So cold, so wet."]
        rules:
          # plain words
          - any: [cold, freezing]  # both
          - near: {of: [sleep, snow], within: 3}
            # below the rule
      - id: jrn_wet
        name: Wet
        definition: |
          People are wet.
          # no comment
        use: "Rain: a lot"
        examples:
          # from the pilot
          - It rained.
          - It was freezing.   # twice
        rules:
          - any: [cold, freezing]  # known
          - id: rain
            any: [rain]

  - id: sta
    name: State
    codes:
    - {id: sta_old, name: Old, manual: true}
    - name: Police
      id: "sta_police"
      manual: true  # for now

    # the end
"""


@pytest.fixture
def book(tmp_path) -> Path:
    """A small codebook in one file."""
    file = tmp_path / "book.yaml"
    file.write_text(BOOK, encoding="utf-8")
    return file


def after(edit: Edit, *changes: tuple[str, str]) -> None:
    """The edit is BOOK with these pieces replaced, loads as soon as it is written, and nothing else."""
    expected = BOOK
    for old, new in changes:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert list(edit.files.values()) == [expected]
    assert edit.path.read_text(encoding="utf-8") == BOOK
    write(edit)
    assert edit.path.read_text(encoding="utf-8") == expected
    load_codebook(edit.path)


def codes(path: Path) -> dict[str, Code]:
    """The codes of a codebook, without the lines they stand on."""
    found, _ = load_codebook(path)
    return {code.id: without_lines(code) for code in found.codes()}


def without_lines(code: Code) -> Code:
    """A code as if it stood nowhere."""
    return replace(code, line=None, file="", rules=tuple(map(placeless, code.rules)), unless=code.unless)


def placeless(rule: Rule) -> Rule:
    """A rule as if it stood nowhere."""
    return replace(rule, line=None, file="", terms=tuple(replace(term, line=None) for term in rule.terms))


def test_rename_a_code(book):
    """A code gets its new id where the old one stood, and remembers the old one."""
    edit = rename(book, "jrn_cold", "jrn_frost")
    assert edit.sentences == ('The code "jrn_cold" is called "jrn_frost" now; decisions by people follow it.',)
    after(edit, ("id: jrn_cold ", "id: jrn_frost "), ("name: 'Cold'\n", "name: 'Cold'\n        formerly: [jrn_cold]\n"))
    assert codes(book)["jrn_frost"].formerly == ("jrn_cold",)


def test_rename_with_a_name_in_its_quotation_marks(book):
    """A new name is put in the quotation marks of the old one; texts that mention the old id are listed."""
    edit = rename(book, "jrn_wet", "jrn_rain", "Rain,  it's wet")
    assert edit.sentences == (
        'The code "jrn_wet" is called "jrn_rain" now; decisions by people follow it.',
        'Its name is "Rain, it\'s wet".',
        'Texts and comments that mention "jrn_wet" are left as they are: book.yaml, line 20.',
    )
    after(
        edit,
        ("id: jrn_wet", "id: jrn_rain"),
        ("name: Wet\n", "name: Rain, it's wet\n        formerly: [jrn_wet]\n"),
    )


@pytest.mark.parametrize(
    ("old", "changes"),
    [
        ("sta_old", [("{id: sta_old, name: Old,", "{id: new, name: Old, formerly: [sta_old],")]),
        (
            "sta_police",
            [('id: "sta_police"', 'id: "new"'), ("name: Police\n", "name: Police\n      formerly: [sta_police]\n")],
        ),
    ],
)
def test_rename_codes_in_braces_and_in_quotation_marks(book, old, changes):
    """Braces and quotation marks stay."""
    after(rename(book, old, "new"), *changes)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" [a, b]", " [a, b, jrn_wet]"),
        (" a", " [a, jrn_wet]"),
        (" 'a'", " ['a', jrn_wet]"),
        (" []", " [jrn_wet]"),
        ("", " [jrn_wet]"),
        ("\n          - a  # first\n          - b", "\n          - a  # first\n          - b\n          - jrn_wet"),
        ("\n          [a,\n           b]", "\n          [a,\n           b, jrn_wet]"),
    ],
)
def test_formerly_is_added_to(book, written, expected):
    """An id more joins those a code had before, however these are written."""
    start = BOOK.replace("name: Wet\n", f"name: Wet\n        formerly:{written}\n")
    book.write_text(start, encoding="utf-8")
    edit = rename(book, "jrn_wet", "jrn_rain")
    ended = start.replace("id: jrn_wet", "id: jrn_rain")
    assert edit.files[book] == ended.replace(f"formerly:{written}", f"formerly:{expected}")
    write(edit)
    assert codes(book)["jrn_rain"].formerly[-1] == "jrn_wet"


def test_rename_back(book):
    """A code that gets an earlier id back no longer remembers that one."""
    write(rename(book, "jrn_cold", "jrn_frost"))
    write(rename(book, "jrn_frost", "jrn_cold"))
    assert book.read_text(encoding="utf-8") == BOOK.replace(
        "name: 'Cold'\n", "name: 'Cold'\n        formerly: [jrn_frost]\n"
    )


def test_rename_a_theme(book):
    """A theme gets another id and name, and nothing to remember."""
    edit = rename(book, "sta", "gov", "Government")
    assert edit.sentences == ('The theme "sta" is called "gov" now.', 'Its name is "Government".')
    after(edit, ("- id: sta\n    name: State\n", "- id: gov\n    name: Government\n"))


def test_merge(book):
    """Rules and examples move with their comments, what is there already only once, and the meaning stays."""
    before = codes(book)
    edit = merge(book, ["jrn_wet"], "jrn_cold")
    assert edit.sentences == (
        'The code "jrn_wet" is merged into "jrn_cold", with 2 rules; its definition stays as a comment.',
        'Decisions by people on jrn_wet follow to "jrn_cold".',
    )
    gone = BOOK[BOOK.index("      - id: jrn_wet") : BOOK.index("\n  - id: sta\n")]
    after(
        edit,
        (gone, ""),
        ("name: 'Cold'\n", "name: 'Cold'\n        formerly: [jrn_wet]\n"),
        (
            "          from cold.\n",
            "          from cold.\n"
            '        # merged from jrn_wet "Wet": People are wet. # no comment\n'
            "        # use: Rain: a lot\n",
        ),
        (
            'examples: [It was freezing., "So cold, so wet."]',
            "examples:\n"
            "          - It was freezing.\n"
            '          - "So cold, so wet."\n'
            "          # from the pilot\n"
            "          - It rained.\n"
            "          # twice",
        ),
        (
            "            # below the rule\n",
            "            # below the rule\n          # known\n          - id: rain\n            any: [rain]\n",
        ),
    )
    both = before["jrn_cold"]
    assert codes(book)["jrn_cold"] == replace(
        both,
        examples=(*both.examples, "It rained."),
        rules=(*both.rules, before["jrn_wet"].rules[1]),
        formerly=("jrn_wet",),
    )
    assert "jrn_wet" not in codes(book)


def test_merge_into_a_code_for_people(book):
    """A code for people only that gets rules by it is no longer for people only."""
    edit = merge(book, ["jrn_cold"], "sta_police")
    assert edit.sentences[1] == '"sta_police" was for people only and has rules now.'
    write(edit)
    merged = codes(book)["sta_police"]
    assert (merged.manual, len(merged.rules), merged.formerly) == (False, 2, ("jrn_cold",))
    assert (
        "      rules:  # for now\n        # plain words\n        - any: [cold, freezing]  # both\n"
        in book.read_text(encoding="utf-8")
    )
    assert "      # about cold\n      # an old one\n      # see jrn_wet\n" in book.read_text(encoding="utf-8")


def test_merge_a_code_for_people(book):
    """A code for people only leaves its texts and comments."""
    edit = merge(book, ["sta_police"], "jrn_cold")
    gone = BOOK[BOOK.index("    - name: Police") : BOOK.index("    # the end")]
    after(
        edit,
        (gone, "\n"),
        ("name: 'Cold'\n", "name: 'Cold'\n        formerly: [sta_police]\n"),
        (
            "          from cold.\n",
            '          from cold.\n        # merged from sta_police "Police"\n        # for now\n',
        ),
    )


def test_split(book):
    """New codes follow the old one, mean what it means, and wait for the rules."""
    edit = split(book, "jrn_wet", [("jrn_rain", "Rain"), ("jrn_river", "Rivers: wading")])
    assert edit.sentences == (
        'New behind the code "jrn_wet": jrn_rain, jrn_river. They have its definition, and people code them by hand.',
        'All rules and examples stay with "jrn_wet": move each to the code where it belongs, and remove '
        '"manual: true" there.',
        "Then write into each definition what sets it apart from the others.",
    )
    texts = '        definition: |\n          People are wet.\n          # no comment\n        use: "Rain: a lot"\n'
    after(
        edit,
        (
            "        rules:\n          - any: [cold, freezing]  # known\n",
            "        # split into jrn_rain, jrn_river: move rules and examples to where they belong\n"
            "        rules:\n          - any: [cold, freezing]  # known\n",
        ),
        (
            "            any: [rain]\n",
            "            any: [rain]\n"
            f"      - id: jrn_rain\n        name: Rain\n{texts}        manual: true\n"
            f'      - id: jrn_river\n        name: "Rivers: wading"\n{texts}        manual: true\n',
        ),
    )
    found = codes(book)
    old = found["jrn_wet"]
    new = Code("jrn_rain", "jrn", "Rain", definition=old.definition, use=old.use, manual=True)
    assert list(found.values())[1:4] == [old, new, replace(new, id="jrn_river", name="Rivers: wading")]


def test_move(book):
    """A code stands at the end of another theme, set in as the codes there, with the comments about it."""
    edit = move(book, "jrn_cold", "sta")
    assert edit.sentences == ('The code "jrn_cold" stands at the end of the theme "sta" and no longer in "jrn".',)
    block = BOOK[BOOK.index("      # about cold") : BOOK.index("      - id: jrn_wet")]
    moved = "".join(line[2:] for line in block.splitlines(keepends=True))
    before = codes(book)
    after(edit, (block, ""), ("manual: true  # for now\n", f"manual: true  # for now\n{moved}"))
    assert codes(book)["jrn_cold"] == replace(before["jrn_cold"], theme="sta")


def test_move_the_last_code_of_a_theme(book):
    """A theme without codes stays as a theme, and the edit says so."""
    write(move(book, "jrn_cold", "sta"))
    edit = move(book, "jrn_wet", "sta")
    assert edit.sentences[1:] == ('The theme "jrn" has no codes any more.',)
    write(edit)
    assert "    codes:\n\n  - id: sta\n" in book.read_text(encoding="utf-8")
    write(move(book, "jrn_cold", "jrn"))
    assert list(codes(book)) == ["jrn_cold", "sta_old", "sta_police", "jrn_wet"]


def test_add_code(book):
    """A new code for people only, in quotation marks where YAML needs them, in lines no longer than others."""
    edit = add_code(book, "sta", "sta_new", "No", "Meant for: " + "many words " * 12)
    assert edit.sentences == ('The code "sta_new" is new at the end of the theme "sta"; people code it by hand.',)
    words = " ".join(["many words"] * 12)
    lines = (
        "    - id: sta_new\n      name: No\n"
        f'      definition: "Meant for: {words[:88].rstrip()}\n        {words[88:].strip()}"\n      manual: true\n'
    )
    after(edit, ("manual: true  # for now\n", f"manual: true  # for now\n{lines}"))
    assert codes(book)["sta_new"].definition == f"Meant for: {words}"


@pytest.mark.parametrize(
    ("code", "term", "change"),
    [
        ("jrn_cold", "ice", ("[cold, freezing]  # both", "[cold, freezing, ice]  # both")),
        ("jrn_cold", "icy,  cold", ("[cold, freezing]  # both", '[cold, freezing, "icy, cold"]  # both')),
        ("jrn_cold", "1*", ("[cold, freezing]  # both", "[cold, freezing, 1*]  # both")),
        ("jrn_cold", "12", ("[cold, freezing]  # both", '[cold, freezing, "12"]  # both')),
        ("jrn_cold", r"re:\d+ cold", ("[cold, freezing]  # both", r"[cold, freezing, re:\d+ cold]  # both")),
        ("jrn_cold", "set:weapons", ("[cold, freezing]  # both", "[cold, freezing, set:weapons]  # both")),
        ("sta_police", "police", ("manual: true  # for now\n", "rules:  # for now\n        - any: [police]\n")),
        ("sta_old", "old", ("name: Old, manual: true}", "name: Old, rules: [{any: [old]}]}")),
    ],
)
def test_add_term(book, code, term, change):
    """A term joins the first rule for any of some words, and a code for people gets such a rule."""
    after(add_term(book, code, term), change)


def test_add_a_term_to_a_rule_with_limits(book):
    """What the rule asks for besides is said, since it holds for the new term too."""
    assert add_term(book, "jrn_cold", "ice").sentences == (
        'The code "jrn_cold" also looks for "ice", in the rule of book.yaml, line 24.',
    )
    book.write_text(
        BOOK.replace("any: [rain]\n", "all: [rain, wet]\n").replace(
            "- any: [cold, freezing]  # known", "- {any: [wet], scope: turn, unless: [dry]}"
        ),
        encoding="utf-8",
    )
    assert add_term(book, "jrn_wet", "damp").sentences == (
        'The code "jrn_wet" also looks for "damp", in the rule of book.yaml, line 38, under the "unless" and "scope" '
        "of that rule.",
    )
    assert add_term(book, "sta_police", "police").sentences == (
        'The code "sta_police" has a new rule that looks for "police".',
        "It was for people only and is also coded by this rule now.",
    )


RULES = [
    ("", "        rules:\n          - any: [new]\n"),
    ("        rules:\n", "        rules:\n          - any: [new]\n"),
    ("        rules: []  # none\n", "        rules:  # none\n          - any: [new]\n"),
    (
        "        rules:\n          - near: {of: [a, b]}\n          # deep\n        # end\n",
        "        rules:\n          - near: {of: [a, b]}\n          - any: [new]\n          # deep\n        # end\n",
    ),
    (
        "        rules:\n          near:\n            of: [a, b]\n",
        "        rules:\n          - near:\n              of: [a, b]\n          - any: [new]\n",
    ),
    ("        rules: [{all: [a, b]}]\n", "        rules: [{all: [a, b]}, {any: [new]}]\n"),
    ("        rules:\n          any: a\n", "        rules:\n          any: [a, new]\n"),
    (
        "        rules:\n          - any:\n            - a  # first\n",
        "        rules:\n          - any:\n            - a  # first\n            - new\n",
    ),
    (
        "        rules:\n        - any: [" + "long word, " * 10 + "end]  # behind\n",
        "        rules:\n        - any: [" + "long word, " * 10 + "end, new]  # behind\n",
    ),
    (
        "        rules:\n        - any: [" + "long word, " * 9 + "end]\n",
        "        rules:\n        - any: [" + "long word, " * 9 + "end,\n                new]\n",
    ),
    (
        "        manual: true\n        rules: []\n        use: Now.\n",
        "        manual: false\n        rules:\n          - any: [new]\n        use: Now.\n",
    ),
]


@pytest.mark.parametrize(("written", "expected"), RULES)
def test_add_a_term_however_rules_are_written(tmp_path, written, expected):
    """A new rule, or a term of one, looks as the rules beside it."""
    book = tmp_path / "book.yaml"
    head = "codebook: T\nversion: '1'\nthemes:\n  - id: t\n    name: T\n    codes:\n      - id: c\n        name: C\n"
    book.write_text(head + written + "      - id: last\n        name: L\n        manual: true\n", encoding="utf-8")
    write(add_term(book, "c", "new"))
    found = book.read_text(encoding="utf-8").removeprefix(head)
    assert found == expected + "      - id: last\n        name: L\n        manual: true\n"
    assert any(rule.terms[-1].notation == "new" for rule in codes(book)["c"].rules)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("    name: T  # c\n    # end\n", "    name: T  # c\n    codes:\n{}    # end\n"),
        ("    name: T\n    codes: []  # none\n", "    name: T\n    codes:  # none\n{}"),
        ("    name: T\n    codes: null\n", "    name: T\n    codes:\n{}"),
        ("    codes:\n    name: T\n", "    codes:\n{}    name: T\n"),
    ],
)
def test_add_a_code_to_a_theme_without_any(tmp_path, written, expected):
    """The first code of a theme stands below its "codes", which is made where it is missing."""
    book = tmp_path / "book.yaml"
    head = "codebook: T\nversion: '1'\nthemes:\n  - id: t\n"
    book.write_text(head + written, encoding="utf-8")
    write(add_code(book, "t", "new", "New", "Words."))
    lines = "      - id: new\n        name: New\n        definition: Words.\n        manual: true\n"
    assert book.read_text(encoding="utf-8") == head + expected.format(lines)


def test_merge_tells_of_sentences_that_are_both(book):
    """What was a counterexample of one code and is an example of the other is for a person to settle."""
    start = BOOK.replace('use: "Rain: a lot"', "counterexamples: [It was freezing.]")
    book.write_text(start, encoding="utf-8")
    edit = merge(book, ["jrn_wet"], "jrn_cold")
    assert edit.sentences[-1] == (
        '1 sentence is both example and counterexample of "jrn_cold" now: remove one of the two.'
    )
    write(edit)
    assert codes(book)["jrn_cold"].counterexamples == ("It was freezing.",)


def test_merge_a_code_that_says_it_has_nothing(book):
    """A key without a value has nothing that could move, and its comment stays."""
    start = BOOK.replace("manual: true  # for now\n", "rules: null  # none yet\n      examples: ~\n")
    book.write_text(start, encoding="utf-8")
    before = codes(book)["jrn_wet"]
    write(merge(book, ["sta_police"], "jrn_wet"))
    assert codes(book)["jrn_wet"] == replace(before, formerly=("sta_police",))
    assert "        # none yet\n" in book.read_text(encoding="utf-8")
