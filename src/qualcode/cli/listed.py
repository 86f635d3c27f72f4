"""How a listing looks on the terminal, in csv and in json."""

from collections.abc import Sequence

from qualcode.cli.listing import Column, show_listing
from qualcode.cli.listing import Kind as Width
from qualcode.cli.options import Format
from qualcode.cli.render import tell
from qualcode.model.table import Figure, Heading, Kind, Listing

_WIDTHS = {
    Kind.TEXT: Width.WIDE,
    Kind.NAME: Width.WIDE,
    Kind.ID: Width.NARROW,
    Kind.NUMBER: Width.NUMBER,
    Kind.SHARE: Width.NUMBER,
    Kind.TICK: Width.HIDDEN,
}


def show_listed(listing: Listing, *, format: Format, notes: Sequence[str] = ()) -> None:
    """A listing on standard output, what a reader must know about it on standard error.

    csv and json have plain values under the headings' names; a table has the marks and the titles.
    """
    reading = format is Format.TABLE
    rows = [[_shown(figure) if reading else figure.value for figure in row] for row in listing.rows]
    show_listing([*map(_column, listing.headings)], rows, format=format, title=listing.title)
    for note in dict.fromkeys([*listing.notes, *notes]):
        tell(f"Note: {note}")


def _column(heading: Heading) -> Column:
    kind = Width.HIDDEN if heading.folded else _WIDTHS[heading.kind]
    return Column(heading.name, kind, heading.title)


def _shown(figure: Figure) -> str:
    return f"{figure.value}{figure.mark}"
