"""Listings of the page: tables of any shape, without their technical columns."""

from collections.abc import Iterator, Sequence

from qualcode.exporters.page.figures import Figures, notes, text
from qualcode.exporters.page.themes import shade, size
from qualcode.model.table import Figure, Heading, Kind, Listing

_NUMBERS = (Kind.NUMBER, Kind.SHARE)
_LETTERS = {Kind.TEXT: 30, Kind.NAME: 18, Kind.ID: 16, Kind.NUMBER: 8, Kind.SHARE: 9, Kind.TICK: 3}
_MOST_TICKS = 60
"""Narrow columns that stand side by side on paper; a listing with more of them is shown in parts."""


def listing_html(listing: Listing, figures: Figures) -> str:
    """A listing with its notes and what its headings mean; several tables where it is too wide for paper."""
    shown = _shown(listing)
    parts = list(_parts(listing, shown))
    tables = [_table(listing, places, _caption(listing, at, len(parts)), figures) for at, places in enumerate(parts)]
    headings = (listing.headings[place] for place in shown)
    explained = [f"{one.title}: {one.note}" for one in headings if one.note and one.kind is not Kind.TICK]
    return f"{''.join(tables)}{notes((*explained, *listing.notes))}"


def _shown(listing: Listing) -> Sequence[int]:
    """The places of the columns a reader sees: none that is technical, or text that is still to be written."""
    return [
        place
        for place, one in enumerate(listing.headings)
        if not one.folded and (one.kind is not Kind.TEXT or any(row[place].value != "" for row in listing.rows))
    ]


def _parts(listing: Listing, shown: Sequence[int]) -> Iterator[Sequence[int]]:
    """The places of the columns of each table."""
    steady = [place for place in shown if listing.headings[place].kind is not Kind.TICK]
    narrow = [place for place in shown if listing.headings[place].kind is Kind.TICK]
    for start in range(0, max(len(narrow), 1), _MOST_TICKS):
        yield sorted((*steady, *narrow[start : start + _MOST_TICKS]))


def _caption(listing: Listing, at: int, parts: int) -> str:
    return f"{listing.about} Part {at + 1} of {parts}." if parts > 1 else listing.about


def _table(listing: Listing, places: Sequence[int], caption: str, figures: Figures) -> str:
    headings = [listing.headings[place] for place in places]
    largest = listing.largest() if listing.shaded else 0
    rows = "".join(
        f"<tr{_weight(row)}>{''.join(_cells(headings, [row[place] for place in places], largest, figures))}</tr>"
        for row in listing.rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{text(listing.title)}">'
        f'<table class="{size(sum(_LETTERS[one.kind] for one in headings))}"><caption>{text(caption)}</caption>'
        f"<thead><tr>{''.join(map(_heading, headings))}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _heading(heading: Heading) -> str:
    note = f' title="{text(heading.note)}"' if heading.note else ""
    if heading.kind is Kind.TICK:
        return f'<th scope="col" class="tick"{note}><span>{text(heading.title)}</span></th>'
    return f'<th scope="col" class="{_kind(heading)}"{note}>{text(heading.title)}</th>'


def _cells(headings: Sequence[Heading], row: Sequence[Figure], largest: int, figures: Figures) -> Iterator[str]:
    """The first column says what its row is about."""
    for at, (heading, figure) in enumerate(zip(headings, row, strict=True)):
        words = f"{figure.value}{figure.mark}"
        inner = figures.html(words, figure.codings if figure.value not in ("", 0) else ())
        direction = "" if words.isascii() else ' dir="auto"'
        look = f"{_kind(heading)} {_heat(heading, figure, largest)}".strip()
        yield f'<th scope="row"{direction}>{inner}</th>' if at == 0 else f'<td class="{look}"{direction}>{inner}</td>'


def _kind(heading: Heading) -> str:
    """The class of a column: "text", "name", "count" or "tick"."""
    if heading.kind in _NUMBERS:
        return "count"
    return "name" if heading.kind is Kind.ID else heading.kind.value


def _heat(heading: Heading, figure: Figure, largest: int) -> str:
    shaded = largest and heading.kind is Kind.NUMBER and isinstance(figure.value, int) and not figure.strong
    return shade(int(figure.value), largest) if shaded else ""


def _weight(row: Sequence[Figure]) -> str:
    return ' class="theme"' if any(figure.strong for figure in row) else ""
