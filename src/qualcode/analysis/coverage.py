"""Coverage: what each theme and code holds, and how much of what respondents said the codebook hears."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qualcode.analysis.counting import COUNTED, counted_positions
from qualcode.analysis.groups import NOT_RECORDED, readable, values_of
from qualcode.analysis.shares import share
from qualcode.analysis.voicing import people
from qualcode.model.codebook import Theme
from qualcode.model.coded import Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID, SPEECH = "coverage", "speech"
_HEADINGS = (
    Heading("theme", "Theme", Kind.ID),
    Heading("code", "Code", Kind.ID),
    Heading("respondents", "Respondents", Kind.NUMBER),
    Heading("segments", "Sentences", Kind.NUMBER, "Different sentences with a coding that tables count."),
    Heading("reviewed", "Decided on", Kind.NUMBER, "Codings of rules that a person has accepted, changed or rejected."),
    Heading("accepted", "Accepted", Kind.SHARE, "Of those decided on, accepted or changed."),
    Heading("rejected", "Rejected", Kind.SHARE, "Of those decided on."),
    Heading("remark", "Remark", Kind.NAME),
)
_NOTES = (
    "Accepted and rejected are shares of what somebody chose to look at, and do not say how right the rules are.",
)
_SPEECH = (
    Heading("by", "By", Kind.ID),
    Heading("group", "Transcript or group", Kind.ID),
    Heading("respondents", "Respondents", Kind.NUMBER),
    Heading("words", "Words", Kind.NUMBER, "Words that respondents said, parted by spaces."),
    Heading("coded", "Coded", Kind.NUMBER, "Words in sentences with a code."),
    Heading("share", "Share", Kind.SHARE),
)
_SPEECH_NOTES = (
    "A sentence is coded where a code lies on it, denials and fears too, unless it was rejected or people differ.",
    "A low share is a reason to read, no fault: much of what people say is about nothing that the study asks.",
)
_MOST_VALUES = 12


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a respondent, by its place and its length in words."""

    transcript: str
    segment: int
    respondent: str
    words: int


def coverage(material: Material) -> Listing:
    """Every theme and its codes, in the order of the codebook, those without data and with one respondent marked."""
    counted: dict[str, list[int]] = defaultdict(list)
    for position in counted_positions(material.segments, material.codebook):
        counted[material.segments[position].coding.code].append(position)
    rows = tuple(row for theme in material.codebook.themes for row in _rows(material, theme, counted))
    about = "What each theme and code holds: who speaks of it, in how many sentences, and what people decided."
    return Listing(ID, "Coverage", about, _HEADINGS, rows, _NOTES)


def _rows(material: Material, theme: Theme, counted: dict[str, list[int]]) -> Iterator[tuple[Figure, ...]]:
    codes = [code.id for code in theme.codes]
    whole = _row(material, (theme.id, ""), codes, sorted(place for code in codes for place in counted[code]))
    yield tuple(Figure(one.value, one.codings, one.people, strong=True) for one in whole)
    for code in codes:
        yield _row(material, (theme.id, code), [code], counted[code])


def _row(
    material: Material, name: tuple[str, str], codes: Sequence[str], positions: Sequence[int]
) -> tuple[Figure, ...]:
    who = people(material, positions)
    spoken = _sentences(material, positions)
    statuses = Counter(
        one.coding.status for one in material.segments if one.coding.code in codes and one.coding.method == "rule"
    )
    accepted, rejected = statuses["accepted"] + statuses["edited"], statuses["rejected"]
    decided = accepted + rejected
    return (
        Figure(name[0]),
        Figure(name[1]),
        Figure(len(who), tuple(positions), who),
        Figure(len(spoken), tuple(positions)),
        Figure(decided),
        Figure(share(accepted, decided) if decided else ""),
        Figure(share(rejected, decided) if decided else ""),
        Figure({0: "no data", 1: "one respondent only"}.get(len(who), "")),
    )


def _sentences(material: Material, positions: Iterable[int]) -> set[tuple[str, int]]:
    codings = (material.segments[position].coding for position in positions)
    return {(one.transcript, at) for one in codings for at in range(one.first_segment, one.last_segment + 1)}


def speech(material: Material, said: Iterable[Said]) -> Listing:
    """The share of respondents' words that stand in coded sentences: all, by profile group, by transcript."""
    known = {one.id for one in material.respondents}
    sentences = [one for one in said if one.respondent in known]
    coded = _sentences(
        material, (at for at, one in enumerate(material.segments) if one.coding.status in COUNTED and one.respondent.id)
    )
    rows = [tuple(Figure(one.value, strong=True) for one in _speech_row("all", "all", sentences, coded))]
    for field, title in material.fields.items():
        groups: dict[str, set[str]] = defaultdict(set)
        for person in material.respondents:
            for value in values_of(person, field) or ("",):
                groups[value].add(person.id)
        if 1 < len(groups) <= _MOST_VALUES:
            for value, members in sorted(groups.items()):
                mine = [one for one in sentences if one.respondent in members]
                rows.append(_speech_row(title, readable(value) or NOT_RECORDED, mine, coded))
    for name in sorted({one.transcript for one in sentences}):
        rows.append(_speech_row("transcript", name, [one for one in sentences if one.transcript == name], coded))
    about = "How much of what respondents said stands in a sentence with a code, by profile group and transcript."
    return Listing(SPEECH, "Speech coded", about, _SPEECH, tuple(rows) if sentences else (), _SPEECH_NOTES)


def _speech_row(by: str, group: str, sentences: Sequence[Said], coded: set[tuple[str, int]]) -> tuple[Figure, ...]:
    words = sum(one.words for one in sentences)
    heard = sum(one.words for one in sentences if (one.transcript, one.segment) in coded)
    speakers = tuple(sorted({one.respondent for one in sentences}))
    return (
        Figure(by),
        Figure(group),
        Figure(len(speakers), people=speakers),
        Figure(words),
        Figure(heard),
        Figure(share(heard, words) if words else ""),
    )
