"""Regular expressions of the codebook, run on one sentence at a time under a time limit."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

import regex

from qualcode.matching.corpus import Corpus, Sentence
from qualcode.matching.hits import Hit
from qualcode.model.transcript import Span
from qualcode.text import marks

TIME_LIMIT = 0.5
"""Seconds an expression may spend on one sentence."""


_LOOKS_BEYOND = regex.compile(r"\\[AZzGRXR]|\(\?[!<>*(|&RP0-9a-zA-Z^+-]|[*+?}]\+|\(\*")
"""Parts of an expression that can fail because of what stands after its sentence, or see where that ends."""


class Expressions:
    """The regular expressions of a codebook, by slot. They ignore case and see one sentence as their whole text."""

    def __init__(self, expressions: Mapping[int, str]) -> None:
        self._written = dict(expressions)
        self._compiled = {slot: regex.compile(written, regex.IGNORECASE) for slot, written in expressions.items()}
        self._by_line = {
            slot: regex.compile(written, regex.IGNORECASE | regex.MULTILINE)
            for slot, written in expressions.items()
            if not _LOOKS_BEYOND.search(written)
        }
        self._slow: dict[int, set[str]] = defaultdict(set)

    @property
    def slow(self) -> Mapping[str, Set[str]]:
        """Expressions that took too long so far, with the interviews they were given up in."""
        return {self._written[slot]: found for slot, found in self._slow.items()}

    def find(self, slot: int, corpus: Corpus) -> Iterator[tuple[int, Hit]]:
        """The hits of one expression, each with its sentence; one over the limit is given up in that interview."""
        expression = self._compiled[slot]
        given_up: set[str] = set()
        for at in self._candidates(slot, corpus):
            sentence = corpus.sentence(at)
            if sentence.interview.id in given_up:
                continue
            spans = _spans(expression, sentence.interview.text, sentence.span)
            if spans is None:
                given_up.add(sentence.interview.id)
                self._slow[slot].add(sentence.interview.id)
            else:
                yield from ((at, _hit(corpus, sentence, span)) for span in spans)

    def _candidates(self, slot: int, corpus: Corpus) -> Sequence[int]:
        """The sentences that the expression may match: all of them, unless a look at all at once tells.

        There, a match may run over the end of a sentence: every sentence that it touches is a candidate.
        """
        everything = range(len(corpus))
        by_line = self._by_line.get(slot)
        if by_line is None:
            return everything
        text, starts = corpus.lines
        found: dict[int, None] = {}
        try:
            for match in by_line.finditer(text, timeout=TIME_LIMIT):
                first = bisect_right(starts, match.start()) - 1
                found.update(dict.fromkeys(range(first, bisect_left(starts, max(match.end(), match.start() + 1)))))
        except TimeoutError:
            return everything
        return list(found)


def _spans(expression: "regex.Pattern[str]", text: str, stretch: Span) -> list[Span] | None:
    """Where `expression` matches within `stretch` and outside of marks, None where it takes too long."""
    try:
        matches = list(expression.finditer(stretch.of(text), timeout=TIME_LIMIT))
    except TimeoutError:
        return None
    spans = [Span(stretch.start + match.start(), stretch.start + match.end()) for match in matches if match.group()]
    taken = list(marks(text, stretch.start, stretch.end)) if spans else []
    return [span for span in spans if not any(span.start < mark.end and mark.start < span.end for mark in taken)]


def _hit(corpus: Corpus, sentence: Sentence, span: Span) -> Hit:
    first = bisect_right(corpus.ends, span.start, sentence.low, sentence.high)
    last = bisect_left(corpus.starts, span.end, first, sentence.high) - 1
    return Hit(first, last, ((span.start, span.end),))
