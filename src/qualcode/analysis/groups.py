"""Profile groups: which respondents stand in which column of a table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qualcode.model.respondent import Respondent
from qualcode.model.table import Column

RESPONDENT_TYPE = "respondent_type"
"""The field that stands for a respondent's type instead of an attribute."""

ALL = "All respondents"
NOT_RECORDED = "not recorded"


def values_of(respondent: Respondent, field: str) -> tuple[str, ...]:
    """What `field` holds for a respondent, each value once; nothing where it is not recorded."""
    held = (respondent.type,) if field == RESPONDENT_TYPE else respondent.attributes.get(field, ())
    return tuple(dict.fromkeys(value for value in held if value))


def covered(respondents: Iterable[Respondent], applies_to: Sequence[str]) -> tuple[Respondent, ...]:
    """Those whose type is in `applies_to`; everybody where it is empty."""
    return tuple(person for person in respondents if not applies_to or person.type in applies_to)


def columns(respondents: Sequence[Respondent], field: str, values: Sequence[str] = ()) -> tuple[Column, ...]:
    """The column of all, one for each value that somebody has, and "not recorded" where somebody lacks it.

    Where nobody has a value there is only the column of all.
    Values stand in the order of `values`, those that are not in it after them by alphabet.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for person in respondents:
        for value in values_of(person, field) or ("",):
            groups[value].append(person.id)
    order = {value: place for place, value in enumerate(values)}
    held = sorted((value for value in groups if value), key=lambda value: (order.get(value, len(order)), value))
    everybody = Column("", "", ALL, tuple(person.id for person in respondents))
    named = [Column(field, value, readable(value), tuple(groups[value])) for value in held]
    missing = [Column(field, "", NOT_RECORDED, tuple(groups[""]))] if "" in groups and held else []
    return (everybody, *named, *missing)


def readable(name: str) -> str:
    """An id as a reader would say it: `refugee_migrant` as "refugee migrant"."""
    return name.replace("_", " ")
