"""An open database file: statements, transactions, and closing it again."""

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from qualcode.errors import QualcodeError
from qualcode.store.faults import told
from qualcode.store.migrations import migrate

# Reading and writing wait for one another. WAL would let them go on side by side, but it does not work on network
# drives and spreads a study over three files, which folder synchronisers copy at different moments. A rollback journal
# keeps everything in study.db, is undone by whoever opens the file next after a kill, and works everywhere.
# temp_store: words of respondents never go to a temporary file elsewhere on the disk.
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """A connection to one database file, for one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._depth = 0

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False, patience: float = 5.0) -> Self:
        """The database at `path`, brought up to date; with `create` it is made where there is none.

        With `read_only` every later attempt to write is refused as on a write-protected disk. `patience` is how many
        seconds to wait for another command. Raises QualcodeError where the file is missing, no database of qualcode, of
        a newer version, damaged or in use.
        """
        if create:
            _make(path)
        elif not path.is_file():
            raise QualcodeError("there is no study database here.", where=str(path), hint="qualcode import transcripts")
        with told(path):
            connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            with told(path):
                for setting in _SETTINGS:
                    connection.execute(setting)
                migrate(connection, path)
                connection.execute(f"PRAGMA query_only = {read_only:d}")
        except BaseException:
            connection.close()
            raise
        return cls(connection, path)

    def close(self) -> None:
        """Ends the connection; what was not committed is undone."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept together, or not at all where the block raises.

        A transaction inside another joins it, and only its own part is undone where it raises.
        """
        begin, commit, undo = "BEGIN IMMEDIATE", "COMMIT", ["ROLLBACK"]
        if self._depth:
            name = f"inner_{self._depth}"
            begin, commit, undo = f"SAVEPOINT {name}", f"RELEASE {name}", [f"ROLLBACK TO {name}", f"RELEASE {name}"]
        self._write(begin)
        self._depth += 1
        try:
            yield
            self._write(commit)
        except BaseException:
            # A full disk makes SQLite end the whole transaction by itself.
            if self._connection.in_transaction:
                for statement in undo:
                    self._write(statement)
            raise
        finally:
            self._depth -= 1

    def integrity(self) -> str:
        """What SQLite finds wrong with the file, "" where it is sound."""
        found = [str(row[0]) for row in self._rows("PRAGMA integrity_check(3)")]
        loose = self._rows("PRAGMA foreign_key_check")
        faults = [fault for fault in found if fault != "ok"] + ([f"{len(loose)} loose references"] if loose else [])
        return "; ".join(faults)

    def _write(self, statement: str, *values: Any) -> int:
        """Runs one statement and says how many rows it changed."""
        with told(self._path):
            return self._connection.execute(statement, values).rowcount

    def _write_all(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Runs one statement for each row, taking them one at a time."""
        with told(self._path):
            self._connection.executemany(statement, rows)

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query that has few."""
        return list(self._stream(query, *values))

    def _stream(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time."""
        with told(self._path):
            yield from self._connection.execute(query, values)


def _make(path: Path) -> None:
    """An empty file that only its owner can read, unless there is one; SQLite takes it for an empty database."""
    with told(path):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR)
        except FileExistsError:
            return
        except OSError as error:
            raise QualcodeError(
                f"the study's database cannot be made here ({error.strerror}).",
                where=str(path),
                hint="check that the folder exists and that you may write in it",
            ) from error
    os.close(handle)
