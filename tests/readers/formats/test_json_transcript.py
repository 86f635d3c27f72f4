"""Transcripts in JSON as lines."""

import json

import pytest

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line, Position
from qualcode.readers import read as read_file
from qualcode.readers.formats.json_transcript import read

FORMS = (
    "understood are Whisper and WhisperX (segments), AssemblyAI and Deepgram (utterances), and a list of objects with "
    '"speaker", "time" and "text"; export it in one of these forms, or as .txt, .vtt or .srt'
)


def _file(folder, content):
    path = folder / "a.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def _refused(path):
    with pytest.raises(ProblemsError) as raised:
        read(path)
    return [str(problem) for problem in raised.value.problems]


def _line(text, row, time=None, speaker=None, joiner=" "):
    return Line(text, Position(row=row, time=time), joiner, speaker=speaker)


def test_whisper_segments_are_lines(tmp_path):
    """The space Whisper puts before each segment goes; what stands beside the words is metadata."""
    content = {
        "text": " We left. At night.",
        "segments": [
            {"id": 0, "start": 0.0, "end": 2.5, "text": " We left.", "tokens": [1, 2]},
            {"id": 1, "start": 2.5, "end": 4, "text": " At night."},
        ],
        "language": "en",
    }
    expected = (_line("We left.", 1, 0.0), _line("At night.", 2, 2.5))
    assert read(_file(tmp_path, content)) == Document(expected, metadata={"language": "en"})


def test_whisperx_names_speakers_where_it_knows_them(tmp_path):
    """A segment without a speaker is nobody's, not the one's before it."""
    content = {
        "segments": [
            {"start": 0.5, "text": " Hello", "speaker": "SPEAKER_00", "words": [{"word": "Hello", "start": 0.5}]},
            {"start": 1.5, "text": " Hi"},
        ]
    }
    assert read(_file(tmp_path, content)).lines == (_line("Hello", 1, 0.5, "SPEAKER_00"), _line("Hi", 2, 1.5))


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("00:01:07.250", 67.25),
        ("1:07", 67.0),
        (67, 67.0),
        ("67.5", 67.5),
        ("[01:07]", 67.0),
        (None, None),
        ("soon", None),
    ],
)
def test_a_list_of_turns_is_read_whatever_its_times_look_like(tmp_path, time, seconds):
    """Clocks and seconds both become seconds."""
    content = [{"speaker": "Guest 2", "time": time, "message": "Welcome.\nAll."}]
    expected = (_line("Welcome.", 1, seconds, "Guest 2"), _line("All.", 1, seconds, "Guest 2", "\n"))
    assert read(_file(tmp_path, content)) == Document(expected)


def test_assemblyai_counts_milliseconds(tmp_path):
    """Whole numbers under `utterances` are milliseconds."""
    content = {"id": "x", "utterances": [{"speaker": "A", "start": 1250, "text": "Hello"}]}
    assert read(_file(tmp_path, content)).lines == (_line("Hello", 1, 1.25, "A"),)


def test_deepgram_counts_seconds_and_speakers(tmp_path):
    """Utterances inside `results` with decimal seconds and numbered speakers."""
    content = {"metadata": {}, "results": {"utterances": [{"start": 1.25, "transcript": "Hello", "speaker": 0}]}}
    assert read(_file(tmp_path, content)).lines == (_line("Hello", 1, 1.25, "Speaker 0"),)


def test_a_text_alone_is_one_line(tmp_path):
    """Whisper without segments gives the words and no times."""
    assert read(_file(tmp_path, {"text": " We left. "})).lines == (_line("We left.", 1),)


def test_entries_without_words_are_noted(tmp_path):
    """What is not read is counted."""
    content = [{"text": "Yes"}, {"text": "No"}, {"pause": 3}]
    note = Problem("1 entry without words left out.", Where("a.json"), severity=Severity.NOTE)
    assert read(_file(tmp_path, content)) == Document((_line("Yes", 1), _line("No", 2)), (note,))


@pytest.mark.parametrize("content", [{"a": 1}, [1, 2], "x", [], {"segments": []}, [{"pause": 1}]])
def test_an_unknown_layout_is_refused_with_what_is_understood(tmp_path, content):
    """The forms that can be read are listed."""
    assert _refused(_file(tmp_path, json.dumps(content))) == [
        f"a.json: this JSON is not laid out as a transcript.\nTry: {FORMS}"
    ]


def test_a_transcript_without_words_is_refused(tmp_path):
    """Segments of nothing are no interview."""
    assert _refused(_file(tmp_path, [{"text": " "}])) == [
        "a.json: the transcript holds no words.\nTry: ask for the file again, or take it out of the folder"
    ]


def test_broken_json_is_refused_with_its_line(tmp_path):
    """The line where it stops being JSON is named, not its words."""
    assert _refused(_file(tmp_path, '[{"text": "Yes"},\n{"text": "No"')) == [
        "a.json, line 2: this is not valid JSON, or it was not copied to its end.\n"
        "Try: export the transcript again from the program it comes from"
    ]


def test_json_nested_without_end_is_refused(tmp_path):
    """A hundred thousand brackets do not bring the reader down."""
    assert _refused(_file(tmp_path, "[" * 100_000 + "]" * 100_000)) == [
        f"a.json: this JSON is nested deeper or holds larger numbers than any transcript.\nTry: {FORMS}"
    ]


def test_a_file_larger_than_any_transcript_is_refused(tmp_path):
    """A hundred megabytes are no interview."""
    assert _refused(_file(tmp_path, " " * 100_000_000 + "[]")) == [
        f"a.json: the file is larger than any transcript (over 100 MB).\nTry: {FORMS}"
    ]


def test_half_a_character_is_shown_and_reported(tmp_path):
    """A lone surrogate, which nothing can store, becomes a visible sign and a warning."""
    path = tmp_path / "half.json"
    path.write_text('[{"speaker": "I", "text": "How \\ud83d are you?"}, {"speaker": "R", "text": "Fine."}]')
    reading = read_file(path)
    assert [reading.transcripts[0].words(turn) for turn in reading.transcripts[0].turns] == [
        "How \ufffd are you?",
        "Fine.",
    ]
    assert [problem.what for problem in reading.problems] == ["broken characters, shown as \ufffd, on 1 line."]
