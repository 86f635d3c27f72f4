"""What a rule of words lacks where it does not fire: a word, a number of them, or their nearness."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qualcode.matching.compiled import CompiledRule, Slots
from qualcode.matching.hits import Hit, words_between
from qualcode.matching.room import Room
from qualcode.matching.rules import RULES, needed
from qualcode.model.codebook import RuleKind
from qualcode.model.term import Term, TermKind
from qualcode.model.trace import Found
from qualcode.model.transcript import Span

_LONG = 40
"""As many characters of a term are shown."""
_LISTS = (TermKind.SET, TermKind.ACTOR, TermKind.ACTION)


class MissingWords:
    """Looks for what rules of words lack in one corpus."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._search = room.search
        self._unconfirmed = room.search.unconfirmed()
        terms = room.search.terms
        self._conditional = terms.names | terms.tagged.keys() | terms.verb_objects.keys()
        """Slots of terms that need more than their words: no longer name around, a part of speech, an object."""

    def found(self, rule: CompiledRule, sentences: Sequence[int]) -> tuple[Found, ...]:
        """The words that a rule looks for and that stand in these sentences, entry by entry."""
        parts = [term.notation for term in rule.rule.terms] if len(rule.entries) == len(rule.rule.terms) else []
        found: dict[tuple[str, Hit], int] = {}
        for number, entry in enumerate(rule.entries):
            part = parts[number] if parts else rule.rule.kind.value
            for one in sentences:
                found |= {(part, hit): one for hit in self._hits(entry, one)}
        return tuple(Found(part, self._words(hit, one), _span(hit)) for (part, hit), one in found.items())

    def nearness(self, rule: CompiledRule, sentences: Sequence[int]) -> float:
        """How many of the entries that a rule needs stand in these sentences, from 0, none, to 1, all of them."""
        there = sum(any(self._hits(entry, one) for one in sentences) for entry in rule.entries)
        return min(1.0, there / needed(rule.rule, len(rule.entries)))

    def lack(self, rule: CompiledRule, sentences: Sequence[int]) -> str:
        """The first thing that a rule misses in these sentences, "" where it has all that it asks for."""
        hits = [[hit for one in sentences for hit in self._hits(entry, one)] for entry in rule.sought]
        if rule.rule.kind is RuleKind.ANY and not any(hits):
            return self._none(rule, sentences)
        if rule.rule.kind is RuleKind.AT_LEAST and sum(map(bool, hits)) < rule.rule.count:
            return self._too_few(rule, hits, sentences)
        if rule.rule.kind in (RuleKind.ALL, RuleKind.NEAR) and not all(hits):
            return self._absent(rule, next(number for number, own in enumerate(hits) if not own), sentences)
        counting = self._room.book.counting(rule, list(sentences))
        if RULES[rule.rule.kind](rule.rule, counting):
            return ""
        swallowed = next((own[0] for own, kept in zip(hits, counting, strict=True) if own and not kept), None)
        if swallowed is not None:
            return f"{self._quoted(swallowed, sentences)} is part of a longer term of the same rule"
        return self._too_far(rule, counting, sentences)

    def _hits(self, slots: Slots, sentence: int) -> list[Hit]:
        return self._search.hits(slots, sentence) if self._search.mask(slots)[sentence] else []

    def _none(self, rule: CompiledRule, sentences: Sequence[int]) -> str:
        if len(rule.entries) == 1:
            return self._absent(rule, 0, sentences)
        near_misses = (self._near_miss(entry, sentences) for entry in rule.entries)
        return next(filter(None, near_misses), f"none of its {len(rule.entries)} terms stands in the {rule.rule.scope}")

    def _absent(self, rule: CompiledRule, number: int, sentences: Sequence[int]) -> str:
        term = rule.rule.terms[number]
        entry, alone = _named(term), len(rule.entries) == 1
        reason = self._near_miss(rule.entries[number], sentences)
        if reason:
            return f"{reason}; the rule asks for {entry}"
        if term.kind not in _LISTS:
            return f"{entry if alone else f'{entry} (entry {number + 1})'} does not stand in the {rule.rule.scope}"
        return f"no word of {entry if alone else f'entry {number + 1} ({entry})'} stands in the {rule.rule.scope}"

    def _near_miss(self, slots: Slots, sentences: Sequence[int]) -> str:
        """Why words that would do were not taken, "" where there are none."""
        terms = self._search.terms
        for slot in sorted(slots & self._conditional):
            for one in sentences:
                words = terms.verb_objects[slot][0] if slot in terms.verb_objects else frozenset((slot,))
                raw = self._unconfirmed.hits(words, one) if self._unconfirmed.mask(words)[one] else []
                if raw:
                    return f"{self._quoted(raw[0], [one])} {self._untaken(slot, one, raw[0])}"
        return ""

    def _untaken(self, slot: int, sentence: int, hit: Hit) -> str:
        if slot in self._search.terms.verb_objects:
            return "stands near none of its objects"
        if slot in self._search.terms.tagged:
            return f"is read as {self._part(sentence, hit)} here"
        return f"is part of a longer name, {self._longer(sentence, hit)}"

    def _part(self, sentence: int, hit: Hit) -> str:
        tree = self._room.grammar.tree(sentence)
        begin = self._room.corpus.sentence(sentence).start
        words = tree.at(hit.spans[0][0] - begin, hit.spans[0][1] - begin) if tree is not None else ()
        return tree.pos(words[0]) if tree is not None and words else "nothing"

    def _longer(self, sentence: int, hit: Hit) -> str:
        for actor in self._search.terms.actors:
            for other in self._hits(actor.terms | actor.generic, sentence):
                if other.first <= hit.first and hit.last <= other.last:
                    return f"{self._quoted(other, [sentence])} ({actor.name})"
        return "of another actor"

    def _too_few(self, rule: CompiledRule, hits: Sequence[Sequence[Hit]], sentences: Sequence[int]) -> str:
        there = [self._quoted(own[0], sentences) for own in hits if own]
        count = f"{len(there)} of {rule.rule.count} different terms stand in the {rule.rule.scope}"
        return f"{count}: {', '.join(there)}" if there else count.replace(str(len(there)), "none", 1)

    def _too_far(self, rule: CompiledRule, hits: Sequence[Sequence[Hit]], sentences: Sequence[int]) -> str:
        """By how much the entries of a `near` rule miss each other."""
        asked = rule.rule
        farthest = max(own[-1].last for own in hits) - min(own[0].first for own in hits)
        for within in range(asked.within + 1, farthest + 1):
            chain = RULES[asked.kind](replace(asked, within=within), hits)
            if chain:
                one, other = max(pairwise(sorted(chain)), key=lambda pair: words_between(*pair))
                between = f"{self._quoted(one, sentences)} and {self._quoted(other, sentences)}"
                stand = "1 word stands" if within == 1 else f"{within} words stand"
                return f"{stand} between {between}, {asked.within} {'is' if asked.within == 1 else 'are'} allowed"
        if asked.ordered and RULES[asked.kind](replace(asked, within=farthest, ordered=False), hits):
            order = ", then ".join(_named(term) for term in asked.terms)
            return f"its words stand in another order; the rule asks for {order}"
        return "the same words cannot stand for two of its entries"

    def _quoted(self, hit: Hit, sentences: Sequence[int]) -> str:
        return f'"{self._words(hit, sentences[0])}"'

    def _words(self, hit: Hit, sentence: int) -> str:
        text = self._room.corpus.sentence(sentence).interview.text
        return " ... ".join(text[start:end] for start, end in hit.spans)


def _named(term: Term) -> str:
    """A term as written, a long one cut short."""
    written = term.notation if len(term.notation) <= _LONG else f"{term.notation[:_LONG]}..."
    return written if term.kind in _LISTS else f'"{written}"'


def _span(hit: Hit) -> Span:
    return Span(hit.spans[0][0], hit.spans[-1][1])
