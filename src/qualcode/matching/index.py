"""An index over every word-like term of a codebook, walked once for each stretch of words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from qualcode.matching.hits import Hit
from qualcode.matching.inflect import bare
from qualcode.matching.terms import GAP_WORDS, Pattern, Piece, as_written
from qualcode.model.transcript import Span
from qualcode.text import Token

_Pieces = tuple[tuple[int, int], ...]
"""Positions of the first and last word of every piece found."""
_APART = re.compile(r"(?!.*\.\.|.*\s[-‐‑–—]+\s)(?:[^,;:!?()\[\]{}<>…–—]*|[–—])", re.DOTALL)
"""What may stand between two words of a term in sequence: no punctuation that ends a thought, no transcriber's mark."""


class Sentence(NamedTuple):
    """A sentence as words: those of its turn between `low` and `high`, `offset` words into what respondents say."""

    text: str
    words: list[Token]
    low: int
    high: int
    offset: int

    def hit(self, pieces: _Pieces) -> Hit:
        """The hit on these pieces."""
        spans = tuple(Span(self.words[first].start, self.words[last].end) for first, last in pieces)
        return Hit(self.offset + pieces[0][0], self.offset + pieces[-1][1], spans)


class _Entry(NamedTuple):
    slot: int
    pattern: Pattern


class _Start:
    """The patterns that may begin with a word: those of one word, and those that need a certain second one."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self.alone: list[_Entry] = []
        self.followed: dict[str, list[_Entry]] = defaultdict(list)
        for entry in entries:
            piece = entry.pattern.pieces[0]
            if len(piece) == 1 or piece[1].shape is not None:
                self.alone.append(entry)
            else:
                for form in piece[1].forms:
                    self.followed[form].append(entry)

    def with_next(self, form: str) -> list[_Entry]:
        """The patterns to try where the next word has this folded form."""
        keys = (form,) if form.isascii() else dict.fromkeys((form, bare(form)))
        following = [entry for key in keys if key in self.followed for entry in self.followed[key]]
        return self.alone + following if following else self.alone


class _Starts(dict[str, "_Start | None"]):
    """Folded form to the patterns that can begin with it, worked out the first time a form is seen."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        super().__init__()
        self._listed: dict[str, list[_Entry]] = defaultdict(list)
        self._shaped: list[_Entry] = []
        for entry in entries:
            first = entry.pattern.pieces[0][0]
            if first.shape is not None:
                self._shaped.append(entry)
            for form in first.forms:
                self._listed[form].append(entry)

    def __missing__(self, form: str) -> _Start | None:
        listed = [entry for key in dict.fromkeys((form, bare(form))) for entry in self._listed.get(key, ())]
        candidates = [*listed, *self._shaped]
        fitting = [entry for entry in candidates if entry.pattern.pieces[0][0].accepts(form)]
        self[form] = _Start(fitting) if fitting else None
        return self[form]


class TermIndex:
    """Finds every term at once. A term is known by its slot, a number its patterns share."""

    def __init__(self, patterns: Mapping[int, Iterable[Pattern]]) -> None:
        self._starts = _Starts(
            _Entry(slot, pattern) for slot, alternatives in patterns.items() for pattern in alternatives
        )

    def starts(self, words: Iterable[Token]) -> list[int]:
        """Positions of the words that a term may begin with."""
        starts = self._starts
        return [position for position, word in enumerate(words) if starts[word.form] is not None]

    def find(self, sentence: Sentence, positions: Iterable[int]) -> dict[int, list[Hit]]:
        """Slot to its hits in `sentence` that begin at one of `positions`, in order."""
        found: dict[int, dict[Hit, None]] = defaultdict(dict)
        made: dict[_Pieces, Hit] = {}
        for position in positions:
            for slot, pattern in self._tried(sentence, position):
                pieces = _match(pattern, sentence, position)
                if pieces is not None:
                    if pieces not in made:
                        made[pieces] = sentence.hit(pieces)
                    found[slot][made[pieces]] = None
        return {slot: list(hits) for slot, hits in found.items()}

    def _tried(self, sentence: Sentence, position: int) -> list[_Entry]:
        start = self._starts[sentence.words[position].form]
        if start is None:
            return []
        following = position + 1
        return start.with_next(sentence.words[following].form) if following < sentence.high else start.alone


def _match(pattern: Pattern, sentence: Sentence, position: int) -> _Pieces | None:
    """First and last word of every piece of `pattern` found from `position` on, None where it does not match there.

    The word at `position` is known to be one it may begin with.
    """
    if not _stands(pattern.pieces[0], pattern, sentence, position, known=1):
        return None
    found: _Pieces = ((position, position + len(pattern.pieces[0]) - 1),)
    for piece in pattern.pieces[1:]:
        start = found[-1][1] + 1
        gap = range(start, min(start + GAP_WORDS + 1, sentence.high))
        following = next((at for at in gap if _stands(piece, pattern, sentence, at)), None)
        if following is None:
            return None
        found = (*found, (following, following + len(piece) - 1))
    return found


def _stands(piece: Piece, pattern: Pattern, sentence: Sentence, position: int, *, known: int = 0) -> bool:
    """Whether the words from `position` on are those of `piece`, of which the first are `known` to be."""
    words = sentence.words
    if position + len(piece) > sentence.high:
        return False
    for step in range(known, len(piece)):
        if not piece[step].accepts(words[position + step].form):
            return False
    if len(piece) == 1 and not pattern.verbatim:
        return True
    found = words[position : position + len(piece)]
    text = sentence.text
    if pattern.verbatim and tuple(as_written(text[word.start : word.end]) for word in found) != pattern.verbatim:
        return False
    return pattern.punctuated or all(_together(text[one.end : other.start]) for one, other in pairwise(found))


def _together(between: str) -> bool:
    return between in (" ", "-") or _APART.fullmatch(between) is not None
