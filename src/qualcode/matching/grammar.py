"""The grammar of a corpus: which of its sentences are parsed, and the events they tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import numpy as np

from qualcode.matching.compiled import Compiled, Slots
from qualcode.matching.events import find_events
from qualcode.matching.events.event import Context, Earlier, Event, Mention, Stretch, Trigger
from qualcode.matching.hits import Hit
from qualcode.matching.memory import Memory
from qualcode.matching.places import Lookup, Places
from qualcode.matching.repair import repaired
from qualcode.matching.search import Search
from qualcode.matching.tree import Tree
from qualcode.matching.words import Flags
from qualcode.text import Parser, parses

_EARLIER = 4
"""How many sentences before may hold what a pronoun refers to."""
_QUOTES = str.maketrans({"“": '"', "„": '"', "”": '"', "«": '"', "»": '"'})


class Grammar:
    """Parses of sentences of one corpus, made in batches, and what is read from them."""

    def __init__(
        self, search: Search, compiled: Compiled, parser: Parser, *, memories: Mapping[str, Memory] | None = None
    ) -> None:
        self._search = search
        self._corpus = search.corpus
        self._compiled = compiled
        self._parser = parser
        self._memories = memories or {}
        self._trees: dict[int, Tree] = {}
        self._acts: dict[str, Flags] = {}
        self._events: dict[int, tuple[Event, ...]] = {}
        self._mentioned: Mapping[int, tuple[Mention, ...]] | None = None
        self._first_person = {
            kind: name for name, actor in sorted(compiled.codebook.actors.items()) for kind in actor.first_person
        }
        search.confirm = self._confirmed
        self._collective = frozenset(actor.name for actor in compiled.codebook.actors.values() if actor.collective)

    def readable(self, sentence: int) -> bool:
        """Whether there is a parser for the language of a sentence."""
        language = self._corpus.sentence(sentence).interview.language
        return parses(self._compiled.codebook.language) and parses(language or "en")

    def read(self, sentences: Iterable[int]) -> None:
        """Parses these sentences in one go, unless they are."""
        missing = [one for one in sentences if one not in self._trees and self.readable(one)]
        texts = [self._corpus.sentence(one).text for one in missing]
        trees: dict[str, Tree] = {}
        for one, parse in zip(missing, self._parser.parse(texts), strict=True):
            if parse.text not in trees:
                trees[parse.text] = Tree(repaired(parse), self._said(one))
            self._trees[one] = trees[parse.text]

    def read_events(self, sentences: Iterable[int]) -> None:
        """Parses in one go what the events of these sentences need."""
        self.read([one for one in sentences if not self._remembers(one)])

    def memory(self, sentence: int) -> Memory | None:
        """What was read before of the interview of a sentence."""
        return self._memories.get(self._corpus.sentence(sentence).interview.id)

    def tree(self, sentence: int) -> Tree | None:
        """The grammar of a sentence, None where its language has no parser."""
        if sentence not in self._trees:
            self.read((sentence,))
        return self._trees.get(sentence)

    @property
    def parsed(self) -> int:
        """How many sentences needed their grammar so far."""
        return len(self._trees)

    def context(self, sentence: int) -> Context:
        """What the events of a sentence need to know beyond it."""
        turn = self._corpus.turn
        earlier = []
        for before in range(sentence - 1, max(-1, sentence - 1 - _EARLIER), -1):
            if turn[before] != turn[sentence]:
                break
            earlier.append(Earlier(self._corpus.sentence(before).text, self.mentions(before)))
        after = sentence + 1
        follows = after < len(self._corpus) and turn[after] == turn[sentence]
        own = self._corpus.sentence(sentence)
        said = own.interview.text[own.turn.span.start : own.start].translate(_QUOTES)
        return Context(
            first_person=self.first_person(sentence),
            affected=frozenset(self._first_person.values()),
            collective=self._collective,
            earlier=tuple(earlier),
            later=Earlier(self._corpus.sentence(after).text, self.mentions(after)) if follows else None,
            quoting=said.count('"') % 2 == 1,
        )

    def first_person(self, sentence: int) -> str:
        """The actor that "we" means in a sentence, "" where it means none of the codebook's."""
        return self._first_person.get(self._corpus.sentence(sentence).respondent_type, "")

    def acts(self, name: str) -> Flags:
        """For every sentence whether it may express an action: with a noun, or a verb and the object it needs."""
        if name not in self._acts:
            action = self._compiled.terms.actions[name]
            mask = self._search.mask(action.nouns).copy()
            for verbs, objects in action.verbs:
                there = self._search.mask(verbs)
                mask |= there if objects is None else there & self._search.mask(objects)
            self._acts[name] = mask
        return self._acts[name]

    @cached_property
    def acting(self) -> Flags:
        """For every sentence whether it may express any action."""
        mask = np.zeros(len(self._corpus), bool)
        for name in self._compiled.terms.actions:
            mask |= self.acts(name)
        return mask

    def events(self, sentence: int) -> tuple[Event, ...]:
        """The events that a sentence tells."""
        if sentence not in self._events:
            self._events[sentence] = self._recalled_events(sentence)
        return self._events[sentence]

    def _remembers(self, sentence: int) -> bool:
        memory = self.memory(sentence)
        return memory is not None and memory.knows_events(self._corpus.sentence(sentence).start)

    def _recalled_events(self, sentence: int) -> tuple[Event, ...]:
        memory = self.memory(sentence)
        if memory is None or not self.readable(sentence):
            return self._told_events(sentence)
        at = self._corpus.sentence(sentence).start
        events = memory.events(at)
        if events is None:
            events = self._told_events(sentence)
            memory.keep_events(at, events)
        return events

    def _told_events(self, sentence: int) -> tuple[Event, ...]:
        tree = self.tree(sentence)
        if tree is None:
            return ()
        triggers = [one for one in self.triggers(sentence) if one.objects != ()]
        if not triggers:
            return ()
        found = find_events(tree, self.mentions(sentence), triggers, self.context(sentence))
        return tuple(replace(event, words=event_words(event, triggers)) for event in found)

    def triggers(self, sentence: int) -> tuple[Trigger, ...]:
        """The words of a sentence that may express an action, verbs without the object they need among them."""
        found: set[Trigger] = set()
        for action in self._compiled.terms.actions.values():
            for verbs, objects in action.verbs:
                there = self._stretches(verbs, sentence)
                needed = tuple(self._stretches(objects, sentence)) if there and objects is not None else None
                found |= {Trigger(*one, action.name, noun=False, objects=needed) for one in there}
            found |= {Trigger(*one, action.name, noun=True) for one in self._stretches(action.nouns, sentence)}
        return tuple(sorted(found, key=lambda trigger: trigger[:4]))

    def mentions(self, sentence: int) -> tuple[Mention, ...]:
        """The actors that a sentence names."""
        if self._mentioned is None:
            self._mentioned = self._all_mentions()
        return self._mentioned.get(sentence, ())

    def _confirmed(self, places: Places, part: str) -> Places:
        """Of some places those whose first word has a part of speech; names count as nouns."""
        mask = np.zeros(len(self._corpus), bool)
        places.mark(mask, self._corpus)
        sentences = np.flatnonzero(mask).tolist()
        self.read(sentences)
        lookup = Lookup(places, self._corpus)
        parts = ("NOUN", "PROPN") if part == "NOUN" else ("VERB", "AUX") if part == "VERB" else (part,)
        kept = [(one, hit) for one in sentences for hit in lookup.inside(one) if self._part(one, hit) in parts]
        return Places(listed=tuple(kept))

    def _part(self, sentence: int, hit: Hit) -> str:
        tree = self.tree(sentence)
        begin = self._corpus.sentence(sentence).start
        words = tree.at(hit.spans[0][0] - begin, hit.spans[0][1] - begin) if tree is not None else ()
        return tree.pos(words[0]) if tree is not None and words else ""

    def _all_mentions(self) -> Mapping[int, tuple[Mention, ...]]:
        found: dict[int, set[Mention]] = defaultdict(set)
        for actor in self._compiled.terms.actors:
            for slots, generic in ((actor.terms, False), (actor.generic, True)):
                for sentence in np.flatnonzero(self._search.mask(slots)).tolist():
                    for start, end in self._stretches(slots, sentence):
                        found[sentence].add(Mention(start, end, actor.name, generic))
        return {sentence: tuple(sorted(mentions)) for sentence, mentions in found.items()}

    def _stretches(self, slots: Slots, sentence: int) -> list[Stretch]:
        """Where hits of `slots` stand, from the begin of their sentence."""
        if not self._search.mask(slots)[sentence]:
            return []
        begin = self._corpus.sentence(sentence).start
        hits = self._search.hits(slots, sentence)
        return [(hit.spans[0][0] - begin, hit.spans[-1][1] - begin) for hit in hits if self._whole(hit, sentence)]

    def _whole(self, hit: Hit, sentence: int) -> bool:
        """Whether no other verb stands between the pieces of a hit: "pushed us and came back" is no push back."""
        if len(hit.spans) == 1:
            return True
        tree, begin = self.tree(sentence), self._corpus.sentence(sentence).start
        between = tree.at(hit.spans[0][1] - begin, hit.spans[-1][0] - begin) if tree is not None else ()
        return tree is None or not any(tree.tags[at].startswith("V") for at in between)

    def _said(self, sentence: int) -> tuple[str, ...]:
        return tuple(self._search.forms(sentence))


def event_words(event: Event, triggers: Iterable[Trigger]) -> tuple[Stretch, ...]:
    """The stretches of an event's action, agent and target, and of the object that its verb needed, in order."""
    stretches = {span for span in (event.span, event.agent.span, event.target.span) if span is not None}
    for trigger in triggers:
        if (trigger.start, trigger.end) == event.span and trigger.action == event.action and trigger.objects:
            after = [one for one in trigger.objects if one[0] >= trigger.end]
            stretches.add(min(after) if after else max(trigger.objects))
    return tuple(sorted(stretches))
