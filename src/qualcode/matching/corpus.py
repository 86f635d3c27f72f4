"""The words of several interviews laid end to end, to be searched at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from qualcode.matching.vocabulary import Vocabulary
from qualcode.matching.words import Flags, Numbers, Words
from qualcode.model.transcript import Role, Span, Transcript, Turn


@dataclass(frozen=True, slots=True)
class Interview:
    """A transcript as matching reads it: its text, its turns, its words, and what kind of respondent each one is."""

    id: str
    revision: int
    text: str
    turns: tuple[Turn, ...]
    words: Words
    types: Mapping[str, str] = field(default_factory=dict)
    """Respondent to respondent type."""
    language: str = "en"

    @classmethod
    def of(cls, transcript: Transcript, words: Words, types: Mapping[str, str]) -> "Interview":
        """The interview that `transcript` holds."""
        return cls(
            transcript.id, transcript.revision, transcript.text, transcript.turns, words, types, transcript.language
        )


def speaks(_: Interview, turn: Turn) -> bool:
    """Whether a turn's words are a respondent's, which alone are coded."""
    return turn.respondent is not None and turn.role is not Role.INTERVIEWER


class Sentence(NamedTuple):
    """One sentence of a corpus: whose it is, where it stands in its interview, and its words by position."""

    interview: Interview
    turn: Turn
    number: int
    start: int
    end: int
    low: int
    high: int

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.interview.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the text of its interview."""
        return Span(self.start, self.end)

    @property
    def respondent_type(self) -> str:
        """What kind of respondent says it, "" where nothing is known."""
        return self.interview.types.get(self.turn.respondent or "", "")


class Corpus:
    """The sentences of those turns of some interviews that `wanted` says yes to, and their words.

    Words and sentences are known by their position. `forms` numbers each word's form, `joined` says whether it stands
    in sequence with the next word, `turn` and `answer` number what each sentence belongs to.
    """

    def __init__(
        self, interviews: Sequence[Interview], vocabulary: Vocabulary, wanted: Callable[[Interview, Turn], bool]
    ) -> None:
        self.interviews = tuple(interviews)
        self.size = 0
        self._made: dict[int, Sentence] = {}
        parts = [self._part(place, vocabulary, wanted) for place in range(len(self.interviews))]
        rows = np.concatenate([part[0] for part in parts]) if parts else np.empty((0, 4), np.int32)
        sentences = np.concatenate([part[1] for part in parts]) if parts else np.empty((0, 8), np.int32)
        self.forms: Numbers = rows[:, 0]
        self._spans = rows[:, 1:3]
        self.joined: Flags = rows[:, 3].astype(bool)
        self._sentences = sentences
        self.low: Numbers = np.ascontiguousarray(sentences[:, 4])
        self.high: Numbers = self.low + sentences[:, 5]
        self.of_word: Numbers = np.repeat(np.arange(len(sentences), dtype=np.int32), sentences[:, 5])

    def __len__(self) -> int:
        return len(self._sentences)

    def _part(
        self, place: int, vocabulary: Vocabulary, wanted: Callable[[Interview, Turn], bool]
    ) -> tuple[Numbers, Numbers]:
        """The rows of one interview's words and sentences, numbered on from those before it."""
        interview = self.interviews[place]
        turns = {turn.number: at for at, turn in enumerate(interview.turns)}
        own = interview.words.sentences
        at = np.array([turns[number] for number in own[:, 1].tolist()], np.int32)
        keep = (
            np.array([wanted(interview, turn) for turn in interview.turns], bool)[at] if len(at) else np.empty(0, bool)
        )
        sentences = np.empty((int(keep.sum()), 8), np.int32)
        sentences[:, :6] = own[keep]
        sentences[:, 6] = place
        sentences[:, 7] = at[keep]
        counts = sentences[:, 5]
        before = np.cumsum(counts) - counts
        rows = interview.words.words[np.repeat(sentences[:, 4] - before, counts) + np.arange(int(counts.sum()))]
        rows[:, 0] = vocabulary.numbers(interview.words.vocabulary)[rows[:, 0]]
        sentences[:, 4] = self.size + before
        self.size += len(rows)
        return rows, sentences

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins, in the text of its interview."""
        found: list[int] = self._spans[:, 0].tolist()
        return found

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends, in the text of its interview."""
        found: list[int] = self._spans[:, 1].tolist()
        return found

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """For every sentence the position of its first word, and of the first word after it."""
        return list(zip(self.low.tolist(), self.high.tolist(), strict=True))

    def sentence(self, at: int) -> Sentence:
        """The sentence at a position."""
        if at not in self._made:
            number, _, start, end, low, count, place, turn = self._sentences[at].tolist()
            interview = self.interviews[place]
            self._made[at] = Sentence(interview, interview.turns[turn], number, start, end, low, low + count)
        return self._made[at]

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, in order."""
        return map(self.sentence, range(len(self)))

    @cached_property
    def lines(self) -> tuple[str, list[int]]:
        """All sentences as one text, a line each, and where each line begins."""
        texts = [sentence.text.replace("\n", " ") for sentence in self.sentences()]
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        return "\n".join(texts), starts[: len(texts)]

    @cached_property
    def turn(self) -> Numbers:
        """For every sentence a number that the sentences of one turn share, from 0 and in order."""
        key = self._sentences[:, 6].astype(np.int64) << 32 | self._sentences[:, 7]
        numbers: Numbers = np.unique(key, return_inverse=True)[1].astype(np.int32)
        return numbers

    @cached_property
    def answer(self) -> Numbers:
        """For every sentence a number shared by what one respondent says to one question.

        A turn that answers none stands alone.
        """
        known: dict[tuple[int, str | None, int | None, int], int] = {}
        found = []
        for place, at in zip(self._sentences[:, 6].tolist(), self._sentences[:, 7].tolist(), strict=True):
            turn = self.interviews[place].turns[at]
            key = (place, turn.respondent, turn.question, turn.number if turn.question is None else 0)
            found.append(known.setdefault(key, len(known)))
        return np.array(found, np.int32)

    @cached_property
    def _order(self) -> tuple[Numbers, Numbers]:
        """Word positions by form, and where each form's begin."""
        order = np.argsort(self.forms, kind="stable").astype(np.int32)
        counts = np.bincount(self.forms) if len(self.forms) else np.zeros(1, np.int64)
        return order, np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)

    def positions(self, forms: Numbers) -> Numbers:
        """Where any of these forms stands, in order."""
        order, begins = self._order
        parts = [order[begins[form] : begins[form + 1]] for form in forms.tolist() if form < len(begins) - 1]
        parts = [part for part in parts if len(part)]
        if not parts:
            return np.empty(0, np.int32)
        return parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts))
