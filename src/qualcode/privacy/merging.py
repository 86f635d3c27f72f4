"""Small groups put together, so that a table by a field has something left in it when it is published."""

from collections import Counter
from collections.abc import Mapping, Sequence

from qualcode.model.respondent import Respondent

MERGED = "other"


def merged_values(people: Sequence[Respondent], field: str, *, least: int) -> Mapping[str, str]:
    """Values of a profile field to MERGED, those that fewer than `least` of `people` have; nothing where none is.

    Where all of them together are still fewer, the next smallest join them, so that the merged group is never small.
    People of several types are looked at type by type, and a value that is rare in one is merged in all.
    """
    found: dict[str, str] = {}
    for kind in sorted({one.type for one in people}):
        sizes = Counter(value for one in people if one.type == kind for value in one.attributes.get(field, ()))
        rare = [value for value, size in sizes.items() if size < least]
        left = sorted((size, value) for value, size in sizes.items() if size >= least)
        while rare and left and sum(sizes[value] for value in rare) < least:
            rare.append(left.pop(0)[1])
        found |= dict.fromkeys(sorted(rare), MERGED)
    return found


def with_merged(person: Respondent, field: str, merged: Mapping[str, str]) -> Respondent:
    """A respondent whose values of a field are as `merged` has them."""
    held = person.attributes.get(field, ())
    values = tuple(dict.fromkeys(merged.get(value, value) for value in held))
    return Respondent(
        person.id,
        person.type,
        {**person.attributes, field: values},
        person.consent,
        person.label,
        person.files,
        person.speaker,
    )
