"""Whatever is edited, in whatever order: the codebook loads, every comment is still there, and the rest is the same."""

import re
import shutil
import stat
import sys
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.codebook import load_codebook
from qualcode.codebook.editing import Edit, add_code, add_term, merge, move, rename, split, write
from qualcode.errors import QualcodeError
from qualcode.model.codebook import Code, Codebook, Rule
from qualcode.workflow.demo import sample

SAMPLE = sample()[0]
CODES = ("enf_gains", "vio_unspecified", "jrn_basic_needs")
BOOK = """\
codebook: Laws
version: "1"
themes:
  # heading of the first

  # about a
  - id: a
    name: A  # behind a
    codes:

      # about a1
      - id: a1  # behind a1
        # below a1
        name: 'One'
        definition: >-
          First
          # no comment
          of all
        examples: ['It was # cold.', Ice.]  # behind examples
        rules:
        # compact
        - any: [cold,  # in brackets
                ice]
        - {near: {of: [snow, wind]}}  # in braces
        # below the rules
      # at the end of a

  - name: B
    id: b
    codes:
    -   id: b1
        name: "Two"
        use: |+
          Kept

        # behind a kept text
        counterexamples:
          # first
          - Ice.
          - "It was # cold."  # second
        rules: {any: [ice, "#1"]}  # alone

    # about b2
    -
      # before its keys
      name: Three
      id: b2
      manual: true  # by hand
    # behind b2
  # about c
  - id: c
    name: C
    codes: []  # none yet
"""


@cache
def loaded(path: Path) -> Codebook:
    """The codebook at a path that does not change."""
    return load_codebook(path)[0]


def codes(codebook: Codebook) -> dict[str, Code]:
    """Codes as if they stood nowhere."""
    return {code.id: placeless(code) for code in codebook.codes()}


def placeless(code: Code) -> Code:
    """A code without files and lines."""
    rules = tuple(replace(rule, line=None, file="", terms=_terms(rule), unless=_veto(rule)) for rule in code.rules)
    return replace(code, line=None, file="", rules=rules, unless=_veto(code))


def _terms(rule: Rule):
    return tuple(replace(term, line=None) for term in rule.terms)


def _veto(held: Rule | Code):
    return replace(held.unless, terms=tuple(replace(term, line=None) for term in held.unless.terms))


def comments(text: str) -> Counter[str]:
    """The lines that are comments or may be, as often as they stand there, wherever they begin."""
    return Counter(line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))


def lines_gone(edit: Edit) -> list[str]:
    """The lines of the old files that are not in the new ones at their place."""
    found: list[str] = []
    for file, text in edit.files.items():
        old, new = edit.before[file].split("\n"), text.split("\n")
        for kind, start, end, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            found += old[start:end] if kind in ("delete", "replace") else []
    return found


@pytest.fixture
def study(tmp_path) -> Path:
    """A copy of the codebook of the sample study."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "codebook"))


@pytest.mark.parametrize("code", CODES)
def test_rename_in_the_sample(study, code):
    """One line changes and one is new; the code is the same under another id."""
    edit = rename(study, code, "new_id")
    assert lines_gone(edit) == [f"      - id: {code}"]
    write(edit)
    expected = codes(loaded(SAMPLE))
    expected["new_id"] = replace(expected.pop(code), id="new_id", formerly=(code,))
    assert codes(load_codebook(study)[0]) == expected


@pytest.mark.parametrize("code", CODES)
def test_move_in_the_sample(study, code):
    """The lines of the code go from one file to the other, and nothing else changes."""
    edit = move(study, code, "rte")
    (source, old), (target, new) = sorted(edit.files.items(), key=lambda item: item[0].name == "04_rte.yaml")
    block = new.removeprefix(edit.before[target].rstrip("\n") + "\n")
    assert new.startswith(edit.before[target].rstrip("\n") + "\n")
    assert edit.before[source].replace(block, "") == old
    write(edit)
    expected = codes(loaded(SAMPLE))
    expected[code] = replace(expected[code], theme="rte")
    assert codes(load_codebook(study)[0]) == expected


@pytest.mark.parametrize("code", CODES)
def test_split_and_add_in_the_sample(study, code):
    """No line is gone; what there was means the same."""
    parts = split(study, code, [("part_one", "One"), ("part_two", "Two")])
    assert lines_gone(parts) == []
    write(parts)
    theme = codes(loaded(SAMPLE))[code].theme
    added = add_code(study, theme, "by_hand", "By hand", "What no word tells.")
    assert lines_gone(added) == []
    write(added)
    found = codes(load_codebook(study)[0])
    assert list(found)[list(found).index(code) + 1] == "part_one"
    assert found["part_two"].definition == found[code].definition
    new = {"part_one", "part_two", "by_hand"}
    assert {name: value for name, value in found.items() if name not in new} == codes(loaded(SAMPLE))


@pytest.mark.parametrize("code", CODES)
def test_add_a_term_in_the_sample(study, code):
    """One line changes at most; the code has one term more and every other code is the same."""
    edit = add_term(study, code, "zebra crossing")
    assert len(lines_gone(edit)) <= 1
    write(edit)
    expected, found = codes(loaded(SAMPLE)), codes(load_codebook(study)[0])
    terms = [term.notation for rule in found.pop(code).rules for term in rule.terms]
    old = [term.notation for rule in expected.pop(code).rules for term in rule.terms]
    assert sorted(terms) == sorted([*old, "zebra crossing"])
    assert found == expected


@pytest.mark.parametrize(
    ("sources", "into"),
    [
        (["pol_eu_funding"], "enf_corruption"),
        (["mig_profile", "pol_eu_funding"], "mig_volume"),
        (["sab_exploitation_debt"], "sab_dangerous_transport"),
    ],
)
def test_merge_in_the_sample(study, sources, into):
    """The code has what all had, in their order; every comment is there and every other code is the same."""
    before = comments("".join(file.read_text(encoding="utf-8") for file in sorted(study.iterdir())))
    write(merge(study, sources, into))
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(study.iterdir()))
    assert not before - comments(text)
    expected, found = codes(loaded(SAMPLE)), codes(load_codebook(study)[0])
    all_of = [expected[into], *(expected.pop(name) for name in sources)]
    expected[into] = replace(
        expected[into],
        examples=tuple(text for code in all_of for text in code.examples),
        counterexamples=tuple(text for code in all_of for text in code.counterexamples),
        rules=tuple({rule.id: rule for code in all_of for rule in code.rules}.values()),
        formerly=tuple(sources),
    )
    assert found == expected


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_line_ends_and_marks_stay(tmp_path, mark, newline, end):
    """Line ends, the mark of the encoding, the end of the file and its permissions are as they were."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    plain = BOOK.replace("A  # behind a", "Ä  # behind ä")
    first.write_bytes((mark + plain.replace("\n", newline)).encode())
    other = "themes:\n  - id: other\n    name: Other\n    codes:\n      - id: o\n        name: O\n        manual: true"
    second.write_bytes((other + end).encode())
    second.chmod(0o640)
    permissions = stat.S_IMODE(second.stat().st_mode)
    write(move(tmp_path, "a1", "other"))
    write(rename(tmp_path, "b2", "new"))
    written = first.read_bytes().decode()
    assert written.startswith(mark + "codebook: Laws")
    assert "Ä  # behind ä" in written
    assert written.count("\n") == written.count(newline)
    moved = second.read_bytes().decode()
    assert "\r" not in moved
    assert moved.startswith(other + "\n      # about a1\n")
    assert len(moved) - len(moved.rstrip("\n")) == len(end)
    assert stat.S_IMODE(second.stat().st_mode) == permissions
    write(move(tmp_path, "o", "b"))
    assert first.read_bytes().count(b"\n") == first.read_bytes().count(newline.encode())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for a right to make links")
def test_a_link_stays_a_link(tmp_path):
    """A file that is a link is written where it leads."""
    real, link = tmp_path / "real.txt", tmp_path / "book.yaml"
    real.write_text(BOOK, encoding="utf-8")
    link.symlink_to(real)
    write(rename(link, "b2", "new"))
    assert link.is_symlink()
    assert "id: new" in real.read_text(encoding="utf-8")


NAMES = st.sampled_from(["One", "a: b", "- x", "#1", "it's", 'say "so"', "yes", "1.0", "Ž, ć", "a" * 130])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["rename", "merge", "split", "move", "add", "term"]),
        st.integers(0, 9),
        st.integers(0, 9),
        NAMES,
    ),
    min_size=1,
    max_size=6,
)


def step(path: Path, number: int, kind: str, first: int, second: int, words: str) -> Edit:
    """One edit of what the codebook holds now."""
    codebook, _ = load_codebook(path)
    held = [code.id for code in codebook.codes()]
    themes = [theme.id for theme in codebook.themes]
    one, other, theme = held[first % len(held)], held[second % len(held)], themes[second % 3]
    new = f"n{number}"
    return {
        "rename": lambda: rename(path, one, new, words),
        "merge": lambda: merge(path, [one], other),
        "split": lambda: split(path, one, [(new, words), (f"{new}x", "X")]),
        "move": lambda: move(path, one, theme),
        "add": lambda: add_code(path, theme, new, words, f"{words} {words}"),
        "term": lambda: add_term(path, one, words),
    }[kind]()


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "# Q&A"]))
def test_any_sequence_keeps_every_comment(steps, newline, ending):
    """After any edits in any order the codebook loads, and no comment is lost.

    What could be an anchor (&A) is read by the other of the two parsers.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.yaml"
        path.write_bytes((BOOK + ending).replace("\n", newline).encode())
        all_comments = set(re.findall(r"(?<= )# ?\w[^.\n]*$", BOOK, re.MULTILINE)) - {"# no comment"}
        for number, (kind, first, second, words) in enumerate(steps):
            before = codes(load_codebook(path)[0])
            try:
                edit = step(path, number, kind, first, second, words)
            except QualcodeError:
                continue
            write(edit)
            text = path.read_bytes().decode()
            assert text.count("\n") == text.count(newline)
            assert {comment for comment in all_comments if comment not in text} == set()
            assert_same_but(before, codes(load_codebook(path)[0]), kind)


def assert_same_but(before: dict[str, Code], found: dict[str, Code], kind: str) -> None:
    """No more codes differ than an edit of this kind concerns, and only in what it may change."""
    changed = {name for name in before.keys() & found.keys() if before[name] != found[name]}
    assert len(changed) <= {"rename": 0, "split": 0, "add": 0}.get(kind, 1)
    assert len(before.keys() - found.keys()) == (kind in ("rename", "merge"))
    assert len(found.keys() - before.keys()) == {"rename": 1, "split": 2, "add": 1}.get(kind, 0)
    for name in changed:
        old, new = before[name], found[name]
        if kind == "move":
            assert replace(new, theme=old.theme) == old
        else:
            same = {"examples", "counterexamples", "rules", "formerly", "manual"}
            assert replace(new, **{key: getattr(old, key) for key in same}) == old
            assert {rule.id for rule in old.rules} <= {rule.id for rule in new.rules} or kind == "term"
