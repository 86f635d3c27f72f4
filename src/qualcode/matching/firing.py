"""From the words found in a corpus to the rules that fire on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np

from qualcode.matching.compiled import CompiledRule
from qualcode.matching.corpus import Corpus
from qualcode.matching.events.event import Event
from qualcode.matching.grammar import Grammar
from qualcode.matching.hits import Hit, longest
from qualcode.matching.rules import RULES, needed
from qualcode.matching.search import Search
from qualcode.matching.tokenpatterns import TokenPatterns
from qualcode.matching.words import Flags, Numbers
from qualcode.model.codebook import RuleKind, Scope

Evidence = tuple[tuple[int, int], ...]
"""Where the words that made a rule fire stand in the text of their interview, in order, none within another."""


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that fires on sentences of one turn: those with its first and last words, and all its words."""

    rule: CompiledRule
    first: int
    last: int
    evidence: Evidence
    event: Event | None = None


class RuleBook:
    """The rules of a codebook in one corpus."""

    def __init__(self, search: Search, grammar: Grammar) -> None:
        self._search = search
        self._grammar = grammar
        self._corpus = search.corpus
        self._patterns = TokenPatterns(search, grammar)

    def firings(self, rules: Iterable[CompiledRule]) -> Iterator[Firing]:
        """Where each of `rules` fires, before rules of a code compete; question rules do nothing here."""
        listed = list(rules)
        self._grammar.read_events(self._to_parse(listed))
        for rule in listed:
            if rule.rule.kind is RuleKind.EVENT:
                yield from self._events(rule)
            elif rule.rule.kind is RuleKind.PATTERN:
                yield from self._token_patterns(rule)
            elif rule.rule.kind in RULES:
                yield from self._lexical(rule)

    def allowed(self, rule: CompiledRule) -> Flags:
        """The sentences that a rule may fire on: of its code's speakers, without what vetoes it."""
        mask = self._of_speakers(rule.code.speakers)
        for slots, scope in rule.vetoes:
            vetoed = self._search.mask(slots)
            if scope is not Scope.SENTENCE:
                vetoed = _spread(vetoed, self._numbers(scope))
            mask = mask & ~vetoed
        return mask

    def mentioned(self, rule: CompiledRule) -> Flags:
        """The sentences in which a term of a rule stands."""
        return self._search.mask(rule.slots)

    def event_sentences(self, rule: CompiledRule) -> Flags:
        """The sentences with words that may express an action of an event rule."""
        mask = np.zeros(len(self._corpus), bool)
        for name in rule.rule.event.actions if rule.rule.event else ():
            mask |= self._grammar.acts(name)
        return mask

    def _to_parse(self, rules: Iterable[CompiledRule]) -> list[int]:
        mask = np.zeros(len(self._corpus), bool)
        for rule in rules:
            if rule.rule.kind is RuleKind.EVENT:
                mask |= self.event_sentences(rule) & self.allowed(rule)
        found: list[int] = np.flatnonzero(mask).tolist()
        return found

    def _of_speakers(self, speakers: Sequence[str]) -> Flags:
        if not speakers:
            return np.ones(len(self._corpus), bool)
        return np.array([one.respondent_type in speakers for one in self._corpus.sentences()], bool)

    def _numbers(self, scope: Scope) -> Numbers:
        return self._corpus.turn if scope is Scope.TURN else self._corpus.answer

    def _events(self, rule: CompiledRule) -> Iterator[Firing]:
        for sentence in np.flatnonzero(self.event_sentences(rule) & self.allowed(rule)).tolist():
            begin = self._corpus.sentence(sentence).start
            for event in self._grammar.events(sentence):
                if event_fits(rule, event):
                    evidence = outermost((begin + start, begin + end) for start, end in event.words)
                    yield Firing(rule, sentence, sentence, evidence, event)

    def _token_patterns(self, rule: CompiledRule) -> Iterator[Firing]:
        for sentence, spans in self._patterns.find(rule.rule, self.allowed(rule)):
            yield Firing(rule, sentence, sentence, outermost(spans))

    def _lexical(self, rule: CompiledRule) -> Iterator[Firing]:
        masks = [self._search.mask(one) for one in rule.sought]
        if sum(bool(mask.any()) for mask in masks) < needed(rule.rule, len(masks)):
            return
        if rule.rule.scope is Scope.SENTENCE:
            wanted = _enough(rule, masks)
            for sentence in np.flatnonzero(wanted & self.allowed(rule)).tolist() if wanted.any() else ():
                hits = RULES[rule.rule.kind](rule.rule, self.counting(rule, [sentence]))
                if hits:
                    yield Firing(rule, sentence, sentence, _evidence(hits))
            return
        allowed, numbers = self.allowed(rule), self._numbers(rule.rule.scope)
        wanted = _enough(rule, [_gathered(allowed & mask, numbers) for mask in masks])
        sentences: dict[int, list[int]] = defaultdict(list)
        for sentence in np.flatnonzero(allowed & wanted[numbers] & self._search.mask(rule.slots)).tolist():
            sentences[int(numbers[sentence])].append(sentence)
        for stretch in sentences.values():
            yield from self._stretch(rule, stretch)

    def _stretch(self, rule: CompiledRule, stretch: list[int]) -> Iterator[Firing]:
        """What a rule makes of sentences that it takes together: a firing for each turn."""
        found = self.counting(rule, stretch)
        hits = RULES[rule.rule.kind](rule.rule, found)
        if not hits:
            return
        owner = _sentence_of(hits, self._corpus, stretch)
        for _, group in groupby(
            sorted(zip(owner, hits, strict=True)), key=lambda pair: int(self._corpus.turn[pair[0]])
        ):
            own = list(group)
            yield Firing(rule, own[0][0], own[-1][0], _evidence([hit for _, hit in own]))

    def counting(self, rule: CompiledRule, stretch: list[int]) -> list[list[Hit]]:
        """For every entry that is sought its hits in `stretch`; where words of a rule overlap, only the longest."""
        if len(stretch) == 1:
            found = [self._search.hits(entry, stretch[0]) for entry in rule.sought]
        else:
            found = [[hit for one in stretch for hit in self._search.hits(entry, one)] for entry in rule.sought]
        if sum(map(len, found)) < 2:
            return found
        every = sorted({hit for hits in found for hit in hits})
        if any(later.spans[0][0] < earlier.spans[-1][1] for earlier, later in pairwise(every)):
            kept = longest(every)
            found = [[hit for hit in hits if hit in kept] for hits in found]
        return found


def _evidence(hits: Sequence[Hit]) -> Evidence:
    if len(hits) == 1 and len(hits[0].spans) == 1:
        return hits[0].spans
    return outermost(sorted({span for hit in hits for span in hit.spans}))


def _enough(rule: CompiledRule, masks: Sequence[Flags]) -> Flags:
    """Where as many entries occur as the rule cannot do without."""
    least = needed(rule.rule, len(masks))
    if len(masks) == 1:
        return masks[0]
    together: Flags = np.logical_and.reduce(masks) if least == len(masks) else np.sum(masks, axis=0) >= least
    return together


def event_fits(rule: CompiledRule, event: Event) -> bool:
    """Whether an event is what an event rule asks for; its agent, where it names none, is the code's perpetrator."""
    asked = rule.rule.event
    if asked is None or event.action not in asked.actions:
        return False
    agents = asked.agents or ((rule.code.perpetrator,) if rule.code.perpetrator else ())
    if agents and event.agent.actor not in agents:
        return False
    return not asked.targets or event.target.actor in asked.targets


def outermost(spans: Iterable[tuple[int, int]]) -> Evidence:
    """Of spans in order those that lie within no other."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and found[-1][0] == span[0]:
            found.pop()
        if not found or span[1] > found[-1][1]:
            found.append(span)
    return tuple(found)


def longest_of_code(firings: Iterable[Firing], corpus: Corpus) -> list[Firing]:
    """The overlap policy within a code: of firings that share words one counts.

    An event counts before words that hold its action, longer words before shorter ones, and of equal ones those of the
    rule whose id comes first. Two events are two, unless one lies within words of the other. Rules compete only once
    they have fired: a longer term of a rule that did not fire hides nothing.
    """
    own: dict[tuple[str, int], list[Firing]] = defaultdict(list)
    for firing in firings:
        own[firing.rule.code.id, int(corpus.turn[firing.first])].append(firing)
    return [one for rivals in own.values() for one in _preferred(rivals, corpus)]


def _preferred(rivals: Sequence[Firing], corpus: Corpus) -> list[Firing]:
    if len(rivals) == 1:
        return list(rivals)
    events = [one for one in rivals if one.event is not None]
    kept = [one for one in events if not any(_hides(other, one) for other in events)]
    actions = [_action(one, corpus) for one in kept]
    for firing in sorted((one for one in rivals if one.event is None), key=_rank):
        acts = any(_meets(firing.evidence, (action,)) for action in actions)
        if not acts and not any(_stands_for(other, firing) for other in kept if other.event is None):
            kept.append(firing)
    return kept


def _hides(other: Firing, event: Firing) -> bool:
    """Whether an event lies within the words of `other`, which is to be preferred."""
    if other is event or not _within(event.evidence, other.evidence):
        return False
    if event.evidence == other.evidence:
        return _place(other) < _place(event)
    return _same_act(other, event) or set(event.evidence).isdisjoint(other.evidence)


def _same_act(one: Firing, other: Firing) -> bool:
    """Whether two firings are one event whose action has a shorter and a longer name: "bring", "bring ... back"."""
    if one.event is None or other.event is None:
        return False
    parties = [(event.at, event.agent.actor, event.target.actor) for event in (one.event, other.event)]
    return parties[0] == parties[1]


def _stands_for(other: Firing, firing: Firing) -> bool:
    """Whether preferred words stand for those of `firing` too: they share some, or over several sentences hold all."""
    if other.first == other.last and firing.first == firing.last:
        return _meets(firing.evidence, other.evidence)
    return _within(firing.evidence, other.evidence)


def _action(firing: Firing, corpus: Corpus) -> tuple[int, int]:
    """Where the action of an event stands in the text of its interview."""
    begin = corpus.sentence(firing.first).start
    start, end = firing.event.span if firing.event else (0, 0)
    return begin + start, begin + end


def _meets(one: Evidence, other: Evidence) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _within(one: Evidence, other: Evidence) -> bool:
    return all(any(first <= start and end <= last for first, last in other) for start, end in one)


def _rank(firing: Firing) -> tuple[int, str, Evidence]:
    """The order in which firings of words are preferred: the longest first."""
    return (-sum(end - start for start, end in firing.evidence), firing.rule.rule.id, firing.evidence)


def _place(firing: Firing) -> tuple[str, int]:
    """The order of events on the same words."""
    return (firing.rule.rule.id, firing.event.at if firing.event else 0)


def _sentence_of(hits: Sequence[Hit], corpus: Corpus, stretch: Sequence[int]) -> list[int]:
    """For every hit its sentence; a regular expression may cover no word of it."""
    if len(stretch) == 1:
        return [stretch[0]] * len(hits)
    starts = [corpus.sentence(one).start for one in stretch]
    return [stretch[int(np.searchsorted(starts, hit.spans[0][0], side="right")) - 1] for hit in hits]


def _gathered(mask: Flags, numbers: Numbers) -> Flags:
    """For every turn or answer whether one of its sentences is in `mask`."""
    found = np.zeros(int(numbers.max(initial=-1)) + 1, bool)
    found[numbers[mask]] = True
    return found


def _spread(mask: Flags, numbers: Numbers) -> Flags:
    """`mask` widened to whole turns or answers."""
    spread: Flags = _gathered(mask, numbers)[numbers]
    return spread
