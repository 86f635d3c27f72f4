"""What people decided: only ever added to."""

from collections.abc import Iterable, Iterator

from qualcode.model.decision import Decision
from qualcode.model.decision_json import from_json, to_json
from qualcode.store.connection import Database


class Decisions(Database):
    """The decisions of a study, in the order in which they came in."""

    def add_decisions(self, decisions: Iterable[Decision]) -> int:
        """Keeps decisions, those it has already once; how many are new."""
        statement = "INSERT OR IGNORE INTO decisions (id, transcript, coder, content) VALUES (?, ?, ?, ?)"
        return sum(self._write(statement, one.id, one.passage.transcript, one.coder, to_json(one)) for one in decisions)

    def decisions(self, transcript: str | None = None) -> Iterator[Decision]:
        """Every decision, or those on one transcript, the earliest first."""
        where = "" if transcript is None else " WHERE transcript = ?"
        values = () if transcript is None else (transcript,)
        query = f"SELECT content FROM decisions{where} ORDER BY number"  # noqa: S608 - no word of a user's
        for (content,) in self._stream(query, *values):
            yield from_json(content)

    def decisions_by(self, coder: str) -> list[Decision]:
        """The decisions of one coder, the last first."""
        query = "SELECT content FROM decisions WHERE coder = ? ORDER BY number DESC"
        return [from_json(content) for (content,) in self._stream(query, coder)]

    def decided_transcripts(self) -> frozenset[str]:
        """The transcripts that somebody has decided something about."""
        return frozenset(id_ for (id_,) in self._rows("SELECT DISTINCT transcript FROM decisions"))

    def coders(self) -> tuple[str, ...]:
        """Whoever has decided something, in order of name."""
        return tuple(name for (name,) in self._rows("SELECT DISTINCT coder FROM decisions ORDER BY coder"))
