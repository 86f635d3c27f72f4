"""What coders were given to code blind: only ever added to."""

from collections.abc import Iterable

from qualcode.store.connection import Database
from qualcode.store.log import now


class Given(Database):
    """Which sentences were before a coder who saw nobody else's codings, those they left empty included."""

    def add_given(self, coder: str, transcript: str, revision: int, segments: Iterable[int]) -> None:
        """Keeps that these sentences were given, those that are known once."""
        self._write_all(
            "INSERT OR IGNORE INTO given (coder, transcript, revision, segment, time) VALUES (?, ?, ?, ?, ?)",
            [(coder, transcript, revision, one, now()) for one in segments],
        )

    def given(self, coder: str) -> frozenset[tuple[str, int]]:
        """Transcript and number of the sentences that this coder was given, in the latest revisions."""
        query = (
            "SELECT g.transcript, g.segment FROM given g"
            " JOIN transcripts t ON t.id = g.transcript AND t.revision = g.revision WHERE g.coder = ?"
        )
        return frozenset((transcript, segment) for transcript, segment in self._rows(query, coder))
