"""What could be a speaker's label at the start of a line, and where the words begin behind it."""

from dataclasses import dataclass
from enum import StrEnum

import regex

from qualcode.model.source import Line


class Style(StrEnum):
    """How a label is set off from the words."""

    COLON = "colon"
    TIMED = "timed"
    """A name and a time on a line of their own."""
    INLINE = "inline"
    """`Speaker 1 [00:12] words`."""
    BOLD = "bold"
    BRACKETS = "brackets"
    TAB = "tab"
    ALONE = "alone"
    """A name on a line of its own, without a time."""
    DASH = "dash"
    STOP = "stop"
    """`Q. How long ...`"""
    SPACED = "spaced"
    """Capitals and a wide gap."""
    LOOSE = "loose"
    """`R; words`, `I words`: a slip, believed only of labels that stand elsewhere in the file."""
    FORMAT = "format"
    """Named by the format itself: a voice tag, a speaker column."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible label: as written, made comparable, and where the words start in the line."""

    label: str
    key: str
    style: Style
    words: int
    time: float | None = None


_CLOCK = r"\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
_RANGE = rf"{_CLOCK}(?:\s*(?:-->|-|–|—|to)\s*{_CLOCK})?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?,?\s+(?:at\s)?"
"""Chats put the day before the time: `[14/03/2023, 10:00:12] Name: words`."""
_TIME = regex.compile(
    rf"(?:[\[(<{{#]\s*(?:{_DATE})?(?P<clock>{_CLOCK}(?:-\d)?)(?:\s*(?:-->|-|–|—|to)\s*{_CLOCK})?\s*[\])>}}#]"
    rf"|(?:{_DATE})?(?P<clock>{_RANGE}))"
    r"(?:\s*(?:AM|PM|am|pm)\b)?"
)
_NAME = (
    r"(?P<name>[\p{L}*_][\p{L}\p{M}\p{N}.'’_&/*+#  -]{0,44}?"
    r"(?:,\s(?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}.'’  -]{1,24}?){0,2}"
    r"(?:\s*\((?!\s*\d{1,3}[:.]\d\d)[^()\n]{1,60}\)|\s*\[(?!\s*\d{1,3}[:.]\d\d)[^\[\]\n]{1,40}\])?"
    r"|\p{N}{1,2}(?=\s*[:：]\s)|\+\p{N}[\p{N}  -]{5,18}\p{N})"
)
_BRACKETED = r"[\[<{](?P<name>\p{L}[^\[\]<>{}:\n]{0,40})[\]>}]"
_AFTER = rf"(?:\s*[,]?\s*(?P<after>{_TIME.pattern.replace('clock', 'later')}))?"
_COLON = regex.compile(
    rf"(?:{_BRACKETED}|{_NAME}){_AFTER}\s*(?!(?<=\d):\d\d(?!\d))(?:[:：]+(?!//))(?P<tail>(?:''')?\s*)"
)
_TIMED = regex.compile(
    rf"(?:{_BRACKETED}|{_NAME})[:：]?\s*[,–—-]?\s*(?P<after>{_TIME.pattern.replace('clock', 'later')})\s*$"
)
_INLINE = regex.compile(rf"{_NAME}\s*,?\s*(?P<after>[\[(](?P<later>{_CLOCK})[\])])\s+(?:[-–—]\s+)?(?=\S)")
_TAB = regex.compile(rf"{_NAME}{_AFTER}[  ]*\t+\s*")
_DASH = regex.compile(rf"{_NAME}{_AFTER}(?:\s+[-–—]\s*|\s*[–—]\s*|-\s+|\s*[|>]\s*|/\s+)")
_STOP = regex.compile(
    r"(?P<name>(?:[QAIRPM]\d{0,2}|(?i:int|intv|interv|resp|part|inf|mod)\d{0,2}"
    r"|(?:The\s|Mrs?\.\s|Ms\.\s|Dr\.\s|Senator\s)?\p{Lu}{3,}(?:[\s-]\p{Lu}{3,}){0,2})\.)(?P<after>)\s*(?=\S)"
)
_BRACKETS = regex.compile(rf"(?:{_BRACKETED}|\((?P<name>\p{{L}}[\p{{L}}\p{{N}} ]{{0,20}})\))(?P<after>)\s+(?=\S)")
_SPACED = regex.compile(
    r"(?P<name>[QA]|\p{Lu}{1,4}\d{1,2}|\p{Lu}{2,4})(?P<after>) (?=\p{Lu}|['\"“])"
    r"|(?P<name>\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,2})(?P<after>)(?: {2,}| \s+)(?=\S)"
)
_LOOSE = regex.compile(rf"(?:{_BRACKETED}|{_NAME})(?P<after>)\s*(?:[;.,]|\s)\s*(?=\S)")
_MARGIN = regex.compile(r"\s*(?:>>+\s*)?(?:''')?")
"""White space, the arrows at which live captions change the speaker, and a wiki's bold type."""
_LINE_NUMBER = regex.compile(r"\(?\d{1,4}[.)]?\s+(?=[\p{L}\[])")


def key_of(label: str) -> str:
    """A label made comparable: case, punctuation, spaces and the gap before a number do not matter."""
    folded = regex.sub(r"[\[\](){}<>:：.*_,;#]+", " ", label.casefold())
    spaced = regex.sub(r"(?<=\p{L}{2})(?=\p{N})", " ", folded)
    key: str = regex.sub(r"^(\p{L}) (?=\p{N}+$)", r"\1", " ".join(spaced.split()))
    return key


def leading_time(text: str) -> tuple[float | None, int]:
    """The time a line starts with, in seconds, and where its words begin behind it."""
    found = _TIME.match(text)
    if found is None:
        return None, 0
    bare = text[found.start()] not in "[(<{#"
    rest = text[found.end() :]
    if bare and rest and not regex.match(r"\t|\s*$|\s*[-–—:]\s|\s+(?=\p{Lu}|\[|<)", rest):
        return None, 0
    if bare and "." in found["clock"] and not rest.startswith("\t") and rest.strip():
        return None, 0
    lead = regex.match(r"\s*(?:[-–—]\s+)?", rest)
    return seconds(found["clock"]), found.end() + (lead.end() if lead else 0)


def seconds(clock: str) -> float:
    """A clock as written (`00:12:31`, `1.09`, `12:31.5`, a range's start) in seconds."""
    first = regex.match(r"\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?![.,]?\d{3})", clock) or regex.match(
        r"\d{1,3}[:.]\d{2}", clock
    )
    parts = [int(part) for part in regex.split(r"[:.]", first.group())] if first else [0]
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return total


def is_time_only(text: str) -> bool:
    """Whether a line holds a time or a range of times and nothing else."""
    return bool(text.strip()) and _TIME.fullmatch(text.strip()) is not None


def candidates(line: Line, *, numbered: bool = False) -> list[Candidate]:
    """Every reading of the start of `line` as a label, the most telling first; `numbered` skips a line number."""
    start = _MARGIN.match(line.text).end()
    if numbered and (number := _LINE_NUMBER.match(line.text, start)):
        start = number.end()
    time, skip = leading_time(line.text[start:])
    start += skip
    text = line.text[start:]
    readings: list[Candidate] = []

    def add(found: "regex.Match[str] | None", style: Style) -> None:
        if found is None:
            return
        later = found.groupdict().get("later")
        label = found["name"].strip().strip("*").strip()
        if label and key_of(label):
            readings.append(
                Candidate(label, key_of(label), style, start + found.end(), seconds(later) if later else time)
            )

    add(_TIMED.match(text), Style.TIMED)
    add(_COLON.match(text), Style.COLON)
    add(_INLINE.match(text), Style.INLINE)
    if bold := _bold_label(line, start, time):
        readings.append(bold)
    add(_BRACKETS.match(text), Style.BRACKETS)
    add(_TAB.match(text), Style.TAB)
    add(_STOP.match(text), Style.STOP)
    add(_DASH.match(text), Style.DASH)
    add(_SPACED.match(text), Style.SPACED)
    add(regex.fullmatch(rf"(?:{_BRACKETED}|{_NAME})\s*", text), Style.ALONE)
    return readings


def loose_reading(line: Line, keys: frozenset[str]) -> Candidate | None:
    """A label with a slip behind it (`R; words`, `R: ` without its colon), if its key is among `keys`."""
    start = len(line.text) - len(line.text.lstrip())
    time, skip = leading_time(line.text[start:])
    start += skip
    ends = r"[;.]\s*|\s+[-–—]\s*|\s*$" + (r"|\s+(?=\p{Lu})" if time is not None else "")
    for found in regex.finditer(ends, line.text, pos=start):
        label = line.text[start : found.start()].strip()
        if len(label) > 40:
            return None
        if label and key_of(label) in keys:
            return Candidate(label, key_of(label), Style.LOOSE, found.end(), time)
    return None


def _bold_label(line: Line, start: int, time: float | None) -> Candidate | None:
    """The bold start of a line where it is short and the words behind it are not bold."""
    label = line.text[start : line.bold].strip().rstrip(":：.–—- ")
    rest = line.text[line.bold :]
    if not label or len(label) > 50 or not rest.strip(" :：") or ":" in label:
        return None
    gap = regex.match(r"\s*[:：–—-]*\s*", rest)
    return Candidate(label, key_of(label), Style.BOLD, line.bold + (gap.end() if gap else 0), time)
