"""What a worksheet says beside its values: hidden rows and columns, merged cells, formulas without a result."""

import io
from dataclasses import dataclass, field
from typing import Any

import regex

_REFERENCE = regex.compile(r"(?P<letters>[A-Z]{1,7})(?P<row>\d{1,12})")
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""What Excel itself allows."""


@dataclass(slots=True)
class Layout:
    """Rows and columns count from 1; a merged range is (first row, first column, last row, last column)."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unsaved: list[int] = field(default_factory=list)
    """Rows with a formula whose result was never saved."""
    impossible: str = ""
    """A cell outside what Excel allows, by its reference."""


def layout_of(content: bytes) -> Layout:
    """The layout in the XML of a worksheet; lxml's XMLSyntaxError where that is broken."""
    from lxml import etree

    layout = Layout()
    row = 0
    events = etree.iterparse(io.BytesIO(content), events=("start", "end"), resolve_entities=False, no_network=True)
    for event, element in events:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start" and name == "row":
            row = _number(element.get("r"), row + 1)
            _note_row(layout, element, row)
        elif event == "start" and name == "col" and element.get("hidden") in {"1", "true"}:
            layout.hidden_columns.append((_number(element.get("min"), 1), _number(element.get("max"), 1)))
        elif event == "start" and name == "mergeCell":
            _note_merged(layout, element.get("ref") or "")
        elif event == "end" and name == "row":
            _note_cells(layout, element, row)
            element.clear()
    return layout


def column_letters(number: int) -> str:
    """The letters a spreadsheet shows over a column: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdigit() else otherwise


def _note_row(layout: Layout, element: Any, row: int) -> None:
    if row > MOST_ROWS:
        layout.impossible = layout.impossible or f"row {row}"
    if element.get("hidden") in {"1", "true"}:
        layout.hidden_rows.add(row)


def _note_cells(layout: Layout, element: Any, row: int) -> None:
    for cell in element:
        found = _REFERENCE.fullmatch(cell.get("r") or "A1")
        if found is None or _column(found["letters"]) > MOST_COLUMNS or int(found["row"]) > MOST_ROWS:
            layout.impossible = layout.impossible or f"cell {(cell.get('r') or '')[:20]}"
        names = {child.tag.rpartition("}")[2]: child for child in cell if isinstance(child.tag, str)}
        if "f" in names and cell.get("t") != "str" and not (names["v"].text if "v" in names else ""):
            layout.unsaved.append(row)


def _note_merged(layout: Layout, reference: str) -> None:
    found = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
    if len(found) == 2 and found[0] and found[1]:
        first, last = found
        area = (int(first["row"]), _column(first["letters"]), int(last["row"]), _column(last["letters"]))
        layout.merged.append(area)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
