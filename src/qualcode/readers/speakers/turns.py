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
_REMARK = regex.compile(
    r"\W*(?:observers?|interviewers?|enumerators?|researchers?|transcribers?|moderators?|field|debriefing|closing)"
    r"(?:['’]?s['’]?)?\s+(?:notes?|observations?|comments?|remarks?|reflections?|memos?)\s*(?:[:：]|$)",
    regex.IGNORECASE,
)
"""The heading of what somebody wrote about the interview, which nobody said in it."""
_CLOSING_TIME = regex.compile(r"\s*#\d{1,2}:\d{2}(?::\d{2})?(?:[-.,]\d{1,3})?#\s*$")
"""The time at which transcription programs close a paragraph: `#00:01:02-3#`."""

_CHANGE = regex.compile(r"\s*>>+\s*")
"""The arrows at which live captions change the speaker."""
_SIGNATURE = regex.compile(
    r"\s*(?:(?:Transcribed|Transcript(?:ion)? (?:created|generated|provided)|Generated|Exported) (?:by|with|from) "
    r"(?:https?://\S+|(?:Otter|Rev|Trint|Sonix|Descript|Temi|Happy ?Scribe|Whisper)\S*)\.?|@End)\s*",
    regex.IGNORECASE,
)
"""The line a transcription program puts under its work."""


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
    """The first of the notes at the end, or of the lines a program signs its work with."""
    end = next((index for index, line in enumerate(lines) if line.note), len(lines))
    while end and _SIGNATURE.fullmatch(lines[end - 1].text):
        end -= 1
    return end


def _starts(lines: Sequence[Line], labels: Labels, front: int) -> list[tuple[int, Candidate | None]]:
    """The lines at which turns begin, each with its label."""
    end = _end_of_talk(lines)
    alone = _only_one_side(lines, labels, front, end)
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
        elif (
            index in alone
            or _REMARK.match(lines[index].text)
            or (starts and _is_heading(lines, index))
            or (starts and starts[-1][1] is None and lines[index].text.strip())
        ):
            starts.append((index, None))
    return starts


def _only_one_side(lines: Sequence[Line], labels: Labels, front: int, end: int) -> frozenset[int]:
    """Paragraphs of nobody: where only one of two speakers is labelled, and a question above the first label."""
    named = [index for index in range(front, end) if labels.by_line[index] is not None]
    if not named:
        return frozenset()
    above = {named[0] - 1} if named[0] > front and lines[named[0] - 1].text.rstrip().endswith(("?", "؟")) else set()
    keys = {label.key for index in named if (label := labels.by_line[index]) is not None}
    bare = {
        index
        for index in range(named[0] + 1, end)
        if labels.by_line[index] is None
        and lines[index].speaker is None
        and lines[index].joiner == "\n"
        and not _is_empty_label(lines, labels, index - 1)
        and _begins_paragraph(lines, index, front)
    }
    one_side = len(keys) == 1 and len(named) >= 3 and 0.5 * len(named) <= len(bare)
    if not one_side:
        return frozenset(above)
    return frozenset(
        bare | {index for index in (named[0] - 1,) if index >= front and len(lines[index].text.split()) > 3}
    )


def _is_empty_label(lines: Sequence[Line], labels: Labels, index: int) -> bool:
    """Whether line `index` is a label whose words stand in the next paragraph."""
    label = labels.by_line[index]
    return label is not None and not lines[index].text[label.words :].strip()


def _begins_paragraph(lines: Sequence[Line], index: int, front: int) -> bool:
    """Whether line `index` of a file without labels starts a paragraph of its own."""
    line = lines[index]
    if not line.text.strip():
        return False
    if index == front or _CHANGE.match(line.text):
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
    position = lines[indexes.start].position
    begin, time = _beginning(lines, offsets, indexes, label)
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
    if label is not None:
        return Spoken(label.label, label.key, Span(begin, end), position)
    return Spoken("", "", Span(begin, end), position, heading=_is_heading(lines, indexes.start))


def _beginning(
    lines: Sequence[Line], offsets: Sequence[int], indexes: range, label: Candidate | None
) -> tuple[int, float | None]:
    """Where the words of a turn begin in the text, behind its label and its time, and that time."""
    first = lines[indexes.start]
    arrows = _CHANGE.match(first.text)
    skip = label.words if label else (arrows.end() if arrows else 0)
    time = label.time if label else None
    if label is None or skip or not first.text.strip():
        clock, more = leading_time(first.text[skip:])
        if clock is not None:
            skip, time = skip + more, time if time is not None else clock
    if label is not None and not first.text[skip:].strip() and len(indexes) > 1:
        below = lines[indexes[1]].text
        if is_time_only(below):
            return offsets[indexes[1]] + len(below), leading_time(below)[0] if time is None else time
    return offsets[indexes.start] + skip, time


def _last_with_words(lines: Sequence[Line], indexes: range) -> int:
    """The last line of a turn; a time alone above the next turn's name does not belong to it."""
    last = indexes.stop - 1
    while last > indexes.start and (not lines[last].text.strip() or is_time_only(lines[last].text)):
        last -= 1
    return last
