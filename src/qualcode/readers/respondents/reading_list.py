"""The respondent list: one row a respondent, as field teams keep it, in the study's own words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import regex

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.source import Grid
from qualcode.readers.formats import cells
from qualcode.readers.respondents.columns import column_problems
from qualcode.readers.respondents.header import Header, expected_headings, find_header, likely_headings
from qualcode.readers.respondents.rows import Row, RowReader, is_aside
from qualcode.readers.respondents.undeclared import own_fields
from qualcode.readers.spelling import folded, listed, short
from qualcode.settings import ProfileField, Settings

People = tuple[Respondent, ...]
Problems = tuple[Problem, ...]

_SUFFIXES = (".xlsx", ".csv", ".tsv")
_LIKE_A_NAME = regex.compile(r"\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+")


def read_respondents(path: Path, settings: Settings) -> tuple[People, Problems]:
    """The respondents in the list at `path`, and everything to mend or to know about it.

    Rows with errors are left out, except that whoever has withdrawn is always among the respondents. Sheets after the
    main one are read too where they list other respondents.
    """
    if path.suffix.lower() not in _SUFFIXES:
        what = "a respondent list is an Excel file (.xlsx) or a csv file."
        return (), (Problem(what, Where(path.name), "save it as .xlsx or .csv"),)
    try:
        grids = cells.read(path, encoding=settings.encoding)
    except ProblemsError as error:
        return (), error.problems
    main, *others = _lists(grids, settings)
    problems = [problem for grid in grids for problem in grid.problems]
    people, found = respondents_from_grid(main, settings, file=path.name, sheet=main.name if len(grids) > 1 else "")
    problems += found
    for grid in others:
        more, found = respondents_from_grid(grid, settings, file=path.name, sheet=grid.name)
        if {one.id.casefold() for one in people} & {one.id.casefold() for one in more}:
            what = f'sheet "{grid.name}" lists respondents of sheet "{main.name}" again; it was not read.'
            fix = "keep everything about a respondent in one row of one sheet"
            problems.append(Problem(what, Where(path.name), fix, Severity.WARNING))
        else:
            people, problems = (*people, *more), [*problems, *found]
    return people, tuple(problems)


def _lists(grids: Sequence[Grid], settings: Settings) -> list[Grid]:
    """The sheets that list respondents, the one with most known headings first; a sheet of codes has far fewer."""
    known = [len(header.columns) if (header := find_header(grid.rows, settings)) else 0 for grid in grids]
    most = max(known, default=0)
    if not most:
        return [grids[0] if grids else Grid(())]
    main = grids[known.index(most)]
    others = (one for one, count in zip(grids, known, strict=True) if count >= max(2, most / 2))
    return [main, *(one for one in others if one is not main)]


def respondents_from_grid(grid: Grid, settings: Settings, *, file: str, sheet: str = "") -> tuple[People, Problems]:
    """The respondents in a sheet, and everything to mend or to know about it; `file` and `sheet` are for messages."""
    place = Where(file, detail=f'sheet "{sheet}"' if sheet else "")
    own = {} if settings.fields else own_fields(grid, settings)
    if own:
        settings = settings.model_copy(update={"fields": own})
    header = find_header(grid.rows, settings)
    if header is None:
        return (), (_no_header(grid, settings, place),)
    reader = RowReader(header, settings, place, declared=not own)
    rows, asides = [], []
    for index in range(header.last + 1, len(grid.rows)):
        number = grid.first_row + index
        if is_aside(grid.rows[index]):
            asides.append(number)
        elif not _is_empty(grid, index, header):
            rows.append(reader.read(number, grid.rows[index]))
    doubles = list(_doubles(rows, place))
    problems = [
        *_taken(own, place),
        *column_problems(header, grid.rows, settings, place=replace(place, row=grid.first_row + header.last)),
        *(fault for row in rows for fault in row.faults),
        *doubles,
        *_once_for_all(rows, place),
        *reader.values.notes(place),
    ]
    if asides:
        what = f"rows that are totals or remarks were passed over: {listed(map(str, asides))}."
        problems.append(Problem(what, place, severity=Severity.NOTE))
    return _usable(rows), tuple(problems)


def _taken(own: Mapping[str, ProfileField], place: Where) -> Iterator[Problem]:
    """What was taken for the profile although nobody has declared it."""
    if own:
        what = f"study.yaml declares no profile fields, so the list's own columns were taken: {listed(own)}."
        yield Problem(what, place, "declare those you need under fields: in study.yaml", Severity.NOTE)


def _no_header(grid: Grid, settings: Settings, place: Where) -> Problem:
    seen = listed([f'"{short(one, 30)}"' for one in likely_headings(grid.rows, settings)], 12)
    return Problem(
        "no row with headings and a column for the respondents' ids was found. The likeliest row holds: "
        f"{seen or 'nothing'}.",
        place,
        f"use these headings: {listed(expected_headings(settings), 40)}; or declare yours under columns: in study.yaml",
    )


def _is_empty(grid: Grid, index: int, header: Header) -> bool:
    """Whether a row holds nothing, or repeats the header as lists do on every page."""
    row = [folded(cell) for cell in grid.rows[index]]
    return not any(row) or row == [folded(cell) for cell in grid.rows[header.last]]


def _by_id(rows: Sequence[Row]) -> dict[str, list[tuple[Row, Respondent]]]:
    """Rows with an id, together where it is the same; case does not tell ids apart, as in file names."""
    found: dict[str, list[tuple[Row, Respondent]]] = defaultdict(list)
    for row in rows:
        if row.respondent is not None:
            found[row.respondent.id.casefold()].append((row, row.respondent))
    return found


def _doubles(rows: Sequence[Row], place: Where) -> Iterator[Problem]:
    for same in _by_id(rows).values():
        if len(same) > 1:
            numbers = " and ".join(str(row.number) for row, _ in same)
            what = f'the id "{short(same[0][1].id)}" stands in rows {numbers}.'
            fix = "give each respondent one row and an id of their own"
            yield Problem(what, replace(place, row=same[1][0].number), fix)


def _once_for_all(rows: Sequence[Row], place: Where) -> Iterator[Problem]:
    """What many rows have in common: ids like names, faults of label templates, fields of another type."""
    named = [row.number for row in rows if row.respondent and _LIKE_A_NAME.fullmatch(row.respondent.id)]
    if named:
        what = f"the ids of these rows look like names, and ids stand in every export: {listed(map(str, named))}."
        yield Problem(what, place, "use codes such as R01, in the list and in file names", Severity.WARNING)
    yield from dict.fromkeys(fault for row in rows for fault in row.label_faults)
    misplaced: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        for name in row.misplaced:
            misplaced[name, row.respondent.type if row.respondent else ""].append(row.number)
    for (name, type_), numbers in misplaced.items():
        what = f"{name} is not recorded for {type_}, but filled in: rows {listed(map(str, numbers))}. It was left out."
        fix = f"empty these cells, or add {type_} to for: under fields: {name}: in study.yaml"
        yield Problem(what, place, fix, Severity.WARNING)


def _usable(rows: Sequence[Row]) -> People:
    """Respondents without a fault, and whoever has withdrawn: a mistyped age must not bring their words back."""
    usable: list[Respondent] = []
    for same in _by_id(rows).values():
        clean = len(same) == 1 and not same[0][0].faults
        withdrawn = [one for _, one in same if one.consent is Consent.WITHDRAWN]
        usable += withdrawn[:1] or ([same[0][1]] if clean else [])
    return tuple(usable)
