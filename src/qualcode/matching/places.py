"""Where a term stands in a corpus."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from qualcode.matching.corpus import Corpus
from qualcode.matching.hits import Hit
from qualcode.matching.words import Flags, Numbers

NOWHERE = np.empty(0, np.int32)


class Places(NamedTuple):
    """The hits of one term or of several, each once, in order of the corpus.

    Most are words in sequence: the positions of the first and the last word say all. The hits of terms that are no
    single stretch, and of regular expressions, are listed with their sentence.
    """

    first: Numbers = NOWHERE
    last: Numbers = NOWHERE
    listed: tuple[tuple[int, Hit], ...] = ()

    def mark(self, mask: Flags, corpus: Corpus) -> None:
        """Sets the flag of every sentence that has a hit."""
        mask[corpus.of_word[self.first]] = True
        for sentence, _ in self.listed:
            mask[sentence] = True


def merged(places: Iterable[Places]) -> Places:
    """All hits of several terms as those of one."""
    parts = [one for one in places if len(one.first) or one.listed]
    if len(parts) < 2:
        return parts[0] if parts else Places()
    first = np.concatenate([one.first for one in parts])
    last = np.concatenate([one.last for one in parts])
    key = np.unique(first.astype(np.int64) << 32 | last)
    listed = tuple(sorted({hit for one in parts for hit in one.listed}))
    return Places((key >> 32).astype(np.int32), (key & 0xFFFFFFFF).astype(np.int32), listed)


class Lookup:
    """The hits of some places by sentence."""

    def __init__(self, places: Places, corpus: Corpus) -> None:
        self._corpus = corpus
        self._first: list[int] = places.first.tolist()
        self._last: list[int] = places.last.tolist()
        self._listed: dict[int, list[Hit]] = defaultdict(list)
        for sentence, hit in places.listed:
            self._listed[sentence].append(hit)

    def inside(self, sentence: int) -> list[Hit]:
        """The hits in a sentence, in order."""
        low, high = self._corpus.bounds[sentence]
        begin = bisect_left(self._first, low)
        found = []
        starts, ends = self._corpus.starts, self._corpus.ends
        for at in range(begin, len(self._first)):
            first = self._first[at]
            if first >= high:
                break
            last = self._last[at]
            found.append(Hit(first, last, ((starts[first], ends[last]),)))
        return sorted([*found, *self._listed[sentence]]) if sentence in self._listed else found
