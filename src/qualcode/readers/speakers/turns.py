"""From lines to the text of a transcript and the turns in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from qualcode.model.source import Line, Position
from qualcode.model.transcript import Span
from qualcode.readers.speakers.label_grammar import Candidate, Style, is_time_only, leading_time, seconds
from qualcode.readers.speakers.labels import Labels

_LONG_CAPTION = 400
"""Code points after which captions without speakers are cut into turns at the next sentence end."""
_CLOSING_TIME = regex.compile(r"\s*#\d{1,2}:\d{2}(?::\d{2})?(?:[-.,]\d{1,3})?#\s*$")
"""The time at which transcription programs close a paragraph: `#00:01:02-3#`."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn before anyone knows its role: the label as written, its comparable key, and where the words are."""

    label: str
    key: str
    span: Span
    position: Position
    heading: bool = False
    """A heading between turns: nobody's speech."""


def caption_labels(lines: Sequence[Line], labels: Labels) -> tuple[tuple[Line, ...], Labels]:
    """Captions whose text starts with the speaker's name name them properly, so that cues can be joined."""
    if not _are_captions(lines):
        return tuple(lines), labels
    named: list[Line] = []
    found: list[Candidate | None] = []
    for line, label in zip(lines, labels.by_line, strict=True):
        if label is not None and label.style is not Style.FORMAT:
            named.append(replace(line, text=line.text[label.words :], speaker=label.label))
            found.append(replace(label, style=Style.FORMAT, words=0))
        else:
            named.append(line)
            found.append(label)
    return tuple(named), Labels(tuple(found), labels.keys)


def _are_captions(lines: Sequence[Line]) -> bool:
    """Whether most lines are cues: they have a time and run on."""
    cues = sum(line.joiner == " " and line.position.time is not None for line in lines)
    return bool(lines) and cues >= 0.8 * (len(lines) - 1) and cues > 0


def lay_out(lines: Sequence[Line], labels: Labels, *, front: int) -> tuple[str, tuple[Spoken, ...]]:
    """The stored text of a document and its turns; without any label every paragraph is a turn of nobody."""
    starts = _starts(lines, labels, front)
    text, offsets = _join(lines, starts)
    spoken: list[Spoken] = []
    for index, (start, label) in enumerate(starts):
        last = starts[index + 1][0] if index + 1 < len(starts) else _end_of_talk(lines)
        spoken_here = _spoken(text, lines, offsets, range(start, last), label)
        if spoken_here is not None:
            spoken.append(spoken_here)
    return text, tuple(spoken)


def _end_of_talk(lines: Sequence[Line]) -> int:
    """The first of the notes at the end."""
    return next((index for index, line in enumerate(lines) if line.note), len(lines))


def _starts(lines: Sequence[Line], labels: Labels, front: int) -> list[tuple[int, Candidate | None]]:
    """The lines at which turns begin, each with its label."""
    end = _end_of_talk(lines)
    if not labels.keys:
        return [(index, None) for index in range(front, end) if _begins_paragraph(lines, index, front)]
    starts: list[tuple[int, Candidate | None]] = []
    for index in range(front, end):
        label = labels.by_line[index]
        if label is not None:
            current = starts[-1][1] if starts else None
            runs_on = label.style is Style.FORMAT and lines[index].joiner != "\n" and current is not None
            if not (runs_on and current is not None and current.key == label.key):
                starts.append((index, label))
        elif (starts and _is_heading(lines, index)) or (starts and starts[-1][1] is None and lines[index].text.strip()):
            starts.append((index, None))
    return starts


def _begins_paragraph(lines: Sequence[Line], index: int, front: int) -> bool:
    """Whether line `index` of a file without labels starts a paragraph of its own."""
    line = lines[index]
    if not line.text.strip():
        return False
    if index == front:
        return True
    before = lines[index - 1]
    if line.joiner == " " and line.position.time is not None:
        return (
            regex.search(r"[.?!…]['\"”’)]*\s*$", before.text) is not None and _run_length(lines, index) > _LONG_CAPTION
        )
    if line.joiner != "\n":
        return False
    return line.position.paragraph is None or line.position.paragraph != before.position.paragraph


def _run_length(lines: Sequence[Line], index: int) -> int:
    """Code points of the captions before `index`, counted in whole runs."""
    length = 0
    run = 0
    for line in lines[:index]:
        run += len(line.text)
        length = run
        if run > _LONG_CAPTION and regex.search(r"[.?!…]['\"”’)]*\s*$", line.text) and line is not lines[index - 1]:
            run = 0
    return length


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """A short line all in bold between turns that are not."""
    line = lines[index]
    bare = line.text.strip()
    return (
        bool(bare)
        and line.bold >= len(line.text.rstrip())
        and len(bare.split()) <= 12
        and lines[index - 1].bold < len(lines[index - 1].text.rstrip())
    )


def _join(lines: Sequence[Line], starts: Sequence[tuple[int, Candidate | None]]) -> tuple[str, list[int]]:
    """All lines as one text, and where each begins; a turn always begins on a line of its own."""
    begins = {index for index, _ in starts}
    parts: list[str] = []
    offsets: list[int] = []
    length = 0
    for index, line in enumerate(lines):
        joiner = "" if index == 0 else ("\n" if index in begins and line.joiner != "\t" else line.joiner)
        parts += [joiner, line.text]
        offsets.append(length + len(joiner))
        length += len(joiner) + len(line.text)
    return "".join(parts), offsets


def _spoken(
    text: str, lines: Sequence[Line], offsets: Sequence[int], indexes: range, label: Candidate | None
) -> Spoken | None:
    """One turn: the words of its lines without label and without the time at their very start."""
    first = indexes.start
    position = lines[first].position
    skip = label.words if label else 0
    time = label.time if label else None
    if label is None or not lines[first].text[skip:].strip() or skip:
        clock, more = leading_time(lines[first].text[skip:])
        if clock is not None:
            skip, time = skip + more, time if time is not None else clock
    begin = offsets[first] + skip
    last = _last_with_words(lines, indexes)
    end = offsets[last] + len(lines[last].text)
    words = text[begin:end]
    if closing := _CLOSING_TIME.search(words):
        end -= len(closing.group())
        words = text[begin:end]
        time = seconds(closing.group().strip(" #")) if time is None else time
    begin += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if begin >= end:
        return None
    if time is not None and position.time is None:
        position = replace(position, time=time)
    name = label.label if label else ""
    return Spoken(name, label.key if label else "", Span(begin, end), position, heading=label is None)


def _last_with_words(lines: Sequence[Line], indexes: range) -> int:
    """The last line of a turn; a time alone above the next turn's name does not belong to it."""
    last = indexes.stop - 1
    while last > indexes.start and (not lines[last].text.strip() or is_time_only(lines[last].text)):
        last -= 1
    return last
