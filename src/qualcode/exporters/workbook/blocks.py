"""Where the quotes of a cell stand: the order of the quotes sheet, and the rows a number leads to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.model.coded import Report


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the quotes sheet: each coding's (its position in the report) first and last row."""

    rows: Mapping[int, tuple[int, int]]
    by_cell: Mapping[tuple[str, str], Sequence[int]]
    """Respondent and code to the codings they have together, in the order of the sheet."""

    def block(self, positions: Iterable[int]) -> tuple[int, int] | None:
        """The rows to lead to: all of `positions` where they stand together, else the first of them."""
        found = sorted(self.rows[position] for position in positions)
        if not found:
            return None
        together = all(before[1] + 1 == after[0] for before, after in pairwise(found))
        return (found[0][0], found[-1][1]) if together else found[0]

    def said(self, respondent: str, code: str, counted: frozenset[int]) -> tuple[int, int] | None:
        """The rows of what a respondent says under a code; those that tables count where there are some."""
        positions = self.by_cell.get((respondent, code), ())
        return self.block([position for position in positions if position in counted] or positions)


def order(report: Report) -> tuple[int, ...]:
    """Positions of all codings in the order of the quotes sheet.

    By code in the order of the codebook, those that tables count first, then by the groups of the first table, so
    that the quotes behind a number stand together.
    """
    places = {code.id: place for place, code in enumerate(report.codebook.codes())}
    groups = _groups(report)
    included = report.counted()

    def key(position: int) -> tuple[int, str, bool, int, str, str, int]:
        segment = report.segments[position]
        code, person = segment.coding.code, segment.respondent.id
        place = places.get(code, len(places))
        return (place, code, position not in included, groups(person), person, segment.coding.transcript, position)

    return tuple(sorted(range(len(report.segments)), key=key))


def by_cell(report: Report, ordered: Iterable[int]) -> Mapping[tuple[str, str], Sequence[int]]:
    """Respondent and code to the positions of their codings, as `ordered` has them."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position in ordered:
        segment = report.segments[position]
        cells[segment.respondent.id, segment.coding.code].append(position)
    return cells


def _groups(report: Report) -> Callable[[str], int]:
    """A respondent's first column in the first table."""
    columns = report.tables[0].columns if report.tables else ()
    first: dict[str, int] = {}
    for number, column in enumerate(columns):
        for person in column.respondents if not column.total else ():
            first.setdefault(person, number)
    return lambda person: first.get(person, len(columns))
