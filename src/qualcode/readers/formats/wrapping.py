"""Which lines of a text file continue the line before, because a program cut them at a fixed width."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex


class Physical(NamedTuple):
    """A line of a file as it stands there: text without the line end, number, and page where pages are known."""

    text: str
    number: int
    page: int | None = None
    leaf: int = 0
    """Which stretch between two page breaks it stands in, however the breaks were found."""


_NARROWEST, _WIDEST = 40, 120
_STARTS_ANEW = regex.compile(
    r"\s*(?:[-*•–—◦▪]\s|\(?\d{1,3}[.)]\s|\(\p{L}\)\s|[\[(<{#]?\d{1,2}[:.]\d{2}|[\[<(]|#{1,6}\s|\|"
    r"|(?:\p{Lu}|\d)[\p{L}\p{N}.'’&/ -]{0,40}(?:[\[(][^\])]*[\])]\s*)?[:：]|\p{Lu}{1,3}\d{0,2}[.)]?\t|[QA] (?=\p{Lu}))"
)
_SENTENCE_END = regex.compile(r"[.?!…:;][\"'”’)\]]*$")
_BROKEN = regex.compile(r"(?P<left>\p{L}{2,})[-‐]$")
_RIGHT = regex.compile(r"\s*(?P<right>\p{Ll}+(?:['’]\p{L}+)?)")
_PREFIXES = frozenset(
    {
        "self", "non", "well", "ex", "anti", "half", "semi", "post", "pre", "mid", "cross", "ill", "so", "co", "all",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one", "two", "three", "four",
        "five", "six", "seven", "eight", "nine", "ten", "long", "short", "high", "low", "ever", "north", "south",
    }
)  # fmt: skip
"""What stands before the hyphen of a compound more often than before a break."""


def joiners(lines: Sequence[Physical]) -> list[tuple[Physical, str]]:
    """The lines that hold words, each with what joins it to the one before: a line end, a space, or nothing.

    A word broken at the end of a line loses its hyphen there, unless it is a compound elsewhere in the file.
    """
    width = _wrapped_at(lines)
    words = _Words(lines)
    found: list[tuple[Physical, str]] = []
    before: Physical | None = None
    blank = False
    for line in lines:
        if not line.text.strip():
            blank = True
            continue
        if before is None or not _continues(before, line, width, blank=blank):
            found.append((line, "\n"))
        else:
            text, joiner = words.mended(found[-1][0].text, line.text) if width else (found[-1][0].text, " ")
            found[-1] = (found[-1][0]._replace(text=text), found[-1][1])
            found.append((line._replace(text=line.text.lstrip()), joiner))
        before, blank = line, False
    return found


def _wrapped_at(lines: Sequence[Physical]) -> int:
    """The width the file was cut at, in characters; 0 where its lines end where paragraphs do."""
    lengths = sorted(len(line.text) for line in lines if line.text.strip())
    if len(lengths) < 3:
        return 0
    width = lengths[-1 - len(lengths) // 100]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [(one.text, other.text) for one, other in pairwise(lines) if _is_full(one.text, other.text, width)]
    running = sum(1 for one, other in full if other.lstrip()[:1].islower() and not _SENTENCE_END.search(one))
    return width if running >= 2 and running >= 0.25 * len(full) else 0


def _is_full(text: str, following: str, width: int, *, share: float = 0.9) -> bool:
    """Whether the first word of `following` would not have fitted behind `text`; scans leave the right edge ragged."""
    if not text.strip() or not following.strip():
        return False
    return len(text) + 1 + len(following.split(maxsplit=1)[0]) > share * width


def _continues(before: Physical, line: Physical, width: int, *, blank: bool) -> bool:
    """Whether `line` belongs to the paragraph of the line before it."""
    open_end = not _SENTENCE_END.search(before.text)
    runs_on = open_end and line.text.lstrip()[:1].islower()
    if before.leaf != line.leaf:
        return runs_on
    if blank or not width or _STARTS_ANEW.match(line.text):
        return False
    if _indent(line.text) > _indent(before.text) and not (runs_on or _STARTS_ANEW.match(before.text)):
        return False
    broken = _BROKEN.search(before.text) is not None and _RIGHT.match(line.text) is not None
    return broken or _is_full(before.text, line.text, width, share=0.7 if runs_on else 0.9)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


class _Words:
    """The words of a file, to tell a broken word from a compound."""

    def __init__(self, lines: Iterable[Physical]) -> None:
        self._lines = lines
        self._known: frozenset[str] | None = None

    def mended(self, before: str, after: str) -> tuple[str, str]:
        """`before` without a hyphen that only broke a word, and the joiner to `after`."""
        broken, rest = _BROKEN.search(before), _RIGHT.match(after)
        if broken is None or rest is None:
            return before, " "
        left, right = broken["left"].lower(), rest["right"].lower()
        return (before if self._is_compound(left, right) else before[:-1]), ""

    def _is_compound(self, left: str, right: str) -> bool:
        known = self._forms()
        if left + right in known:
            return False
        return f"{left}-{right}" in known or left in _PREFIXES or (left in known and right in known)

    def _forms(self) -> frozenset[str]:
        """Every word and hyphenated compound that stands whole within a line."""
        if self._known is None:
            found: set[str] = set()
            for line in self._lines:
                whole = _BROKEN.sub("", line.text).lower()
                for compound in regex.findall(r"\p{L}+(?:-\p{L}+)*", whole):
                    found.update((compound, *compound.split("-")))
            self._known = frozenset(found)
        return self._known
