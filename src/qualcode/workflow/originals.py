"""The originals as received, copied into the study's transcripts folder and never overwritten."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from qualcode.workflow.study import StudyFolder


def keep_originals(folder: StudyFolder, files: Iterable[Path]) -> None:
    """Copies files that lie outside the study into its transcripts folder, each whole or not at all."""
    for path in files:
        if folder.path.resolve() in path.resolve().parents:
            continue
        target = _place(folder.transcripts, path)
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_name(f".{target.name}.part")
            shutil.copyfile(path, draft)
            draft.replace(target)


def _place(folder: Path, path: Path) -> Path | None:
    """Where a copy of `path` can stand under its own name, None where there is one already.

    A file of this name with other content stays where it is: the copy goes into the folder `version 2` beside it.
    """
    content = path.read_bytes()
    target, number = folder / path.name, 1
    while target.exists():
        if target.read_bytes() == content:
            return None
        number += 1
        target = folder / f"version {number}" / path.name
    return target
