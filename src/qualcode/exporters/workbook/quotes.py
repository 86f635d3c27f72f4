"""The sheet of quotes: one row a coding, in the words that were said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from qualcode.exporters import readings
from qualcode.exporters.places import where
from qualcode.exporters.texts import pieces, visible
from qualcode.exporters.workbook import blocks
from qualcode.exporters.workbook.look import HEADER, WRAPPED
from qualcode.exporters.workbook.names import field_heading, profile_fields, profile_value
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.model.codebook import Code
from qualcode.model.coded import CodedSegment, Report

QUOTE_COLUMN = 3


class _Heading(NamedTuple):
    """A column of the sheet."""

    title: str
    width: float
    note: str = ""
    folded: bool = False
    """A technical column, which readers see when they unfold it."""
    published: bool = False
    """Whether it may stand in a published workbook: nothing but the words, the label and what was read of them."""


_BEFORE = (
    _Heading("Theme", 22.0, published=True),
    _Heading("Code", 28.0, published=True),
    _Heading("Quote", 72.0, "The sentence or sentences, word for word as transcribed.", published=True),
    _Heading("Label", 28.0, "What may stand under the quote in a report that stays inside the study.", published=True),
    _Heading("Did it happen?", 17.0, "As the rule read it. Empty where that was not read.", published=True),
    _Heading("Who did it", 15.0, "An actor of the codebook, somebody else, or nobody named.", published=True),
    _Heading("What they did", 15.0, "The kind of action, as the codebook calls it.", published=True),
    _Heading("To whom", 15.0, published=True),
    _Heading("How it is known", 16.0, "Seen or heard from others, where the words say so."),
    _Heading("Whom it happened to", 17.0, "The speaker, family or friends, others, people in general."),
    _Heading("Sentence before", 40.0, "Of the same turn."),
    _Heading("Sentence after", 40.0, "Of the same turn."),
    _Heading("Respondent", 18.0),
)
_AFTER = (
    _Heading("Said by", 13.0, "The respondent, or an interpreter who renders their words."),
    _Heading("Said in answer to", 40.0, "The interviewer's question."),
    _Heading("Where it happened", 17.0, "As the same clause names it."),
    _Heading("When it happened", 17.0, "Before, now, or the date said."),
    _Heading("Status", 11.0, "Suggested by a rule until a person accepts, rejects or changes it.", published=True),
    _Heading("Coder", 10.0),
    _Heading("Memo", 24.0),
    _Heading("For the report", 16.0, "Name a section here, and qualcode quotes read picks the quote for it."),
    _Heading("In a theme table", 10.0, "Whether tables count it: affirmed, and rejected by nobody."),
    _Heading("Where in the file", 20.0),
    _Heading("Segment", 22.0, "The running number of the sentence in its transcript."),
    _Heading("Transcript", 20.0, folded=True),
    _Heading("Code id", 26.0, folded=True),
    _Heading("Matched words", 24.0, "The words that made the rule fire.", folded=True),
    _Heading("Rule", 24.0, folded=True),
    _Heading("Assertion", 12.0, folded=True),
    _Heading("Found through", 12.0, "How the words say who did it (via in the codings table).", folded=True),
    _Heading("Method", 9.0, folded=True),
)
_PRINTED = 4


@dataclass(frozen=True, slots=True)
class BackLinks:
    """Where each quote leads: its code in the theme table, its respondent in the matrix; "" for nowhere."""

    code: Callable[[str], str]
    respondent: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every row of the sheet needs."""

    report: Report
    fields: tuple[str, ...]
    codes: Mapping[str, Code]
    themes: Mapping[str, str]
    counted: frozenset[int]
    links: BackLinks


def widths(report: Report) -> list[float]:
    """The widths of the sheet's columns."""
    return [*(heading.width for heading in _headings(report)), 8.0]


def fill(sheet: Sheet, report: Report, links: BackLinks, *, step: Callable[[], None]) -> blocks.Rows:
    """Writes every coding of the report and says on which rows; `step` is called after each."""
    codes = {code.id: code for code in report.codebook.codes()}
    themes = {theme.id: theme.name for theme in report.codebook.themes}
    page = _Page(report, profile_fields(report), codes, themes, report.counted(), links)
    headings = _headings(report)
    for number, heading in enumerate(headings, start=1):
        if heading.folded:
            sheet.fold(number)
    sheet.append([Field(heading.title, HEADER, note=heading.note) for heading in headings])
    ordered = blocks.order(report)
    everything, shown = _all_headings(report), set(headings)
    rows: dict[int, tuple[int, int]] = {}
    for position in ordered:
        first = sheet.row + 1
        fields = zip(everything, _fields(page, position), strict=True)
        sheet.append([field for heading, field in fields if heading in shown], numbered=True)
        rows[position] = (first, sheet.row)
        step()
    sheet.table(1, sheet.row, titles=[heading.title for heading in headings])
    sheet.print_only(columns=_PRINTED)
    return blocks.Rows(rows, blocks.by_cell(report, ordered))


def _headings(report: Report) -> list[_Heading]:
    """The columns of a report, "Part" last where some text is divided."""
    shown = [heading for heading in _all_headings(report) if heading.published or not report.published]
    part = [_Heading("Part", 8.0)] if any(_is_divided(segment) for segment in report.segments) else []
    return [*shown, *part]


def _all_headings(report: Report) -> list[_Heading]:
    """All columns; a profile field that is called like one of the sheet's own is told apart."""
    own = {heading.title for heading in (*_BEFORE, *_AFTER)}
    titles = [field_heading(field, report.fields) for field in profile_fields(report)]
    profile = [_Heading(f"{title} (profile)" if title in own else title, 16.0) for title in titles]
    return [*_BEFORE, *profile, *_AFTER]


def _is_divided(segment: CodedSegment) -> bool:
    """Whether some text of a coding is too long for one cell."""
    person, coding = segment.respondent, segment.coding
    texts = (segment.text, segment.before, segment.after, segment.question, coding.matched, coding.memo, person.label)
    return any(len(pieces(visible(text))) > 1 for text in texts)


def _fields(page: _Page, position: int) -> Iterator[Field | None]:
    """The cells of one coding; an empty text leaves its cell empty."""
    segment = page.report.segments[position]
    coding, person = segment.coding, segment.respondent
    code = page.codes.get(coding.code)
    yield _text(page.themes.get(coding.theme, coding.theme))
    yield _text(code.name if code else coding.code, page.links.code(coding.code))
    yield _text(segment.text)
    yield _text(person.label)
    yield _text(readings.happened(coding))
    yield _text(readings.party(coding.agent))
    yield _text(coding.action.replace("_", " "))
    yield _text(readings.party(coding.target))
    yield _text(readings.known(coding))
    yield _text(readings.suffered(coding))
    yield _text(segment.before)
    yield _text(segment.after)
    yield _text(person.id, page.links.respondent(person.id))
    for field in page.fields:
        yield _text(profile_value(person, field))
    yield _text(segment.role.value)
    for value in (segment.question, coding.place, coding.period):
        yield _text(value)
    for value in (coding.status, coding.coder, coding.memo, ""):
        yield _text(value)
    yield _text("yes" if position in page.counted else "no")
    for value in (where(segment.position), segment.segment, coding.transcript, coding.code):
        yield _text(value)
    for value in (coding.matched, coding.rule, coding.assertion, coding.via, coding.method):
        yield _text(value)


def _text(value: str, link: str = "") -> Field | None:
    return Field(value, WRAPPED, link) if value else None
