"""Tables in documents: a column of labels beside a column of words is talk, anything else stays as it stands."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from qualcode.model.source import Line
from qualcode.readers.speakers.label_grammar import key_of, leading_time
from qualcode.readers.speakers.role_words import is_generic, known_role, names_no_speaker

_HEADINGS = frozenset(
    "speaker speakers who name role person text words content transcript utterance speech said talk original".split()
)


def spoken_tables(lines: Sequence[Line], declared: frozenset[str] = frozenset()) -> tuple[Line, ...]:
    """`lines` with the rows of speaker tables as lines that name their speaker; other tables unchanged.

    Columns beside label, words and time become notes at the end, so that nothing is lost.
    """
    kept: list[Line] = []
    aside: list[Line] = []
    for table, members in groupby(lines, key=lambda line: line.cell.table if line.cell else None):
        group = list(members)
        asked = _by_headings(group) if table is not None else None
        if asked is not None:
            kept.extend(asked)
            continue
        columns = _columns(group, declared) if table is not None else None
        if columns is None:
            kept.extend(_beside(group))
            continue
        for _, row in groupby(group, key=lambda line: line.cell.row if line.cell else 0):
            spoken, rest = _row(list(row), *columns)
            kept.extend(spoken)
            aside.extend(rest)
    return (*kept, *aside)


def _by_headings(lines: Sequence[Line]) -> list[Line] | None:
    """The cells of a table with a column for each speaker (`Question | Answer`), in the order they were said."""
    top = [line for line in lines if line.cell and lines[0].cell and line.cell.row == lines[0].cell.row]
    headed = {line.cell.column: _bare(line.text.strip()) for line in top if line.cell and known_role(key_of(line.text))}
    roles = {known_role(key_of(label)) for label in headed.values()}
    below = lines[len(top) :]
    if len(roles) < 2 or not below or any(known_role(key_of(line.text)) for line in below):
        return None
    spoken: list[Line] = []
    for line in below:
        runs_on = bool(spoken) and spoken[-1].cell == line.cell
        label = headed.get(line.cell.column) if line.cell else None
        spoken.append(replace(line, speaker="" if runs_on and label else label))
    return spoken


def _beside(lines: Sequence[Line]) -> list[Line]:
    """Cells of one row stand beside each other, with a tab between."""
    placed: list[Line] = []
    for line in lines:
        before = placed[-1] if placed else None
        same_row = (
            line.cell is not None
            and before is not None
            and before.cell is not None
            and before.cell.row == line.cell.row
            and before.cell.column != line.cell.column
        )
        placed.append(replace(line, joiner="\t") if same_row else line)
    return placed


def _columns(lines: Sequence[Line], declared: frozenset[str]) -> tuple[int, int] | None:
    """The columns of labels and of words, None where the table is no talk."""
    by_column: dict[int, list[str]] = {}
    for line in lines:
        if line.cell is not None:
            by_column.setdefault(line.cell.column, []).append(line.text.strip())
    if len(by_column) < 2:
        return None
    words = max(by_column, key=lambda column: sum(len(text) for text in by_column[column]))
    for column, cells in by_column.items():
        labels = [cell for cell in cells if cell]
        if column != words and labels and _are_labels(labels, len(by_column[words]), declared):
            return column, words
    return None


def _are_labels(labels: Sequence[str], rows: int, declared: frozenset[str]) -> bool:
    """Whether the cells of a column repeat a few short names that could be speakers'."""
    keys = [key_of(label) for label in labels if key_of(label) not in _HEADINGS]
    if not keys or any(len(key) > 40 for key in keys) or all(leading_time(label)[1] for label in labels):
        return False
    distinct = set(keys)
    sure = sum(1 for key in keys if key in declared or known_role(key) or is_generic(key))
    if any(names_no_speaker(key) for key in distinct) or all(key.isdigit() for key in distinct):
        return False
    if sure >= 0.5 * len(keys) and (len(distinct) < len(keys) or len(keys) <= 3) and len(distinct) > 1:
        return True
    return (
        len(keys) >= 4 and 2 <= len(distinct) <= max(2, len(keys) // 2, 8) and rows >= 4 and len(distinct) < len(keys)
    )


def _row(row: Sequence[Line], label_column: int, word_column: int) -> tuple[list[Line], list[Line]]:
    """One row as spoken lines, and whatever stands in its other columns."""
    label = " ".join(line.text.strip() for line in row if line.cell and line.cell.column == label_column).strip()
    words = [line for line in row if line.cell and line.cell.column == word_column]
    others = [
        line for line in row if line.cell and line.cell.column not in (label_column, word_column) and line.text.strip()
    ]
    if key_of(label) in _HEADINGS:
        return [], [replace(line, note=True) for line in row if line.text.strip()]
    time = next((clock for line in others if (clock := leading_time(line.text)[0]) is not None), None)
    spoken = []
    for index, line in enumerate(words):
        position = replace(line.position, time=time) if time is not None else line.position
        spoken.append(replace(line, speaker=_bare(label) if index == 0 else "", position=position))
    return spoken, [
        replace(line, note=True)
        for line in others
        if leading_time(line.text)[0] is None and not line.text.strip().isdigit()
    ]


def _bare(label: str) -> str:
    """A label without the colon it may end in."""
    return label.rstrip(":： \t")
