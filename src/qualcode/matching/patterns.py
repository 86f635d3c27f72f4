"""Where patterns of words stand in a corpus, found for all places at once."""

import numpy as np

from qualcode.matching.corpus import Corpus
from qualcode.matching.hits import Hit
from qualcode.matching.places import NOWHERE, Places
from qualcode.matching.terms import GAP_WORDS, Pattern, Piece, Step, as_written
from qualcode.matching.vocabulary import Vocabulary
from qualcode.matching.words import Flags, Numbers


class PatternSearch:
    """Finds patterns in one corpus. What a step accepts is worked out once."""

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        self._corpus = corpus
        self._vocabulary = vocabulary
        self._positions: dict[Step, Numbers] = {}
        self._accepts: dict[Step, Flags] = {}

    def find(self, pattern: Pattern) -> Places:
        """Where `pattern` stands."""
        first = self._sequences(pattern.pieces[0], pattern)
        last = first + np.int32(len(pattern.pieces[0]) - 1)
        if len(pattern.pieces) == 1:
            return Places(first, last)
        return Places(listed=tuple(self._spread(pattern, first, last)))

    def _sequences(self, piece: Piece, pattern: Pattern) -> Numbers:
        """The first words of every stretch of words that `piece` accepts."""
        forms, size = self._corpus.forms, len(piece)
        at, rarest = self._of(piece[0]), 0
        for number, step in enumerate(piece[1:], 1):
            if len(at) and len(self._of(step)) < len(at):
                at, rarest = self._of(step), number
        if not len(at):
            return NOWHERE
        begin = at - np.int32(rarest)
        if size > 1:
            begin = begin[(begin >= 0) & (begin + size <= len(forms))]
            for number, step in enumerate(piece):
                if number != rarest:
                    begin = begin[self._flags(step)[forms[begin + number]]]
            sentence = self._corpus.of_word
            begin = begin[sentence[begin] == sentence[begin + (size - 1)]]
            for number in range(0 if pattern.punctuated else size - 1):
                begin = begin[self._corpus.joined[begin + number]]
        if pattern.verbatim and len(begin):
            begin = begin[[self._written(int(one), size) == pattern.verbatim for one in begin]]
        return begin

    def _spread(self, pattern: Pattern, first: Numbers, last: Numbers) -> list[tuple[int, Hit]]:
        """The hits of pieces that may stand some words apart: of every further piece the nearest place."""
        further = [self._sequences(piece, pattern) for piece in pattern.pieces[1:]]
        if not len(first) or not all(map(len, further)):
            return []
        corpus = self._corpus
        there = [(set(places.tolist()), len(piece)) for places, piece in zip(further, pattern.pieces[1:], strict=True)]
        found: list[tuple[int, Hit]] = []
        for begin, end in zip(first.tolist(), last.tolist(), strict=True):
            sentence = int(corpus.of_word[begin])
            high = corpus.bounds[sentence][1]
            spans = [(begin, end)]
            for places, size in there:
                start = spans[-1][1] + 1
                gap = range(start, min(start + GAP_WORDS + 1, high))
                following = next((at for at in gap if at in places), None)
                if following is None:
                    break
                spans.append((following, following + size - 1))
            if len(spans) == len(pattern.pieces):
                written = tuple((corpus.starts[one], corpus.ends[other]) for one, other in spans)
                found.append((sentence, Hit(begin, spans[-1][1], written)))
        return found

    def _of(self, step: Step) -> Numbers:
        if step not in self._positions:
            self._positions[step] = self._corpus.positions(self._vocabulary.accepted(step))
        return self._positions[step]

    def _flags(self, step: Step) -> Flags:
        if step not in self._accepts:
            flags = np.zeros(len(self._vocabulary), bool)
            flags[self._vocabulary.accepted(step)] = True
            self._accepts[step] = flags
        return self._accepts[step]

    def _written(self, begin: int, size: int) -> tuple[str, ...]:
        corpus = self._corpus
        text = corpus.sentence(int(corpus.of_word[begin])).interview.text
        return tuple(as_written(text[corpus.starts[at] : corpus.ends[at]]) for at in range(begin, begin + size))
