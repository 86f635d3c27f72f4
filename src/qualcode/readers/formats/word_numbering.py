"""Speakers' names that Word writes itself, as the "numbers" of a list: `Q1:`, `Interviewer:`."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

_PLACE = re.compile(r"%[1-9]")
_WORDS = re.compile(r"[^\W\d_]")


class Numbering:
    """The numberings of a document; `None` for a document without any."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[tuple[str, str], str] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        if root is None:
            return
        word = str(root.tag)[: str(root.tag).index("}") + 1]
        abstract = {
            one.get(f"{word}abstractNumId", ""): list(one.iterchildren(f"{word}lvl"))
            for one in root.iter(f"{word}abstractNum")
        }
        for number in root.iterchildren(f"{word}num"):
            kind = _value(number, f"{word}abstractNumId", word)
            self._take(number.get(f"{word}numId", ""), abstract.get(kind, ()), word)

    def label(self, paragraph: Any, word: str) -> str:
        """What Word writes before `paragraph` where there are letters in it; bare numbers and bullets are no words.

        Levels are counted by themselves, from 1: labels are not nested.
        """
        place = paragraph.find(f"{word}pPr/{word}numPr")
        if place is None:
            return ""
        level = (_value(place, f"{word}numId", word), _value(place, f"{word}ilvl", word) or "0")
        text = self._levels.get(level, "")
        if not _WORDS.search(_PLACE.sub("", text)):
            return ""
        self._counts[level] += 1
        return _PLACE.sub(str(self._counts[level]), text)

    def _take(self, number: str, levels: Iterable[Any], word: str) -> None:
        for level in levels:
            self._levels[number, level.get(f"{word}ilvl", "0")] = _value(level, f"{word}lvlText", word)


def _value(element: Any, child: str, word: str) -> str:
    """The value of a child of `element`, "" where it has none."""
    found = element.find(child)
    return "" if found is None else str(found.get(f"{word}val", ""))
