"""What was read from the grammar of a study's interviews before, kept in its cache."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from qualcode.matching import ENGINE_VERSION, WORDS_RULES, Memory
from qualcode.store import Cache, Store
from qualcode.text import PARSE_RULES, weights_hash


@dataclass(frozen=True)
class Memories:
    """Memories of a study's interviews, for a codebook whose actors and actions `lists` stands for."""

    store: Store
    cache: Cache
    lists: str

    def recall(self, states: Mapping[str, str]) -> dict[str, Memory]:
        """What is remembered of interviews in a certain state."""
        kept = self.cache.kept([self._key(id_) for id_ in states])
        return {id_: self._memory(state, kept.get(self._key(id_))) for id_, state in states.items()}

    def keep(self, memories: Mapping[str, Memory], *, whole: bool) -> None:
        """Keeps what is new in them; `whole` says that all codes asked, so that what none asked for can go."""
        new = {self._key(id_): memory for id_, memory in memories.items() if memory.worth_keeping}
        self.cache.keep((key, memory.pack(whole=whole)) for key, memory in new.items())

    def _memory(self, state: str, packed: bytes | None) -> Memory:
        full = f"{self._versions}/{state}"
        return Memory(full, self.lists) if packed is None else Memory.unpack(packed, full, self.lists)

    def _key(self, id_: str) -> str:
        return f"{self._identity}/readings/{id_}"

    @cached_property
    def _identity(self) -> str:
        return self.store.identity()

    @cached_property
    def _versions(self) -> str:
        return f"{ENGINE_VERSION}/{WORDS_RULES}/{PARSE_RULES}/{weights_hash()}"
