"""The unit table: what all coders were given, and what each of them put there first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qualcode.analysis.agreement import nominal
from qualcode.analysis.decided import standing
from qualcode.model.decision import Action, Decision

Place = tuple[str, int]
"""A transcript, and the number of a sentence or of a turn."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a turn that every coder was given."""

    transcript: str
    turn: int
    first: int
    last: int
    """Its first and last sentence that all were given."""
    codes: tuple[frozenset[str], ...]
    """The codes (or themes) that each coder put there, in the order of the coders."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """The coefficients for one code or theme, or for all of them together. None is "cannot be said"."""

    code: str
    """"" for all together."""
    units: int
    percent: float | None
    cohen: float | None
    fleiss: float | None
    alpha: float | None
    gwet: float | None
    prevalence: float | None
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None


def first_made(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What stood when each coder had decided blind.

    What was decided, changed or taken back later, with suggestions in sight or to settle a difference, changes nothing,
    so that agreement is never measured after talking.
    """
    held = standing(one for one in decisions if not one.visible and not one.settles)
    return tuple(one for one in held if one.action is not Action.REJECT)


def unit_table(
    given: Mapping[Place, int], coded: Sequence[Mapping[Place, frozenset[str]]], *, by: Literal["sentence", "turn"]
) -> tuple[Unit, ...]:
    """Every unit of `given` (sentence to its turn) with what each coder has there, in order."""
    groups: dict[tuple[str, int, int], list[int]] = {}
    for (transcript, number), turn in sorted(given.items()):
        groups.setdefault((transcript, turn, number if by == "sentence" else 0), []).append(number)
    return tuple(
        Unit(
            transcript,
            turn,
            numbers[0],
            numbers[-1],
            tuple(frozenset().union(*(one.get((transcript, at), frozenset()) for at in numbers)) for one in coded),
        )
        for (transcript, turn, _), numbers in groups.items()
    )


def agreed(units: Sequence[Unit], codes: Sequence[str], *, reference: int | None = None) -> tuple[Agreed, ...]:
    """All codes together first, each unit and code being one yes or no, then every code by itself."""
    rows = {code: [tuple(code in one for one in unit.codes) for unit in units] for code in codes}
    together = [row for code in codes for row in rows[code]]
    return (
        _agreed("", len(units), together, reference),
        *(_agreed(code, len(units), rows[code], reference) for code in codes),
    )


def _agreed(code: str, units: int, rows: Sequence[tuple[bool, ...]], reference: int | None) -> Agreed:
    measured = Agreed(
        code,
        units,
        nominal.percent(rows),
        nominal.cohen(rows),
        nominal.fleiss(rows),
        nominal.krippendorff(rows),
        nominal.gwet(rows),
        nominal.prevalence(rows),
    )
    if reference is None or not rows:
        return measured
    others = [place for place in range(len(rows[0])) if place != reference]
    truth = [row[reference] for row in rows for _ in others]
    found = [row[place] for row in rows for place in others]
    return replace(
        measured,
        precision=nominal.precision(truth, found),
        recall=nominal.recall(truth, found),
        f1=nominal.f1(truth, found),
    )
