"""Requests that cannot be met. Each class says what happened, where, and what to try."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from qualcode.model.problem import Problem, Severity


class QualcodeError(Exception):
    """A request that cannot be met; shown without a traceback.

    `what` is one sentence, `where` a file or place, `hint` what to do next, `exit_code` 1 (failed) or 2 (misuse).
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        first = f"{self.where}: {self.what}" if self.where else self.what
        return f"{first}\nTry: {self.hint}" if self.hint else first


class MisuseError(QualcodeError):
    """The command was called with words that do not fit together."""

    exit_code = 2


class ProblemsError(QualcodeError):
    """A user's files have faults; `problems` holds all of them, errors, warnings and notes alike."""

    def __init__(self, what: str, problems: Sequence[Problem], *, hint: str = "") -> None:
        super().__init__(what, hint=hint)
        self.problems = tuple(problems)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that stand in the way."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(str(problem) for problem in self.problems)])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean "smuggler"?` where one of `known` is close to `word`, else nothing."""
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f' Did you mean "{folded[close[0]]}"?' if close else ""
