"""The sheet of a listing: one row a line, numbers linked to the words behind them."""

from collections.abc import Callable, Iterable, Iterator

from qualcode.exporters.workbook.look import COUNT, FAINT, HEADER, MUTED, PLAIN, THEME_FILL, WRAPPED, Look, shade
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.model.table import Figure, Heading, Kind, Listing

_WIDTHS = {Kind.TEXT: 48.0, Kind.NAME: 26.0, Kind.ID: 24.0, Kind.NUMBER: 13.0, Kind.SHARE: 12.0, Kind.TICK: 4.5}
_NUMBERS = (Kind.NUMBER, Kind.SHARE, Kind.TICK)
_TURNED_HEADING = 150.0
_NARROWEST = 9.0
_WIDEST = 200.0
"""Wider sheets print on larger paper."""

Link = Callable[[Iterable[int]], str]
"""From codings (positions in the report) to the place of their quotes, "" where there is none."""


def widths(listing: Listing) -> list[float]:
    """The widths of the sheet's columns."""
    return [_width(listing, place) for place in range(len(listing.headings))]


def fill(sheet: Sheet, listing: Listing, *, link: Link) -> None:
    """Writes the headings, a row for each of the listing's, and its notes."""
    for number, heading in enumerate(listing.headings, start=1):
        if heading.folded:
            sheet.fold(number)
    across = sum(width for width, heading in zip(widths(listing), listing.headings, strict=True) if not heading.folded)
    if across > _WIDEST:
        sheet.large_paper()
    if across > 2 * _WIDEST:
        sheet.several_pages_wide(round(across / _WIDEST))
    turned = any(heading.kind is Kind.TICK for heading in listing.headings)
    sheet.append([_heading(heading) for heading in listing.headings], height=_TURNED_HEADING if turned else 0)
    largest = listing.largest()
    for row in listing.rows:
        sheet.append(list(_row(listing, row, largest, link)))
    sheet.table(1, sheet.row, titles=[heading.title for heading in listing.headings])
    sheet.append([])
    for note in listing.notes:
        sheet.append([Field(note, PLAIN.but(italic=True, color=MUTED))])
    if listing.picture:
        sheet.break_page()
        sheet.picture(listing.picture, row=sheet.row + 2)


def _heading(heading: Heading) -> Field:
    look = HEADER.but(across="right") if heading.kind in _NUMBERS else HEADER
    if heading.kind is Kind.TICK:
        look = HEADER.but(turned=True, across="center", wrap=False)
    return Field(heading.title, look, note=heading.note)


def _row(listing: Listing, row: tuple[Figure, ...], largest: int, link: Link) -> Iterator[Field | None]:
    for heading, figure in zip(listing.headings, row, strict=True):
        look = _look(heading, figure)
        if listing.shaded and heading.kind is Kind.NUMBER and isinstance(figure.value, int):
            look = look.but(fill=shade(figure.value, largest))
        if figure.value == "":
            yield Field("", look) if look.fill else None
            continue
        value = f"{figure.value}{figure.mark}" if figure.mark else figure.value
        yield Field(value, look, link(figure.codings) if figure.codings else "")


def _look(heading: Heading, figure: Figure) -> Look:
    number = heading.kind in _NUMBERS
    look = COUNT if number else WRAPPED
    if number and figure.value == 0:
        look = look.but(color=FAINT)
    if heading.kind is Kind.ID:
        look = look.but(color=MUTED)
    return look.but(bold=True, fill=THEME_FILL) if figure.strong else look


def _width(listing: Listing, place: int) -> float:
    """As wide as the kind of column asks for, narrower where nothing needs the room."""
    heading = listing.headings[place]
    if heading.kind is Kind.TICK:
        return _WIDTHS[heading.kind]
    longest = max((len(str(row[place].value)) for row in listing.rows), default=0)
    words = max(map(len, heading.title.split()), default=0)
    needed = max(longest + 2.0, words + 4.0, _NARROWEST)
    return min(_WIDTHS[heading.kind], needed)
