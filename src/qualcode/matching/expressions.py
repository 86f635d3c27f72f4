"""Regular expressions of the codebook, run on one sentence at a time under a time limit."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

import regex

from qualcode.matching.hits import Hit
from qualcode.matching.index import Sentence
from qualcode.model.transcript import Span
from qualcode.text import marks

TIME_LIMIT = 0.5
"""Seconds an expression may spend on one sentence."""


class Expressions:
    """The regular expressions of a codebook, by slot. They ignore case and see one sentence as their whole text."""

    def __init__(self, expressions: Mapping[int, str]) -> None:
        self._compiled = {slot: regex.compile(written, regex.IGNORECASE) for slot, written in expressions.items()}

    def __bool__(self) -> bool:
        return bool(self._compiled)

    def find(self, sentence: Sentence, stretch: Span, slow: set[int]) -> dict[int, list[Hit]]:
        """Slot to its hits in the `stretch` of text; one over the limit joins `slow` and is not tried again."""
        found: dict[int, list[Hit]] = {}
        for slot, expression in self._compiled.items():
            spans = [] if slot in slow else _spans(expression, sentence.text, stretch)
            if spans is None:
                slow.add(slot)
            elif spans:
                found[slot] = [_hit(sentence, span) for span in spans]
        return found


def _spans(expression: "regex.Pattern[str]", text: str, stretch: Span) -> list[Span] | None:
    """Where `expression` matches within `stretch` and outside of marks, None where it takes too long."""
    try:
        matches = list(expression.finditer(stretch.of(text), timeout=TIME_LIMIT))
    except TimeoutError:
        return None
    spans = [Span(stretch.start + match.start(), stretch.start + match.end()) for match in matches if match.group()]
    taken = list(marks(text, stretch.start, stretch.end)) if spans else []
    return [span for span in spans if not any(span.start < mark.end and mark.start < span.end for mark in taken)]


def _hit(sentence: Sentence, span: Span) -> Hit:
    first = bisect_right(sentence.words, span.start, sentence.low, sentence.high, key=lambda word: word.end)
    last = bisect_left(sentence.words, span.end, first, sentence.high, key=lambda word: word.start) - 1
    return Hit(sentence.offset + first, sentence.offset + last, (span,))
