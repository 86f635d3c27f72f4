"""A file that is not YAML, or too clever a YAML, is explained in plain words on the right line."""

from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.source import MAX_BYTES
from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Where

COLON = (
    "a colon is missing, or the space after it.",
    'write the word, a colon, a space and then the value: "name: Violence"',
)
QUOTE = ("a quotation mark is opened and never closed.", 'put the same quotation mark (") at the end of the text')
OUTSIDE = (
    "words stand outside of the quotation marks around a text, or a quotation mark is missing.",
    'put "..." around the whole text; use single quotation marks within it',
)
TAB = ("a tab stands where YAML needs spaces.", "replace it by spaces (two for each level)")
BRACKET = (
    "a list is opened with [ or { and not closed, or a comma is missing in it.",
    "close it with ] or }, and put a comma between two terms",
)
INSIDE = ("a colon followed by a space stands within a text.", "put the text in quotation marks")
STAR = ("a text begins with * or &, which YAML reads as something else.", 'put it in quotation marks: "*phobia"')
FIRST = ("a text begins with a character that has a meaning in YAML.", "put the whole text in quotation marks")
INDENT = (
    "this line does not fit the lines above it.",
    "check its indentation, and look for a lost quotation mark, colon or dash",
)
BACKSLASH = ("a backslash stands within double quotation marks.", r"use single quotation marks: 're:\d+'")
DASHES = ("a line of three dashes (---) divides the file in two.", "remove the line, or make two files")
DEEP = ("lists stand too deep within lists.", "check the brackets and the indentation")
CHARACTER = ("there is a character that does not belong in a text file.", "delete the line and type it again")
REPEATED = ("anchors (& and *) repeat too much.", "write the repeated parts out, or use a set")
BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"

CASES = [
    ('a: "abc\nb: c', 1, QUOTE),
    ('name: "Abuse\ndefinition: "Harm"\nx: y', 1, QUOTE),
    ("a: 'it's'", 1, OUTSIDE),
    ('a: "x" y', 1, OUTSIDE),
    ("a:\n\tb: c", 2, TAB),
    ("a:\n  - b\n\t- c", 3, TAB),
    ("a: x\nany [a, b]\nc: d", 2, COLON),
    ("a: b\n c\nd", 3, COLON),
    ("a:b\nc: d", 1, COLON),
    ("a: b: c", 1, INSIDE),
    ("a: [x, y\nb: c", 1, BRACKET),
    ("{a: b", 1, BRACKET),
    ("a: [b,\nc: d\n", 1, BRACKET),
    ("- *phobia", 1, STAR),
    ("x: @foo", 1, FIRST),
    ("- a\nb: c", 2, INDENT),
    ("a:\n  - id: x\n   name: y", 3, INDENT),
    ("- a: |\n    t\n   x", 3, INDENT),
    ('x: "\\d"', 1, BACKSLASH),
    ("---\na: b\n---\nc: d", 3, DASHES),
    ("[" * 5000, 1, DEEP),
    ("a: b\nc: \x01", 2, CHARACTER),
    ("a: b\rc: [\r", 2, BRACKET),
    (BOMB, 1, REPEATED),
    ("a: &a [*a]", 1, REPEATED),
]


@pytest.mark.parametrize(("content", "line", "said"), CASES)
def test_not_yaml(tmp_path, content, line, said):
    """What the parser stumbles on is said in words that a researcher knows."""
    file = tmp_path / "book.yaml"
    file.write_bytes(content.encode())
    with pytest.raises(ProblemsError) as caught:
        load_codebook(file)
    assert caught.value.problems == (Problem(said[0], Where("book.yaml", line=line), said[1]),)


ENCODINGS = [
    (
        "a: é".encode("utf-16"),
        None,
        "the file is saved as UTF-16 and not as UTF-8.",
        'save it as text in the encoding "UTF-8"',
    ),
    (
        "a: b\nc: é".encode("cp1252"),
        2,
        "the file is not saved as UTF-8 text.",
        'save it as text in the encoding "UTF-8"',
    ),
    (
        b"#" * (MAX_BYTES + 1),
        None,
        "the file is larger than 5 MB, which no codebook is.",
        "split it into several files, or check that this is a codebook",
    ),
]


@pytest.mark.parametrize(("content", "line", "what", "fix"), ENCODINGS, ids=["utf-16", "cp1252", "large"])
def test_no_text(tmp_path, content, line, what, fix):
    """A file in another encoding, or of a size that no codebook has, is not read."""
    file = tmp_path / "book.yaml"
    file.write_bytes(content)
    with pytest.raises(ProblemsError) as caught:
        load_codebook(file)
    assert caught.value.problems == (Problem(what, Where("book.yaml", line=line), fix),)


def test_unreadable_file(tmp_path, monkeypatch):
    """A file that the system does not hand over is named with what to do."""
    file = tmp_path / "book.yaml"
    file.write_text("codebook: T\n")

    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ProblemsError) as caught:
        load_codebook(file)
    assert caught.value.problems == (
        Problem(
            "the file cannot be read (PermissionError).",
            Where("book.yaml"),
            "close it in other programs and check that you may open it",
        ),
    )
