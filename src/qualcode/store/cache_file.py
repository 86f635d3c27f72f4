"""The file of a cache: opened, made anew where it is of no use, and done without where none can be written."""

import os
import sqlite3
import stat
from pathlib import Path

_APPLICATION_ID = 0x71636361
"""Says in the file's header that it is qualcode's cache ("qcca")."""
_VERSION = 2

_SETTINGS = (
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32768",
)
# Parses lie in the order in which they came, which is that in which they are asked for again.
_LAYOUT = (
    "CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE labels (number INTEGER PRIMARY KEY, label TEXT NOT NULL UNIQUE)",
    """CREATE TABLE parses (
        id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, seal INTEGER NOT NULL, packed BLOB NOT NULL
    )""",
    "CREATE TABLE kept (key TEXT PRIMARY KEY, seal INTEGER NOT NULL, packed BLOB NOT NULL)",
    f"PRAGMA application_id = {_APPLICATION_ID}",
    f"PRAGMA user_version = {_VERSION}",
)
_MODEL = "SELECT value FROM facts WHERE key = 'model'"
_PUT_MODEL = "INSERT OR REPLACE INTO facts VALUES ('model', ?)"

_NOT_THE_FILE = ("BUSY", "LOCKED", "READONLY", "CANTOPEN", "PERM", "AUTH", "FULL", "IOERR", "NOMEM", "NOLFS")
"""Faults that a new file in its place would not mend."""


def opened(path: Path, *, model: str, patience: float) -> sqlite3.Connection:
    """A cache that works, without parses of another model: the file, a new one, or one in memory."""
    for _ in range(2):
        try:
            return _connected(path, model, patience)
        except OSError:
            break
        except sqlite3.DatabaseError as error:
            if not (is_damage(error) and _removed(path)):
                break
    return _prepared(sqlite3.connect(":memory:", isolation_level=None), model)


def reopened(error: sqlite3.DatabaseError, path: Path, *, model: str, patience: float) -> sqlite3.Connection:
    """A cache that works, after a closed one failed with `error`."""
    # Somebody deleted the file that was open: the one at its place now is another.
    if _name(error) == "SQLITE_READONLY_DBMOVED" or (is_damage(error) and _removed(path)):
        return opened(path, model=model, patience=patience)
    return _prepared(sqlite3.connect(":memory:", isolation_level=None), model)


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Whether another process kept the file for longer than we wait."""
    return _name(error).startswith("SQLITE_BUSY")


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault."""
    return not _name(error).startswith(tuple(f"SQLITE_{word}" for word in _NOT_THE_FILE))


def _name(error: sqlite3.DatabaseError) -> str:
    return str(getattr(error, "sqlite_errorname", ""))


def _connected(path: Path, model: str, patience: float) -> sqlite3.Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        return _prepared(connection, model)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection, model: str) -> sqlite3.Connection:
    """The connection with its tables there, and what is in them of this model."""
    for setting in _SETTINGS:
        connection.execute(setting)
    if not _is_laid_out(connection):
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have made the tables while this one waited.
        for statement in () if _is_laid_out(connection) else _LAYOUT:
            connection.execute(statement)
        connection.execute("COMMIT")
    if connection.execute(_MODEL).fetchall() != [(model,)]:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM parses")
        connection.execute(_PUT_MODEL, (model,))
        connection.execute("COMMIT")
    return connection


def _is_laid_out(connection: sqlite3.Connection) -> bool:
    """Whether the tables are there; DatabaseError for a file that is no cache of this version."""
    ((version,),) = connection.execute("PRAGMA user_version")
    ((application,),) = connection.execute("PRAGMA application_id")
    if (application, version) == (_APPLICATION_ID, _VERSION):
        return True
    ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master")
    if application or version or tables:
        raise sqlite3.DatabaseError("a file of another version or another program")
    return False


def _removed(path: Path) -> bool:
    """Whether the file could be deleted, with what SQLite keeps beside it."""
    try:
        for one in (path.with_name(f"{path.name}-journal"), path):
            one.unlink(missing_ok=True)
    except OSError:
        return False
    return True
