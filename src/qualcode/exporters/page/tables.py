"""Tables of the page, readable without a script; numbers are buttons that a script leads to the words."""

from collections.abc import Iterator
from html import escape

from qualcode.exporters.texts import visible
from qualcode.model.table import WITHHELD, Cell, Figure, Heading, Kind, Level, Listing, Row, State, ThemeTable, Told

_STEPS = 4
_SMALLEST_SHADED = 10
_NUMBERS = (Kind.NUMBER, Kind.SHARE)
_APART = (
    ("denied", "negated", "deny it"),
    ("stopped", "ceased", "say it stopped"),
    ("possible", "hypothetical", "fear or expect it"),
)
_MOST_NAMED = 400
"""Codings that a button of a listing names; one with more leads nowhere, to keep the page small."""


def theme_html(table: ThemeTable, number: int) -> str:
    """A theme table: respondents with mentions and shares, then who says otherwise."""
    heads = [f'<th scope="col">{_text(column.title)}<br><small>n = {column.n}</small></th>' for column in table.columns]
    apart = [
        f'<th scope="col" class="apart">{_text(table.columns[place].title)}<br><small>{what}</small></th>'
        for place in table.totals()
        for _, _, what in _APART
    ]
    rows = "".join(_theme_row(table, row, number) for row in table.rows)
    about = "Respondents, with mentions in brackets and the share of those asked."
    if table.published:
        about = f"Respondents, with the share of those asked. {WITHHELD}: withheld."
    head = f'<tr><th scope="col">Theme and code</th>{"".join(heads)}{"".join(apart)}</tr>'
    return (
        f'<div class="wide"><table><caption>{about}</caption><thead>{head}</thead><tbody>{rows}</tbody></table></div>'
    )


def _theme_row(table: ThemeTable, row: Row, number: int) -> str:
    theme = row.level is Level.THEME
    code = row.theme if theme else row.code
    cells = [
        _theme_cell(cell, f'data-code="{escape(code)}" data-table="{number}" data-column="{place}"', column.n)
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True))
    ]
    for place in table.totals():
        for name, reading, _ in _APART:
            told: Told = getattr(row.cells[place], name)
            leads = f'data-code="{escape(code)}" data-table="{number}" data-column="{place}" data-reading="{reading}"'
            cells.append(f'<td class="apart">{_told(told, leads)}</td>')
    kind = "theme" if theme else "code"
    return f'<tr class="{kind}"><th scope="row">{_text(row.title)}</th>{"".join(cells)}</tr>'


def _theme_cell(cell: Cell, leads: str, n: int) -> str:
    if cell.state is State.WITHHELD:
        return f'<td class="none">{WITHHELD}</td>'
    if cell.state is State.DENIED:
        return f"<td>{_button(f'{len(cell.denied.respondents)} deny', f'{leads} data-reading=negated')}</td>"
    if cell.state is not State.SAID:
        return f'<td class="none">{"not asked" if cell.state is State.UNASKED else 0}</td>'
    count = len(cell.respondents)
    shade = f"s{min(1 + count * _STEPS // (n + 1), _STEPS)}" if n >= _SMALLEST_SHADED else "s0"
    mentions = f" ({cell.mentions})" if cell.mentions else ""
    share = f" <small>{_text(cell.share)}</small>" if cell.share else ""
    words = f"{count}{cell.mark}"
    return f'<td class="{shade}">{_button(words, leads) if cell.codings else words}{mentions}{share}</td>'


def _told(told: Told, leads: str) -> str:
    if told.withheld:
        return WITHHELD
    count = len(told.respondents)
    return _button(str(count), leads) if told.codings else str(count)


def _button(words: str, leads: str) -> str:
    return f'<button type="button" class="number" {leads}>{escape(words)}</button>'


def listing_html(listing: Listing) -> str:
    """A listing with its technical columns and its many narrow ones left out."""
    shown = [place for place, one in enumerate(listing.headings) if not one.folded and one.kind is not Kind.TICK]
    heads = "".join(_heading(listing.headings[place]) for place in shown)
    rows = "".join(f"<tr>{''.join(_cells(listing, row, shown))}</tr>" for row in listing.rows)
    caption = f"<caption>{_text(listing.about)}</caption>"
    return f'<div class="wide"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def _heading(heading: Heading) -> str:
    note = f' title="{escape(heading.note)}"' if heading.note else ""
    return f'<th scope="col"{note}>{_text(heading.title)}</th>'


def _cells(listing: Listing, row: tuple[Figure, ...], shown: list[int]) -> Iterator[str]:
    for place in shown:
        figure, kind = row[place], listing.headings[place].kind
        words = f"{figure.value}{figure.mark}"
        named = ",".join(map(str, figure.codings[: _MOST_NAMED + 1]))
        leads = figure.codings and len(figure.codings) <= _MOST_NAMED and figure.value not in ("", 0)
        inner = _button(words, f'data-codings="{named}"') if leads else _text(words)
        classes = " ".join(filter(None, ("count" if kind in _NUMBERS else "text", "strong" if figure.strong else "")))
        yield f'<td class="{classes}" dir="auto">{inner}</td>'


def _text(words: str) -> str:
    return escape(visible(words))
