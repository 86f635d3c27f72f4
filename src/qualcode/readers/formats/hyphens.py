"""Words broken at a line end: which hyphens belong to the word and which to the line."""

from collections.abc import Iterable

import regex

_LEFT = regex.compile(r"(?P<word>\p{L}[\p{L}\p{M}'’-]*)(?P<hyphen>[-‐\u00ad])$")
_RIGHT = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*(?:[-‐]\p{L}[\p{L}\p{M}'’]*)*")
_PREFIXES = frozenset({
    "self", "non", "ex", "anti", "pro", "post", "semi", "half", "well", "cross", "all", "ever", "multi",
    "quasi", "vice", "mid", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
})  # fmt: skip
"""What is followed by a hyphen whether a line ends there or not."""
_SECOND_PARTS = frozenset({
    "out", "body", "thing", "where", "times", "time", "how", "self", "selves", "ever", "stand", "standing",
    "stood", "one", "ward", "wards", "side", "way", "ways",
})  # fmt: skip
"""Words that many others end in without a hyphen: without, somebody, everywhere."""


class Vocabulary:
    """The words of a document as far as no line end breaks them, to tell how it writes the broken ones."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        broken = False
        for text in texts:
            found = list(_WORD.finditer(text))
            after_break, broken = broken, _LEFT.search(text) is not None
            whole = found[1 if after_break else 0 : -1 if broken else None]
            self._words.update(word.group().casefold() for word in whole)

    def __contains__(self, word: str) -> bool:
        return word.casefold().replace("‐", "-") in self._words


def mend(before: str, after: str, words: Vocabulary) -> tuple[str, str]:
    """The line `before` as it should end, and what joins `after` to it.

    A hyphen that only broke the word at the line end is taken off; that of a compound (self-employed) stays.
    """
    left, right = _LEFT.search(before), _RIGHT.match(after)
    if left is None or right is None:
        return before, " "
    broken = left["word"].rpartition("-")[2]
    if left["hyphen"] == "\u00ad" or _is_one_word(broken, right.group(), left["word"], words):
        return before[:-1], ""
    if right.group()[0].isupper() and not broken[0].isupper() and broken.casefold() not in _PREFIXES:
        return before, " "
    return before, ""


def _is_one_word(left: str, right: str, whole_left: str, words: Vocabulary) -> bool:
    """Whether two halves are one word that the line end broke."""
    if not right[0].islower():
        return False
    if left + right in words:
        return True
    if f"{whole_left}-{right}" in words or left.casefold() in _PREFIXES:
        return False
    both_stand_alone = len(left) > 3 and len(right) > 3 and left in words and right in words
    return not both_stand_alone or right.casefold() in _SECOND_PARTS
