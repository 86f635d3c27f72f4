"""Texts as a workbook can hold them: nothing cut, nothing lost unseen, nothing taken for a formula."""

import re
import unicodedata

import regex

LIMIT = 32_767
"""The UTF-16 units that a cell of Excel holds."""

_SURELY_FITS = LIMIT // 2
"""Code points that fit whatever they are: one takes at most two units, escaped or not."""

_LINE_ENDS = re.compile(r"\r\n?")
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CLUSTER = regex.compile(r"\X")
_LOOK_BACK = 1_000
"""How far before the limit a piece may end, so that it ends between words."""


def visible(text: str) -> str:
    """`text` with what XML cannot hold shown as a symbol: a control character as its picture (␀ to ␟), else ␦.

    Line ends become "\\n"; all else stays as it is.
    """
    if text.isprintable():
        return text
    return _UNHOLDABLE.sub(_picture, _LINE_ENDS.sub("\n", text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2426"


def escaped(text: str) -> str:
    """`text` so that Excel shows `_x0041_` as it was written instead of the letter it stands for."""
    return _ESCAPE_LIKE.sub("_x005F_", text) if "_x" in text else text


def runs_leftward(text: str) -> bool:
    """Whether the first letter with a direction is of a script that is read from right to left."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in _STRONG), "L") != "L"


_STRONG = ("L", "R", "AL")


def pieces(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """`text` in as few pieces as cells can hold; joined they are `text` again.

    A piece ends after white space where there is some, and never within a character and its accents.
    """
    if len(text) <= min(_SURELY_FITS, limit // 2):
        return (text,)
    found: list[str] = []
    start = 0
    while start < len(text):
        end = _break(text, start, _reach(text, start, limit))
        found.append(text[start:end])
        start = end
    return tuple(found)


def _reach(text: str, start: int, limit: int) -> int:
    """How far a cell holds `text` from `start` on."""
    escapes = {match.start() for match in _ESCAPE_LIKE.finditer(text, start, start + limit + 8)}
    units = 0
    for place in range(start, len(text)):
        units += 1 + (text[place] > "\uffff") + (len("x005F_") if place in escapes else 0)
        if units > limit:
            return place
    return len(text)


def _break(text: str, start: int, end: int) -> int:
    """The best place to end a piece that begins at `start` and may reach `end`."""
    if end == len(text):
        return end
    earliest = max(start + 1, end - _LOOK_BACK)
    for place in range(end, earliest, -1):
        if text[place - 1].isspace() and not _joins(text[place]):
            return place
    clusters = [match.end() for match in _CLUSTER.finditer(text, earliest, min(end + _LOOK_BACK, len(text)))]
    return max((place for place in clusters if place <= end), default=end)


def _joins(letter: str) -> bool:
    """Whether `letter` belongs to the white space before it: more of it, or an accent set on it."""
    return letter.isspace() or unicodedata.category(letter).startswith("M")
