"""A sheet that is one transcript with a column for each side: `Question | Answer`, `Interviewer | Respondent`."""

from collections.abc import Iterator, Mapping, Sequence

import regex

from qualcode.model.source import Document, Grid, Line, Position
from qualcode.model.transcript import Role
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.readers.speakers.role_words import known_role

_LOOKED_AT = 10
"""How many rows from the top may hold notes above the headings."""
_VALUE = regex.compile(r"[\d\s.,:/+\[\]()#-]*")
"""What may stand in the other columns: row numbers and times. More than that is a survey."""
_WORDS = 3
"""Cells of fewer words, on average, hold ids or names and nobody's speech."""


def answer_rows(grid: Grid) -> Document | None:
    """The cells of each row as what the column's heading says, in the order of the columns; None for other sheets."""
    for index, row in enumerate(grid.rows[:_LOOKED_AT]):
        sides = _sides(row)
        if sides:
            rows = grid.rows[index + 1 :]
            if not _are_talk(rows, sides):
                return None
            return Document(tuple(_lines(rows, sides, first=grid.first_row + index + 1)), grid.problems)
    return None


def _sides(row: Sequence[str]) -> Mapping[int, str]:
    """Column to heading where one column is the interviewer's and others are respondents', else nothing."""
    headed = {column: cell.strip().rstrip(":： ") for column, cell in enumerate(row)}
    roles = {column: known_role(key_of(heading)) for column, heading in headed.items()}
    asking = [column for column, role in roles.items() if role is Role.INTERVIEWER]
    answering = [column for column, role in roles.items() if role is Role.RESPONDENT]
    if len(asking) != 1 or not answering:
        return {}
    return {column: headed[column] for column in sorted((*asking, *answering))}


def _are_talk(rows: Sequence[Sequence[str]], sides: Mapping[int, str]) -> bool:
    """Whether both sides speak in sentences and nothing but numbers and times stands beside them."""
    for column in sides:
        sizes = [len(row[column].split()) for row in rows if row[column].strip()]
        if not sizes or sum(sizes) < _WORDS * len(sizes):
            return False
    others = [cell for row in rows for column, cell in enumerate(row) if column not in sides]
    return all(_VALUE.fullmatch(cell) for cell in others)


def _lines(rows: Sequence[Sequence[str]], sides: Mapping[int, str], *, first: int) -> Iterator[Line]:
    for number, row in enumerate(rows, start=first):
        for column, heading in sides.items():
            texts = [text.strip(" ") for text in row[column].split("\n") if text.strip()]
            for index, text in enumerate(texts):
                yield Line(text, Position(row=number), speaker="" if index else heading)
