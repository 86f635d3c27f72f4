"""Interviews as the matching engine reads them: words from the cache where it has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qualcode.matching import WORDS_RULES, Interview, Words, words_of
from qualcode.model.coding import Spoken
from qualcode.model.respondent import Consent
from qualcode.store import Cache, Store


@dataclass(frozen=True)
class Interviews:
    """Reads interviews of a study. Nobody's words are read who has withdrawn."""

    store: Store
    cache: Cache | None

    def read(self, ids: Sequence[str]) -> list[Interview]:
        """The interviews with these ids, in this order."""
        spoken = {one.id: one for one in self.store.spoken(ids)}
        kept = self.cache.kept([self.key(one) for one in spoken.values()]) if self.cache else {}
        made: dict[str, bytes] = {}
        found = []
        for id_ in ids:
            key = self.key(spoken[id_])
            if key in kept:
                words = Words.unpack(kept[key])
            else:
                words = words_of(self.store.transcript(id_))
                made[key] = words.pack()
            found.append(self._interview(spoken[id_], words))
        if self.cache and made:
            self.cache.keep(made.items())
        return found

    def key(self, spoken: Spoken) -> str:
        """What an interview's words are kept by: text and sentences of a revision never change."""
        return f"{self._identity}/{WORDS_RULES}/{spoken.id}/{spoken.revision}"

    def _interview(self, spoken: Spoken, words: Words) -> Interview:
        gone = self._withdrawn
        turns = tuple(replace(one, respondent=None) if one.respondent in gone else one for one in spoken.turns)
        return Interview(spoken.id, spoken.revision, spoken.text, turns, words, self._types, spoken.language)

    @cached_property
    def _identity(self) -> str:
        return self.store.identity()

    @cached_property
    def _types(self) -> Mapping[str, str]:
        return self.store.respondent_types()

    @cached_property
    def _withdrawn(self) -> frozenset[str]:
        return frozenset(one.id for one in self.store.respondents() if one.consent is Consent.WITHDRAWN)
