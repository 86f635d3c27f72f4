"""Excel workbooks: the values of every visible sheet as text, and a warning about what Excel hides."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Grid
from qualcode.readers.formats.archive import parse_xml, repack, unpack
from qualcode.readers.formats.cleaning import clean, listed
from qualcode.readers.formats.delimited import filled
from qualcode.readers.formats.sheet_layout import Layout, column_letters, layout_of
from qualcode.readers.formats.unusable import unusable

_SAVE_AGAIN = "open it in Excel or LibreOffice and save it again as .xlsx, or ask for the file again"
_MOST_AREA = 20_000_000
"""Cells a sheet may span, empty ones included: 100,000 interviews of 200 questions."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNWANTED = ("xl/media/", "xl/charts/", "xl/drawings/", "xl/embeddings/", "docProps/thumbnail")

Rows = dict[int, list[str]]


def read_workbook(path: Path) -> tuple[Grid, ...]:
    """A grid for each visible sheet that holds anything, in their order, named as in Excel.

    Raises ProblemsError for what is no workbook, is protected or damaged, or holds nothing.
    """
    parts = unpack(path, expected="an Excel workbook (.xlsx)", wanted=lambda name: not name.startswith(_UNWANTED))
    _refuse_entities(path, parts)
    sheets = _sheets(path, parts)
    hidden = [name for name, (_, shown) in sheets.items() if not shown]
    visible = {name: part for name, (part, shown) in sheets.items() if shown}
    grids = [grid for grid in _grids(path, parts, visible) if grid.rows]
    if not grids:
        what = "the workbook has no cells to read." if not hidden else "every sheet with cells is hidden."
        raise unusable(path, what, "open it in Excel, show the sheet that is meant, and save it")
    if hidden:
        names = ", ".join(f'"{name}"' for name in hidden)
        noun = "sheet is hidden and was" if len(hidden) == 1 else "sheets are hidden and were"
        what = f"{len(hidden)} {noun} not read: {names}."
        fix = "show the sheet in Excel and save the file if it belongs to the data"
        problem = Problem(what, Where(path.name), fix, Severity.WARNING)
        grids[0] = replace(grids[0], problems=(problem, *grids[0].problems))
    return tuple(grids)


def _refuse_entities(path: Path, parts: Mapping[str, bytes]) -> None:
    """No part may define any: openpyxl parses with entities resolved."""
    marks = [
        mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
    ]
    for name, content in parts.items():
        if any(mark in content for mark in marks):
            parse_xml(path, name, content)


def _sheets(path: Path, parts: Mapping[str, bytes]) -> dict[str, tuple[str, bool]]:
    """Each worksheet's name, the part it is in, and whether it is shown, in the order of the tabs."""
    for needed in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        if needed not in parts:
            raise unusable(path, "this is not an Excel workbook (.xlsx), or it is damaged.", _SAVE_AGAIN)
    links = parse_xml(path, "workbook.xml.rels", parts["xl/_rels/workbook.xml.rels"])
    targets = {link.get("Id"): _part_name(link.get("Target") or "") for link in links}
    found: dict[str, tuple[str, bool]] = {}
    for element in parse_xml(path, "workbook.xml", parts["xl/workbook.xml"]).iter("{*}sheet"):
        link = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
        target = targets.get(link, "")
        if target in parts and "chartsheet" not in target:
            found[element.get("name") or ""] = (target, element.get("state", "visible") == "visible")
    return found


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _grids(path: Path, parts: Mapping[str, bytes], visible: Mapping[str, str]) -> list[Grid]:
    """The visible sheets (name to part), values by openpyxl and layout by our own reading of the same part."""
    with warnings.catch_warnings():
        # openpyxl warns of styles and extensions it passes over; none of them changes a value.
        warnings.simplefilter("ignore")
        try:
            return _loaded(path, parts, visible)
        except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, zipfile.BadZipFile) as error:
            raise unusable(path, "the workbook is damaged and cannot be read.", _SAVE_AGAIN) from error


def _loaded(path: Path, parts: Mapping[str, bytes], visible: Mapping[str, str]) -> list[Grid]:
    from openpyxl import load_workbook

    layouts = {name: layout_of(parts[part]) for name, part in visible.items()}
    _refuse_impossible(path, layouts)
    book = load_workbook(repack(parts), read_only=True, data_only=True)
    grids = []
    for name, layout in layouts.items():
        sheet = book[name]
        # The size a sheet claims may be a lie; without it openpyxl counts the cells there are.
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        grids.append(_grid(path, name, {row: cells for row, cells in rows if cells}, layout))
    return grids


def _refuse_impossible(path: Path, layouts: Mapping[str, Layout]) -> None:
    for name, layout in layouts.items():
        if layout.impossible:
            what = f"the sheet claims {layout.impossible}, outside what Excel allows."
            raise unusable(path, what, _SAVE_AGAIN, detail=f'sheet "{name}"')


def _grid(path: Path, name: str, values: Mapping[int, Sequence[Any]], layout: Layout) -> Grid:
    """One sheet as a grid, its cells made text."""
    rows, damaged = _texts(values)
    width = max((len(cells) for cells in rows.values()), default=0)
    last = max(rows, default=0)
    if width * last > _MOST_AREA:
        what = f"the sheet reaches to cell {column_letters(width)}{last}, far beyond its data."
        fix = "delete the empty rows and columns around the data in Excel and save the file"
        raise unusable(path, what, fix, detail=f'sheet "{name}"')
    _fill_merged(rows, layout.merged, width)
    cells = filled([rows.get(row, []) for row in range(1, last + 1)])
    where = Where(path.name, detail=f'sheet "{name}"')
    return Grid(cells, name=name, problems=tuple(_problems(cells, layout, damaged, where)))


def _texts(values: Mapping[int, Sequence[Any]]) -> tuple[Rows, list[int]]:
    """The rows that hold anything, as text, and those in which control characters were removed."""
    rows: Rows = {}
    damaged = []
    for number, cells in values.items():
        texts = [_text(cell) for cell in cells]
        for index, text in enumerate(texts):
            if not text.isprintable():
                texts[index], problems = clean(text.replace("\f", " "), file="")
                damaged += [number] if problems else []
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            rows[number] = texts
    return rows, sorted(set(damaged))


def _text(value: Any) -> str:
    """A cell's value as a reader of the sheet would write it; dates in ISO 8601."""
    match value:
        case None:
            text = ""
        case bool():
            text = str(value).upper()
        case float():
            text = str(int(value)) if value.is_integer() else format(value, ".15g")
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case datetime():
            text = value.isoformat(timespec="seconds")
        case date() | time():
            text = value.isoformat()
        case timedelta():
            text = _clock(value)
        case _:
            text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    return text


def _clock(length: timedelta) -> str:
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _fill_merged(rows: Rows, merged: list[tuple[int, int, int, int]], width: int) -> None:
    """Writes a merged heading into every cell it covers.

    A title across the whole sheet stays one cell, and so does anything long: that is speech, not a heading.
    """
    for first_row, first_column, last_row, last_column in merged:
        cells = rows.get(first_row, [])
        value = cells[first_column - 1] if len(cells) >= first_column else ""
        if not value.strip() or len(value) > 200 or last_column - first_column + 1 >= max(width, 2):
            continue
        bottom = last_row if last_row - first_row < 3 and last_row <= 10 else first_row
        for row in range(first_row, bottom + 1):
            target = rows.setdefault(row, [])
            target += [""] * (last_column - len(target))
            target[first_column - 1 : last_column] = [value] * (last_column - first_column + 1)


def _problems(
    cells: tuple[tuple[str, ...], ...], layout: Layout, damaged: list[int], where: Where
) -> Iterator[Problem]:
    """What Excel does not show, or shows otherwise, for a person to look at."""
    if hidden := [row for row in sorted(layout.hidden_rows) if row <= len(cells) and any(cells[row - 1])]:
        what = f"{listed('row', hidden)} {_were(hidden)} hidden in Excel and read all the same."
        fix = "delete these rows if they are not meant to count"
        yield Problem(what, replace(where, row=hidden[0]), fix, Severity.WARNING)
    if columns := _hidden_columns(cells, layout):
        letters = ", ".join(column_letters(number) for number in columns)
        noun = "column" if len(columns) == 1 else "columns"
        what = f"{noun} {letters} {_were(columns)} hidden in Excel and read all the same."
        yield Problem(what, where, "delete these columns if they are not meant to be used", Severity.WARNING)
    if unsaved := sorted(set(layout.unsaved)):
        what = f"a formula whose result was never saved leaves a cell empty in {listed('row', unsaved)}."
        yield Problem(what, replace(where, row=unsaved[0]), "open the file in Excel and save it", Severity.WARNING)
    if damaged:
        what = f"control characters that no text should hold were removed from {listed('row', damaged)}."
        yield Problem(what, replace(where, row=damaged[0]), "look whether words are missing there", Severity.WARNING)


def _hidden_columns(cells: tuple[tuple[str, ...], ...], layout: Layout) -> list[int]:
    """The hidden columns in which anything stands."""
    width = len(cells[0]) if cells else 0
    hidden = {number for first, last in layout.hidden_columns for number in range(max(first, 1), min(last, width) + 1)}
    return [number for number in sorted(hidden) if any(row[number - 1].strip() for row in cells)]


def _were(found: list[int]) -> str:
    return "was" if len(found) == 1 else "were"
