"""The benchmark's interviews: made from a seed, the same ones wherever they are made."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import speech

from qualcode.model.respondent import Consent, Respondent
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import sentences

SEED = 20240607
_STOCK, _HEARD, _RETOLD = 0.025, 0.008, 0.06
"""Shares of sentences: a short answer, one of the sample as it is, one of it with other places and times."""
_LONGEST_ANSWER = 12
"""Sentences."""
_TRIES = 5
"""How often something else is said instead of what was said before."""


@dataclass(frozen=True, slots=True)
class Interview:
    """A transcript and the respondent whose words stand in it."""

    transcript: Transcript
    respondent: Respondent
    words: int
    """Those of the respondent, which are the ones that are coded."""


def make_interviews(count: int, words: int, heard: Sequence[str]) -> Iterator[Interview]:
    """`count` interviews in which respondents say about `words` words together.

    `heard` are sentences of the sample, which some respondents repeat or retell.
    """
    said: set[str] = set()
    for number in range(1, count + 1):
        talk = _Talk(random.Random(f"{SEED} {number}"), heard, said)  # noqa: S311 - interviews, no secrets
        yield talk.interview(number, words / count)


class _Talk:
    """One conversation, written down turn by turn. `said` is what was said before, in any interview."""

    def __init__(self, dice: random.Random, heard: Sequence[str], said: set[str]) -> None:
        self._dice = dice
        self._heard = heard
        self._said = said
        self._voice = speech.voice(dice)
        self._text = ""
        self._turns: list[Turn] = []

    def interview(self, number: int, words: float) -> Interview:
        """The whole of it; interviews are between 0.6 and 1.4 times as long as `words`."""
        kind = "key_informant" if self._voice.official else "refugee_migrant"
        respondent = Respondent(f"{'KII' if self._voice.official else 'RM'}_{number:04}", kind, consent=Consent.ACTIVE)
        wanted, spoken = words * self._dice.uniform(0.6, 1.4), 0
        while spoken < wanted:
            self._add("I", Role.INTERVIEWER, self._new(lambda: speech.question(self._voice, self._dice)))
            answer = self._answer()
            self._add("R", Role.RESPONDENT, answer, respondent.id)
            spoken += len(answer.split())
        return Interview(self._transcript(respondent.id), respondent, spoken)

    def _answer(self) -> str:
        about = speech.subject(self._voice, self._dice)
        return " ".join(self._sentence(about) for _ in range(self._dice.randint(1, _LONGEST_ANSWER)))

    def _sentence(self, about: str) -> str:
        kind = self._dice.random()
        if kind < _STOCK:
            return speech.stock(self._dice)
        if kind < _STOCK + _HEARD:
            return self._dice.choice(self._heard)
        if kind < _STOCK + _HEARD + _RETOLD:
            return self._new(lambda: speech.retold(self._dice.choice(self._heard), self._voice, self._dice))
        return self._new(lambda: speech.sentence(self._voice, about, self._dice))

    def _new(self, say: speech.Saying) -> str:
        """Something that has not been said before, if that comes to mind soon."""
        words = say()
        for _ in range(_TRIES):
            if words not in self._said:
                break
            words = say()
        self._said.add(words)
        return words

    def _add(self, label: str, role: Role, words: str, respondent: str | None = None) -> None:
        self._text += f"{label}: "
        span = Span(len(self._text), len(self._text) + len(words))
        self._text += f"{words}\n"
        question = len(self._turns) if respondent else None
        self._turns.append(Turn(len(self._turns) + 1, label, role, span, respondent=respondent, question=question))

    def _transcript(self, id_: str) -> Transcript:
        spans = [
            (turn.number, span)
            for turn in self._turns
            for span in sentences(self._text, turn.span.start, turn.span.end)
        ]
        segments = tuple(Segment(number, turn, span) for number, (turn, span) in enumerate(spans, start=1))
        content = sha256(self._text.encode()).hexdigest()
        return Transcript(id_, self._text, tuple(self._turns), segments, f"{id_}.txt", content)
