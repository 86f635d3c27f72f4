"""The matching engine: from a codebook and a transcript to codings. Coding is pure, the same input gives the same."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from qualcode.matching.codings import Found, RuleBook
from qualcode.matching.compiled import CompiledRule, Terms, compile_terms
from qualcode.matching.expressions import Expressions
from qualcode.matching.hits import Hit, longest, words_between
from qualcode.matching.index import Sentence, TermIndex
from qualcode.matching.lists import OBJECT_WITHIN
from qualcode.model.codebook import Codebook
from qualcode.model.coding import Coding
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.transcript import Role, Segment, Transcript, Turn
from qualcode.text import tokens

ENGINE_VERSION = "1"
"""Recorded with every run; a new one means that the same codebook may code differently."""


def compile_codebook(codebook: Codebook) -> "Matcher":
    """A matcher for `codebook`, whose terms are inflected and indexed once."""
    return Matcher(*compile_terms(codebook))


class Matcher:
    """Codes transcripts. Made by `compile_codebook`."""

    def __init__(self, rules: tuple[CompiledRule, ...], terms: Terms) -> None:
        self._rules = RuleBook(rules)
        self._terms = terms
        self._index = TermIndex(terms.patterns)
        self._expressions = Expressions(terms.expressions)
        self._slow: dict[str, list[str]] = defaultdict(list)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Regular expressions that took too long so far, one problem each."""
        return tuple(_slow(written, transcripts) for written, transcripts in sorted(self._slow.items()))

    def code(self, transcript: Transcript) -> tuple[Coding, ...]:
        """The codings of `transcript`, in the order of every listing.

        Only turns that belong to a respondent are looked at, and of their words none in a transcriber's mark.
        """
        slow: set[int] = set()
        answers = list(_answers(self._search(transcript, slow)))
        for slot in slow:
            self._slow[self._terms.expressions[slot]].append(transcript.id)
        codings = (coding for answer in answers for coding in self._rules.codings(transcript, answer))
        return tuple(sorted(codings, key=lambda coding: coding.sort_key))

    def _search(self, transcript: Transcript, slow: set[int]) -> Iterator[Found]:
        """The sentences of respondents in which something was found."""
        segments = defaultdict(list)
        for segment in transcript.segments:
            segments[segment.turn].append(segment)
        offset = 0
        for turn in transcript.turns:
            if turn.respondent is None or turn.role is Role.INTERVIEWER:
                continue
            words = tokens(transcript.text, turn.span.start, turn.span.end)
            turn_words = Sentence(transcript.text, words, 0, len(words), offset)
            yield from self._search_turn(turn, segments[turn.number], turn_words, slow)
            offset += len(words)

    def _search_turn(self, turn: Turn, segments: Iterable[Segment], words: Sentence, slow: set[int]) -> Iterator[Found]:
        positions = self._index.starts(words.words)
        if not positions and not self._expressions:
            return
        for segment in segments:
            low, high = (bisect_left(words.words, (at,)) for at in (segment.span.start, segment.span.end))
            sentence = words._replace(low=low, high=high)
            inside = positions[bisect_left(positions, low) : bisect_left(positions, high)]
            hits = self._index.find(sentence, inside) if inside else {}
            if self._expressions:
                hits |= self._expressions.find(sentence, segment.span, slow)
            if hits:
                yield Found(turn, segment, self._refined(hits))

    def _refined(self, hits: dict[int, list[Hit]]) -> dict[int, list[Hit]]:
        """The hits with the longest actors only, and with the verbs that stand near one of their objects."""
        actors = self._terms.actors & hits.keys()
        kept = longest(hit for slot in actors for hit in hits[slot])
        for slot in actors:
            hits[slot] = [hit for hit in hits[slot] if hit in kept]
        for slot, (verbs, objects) in self._terms.verb_objects.items():
            near = _with_object(_of(hits, verbs), _of(hits, objects))
            if near:
                hits[slot] = near
        return {slot: found for slot, found in hits.items() if found}


def _of(hits: dict[int, list[Hit]], slots: Iterable[int]) -> list[Hit]:
    return sorted({hit for slot in slots for hit in hits.get(slot, ())})


def _with_object(verbs: list[Hit], objects: list[Hit]) -> list[Hit]:
    """Every verb with the nearest of its objects, on whichever side it stands."""
    found: list[Hit] = []
    for verb in verbs:
        gaps = [(max(words_between(verb, thing), words_between(thing, verb)), thing) for thing in objects]
        _, nearest = min((pair for pair in gaps if 0 <= pair[0] <= OBJECT_WITHIN), default=(0, verb))
        if nearest != verb:
            first, last = min(verb.first, nearest.first), max(verb.last, nearest.last)
            found.append(Hit(first, last, tuple(sorted(verb.spans + nearest.spans))))
    return found


def _answers(found: Iterable[Found]) -> Iterator[list[Found]]:
    """The sentences of what one respondent says to one question; a turn that answers none stands alone."""

    def key(sentence: Found) -> tuple[str | None, int | None, int]:
        turn = sentence.turn
        return (turn.respondent, turn.question, turn.number if turn.question is None else 0)

    ordered = sorted(found, key=lambda sentence: (str(key(sentence)), sentence.segment.number))
    for _, answer in groupby(ordered, key=key):
        yield list(answer)


def _slow(written: str, transcripts: list[str]) -> Problem:
    return Problem(
        f'the regular expression "re:{written}" took too long and was given up in {", ".join(sorted(transcripts))}.',
        Where("codebook"),
        "make it simpler, for instance without a repetition inside a repetition",
        Severity.WARNING,
    )
