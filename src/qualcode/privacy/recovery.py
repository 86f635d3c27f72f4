"""What a reader who knows the sample can work out about numbers that were withheld.

The reader is taken to know who is in which group (profiles are no secret to colleagues and relatives) and every
published number, in whatever table, also of earlier releases. What each person said is unknown to them: a variable that
is 0 or 1. The least and the greatest value that a withheld number can have are two integer programs, solved exactly.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

_HIGHS: Any = highspy
"""The library to the type checker, which has the class in some of its versions typed and in others not."""

People = frozenset[str]
Answers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of respondents that somebody would publish: how many of `group` speak of `row`."""

    row: str
    """What is counted: the id of a code or theme, or another id that stands for one fact about a person."""
    group: People
    """Everybody whom the number could count."""
    speakers: People
    """Whom it counts, all of them in `group`."""

    @property
    def value(self) -> int:
        """The number."""
        return len(self.speakers)


class Recovery:
    """The numbers of some rows that belong together: a theme and its codes, or one row alone.

    `parts` says which rows a row is the union of: who speaks of a code speaks of its theme, and of a theme nobody
    speaks without speaking of one of its codes.
    """

    def __init__(self, counts: Sequence[Count], parts: Mapping[str, Collection[str]]) -> None:
        self._atoms = _atoms(counts)
        rows = list(dict.fromkeys(count.row for count in counts))
        self._places = {row: place for place, row in enumerate(rows)}
        self._parts = {whole: [one for one in of if one in self._places] for whole, of in parts.items()}
        self._told: tuple[Count, ...] = ()
        self._solver: highspy.Highs | None = None
        self._solutions: list[Answers] = []

    def is_unknown(self, wanted: Count, published: Iterable[Count], *, width: int) -> bool:
        """Whether a reader of `published` must think values of `wanted` possible that lie at least `width` apart.

        `published` must be true of one and the same data (else ValueError), and from call to call may only lose
        numbers: what is possible beside many is possible beside fewer, so each solution serves all later questions.
        """
        columns = self._columns(wanted.row, wanted.group)
        if self._apart(columns) >= width:
            return True
        told = tuple(published)
        if self._told != told or self._solver is None:
            self._told, self._solver = told, self._program(told)
        for largest in (True, False):
            self._solutions.append(_solution(self._solver, columns, largest=largest))
            if self._apart(columns) >= width:
                return True
        return False

    def _apart(self, columns: Sequence[int]) -> int:
        """How far apart the values are that the solutions found so far give the sum of some variables."""
        values = [round(float(solution[columns].sum())) for solution in self._solutions]
        return max(values) - min(values) if values else 0

    def _program(self, published: Iterable[Count]) -> highspy.Highs:
        """A variable for every row and kind of person, an equation for every published number."""
        solver: highspy.Highs = _HIGHS.Highs()
        solver.setOptionValue("output_flag", False)
        for _ in self._places:
            for size in self._atoms.values():
                solver.addVar(0.0, float(size))
        solver.changeColsIntegrality(
            solver.getNumCol(),
            np.arange(solver.getNumCol(), dtype=np.int32),
            np.full(solver.getNumCol(), highspy.HighsVarType.kInteger),
        )
        for count in published:
            columns = self._columns(count.row, count.group)
            _constrain(solver, float(count.value), float(count.value), columns, [1.0] * len(columns))
        for whole, parts in self._parts.items():
            if whole in self._places and parts:
                self._nest(solver, whole, parts)
        return solver

    def _nest(self, solver: highspy.Highs, whole: str, parts: Sequence[str]) -> None:
        """Each part is at most the whole, and the whole at most all parts together."""
        for place in range(len(self._atoms)):
            top = self._column(whole, place)
            below = [self._column(part, place) for part in parts]
            for part in below:
                _constrain(solver, 0.0, highspy.kHighsInf, [top, part], [1.0, -1.0])
            _constrain(solver, 0.0, highspy.kHighsInf, [*below, top], [*[1.0] * len(below), -1.0])

    def _columns(self, row: str, group: People) -> list[int]:
        return [self._column(row, place) for place, kind in enumerate(self._atoms) if kind <= group]

    def _column(self, row: str, place: int) -> int:
        return self._places[row] * len(self._atoms) + place


def _atoms(counts: Sequence[Count]) -> dict[People, int]:
    """Everybody, sorted into the smallest sets that no group divides, each with its size."""
    groups = list(dict.fromkeys(count.group for count in counts))
    kinds: dict[tuple[bool, ...], set[str]] = defaultdict(set)
    for person in sorted(frozenset().union(*groups)):
        kinds[tuple(person in group for group in groups)].add(person)
    return {frozenset(people): len(people) for people in kinds.values()}


def _constrain(
    solver: highspy.Highs, least: float, most: float, columns: Sequence[int], weights: Sequence[float]
) -> None:
    solver.addRow(least, most, len(columns), np.array(columns, dtype=np.int32), np.array(weights))


def _solution(solver: highspy.Highs, columns: Sequence[int], *, largest: bool) -> Answers:
    """What everybody may have said where the sum of some variables is as large, or as small, as it can be."""
    costs = np.zeros(solver.getNumCol())
    costs[list(columns)] = 1.0
    solver.changeColsCost(solver.getNumCol(), np.arange(solver.getNumCol(), dtype=np.int32), costs)
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize if largest else highspy.ObjSense.kMinimize)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ValueError("the published numbers contradict each other")
    return np.array(solver.getSolution().col_value)
