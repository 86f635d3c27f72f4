"""Words, marks and sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.text import marks, model_is_unaltered, sentences, tokens


def said(text):
    """The sentences of `text` as words."""
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We left. They stayed.", ["We left.", "They stayed."]),
        ("No. They never beat us.", ["No.", "They never beat us."]),
        ("We saw Mr. Brown and Dr. K. at No. 5 there.", ["We saw Mr. Brown and Dr. K. at No. 5 there."]),
        ("It was 5.30 p.m. and dark.", ["It was 5.30 p.m. and dark."]),
        ("It was 5 p.m. Then we ran.", ["It was 5 p.m.", "Then we ran."]),
        ("We went ... to the border.", ["We went ... to the border."]),
        ("So... I left.", ["So... I left."]),
        ("We waited... Nobody came.", ["We waited...", "Nobody came."]),
        ('"Where are you?" he asked. I hid.', ['"Where are you?" he asked.', "I hid."]),
        ('He said "stop." Then he ran.', ['He said "stop."', "Then he ran."]),
        ("we walked. then police came.", ["we walked.", "then police came."]),
        ("They took it.Then they left.", ["They took it.", "Then they left."]),
        ("1. The first thing.", ["1. The first thing."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("لماذا؟ لا أعرف.", ["لماذا؟", "لا أعرف."]),
        ("Yes [inaudible]. (laughs)", ["Yes [inaudible]. (laughs)"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    """Titles, initials, dots of hesitation and quoted questions do not end a sentence; line ends do."""
    assert said(text) == expected


@given(st.text(alphabet=st.sampled_from("ab AB.?!…\n\"'()[]12 é\u0301🙂"), max_size=60))
def test_sentences_leave_out_nothing_but_white_space(text):
    """Put together again without white space, the sentences are the text."""
    assert "".join("".join(part.split()) for part in said(text)) == "".join(text.split())


@given(st.text(max_size=60))
def test_sentences_stand_in_order_and_never_overlap(text):
    """Each sentence begins where the one before has ended, or later."""
    spans = sentences(text)
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))


@pytest.mark.parametrize(
    "mark",
    [
        "[inaudible 00:12:31]",
        "(laughs)",
        "(both laughing)",
        "[name removed]",
        "[End of Side A]",
        "[00:12:31]",
        "(12:31)",
        "#00:01:02-3#",
        "00:12:31",
        "[...]",
        "[crosstalk]",
        "(speaks Albanian)",
        "[long pause]",
    ],
)
def test_marks_of_the_transcriber_hold_no_words(mark):
    """What is written about the recording is kept in the text and never matched."""
    text = f"before {mark} after"
    assert [span.of(text) for span in marks(text)] == [mark]
    assert [token.form for token in tokens(text)] == ["before", "after"]


@pytest.mark.parametrize("text", ["[the smugglers] took it", "(my uncle) took it", "[brother] took it"])
def test_words_that_stand_in_brackets_are_words(text):
    """An editor's clarification or a pseudonym is part of what was said."""
    assert len(tokens(text)) == len(text.split())


def test_a_possessive_belongs_to_no_word():
    """`smuggler's` is the word smuggler; a contraction is one word; apostrophes of both shapes are equal."""
    text = "Smuggler's gun, smugglers’ didn’t o'clock 5,000 euro"
    assert [token.form for token in tokens(text)] == [
        "smuggler",
        "gun",
        "smugglers",
        "didn't",
        "o'clock",
        "5,000",
        "euro",
    ]


@given(st.text(max_size=80))
def test_tokens_point_at_the_text_however_letters_fold(text):
    """Offsets count code points of the text as it is, even where folding a letter changes its length."""
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)


def test_the_language_model_is_the_published_one():
    """The weights that are installed hash to what was published."""
    assert model_is_unaltered()
