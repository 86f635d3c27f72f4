"""Decisions as lines of JSON: in the study's database, and in the file in which they travel."""

from functools import cache
from typing import TYPE_CHECKING

from qualcode.model.decision import Decision

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_json(decision: Decision) -> str:
    """The decision as one line; equal decisions give equal lines."""
    return _adapter().dump_json(decision).decode("utf-8")


def from_json(line: str | bytes) -> Decision:
    """The decision that a line holds; ValueError for a line that holds none."""
    return _adapter().validate_json(line)


@cache
def _adapter() -> "TypeAdapter[Decision]":
    from pydantic import TypeAdapter

    return TypeAdapter(Decision)
