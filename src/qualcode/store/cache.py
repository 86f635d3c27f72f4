"""cache.db: what could be made again, parses and words and readings. It may be deleted at any time."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from zlib import crc32

from qualcode.model.parse import Parse
from qualcode.store.cache_file import is_busy, opened, reopened
from qualcode.store.packing import pack, unpack

_AT_ONCE = 500
"""Keys asked for with one query."""
_PARSES_TOGETHER = 4096
"""Parses that are written together. Each lands anywhere in the index: few large writes touch fewer of its pages."""
_BYTES_TOGETHER = 4_000_000
"""How many bytes of values are written together."""

_ADD_LABEL = """
    INSERT INTO labels SELECT (SELECT count(*) FROM labels), ?1 WHERE NOT EXISTS (SELECT 1 FROM labels WHERE label = ?1)
"""
_PUT_PARSE = """
    INSERT INTO parses (key, seal, packed) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET seal = excluded.seal, packed = excluded.packed WHERE packed <> excluded.packed
"""
_KEEP = """
    INSERT INTO kept VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET seal = excluded.seal, packed = excluded.packed
"""

T = TypeVar("T")
Key = TypeVar("Key", str, bytes)


class Cache:
    """An open cache, for one thread of one process; several processes may have one file open.

    What cannot be read is not there and what cannot be written is forgotten, without a word. The last parses are
    written when the cache is closed.
    """

    def __init__(self, path: Path, model: str, patience: float) -> None:
        self._path, self._model, self._patience = path, model, patience
        self._hash = blake2b(digest_size=16, person=blake2b(model.encode(), digest_size=16).digest())
        self._connection = opened(path, model=model, patience=patience)
        self._labels: list[str] = []
        self._numbers: dict[str, int] = {}
        self._waiting: dict[bytes, bytes] = {}

    @classmethod
    def open(cls, path: Path, *, model: str, patience: float = 5.0) -> Self:
        """The cache at `path`, made anew where there is none that can be read, in memory where none can be written.

        Parses of another `model` (any text that says how parses are made) are dropped. `patience` is how many seconds
        to wait for another process.
        """
        return cls(path, model, patience)

    def close(self) -> None:
        """Writes what waits, and ends the connection."""
        self._flush()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, texts: Sequence[str]) -> list[Parse | None]:
        """For each text its parse, None where it is not kept."""
        keys = [self._key(text) for text in texts]
        found = self._found("parses", [key for key in keys if key not in self._waiting])
        kept = ((text, self._waiting.get(key) or found.get(key)) for text, key in zip(texts, keys, strict=True))
        return [None if packed is None else self._unpacked(text, packed) for text, packed in kept]

    def put(self, parses: Sequence[Parse]) -> None:
        """Keeps these."""
        new = {label for parse in parses for label in (*parse.deps, *parse.tags)} - self._numbers.keys()
        if new:
            self._write(_ADD_LABEL, [(label,) for label in sorted(new)])
            self._read_labels()
        if new <= self._numbers.keys():
            self._waiting |= {self._key(parse.text): pack(parse, self._numbers) for parse in parses}
        if len(self._waiting) >= _PARSES_TOGETHER:
            self._flush()

    def kept(self, keys: Sequence[str]) -> dict[str, bytes]:
        """What is kept under these keys."""
        return self._found("kept", keys)

    def keep(self, pairs: Iterable[tuple[str, bytes]]) -> None:
        """Keeps a value under each key, in the place of what was there."""
        for together in _batches(pairs):
            self._write(_KEEP, [(key, _seal(key, value), value) for key, value in together])

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drops what is kept under any other key."""
        kept = set(keys)
        there = self._rows("SELECT key FROM kept")
        self._write("DELETE FROM kept WHERE key = ?", [(key,) for (key,) in there if key not in kept])

    def _key(self, text: str) -> bytes:
        # The model is part of the key: a process with another one, still running after an upgrade, does no harm.
        hashed = self._hash.copy()
        hashed.update(text.encode("utf-8", "surrogatepass"))
        return hashed.digest()

    def _found(self, table: str, keys: Sequence[Key]) -> dict[Key, bytes]:
        """What a table keeps under these keys; nothing that is not as it was stored."""
        found: dict[Key, bytes] = {}
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            query = f"SELECT key, seal, packed FROM {table} WHERE key IN ({', '.join('?' * len(some))})"  # noqa: S608 - ours
            found |= {key: packed for key, seal, packed in self._rows(query, some) if seal == _seal(key, packed)}
        return found

    def _unpacked(self, text: str, packed: bytes) -> Parse | None:
        parse = unpack(text, packed, self._labels)
        if parse is None:
            # Another process has added labels, or none have been read yet.
            self._read_labels()
            parse = unpack(text, packed, self._labels)
        return parse

    def _read_labels(self) -> None:
        self._labels = [label for (label,) in self._rows("SELECT label FROM labels ORDER BY number")]
        self._numbers = {label: number for number, label in enumerate(self._labels)}

    def _flush(self) -> None:
        """Writes the parses that wait."""
        rows = [(key, _seal(key, packed), packed) for key, packed in self._waiting.items()]
        self._waiting = {}
        if rows:
            self._write(_PUT_PARSE, rows)

    def _rows(self, query: str, values: Sequence[str | bytes] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query, none where it fails."""
        return self._tried(lambda: self._connection.execute(query, values).fetchall(), [])

    def _write(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Runs a statement for all rows or, where that fails, for none."""

        def written() -> None:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")

        self._tried(written, None)

    def _tried(self, action: Callable[[], T], otherwise: T) -> T:
        """What `action` gives, `otherwise` where the file does not let it; then the cache goes on as well as it can."""
        try:
            return action()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.ProgrammingError):
                raise
            if not is_busy(error):
                self._connection.close()
                self._connection = reopened(error, self._path, model=self._model, patience=self._patience)
                self._labels, self._numbers, self._waiting = [], {}, {}
            elif self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            return otherwise


def _seal(key: str | bytes, packed: bytes) -> int:
    """A checksum: SQLite does not notice when a bit of a value, or of the way to it, has changed."""
    return crc32(packed, crc32(key.encode() if isinstance(key, str) else key))


def _batches(pairs: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """The pairs in lists of a few million bytes."""
    together: list[tuple[str, bytes]] = []
    size = 0
    for pair in pairs:
        together.append(pair)
        size += len(pair[1])
        if size >= _BYTES_TOGETHER:
            yield together
            together, size = [], 0
    if together:
        yield together
