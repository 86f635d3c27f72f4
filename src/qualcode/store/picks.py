"""Passages that were picked for the report."""

from collections.abc import Iterator

from qualcode.store.connection import Database
from qualcode.store.log import now

PickRow = tuple[str, str, str, str, str, str, str, str]
"""Segment, respondent, words, label, verbatim, section, code, memo."""


class Picks(Database):
    """What stands in the report, beside what was said. A passage has one pick in a section."""

    def put_pick(self, row: PickRow) -> None:
        """Keeps a pick in the place of the one there was of this passage in this section."""
        statement = (
            "INSERT INTO picks (segment, respondent, words, label, verbatim, section, code, memo, time)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (segment, section) DO UPDATE SET words = excluded.words,"
            " label = excluded.label, verbatim = excluded.verbatim, code = excluded.code, memo = excluded.memo"
        )
        self._write(statement, *row, now())

    def drop_pick(self, segment: str, section: str) -> bool:
        """Takes a pick back; whether there was one."""
        there = bool(self._rows("SELECT 1 FROM picks WHERE segment = ? AND section = ?", segment, section))
        self._write("DELETE FROM picks WHERE segment = ? AND section = ?", segment, section)
        return there

    def picks(self) -> Iterator[PickRow]:
        """Every pick, in the order in which they were picked."""
        columns = "segment, respondent, words, label, verbatim, section, code, memo"
        yield from self._rows(f"SELECT {columns} FROM picks ORDER BY number")  # noqa: S608 - no word of a user's
