"""Writing a file whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import QualcodeError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write to, which takes its place when the block ends well and vanishes otherwise.

    Missing folders are made. Raises QualcodeError where another program has `path` open or it cannot be written.
    """
    _refuse_while_open(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.chmod(stat.S_IRUSR | stat.S_IWUSR)  # confidential, like the study it comes from
        draft.replace(path)
    except PermissionError as error:
        raise QualcodeError(
            "this file cannot be written: another program has it open, or its folder is read-only.",
            where=path.name,
            hint="close it in Excel or LibreOffice, or choose another name or folder",
        ) from error
    except OSError as error:
        raise QualcodeError(
            f"this file cannot be written ({error.strerror or type(error).__name__}).",
            where=path.name,
            hint="check the name, the folder and the free space, or choose another place",
        ) from error
    finally:
        _remove(draft)


def _refuse_while_open(path: Path) -> None:
    """Excel and LibreOffice leave a small file beside what they have open."""
    for lock in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if lock.exists():
            raise QualcodeError(
                "this file is open in Excel or LibreOffice.",
                where=path.name,
                hint=f"close it there or choose another name; if nobody has it open, delete {lock.name} beside it",
            )


def _remove(draft: Path) -> None:
    if draft.parent.is_dir():
        draft.unlink(missing_ok=True)
