"""Which codes are spoken of together: in one sentence, in one turn, in one transcript."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations

from qualcode.analysis.counting import counted_positions
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "cooccurrence"
_ABOUT = "Which codes are spoken of together: in one sentence, in one turn, in one transcript."

_HEADINGS = (
    Heading("code", "Code", Kind.ID),
    Heading("name", "Name", Kind.NAME),
    Heading("other_code", "Other code", Kind.ID),
    Heading("other_name", "Other name", Kind.NAME),
    Heading("sentences", "In one sentence", Kind.NUMBER, "Sentences that carry both codes."),
    Heading("turns", "In one turn", Kind.NUMBER, "Turns in which both codes stand, in whatever sentences."),
    Heading("transcripts", "In one transcript", Kind.NUMBER, "Transcripts in which both codes stand anywhere."),
    Heading("respondents", "Respondents", Kind.NUMBER, "Respondents who speak of both in one turn."),
)

Place = Callable[[CodedSegment], Iterable[Hashable]]


def cooccurrence(material: Material) -> Listing:
    """A row for every two codes that stand together in a turn at least once, those of most sentences first.

    Only codings that tables count. Numbers lead to the codings of both codes in the places they count.
    """
    names = {code.id: code.name for code in material.codebook.codes()}
    order = {code: place for place, code in enumerate(names)}
    counted = counted_positions(material.segments, material.codebook)
    by_code: dict[str, list[int]] = defaultdict(list)
    for position in counted:
        by_code[material.segments[position].coding.code].append(position)
    places = {
        code: tuple(_places(material, positions, place) for place in (_sentences, _turn, _transcript))
        for code, positions in by_code.items()
    }
    rows = []
    for one, other in combinations(sorted(by_code, key=order.__getitem__), 2):
        together = [_together(first, second) for first, second in zip(places[one], places[other], strict=True)]
        if together[1].value:
            people = {material.segments[position].respondent.id for position in together[1].codings}
            labels = (one, names[one], other, names[other])
            respondents = Figure(len(people), together[1].codings, tuple(sorted(people)))
            rows.append((*map(Figure, labels), *together, respondents))
    rows.sort(key=lambda row: [-int(figure.value) for figure in row[4:7]])
    notes = ("Counted are the same codings as in the theme tables. Codes without a row never stand in one turn.",)
    return Listing(ID, "Co-occurrence", _ABOUT, _HEADINGS, tuple(rows), notes, shaded=True)


def _places(material: Material, positions: Iterable[int], place: Place) -> dict[Hashable, list[int]]:
    """Where codings stand, each place with the codings in it."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for position in positions:
        for where in place(material.segments[position]):
            found[where].append(position)
    return found


def _sentences(segment: CodedSegment) -> Iterator[Hashable]:
    coding = segment.coding
    return ((coding.transcript, number) for number in range(coding.first_segment, coding.last_segment + 1))


def _turn(segment: CodedSegment) -> Iterator[Hashable]:
    yield (segment.coding.transcript, segment.coding.turn)


def _transcript(segment: CodedSegment) -> Iterator[Hashable]:
    yield segment.coding.transcript


def _together(first: dict[Hashable, list[int]], second: dict[Hashable, list[int]]) -> Figure:
    """How many places two codes share, with their codings there."""
    shared = first.keys() & second.keys()
    return Figure(len(shared), tuple(sorted({one for place in shared for one in (*first[place], *second[place])})))
