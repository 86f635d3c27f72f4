"""Plain text and Markdown as lines."""

import pytest

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line, Position
from qualcode.readers.formats.plain import read


def _file(folder, text, name="a.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _joined(document):
    return [(line.joiner, line.text) for line in document.lines]


def test_every_line_keeps_its_words_its_tabs_and_its_number(tmp_path):
    """Blank lines are no lines, but count; what stands at a line's start stays."""
    path = _file(tmp_path, "I:\tHow long?\r\n\r\n  R:\tEleven days. \r\n")
    expected = (Line("I:\tHow long?", Position(paragraph=1)), Line("  R:\tEleven days.", Position(paragraph=3)))
    assert read(path) == Document(expected)


def test_one_line_a_paragraph_is_never_joined(tmp_path):
    """A file whose lines end where paragraphs do keeps every line end."""
    turns = [f"R: {'we walked and walked ' * size}" for size in (1, 9, 4, 20, 2)]
    path = _file(tmp_path, "\n".join(turns))
    assert [joiner for joiner, _ in _joined(read(path))] == ["\n"] * 5


WRAPPED = """\
I: How long did it take you to reach the border from the place where you
stayed, and who was with you on the way?

R: It took us eleven days. We walked at night and slept in the daytime in
   the forest with the others. The man who led us said the border-crossing
   was easy. We gave him money and he
   left us.
   Then we went back to the town where we had slept the first night and we
   waited there for him and his brother.
I: And then, after you had waited there, what did the police do with you and
with the others?
[00:12] R: They let us go. They said the next time it would be worse for the
whole group.
"""


def test_lines_cut_at_a_width_are_joined(tmp_path):
    """Continuation lines join with a space; labels, times, short lines and blank lines stop them."""
    assert [joiner for joiner, _ in _joined(read(_file(tmp_path, WRAPPED)))] == (
        ["\n", " ", "\n", " ", " ", "\n", "\n", " ", "\n", " ", "\n", " "]
    )


def test_a_word_broken_at_a_line_end_is_mended(tmp_path):
    """A broken word loses its hyphen; a compound, or one the file writes with a hyphen elsewhere, keeps it."""
    text = (
        "We came to the border late in the evening and the man who led us, the smug-\n"
        "gler, said that he was no longer working for others and that he was now self-\n"
        "employed. The push-backs had stopped, he said, but then they started the push-\n"
        "backs again and we were sent over the line in the night with everybody else.\n"
    )
    assert _joined(read(_file(tmp_path, text))) == [
        ("\n", "We came to the border late in the evening and the man who led us, the smug"),
        ("", "gler, said that he was no longer working for others and that he was now self-"),
        ("", "employed. The push-backs had stopped, he said, but then they started the push-"),
        ("", "backs again and we were sent over the line in the night with everybody else."),
    ]


def test_page_numbers_are_left_out_and_the_sentence_goes_on(tmp_path):
    """`Page 2 of 3` is nobody's speech, and what runs over it is one sentence."""
    text = "R: We waited for him and\nPage 1 of 3\nthen left.\nR: Yes.\nPage 2 of 3\nR: No.\nPage 3 of 3\n"
    note = "3 lines with page headers, footers or page numbers left out."
    assert read(_file(tmp_path, text)) == Document(
        (
            Line("R: We waited for him and", Position(paragraph=1)),
            Line("then left.", Position(paragraph=3), " "),
            Line("R: Yes.", Position(paragraph=4)),
            Line("R: No.", Position(paragraph=6)),
        ),
        (Problem(note, Where("a.txt"), severity=Severity.NOTE),),
    )


def test_lines_at_the_top_and_foot_of_every_page_are_left_out(tmp_path):
    """Form feeds part pages; a header and a bare number that come back on each are furniture."""
    pages = [
        f"Oral history, tape {n}\nR: {w}\nI: Why {w}?\nR: Never {w}.\nI: So {w}.\n{n}\n"
        for n, w in enumerate("abcd", 1)
    ]
    document = read(_file(tmp_path, "\f".join(pages)))
    assert [line.text for line in document.lines] == [
        line for w in "abcd" for line in (f"R: {w}", f"I: Why {w}?", f"R: Never {w}.", f"I: So {w}.")
    ]
    assert [line.position.page for line in document.lines] == [page for page in (1, 2, 3, 4) for _ in range(4)]
    assert [problem.what for problem in document.problems] == [
        "8 lines with page headers, footers or page numbers on 4 pages left out."
    ]


def test_a_number_alone_on_a_line_stays_where_nothing_says_page(tmp_path):
    """Somebody may answer "1", and questions may be numbered."""
    path = _file(tmp_path, "I: How many?\n1\nI: And now?\n2\nI: And then?\n3\n")
    assert [line.text for line in read(path).lines] == ["I: How many?", "1", "I: And now?", "2", "I: And then?", "3"]


def test_entities_become_characters(tmp_path):
    """A text copied out of a web page holds codes for dashes and quotes."""
    document = read(_file(tmp_path, "R: We left &#8212; all of us &amp; more."))
    assert document == Document(
        (Line("R: We left — all of us & more.", Position(paragraph=1)),),
        (
            Problem(
                "2 codes such as &amp; were turned into the characters meant.", Where("a.txt"), severity=Severity.NOTE
            ),
        ),
    )


MARKDOWN = """\
---
title: KII 3
date: "2024-06-07"
---
# Interview 3 #

**Interviewer:** How **many** \\*people\\* came?
**R**: Many. *laughs* See [the site](https://example.org).

> quoted
> - *Guide:* yes
***
__Q:__ Why?
"""


def test_markdown_loses_its_marks_and_keeps_its_bold_labels(tmp_path):
    """Headings, quotes, lists and links keep their words; front matter is metadata; (*laughs*) stays a mark."""
    assert read(_file(tmp_path, MARKDOWN, "a.md")) == Document(
        (
            Line("Interview 3", Position(paragraph=5)),
            Line("Interviewer: How many *people* came?", Position(paragraph=7), bold=12),
            Line("R: Many. *laughs* See the site.", Position(paragraph=8), bold=1),
            Line("quoted", Position(paragraph=10)),
            Line("Guide: yes", Position(paragraph=11), bold=6),
            Line("Q: Why?", Position(paragraph=13), bold=2),
        ),
        metadata={"title": "KII 3", "date": "2024-06-07"},
    )


def test_a_rule_at_the_top_is_no_front_matter_without_fields(tmp_path):
    """Speech between two rules is speech."""
    document = read(_file(tmp_path, "---\nWe left at night. Nobody slept\n---\nR: Yes.\n", "a.md"))
    assert [line.text for line in document.lines] == ["We left at night. Nobody slept", "R: Yes."]


def test_an_empty_file_is_refused(tmp_path):
    """An empty file is named, with what to do."""
    with pytest.raises(ProblemsError) as raised:
        read(_file(tmp_path, ""))
    assert [str(problem) for problem in raised.value.problems] == [
        "a.txt: the file is empty.\nTry: ask for the file again, or take it out of the folder"
    ]


def test_a_document_renamed_txt_is_refused(tmp_path):
    """Bytes that are no text are not read as words."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02\x03\xff\xfe" * 50)
    with pytest.raises(ProblemsError) as raised:
        read(path)
    assert [str(problem) for problem in raised.value.problems] == [
        "a.txt: this is not text: it holds bytes that no text file has.\n"
        "Try: check that the file has the right name, or ask for it again"
    ]
