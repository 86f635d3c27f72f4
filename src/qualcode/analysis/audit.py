"""The audit trail: what was done to a study, in order, each entry bound to all before it."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "audit"
_ABOUT = "What was done to the study, in order: imports, runs, decisions; each entry bound to all before it by a hash."
_HEADINGS = (
    Heading("number", "Entry", Kind.NUMBER),
    Heading("action", "What was done", Kind.NAME),
    Heading("details", "Details", Kind.TEXT),
    Heading(
        "hash", "Hash", Kind.ID, "SHA-256 over this entry and the hash before it: a changed entry changes all later."
    ),
)
_NOTES = (
    "Exports and releases are not listed, so that the same study gives the same file; the study's database has them, "
    "with the time of every entry.",
)
_LEFT_OUT = ("export", "release")


def audit(entries: Iterable[tuple[str, Mapping[str, str | int]]]) -> Listing:
    """A row an entry (action, details) of the log, the oldest first."""
    rows: list[tuple[Figure, ...]] = []
    before = ""
    for action, details in entries:
        if action in _LEFT_OUT:
            continue
        said = json.dumps([before, action, dict(details)], ensure_ascii=False, sort_keys=True)
        before = hashlib.sha256(said.encode()).hexdigest()
        words = ", ".join(f"{name} {value}" for name, value in details.items())
        rows.append((Figure(len(rows) + 1), Figure(action), Figure(words), Figure(before)))
    return Listing(ID, "Audit", _ABOUT, _HEADINGS, tuple(rows), _NOTES)
