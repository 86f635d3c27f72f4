"""Parses kept while a command runs, so that no sentence is parsed twice in it."""

from collections.abc import Sequence

from qualcode.model.parse import Parse


class RecentParses:
    """A parse cache in memory, for work that is stored nowhere."""

    def __init__(self) -> None:
        self._parses: dict[str, Parse] = {}

    def get(self, texts: Sequence[str]) -> list[Parse | None]:
        """For each text its parse, None where there is none yet."""
        return [self._parses.get(text) for text in texts]

    def put(self, parses: Sequence[Parse]) -> None:
        """Keeps these."""
        self._parses.update({parse.text: parse for parse in parses})
