"""Which codings tables count, and which a person has looked at (design.md, "What counts")."""

from collections.abc import Iterable, Sequence

from qualcode.model.codebook import Code, Codebook
from qualcode.model.coded import CodedSegment
from qualcode.model.table import Basis

COUNTED = frozenset(("suggested", "accepted", "edited", "added"))
"""Statuses that tables count; rejected codings and those people still differ on are left out."""

REVIEWED = frozenset(("accepted", "edited", "added", "rejected"))
"""Statuses that a person has decided on."""


def counts(segment: CodedSegment, code: Code) -> bool:
    """Whether a coding with `code` is counted: its status, its assertion, and a respondent whose words they are."""
    coding = segment.coding
    asserted = not coding.assertion or coding.assertion in code.counts
    return bool(segment.respondent.id) and coding.status in COUNTED and asserted


def on_basis(segment: CodedSegment, basis: Basis) -> bool:
    """Whether tables on this basis look at a coding at all."""
    if basis is Basis.HUMAN:
        return segment.coding.method == "human"
    return basis is Basis.ALL or segment.coding.status in REVIEWED


def reviewed(segments: Iterable[CodedSegment]) -> int:
    """How many of `segments` a person has decided on."""
    return sum(segment.coding.status in REVIEWED for segment in segments)


def counted_positions(segments: Sequence[CodedSegment], codebook: Codebook) -> tuple[int, ...]:
    """The places in `segments` of all codings that tables count."""
    codes = {code.id: code for code in codebook.codes()}
    return tuple(
        position
        for position, segment in enumerate(segments)
        if segment.coding.code in codes and counts(segment, codes[segment.coding.code])
    )
