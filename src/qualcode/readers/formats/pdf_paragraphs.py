"""Which printed lines of a PDF run on from the line before, seen by their places on the page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import regex

from qualcode.model.source import Line, Position
from qualcode.readers.formats.hyphens import Vocabulary, mend
from qualcode.readers.formats.pdf_lines import PrintedLine

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
_MARKED_TIME = regex.compile(rf"[\[(<{{#]\s*{_CLOCK}|{_CLOCK}\s*(?:$|[-–—\t]|\s\p{{Lu}}[\p{{L}} ]{{0,30}}\p{{N}}*\s*:)")
_BARE_TIME = regex.compile(rf"{_CLOCK}\s+\p{{Lu}}")
_LABEL = regex.compile(
    r"(?:\(?\p{N}{1,4}[.)]?\s+)?[\[<*]{0,2}"
    r"(?P<name>\p{L}[\p{L}\p{M}\p{N} .'’_/&()-]{0,44}?)[\]>*]{0,2}"
    rf"\s*(?:[\[(]?{_CLOCK}[\])]?)?\s*[:：](?!//)"
)
_ENDS = regex.compile(r"[.?!…:;][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class _Page:
    """How the text of a document is set."""

    right: float
    """Where its lines end when they are full."""
    pitch: float
    """From one line of a paragraph to the next."""
    labels: frozenset[str]
    """What stands before a colon at the start of several lines."""
    timed: bool
    """Whether several lines start with a time and a name."""


@dataclass(slots=True)
class _Paragraph:
    """The paragraph under way: where its first line starts, and where the others do."""

    first: float
    others: float | None = None


def flowed(printed: Sequence[PrintedLine]) -> tuple[Line, ...]:
    """Lines with their joiner: a space where a paragraph was wrapped, nothing in a broken word, else a line end."""
    setting = _setting(printed)
    words = Vocabulary(line.text for line in printed)
    lines: list[Line] = []
    paragraph = _Paragraph(0.0)
    number = 0
    for index, line in enumerate(printed):
        before = printed[index - 1] if index else None
        if before is not None and _runs_on(before, line, paragraph, setting):
            paragraph.others = line.x0
            last = lines[-1]
            text, joiner = mend(last.text, line.text, words)
            lines[-1] = replace(last, text=text, bold=min(last.bold, len(text)))
        else:
            joiner = "\n"
            number += 1
            paragraph = _Paragraph(line.x0)
        lines.append(Line(line.text, Position(paragraph=number, page=line.page), joiner, bold=line.bold))
    return tuple(lines)


def _setting(printed: Sequence[PrintedLine]) -> _Page:
    """How the document is set, measured on its own lines."""
    names = Counter(found["name"].casefold() for line in printed if (found := _LABEL.match(line.text)))
    labels = frozenset(name for name, count in names.items() if count > 1)
    ends = sorted((line.x1 for line in printed), reverse=True)
    # One or two lines may stick out into the margin (a long web address); where a third ends, the column does.
    right = ends[min(2, len(ends) - 1)] if len(ends) > 12 else ends[0]
    pairs = [(before, line) for before, line in pairwise(printed) if before.page == line.page and line.top > before.top]
    full = [line.top - before.top for before, line in pairs if _is_full(before, line, right)]
    every = [line.top - before.top for before, line in pairs]
    timed = sum(_BARE_TIME.match(line.text) is not None for line in printed) >= 4
    return _Page(right, median(full or every or [0.0]), labels, timed)


def _is_full(before: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Whether the first word of `line` had no room left at the end of `before`."""
    # A space is about a quarter of the font size; a tenth more is left for kerning.
    return before.x1 + 0.35 * before.size + line.first_word > right


def _runs_on(before: PrintedLine, line: PrintedLine, paragraph: _Paragraph, setting: _Page) -> bool:
    """Whether `line` continues the paragraph that `before` belongs to."""
    if setting.timed and _BARE_TIME.match(line.text):
        return False
    if _opens_turn(before, line, setting.labels) or abs(before.size - line.size) > 0.15 * before.size:
        return False
    if before.page == line.page and line.top - before.top > 1.25 * setting.pitch:
        return False
    # Hand-set lines end early; a name alone on its line ends earlier still.
    if line.text[:1].islower() and not _ENDS.search(before.text) and before.x1 > 0.6 * setting.right:
        return True
    return _is_full(before, line, setting.right) and _lies_in(before, line, paragraph, setting)


def _lies_in(before: PrintedLine, line: PrintedLine, paragraph: _Paragraph, setting: _Page) -> bool:
    """Whether `line` starts where lines of this paragraph start: an indent of its own begins a new one."""
    near = 0.6 * line.size
    if paragraph.others is not None:
        return abs(line.x0 - paragraph.others) <= near
    indented = line.x0 - before.x0 > near
    return not indented or "\t" in before.text[:45] or _opens_turn(None, before, setting.labels)


def _opens_turn(before: PrintedLine | None, line: PrintedLine, labels: frozenset[str]) -> bool:
    """Whether a line starts with what may be a label or a time; a line end too many is better than two turns as one."""
    if _MARKED_TIME.match(line.text) or "\t" in line.text[:45]:
        return True
    found = _LABEL.match(line.text)
    if found is not None:
        name = found["name"]
        return name.casefold() in labels or (not name[0].islower() and len(name.split()) <= 2)
    runs_bold = before is not None and before.bold == len(before.text)
    return (
        0 < line.bold <= 45
        and line.bold < len(line.text)
        and not runs_bold
        and line.text[: line.bold].rstrip().endswith(":")
    )
