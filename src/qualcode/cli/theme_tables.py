"""How theme tables look on the terminal, in csv and in json."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from qualcode.cli.listing import Column, show_listing
from qualcode.cli.options import Format
from qualcode.cli.render import out, say, tell
from qualcode.model.table import Cell, Level, Row, State, ThemeTable

_TITLES = 26
"""Columns of text a theme's title has at the least."""
_GAP = 3
"""Columns of text between the columns of a theme table."""
_LEGEND = "Respondents, with mentions in brackets; from n = 10 the share of those asked."
_APART = ("denied", "stopped", "possible", "heard")
_UNDER_APART = "deny/stopped/fear/heard"
_LEGEND_APART = "Otherwise: who deny it, say it stopped, fear or expect it, only heard of it."


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it is drawn: its title, what stands under the title, and its cells from the top."""

    title: str
    under: str
    cells: tuple[str, ...]

    @property
    def width(self) -> int:
        """As wide as it must be for no word of its heading and no number to be broken."""
        return max(map(len, (self.under, *self.title.split(), *self.cells)))


def show_tables(
    tables: Sequence[ThemeTable], *, level: Level | None, format: Format, notes: Sequence[str] = ()
) -> None:
    """Theme tables: one below the other for reading, side by side in csv and json, which have the codes too."""
    if format is Format.TABLE:
        apart = [_show_table(table, codes=level is Level.CODE) for table in tables]
        say(_LEGEND)
        if any(apart):
            say(_LEGEND_APART)
    else:
        _list_tables(tables, codes=level is not Level.THEME, format=format)
    for note in dict.fromkeys([*(note for table in tables for note in table.notes), *notes]):
        tell(f"Note: {note}")


def _list_tables(tables: Sequence[ThemeTable], *, codes: bool, format: Format) -> None:
    """A row for each theme and code, some columns for each group."""
    columns = [Column("theme"), Column("code"), Column("title")]
    for table in tables:
        for column in table.columns:
            name = f"{column.title} (n={column.n})"
            if len(tables) > 1:
                name = f"{column.field}: {name}" if column.field else f"{table.title}: {name}"
            columns += [Column(f"{name} {what}") for what in _NUMBERS]
    rows = []
    for across in zip(*(table.rows for table in tables), strict=True):
        first = across[0]
        if codes or first.level is Level.THEME:
            numbers = [number for row in across for cell in row.cells for number in _numbers(cell)]
            rows.append([first.theme, first.code, first.title, *numbers])
    show_listing(columns, rows, format=format)


_NUMBERS = ("respondents", "mentions", "share", "denied", "stopped", "possible", "heard of", "state", "mark")


def _numbers(cell: Cell) -> Iterator[str | int]:
    """What csv and json have of a cell, as _NUMBERS names it."""
    yield len(cell.respondents)
    yield cell.mentions
    yield cell.share
    yield from _apart(cell)
    yield cell.state.value
    yield cell.mark


def _show_table(table: ThemeTable, *, codes: bool) -> bool:
    """A table, and below it what is said of the same rows otherwise; whether anything is."""
    rows = [row for row in table.rows if codes or row.level is Level.THEME]
    columns = [
        _Column(column.title, f"n = {column.n}", tuple(_cell(row.cells[place]) for row in rows))
        for place, column in enumerate(table.columns)
    ]
    _draw(table.title, rows, columns, codes=codes)
    apart = [row for row in rows if any(map(any, map(_apart, (row.cells[place] for place in table.totals()))))]
    if apart:
        columns = [
            _Column(
                table.columns[place].title,
                _UNDER_APART,
                tuple("/".join(map(str, _apart(row.cells[place]))) for row in apart),
            )
            for place in table.totals()
        ]
        _draw("Said otherwise", apart, columns, codes=codes)
    return bool(apart)


def _apart(cell: Cell) -> tuple[int, ...]:
    """How many deny it, say it stopped, fear it, have only heard of it."""
    return tuple(len(getattr(cell, reading).respondents) for reading in _APART)


def _draw(title: str, rows: Sequence[Row], columns: Sequence[_Column], *, codes: bool) -> None:
    """One table, in as many pieces as the terminal needs, each with the titles of its rows."""
    console = out()
    console.print(f"[bold]{escape(title)}[/]")
    for piece in _pieces(columns, console.width):
        drawn = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
        sizes, spare = _sizes(piece, console.width)
        longest = max((len(row.title) + 2 for row in rows), default=0)
        heading = "Theme and code" if codes else "Theme"
        drawn.add_column(heading, overflow="fold", width=min(max(longest, _TITLES), _TITLES + spare))
        for column, size in zip(piece, sizes, strict=True):
            drawn.add_column(f"{escape(column.title)}\n{escape(column.under)}", justify="right", width=size)
        for number, row in enumerate(rows):
            is_theme = row.level is Level.THEME
            indented = Padding(escape(row.title), (0, 0, 0, 0 if is_theme else 2))
            cells = (_dimmed(column.cells[number]) for column in piece)
            drawn.add_row(indented, *cells, style="bold" if codes and is_theme else None)
        console.print(drawn)


def _pieces(columns: Sequence[_Column], width: int) -> list[list[_Column]]:
    """The columns that fit beside the titles, at least one in each piece."""
    pieces: list[list[_Column]] = [[]]
    room = width - _TITLES - 2
    for column in columns:
        size = column.width + _GAP
        if pieces[-1] and size > room:
            pieces.append([])
            room = width - _TITLES - 2
        pieces[-1].append(column)
        room -= size
    return pieces


def _sizes(piece: Sequence[_Column], width: int) -> tuple[list[int], int]:
    """How wide each column is drawn, headings unbroken while there is room, and the room that is left."""
    sizes = [column.width for column in piece]
    spare = max(0, width - _TITLES - 2 - sum(sizes) - _GAP * len(sizes))
    for place, column in enumerate(piece):
        more = max(0, len(column.title) - sizes[place])
        if more <= spare:
            sizes[place] += more
            spare -= more
    return sizes, spare


def _cell(cell: Cell) -> str:
    """As in: 6 (8) 35 %, or what nobody speaking of it means."""
    if cell.state is State.SAID:
        share = f" {cell.share}" if "%" in cell.share else ""
        return f"{len(cell.respondents)}{cell.mark} ({cell.mentions}){share}"
    if cell.state is State.DENIED:
        return f"{len(cell.denied.respondents)} deny"
    return "not asked" if cell.state is State.UNASKED else "0"


def _dimmed(text: str) -> str:
    """Mentions and shares stand back behind respondents, and so does nothing."""
    number, space, rest = text.partition(" ")
    if text in ("0", "not asked"):
        return f"[dim]{text}[/]"
    return f"{number}{space}[dim]{rest}[/]" if rest else number
