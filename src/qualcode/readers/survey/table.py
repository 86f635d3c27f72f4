"""A survey export as headings and rows: where the headings stand, and their names without group prefixes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from qualcode.model.source import Grid

_IDENTIFIER = regex.compile(r"[\p{L}_][\p{L}\p{M}\p{N}_.:/-]*")
_SEPARATOR = regex.compile(r"[/:]|[-.](?=[\p{L}_])")
_MARKERS = frozenset(
    {
        "start", "end", "today", "deviceid", "_id", "_uuid", "_submission_time", "instanceid", "key", "submissiondate",
        "meta/instanceid", "meta-instanceid", "formdef_version", "__version__", "startdate", "enddate", "responseid",
    }
)  # fmt: skip
"""Headings by which the programs that export surveys are known."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading as written, its name without group, its label for people, and its cells."""

    index: int
    heading: str
    name: str
    label: str
    cells: tuple[str, ...]
    option: bool = False
    """One of the yes/no columns that a question with several answers is spread over."""

    @property
    def question(self) -> str:
        """What was asked, as far as the file tells."""
        return self.label or self.name

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything it is called, comparable: heading, name, label, and the last part of a name with groups."""
        last = _SEPARATOR.split(self.heading)[-1] if _IDENTIFIER.fullmatch(self.heading) else ""
        return tuple(plain(title) for title in (self.heading, self.name, self.label, last) if title)

    @property
    def filled(self) -> list[str]:
        """The cells that hold anything."""
        return [cell for cell in self.cells if cell.strip()]

    def called(self, *names: str) -> bool:
        """Whether any of `names` is its heading, name or label; case, spaces and underscores do not matter."""
        own = {plain(self.heading), plain(self.name), plain(self.label)}
        return any(plain(name) in own for name in names if plain(name))


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """The columns of an export, and the row of the file each of their cells stands in."""

    columns: tuple[Column, ...]
    rows: tuple[int, ...]


def plain(name: str) -> str:
    """A heading made comparable."""
    return " ".join(name.casefold().replace("_", " ").split())


def survey_table(grid: Grid) -> SurveyTable:
    """The columns of `grid`; of two heading rows (names and labels) the one with names is `heading`."""
    top = _heading_row(grid.rows)
    headings, labels, first = _names_and_labels(grid.rows, top)
    body = grid.rows[first:]
    starts = _group_starts(headings)
    prefixes = frozenset(prefix for prefix, count in starts.items() if count > 1 or _is_path(prefix))
    names = [_without_prefix(heading, prefixes) for heading in headings]
    clashing = {name for name, count in Counter(plain(name) for name in names).items() if count > 1}
    cells = [tuple(row[index] for row in body) for index in range(len(headings))]
    parents = {heading.casefold() for heading in headings}
    columns = tuple(
        Column(index, heading, heading if plain(name) in clashing else name, label, cells[index], option)
        for index, (heading, name, label) in enumerate(zip(headings, names, labels, strict=True))
        for option in [_is_option(heading, cells[index], parents, starts)]
    )
    return SurveyTable(columns, tuple(range(grid.first_row + first, grid.first_row + first + len(body))))


def _heading_row(rows: Sequence[Sequence[str]]) -> int:
    """The first row filled to at least half; titles stand above it."""
    for index, row in enumerate(rows[:15]):
        if sum(1 for cell in row if cell.strip()) >= max(2, 0.5 * len(row)):
            return index
    return 0


def _names_and_labels(rows: Sequence[Sequence[str]], top: int) -> tuple[list[str], list[str], int]:
    """Headings as names, headings as labels ("" where there is one row of headings), and where the data start."""
    upper = [cell.strip() for cell in rows[top]] if rows else []
    lower = [cell.strip() for cell in rows[top + 1]] if len(rows) > top + 1 else []
    first = top + 2
    if _marks(lower) >= 1 and _marks(lower) >= _marks(upper) and _are_names(lower):
        return _either(lower, upper), _either(upper, lower), first
    if _marks(upper) >= 1 and lower and _are_labels(upper, lower):
        if len(rows) > first and any(cell.lstrip().startswith('{"ImportId"') for cell in rows[first]):
            first += 1
        return upper, _either(lower, upper), first
    return upper, [""] * len(upper), top + 1


def _marks(headings: Sequence[str]) -> int:
    return sum(1 for heading in headings if heading.casefold() in _MARKERS)


def _are_names(cells: Sequence[str]) -> bool:
    held = [cell for cell in cells if cell]
    return len(set(held)) == len(held) and all(_IDENTIFIER.fullmatch(cell) for cell in held)


def _are_labels(headings: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether the row under the names repeats them for people: what would hold times and ids holds words."""
    system = [cell for heading, cell in zip(headings, cells, strict=True) if heading.casefold() in _MARKERS and cell]
    filled = sum(1 for cell in cells if cell)
    return bool(system) and not any(regex.search(r"\d", cell) for cell in system) and filled >= 0.8 * len(cells)


def _either(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [one or other for one, other in zip(first, second, strict=True)]


def _group_starts(headings: Sequence[str]) -> Counter[str]:
    """Possible group names, each with its separator, and how many columns share it."""
    starts: Counter[str] = Counter()
    for heading in headings:
        for found in _SEPARATOR.finditer(heading):
            prefix = heading[: found.end()]
            if _is_group(prefix, heading[found.end() :]):
                starts[prefix] += 1
    return starts


def _is_path(prefix: str) -> bool:
    """Whether a prefix is a group's name even where the group has one question: nothing but names and slashes."""
    return prefix.endswith("/") and _IDENTIFIER.fullmatch(prefix) is not None


def _is_group(prefix: str, rest: str) -> bool:
    """Whether `prefix` could name a group; a slash parts even labels, other marks only names."""
    if not rest.strip() or not regex.search(r"\p{L}", prefix):
        return False
    return prefix.endswith("/") or bool(_IDENTIFIER.fullmatch(prefix) and _IDENTIFIER.fullmatch(rest))


def _without_prefix(heading: str, prefixes: frozenset[str]) -> str:
    longest = max((prefix for prefix in prefixes if heading.startswith(prefix)), key=len, default="")
    return heading[len(longest) :].strip() or heading


def _is_option(heading: str, cells: Sequence[str], parents: set[str], starts: Counter[str]) -> bool:
    """Whether a column says yes or no to one option of the question before the slash."""
    values = {cell.strip().casefold() for cell in cells if cell.strip()}
    if not values <= {"0", "1", "true", "false", "0.0", "1.0"}:
        return False
    cut = next(reversed(list(_SEPARATOR.finditer(heading))), None)
    if cut is None:
        return False
    return heading[: cut.start()].casefold() in parents or (bool(values) and starts[heading[: cut.end()]] > 1)
