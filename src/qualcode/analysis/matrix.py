"""Respondents down, codes across: who speaks of what, and how often."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.analysis.counting import counts
from qualcode.analysis.mentions import mentions
from qualcode.model.codebook import Codebook
from qualcode.model.coded import CodedSegment
from qualcode.model.coding import Coding
from qualcode.model.respondent import Respondent


@dataclass(frozen=True, slots=True)
class RespondentRow:
    """One respondent and the mentions of each code, in the order of the matrix's codes."""

    respondent: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RespondentMatrix:
    """Mentions by respondent and code; a respondent who mentions nothing has a row of zeros."""

    codes: tuple[str, ...]
    rows: tuple[RespondentRow, ...]

    def grid(self) -> tuple[tuple[str | int, ...], ...]:
        """The matrix as plain rows: a header ("respondent" and the code ids), then one row a respondent."""
        rows: list[tuple[str | int, ...]] = [(row.respondent, *row.counts) for row in self.rows]
        return (("respondent", *self.codes), *rows)

    def occurrence(self) -> "RespondentMatrix":
        """The same matrix with 1 where a respondent mentions a code at all, else 0."""
        rows = (RespondentRow(row.respondent, tuple(min(count, 1) for count in row.counts)) for row in self.rows)
        return RespondentMatrix(self.codes, tuple(rows))


def respondents_by_code(
    segments: Iterable[CodedSegment], respondents: Sequence[Respondent], codebook: Codebook
) -> RespondentMatrix:
    """Counted mentions of every code by every one of `respondents`, both in the order given."""
    codes = {code.id: code for code in codebook.codes()}
    spoken: dict[tuple[str, str], list[Coding]] = defaultdict(list)
    for segment in segments:
        code = codes.get(segment.coding.code)
        if code is not None and counts(segment, code):
            spoken[segment.respondent.id, code.id].append(segment.coding)
    rows = (
        RespondentRow(person.id, tuple(mentions(spoken.get((person.id, code), ())) for code in codes))
        for person in respondents
    )
    return RespondentMatrix(tuple(codes), tuple(rows))
