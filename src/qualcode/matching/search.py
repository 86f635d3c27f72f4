"""Where the terms of a codebook stand in a corpus."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from qualcode.matching.compiled import Slots
from qualcode.matching.corpus import Corpus
from qualcode.matching.hits import Hit, longest, words_between
from qualcode.matching.inflect import bare
from qualcode.matching.lexis import Lexis
from qualcode.matching.lists import OBJECT_WITHIN
from qualcode.matching.patterns import PatternSearch
from qualcode.matching.places import Lookup, Places, merged
from qualcode.matching.terms import Pattern, Step
from qualcode.matching.words import Flags, Numbers

_NONE: Slots = frozenset()


def _unconfirmed(places: Places, _: str) -> Places:
    return places


class Search:
    """The terms of a codebook, by slot, in one corpus. What is asked for is found once, when it is first asked for."""

    def __init__(self, corpus: Corpus, lexis: Lexis) -> None:
        self.corpus = corpus
        self.terms = lexis.terms
        self.confirm: Callable[[Places, str], Places] = _unconfirmed
        """Leaves of some places those that have a part of speech; set by whoever knows the grammar."""
        self._lexis = lexis
        self._patterns = PatternSearch(corpus, lexis.vocabulary)
        self._found: dict[int, Places] = {}
        self._remaining: dict[int, Places] = {}
        self._entries: dict[Slots, Places] = {}
        self._masks: dict[Slots, Flags] = {}
        self._lookups: dict[Slots, Lookup] = {}
        self._actors: dict[int, Places] | None = None

    def unconfirmed(self) -> "Search":
        """The same search with what is otherwise taken away: parts of longer names, other parts of speech."""
        return Search(self.corpus, self._lexis.unconfirmed())

    def mask(self, slots: Slots) -> Flags:
        """For every sentence whether one of `slots` stands in it."""
        if slots not in self._masks:
            mask = np.zeros(len(self.corpus), bool)
            self._entry(slots).mark(mask, self.corpus)
            self._masks[slots] = mask
        return self._masks[slots]

    def forms(self, sentence: int) -> list[str]:
        """The folded words of a sentence."""
        low, high = self.corpus.bounds[sentence]
        return [self._lexis.vocabulary.forms[form] for form in self.corpus.forms[low:high].tolist()]

    def numbers(self, forms: Iterable[str]) -> Numbers:
        """The numbers by which the corpus knows these folded forms."""
        return self._lexis.vocabulary.numbers(forms)

    def words(self, step: Step) -> Flags:
        """For every sentence whether a word that `step` accepts stands in it."""
        mask = np.zeros(len(self.corpus), bool)
        self._patterns.find(Pattern(((step,),))).mark(mask, self.corpus)
        return mask

    def hits(self, slots: Slots, sentence: int) -> list[Hit]:
        """The hits of `slots` in a sentence, each once, in order."""
        return self.lookup(slots).inside(sentence)

    def found(self, slot: int) -> Iterator[tuple[int, Hit]]:
        """Every hit of a slot with its sentence, in order."""
        if slot in self._possible:
            lookup = self.lookup(frozenset((slot,)))
            for sentence in np.flatnonzero(self.mask(frozenset((slot,)))).tolist():
                yield from ((sentence, hit) for hit in lookup.inside(sentence))

    def lookup(self, slots: Slots) -> Lookup:
        """The hits of `slots` by sentence."""
        if slots not in self._lookups:
            self._lookups[slots] = Lookup(self._entry(slots), self.corpus)
        return self._lookups[slots]

    def close(self) -> None:
        """Lets go of whoever knows the grammar, who holds on to this search."""
        self.confirm = _unconfirmed

    def _entry(self, slots: Slots) -> Places:
        """Where any of `slots` stands; their single words are looked for together."""
        if slots not in self._entries:
            words, rest = self._lexis.entry(slots)
            found = [self._patterns.find(Pattern(((step,),))) for step in words]
            found += [self._more_than_words(slot) for slot in rest & self._possible]
            self._entries[slots] = merged(found)
        return self._entries[slots]

    def _more_than_words(self, slot: int) -> Places:
        patterns = self._lexis.remainder.get(slot)
        if patterns is None:
            return self.places(slot)
        if slot not in self._remaining:
            self._remaining[slot] = merged(map(self._patterns.find, patterns))
        return self._remaining[slot]

    @cached_property
    def _possible(self) -> Slots:
        """The slots of terms that begin with some word of the corpus: all others need not be looked for."""
        beginnings = self.terms.beginnings
        found = set(self.terms.anywhere)
        for number in np.unique(self.corpus.forms).tolist():
            form = self._lexis.vocabulary.forms[number]
            found |= beginnings.get(form, _NONE)
            if not form.isascii():
                found |= beginnings.get(bare(form), _NONE)
        return frozenset(found)

    def places(self, slot: int) -> Places:
        """Where the term of a slot stands; an actor's name only where it is no part of a longer one."""
        if slot in self.terms.names:
            if self._actors is None:
                self._actors = self._longest_actors()
            return self._actors.get(slot, Places())
        return self._anywhere(slot)

    def _anywhere(self, slot: int) -> Places:
        if slot not in self._found:
            self._found[slot] = self._find(slot)
        return self._found[slot]

    def _find(self, slot: int) -> Places:
        found = self._untagged(slot)
        return self.confirm(found, self.terms.tagged[slot]) if slot in self.terms.tagged else found

    def _untagged(self, slot: int) -> Places:
        if slot in self.terms.expressions:
            return Places(listed=tuple(self._lexis.expressions.find(slot, self.corpus)))
        if slot in self.terms.verb_objects:
            return self._with_object(*self.terms.verb_objects[slot])
        return merged(map(self._patterns.find, self.terms.patterns[slot]))

    def _with_object(self, verbs: Slots, objects: Slots) -> Places:
        both = np.flatnonzero(self.mask(verbs) & self.mask(objects)).tolist()
        return Places(
            listed=tuple(
                (sentence, hit)
                for sentence in both
                for hit in _with_object(self.hits(verbs, sentence), self.hits(objects, sentence))
            )
        )

    def _longest_actors(self) -> dict[int, Places]:
        """The places of every actor's names, without those that are part of a longer name of any actor."""
        found = {slot: self._anywhere(slot) for slot in sorted(self.terms.names & self._possible)}
        crowded = self._crowded(found.values())
        if not crowded.any():
            return found
        hits: dict[int, list[tuple[int, Hit]]] = defaultdict(list)
        for slot, places in found.items():
            lookup = Lookup(places, self.corpus)
            mask = np.zeros(len(self.corpus), bool)
            places.mark(mask, self.corpus)
            for sentence in np.flatnonzero(mask & crowded).tolist():
                hits[sentence] += [(slot, hit) for hit in lookup.inside(sentence)]
        kept: dict[int, list[tuple[int, Hit]]] = defaultdict(list)
        for sentence, named in hits.items():
            winners = longest(hit for _, hit in named)
            for slot, hit in named:
                if hit in winners:
                    kept[slot].append((sentence, hit))
        return {slot: self._replaced(places, crowded, kept[slot]) for slot, places in found.items()}

    def _crowded(self, found: Iterable[Places]) -> Flags:
        """Sentences in which names of actors overlap, or have several pieces."""
        places = list(found)
        mask = np.zeros(len(self.corpus), bool)
        for one in places:
            for sentence, _ in one.listed:
                mask[sentence] = True
        first = np.concatenate([one.first for one in places]) if places else np.empty(0, np.int32)
        last = np.concatenate([one.last for one in places]) if places else np.empty(0, np.int32)
        order = np.argsort(first, kind="stable")
        first, last = first[order], last[order]
        overlapping = np.maximum.accumulate(last)[:-1] >= first[1:]
        mask[self.corpus.of_word[first[1:][overlapping]]] = True
        return mask

    def _replaced(self, places: Places, crowded: Flags, kept: Sequence[tuple[int, Hit]]) -> Places:
        calm = ~crowded[self.corpus.of_word[places.first]]
        return Places(places.first[calm], places.last[calm], tuple(kept))


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
