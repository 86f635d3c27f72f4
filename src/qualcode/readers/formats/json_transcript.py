"""Transcripts in JSON, as speech recognition writes them: Whisper, WhisperX, AssemblyAI, Deepgram, lists of turns."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import regex

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line, Position
from qualcode.readers.formats.decoding import decode
from qualcode.readers.formats.json_recognition import recognised
from qualcode.readers.formats.unusable import read_bytes, unusable

_LARGEST = 100_000_000
"""Bytes; word by word with times, an hour of speech takes some five million."""
_LISTS = ("segments", "utterances", "turns", "messages", "transcript", "transcripts", "captions", "results", "items")
_WORDS = ("text", "message", "words", "utterance", "content", "transcript", "said", "sentence", "body")
_SPEAKER = ("speaker", "speaker_name", "speaker_label", "speakerName", "name", "who", "participant", "role", "author")
_TIME = ("start", "time", "start_time", "startTime", "timestamp", "begin", "from", "offset", "start_ms")
_UNDERSTOOD = (
    "understood are Whisper and WhisperX (segments), AssemblyAI and Deepgram (utterances), and a list of objects with "
    '"speaker", "time" and "text"; export it in one of these forms, or as .txt, .vtt or .srt'
)


def read(path: Path, *, encoding: str = "") -> Document:
    """A line for each stretch of speech, with its time in seconds and its speaker where the file names one.

    Raises ProblemsError for what is no JSON, or no transcript in a form that is understood.
    """
    data = read_bytes(path)
    if len(data) > _LARGEST:
        raise unusable(path, "the file is larger than any transcript (over 100 MB).", _UNDERSTOOD)
    text, problems = decode(data, encoding=encoding, file=path.name)
    content = _parsed(path, text)
    entries, milliseconds = _entries(content)
    if entries is None:
        raise unusable(path, "this JSON is not laid out as a transcript.", _UNDERSTOOD)
    lines = tuple(line for number, entry in enumerate(entries, 1) for line in _lines(entry, number, milliseconds))
    if not lines:
        raise unusable(path, "the transcript holds no words.", "ask for the file again, or take it out of the folder")
    skipped = sum(1 for entry in entries if not isinstance(entry, Mapping) or _first(entry, _WORDS) is None)
    return Document(lines, problems + _left_out(skipped, path.name), _metadata(content))


def _parsed(path: Path, text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        what = "this is not valid JSON, or it was not copied to its end."
        fix = "export the transcript again from the program it comes from"
        raise ProblemsError(
            f"{path.name} cannot be read.", [Problem(what, Where(path.name, line=error.lineno), fix)]
        ) from error
    except (RecursionError, ValueError) as error:
        raise unusable(
            path, "this JSON is nested deeper or holds larger numbers than any transcript.", _UNDERSTOOD
        ) from error


def _entries(content: Any) -> tuple[Sequence[Any] | None, bool]:
    """The stretches of speech in order, None where there are none; and whether their times are milliseconds."""
    if isinstance(content, list):
        return (content if _is_speech(content) else None), False
    if not isinstance(content, Mapping):
        return None, False
    results = content.get("results")
    if (entries := recognised(content)) and not _is_speech(_utterances(content)):
        return entries, False
    if isinstance(results, Mapping):
        return _entries(results)
    for name in _LISTS:
        if _is_speech(content.get(name)):
            return content[name], name == "utterances" and _in_milliseconds(content[name])
    return _under_any_name(content) or _whole(content), False


def _under_any_name(content: Mapping[str, Any]) -> Sequence[Any] | None:
    """A list of what named speakers said, whatever it is called, at most one level down."""
    for value in (content, *content.values()):
        for inner in value.values() if isinstance(value, Mapping) else ():
            if _is_speech(inner) and all(isinstance(entry, Mapping) and _speaker(entry) is not None for entry in inner):
                found: Sequence[Any] = inner
                return found
    return None


def _whole(content: Mapping[str, Any]) -> Sequence[Any] | None:
    """A text without times, as one stretch."""
    whole = content.get("text")
    return [content] if isinstance(whole, str) and whole.strip() else None


def _utterances(content: Mapping[str, Any]) -> Any:
    """Stretches that a service has put together itself."""
    results = content.get("results")
    return results.get("utterances") if isinstance(results, Mapping) else None


def _is_speech(value: Any) -> bool:
    """Whether `value` is a list of objects most of which hold text."""
    if not isinstance(value, list) or not value:
        return False
    worded = sum(1 for entry in value if isinstance(entry, Mapping) and _first(entry, _WORDS) is not None)
    return 2 * worded > len(value)


def _in_milliseconds(entries: Sequence[Any]) -> bool:
    """AssemblyAI counts whole milliseconds, where Deepgram writes seconds with a decimal point."""
    starts = [entry.get("start") for entry in entries if isinstance(entry, Mapping)]
    return all(isinstance(start, int) for start in starts)


def _first(entry: Mapping[str, Any], names: Sequence[str]) -> Any:
    """The first of `names` that `entry` has with a string in it, or a list for none."""
    return next((entry[name] for name in names if isinstance(entry.get(name), str)), None)


def _lines(entry: Any, number: int, milliseconds: bool) -> Iterator[Line]:
    """One entry as lines; `row` is its place in the list. Line ends within it stay line ends."""
    words = _first(entry, _WORDS) if isinstance(entry, Mapping) else None
    if words is None:
        return
    position = Position(row=number, time=_time(entry, milliseconds))
    speaker = _speaker(entry)
    joiner = " "
    for text in regex.split(r"\r\n|[\r\n\x85\u2028\u2029]", words):
        if text.strip():
            yield Line(text.strip(), position, joiner, speaker=speaker)
            joiner = "\n"


def _speaker(entry: Mapping[str, Any]) -> str | None:
    """Who the file says is speaking; a bare number (Deepgram) becomes `Speaker 0`."""
    for name in _SPEAKER:
        value = entry.get(name)
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return f"Speaker {value}"
        if isinstance(value, Mapping) and isinstance(value.get("name"), str):
            return str(value["name"]).strip()
    return None


def _time(entry: Mapping[str, Any], milliseconds: bool) -> float | None:
    for name in _TIME:
        value = entry.get(name)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int | float):
            return float(value) / 1000 if milliseconds or name.endswith("_ms") else float(value)
        if isinstance(value, str) and (found := regex.match(r"\s*\[?(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d+)?)", value)):
            hours, minutes, seconds = found.groups()
            return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds.replace(",", "."))
    return None


def _left_out(skipped: int, file: str) -> tuple[Problem, ...]:
    if not skipped:
        return ()
    what = f"{skipped} {'entry' if skipped == 1 else 'entries'} without words left out."
    return (Problem(what, Where(file), severity=Severity.NOTE),)


def _metadata(content: Any) -> dict[str, str]:
    """What stands beside the speech in a word or two: language, duration, model."""
    if not isinstance(content, Mapping):
        return {}
    plain = {
        name: value for name, value in content.items() if isinstance(value, str | int | float) and name not in _WORDS
    }
    return {
        str(name): str(value) for name, value in plain.items() if not isinstance(value, bool) and len(str(value)) <= 100
    }
