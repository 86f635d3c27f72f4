"""A sheet that is one transcript: a column of speakers, a column of words, perhaps a column of times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Grid, Line, Position
from qualcode.model.transcript import Role
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.readers.speakers.role_words import is_generic, known_role

_SPEAKER = (
    "speaker", "speaker name", "speaker label", "speaker id", "name", "who", "participant", "role", "person", "voice",
    "speakers", "talker",
)  # fmt: skip
_WORDS = (
    "words", "text", "utterance", "content", "transcript", "said", "message", "speech", "transcription", "dialogue",
    "turn", "what was said", "spoken text", "sentence", "caption",
)  # fmt: skip
_TIME = (
    "timestamp", "time", "timespan", "start", "start time", "time stamp", "timecode", "time code", "begin", "starttime",
)  # fmt: skip
_NO_TRANSCRIPT = regex.compile(r"uuid|instanceid|respondent id|submission ?(?:date|time)|case ?id|key")
_CLOCK = regex.compile(r"[\[(<]?\s*(?:(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):)?(?P<s>\d{1,6}(?:[.,]\d+)?)\s*(?:s|sec)?\b")
_LOOKED_AT = 10
"""How many rows from the top may hold notes above the headings."""
_FEWEST_ROWS = 4
"""A sheet without headings has to be this long to show that its names return."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the headings stand (index of their row), and which columns they name; -1 for none, also of headings."""

    row: int
    speaker: int
    words: int
    time: int


def speaker_rows(grid: Grid, *, file: str = "") -> Document | None:
    """The rows of `grid` as lines in their order; None where it is not one transcript with a speaker column.

    An empty speaker cell continues the turn (`Line.speaker` is ""); a sheet of times and words alone names nobody.
    """
    columns = _find_columns(grid) or _without_headings(grid.rows) or _under_other_headings(grid)
    if columns is None or (columns.speaker >= 0 and _looks_like_a_list(grid, columns)):
        return None
    lines = tuple(_lines(grid, columns))
    if not lines:
        return None
    return Document(lines, grid.problems + _left_out(grid, columns, file or grid.name))


def _find_columns(grid: Grid) -> _Columns | None:
    """The headings, if one of the first rows has them."""
    for index, row in enumerate(grid.rows[:_LOOKED_AT]):
        headings = [_heading(cell) for cell in row]
        if any(_NO_TRANSCRIPT.fullmatch(heading) for heading in headings):
            return None
        words, time = _position(headings, _WORDS), _position(headings, _TIME)
        speaker = _position(headings, _SPEAKER)
        if words < 0 and speaker >= 0 and headings[speaker].startswith("speaker"):
            words = _position(headings, ("comment", "comments"))
        if words >= 0 and (speaker >= 0 or headings[time] == "timespan"):
            return _Columns(index, speaker, words, time)
    return None


def _heading(cell: str) -> str:
    return " ".join(regex.sub(r"[_-]", " ", cell.casefold()).strip(" :*").split())


def _position(headings: Sequence[str], names: Sequence[str]) -> int:
    """The column with the most telling of `names`, -1 for none."""
    return next((headings.index(name) for name in names if name in headings), -1)


def _under_other_headings(grid: Grid) -> _Columns | None:
    """A sheet whose headings are none of these, with a column of an interviewer, who asks, and others in turn."""
    if len(grid.rows) <= _FEWEST_ROWS or any(_NO_TRANSCRIPT.fullmatch(_heading(cell)) for cell in grid.rows[0]):
        return None
    columns = _without_headings(grid.rows[1:])
    if columns is None:
        return None
    keys = [key_of(row[columns.speaker]) for row in grid.rows[1:]]
    roles = {known_role(key) for key in keys}
    asking = [row for row, key in zip(grid.rows[1:], keys, strict=True) if known_role(key) is Role.INTERVIEWER]
    asked = sum(bool(regex.search(r"[?؟？]", row[columns.words])) for row in asking)
    turns = (
        asked >= max(2, 0.3 * len(asking))
        and len(roles) > 1
        and sum(one != other for one, other in pairwise(keys)) >= 0.3 * len(keys)
    )
    return _Columns(0, columns.speaker, columns.words, columns.time) if turns else None


def _without_headings(all_rows: Sequence[Sequence[str]]) -> _Columns | None:
    """A sheet that starts with the talk at once: a column of a few names that return, the first of them too."""
    rows = [row for row in all_rows if any(cell.strip() for cell in row)]
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < 2:
        return None
    columns = [[row[index].strip() for row in rows] for index in range(len(rows[0]))]
    sizes = [sum(len(cell.split()) for cell in column) for column in columns]
    words = sizes.index(max(sizes))
    names = [index for index, column in enumerate(columns) if index != words and _are_names(column)]
    if not names or sizes[words] < 3 * len(rows):
        return None
    times = [index for index, column in enumerate(columns) if index not in (words, names[0]) and _are_times(column)]
    return _Columns(-1, names[0], words, times[0] if times else -1)


def _are_names(column: Sequence[str]) -> bool:
    """Whether the cells name a few speakers in turn; a heading stands once, so that the first cell tells."""
    keys = [key_of(cell) for cell in column if cell]
    distinct = set(keys)
    if not column[0] or keys.count(keys[0]) < 2 or not 2 <= len(distinct) <= 12:
        return False
    known = {key for key in distinct if known_role(key) or is_generic(key)}
    named = bool(known) and all(regex.fullmatch(r"\p{L}{1,3} ?\d{0,3}", key) for key in distinct - known)
    changes = sum(one != other for one, other in pairwise(keys))
    return named or (
        3 * len(distinct) <= len(keys)
        and 2 * changes >= len(keys)
        and all(regex.fullmatch(r"\p{L}[\p{L}\p{N} .'’-]{0,30}:?", cell) for cell in column if cell)
        and not distinct & {"yes", "no", "true", "false"}
    )


def _are_times(column: Sequence[str]) -> bool:
    return all(regex.match(r"[\[(<]?\d{1,3}:\d{2}", cell) for cell in column if cell) and any(column)


def _looks_like_a_list(grid: Grid, columns: _Columns) -> bool:
    """Whether every row names another person, as lists of people and survey exports do."""
    names = [row[columns.speaker].strip().casefold() for row in grid.rows[columns.row + 1 :]]
    named = [name for name in names if name]
    return not named or (len(named) >= 6 and len(set(named)) > 0.6 * len(names))


def _lines(grid: Grid, columns: _Columns) -> Iterator[Line]:
    """A line for each line of a words cell; a speaker named beside an empty cell speaks the next one."""
    carried = ""
    for number, row in enumerate(grid.rows[columns.row + 1 :], start=grid.first_row + columns.row + 1):
        speaker = row[columns.speaker].strip().rstrip(":：").rstrip() if columns.speaker >= 0 else None
        time = _seconds(row[columns.time]) if columns.time >= 0 else None
        texts = [text for text in row[columns.words].split("\n") if text.strip()]
        if not texts:
            carried = speaker or carried
        for text in texts:
            yield Line(
                text.strip(" "),
                Position(row=number, time=time),
                speaker=(speaker or carried) if columns.speaker >= 0 else None,
            )
            speaker, carried = "", ""


def _seconds(cell: str) -> float | None:
    """The time a cell starts with: `[01:09]`, `00:01:09`, `0:00,0 - 0:03,5`, or plain seconds."""
    found = _CLOCK.match(cell.strip())
    if found is None:
        return None
    return int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + float(found["s"].replace(",", "."))


def _left_out(grid: Grid, columns: _Columns, file: str) -> tuple[Problem, ...]:
    """The note on columns that are neither speaker, words nor time, where anything stands in them."""
    used = {columns.speaker, columns.words, columns.time}
    headings = grid.rows[columns.row] if columns.row >= 0 else ("",) * len(grid.rows[0])
    others = [
        heading.strip() or f"column {index + 1}"
        for index, heading in enumerate(headings)
        if index not in used and any(row[index].strip() for row in grid.rows[columns.row + 1 :])
    ]
    if not others:
        return ()
    named = ", ".join(f'"{name[:60]}"' for name in others)
    noun = "column" if len(others) == 1 else "columns"
    what = f"{noun} beside the speaker, the words and the time left out: {named}."
    return (Problem(what, Where(file, row=grid.first_row + max(columns.row, 0)), severity=Severity.NOTE),)
