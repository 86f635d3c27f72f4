"""The audit log: what was done to the study and when, never changed afterwards."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from qualcode.store.connection import Database


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that was done. `time` is UTC in ISO 8601."""

    number: int
    time: str
    action: str
    details: Mapping[str, str | int] = field(default_factory=dict)


class Log(Database):
    """The audit log of a study."""

    def log(self, action: str, /, **details: str | int) -> None:
        """Adds an entry; `details` hold ids and numbers, never anybody's words."""
        self._write("INSERT INTO log (time, action, details) VALUES (?, ?, ?)", now(), action, json.dumps(details))

    def entries(self) -> Iterator[LogEntry]:
        """Every entry, the oldest first."""
        for number, time, action, details in self._stream("SELECT number, time, action, details FROM log ORDER BY 1"):
            yield LogEntry(number, time, action, json.loads(details))

    def last(self, *actions: str) -> int:
        """The number of the latest entry of any of `actions`, 0 where there is none."""
        latest = dict(self._rows("SELECT action, max(number) FROM log GROUP BY action"))
        return max((int(latest.get(action, 0)) for action in actions), default=0)


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
