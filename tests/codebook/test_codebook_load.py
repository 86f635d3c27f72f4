"""A codebook is read from one file or a folder of them, and means the same however it is written."""

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.fingerprint import codebook_hash
from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.codebook import Action, ActionVerb, Actor, Code, Rule, RuleKind, Scope, Theme, Unless
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.term import Term, TermKind

WHOLE = """\
codebook: Risks
version: 1.10
language: en
actors:
  smuggler: {terms: [smuggler, guide], first_person: guide, generic: [men]}
  state: {terms: police, collective: true}
actions:
  robbery: {verbs: [rob, {verb: take, object: "money"}], nouns: [robbery]}
sets:
  no: [no, "set:more"]
  more: [none]
themes:
  - id: sab
    name: Abuse
    definition: Harm.
    codes:
      - id: sab_violence
        name: no
        definition: |
          Two
          lines.
        use: u
        avoid: a
        examples: [They hit us.]
        counterexamples: ["They left."]
        perpetrator: smuggler
        absence: true
        counts: [affirmed, hypothetical]
        speakers: [refugee]
        formerly: old
        unless: [film]
        rules:
          - id: own
            near: {of: [exact:WHO, "case:WHO", "take ... phone"], within: 3, ordered: true}
            scope: turn
            unless: {terms: [book], scope: answer}
          - at_least: {count: 2, of: ["smuggl*", 're:\\d+']}
      - {id: by_hand, name: By hand, manual: true}
"""


def term(notation: str, kind: TermKind, line: int, words: str | None = None) -> Term:
    """A term with the words behind its prefix."""
    return Term(notation, kind, notation if words is None else words, line)


def write(folder, **files):
    """The folder with these files, each named after its keyword."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder


def test_everything_is_read(tmp_path):
    """Every field of the language arrives as it was written, with its line."""
    book, problems = load_codebook(write(tmp_path, book=WHOLE) / "book.yaml")
    words, file = TermKind.WORDS, "book.yaml"
    first, second = book.themes[0].codes[0].rules
    assert problems == ()
    assert (book.name, book.version, book.language) == ("Risks", "1.10", "en")
    assert book.actors == {
        "smuggler": Actor(
            "smuggler",
            (term("smuggler", words, 5), term("guide", words, 5)),
            first_person=("guide",),
            generic=(term("men", words, 5),),
        ),
        "state": Actor("state", (term("police", words, 6),), collective=True),
    }
    assert book.actions == {
        "robbery": Action(
            "robbery",
            (
                ActionVerb(term("rob", words, 8)),
                ActionVerb(term("take", words, 8), (term("money", words, 8),)),
            ),
            (term("robbery", words, 8),),
        )
    }
    assert book.sets == {
        "no": (term("no", words, 10), term("set:more", TermKind.SET, 10, "more")),
        "more": (term("none", words, 11),),
    }
    assert first == Rule(
        "own",
        RuleKind.NEAR,
        (
            term("exact:WHO", TermKind.EXACT, 34, "WHO"),
            term("case:WHO", TermKind.CASE, 34, "WHO"),
            term("take ... phone", TermKind.GAP, 34),
        ),
        within=3,
        ordered=True,
        scope=Scope.TURN,
        unless=Unless((term("book", words, 36),), Scope.ANSWER),
        line=33,
        file=file,
    )
    assert second == Rule(
        second.id,
        RuleKind.AT_LEAST,
        (term("smuggl*", TermKind.WILDCARD, 37), term(r"re:\d+", TermKind.REGEX, 37, r"\d+")),
        count=2,
        line=37,
        file=file,
    )
    violence = Code(
        "sab_violence",
        "sab",
        "no",
        definition="Two\nlines.",
        use="u",
        avoid="a",
        examples=("They hit us.",),
        counterexamples=("They left.",),
        perpetrator="smuggler",
        rules=(first, second),
        unless=Unless((term("film", words, 31),)),
        absence=True,
        counts=("affirmed", "hypothetical"),
        speakers=("refugee",),
        formerly=("old",),
        line=17,
        file=file,
    )
    by_hand = Code("by_hand", "sab", "By hand", manual=True, line=38, file=file)
    assert book.themes == (Theme("sab", "Abuse", "Harm.", (violence, by_hand)),)


HEAD = 'codebook: T\nversion: "1"\n'
SETS = "sets: {weapons: [gun]}\n"


def theme(name: str, *rules: str) -> str:
    """The YAML of a theme with one code."""
    listed = "".join(f"          - {rule}\n" for rule in rules)
    return f"  - id: {name}\n    name: T\n    codes:\n      - id: c_{name}\n        name: C\n" + (
        f"        rules:\n{listed}" if rules else "        manual: true\n"
    )


def test_folder_is_merged(tmp_path):
    """Files of a folder are one codebook, in order of name; other files and hidden ones are left alone."""
    folder = write(
        tmp_path / "codebook",
        b=SETS + "themes:\n" + theme("b", "any: ['set:weapons']"),
        a=HEAD + "themes:\n" + theme("a"),
    )
    (folder / "notes.txt").write_text("{")
    (folder / "._a.yaml").write_text("{")
    book, problems = load_codebook(folder)
    assert problems == ()
    assert [(code.id, code.file) for code in book.codes()] == [("c_a", "codebook/a.yaml"), ("c_b", "codebook/b.yaml")]


def test_faults_of_all_files_come_together(tmp_path):
    """Faults of every file are reported at once, those of a file that is no YAML among them."""
    folder = write(
        tmp_path / "codebook",
        a=HEAD + 'themes: "open\n',
        b="codebook: U\nthemes:\n" + theme("b", "any: []"),
        c="themes:\n" + theme("b", "any: ['set:unseen']"),
    )
    with pytest.raises(ProblemsError) as caught:
        load_codebook(folder)
    assert caught.value.what == "the codebook has 4 faults."
    assert [(str(problem.where), problem.what) for problem in caught.value.problems] == [
        ("codebook/a.yaml, line 3", "a quotation mark is opened and never closed."),
        ("codebook/b.yaml, line 9", 'rule "any" of code "c_b" has no terms.'),
        ("codebook/c.yaml, line 2", 'the theme "b" is defined a second time, first in codebook/b.yaml, line 3.'),
        ("codebook/c.yaml, line 5", 'the code "c_b" is defined a second time, first in codebook/b.yaml, line 6.'),
    ]


def test_setting_in_two_files_is_a_fault(tmp_path):
    """Name, version and language stand in one file of a folder."""
    folder = write(tmp_path / "codebook", a=HEAD + "themes:\n" + theme("a"), b="codebook: U\n")
    with pytest.raises(ProblemsError) as caught:
        load_codebook(folder)
    assert caught.value.problems == (
        Problem(
            'the setting "codebook" is defined a second time, first in codebook/a.yaml, line 1.',
            Where("codebook/b.yaml", line=1),
            "remove one of the two",
        ),
    )


def test_one_fault_is_counted_as_one(tmp_path):
    """The sentence above a single fault speaks of one."""
    with pytest.raises(ProblemsError) as caught:
        load_codebook(write(tmp_path, book="themes: []\n") / "book.yaml")
    assert str(caught.value) == (
        "the codebook has a fault.\nbook.yaml: the codebook has no themes.\n"
        'Try: write them below "themes:", each with its codes'
    )


def test_name_and_version_are_missed(tmp_path):
    """A codebook without name and version can be used, with a warning; the file's name stands in."""
    book, problems = load_codebook(write(tmp_path, book="themes:\n" + theme("a")) / "book.yaml")
    assert (book.name, book.version) == ("book", "")
    assert problems == (
        Problem("the codebook has no name.", Where("book.yaml"), 'write "codebook: My study"', Severity.WARNING),
        Problem(
            "the codebook has no version.",
            Where("book.yaml"),
            'write version: "1.0", and a new one after every change',
            Severity.WARNING,
        ),
    )


def test_nothing_there(tmp_path):
    """A path that does not exist is a request that cannot be met."""
    with pytest.raises(QualcodeError) as caught:
        load_codebook(tmp_path / "codebook")
    assert str(caught.value) == (
        "codebook: there is no codebook here.\nTry: check the name, or give the folder that holds it"
    )


def test_folder_without_codebook(tmp_path):
    """A folder without YAML files is a request that cannot be met."""
    (tmp_path / "codebook").mkdir()
    with pytest.raises(QualcodeError) as caught:
        load_codebook(tmp_path / "codebook")
    assert str(caught.value) == ("codebook: the folder holds no codebook.\nTry: put a file that ends in .yaml into it")


def test_hash_ignores_files_keys_and_comments(tmp_path):
    """The hash is of the meaning: dividing the codebook, moving keys or commenting it changes nothing."""
    whole = HEAD + SETS + "themes:\n" + theme("a", "any: [x]") + theme("b", "any: [y]")
    one, _ = load_codebook(write(tmp_path / "one", book=whole))
    parts = {"z": "themes: # first\n" + theme("a", "any: [x]"), "b": "themes:\n\n" + theme("b", "any: [y]")}
    two, _ = load_codebook(write(tmp_path / "two", a=SETS + HEAD, **parts))
    other, _ = load_codebook(write(tmp_path / "other", book=whole.replace("[x]", "[xx]")))
    assert one.hash == two.hash == codebook_hash(one)
    assert len(one.hash) == 64
    assert other.hash != one.hash


def test_made_id_does_not_depend_on_position(tmp_path):
    """A rule keeps its made id when it moves, and when its terms change places; other content changes it."""
    first, _ = load_codebook(write(tmp_path / "1", book=HEAD + "themes:\n" + theme("a", "any: [x, y]", "all: [x, y]")))
    moved, _ = load_codebook(write(tmp_path / "2", book=HEAD + "themes:\n" + theme("b", "all: [x, y]", "any: [y, x]")))
    other, _ = load_codebook(write(tmp_path / "3", book=HEAD + "themes:\n" + theme("a", "any: [x, z]")))
    ids = [rule.id for code in first.codes() for rule in code.rules]
    assert [rule.id for code in moved.codes() for rule in code.rules] == ids[::-1]
    assert [rule.id for code in other.codes() for rule in code.rules] != ids[:1]
    assert [rule.rpartition("-")[0] for rule in ids] == ["any", "all"]


def test_order_of_an_ordered_rule_counts(tmp_path):
    """Terms of an ordered rule that change places make it another rule."""
    near = "near: {{of: [{}], within: 3, ordered: true}}"
    book, _ = load_codebook(
        write(tmp_path, book=HEAD + "themes:\n" + theme("a", near.format("x, y"), near.format("y, x")))
    )
    assert len({rule.id for code in book.codes() for rule in code.rules}) == 2


def test_byte_order_mark_is_no_fault(tmp_path):
    """A file that Windows marked as UTF-8 is read."""
    file = tmp_path / "book.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + (HEAD + "themes:\n" + theme("a")).replace("\n", "\r\n").encode())
    assert load_codebook(file)[1] == ()


def test_anchor_is_written_out(tmp_path):
    """A set reused through an anchor is written out."""
    book, _ = load_codebook(
        write(tmp_path, book=HEAD + "sets: {a: &a [gun], b: *a}\nthemes:\n" + theme("a")) / "book.yaml"
    )
    assert book.sets["a"] == book.sets["b"] == (Term("gun", TermKind.WORDS, "gun", 3),)


def test_an_unchanged_codebook_is_not_read_again(tmp_path):
    """What a command asks for several times is one and the same; a file that changed meanwhile is read anew."""
    file = tmp_path / "book.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    first = load_codebook(file)
    assert load_codebook(file) is first
    file.write_text(WHOLE.replace("codebook: Risks", "codebook: Harm"), encoding="utf-8")
    assert load_codebook(file)[0].name == "Harm"


def test_equal_files_of_another_name_are_another_codebook(tmp_path):
    """Faults and rules say in which file they are, so that a copy is not taken for what it was copied from."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(WHOLE, encoding="utf-8")
    files = [load_codebook(tmp_path / name)[0].themes[0].codes[0].file for name in ("a.yaml", "b.yaml")]
    assert files == ["a.yaml", "b.yaml"]
