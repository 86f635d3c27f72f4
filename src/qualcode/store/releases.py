"""What was published before: numbers that a reader may set beside those of the next release."""

import json
from collections.abc import Iterator, Sequence

from qualcode.store.connection import Database
from qualcode.store.log import now

PublishedCount = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What is counted, everybody whom the number could count, and whom it does, as respondents' ids."""


class Releases(Database):
    """The numbers of every release of a study. They hold respondents' ids and never leave it."""

    def add_release(self, file: str, counts: Sequence[PublishedCount]) -> None:
        """Keeps the numbers that were published in a file of this name."""
        self._write("INSERT INTO releases (time, file, counts) VALUES (?, ?, ?)", now(), file, json.dumps(counts))

    def published_counts(self) -> Iterator[PublishedCount]:
        """Every number of every release, the oldest first; equal ones once."""
        seen: set[PublishedCount] = set()
        for (stored,) in self._rows("SELECT counts FROM releases ORDER BY number"):
            for row, group, speakers in json.loads(stored):
                count = (row, tuple(group), tuple(speakers))
                if count not in seen:
                    seen.add(count)
                    yield count
