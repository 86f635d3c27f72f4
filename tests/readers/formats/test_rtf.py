"""RTF documents: what their reader sees is what is read, in the letters that were meant."""

import pytest

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Line, Position, TableCell
from qualcode.readers.formats.rtf import read


def _write(path, body, *, head=r"\ansi\ansicpg1252\deff0"):
    content = body if isinstance(body, bytes) else body.encode("ascii")
    path.write_bytes(b"{\\rtf1" + head.encode("ascii") + b"\n" + content + b"}")
    return path


def _texts(path, **options):
    return [line.text for line in read(path, **options).lines]


def _refusal(path, **options):
    with pytest.raises(ProblemsError) as caught:
        read(path, **options)
    (problem,) = caught.value.problems
    return problem


def test_paragraphs_are_lines_with_their_number(tmp_path):
    """Every paragraph with words is a line; empty ones are dropped and still counted; a forced break parts lines."""
    path = _write(tmp_path / "a.rtf", "I: Where\\tab did you start?\\par\n\\par\nR: Here.\\line Or there.\\par")
    assert read(path).lines == (
        Line("I: Where\tdid you start?", Position(paragraph=1)),
        Line("R: Here.", Position(paragraph=3)),
        Line("Or there.", Position(paragraph=3)),
    )


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        (r"{\b R:} yes", 2),
        (r"\b R:\b0  yes", 2),
        (r"{\b R:\plain  yes}", 2),
        (r"{\b R}{\b :} yes", 2),
        (r"{\b R: yes}", 6),
        (r"{\ab R:} yes", 0),
        (r"R: {\b yes}", 0),
    ],
)
def test_a_bold_label_is_measured(tmp_path, body, bold):
    """The bold start of a paragraph is known by its length."""
    (line,) = read(_write(tmp_path / "a.rtf", body)).lines
    assert (line.text, line.bold) == ("R: yes", bold)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"we {\deleted lied }left", ["we left"]),
        (r"we \deleted lied \deleted0 left", ["we left"]),
        (r"{\revised came }home", ["came home"]),
        (r"we went {\deleted\par}home", ["we went home"]),
        (r"seen{\v  unseen}", ["seen"]),
        (r'{\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt{a link}}} on', ["a link on"]),
        (r"{\*\bkmkstart here}a{\*\bkmkend here}b{\*\unknown no}c", ["abc"]),
        (r"{\listtext\pard 1.\tab}item", ["item"]),
        (r"smug\-gler push\_back a\~b", ["smuggler push\u2011back a\u00a0b"]),
        (r"\{a\} \\ \ldblquote b\rdblquote  \emdash", ["{a} \\ “b” —"]),
        (r"{\info{\title no}{\author Jane}}{\stylesheet{\s0 Normal;}}yes", ["yes"]),
        (r"a{\pict\wmetafile8 ffd8}b", ["ab"]),
        (
            r"before{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt in a box\par}}{\shprslt no}} after\par next",
            ["before after", "in a box", "next"],
        ),
        (r"{\upr{plain}{\*\ud{better}}}", ["better"]),
        ("a\\\nb\r\nc", ["a", "bc"]),
        (r"a\page b\sect c", ["a", "b", "c"]),
    ],
    ids=[
        "deleted group", "deleted switch", "inserted", "deleted paragraph end", "hidden", "link", "ignorable", "list",
        "hyphens", "signs", "info", "picture", "text box", "unicode form", "line ends", "page",
    ],
)  # fmt: skip
def test_words_are_read_wherever_they_stand(tmp_path, body, expected):
    """Words in groups of all kinds are read once, and what is deleted, hidden or a command is not."""
    assert _texts(_write(tmp_path / "a.rtf", body)) == expected


def test_bytes_of_a_picture_are_passed_over(tmp_path):
    """A picture kept as raw bytes may hold braces and backslashes."""
    assert _texts(_write(tmp_path / "a.rtf", rb"a{\pict\bin6 }{\par}b")) == ["ab"]


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (r"\ansi\ansicpg1250", rb"Biha\'e6, \'9aest", "Bihać, šest"),
        (r"\ansi\ansicpg1252", rb"Gen\'e8ve \'93x\'94", "Genève “x”"),
        (r"\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}", rb"\f1 Biha\'e6\f0  caf\'e9", "Bihać café"),
        (r"\ansi\ansicpg1250\deff0{\fonttbl{\f0 Arial;}}", rb"\pard\plain\f0 \'e8", "č"),
        (r"\mac", rb"caf\'8e", "café"),
        (r"\ansi\ansicpg1252", rb"\uc1\u269 c\u353?", "čš"),
        (r"\ansi\ansicpg1252", rb"\uc2\u269\'c4\'8dx{\uc0\u353}y", "čxšy"),
        (r"\ansi\ansicpg1252", rb"\uc0\u-10179\u-8704", "\U0001f600"),
        (r"\ansi\ansicpg1252\uc1", rb"\u1587 ?\u1604 ?", "سل"),
        (r"\ansi\ansicpg932", rb"\'93\'fa\'96\'7b", "日本"),
        (r"\ansi\ansicpg1252", "Bihać".encode(), "Bihać"),
        (r"\ansi\ansicpg1250", "Bihać".encode("cp1250"), "Bihać"),
        (r"\ansi\ansicpg99999", rb"caf\'e9", "café"),
        (r"\ansi\ansicpg65001", rb"\'c4\'87", "ć"),
    ],
    ids=[
        "1250", "1252", "font", "default font", "mac", "unicode", "fallback of two", "pair", "arabic", "japanese",
        "raw utf-8", "raw 1250", "unknown page", "utf-8",
    ],
)  # fmt: skip
def test_letters_are_those_that_were_meant(tmp_path, head, body, expected):
    """Code pages of the document and of its fonts, and characters by number with their stand-ins, are read right."""
    assert _texts(_write(tmp_path / "a.rtf", body, head=head)) == [expected]


def test_a_named_encoding_goes_before_the_one_the_file_names(tmp_path):
    """An encoding from the study replaces a wrong one in the file."""
    path = _write(tmp_path / "a.rtf", rb"Biha\'e6", head=r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}\f0")
    assert _texts(path, encoding="cp1250") == ["Bihać"]


def test_an_unknown_encoding_is_a_problem(tmp_path):
    """A misspelt encoding in study.yaml is named."""
    what = 'the encoding "cp125" does not exist.'
    fix = "take `encoding:` out of study.yaml, or write cp1250, cp1252 or utf-8"
    assert _refusal(_write(tmp_path / "a.rtf", "x"), encoding="cp125") == Problem(what, Where("a.rtf"), fix)


def test_table_cells_are_lines_with_their_place(tmp_path):
    """Each paragraph of a cell is a line; an empty cell keeps its place with an empty line."""
    body = (
        r"before\par\trowd\cellx1\cellx2\pard\intbl {\b I}\cell How\par long?\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl\cell A year.\cell\row\pard after\par"
        r"\trowd\cellx1\pard\intbl other\cell\row"
    )
    assert read(_write(tmp_path / "a.rtf", body)).lines == (
        Line("before", Position(paragraph=1)),
        Line("I", Position(paragraph=2), bold=1, cell=TableCell(1, 1, 1)),
        Line("How", Position(paragraph=3), cell=TableCell(1, 1, 2)),
        Line("long?", Position(paragraph=4), cell=TableCell(1, 1, 2)),
        Line("", cell=TableCell(1, 2, 1)),
        Line("A year.", Position(paragraph=6), cell=TableCell(1, 2, 2)),
        Line("after", Position(paragraph=7)),
        Line("other", Position(paragraph=8), cell=TableCell(2, 1, 1)),
    )


def test_notes_stand_at_the_end_without_their_marks(tmp_path):
    """Footnotes and endnotes follow the body as notes; their marks are not in the text."""
    body = r"up{\super\chftn{\footnote\pard {\super\chftn} below}} here\par end{\footnote\ftnalt last}\par"
    assert read(_write(tmp_path / "a.rtf", body)).lines == (
        Line("up here", Position(paragraph=1)),
        Line("end", Position(paragraph=2)),
        Line(" below", Position(paragraph=3), note=True),
        Line("last", Position(paragraph=4), note=True),
    )


def test_what_is_not_read_is_counted_and_never_quoted(tmp_path):
    """Comments, headers, changes and hidden text give a warning each, with a number, and stay unread."""
    body = (
        r"{\header Interview with Jane\par}{\footer Page 3\par}"
        r"kept{\deleted old}{\revised new}{\v secret}{\*\atnauthor Jane}\chatn{\*\annotation Jane said}"
    )
    document = read(_write(tmp_path / "a.rtf", body))
    assert [line.text for line in document.lines] == ["keptnew"]
    assert {problem.severity for problem in document.problems} == {Severity.WARNING}
    assert [problem.what for problem in document.problems] == [
        "1 comment was not read; comments can name people.",
        "1 page header or footer was not read; headers can name people.",
        "2 tracked changes were read as accepted; deleted words were not read but are still in the file.",
        "1 hidden passage was not read.",
    ]


@pytest.mark.parametrize("content", [b"{\\rtf1\\ansi I: Where did", b"{\\rtf1{\\fonttbl{\\f0 Ar"])
def test_a_truncated_file_is_refused(tmp_path, content):
    """A file that was not copied to its end says so."""
    (tmp_path / "a.rtf").write_bytes(content)
    what = "the file is damaged or was not copied to its end."
    fix = "open it in Word or LibreOffice and save it again, or ask for the file again"
    assert _refusal(tmp_path / "a.rtf") == Problem(what, Where("a.rtf"), fix)


def test_another_kind_of_file_is_named(tmp_path):
    """A web page saved as .rtf says what it is."""
    (tmp_path / "a.rtf").write_bytes(b"<html><body>x</body></html>")
    fix = "open it in a browser, copy the text into a document and save that as .docx"
    assert _refusal(tmp_path / "a.rtf") == Problem("this is a web page, not an RTF document.", Where("a.rtf"), fix)


def test_a_document_without_words_is_refused(tmp_path):
    """A document that holds nothing to read says so."""
    assert _refusal(_write(tmp_path / "a.rtf", r"\par\par")).what == "the document holds no words."


@pytest.mark.parametrize("extra", [b"\0\0\0", b"}}", b"trailing"])
def test_what_stands_behind_the_document_is_passed_over(tmp_path, extra):
    """Bytes behind the closing brace are no words."""
    path = _write(tmp_path / "a.rtf", "words")
    path.write_bytes(path.read_bytes() + extra)
    assert _texts(path) == ["words"]


def test_groups_nested_without_end_are_read(tmp_path):
    """A hundred thousand groups within each other are read like one."""
    assert _texts(_write(tmp_path / "a.rtf", "{" * 100_000 + "deep" + "}" * 100_000)) == ["deep"]


def test_a_very_long_paragraph_is_read_whole(tmp_path):
    """A paragraph of 200,000 characters is one line."""
    words = "word " * 40_000
    assert _texts(_write(tmp_path / "a.rtf", words)) == [words]


def test_reading_twice_gives_the_same(tmp_path):
    """The same file gives the same lines and problems."""
    path = _write(tmp_path / "a.rtf", r"one{\*\annotation x}\par two")
    assert read(path) == read(path)
