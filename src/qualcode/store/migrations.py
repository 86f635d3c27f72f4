"""The layout of study.db, as steps in order: a file of any earlier version is brought up to the newest one."""

import os
import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.store.layout import (
    CODINGS,
    DECISIONS,
    GIVEN,
    IDENTITY,
    INCREMENTAL,
    INTERVIEWS,
    LOG,
    PICKS,
    RELEASES,
    SIGN_OFFS,
    SUMMARIES,
)

APPLICATION_ID = 0x71636F64
"""Says in the file's header that it is qualcode's ("qcod")."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: what it brings, and the statements that do it. Once released it never changes."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration("respondents and transcripts", INTERVIEWS),
    Migration("runs and codings", CODINGS),
    Migration("log", LOG),
    Migration("spans of codings, and what they were made from", INCREMENTAL),
    Migration("identity of the study", IDENTITY),
    Migration("numbers that were published", RELEASES),
    Migration("summaries", SUMMARIES),
    Migration("quotes for the report", PICKS),
    Migration("what people decided", DECISIONS),
    Migration("what was signed off", SIGN_OFFS),
    Migration("what coders were given to code blind", GIVEN),
)
"""The version of a file is how many of these it has had."""


def migrate(connection: sqlite3.Connection, path: Path, *, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Brings the database up to the newest version, after a copy `study.db.before-<version>` of one that has content.

    Raises QualcodeError for a database of another program and for one of a newer qualcode.
    """
    version = _checked_version(connection, path, len(migrations))
    if version == len(migrations):
        return
    if version:
        _back_up(connection, path.with_name(f"{path.name}.before-{len(migrations)}"))
    connection.execute("BEGIN IMMEDIATE")
    # Another command may have migrated it while this one waited.
    version = _checked_version(connection, path, len(migrations))
    for migration in migrations[version:]:
        for statement in migration.statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")
    connection.execute("COMMIT")


def _checked_version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """The file's version, 0 for an empty one."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if application != APPLICATION_ID and (application or version or tables):
        raise QualcodeError("this is the database of another program.", where=str(path), hint="qualcode doctor")
    if version > newest:
        raise QualcodeError(
            f"this study was last used with a newer qualcode (its database has version {version}, this one reads up to "
            f"{newest}).",
            where=str(path),
            hint="pip install --upgrade qualcode",
        )
    return version


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    """A copy of the database at `target`, readable by its owner only; a half-written one never bears that name."""
    part = target.with_name(f"{target.name}.part")
    os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    with closing(sqlite3.connect(part)) as copy:
        connection.backup(copy)
    part.replace(target)
