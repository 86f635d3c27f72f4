"""What is wrong in a user's file, as a value: what, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem stands in the way."""

    ERROR = "error"
    """The file or row cannot be used until a person mends it."""
    WARNING = "warning"
    """It was used, and a person should look."""
    NOTE = "note"
    """What was done on the user's behalf (a mapping, a dropped page header)."""


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a user's file. `file` is a name to show, never a path above the study."""

    file: str = ""
    line: int | None = None
    row: int | None = None
    paragraph: int | None = None
    page: int | None = None
    detail: str = ""
    """Anything finer, in plain words: a column, an entry of an archive, a label."""

    def __str__(self) -> str:
        numbered = (("line", self.line), ("row", self.row), ("paragraph", self.paragraph), ("page", self.page))
        parts = [self.file] + [f"{name} {number}" for name, number in numbered if number is not None]
        return ", ".join(part for part in [*parts, self.detail] if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a user's file. It never quotes what a respondent said."""

    what: str
    where: Where = Where()
    fix: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = str(self.where)
        first = f"{place}: {self.what}" if place else self.what
        return f"{first}\nTry: {self.fix}" if self.fix else first


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of `problems` stands in the way."""
    return any(problem.severity is Severity.ERROR for problem in problems)
