"""The notes under a theme table: whom it covers, which codings it counts, how small its groups are."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qualcode.analysis.counting import reviewed
from qualcode.analysis.groups import readable
from qualcode.analysis.shares import SMALLEST_PERCENTAGE
from qualcode.model.codebook import Codebook
from qualcode.model.coded import CodedSegment
from qualcode.model.respondent import Respondent
from qualcode.model.table import Column


def notes_on_groups(
    across: Sequence[Column], respondents: Sequence[Respondent], name: str, *, applies_to: Sequence[str]
) -> tuple[str, ...]:
    """Whom the columns of a table cover; `name` is what its profile field is called."""
    return (*_left_out(respondents, name, applies_to), *_several(across[1:], name), *_small(across[1:]))


def notes_on_counts(
    segments: Sequence[CodedSegment], across: Sequence[Column], respondents: Sequence[Respondent], codebook: Codebook
) -> tuple[str, ...]:
    """Which codings a table counts, and how many a person has reviewed."""
    covered = frozenset(across[0].respondents)
    inside = [segment for segment in segments if segment.respondent.id in covered]
    return (
        *_strangers(segments, respondents),
        *_basis(inside, codebook),
        f"{reviewed(inside)} of {len(inside)} codings have been reviewed by a person.",
    )


def _left_out(respondents: Sequence[Respondent], name: str, applies_to: Sequence[str]) -> Iterator[str]:
    if not applies_to:
        return
    types = " and ".join(readable(each) for each in applies_to)
    missing = Counter(person.type for person in respondents if person.type not in applies_to)
    for kind, count in sorted(missing.items()):
        who = f"{_number(count, 'respondent')} ({readable(kind) or 'type not recorded'})"
        yield f"{who} {_verb(count)} not in this table: {name} is recorded for {types}."


def _strangers(segments: Sequence[CodedSegment], respondents: Sequence[Respondent]) -> Iterator[str]:
    known = {person.id for person in respondents}
    count = sum(segment.respondent.id not in known for segment in segments)
    if count:
        yield f"{_number(count, 'coding')} {_verb(count)} not counted: who speaks is not in the respondent list."


def _several(groups: Sequence[Column], name: str) -> Iterator[str]:
    columns = Counter(person for group in groups for person in group.respondents)
    count = sum(number > 1 for number in columns.values())
    if count:
        verbs = ("has", "counts") if count == 1 else ("have", "count")
        yield (
            f"{_number(count, 'respondent')} {verbs[0]} several values of {name} and {verbs[1]} in the column "
            "of each: the columns add up to more than all respondents."
        )


def _small(groups: Sequence[Column]) -> Iterator[str]:
    small = [group.title for group in groups if group.n < SMALLEST_PERCENTAGE]
    if small:
        yield (
            f"Groups of fewer than {SMALLEST_PERCENTAGE} respondents ({', '.join(small)}): "
            'read "1 of 3", not a percentage, and do not generalise.'
        )


def _basis(inside: Sequence[CodedSegment], codebook: Codebook) -> Iterator[str]:
    yield (
        "Counted are codings that are suggested, accepted, edited or added, and affirmed (or what the code's "
        '"counts" says). Respondents are counted once; a mention is a run of neighbouring sentences of one turn.'
    )
    unread = sum(not segment.coding.assertion for segment in inside)
    if unread:
        yield (
            f"Assertion not read in {unread} of {len(inside)} codings: what is denied ('they did not hit us'), feared "
            "or asked about counts there like what is affirmed."
        )
    known = {code.id for code in codebook.codes()}
    lost = sum(segment.coding.code not in known for segment in inside)
    if lost:
        yield f"{_number(lost, 'coding')} {_verb(lost)} not counted: this codebook does not have their code."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _verb(count: int) -> str:
    return "is" if count == 1 else "are"
