"""Captions (WebVTT, SubRip): a line a cue, with its time and the voice it is tagged with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line, Position
from qualcode.readers.formats.caption_cues import Cue, scan, without_repeats
from qualcode.readers.formats.cleaning import entity_note, listed, unescape
from qualcode.readers.formats.decoding import decode
from qualcode.readers.formats.unusable import read_bytes, unusable

_VOICE = regex.compile(r"<v(?:\.[^\s>]*)*(?:\s+(?P<name>[^>]*))?>|(?P<end></v>)", regex.IGNORECASE)
_TAG = regex.compile(
    r"</?(?:i|b|u|s|c|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?>|\{\\[^{}]*\}",
    regex.IGNORECASE,
)
_SUBTITLE_ESCAPE = regex.compile(r"\\[hNn]")
_NEW_SPEAKER = regex.compile(r"\s*(?:[-–—]\s*\S|[\[<]\p{L}[^\]>]{0,40}[\]>]\s*:|\p{Lu}[\p{L}\p{N}.'’ -]{0,30}:\s)")


def read(path: Path, *, encoding: str = "") -> Document:
    """The captions as lines, `time` in seconds; what continues a turn is joined by a space.

    A label written into the text (`[Guest 2]: ...`) stays there. Raises ProblemsError where no caption is found.
    """
    text, problems = decode(read_bytes(path), encoding=encoding, file=path.name)
    captions = scan(text.replace("\f", " "))
    if all(cue.stray for cue in captions.cues):
        fix = "captions have lines such as 00:01:02.000 --> 00:01:05.000; if it is plain text, let its name end in .txt"
        raise unusable(path, "no captions were found: no line holds a time.", fix)
    entities = 0
    for cue in captions.cues:
        for index, (number, line) in enumerate(cue.text):
            plain, count = _plain(line)
            cue.text[index] = (number, plain)
            entities += count
        cue.text[:] = [(number, line) for number, line in cue.text if line.strip()]
    cues, repeated = without_repeats(captions.cues)
    problems += (*entity_note(entities, file=path.name), *_problems(captions.cues, repeated, path.name))
    lines = tuple(line for cue in cues for line in _cue_lines(cue))
    if not lines:
        raise unusable(path, "the captions hold no words.", "export the captions again from where they came from")
    return Document(lines, problems, captions.header)


def _plain(line: str) -> tuple[str, int]:
    """A line without styling and times, voice tags kept, and how many entities it held."""
    bare = _SUBTITLE_ESCAPE.sub(" ", _TAG.sub("", line))
    pieces, entities, end = [], 0, 0
    for tag in [*_VOICE.finditer(bare), None]:
        words, count = unescape(bare[end : tag.start() if tag else len(bare)])
        pieces += [words, tag.group() if tag else ""]
        entities += count
        end = tag.end() if tag else end
    return regex.sub(r"[ \t]+", " ", "".join(pieces)).strip(" \t"), entities


def _cue_lines(cue: Cue) -> Iterator[Line]:
    """A cue as one line, or one for each voice in it and for each line that starts like another speaker's."""
    speaker: str | None = None
    words: list[tuple[int, str]] = []
    for number, text in cue.text:
        if words and _NEW_SPEAKER.match(text):
            yield from _line(words, speaker, cue)
            words = []
        end = 0
        for tag in _VOICE.finditer(text):
            yield from _line([*words, (number, text[end : tag.start()])], speaker, cue)
            words, end = [], tag.end()
            speaker = None if tag["end"] else _name(tag["name"] or "")
        words.append((number, text[end:]))
    yield from _line(words, speaker, cue)


def _line(words: Sequence[tuple[int, str]], speaker: str | None, cue: Cue) -> Iterator[Line]:
    """The pieces of `words` that hold anything, as one line numbered like the first of them."""
    said = [(number, piece.strip()) for number, piece in words if piece.strip()]
    if said:
        text = " ".join(piece for _, piece in said)
        yield Line(text, Position(paragraph=said[0][0], time=cue.start), " ", speaker=speaker)


def _name(tagged: str) -> str | None:
    name, _ = unescape(tagged)
    return name.strip() or None


def _problems(cues: Sequence[Cue], repeated: int, file: str) -> Iterator[Problem]:
    """What was damaged, and what was left out."""
    if broken := [cue.line for cue in cues if cue.start is None and not cue.stray]:
        what = f"the time of a caption cannot be read on {listed('line', broken)}; its words were kept."
        fix = "a time is written 00:01:02.000 --> 00:01:05.000"
        yield Problem(what, Where(file, line=broken[0]), fix, Severity.WARNING)
    if stray := [cue.line for cue in cues if cue.stray]:
        what = f"text without a time of its own was kept where it stands, on {listed('line', stray)}."
        fix = "look whether it is speech; put NOTE in front of what is none"
        yield Problem(what, Where(file, line=stray[0]), fix, Severity.WARNING)
    if repeated:
        noun = "line" if repeated == 1 else "lines"
        what = f"{repeated} {noun} that only show the caption before again were left out."
        yield Problem(what, Where(file), severity=Severity.NOTE)
