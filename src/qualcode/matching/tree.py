"""A parsed sentence to walk through: heads, children, phrases, dictionary forms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, wraps
from typing import Any, TypeVar, TypeVarTuple

from qualcode.matching.lexicon import lemmas
from qualcode.model.parse import Parse
from qualcode.text import fold, tokens

_Found = TypeVar("_Found")
_Asked = TypeVarTuple("_Asked")
_UNASKED = object()
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"))
_POS = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "FW": "X",
    "IN": "ADP",
    "MD": "AUX",
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PDT": "DET",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RP": "ADP",
    "TO": "PART",
    "UH": "INTJ",
    "WDT": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "WRB": "ADV",
}
"""Part of speech, fine to coarse; verbs, adjectives and adverbs follow from the first letter of theirs."""


class Tree:
    """One sentence as a tree over its words, which are known by position. Offsets are code points of the sentence."""

    def __init__(self, parse: Parse, said: tuple[str, ...] | None = None) -> None:
        self.parse = parse
        self.text = parse.text
        self.heads = parse.heads
        self.deps = parse.deps
        self.tags = parse.tags
        self.starts = parse.starts
        self.ends = parse.ends
        self.forms = self._folded()
        """Every word, folded."""
        self.children = self._hanging()
        """For every word the words that hang on it, in order."""
        self.remembered: defaultdict[Any, dict[tuple[Any, ...], Any]] = defaultdict(dict)
        """For functions of this tree what they were asked before, with their answers (see `per_tree`)."""
        self._said = said
        self._pos: dict[int, str] = {}
        self._lemmas: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.heads)

    def _folded(self) -> tuple[str, ...]:
        text = self.text
        if text.isascii():
            text = text.lower()  # as folding each word, and one call for all of them
            return tuple([text[start:end] for start, end in zip(self.starts, self.ends, strict=True)])
        return tuple([fold(text[start:end]) for start, end in zip(self.starts, self.ends, strict=True)])

    @cached_property
    def words(self) -> frozenset[str]:
        """The forms without their order: whether a word stands anywhere in the sentence."""
        return frozenset(self.forms)

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The forms of the sentence's words as `qualcode.text.tokens` has them, where "didn't" is one."""
        return self._said if self._said is not None else tuple(token.form for token in tokens(self.text))

    def _hanging(self) -> tuple[tuple[int, ...], ...]:
        found: list[tuple[int, ...]] = [()] * len(self.heads)
        for position, head in enumerate(self.heads):
            if head != position:
                found[head] += (position,)  # few hang on a word: cheaper than a list for each
        return tuple(found)

    @cached_property
    def root(self) -> int:
        """The word that hangs on none."""
        return next((position for position, head in enumerate(self.heads) if head == position), 0)

    def pos(self, at: int) -> str:
        """Part of speech, coarse (Universal Dependencies: NOUN, VERB ...)."""
        found = self._pos.get(at)
        if found is None:
            found = self._pos[at] = self._part_of_speech(at)
        return found

    def _part_of_speech(self, at: int) -> str:
        tag = self.tags[at]
        if tag.startswith("V"):
            return "AUX" if self.deps[at] in ("aux", "auxpass") or self.forms[at] in _BE else "VERB"
        if tag.startswith("J"):
            return "ADJ"
        if tag.startswith("RB"):
            return "PART" if self.deps[at] == "neg" else "ADV"
        if tag == "IN" and self.deps[at] == "mark":
            return "SCONJ"
        return _POS.get(tag, "PUNCT" if not self.forms[at].isalnum() else "X")

    def lemma(self, at: int) -> str:
        """The dictionary form of the word, folded."""
        found = self._lemmas.get(at)
        if found is None:
            found = self._lemmas[at] = _lemma(self.forms[at], self.pos(at))
        return found

    def child(self, at: int, *deps: str) -> int | None:
        """The first word that hangs on `at` by one of `deps`, None where there is none."""
        own = self.deps
        for child in self.children[at]:
            if own[child] in deps:
                return child
        return None

    def all_children(self, at: int, *deps: str) -> list[int]:
        """Every word that hangs on `at` by one of `deps`, in order."""
        children = self.children[at]
        if not children:  # as most words have it
            return []
        own = self.deps
        return [child for child in children if own[child] in deps]

    def ancestors(self, at: int) -> Iterator[int]:
        """The head of `at`, its head, and so on up to the root."""
        while self.heads[at] != at:
            at = self.heads[at]
            yield at

    def subtree(self, at: int) -> list[int]:
        """`at` with all that hangs on it, in order of the sentence."""
        found, waiting = [], [at]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(self.children[one])
        return sorted(found)

    def at(self, start: int, end: int) -> tuple[int, ...]:
        """The words that share a code point with the stretch from `start` to `end`."""
        return tuple(
            position
            for position, (first, last) in enumerate(zip(self.starts, self.ends, strict=True))
            if first < end and start < last
        )

    def head_of(self, words: Iterable[int]) -> int | None:
        """Of `words` the one whose head lies outside of them (the first, where several do); None for no words."""
        inside = tuple(words)
        own = set(inside)
        return next((one for one in inside if self.heads[one] == one or self.heads[one] not in own), None)

    def span(self, words: Iterable[int]) -> tuple[int, int]:
        """From the begin of the first to the end of the last of `words`."""
        inside = tuple(words)
        return self.starts[min(inside)], self.ends[max(inside)]


def per_tree(
    function: Callable[[Tree, *_Asked], _Found],
) -> Callable[[Tree, *_Asked], _Found]:
    """The function, whose answers each tree remembers: what is read at many words asks the same of a tree."""

    @wraps(function)
    def remembering(tree: Tree, *asked: *_Asked) -> _Found:
        answers = tree.remembered[function]
        found: Any = answers.get(asked, _UNASKED)
        if found is _UNASKED:  # most are asked once: cheaper than an error each time
            found = answers[asked] = function(tree, *asked)
        answer: _Found = found
        return answer

    return remembering


@cache
def _lemma(form: str, pos: str) -> str:
    if pos == "AUX" and form in _BE:
        return "be"
    if pos not in ("NOUN", "VERB", "ADJ", "ADV", "AUX"):
        return form
    listed = lemmas(form)
    found = listed.get(pos) or (listed.get("VERB") if pos == "AUX" else None)
    return found[0] if found else _regular(form) if pos == "VERB" and not listed else form


def _regular(form: str) -> str:
    """The dictionary form of an irregular verb that was given a regular past: catched."""
    for base in (form[:-2], form[:-1], form[:-3]):
        if form.endswith("ed") and base in lemmas(base).get("VERB", ()):
            return base
    return form
