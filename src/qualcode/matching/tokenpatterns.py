"""Rules that are spaCy token patterns: for whoever needs more than the codebook's own notation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from qualcode.matching.grammar import Grammar
from qualcode.matching.search import Search
from qualcode.matching.terms import Step
from qualcode.matching.words import Flags
from qualcode.model.codebook import Rule
from qualcode.text import documents, fold, token_matcher

_LITERAL = ("LOWER", "TEXT", "ORTH")
_PRESENT = (None, "1", "+")
"""Operators with which a token must be there."""


class TokenPatterns:
    """Finds token patterns in the parsed sentences of one corpus."""

    def __init__(self, search: Search, grammar: Grammar) -> None:
        self._search = search
        self._grammar = grammar

    def find(self, rule: Rule, allowed: Flags) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Sentences among those `allowed` that the pattern of `rule` matches, with the matched stretches of text."""
        sentences = np.flatnonzero(allowed & self._possible(rule.pattern)).tolist()
        self._grammar.read(sentences)
        matcher = token_matcher([rule.pattern])
        trees = [(one, self._grammar.tree(one)) for one in sentences]
        readable = [(one, tree.parse) for one, tree in trees if tree is not None]
        for (sentence, _), doc in zip(readable, documents([parse for _, parse in readable]), strict=True):
            begin = self._search.corpus.sentence(sentence).start
            spans = sorted((begin + found.start_char, begin + found.end_char) for found in matcher(doc, as_spans=True))
            if spans:
                yield sentence, spans

    def _possible(self, pattern: Sequence[Mapping[str, Any]]) -> Flags:
        """The sentences that have every word which the pattern spells out."""
        mask = np.ones(len(self._search.corpus), bool)
        for token in pattern:
            word = next((token[key] for key in _LITERAL if isinstance(token.get(key), str)), "")
            # What the language model divides (don't, cannot) is one word here: only plain words can be looked up.
            if word.isalpha() and len(word) > 3 and word.lower() != "cannot" and token.get("OP") in _PRESENT:
                mask &= self._search.words(Step(frozenset((fold(word),)), exact=True))
        return mask
