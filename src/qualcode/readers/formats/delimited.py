"""Cells of a text file: which character parts them, and the rows they form."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Grid
from qualcode.readers.formats.cleaning import entity_note, listed, unescape

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 400
_NO_LIMIT = 2**31 - 1


def parse(text: str, *, file: str, tabs: bool = False) -> Grid:
    """The cells of `text` as a spreadsheet shows them: row 1 is the first, and empty lines are rows.

    `tabs` prefers the tab where nothing else tells. A first line `sep=;` names the character and is no row.
    """
    text = text.replace("\f", " ")
    delimiter, first_row = _declared(text)
    if delimiter:
        text = text.partition("\n")[2]
    with _cells_of_any_size():
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text, tabs=tabs)))
        problems = _quote_problems(text, delimiter or _delimiter(text, tabs=tabs), file, first_row)
    cells, entities = _resolved(rows)
    problems += _ragged(cells, file, first_row) + entity_note(entities, file=file)
    return Grid(filled(cells), name=file, first_row=first_row, problems=problems)


def filled(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """`rows` made equally long, without the empty rows and columns at their end."""
    last = max((index for index, row in enumerate(rows) if any(cell.strip() for cell in row)), default=-1)
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell.strip()), default=0)
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows[: last + 1])


@contextmanager
def _cells_of_any_size() -> Iterator[None]:
    """The csv module refuses cells of more than 131,072 characters; an interview in one cell is longer."""
    before = csv.field_size_limit(_NO_LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _declared(text: str) -> tuple[str, int]:
    """The character that a first line `sep=;` names, and the row the cells start in."""
    first = text.partition("\n")[0].strip(' "')
    if first.lower().startswith("sep=") and len(first) in {4, 5}:
        return (first[4:] or "\t"), 2
    return "", 1


def _delimiter(text: str, *, tabs: bool) -> str:
    """The character that parts most rows into the same number of cells, quotes respected."""
    fallback = "\t" if tabs else ","
    scores = {delimiter: _consistency(text, delimiter) for delimiter in _DELIMITERS}
    if tabs and scores["\t"]:
        scores["\t"] += 0.5
    best = max(_DELIMITERS, key=lambda delimiter: (scores[delimiter], delimiter == fallback))
    return best if scores[best] > 0 else fallback


def _consistency(text: str, delimiter: str) -> float:
    """From 0 (never parts a row) to about 1.5 (all rows alike, the first one too, and many cells)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    sizes = [len(row) for _, row in zip(range(_SAMPLE_ROWS), reader, strict=False) if any(cell.strip() for cell in row)]
    parted = [size for size in sizes if size > 1]
    if not parted:
        return 0.0
    usual, count = max(Counter(parted).items(), key=lambda item: (item[1], item[0]))
    return count / len(sizes) + (0.3 if sizes[0] == usual else 0.0) + min(usual, 20) / 100


def _quote_problems(text: str, delimiter: str, file: str, first_row: int) -> tuple[Problem, ...]:
    """Quotation marks that do not pair: an error where they swallow the rest of the file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = first_row
    try:
        for row, _ in enumerate(reader, start=first_row + 1):  # noqa: B007 - the row is read where the parse breaks off
            pass
    except csv.Error as error:
        if "unexpected end" in str(error):
            what = "a quotation mark is opened and never closed, so that the rest of the file would be one cell."
            fix = "close the quotation mark in this row, or save the file again from the program it comes from"
            return (Problem(what, Where(file, row=row), fix),)
        what = "a quotation mark stands inside a cell without being doubled; the cell may be cut wrongly."
        fix = "look at this row, or save the file again from the program it comes from"
        return (Problem(what, Where(file, row=row), fix, Severity.WARNING),)
    return ()


def _resolved(rows: Sequence[Sequence[str]]) -> tuple[list[list[str]], int]:
    """The cells with entities turned into characters, and how many there were."""
    total, resolved = 0, []
    for row in rows:
        pairs = [unescape(cell) for cell in row]
        total += sum(count for _, count in pairs)
        resolved.append([cell for cell, _ in pairs])
    return resolved, total


def _ragged(rows: Sequence[Sequence[str]], file: str, first_row: int) -> tuple[Problem, ...]:
    """A warning on rows with more cells than the others, where text was cut at a comma."""
    sizes = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not sizes:
        return ()
    usual, count = sizes.most_common(1)[0]
    longer = [index for index, row in enumerate(rows, start=first_row) if any(cell.strip() for cell in row[usual:])]
    if usual < 2 or 2 * count < sum(sizes.values()) or not longer:
        return ()
    what = f"{listed('row', longer)} {'has' if len(longer) == 1 else 'have'} more cells than the other rows ({usual})."
    fix = "put quotation marks around text that holds the separating character"
    return (Problem(what, Where(file, row=longer[0]), fix, Severity.WARNING),)
