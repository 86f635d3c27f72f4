"""WebVTT and SubRip as lines."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line, Position
from qualcode.readers.formats.caption_cues import scan
from qualcode.readers.formats.captions import read


def _read(folder, text, name="a.vtt"):
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return read(path)


def _line(text, number, time, speaker=None):
    return Line(text, Position(paragraph=number, time=time), " ", speaker=speaker)


VTT = """\
WEBVTT - Interview 3
Kind: captions
Language: en

NOTE
a remark
on two lines

STYLE
::cue { color: red }

3f2a-41/12-0
00:00:01.000 --> 00:00:03.500 align:start position:0%
<v Interviewer>How did you <i>come</i>?</v>

00:04.000 --> 00:06.000
<v.loud Amina B.>We walked &amp; <00:05.000><c.yellow>walked</c>.</v> <v Interviewer>Walked?</v>

01:00:07.250 --> 01:00:09.000
<v Amina B.>For eleven
days, [inaudible] <laughs></v>
"""


def test_voice_tags_name_speakers_and_styling_goes(tmp_path):
    """A line a voice, its time in seconds; header, notes, styles, identifiers and settings are no speech."""
    note = Problem("1 code such as &amp; was turned into the characters meant.", Where("a.vtt"), severity=Severity.NOTE)
    assert _read(tmp_path, VTT) == Document(
        (
            _line("How did you come?", 14, 1.0, "Interviewer"),
            _line("We walked & walked.", 17, 4.0, "Amina B."),
            _line("Walked?", 17, 4.0, "Interviewer"),
            _line("For eleven days, [inaudible] <laughs>", 20, 3607.25, "Amina B."),
        ),
        (note,),
        {"title": "Interview 3", "Kind": "captions", "Language": "en"},
    )


def test_labels_written_into_captions_stay_in_the_text(tmp_path):
    """Who speaks is decided elsewhere; only a voice tag is the format's own word for it."""
    text = "WEBVTT\n\n1\n00:00.000 --> 00:07.000\n[Guest 2]: Welcome.\n\n2\n00:07.000 --> 00:09.000\nAna: Hi,\nall.\n"
    assert _read(tmp_path, text) == Document((_line("[Guest 2]: Welcome.", 5, 0.0), _line("Ana: Hi, all.", 9, 7.0)))


SRT = """\
\ufeff1
00:00:01,000 --> 00:00:02,000 X1:40 X2:600
- Ana: Hello {\\an8}there
- Ben: Hello

00:00:03,5 --> 00:00:04,000
<font color="red">Without\\hnumber</font>
3
00:00:05.500 --> 00:00:06,000
No empty line before
"""


def test_subrip_is_read_with_its_usual_slips(tmp_path):
    """Missing numbers, dots for commas, lost empty lines and dialogue dashes are all read."""
    document = _read(tmp_path, SRT.replace("\n", "\r\n"), "a.srt")
    assert document == Document(
        (
            _line("- Ana: Hello there", 3, 1.0),
            _line("- Ben: Hello", 4, 1.0),
            _line("Without number", 7, 3.5),
            _line("No empty line before", 10, 5.5),
        )
    )


ROLLING = """\
WEBVTT

00:00:00.080 --> 00:00:02.389 align:start
 
so<00:00:00.320><c> this</c><00:00:00.480><c> is</c>

00:00:02.389 --> 00:00:02.399 align:start
so this is
 

00:00:02.399 --> 00:00:04.470 align:start
so this is
what<00:00:02.560><c> we</c> did

00:00:04.470 --> 00:00:04.480 align:start
what we did
 

00:00:04.480 --> 00:00:06.470 align:start
what we did
in the end
"""  # noqa: W293 - such files hold lines of one space


def test_rolling_captions_are_read_once(tmp_path):
    """Captions that show the line before again give every word once, and say so."""
    note = Problem(
        "4 lines that only show the caption before again were left out.", Where("a.vtt"), severity=Severity.NOTE
    )
    assert _read(tmp_path, ROLLING) == Document(
        (_line("so this is", 5, 0.08), _line("what we did", 13, 2.399), _line("in the end", 21, 4.48)), (note,)
    )


def test_growing_captions_are_read_once(tmp_path):
    """Live captions that grow word by word give every word once."""
    words = ["so", "so we", "so we went", "so we went home"]
    cues = "".join(f"\n00:0{n}.000 --> 00:0{n}.900\n{text}\n" for n, text in enumerate(words))
    assert [line.text for line in _read(tmp_path, f"WEBVTT\n{cues}").lines] == ["so", "we", "went", "home"]


def test_somebody_who_repeats_themselves_is_not_cut(tmp_path):
    """A "No." said twice in a long interview is two answers."""
    texts = ["No.", "No.", "We left.", "At night.", "On foot.", "All of us.", "Yes."]
    cues = "".join(f"\n00:0{n}.000 --> 00:0{n}.900\n{text}\n" for n, text in enumerate(texts))
    assert [line.text for line in _read(tmp_path, f"WEBVTT\n{cues}").lines] == texts


def test_damaged_times_and_stray_text_keep_their_words(tmp_path):
    """Nothing that could be speech is lost; the lines are named."""
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nIn 2015\n\nwe left.\n\n"
        "00:0x:05.000 --> 00:00:09.000\nAnd then?\n\n00:00:10 -> 00:00:11\nNothing.\n"
    )
    document = _read(tmp_path, text)
    assert document.lines == (
        _line("In 2015", 4, 1.0),
        _line("we left.", 6, 1.0),
        _line("And then?", 9, None),
        _line("Nothing.", 12, 10.0),
    )
    assert [str(problem) for problem in document.problems] == [
        "a.vtt, line 8: the time of a caption cannot be read on line 8; its words were kept.\n"
        "Try: a time is written 00:01:02.000 --> 00:01:05.000",
        "a.vtt, line 6: text without a time of its own was kept where it stands, on line 6.\n"
        "Try: look whether it is speech; put NOTE in front of what is none",
    ]


def test_plain_text_under_a_caption_name_is_refused(tmp_path):
    """A file without a single time is no caption file."""
    with pytest.raises(ProblemsError) as raised:
        _read(tmp_path, "I: Hello.\nR: Hello.\n")
    assert [str(problem) for problem in raised.value.problems] == [
        "a.vtt: no captions were found: no line holds a time.\n"
        "Try: captions have lines such as 00:01:02.000 --> 00:01:05.000; "
        "if it is plain text, let its name end in .txt"
    ]


def test_captions_without_words_are_refused(tmp_path):
    """Times alone are no transcript."""
    with pytest.raises(ProblemsError) as raised:
        _read(tmp_path, "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n")
    assert [str(problem) for problem in raised.value.problems] == [
        "a.vtt: the captions hold no words.\nTry: export the captions again from where they came from"
    ]


@given(st.lists(st.sampled_from(["", " ", "we left", "Ana: hi", "00:01.000 --> 00:02.000", "00:0x --> 1", "<v A>no"])))
def test_no_line_of_speech_is_lost_however_cues_are_damaged(lines):
    """Every line that holds words stands in a cue, unless it names the cue that follows."""
    followed = [*lines[1:], ""] if lines else []
    spoken = Counter(
        line for line, following in zip(lines, followed, strict=True) if line.strip() and "-->" not in line + following
    )
    assert spoken <= Counter(text for cue in scan("\n".join(lines)).cues for _, text in cue.text)
