"""What the page's script works on: people, codes, turns and codings, as small as can be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qualcode.exporters import readings
from qualcode.exporters.places import where
from qualcode.exporters.texts import visible
from qualcode.model.coded import CodedSegment, Report, SpokenTurn
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Span


def page_data(report: Report) -> Mapping[str, Any]:
    """A value that JSON can hold.

    Turns are `[interview, speaker, role, person, text, codings]`, a coded one also `[..., question, where]`: the place
    of the turn it answers (-1 for none) and where it stands in its file. In a coding `m` are the spans of its matched
    words, in UTF-16 units of the turn's text, as browsers count; `n` is its position in the report, which figures name.
    """
    people = _people(report)
    places = {person.id: number for number, person in enumerate(people)}
    fields = {"respondent_type": "Respondents", **report.fields} if people else {}
    codings: dict[tuple[str, int], list[int]] = defaultdict(list)
    for position, segment in enumerate(report.segments):
        codings[segment.coding.transcript, segment.coding.turn].append(position)
    turns = list(_turns(report, codings, places)) if report.interviews else list(_alone(report, places))
    return {
        "themes": [
            {
                "id": theme.id,
                "name": theme.name,
                "codes": [{"id": code.id, "name": code.name, "about": code.definition} for code in theme.codes],
            }
            for theme in report.codebook.themes
        ],
        "fields": [{"id": id_, "name": title} for id_, title in fields.items() if _held(people, id_)],
        "people": [
            {"label": visible(one.label or one.id), **{id_: _values(one, id_) for id_ in fields if _values(one, id_)}}
            for one in people
        ],
        "interviews": [visible(one.id) for one in report.interviews],
        "turns": turns,
        "published": bool(report.published),
    }


def _people(report: Report) -> Sequence[Respondent]:
    known = {one.id: one for one in report.respondents}
    for segment in report.segments:
        if segment.respondent.id and not report.published:
            known.setdefault(segment.respondent.id, segment.respondent)
    return list(known.values())


def _values(person: Respondent, field: str) -> list[str]:
    values = (person.type,) if field == "respondent_type" else person.attributes.get(field, ())
    return [value.replace("_", " ") for value in values if value]


def _held(people: Sequence[Respondent], field: str) -> bool:
    """Whether a field tells anybody from anybody, and more than one from more than one."""
    values = [tuple(_values(one, field)) for one in people]
    return 1 < len(set(values)) < max(len(people), 3)


def _turns(
    report: Report, codings: Mapping[tuple[str, int], Sequence[int]], places: Mapping[str, int]
) -> Iterator[list[Any]]:
    counted, place = report.counted(), 0
    for number, interview in enumerate(report.interviews):
        asked: dict[str, int] = {}
        for turn in interview.turns:
            positions = codings.get((interview.id, turn.number), ())
            found = [_coding(report.segments[position], position, turn, counted) for position in positions]
            more: list[Any] = []
            if positions:
                first = report.segments[positions[0]]
                more = [asked.get(first.question, -1), where(first.position)]
            role, person = turn.role.value, places.get(turn.respondent, -1)
            yield [number, visible(turn.speaker), role, person, _shown(turn.text), found, *more]
            asked[turn.text] = place
            place += 1


def _alone(report: Report, places: Mapping[str, int]) -> Iterator[list[Any]]:
    """Passages without the interviews around them: each a turn of its own, with its label as speaker."""
    counted = report.counted()
    for position, segment in enumerate(report.segments):
        turn = SpokenTurn(0, "", segment.role, segment.respondent.id, segment.coding.span.start, segment.text)
        coding = {**_coding(segment, position, turn, counted), "m": []}
        person = places.get(segment.respondent.id, -1)
        yield [-1, visible(segment.respondent.label), segment.role.value, person, _shown(segment.text), [coding]]


def _coding(segment: CodedSegment, position: int, turn: SpokenTurn, counted: frozenset[int]) -> dict[str, Any]:
    coding = segment.coding
    matched = coding.evidence or (coding.span,)
    found: dict[str, Any] = {
        "n": position,
        "c": coding.code,
        "r": coding.assertion,
        "k": int(position in counted),
        "m": [_within(turn, span) for span in matched],
        "say": readings.happened(coding),
        "seg": segment.segment,
        "status": coding.status,
    }
    event = {"who": readings.party(coding.agent), "what": coding.action.replace("_", " ")}
    event |= {"whom": readings.party(coding.target), "how": readings.known(coding), "memo": visible(coding.memo)}
    return found | {key: value for key, value in event.items() if value}


def _within(turn: SpokenTurn, span: Span) -> list[int]:
    """A span of the transcript as UTF-16 units of the turn's text, cut to the turn."""
    start, end = (min(max(place - turn.start, 0), len(turn.text)) for place in (span.start, span.end))
    return [_units(turn.text[:start]), _units(turn.text[:end])]


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _shown(text: str) -> str:
    """The words as they are; what no browser shows gives way to a symbol of the same length."""
    shown = visible(text)
    return shown if len(shown) == len(text) else text.replace("\x00", "\u2400")
