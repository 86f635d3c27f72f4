"""From the words found in an answer to the codings of its rules."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from qualcode.matching.compiled import CompiledRule, Slots
from qualcode.matching.hits import Hit, longest
from qualcode.matching.rules import RULES, needed
from qualcode.model.codebook import Scope
from qualcode.model.coding import Coding
from qualcode.model.transcript import Segment, Span, Transcript, Turn

_NEXT_TO = re.compile(r"[\s\-‐‑]*")


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with what was found in it: slot to hits, in order."""

    turn: Turn
    segment: Segment
    hits: dict[int, list[Hit]]
    _counting: dict[Slots, dict[int, list[Hit]]] = field(default_factory=dict)

    def counting(self, slots: Slots) -> dict[int, list[Hit]]:
        """The hits of a rule's own slots; where two overlap, only the longest."""
        if slots not in self._counting:
            own = {slot: hits for slot, hits in self.hits.items() if slot in slots}
            if sum(map(len, own.values())) > 1:
                kept = longest(hit for hits in own.values() for hit in hits)
                own = {slot: [hit for hit in hits if hit in kept] for slot, hits in own.items()}
            self._counting[slots] = own
        return self._counting[slots]


_STRETCHES: Mapping[Scope, Callable[[Found], int]] = {
    Scope.SENTENCE: lambda sentence: sentence.segment.number,
    Scope.TURN: lambda sentence: sentence.turn.number,
    Scope.ANSWER: lambda _: 0,
}
"""Within an answer, what the sentences that a scope takes together have in common."""


class RuleBook:
    """Every rule of a codebook, found by the slots it cannot do without."""

    def __init__(self, rules: Iterable[CompiledRule]) -> None:
        self._rules = tuple(rules)
        self._scopes = tuple({rule.rule.scope: None for rule in self._rules})
        self._waiting: dict[Scope, dict[int, list[int]]] = {scope: defaultdict(list) for scope in Scope}
        for number, rule in enumerate(self._rules):
            for slot in _key(rule):
                self._waiting[rule.rule.scope][slot].append(number)

    def codings(self, transcript: Transcript, answer: list[Found]) -> list[Coding]:
        """The codings of one answer: one for each rule and stretch of its scope, and never over two turns."""
        return longest_of_code(self._fired(transcript, answer))

    def _fired(self, transcript: Transcript, answer: list[Found]) -> Iterator[Coding]:
        present = _present(answer)
        for scope in self._scopes:
            for at, sentences in groupby(answer, key=_STRETCHES[scope]):
                stretch = list(sentences)
                for number in self._candidates(scope, present[scope, at]):
                    rule = self._rules[number]
                    allowed = [each for each in stretch if not _vetoed(rule, each, present)]
                    yield from _codings(rule, transcript, allowed)

    def _candidates(self, scope: Scope, present: set[int]) -> list[int]:
        """Rules of which enough entries occur among the slots that are `present`."""
        waiting = self._waiting[scope]
        numbers = {number for slot in present if slot in waiting for number in waiting[slot]}
        return [number for number in sorted(numbers) if _possible(self._rules[number], present)]


def longest_of_code(codings: Iterable[Coding]) -> list[Coding]:
    """The overlap policy within a code: a coding whose words all lie within longer ones of another rule goes.

    Rules compete only once they have fired: a longer term of a rule that did not fire hides nothing.
    """
    fired = list(codings)
    own: dict[str, list[Coding]] = defaultdict(list)
    for coding in fired:
        own[coding.code].append(coding)
    return [coding for coding in fired if not any(_within(coding, other) for other in own[coding.code])]


def _within(coding: Coding, other: Coding) -> bool:
    """Whether every word of `coding` lies within longer evidence of `other`."""
    if coding.span.start < other.span.start or coding.span.end > other.span.end or coding is other:
        return False
    return all(
        any(one.start <= span.start and span.end <= one.end and one != span for one in other.evidence)
        for span in coding.evidence
    )


def _key(rule: CompiledRule) -> Slots:
    """The slots of which one must be there: of the entry with the fewest where all entries are needed."""
    if needed(rule.rule, len(rule.entries)) == len(rule.entries):
        return min(rule.entries, key=len, default=frozenset())
    return frozenset().union(*rule.entries)


def _possible(rule: CompiledRule, present: set[int]) -> bool:
    there = sum(not entry.isdisjoint(present) for entry in rule.entries)
    return there >= needed(rule.rule, len(rule.entries))


def _present(answer: list[Found]) -> dict[tuple[Scope, int], set[int]]:
    """For every stretch of an answer the slots that have a hit."""
    present: dict[tuple[Scope, int], set[int]] = defaultdict(set)
    for sentence in answer:
        for scope, stretch in _STRETCHES.items():
            present[scope, stretch(sentence)].update(sentence.hits)
    return present


def _vetoed(rule: CompiledRule, sentence: Found, present: Mapping[tuple[Scope, int], set[int]]) -> bool:
    return any(not slots.isdisjoint(present[scope, _STRETCHES[scope](sentence)]) for slots, scope in rule.vetoes)


def _codings(rule: CompiledRule, transcript: Transcript, stretch: list[Found]) -> Iterator[Coding]:
    counting = [sentence.counting(rule.slots) for sentence in stretch]
    found = [_hits(counting, slots) for slots in rule.entries]
    evidence = sorted({span for hit in RULES[rule.rule.kind](rule.rule, found) for span in hit.spans})
    if not evidence:
        return
    for _, sentences in groupby(stretch, key=lambda sentence: sentence.turn.number):
        own = [(sentence, span) for sentence in sentences for span in _inside(sentence.segment.span, evidence)]
        if own:
            yield _coding(rule, transcript, own)


def _hits(counting: list[dict[int, list[Hit]]], slots: Slots) -> list[Hit]:
    return sorted({hit for hits in counting for slot, found in hits.items() if slot in slots for hit in found})


def _inside(stretch: Span, evidence: list[Span]) -> list[Span]:
    starts = (bisect_left(evidence, at, key=lambda span: span.start) for at in (stretch.start, stretch.end))
    return evidence[next(starts) : next(starts)]


def _coding(rule: CompiledRule, transcript: Transcript, own: list[tuple[Found, Span]]) -> Coding:
    evidence = _outermost(span for _, span in own)
    first, last = own[0][0], own[-1][0]
    return Coding(
        transcript=transcript.id,
        span=Span(evidence[0].start, max(span.end for span in evidence)),
        turn=first.turn.number,
        first_segment=first.segment.number,
        last_segment=last.segment.number,
        theme=rule.code.theme,
        code=rule.code.id,
        rule=rule.rule.id,
        matched=_matched(transcript.text, evidence),
        evidence=evidence,
        revision=transcript.revision,
    )


def _outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Of spans in order those that lie within no other."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].start == span.start:
            found.pop()
        if not found or span.end > found[-1].end:
            found.append(span)
    return tuple(found)


def _matched(text: str, evidence: tuple[Span, ...]) -> str:
    """The words of `evidence` as written, " ... " between those that do not stand together."""
    parts = [evidence[0]]
    for span in evidence[1:]:
        before = parts[-1]
        if span.start < before.end or _NEXT_TO.fullmatch(text, before.end, span.start):
            parts[-1] = Span(before.start, max(before.end, span.end))
        else:
            parts.append(span)
    return " ... ".join(part.of(text) for part in parts)
