"""The notes under a theme table: whom it covers, which codings it counts, how small its groups are."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qualcode.analysis.counting import reviewed
from qualcode.analysis.groups import readable, values_of
from qualcode.analysis.shares import SMALLEST_PERCENTAGE
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.respondent import Respondent
from qualcode.model.table import MARKS, Basis, Column, Grouping, Row, State

_NAMED = 8
"""Small groups that a note names."""


def notes_on_groups(
    across: Sequence[Column], respondents: Sequence[Respondent], by: Sequence[Grouping]
) -> tuple[str, ...]:
    """Whom the columns of a table by these fields cover."""
    finest = [column for column in across if not column.total]
    left_out = (note for one in by for note in _left_out(respondents, one))
    several = (note for one in by for note in _several(finest, respondents, one))
    return (*left_out, *several, *_small(finest))


def notes_on_cells(rows: Sequence[Row]) -> tuple[str, ...]:
    """What the signs and the empty cells of a table mean, of those that are in it."""
    cells = [cell for row in rows for cell in row.cells]
    states = {cell.state for cell in cells}
    empty = [meaning for state, meaning in _EMPTY.items() if state in states]
    marks = {cell.mark for cell in cells}
    signs = [f"{sign} {meaning}" for sign, meaning in MARKS.items() if sign in marks]
    return (
        *((f"Nobody says so: {'; '.join(empty)}.",) if State.DENIED in states or State.UNASKED in states else ()),
        *((f"What a number rests on: {'; '.join(signs)}.",) if signs else ()),
        *((_SHARES,) if State.UNASKED in states else ()),
    )


_EMPTY = {
    State.UNASKED: '"not asked" where the topic guide of the group has no question on it',
    State.SILENT: "0 where they were asked and do not mention it",
    State.DENIED: '"deny" with a number where that many say that it does not happen or did not',
}
_SHARES = (
    "Shares are of those whose topic guide asks about it; whoever brings it up unasked is counted, without a share."
)


def notes_on_counts(material: Material, covered: Sequence[Respondent]) -> tuple[str, ...]:
    """Which codings a table of the respondents `covered` counts, and how many a person has reviewed."""
    known = frozenset(one.id for one in covered)
    inside = [segment for segment in material.segments if segment.respondent.id in known]
    return (
        *_strangers(material.segments, material.respondents),
        *_basis(inside, material),
        f"{reviewed(inside)} of {len(inside)} codings have been reviewed by a person.",
    )


def _left_out(respondents: Sequence[Respondent], by: Grouping) -> Iterator[str]:
    if not by.applies_to:
        return
    types = " and ".join(readable(each) for each in by.applies_to)
    missing = Counter(person.type for person in respondents if person.type not in by.applies_to)
    for kind, count in sorted(missing.items()):
        who = f"{_number(count, 'respondent')} ({readable(kind) or 'type not recorded'})"
        yield f"{who} {_verb(count)} not in this table: {_name(by)} is recorded for {types}."


def _name(by: Grouping) -> str:
    return by.title or readable(by.field)


def _strangers(segments: Sequence[CodedSegment], respondents: Sequence[Respondent]) -> Iterator[str]:
    known = {person.id for person in respondents}
    count = sum(segment.respondent.id not in known for segment in segments)
    if count:
        yield f"{_number(count, 'coding')} {_verb(count)} not counted: who speaks is not in the respondent list."


def _several(finest: Sequence[Column], respondents: Sequence[Respondent], by: Grouping) -> Iterator[str]:
    inside = {person for column in finest for person in column.respondents}
    count = sum(len(values_of(one, by.field)) > 1 for one in respondents if one.id in inside)
    if count:
        verbs = ("has", "counts") if count == 1 else ("have", "count")
        yield (
            f"{_number(count, 'respondent')} {verbs[0]} several values of {_name(by)} and {verbs[1]} in the column "
            "of each: the columns add up to more than all respondents."
        )


def _small(groups: Sequence[Column]) -> Iterator[str]:
    small = [group.title for group in groups if group.n < SMALLEST_PERCENTAGE]
    if small:
        more = f" and {len(small) - _NAMED} more" if len(small) > _NAMED else ""
        yield (
            f"Groups of fewer than {SMALLEST_PERCENTAGE} respondents ({', '.join(small[:_NAMED])}{more}): "
            'read "1 of 3", not a percentage, and do not generalise.'
        )


_BASES = {
    Basis.ALL: "codings that are suggested, accepted, edited or added",
    Basis.REVIEWED: "only codings that a person has accepted, edited or added",
    Basis.HUMAN: "only codings that people made themselves",
}


def _basis(inside: Sequence[CodedSegment], material: Material) -> Iterator[str]:
    yield (
        f"Counted are {_BASES[material.basis]}, and affirmed (or what the code's "
        '"counts" says). Respondents are counted once; a mention is a run of neighbouring sentences of one turn.'
    )
    unread = sum(not segment.coding.assertion for segment in inside)
    if unread:
        yield (
            f"Assertion not read in {unread} of {len(inside)} codings: what is denied ('they did not hit us'), feared "
            "or asked about counts there like what is affirmed."
        )
    known = {code.id for code in material.codebook.codes()}
    lost = sum(segment.coding.code not in known for segment in inside)
    if lost:
        yield f"{_number(lost, 'coding')} {_verb(lost)} not counted: this codebook does not have their code."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _verb(count: int) -> str:
    return "is" if count == 1 else "are"
