"""A redacted version of a transcript: what it no longer says is erased everywhere the study keeps it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.analysis.carrying import Carrier
from qualcode.model.decision import Decision
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was erased, and what a person has to look at."""

    erased: tuple[str, ...]
    """Files of the study's folder that were deleted, by their place in it."""
    emptied: int
    """Decisions that stay and lost the words they were made on."""
    look: tuple[str, ...]
    """Files that may hold the old words and were not touched: exports."""


def redact(study: Study, id_: str) -> Redaction:
    """Erases every earlier version of a transcript.

    Gone are its text, sentences and codings, picked quotes whose words the new version does not have, the cache of
    parses, copies of the database from before an update, and the original files. Decisions stay, those whose words are
    gone without them. Exports, memos and summaries are not searched.
    """
    carrier = Carrier.to(study.store.transcript(id_))
    kept, emptied = [], 0
    for one in study.store.decisions(id_):
        carried = carrier.carried(one)
        kept.append(carried or _emptied(one))
        emptied += carried is None
    hashes = study.store.earlier_files(id_)
    with study.store.transaction():
        study.store.erase_earlier(id_, kept)
        study.store.log("redact", transcript=id_, emptied=emptied)
    study.store.shrink()
    erased = []
    for path in sorted({*_old_copies(study), *_originals(study, hashes)}):
        path.unlink()
        erased.append(_named(study, path))
    look = [_named(study, path) for path in sorted(study.folder.exports.rglob("*")) if path.is_file()]
    return Redaction(tuple(erased), emptied, tuple(look))


def _emptied(decision: Decision) -> Decision:
    """The decision without anybody's words."""
    where = replace(decision.passage, quote="", before="", after="", text_hash="")
    coding = replace(decision.coding, matched="") if decision.coding is not None else None
    return replace(decision, passage=where, coding=coding)


def _old_copies(study: Study) -> Iterator[Path]:
    """The cache, and the database as it was before an update."""
    folder = study.folder
    yield from folder.path.glob("cache.db*")
    yield from folder.path.glob(f"{folder.database.name}.before-*")


def _originals(study: Study, hashes: frozenset[str]) -> Iterator[Path]:
    """The files that earlier versions were read from."""
    for path in study.folder.transcripts.rglob("*"):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() in hashes:
            yield path


def _named(study: Study, path: Path) -> str:
    return path.relative_to(study.folder.path).as_posix()
