"""What SQLite says when it cannot go on, in words for a researcher."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import QualcodeError

_FAULTS = {
    "BUSY": (
        "another qualcode command is using this study.",
        "wait until it has finished, close other windows that use the study, and start this command again",
    ),
    "READONLY": (
        "the study's database is write-protected.",
        "allow writing in the file's properties, or copy the study's folder to your own disk",
    ),
    "FULL": ("the disk is full; nothing of this command was stored.", "make room on the disk and start it again"),
    "CANTOPEN": (
        "the study's database cannot be opened.",
        "check that you may read and write in the study's folder",
    ),
    "IOERR": (
        "the disk does not answer as it should; nothing of this command was stored.",
        "check the disk or the network drive, or copy the study's folder to your own disk",
    ),
    "NOTADB": ("this file is no qualcode database.", "qualcode doctor"),
    "CORRUPT": ("the study's database is damaged.", "qualcode doctor"),
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Runs statements on the database at `path`; what a person can mend is raised as a QualcodeError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        fault = next((found for word, found in _FAULTS.items() if name.startswith(f"SQLITE_{word}")), None)
        if fault is None:
            raise
        what, hint = fault
        raise QualcodeError(what, where=str(path), hint=hint) from error
