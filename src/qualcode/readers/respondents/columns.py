"""The columns of a respondent list that clash, are missing, or are none of the study's."""

from collections.abc import Iterator

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.respondents.header import Header, Rows, holds_contacts, is_identifying
from qualcode.readers.spelling import folded, listed, nearest, short, tidy
from qualcode.settings import Settings


def column_problems(header: Header, rows: Rows, settings: Settings, *, place: Where) -> Iterator[Problem]:
    """Errors for what cannot be told apart or is missing, and what was left out and never stored."""
    yield from _clashes(header, place)
    if settings.respondent_types and "respondent_type" not in header.columns:
        what = f"there is no column for the respondent type ({listed(settings.respondent_types)})."
        fix = "add a column respondent_type, or declare its heading under columns: in study.yaml"
        yield Problem(what, place, fix)
    yield from _left_out(header, rows, settings, place)
    absent = [name for name in settings.fields if name not in header.columns]
    if absent:
        what = f"the list has no column for these fields of study.yaml: {listed(absent)}."
        fix = "name the heading under columns: of the field, if the list calls it something else"
        yield Problem(what, place, fix, Severity.NOTE)


def _clashes(header: Header, place: Where) -> Iterator[Problem]:
    for name, columns in header.clashes.items():
        where = " and ".join(_letter(column) for column in columns)
        what = f"columns {where} could both be {name}."
        yield Problem(what, place, "give them different headings, or delete the one that is not needed")


def _left_out(header: Header, rows: Rows, settings: Settings, place: Where) -> Iterator[Problem]:
    """Columns that are none of the study's: those that could name people, misspelt ones, and all others."""
    used = {*header.columns.values(), *(one for columns in header.clashes.values() for one in columns)}
    wanted = {
        folded(heading): name
        for name, field in settings.fields.items()
        for heading in (name, field.title or name)
        if name not in header.columns
    }
    others: list[str] = []
    identifying: list[str] = []
    for column, heading in enumerate(header.headings):
        below = [row[column] for row in rows[header.last + 1 :] if tidy(row[column])]
        if column in used or not (heading or below):
            continue
        title = f'"{short(heading)}"' if heading else f"column {_letter(column)} (no heading)"
        if is_identifying(heading) or holds_contacts(below):
            identifying.append(title)
        elif heading and (meant := nearest(heading, wanted)):
            fix = f"did you mean {meant}? correct the heading, or name it under columns: of that field in study.yaml"
            yield Problem(f"{title} is no field of study.yaml and was left out.", place, fix, Severity.WARNING)
        else:
            others.append(title)
    if identifying:
        what = f"left out because they could tell who somebody is: {', '.join(identifying)}. Nothing of them is stored."
        yield Problem(what, place, "delete these columns from the copy of the list in the study", Severity.WARNING)
    if others:
        what = f"left out because study.yaml has no such fields: {', '.join(others)}."
        yield Problem(what, place, "declare those you need under fields: in study.yaml", Severity.NOTE)


def _letter(column: int) -> str:
    """A column as spreadsheets call it: A, B … Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
