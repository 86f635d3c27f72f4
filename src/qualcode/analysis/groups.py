"""Profile groups: which respondents stand in which column of a table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from qualcode.model.respondent import Respondent
from qualcode.model.table import Column, Grouping

RESPONDENT_TYPE = "respondent_type"
"""The field that stands for a respondent's type instead of an attribute."""

ROUND = "round"
"""The field that stands for the round of an interview, where a study returns."""

ALL = "All respondents"
NOT_RECORDED = "not recorded"
_JOINT = ", "


def values_of(respondent: Respondent, field: str) -> tuple[str, ...]:
    """What `field` holds for a respondent, each value once; nothing where it is not recorded."""
    held = (respondent.type,) if field == RESPONDENT_TYPE else respondent.attributes.get(field, ())
    return tuple(dict.fromkeys(value for value in held if value))


def covered(respondents: Iterable[Respondent], by: Sequence[Grouping]) -> tuple[Respondent, ...]:
    """Those whose type every field of `by` is recorded for."""
    limits = [one.applies_to for one in by if one.applies_to]
    return tuple(person for person in respondents if all(person.type in types for types in limits))


def columns(
    respondents: Sequence[Respondent], by: Sequence[Grouping], *, crossed: bool = False, mixed: bool = False
) -> tuple[Column, ...]:
    """The groups of `respondents` by one field, or by several, each within the one before it.

    Each value that somebody has is a column; where a further field divides it, the parts follow it, and `crossed`
    leaves only the parts. A value that is lacking is "not recorded". Respondents of several types are never added up
    unless `mixed`: they are divided by type first. Otherwise the column of all stands first, and alone where nobody
    has a value.
    """
    everybody = Column("", "", ALL, tuple(person.id for person in respondents), total=True)
    types = tuple(kind for kind, _ in Counter(person.type for person in respondents).most_common())
    if not mixed and len(types) > 1:
        typed = by[0].field == RESPONDENT_TYPE
        steps = by if typed else (Grouping(RESPONDENT_TYPE, "respondent type", types), *by)
        return tuple(_divided(respondents, steps, (), crossed=crossed, keep=0 if typed else 1))
    return (everybody, *_divided(respondents, by, (), crossed=crossed, keep=0))


def _divided(
    respondents: Sequence[Respondent],
    steps: Sequence[Grouping],
    path: tuple[tuple[str, str], ...],
    *,
    crossed: bool,
    keep: int,
) -> Iterator[Column]:
    """The columns of one field within a group; the first `keep` fields keep their own columns where crossed."""
    step, rest = steps[0], steps[1:]
    groups: dict[str, list[Respondent]] = defaultdict(list)
    for person in respondents:
        for value in values_of(person, step.field) or ("",):
            groups[value].append(person)
    if not any(groups):
        return
    order = {value: place for place, value in enumerate(step.values)}
    held = sorted(filter(None, groups), key=lambda value: (order.get(value, len(order)), value))
    for value in [*held, *([""] if "" in groups else [])]:
        within = (*path, (step.field, value))
        parts = list(_divided(groups[value], rest, within, crossed=crossed, keep=max(keep - 1, 0))) if rest else []
        if not (crossed and parts and not keep):
            yield _column(within, groups[value], total=bool(parts))
        yield from parts


def _column(path: tuple[tuple[str, str], ...], people: Sequence[Respondent], *, total: bool) -> Column:
    titles = [readable(value) or NOT_RECORDED for _, value in path]
    fields, values = zip(*path, strict=True)
    identifiers = tuple(person.id for person in people)
    joined = (_JOINT.join(fields), _JOINT.join(values), _JOINT.join(titles))
    return Column(*joined, identifiers, round=dict(path).get(ROUND), total=total)


def readable(name: str) -> str:
    """An id as a reader would say it: `refugee_migrant` as "refugee migrant"."""
    return name.replace("_", " ")
