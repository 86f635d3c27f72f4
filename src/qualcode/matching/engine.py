"""The matching engine: from a codebook and interviews to codings. Coding is pure, the same input gives the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.matching.answers import answered_codings, asked_firings, bare_answers, is_question, questions
from qualcode.matching.compiled import Compiled, CompiledRule, compile_terms
from qualcode.matching.corpus import Corpus, Interview, speaks
from qualcode.matching.firing import Firing
from qualcode.matching.lexis import Lexis
from qualcode.matching.memory import Memory
from qualcode.matching.room import Room, Tools
from qualcode.matching.words import words_of
from qualcode.model.codebook import Codebook, RuleKind
from qualcode.model.coding import Coding
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.transcript import Transcript, Turn
from qualcode.text import Parser

ENGINE_VERSION = "4"
"""Recorded with every run; a new one means that the same codebook may code differently."""


def compile_codebook(codebook: Codebook, *, parser: Parser | None = None, parse_all: bool = False) -> "Matcher":
    """A matcher for `codebook`, whose terms are inflected once.

    Sentences are parsed by `parser` where their grammar can change a coding; with `parse_all` every sentence is, which
    gives the same codings and takes longer.
    """
    return Matcher(compile_terms(codebook), parser or Parser(), parse_all=parse_all)


@dataclass(frozen=True, slots=True)
class Effort:
    """How much of what was read had to be parsed."""

    sentences: int = 0
    parsed: int = 0

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(self.sentences + other.sentences, self.parsed + other.parsed)

    def __sub__(self, other: "Effort") -> "Effort":
        return Effort(self.sentences - other.sentences, self.parsed - other.parsed)


class Matcher:
    """Codes interviews. Made by `compile_codebook`."""

    def __init__(self, compiled: Compiled, parser: Parser, *, parse_all: bool = False) -> None:
        self.compiled = compiled
        self.effort = Effort()
        self._tools = Tools(Lexis(compiled.terms), parser, parse_all)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Regular expressions that took too long so far, one problem each."""
        return tuple(
            _slow(written, transcripts) for written, transcripts in sorted(self._tools.lexis.expressions.slow.items())
        )

    def code(self, transcript: Transcript, *, types: Mapping[str, str] | None = None) -> tuple[Coding, ...]:
        """The codings of `transcript`, in the order of every listing.

        `types` says what kind of respondent each one is. Only turns that belong to a respondent are coded, and of
        their words none in a transcriber's mark.
        """
        return self.code_all([Interview.of(transcript, words_of(transcript), types or {})])

    def code_all(
        self,
        interviews: Sequence[Interview],
        *,
        codes: frozenset[str] | None = None,
        memories: Mapping[str, Memory] | None = None,
    ) -> tuple[Coding, ...]:
        """The codings of several interviews with all codes, or with some, in the order of every listing.

        `memories` holds, by interview, what was read from its grammar before; what is read now is added to it.
        """
        rules = [rule for rule in self.compiled.rules if codes is None or rule.code.id in codes]
        said = self.room(interviews, speaks, memories=None if self._tools.parse_all else memories)
        firings = [*said.book.firings(rules), *self._asked(rules, said, interviews)]
        found = [*said.codings(firings), *self._answered(rules, said)]
        said.search.close()
        self.effort += Effort(len(said.corpus), said.grammar.parsed)
        return tuple(sorted(found, key=lambda coding: coding.sort_key))

    def room(
        self,
        interviews: Sequence[Interview],
        wanted: Callable[[Interview, Turn], bool],
        *,
        memories: Mapping[str, Memory] | None = None,
    ) -> Room:
        """The codebook's terms, ready to be found in some turns of these interviews."""
        corpus = Corpus(interviews, self._tools.lexis.vocabulary, wanted)
        return Room(corpus, self.compiled, self._tools, memories=memories)

    def _asked(self, rules: Sequence[CompiledRule], said: Room, interviews: Sequence[Interview]) -> Iterator[Firing]:
        """What rules find that look at the interviewer's question."""
        own = [rule for rule in rules if rule.rule.kind is RuleKind.QUESTION]
        if own:
            room = self.room(interviews, is_question)
            yield from asked_firings(own, said, room)
            room.search.close()

    def _answered(self, rules: Sequence[CompiledRule], said: Room) -> Iterator[Coding]:
        """What is coded on a bare yes or no, because the question says it."""
        answers = bare_answers(said.search)
        if answers:
            asked = questions(answers)
            numbers = {id(interview): turns for interview, turns in asked}
            room = self.room(
                [interview for interview, _ in asked],
                lambda interview, turn: turn.number in numbers[id(interview)],
            )
            yield from answered_codings(rules, answers, said, room)
            room.search.close()


def _slow(written: str, transcripts: Iterable[str]) -> Problem:
    return Problem(
        f'the regular expression "re:{written}" took too long and was given up in {", ".join(sorted(transcripts))}.',
        Where("codebook"),
        "make it simpler, for instance without a repetition inside a repetition",
        Severity.WARNING,
    )
