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
    changes: int = 0
    _hanging: list[list[int]] | None = None
    """The words on every word, made when asked for and again after a change."""

    def written(self, at: int) -> str:
        """The word as written."""
        return self.parse.text[self.parse.starts[at] : self.parse.ends[at]]

    def form(self, at: int) -> str:
        """The word, folded."""
        return fold(self.written(at))

    def children(self, at: int, *deps: str) -> Iterator[int]:
        """The words that hang on `at`, by one of `deps` where some are named, in order."""
        for child in self._children()[at]:
            if not deps or self.deps[child] in deps:
                yield child

    def _children(self) -> list[list[int]]:
        if self._hanging is None:
            self._hanging = [[] for _ in self.heads]
            for child, head in enumerate(self.heads):
                if head != child:
                    self._hanging[head].append(child)
        return self._hanging

    def labelled(self, *deps: str) -> list[int]:
        """The words that hang on theirs by one of `deps`, in order."""
        own = self.deps
        return [at for at, dep in enumerate(own) if dep in deps]

    def has(self, at: int, *deps: str) -> bool:
        """Whether a word hangs on `at` by one of `deps`."""
        own = self.deps
        return any(own[child] in deps for child in self._children()[at])

    def attach(self, at: int, head: int, dep: str = "") -> None:
        """Hangs a word on another, by the label that it has where none is given; the caller knows of no circle."""
        self.heads[at], self.deps[at] = head, dep or self.deps[at]
        self.changes += 1
        self._hanging = None

    def tag(self, at: int, tag: str) -> None:
        """Makes the word another part of speech."""
        self.tags[at] = tag
        self.changes += 1

    def hang(self, at: int, head: int, dep: str, tag: str = "") -> None:
        """Hangs a word on another, unless that would close a circle."""
        above = head
        while above != self.heads[above]:
            if above == at:
                return
            above = self.heads[above]
        if above == at and head != at:
            return
        self.attach(at, head, dep)
        self.tags[at] = tag or self.tags[at]

    def raise_to_root(self, at: int, old: int) -> None:
        """Makes `at` the root instead of `old`, which must be hung on it next."""
        head, dep = self.heads[old], self.deps[old]
        self.attach(at, at if head == old else head, dep)

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
        if not self.changes:
            return self.parse
        return replace(self.parse, heads=tuple(self.heads), deps=tuple(self.deps), tags=tuple(self.tags))
