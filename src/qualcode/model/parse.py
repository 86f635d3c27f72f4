"""A sentence's grammar as plain values, and who keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Parse:
    """The words of one sentence with the grammar between them, read from the sentence alone.

    All tuples have one entry a word. Words and punctuation are those of the language model, finer than those of
    `qualcode.text.tokens`: "didn't" is two.
    """

    text: str
    starts: tuple[int, ...]
    """Where each word begins, in code points of `text`."""
    ends: tuple[int, ...]
    heads: tuple[int, ...]
    """The position of each word's head; the root is its own."""
    deps: tuple[str, ...]
    """How each word hangs on its head (ClearNLP labels: nsubj, dobj, agent ...)."""
    tags: tuple[str, ...]
    """Part of speech, fine (Penn Treebank: VBD, NNS ...)."""


class ParseCache(Protocol):
    """Keeps parses by the sentence's text, so that equal sentences are parsed once."""

    def get(self, texts: Sequence[str]) -> list[Parse | None]:
        """For each text its parse, None where it is not kept."""

    def put(self, parses: Sequence[Parse]) -> None:
        """Keeps these."""
