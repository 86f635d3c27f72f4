"""A transcript's words as arrays: what matching reads, made once and kept."""

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from qualcode.matching.sequence import together
from qualcode.model.transcript import Transcript
from qualcode.text import Token, tokens

WORDS_RULES = "1"
"""Version of what is kept here; words kept by another version are made anew."""

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

_HEADER = struct.Struct("<III")
_WORD = 4
_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Words:
    """Every word that anybody says in one transcript.

    `words` has a row for each: the position of its folded form in `vocabulary`, where it begins and ends in the text,
    and 1 where it stands in sequence with the next word of its sentence. `sentences` has a row for each segment: its
    number, turn, begin and end in the text, its first word, and how many words it has.
    """

    vocabulary: tuple[str, ...]
    words: Numbers
    sentences: Numbers

    def pack(self) -> bytes:
        """Everything as bytes, for a cache."""
        forms = "\n".join(self.vocabulary).encode()
        header = _HEADER.pack(len(forms), len(self.words), len(self.sentences))
        return header + forms + self.words.tobytes() + self.sentences.tobytes()

    @classmethod
    def unpack(cls, packed: bytes) -> "Words":
        """The words that `pack` made bytes of."""
        forms, words, sentences = _HEADER.unpack_from(packed)
        at = _HEADER.size
        vocabulary = tuple(packed[at : at + forms].decode().split("\n")) if forms else ()
        at += forms
        rows = np.frombuffer(packed, np.int32, words * _WORD, at).reshape(words, _WORD)
        at += rows.nbytes
        return cls(vocabulary, rows, np.frombuffer(packed, np.int32, sentences * _SENTENCE, at).reshape(-1, _SENTENCE))


def words_of(transcript: Transcript) -> Words:
    """The words of `transcript`, those of interviewers too."""
    text = transcript.text
    said = [word for turn in transcript.turns for word in tokens(text, turn.span.start, turn.span.end)]
    said.sort()
    forms: dict[str, int] = {}
    rows = np.array([(forms.setdefault(word.form, len(forms)), word.start, word.end, 0) for word in said], np.int32)
    rows = rows.reshape(len(said), _WORD)
    spans = [(one.number, one.turn, one.span.start, one.span.end) for one in transcript.segments]
    sentences = np.zeros((len(spans), _SENTENCE), np.int32)
    if spans:
        sentences[:, :4] = spans
        first = np.searchsorted(rows[:, 1], sentences[:, 2])
        sentences[:, 4] = first
        sentences[:, 5] = np.searchsorted(rows[:, 1], sentences[:, 3]) - first
    rows[:, 3] = _in_sequence(text, said, sentences)
    return Words(tuple(forms), rows, sentences)


def _in_sequence(text: str, said: list[Token], sentences: Numbers) -> Any:
    """For every word whether nothing but white space, a hyphen and the like stands before the next of its sentence."""
    found = np.fromiter((together(text[one.end : other.start]) for one, other in pairwise(said)), bool)
    flags = np.zeros(len(said), np.int32)
    flags[: len(found)] = found
    last = sentences[:, 4] + sentences[:, 5] - 1
    flags[last[sentences[:, 5] > 0]] = 0
    return flags
