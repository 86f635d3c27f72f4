"""Marks beside numbers that rest on little: one respondent, one interviewer, one place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcode.analysis.groups import values_of
from qualcode.model.respondent import Respondent
from qualcode.model.table import MARKS

_ONE, _INTERVIEWER, _PLACE = MARKS


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The profile fields that hold who interviewed a respondent and where, "" for none."""

    interviewer: str = ""
    place: str = ""


def mark(
    speakers: Sequence[str], group: Sequence[str], people: Mapping[str, Respondent], circumstances: Circumstances
) -> str:
    """The sign for a cell of a group, "" where its number rests on enough.

    That a whole group was met by one interviewer or in one place is no weakness of a cell, and marks nothing.
    """
    if len(speakers) == 1:
        return _ONE
    for sign, field in ((_INTERVIEWER, circumstances.interviewer), (_PLACE, circumstances.place)):
        if field and len(_met(speakers, people, field)) == 1 and len(_met(group, people, field)) > 1:
            return sign
    return ""


def _met(who: Sequence[str], people: Mapping[str, Respondent], field: str) -> set[tuple[str, ...]]:
    """The values that `who` have, nobody's being lacking; empty where somebody's is not recorded."""
    values = {values_of(people[one], field) for one in who if one in people}
    return set() if () in values else values
