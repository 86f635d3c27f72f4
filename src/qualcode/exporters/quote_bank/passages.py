"""Passages of a code as a report quotes them: each once, those that say so apart from those that say otherwise."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.model.codebook import Code
from qualcode.model.coded import CodedSegment, Report

SAID = ""
HEARD = "Heard of from others"
_OTHERWISE = {
    "negated": "Denied",
    "ceased": "Said to have stopped",
    "hypothetical": "Feared, possible or expected",
    "asked": "Asked about",
}
HEADINGS = (SAID, HEARD, *_OTHERWISE.values())
"""What stands over the passages of a kind, in the order of the document; nothing over those that say so."""

_KEPT = ("suggested", "accepted", "edited", "added")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with one code: all its codings, of which the first speaks for it."""

    segment: CodedSegment
    heading: str


def by_code(report: Report) -> Mapping[str, Mapping[str, Sequence[Passage]]]:
    """Code to heading to the passages under it, by respondent type and position; rejected ones are left out."""
    codes = {code.id: code for code in report.codebook.codes()}
    found: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    seen: set[tuple[str, str, str]] = set()
    for passage in sorted(_passages(report, codes), key=_order):
        one = passage.segment
        key = (one.coding.code, one.segment or one.text, one.respondent.id)
        if key not in seen:
            seen.add(key)
            found[one.coding.code][passage.heading].append(passage)
    return found


def _passages(report: Report, codes: Mapping[str, Code]) -> Iterator[Passage]:
    for segment in report.segments:
        coding = segment.coding
        if coding.code in codes and coding.status in _KEPT:
            yield Passage(segment, _heading(segment, codes[coding.code]))


def _heading(segment: CodedSegment, code: Code) -> str:
    coding = segment.coding
    if coding.assertion and coding.assertion not in code.counts:
        return _OTHERWISE.get(coding.assertion, coding.assertion.capitalize())
    return HEARD if coding.source == "reported" else SAID


def _order(passage: Passage) -> tuple[str, str, int, int, str]:
    one = passage.segment
    return (
        one.respondent.type,
        one.coding.transcript,
        HEADINGS.index(passage.heading),
        one.coding.span.start,
        one.text,
    )
