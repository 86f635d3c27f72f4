"""What cannot be edited is said before anything is written, with a way out."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.codebook.editing import Edit, add_code, add_term, merge, move, rename, split, write
from qualcode.errors import MisuseError, ProblemsError, QualcodeError
from qualcode.model.term import PARTS_OF_SPEECH

BOOK = """\
codebook: T
version: "1"
themes:
  - id: t
    name: T
    codes:
      - id: plain
        name: Plain
        formerly: [simple]
        rules:
          - any: [gun]
      - id: vetoed
        name: Vetoed
        absence: true
        rules:
          - any: [knife]
        unless: [bread]
      - id: police
        name: Police
        perpetrator: other
        rules:
          - any: [arrest]
      - id: by_hand
        name: By hand
        manual: true
      - {id: braced, name: Braced, manual: true}
  - id: flow
    name: Flow
    codes: [{id: flowing, name: Flowing, manual: true}]
  - id: empty
    name: Empty
    codes:
"""


@pytest.fixture
def book(tmp_path) -> Path:
    """A codebook in one file."""
    file = tmp_path / "book.yaml"
    file.write_text(BOOK, encoding="utf-8")
    return file


MISUSES = [
    (
        lambda path: rename(path, "plane", "new"),
        'there is no code or theme "plane". Did you mean "plain"?',
        "one of: braced, by_hand, empty, flow, flowing, plain, police, t, vetoed",
    ),
    (lambda path: rename(path, "plain", "plain"), '"plain" is its id already.', "give the new id second"),
    (
        lambda path: rename(path, "plain", "a b"),
        '"a b" cannot be used as an id.',
        "use letters, digits, _ and - only, without spaces",
    ),
    (
        lambda path: rename(path, "plain", "police"),
        'book.yaml: there is a code "police" already.',
        "choose another id",
    ),
    (
        lambda path: rename(path, "police", "simple"),
        'book.yaml: "simple" was the id of the code "plain", whose decisions by people still go by it.',
        "choose another id",
    ),
    (lambda path: rename(path, "t", "flow"), 'book.yaml: there is a theme "flow" already.', "choose another id"),
    (
        lambda path: rename(path, "t", "t*"),
        '"t*" cannot be used as an id.',
        "use letters, digits, _ and - only, without spaces",
    ),
    (
        lambda path: rename(path, "t", "u", " "),
        "the new name is empty.",
        "write a few words, or leave the name as it is",
    ),
    (lambda path: merge(path, [], "plain"), "no code to merge is named.", "name the codes that are to become one"),
    (
        lambda path: merge(path, ["plain"], "plain"),
        'the code "plain" cannot be merged into itself.',
        "leave it out of the first codes",
    ),
    (
        lambda path: merge(path, ["polices"], "plain"),
        'there is no code "polices". Did you mean "police"?',
        "one of: braced, by_hand, flowing, plain, police, vetoed",
    ),
    (lambda path: split(path, "plain", []), "no new code is named.", "give at least one id with its name"),
    (
        lambda path: split(path, "plain", [("a", "A"), ("a", "B")]),
        'two of the new codes would be called "a".',
        "choose another id",
    ),
    (
        lambda path: split(path, "plain", [("a", "")]),
        'the code "a" needs a name.',
        "write a few words that stand in tables",
    ),
    (
        lambda path: split(path, "plain", [("police", "P")]),
        'book.yaml: there is a code "police" already.',
        "choose another id",
    ),
    (
        lambda path: move(path, "plain", "t"),
        'the code "plain" is in the theme "t" already.',
        "name another theme",
    ),
    (
        lambda path: move(path, "plain", "flows"),
        'there is no theme "flows". Did you mean "flow"?',
        "one of: empty, flow, t",
    ),
    (
        lambda path: add_code(path, "t", "police", "P", ""),
        'book.yaml: there is a code "police" already.',
        "choose another id",
    ),
    (
        lambda path: add_code(path, "t", "new", " ", ""),
        'the code "new" needs a name.',
        "write a few words that stand in tables",
    ),
    (
        lambda path: add_term(path, "plain", "gun"),
        'book.yaml, line 11: the code "plain" looks for "gun" already.',
        "give another term",
    ),
]
OTHERS = [
    (
        lambda path: merge(path, ["plain"], "vetoed"),
        'book.yaml, line 7: the codes "plain" and "vetoed" differ in "absence", so that one of them would change what '
        "it counts or finds.",
        'give both the same "absence", and try again',
    ),
    (
        lambda path: merge(path, ["plain"], "police"),
        'book.yaml, line 7: the codes "plain" and "police" differ in "perpetrator", so that one of them would change '
        "what it counts or finds.",
        'give both the same "perpetrator", and try again',
    ),
    (
        lambda path: merge(path, ["police"], "by_hand"),
        'book.yaml, line 18: the codes "police" and "by_hand" differ in "perpetrator", so that one of them would '
        "change what it counts or finds.",
        'give both the same "perpetrator", and try again',
    ),
    (
        lambda path: merge(path, ["braced"], "by_hand"),
        'book.yaml, line 26: the code "braced" is written in braces, and only codes with each key on a line of its '
        "own can be edited like this.",
        'write "- id: braced" and every other key of the code on lines of their own',
    ),
    (
        lambda path: move(path, "plain", "flow"),
        'book.yaml, line 27: the codes of the theme "flow" do not stand on lines of their own, so that none can be '
        "put there.",
        'write them below "codes:", each with "-" before its "id:"',
    ),
    (
        lambda path: add_term(path, "plain", "fine/XYZ"),
        'the term "fine/XYZ" in this command has an unknown part of speech "XYZ".',
        f"use one of: {', '.join(sorted(PARTS_OF_SPEECH))}",
    ),
]


@pytest.mark.parametrize(("edit", "what", "hint"), MISUSES)
def test_misuse(book, edit, what, hint):
    """What was asked for does not fit the codebook."""
    with pytest.raises(MisuseError) as error:
        edit(book)
    assert str(error.value) == f"{what}\nTry: {hint}"


@pytest.mark.parametrize(("edit", "what", "hint"), OTHERS)
def test_refused(book, edit, what, hint):
    """What was asked for would change what codes mean, or cannot be put into the file."""
    with pytest.raises(QualcodeError) as error:
        edit(book)
    assert str(error.value) == f"{what}\nTry: {hint}"
    assert not isinstance(error.value, MisuseError)


def test_merge_codes_that_differ_in_their_veto(book):
    """A veto of one code would silence the rules of the other."""
    book.write_text(BOOK.replace("        absence: true\n", ""), encoding="utf-8")
    with pytest.raises(QualcodeError) as error:
        merge(book, ["vetoed"], "plain")
    assert str(error.value) == (
        'book.yaml, line 12: the codes "vetoed" and "plain" differ in "unless", so that one of them would change what '
        'it counts or finds.\nTry: move it into the "unless" of each rule, and try again'
    )


def test_merge_a_code_with_an_unknown_key(book):
    """What this version does not know is not lost."""
    book.write_text(BOOK.replace("formerly:", "formally:"), encoding="utf-8")
    with pytest.raises(QualcodeError) as error:
        merge(book, ["plain"], "police")
    assert str(error.value) == (
        'book.yaml, line 9: the code "plain" has the unknown key "formally", which would be lost.\n'
        "Try: qualcode codebook lint"
    )


def test_merge_a_code_for_people_that_has_a_veto_of_its_own(book):
    """Codes without rules may differ in what only rules ask for."""
    edit = merge(book, ["by_hand"], "police")
    write(edit)
    assert "formerly: [by_hand]" in book.read_text(encoding="utf-8")


def test_a_theme_without_codes_takes_one(book):
    """A code is put below an empty "codes:"."""
    edit = move(book, "by_hand", "empty")
    assert edit.files[book].endswith("    codes:\n      - id: by_hand\n        name: By hand\n        manual: true\n")
    write(edit)


def test_a_codebook_that_is_no_yaml(book):
    """What cannot be read is said as everywhere."""
    book.write_text(BOOK.replace("[gun]", "[gun"), encoding="utf-8")
    with pytest.raises(ProblemsError, match="the codebook has a fault"):
        rename(book, "plain", "new")


def test_a_file_with_anchors(book):
    """A part that stands for several is not changed."""
    book.write_text(BOOK.replace("[gun]", "&guns [gun]").replace("[knife]", "*guns"), encoding="utf-8")
    with pytest.raises(QualcodeError) as error:
        rename(book, "plain", "new")
    assert str(error.value) == (
        "book.yaml, line 11: the file repeats parts of itself with & and *, so that one change would be made in "
        "several places.\nTry: write the repeated parts out, then try again"
    )


def test_rules_in_braces_that_are_no_list(book):
    """A code in braces whose rules are one rule has no list for another."""
    book.write_text(BOOK.replace("Braced, manual: true", "Braced, rules: {all: [a, b]}"), encoding="utf-8")
    with pytest.raises(QualcodeError) as error:
        add_term(book, "braced", "knife")
    assert str(error.value) == (
        'book.yaml, line 26: the rules of the code "braced" are no list, so that none can be added.\n'
        "Try: write them in brackets: rules: [{any: [knife]}]"
    )


def test_a_codebook_without_themes(book):
    """Nothing can be renamed where nothing is."""
    book.write_text("codebook: T\n", encoding="utf-8")
    with pytest.raises(MisuseError) as error:
        add_code(book, "t", "new", "New", "")
    assert str(error.value) == 'there is no theme "t".\nTry: add one first: the codebook has none'


def test_line_ends_of_old_computers(book):
    """A file in one line of text is not taken apart."""
    book.write_bytes(BOOK.replace("\n", "\r").encode())
    with pytest.raises(QualcodeError) as error:
        add_term(book, "plain", "knife")
    assert str(error.value) == (
        "book.yaml: the lines of this file end as on very old computers.\n"
        "Try: open it in a text editor and save it with line ends of Unix or Windows"
    )


def test_a_new_fault_is_not_written(book):
    """An edit that would make a fault changes nothing, and tells the fault."""
    edit = add_term(book, "plain", "set:nothing")
    with pytest.raises(ProblemsError) as error:
        write(edit)
    assert str(error.value) == (
        "the codebook would not be sound after this change, so that nothing was changed.\n"
        "Try: mend what is said below, with the line it would have, or make the change by hand\n"
        'book.yaml, line 11: there is no set "nothing".\nTry: define it first, or remove it'
    )
    assert book.read_text(encoding="utf-8") == BOOK
    assert list(book.parent.iterdir()) == [book]


def test_a_new_fault_beside_an_old_one(book):
    """Only the fault that the edit would make is told."""
    book.write_text(BOOK.replace("[arrest]", "[arrest, set:gone]"), encoding="utf-8")
    for code in ("plain", "police"):
        with pytest.raises(ProblemsError) as error:
            write(add_term(book, code, "set:nothing"))
        assert [problem.what for problem in error.value.problems] == ['there is no set "nothing".']


def test_an_old_fault_does_not_stand_in_the_way(book):
    """A codebook that has a fault can still be edited elsewhere, and in the code that has it."""
    book.write_text(BOOK.replace("[gun]", "[set:gone]"), encoding="utf-8")
    write(rename(book, "plain", "new"))
    assert "- id: new\n" in book.read_text(encoding="utf-8")


def test_a_file_that_was_changed_in_the_meantime(book):
    """What somebody saved after the edit was planned is not overwritten."""
    edit = rename(book, "plain", "new")
    book.write_text(BOOK + "# mine\n", encoding="utf-8")
    with pytest.raises(QualcodeError) as error:
        write(edit)
    assert str(error.value) == (
        "book.yaml: the file was changed in the meantime.\nTry: do it again with the file as it is now"
    )
    assert book.read_text(encoding="utf-8") == BOOK + "# mine\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in other words")
def test_a_file_that_cannot_be_written(tmp_path):
    """Where one of two files cannot take its place, the other is as before."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text(BOOK, encoding="utf-8")
    second.write_text("themes:\n  - id: other\n    name: Other\n", encoding="utf-8")
    edit = move(tmp_path, "plain", "other")
    assert sorted(edit.files) == [first, second]
    (tmp_path / f".b.yaml.{os.getpid()}.part").mkdir()
    with pytest.raises(QualcodeError) as error:
        write(edit)
    assert str(error.value) == (
        "b.yaml: the file cannot be written (Is a directory), so that nothing was changed.\n"
        "Try: close it in other programs, and check that you may write to it and its folder"
    )
    assert first.read_text(encoding="utf-8") == BOOK


def test_a_file_that_cannot_take_its_place(tmp_path, monkeypatch):
    """Where the second of two files cannot take its place, the first gets back what it held."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text(BOOK, encoding="utf-8")
    second.write_text("themes:\n  - id: other\n    name: Other\n", encoding="utf-8")
    edit = move(tmp_path, "plain", "other")
    really = Path.replace

    def stubborn(draft: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise PermissionError(13, "Permission denied")
        return really(draft, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    with pytest.raises(QualcodeError) as error:
        write(edit)
    assert error.value.what == "the file cannot be written (Permission denied), so that nothing was changed."
    assert {file: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == edit.before


def test_an_edit_is_a_value(book):
    """Planning twice gives the same and changes nothing."""
    edit = rename(book, "plain", "new")
    assert edit == rename(book, "plain", "new")
    assert replace(edit, sentences=()) == Edit(book, edit.files, (), {book: BOOK})
    assert book.read_text(encoding="utf-8") == BOOK
