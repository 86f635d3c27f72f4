"""The hash that names what a codebook means, whatever its files look like."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from qualcode.model.codebook import Codebook

_PLACES = ("line", "file", "hash")


def codebook_hash(codebook: Codebook) -> str:
    """SHA-256 (hex) over the meaning of `codebook`; comments and the order of files and keys do not change it."""
    meaning = _plain(codebook)
    meaning["themes"] = sorted(meaning["themes"], key=lambda theme: str(theme["id"]))
    written = json.dumps(meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A value as JSON has it, without the places it was written at."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.name not in _PLACES}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
