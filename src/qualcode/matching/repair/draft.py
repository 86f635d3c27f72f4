"""A parse while it is being repaired."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qualcode.model.parse import Parse
from qualcode.text import fold

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
FINITE = frozenset(("VBD", "VBP", "VBZ", "VB"))
VERBS = FINITE | {"VBG", "VBN", "MD"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OWN_PHRASE = frozenset(("det", "poss", "amod", "compound", "nummod", "advmod"))


@dataclass
class Draft:
    """The parse while it is being repaired."""

    parse: Parse
    heads: list[int]
    deps: list[str]
    tags: list[str]
    touched: bool = False

    def written(self, at: int) -> str:
        """The word as written."""
        return self.parse.text[self.parse.starts[at] : self.parse.ends[at]]

    def form(self, at: int) -> str:
        """The word, folded."""
        return fold(self.written(at))

    def children(self, at: int, *deps: str) -> Iterator[int]:
        """The words that hang on `at`, by one of `deps` where some are named, in order."""
        for child, head in enumerate(self.heads):
            if head == at and child != at and (not deps or self.deps[child] in deps):
                yield child

    def has(self, at: int, *deps: str) -> bool:
        """Whether a word hangs on `at` by one of `deps`."""
        return next(self.children(at, *deps), None) is not None

    def hang(self, at: int, head: int, dep: str, tag: str = "") -> None:
        """Hangs a word on another, unless that would close a circle."""
        above = head
        while above != self.heads[above]:
            if above == at:
                return
            above = self.heads[above]
        if above == at and head != at:
            return
        self.heads[at], self.deps[at] = head, dep
        self.tags[at] = tag or self.tags[at]
        self.touched = True

    def raise_to_root(self, at: int, old: int) -> None:
        """Makes `at` the root instead of `old`, which must be hung on it next."""
        head, dep = self.heads[old], self.deps[old]
        self.heads[at], self.deps[at] = (at if head == old else head), dep
        self.touched = True

    def left_edge(self, noun: int) -> int:
        """The first word of the noun phrase that ends in `noun`."""
        return min((one for one in self.children(noun) if one < noun and self.deps[one] in _OWN_PHRASE), default=noun)

    def above(self, at: int) -> Iterator[int]:
        """The head of a word, its head, and so on up to the root."""
        while self.heads[at] != at:
            at = self.heads[at]
            yield at

    def finished(self) -> Parse:
        """The repaired parse; the very same one where nothing was touched."""
        if not self.touched:
            return self.parse
        return replace(self.parse, heads=tuple(self.heads), deps=tuple(self.deps), tags=tuple(self.tags))
