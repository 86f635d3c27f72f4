"""The sheet of quotes: one row a coding, in the words that were said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from qualcode.exporters.workbook import blocks
from qualcode.exporters.workbook.look import HEADER, WRAPPED
from qualcode.exporters.workbook.names import field_heading, profile_fields, profile_value
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.exporters.workbook.texts import pieces, visible
from qualcode.model.codebook import Code
from qualcode.model.coded import CodedSegment, Report
from qualcode.model.source import Position

QUOTE_COLUMN = 3
_BEFORE = (
    ("Theme", 22.0),
    ("Code", 28.0),
    ("Quote", 72.0),
    ("Label", 28.0),
    ("Code id", 26.0),
    ("Respondent", 18.0),
)
_AFTER = (
    ("Said by", 13.0),
    ("Transcript", 20.0),
    ("Segment", 22.0),
    ("Where in the file", 20.0),
    ("Said in answer to", 40.0),
    ("Matched words", 24.0),
    ("Rule", 24.0),
    ("Assertion", 12.0),
    ("Method", 9.0),
    ("Coder", 10.0),
    ("Status", 11.0),
    ("In a theme table", 10.0),
    ("Memo", 24.0),
)


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
    profile = [16.0] * len(profile_fields(report))
    return [width for _, width in _BEFORE] + profile + [width for _, width in _AFTER] + [8.0]


def fill(sheet: Sheet, report: Report, links: BackLinks, *, step: Callable[[], None]) -> blocks.Rows:
    """Writes every coding of the report and says on which rows; `step` is called after each."""
    codes = {code.id: code for code in report.codebook.codes()}
    themes = {theme.id: theme.name for theme in report.codebook.themes}
    page = _Page(report, profile_fields(report), codes, themes, blocks.counted(report), links)
    titles = _titles(page)
    sheet.append([Field(title, HEADER) for title in titles])
    ordered = blocks.order(report)
    rows: dict[int, tuple[int, int]] = {}
    for position in ordered:
        first = sheet.row + 1
        sheet.append(list(_fields(page, position)), numbered=True)
        rows[position] = (first, sheet.row)
        step()
    sheet.filter(1, sheet.row, columns=len(titles))
    sheet.print_only(columns=len(_BEFORE))
    return blocks.Rows(rows, blocks.by_cell(report, ordered))


def where(position: Position) -> str:
    """A position in words: "page 3, paragraph 12", a time as "at 00:12:31"."""
    numbered = (("page", position.page), ("paragraph", position.paragraph), ("row", position.row))
    words = [f"{name} {number}" for name, number in numbered if number is not None]
    return ", ".join([*words, _time(position.time)] if position.time is not None else words)


def _time(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"at {hour:02}:{minute:02}:{second:02}"


def _titles(page: _Page) -> list[str]:
    profile = [field_heading(field, page.report.fields) for field in page.fields]
    part = ["Part"] if any(_is_divided(segment) for segment in page.report.segments) else []
    return [title for title, _ in _BEFORE] + profile + [title for title, _ in _AFTER] + part


def _is_divided(segment: CodedSegment) -> bool:
    """Whether some text of a coding is too long for one cell."""
    person, coding = segment.respondent, segment.coding
    texts = (segment.text, segment.question, coding.matched, coding.memo, person.label)
    return any(len(pieces(visible(text))) > 1 for text in texts)


def _fields(page: _Page, position: int) -> Iterator[Field | None]:
    """The cells of one coding; an empty text leaves its cell empty."""
    segment = page.report.segments[position]
    coding, person = segment.coding, segment.respondent
    code = page.codes.get(coding.code)
    yield _text(page.themes.get(coding.theme, coding.theme))
    yield _text(code.name if code else coding.code)
    yield _text(segment.text)
    yield _text(person.label)
    yield _text(coding.code, page.links.code(coding.code))
    yield _text(person.id, page.links.respondent(person.id))
    for field in page.fields:
        yield _text(profile_value(person, field))
    yield _text(segment.role.value)
    yield _text(coding.transcript)
    yield _text(segment.segment)
    yield _text(where(segment.position))
    yield _text(segment.question)
    for value in (coding.matched, coding.rule, coding.assertion, coding.method, coding.coder):
        yield _text(value)
    yield _text(coding.status)
    yield _text("yes" if position in page.counted else "no")
    yield _text(coding.memo)


def _text(value: str, link: str = "") -> Field | None:
    return Field(value, WRAPPED, link) if value else None
