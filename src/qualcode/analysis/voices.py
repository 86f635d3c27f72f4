"""Voice balance: who is heard how often, beside who was interviewed, and who never."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.analysis.counting import counted_positions
from qualcode.analysis.groups import NOT_RECORDED, readable, values_of
from qualcode.analysis.mentions import mentions
from qualcode.analysis.shares import share
from qualcode.analysis.voicing import types
from qualcode.model.coded import Material
from qualcode.model.respondent import Respondent
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "voices"
_ABOUT = "Who is heard how often, beside who was interviewed: every group of the profile, then every respondent."
_HEADINGS = (
    Heading("type", "Respondents", Kind.NAME),
    Heading("field", "Field", Kind.NAME),
    Heading("group", "Group or respondent", Kind.NAME),
    Heading("n", "Interviewed", Kind.NUMBER),
    Heading("share_of_people", "Of the type", Kind.SHARE, "The group's share of the respondents of its type."),
    Heading("mentions", "Mentions", Kind.NUMBER, "Runs of neighbouring sentences that tables count for any code."),
    Heading("share_of_mentions", "Of its mentions", Kind.SHARE, "The group's share of the mentions of its type."),
    Heading("ratio", "Heard against interviewed", Kind.SHARE, "1.00 is as often as their number says."),
    Heading("codes", "Codes", Kind.NUMBER, "How many different codes they speak of."),
    Heading("never", "Never heard", Kind.NUMBER, "Respondents of the group of whom no table counts anything."),
    Heading("who_never", "Who", Kind.TEXT),
)
_NOTES = (
    "A ratio above 1 means that a group is heard more often than its number says. Long interviews give more mentions, "
    "and so do codebooks that know a group's words better: read who is never heard first.",
    "Fields that tell almost every respondent from every other, such as dates, are left out.",
)
_MOST_VALUES = 12


def voice_balance(material: Material) -> Listing:
    """Groups of every profile field within each respondent type, then respondents, those who are heard least first."""
    said: dict[str, list[int]] = defaultdict(list)
    for position in counted_positions(material.segments, material.codebook):
        said[material.segments[position].respondent.id].append(position)
    rows: list[tuple[Figure, ...]] = []
    for kind in types(material):
        members = [one for one in material.respondents if one.type == kind]
        rows.extend(_of_type(material, kind, members, said))
    return Listing(ID, "Voice balance", _ABOUT, _HEADINGS, tuple(rows), _NOTES)


@dataclass(frozen=True, slots=True)
class _Type:
    """A respondent type, to which its groups are compared."""

    name: str
    members: Sequence[Respondent]
    mentions: int


def _of_type(
    material: Material, kind: str, members: Sequence[Respondent], said: Mapping[str, Sequence[int]]
) -> Iterator[tuple[Figure, ...]]:
    everything = [position for one in members for position in said.get(one.id, ())]
    of = _Type(readable(kind) or "type not recorded", members, _mentions(material, everything))
    whole = _row(material, of, ("", "all"), members, said)
    yield tuple(Figure(one.value, one.codings, one.people, strong=True) for one in whole)
    for field, title in material.fields.items():
        groups: dict[str, list[Respondent]] = defaultdict(list)
        for one in members:
            for value in values_of(one, field) or ("",):
                groups[value].append(one)
        if 1 < len(groups) <= _MOST_VALUES:
            for value, people in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
                yield _row(material, of, (title, readable(value) or NOT_RECORDED), people, said)
    for one in sorted(members, key=lambda one: (len(said.get(one.id, ())), one.id)):
        yield _row(material, of, ("respondent", one.id), [one], said)


def _row(
    material: Material,
    of: _Type,
    group: tuple[str, str],
    people: Sequence[Respondent],
    said: Mapping[str, Sequence[int]],
) -> tuple[Figure, ...]:
    positions = tuple(sorted(position for one in people for position in said.get(one.id, ())))
    silent = tuple(one.id for one in people if not said.get(one.id))
    heard, number = _mentions(material, positions), len(people)
    ratio = f"{(heard / of.mentions) / (number / len(of.members)):.2f}" if of.mentions else ""
    codes = {material.segments[position].coding.code for position in positions}
    return (
        Figure(of.name),
        Figure(group[0]),
        Figure(group[1]),
        Figure(number, people=tuple(one.id for one in people)),
        Figure(share(number, len(of.members))),
        Figure(heard, positions),
        Figure(share(heard, of.mentions) if of.mentions else ""),
        Figure(ratio),
        Figure(len(codes), positions),
        Figure(len(silent), people=silent),
        Figure(", ".join(silent)),
    )


def _mentions(material: Material, positions: Sequence[int]) -> int:
    return mentions(material.segments[position].coding for position in positions)
