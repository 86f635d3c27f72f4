"""The shape in which a matrix reaches an exporter."""

from collections.abc import Sequence

Grid = Sequence[Sequence[str | int]]
"""Plain rows: a header ("respondent" and the code ids), then a respondent id and its counts."""
