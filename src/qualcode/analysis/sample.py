"""The sample as a report describes it: how many respondents of each type have each value of the profile."""

from collections import Counter

from qualcode.analysis.groups import NOT_RECORDED, readable, values_of
from qualcode.analysis.shares import share
from qualcode.analysis.voicing import types
from qualcode.model.coded import Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "sample"
_ABOUT = "The sample as a report describes it: respondents of each type by every field of their profile."
_HEADINGS = (
    Heading("type", "Respondents", Kind.NAME),
    Heading("field", "Field", Kind.NAME),
    Heading("value", "Value", Kind.NAME),
    Heading("count", "Number", Kind.NUMBER),
    Heading("share", "Share", Kind.SHARE, "Of the respondents of the type."),
)
_MOST_VALUES = 15


def describe(material: Material) -> Listing:
    """A row for the size of each type, then for each value of each field that somebody of the type has.

    A field with more values than a reader takes in (dates) is given from its least to its greatest.
    """
    rows: list[tuple[Figure, ...]] = []
    for kind in types(material):
        members = [one for one in material.respondents if one.type == kind]
        ids = tuple(one.id for one in members)
        name = Figure(readable(kind) or "type not recorded")
        rows.append(
            (
                Figure(name.value, strong=True),
                Figure(strong=True),
                Figure("all", strong=True),
                Figure(len(members), people=ids, strong=True),
                Figure(strong=True),
            )
        )
        for field, title in material.fields.items():
            held = [values_of(one, field) for one in members]
            if not any(held):
                continue
            values = Counter(value for each in held for value in each)
            if len(values) > _MOST_VALUES:
                span = f"{min(values)} to {max(values)}"
                rows.append((name, Figure(title), Figure(span), Figure(sum(map(bool, held))), Figure()))
                continue
            missing = sum(not each for each in held)
            counted = [*sorted(values.items(), key=lambda item: (-item[1], item[0])), (NOT_RECORDED, missing)]
            rows.extend(
                (name, Figure(title), Figure(value), Figure(count), Figure(share(count, len(members))))
                for value, count in counted
                if count
            )
    notes = ("A respondent with several values of a field is counted under each of them.",)
    return Listing(ID, "Respondents", _ABOUT, _HEADINGS, tuple(rows), notes)
