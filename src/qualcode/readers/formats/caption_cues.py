"""The cues of a caption file, WebVTT or SubRip: when each is shown, and its lines of text as they stand there.

A scanner of our own: webvtt-py passes over a cue whose time is damaged, without a word, and knows one voice a cue.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

_CLOCK = r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d{{1,3}}):(?P<{0}s>\d{{1,2}})(?:[.,](?P<{0}f>\d{{1,3}}))?"
_ARROW = r"\s*(?:-{1,2}\s?>|[–—→]>?)\s*"
_TIMING = regex.compile(rf"\s*{_CLOCK.format('a')}{_ARROW}{_CLOCK.format('b')}(?:\s.*)?$")
_BROKEN_TIMING = regex.compile(r"\s*(?:\d[^-]{0,20})?-->[^\p{L}]*(?:\d.*)?$|\s*\d[^-]{0,20}-->")
_ASIDE = regex.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?$")


@dataclass(slots=True)
class Cue:
    """What is shown at one time: `start` in seconds, and its lines of text with their line in the file."""

    start: float | None
    line: int
    text: list[tuple[int, str]] = field(default_factory=list)
    stray: bool = False
    """Whether it is text that stands apart from every time."""


@dataclass(slots=True)
class Captions:
    """The cues of a file in its order, and what its header says."""

    cues: list[Cue]
    header: dict[str, str]


def scan(text: str) -> Captions:
    """The cues of a caption file; nothing that could be speech is left out, however damaged the file is."""
    lines = text.split("\n")
    header, start = _header(lines)
    cues: list[Cue] = []
    index, after_blank = start, True
    while index < len(lines):
        line = lines[index]
        if _is_timing(line):
            cues.append(Cue(_start(line), index + 1))
        elif after_blank and _ASIDE.match(line):
            index = _end_of_block(lines, index)
            continue
        elif line.strip() and not _is_identifier(lines, index, after_blank=after_blank):
            _add(cues, index + 1, line, after_blank=after_blank)
        after_blank = line == "" or (after_blank and not line.strip())
        index += 1
    return Captions(cues, header)


def _header(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """What stands above the first cue of a WebVTT file, and the line after it; SubRip has no header."""
    if not lines[0].lstrip().upper().startswith("WEBVTT"):
        return {}, 0
    title = lines[0].strip()[6:].strip(" -–—\t")
    header = {"title": title} if title else {}
    index = 1
    while index < len(lines) and lines[index].strip() and not _is_timing(lines[index]):
        name, colon, value = lines[index].partition(":")
        if not colon or _is_timing("".join(lines[index + 1 : index + 2])):
            break
        header[name.strip()] = value.strip()
        index += 1
    return header, index


def _is_timing(line: str) -> bool:
    return _TIMING.match(line) is not None or _BROKEN_TIMING.match(line) is not None


def _start(line: str) -> float | None:
    """The time a cue starts at, in seconds; None where it cannot be read."""
    found = _TIMING.match(line)
    if found is None:
        return None
    fraction = float(f"0.{found['af']}") if found["af"] else 0.0
    return int(found["ah"] or 0) * 3600 + int(found["am"]) * 60 + int(found["as"]) + fraction


def _end_of_block(lines: Sequence[str], index: int) -> int:
    """The line after a note or style sheet; a time ends it too, where the empty line was lost."""
    while index < len(lines) and lines[index].strip() and not _is_timing(lines[index]):
        index += 1
    return index


def _is_identifier(lines: Sequence[str], index: int, *, after_blank: bool) -> bool:
    """Whether a line names or numbers the cue that starts on the next one."""
    following = next((line for line in lines[index + 1 : index + 3] if line.strip()), "")
    if lines[index].strip().isdigit():
        return _is_timing(following)
    return after_blank and index + 1 < len(lines) and _is_timing(lines[index + 1])


def _add(cues: list[Cue], number: int, line: str, *, after_blank: bool) -> None:
    """Puts a line of text where it belongs: into the cue above it, or on its own."""
    apart = not cues or (after_blank and bool(cues[-1].text))
    if apart and not (cues and cues[-1].stray):
        cues.append(Cue(cues[-1].start if cues else None, number, stray=True))
    cues[-1].text.append((number, line))


def without_repeats(cues: Sequence[Cue]) -> tuple[list[Cue], int]:
    """The cues without what rolls on from the cue before, and how many lines that were.

    Live captions show the last line again above the new one, or the same line grown by a word. Someone who says
    "No." twice does neither: only a file that does so throughout is changed.
    """
    rolled = list(_unrolled(cues))
    changed = sum(1 for cue, new in zip(cues, rolled, strict=True) if cue.text != new.text)
    spoken = sum(1 for cue in cues if cue.text)
    if changed < 3 or changed < 0.3 * spoken:
        return list(cues), 0
    dropped = sum(len(cue.text) for cue in cues) - sum(len(cue.text) for cue in rolled)
    return [cue for cue in rolled if cue.text], max(dropped, changed)


def _unrolled(cues: Sequence[Cue]) -> Iterator[Cue]:
    shown: list[str] = []
    for cue in cues:
        texts = [text for _, text in cue.text]
        repeated = max((size for size in range(1, len(texts) + 1) if shown[-size:] == texts[:size]), default=0)
        rest = cue.text[repeated:]
        if not repeated and shown and texts and texts[0].startswith(shown[-1] + " "):
            rest = [(cue.text[0][0], texts[0][len(shown[-1]) :].lstrip()), *cue.text[1:]]
        yield Cue(cue.start, cue.line, rest, cue.stray)
        shown = texts or shown
