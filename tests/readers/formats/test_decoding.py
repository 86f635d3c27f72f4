"""Bytes to text: encodings told, guessed and mixed, and what is no text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.formats.cleaning import clean, entity_note, listed, unescape
from qualcode.readers.formats.decoding import decode

SENTENCE = "We slept in Bihać, then Velika Kladuša – “no” food, he’d said."


def _read(data: bytes, encoding: str = "") -> tuple[str, list[tuple[Severity, str]]]:
    text, problems = decode(data, encoding=encoding, file="a.txt")
    return text, [(problem.severity, problem.what) for problem in problems]


def _refused(data: bytes, encoding: str = "") -> str:
    with pytest.raises(ProblemsError) as raised:
        decode(data, encoding=encoding, file="a.txt")
    return "\n".join(str(problem) for problem in raised.value.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_that_says_its_encoding_is_read_without_remark(encoding):
    """UTF-8 with and without BOM and UTF-16 and UTF-32 with one leave nothing to guess."""
    assert _read(SENTENCE.encode(encoding)) == (SENTENCE, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(encoding):
    """UTF-16 without a BOM is seen by its empty bytes, and said."""
    note = (Severity.NOTE, f"read as {encoding.upper()}, which the file does not say itself.")
    assert _read(SENTENCE.encode(encoding)) == (SENTENCE, [note])


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1250", "Bihać"),
        ("cp1250", "Preševo and Đorđe"),
        ("cp1250", "Brčko"),
        ("cp1250", "Krnjača, Bogovađa"),
        ("cp1250", "Mačva"),
        ("cp1252", "crème brûlée"),
        ("cp1252", "Molière"),
        ("cp1252", "São Paulo"),
        ("cp1252", "señor Peña"),
        ("cp1252", "Tromsø, Mærsk"),
        ("cp1252", "voilà"),
        ("cp1252", "caffè"),
        ("cp1252", "naïve"),
    ],
)
def test_the_code_page_is_told_by_how_letters_sit_in_words(encoding, words):
    """A few names decide between Windows-1250 and Windows-1252, and the guess is noted."""
    sentence = f"They went to {words}, and then – he’d said “no”."
    note = (Severity.NOTE, f"the file does not say its encoding; read as {encoding}.")
    assert _read(sentence.encode(encoding)) == (sentence, [note])


def test_a_doubtful_code_page_is_warned_about():
    """Where the letters leave a doubt, both code pages are named and the fix says how to settle it."""
    _, problems = decode("est où".encode("cp1252"), file="a.txt")
    assert [str(problem) for problem in problems] == [
        "a.txt: the file does not say its encoding; read as cp1252, but cp1250 is nearly as likely.\n"
        "Try: compare names such as Bihać or Genève, then `encoding: cp1252` or `encoding: cp1250` in study.yaml"
    ]


def test_a_text_from_an_old_mac_keeps_its_apostrophes():
    """Mac Roman is recognised by its apostrophe, which Windows reads as Õ."""
    sentence = "We couldn’t cross and didn’t eat."
    note = (Severity.NOTE, "the file does not say its encoding; read as mac_roman.")
    assert _read(sentence.encode("mac_roman")) == (sentence, [note])


def test_stray_bytes_do_not_spoil_a_utf_8_file():
    """Two Windows quotes pasted into UTF-8 leave its own letters as they are."""
    data = "In Bihać, Šid and Kladuša\nhe ".encode() + b"didn\x92t" + b" eat.\n"
    warning = "line 2 holds characters in another encoding than the rest (UTF-8); read as cp1252."
    assert _read(data) == ("In Bihać, Šid and Kladuša\nhe didn’t eat.\n", [(Severity.WARNING, warning)])


def test_a_declared_encoding_is_used_where_the_file_does_not_say():
    """`encoding:` in study.yaml replaces the guess."""
    assert _read("où Bihać".encode("cp1250", "replace"), "cp1250") == ("o? Bihać", [])


def test_valid_utf_8_goes_before_a_declared_encoding():
    """A study-wide code page does not garble the files that are UTF-8."""
    assert _read(SENTENCE.encode(), "cp1250") == (SENTENCE, [])


def test_an_unknown_encoding_is_refused():
    """A misspelt encoding is named, with some that exist."""
    assert _refused(b"Biha\xe6", "cp12500") == (
        'a.txt: study.yaml names the encoding "cp12500", which does not exist.\n'
        "Try: write `encoding: cp1250` (or cp1252, utf-8) in study.yaml"
    )


def test_a_wrong_declared_encoding_is_refused_with_its_line():
    """The line of the first byte that does not fit is named."""
    assert _refused(b"one\ntwo \xe6", "utf-8") == (
        'a.txt, line 2: the file is not in the encoding "utf-8" that study.yaml names.\n'
        "Try: take `encoding:` out of study.yaml, or name the right one there"
    )


def test_text_garbled_by_an_earlier_program_is_warned_about_and_left():
    """`Ã©` is no letter of any name, but only the source can tell what it was."""
    assert _read("one\nthe cafÃ© in BihaÄ‡\n".encode()) == (
        "one\nthe cafÃ© in BihaÄ‡\n",
        [
            (
                Severity.WARNING,
                "letters were garbled by a program that handled this file earlier (as Ã© for é), on line 2.",
            )
        ],
    )


def test_capitals_before_quotes_are_not_garbled_letters():
    """`CAFÉ”` looks like two bytes of one character and is none."""
    assert _read("the “CAFÉ” there".encode()) == ("the “CAFÉ” there", [])


def test_every_line_end_becomes_one():
    """CRLF, CR, NEL and the Unicode separators part lines alike."""
    assert _read("a\r\nb\rc\x85d\u2028e\u2029f".encode()) == ("a\nb\nc\nd\ne\nf", [])


def test_nel_parts_lines_of_a_file_that_has_no_other_line_end():
    """Byte 0x85 after full stops is a line end; between other lines it is the three dots of Windows."""
    assert _read(b"I: Why?\x85R: War.\x85I: Biha\xe6?\x85", "")[0] == "I: Why?\nR: War.\nI: Bihać?\n"
    assert _read(b"I: Why\x85\r\nR: War, Biha\xe6.", "")[0] == "I: Why…\nR: War, Bihać."


def test_odd_spaces_stay_and_invisible_characters_go():
    """A no-break space is a space somebody typed; a zero-width one is nothing."""
    assert _read("10\u00a0000\u2009euro z\u200bero\ufeff \u200eR:".encode()) == ("10\u00a0000\u2009euro zero R:", [])


def test_joiners_stay_inside_persian_words_only():
    """The zero-width non-joiner is part of Persian spelling."""
    assert clean("می\u200cروم go\u200cing", file="a.txt") == ("می\u200cروم going", ())


def test_soft_hyphens_are_hyphens_only_at_line_ends():
    """Inside a line a soft hyphen is not shown."""
    assert clean("smug\u00adgler bor\u00ad\nder", file="a.txt") == ("smuggler bor-\nder", ())


def test_control_characters_are_removed_and_reported():
    """A NUL in the middle of text goes, and a person is told to look."""
    warning = "2 control characters that no text should hold were removed."
    assert _read(b"We walked\x00 for days\x01 and days.") == (
        "We walked for days and days.",
        [(Severity.WARNING, warning)],
    )


def test_windows_quotes_taken_for_controls_are_put_back():
    """U+0092 is an apostrophe that some program decoded as Latin-1."""
    note = (Severity.NOTE, "1 damaged quotation mark or dash was put back.")
    assert _read("he didn\x92t".encode()) == ("he didn’t", [note])


def test_entities_are_resolved_once():
    """`&amp;#8212;` is the writing `&#8212;`, not a dash; what is no entity stays."""
    assert unescape("a&#8212;b &amp;#8212; &quot;c&nbsp;d&quot; R&D; &notone; &copy") == (
        'a—b &#8212; "c\u00a0d" R&D; &notone; &copy',
        5,
    )


def test_entities_are_noted():
    """How many codes became characters is said once a file."""
    expected = Problem(
        "2 codes such as &amp; were turned into the characters meant.", Where("a.txt"), severity=Severity.NOTE
    )
    assert entity_note(2, file="a.txt") == (expected,)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([3], "line 3"),
        ([3, 9, 12], "lines 3, 9 and 12"),
        (range(1, 12), "lines 1, 2, 3, 4, 5, 6, 7, 8 and 3 more"),
    ],
)
def test_places_are_listed_in_words(numbers, words):
    """A message names the first few places and counts the rest."""
    assert listed("line", numbers) == words


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty."),
        (b" \r\n\t\n", "the file is empty."),
        ("\u200b\n".encode(), "the file holds no words."),
        (b"%PDF-1.7 ...", "this is a PDF file, not text."),
        (b"{\\rtf1 hello}", "this is an RTF file, not text."),
        (b"<!DOCTYPE html><html><p>x", "this is a web page, not text."),
        (bytes(range(1, 32)) * 20, "this is not text: it holds bytes that no text file has."),
    ],
)
def test_what_is_no_text_is_refused(data, what):
    """Each kind of file that is no text is called by its name, with a way out."""
    assert _refused(data).startswith(f"a.txt: {what}\nTry: ")


def test_a_damaged_utf_16_file_is_warned_about():
    """A file cut in the middle of a character is read up to there."""
    data = "Hello there".encode("utf-16")[:-1]
    assert _read(data) == ("Hello ther�", [(Severity.WARNING, "1 character is damaged and cannot be read.")])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_problem(data):
    """Nothing a file may hold brings the reader down, and what comes out has one kind of line end."""
    try:
        text, _ = decode(data, file="a.txt")
    except ProblemsError as error:
        assert len(error.problems) == 1  # noqa: PT017 - refusing is one of the two right answers
    else:
        assert text.strip()
        assert not set(text) & set("\r\x00\x0b\x85\u2028\u2029\ufeff")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1).filter(
        str.strip
    )
)
def test_utf_8_is_never_changed(text):
    """What is valid UTF-8 without control characters comes out as it went in."""
    data = ("R: " + text).encode()
    assert decode(data, file="a.txt")[0] == "R: " + text
