"""The arithmetic of the measurement: counts, precision and recall, shares, and their intervals."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from gold_entries import Triple

SEED = 20240607
RESAMPLES = 2000
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was to be found, how much was found, and how much of that was right."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was to be found that was found; None where there was nothing to find."""
        return self.right / self.gold if self.gold else None

    @property
    def f(self) -> float | None:
        """F1, the harmonic mean of both; None where there was nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None


def counted(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Counts:
    """The counts of one entry; what stands twice must be found twice."""
    expected, got = Counter(gold), Counter(found)
    return Counts((expected & got).total(), got.total(), expected.total())


def together(counts: Iterable[Counts]) -> Counts:
    """The counts of several entries, summed (micro average)."""
    rows = list(counts)
    return Counts(sum(row.right for row in rows), sum(row.found for row in rows), sum(row.gold for row in rows))


def swaps(gold: Iterable[Triple], found: Iterable[Triple]) -> int:
    """How many wrong triples are a gold one with agent and target exchanged."""
    expected = set(gold)
    return sum(
        (action, target, agent) in expected for action, agent, target in set(found) - expected if agent != target
    )


def share(values: Sequence[bool]) -> float | None:
    """The share of True; None of no values."""
    return sum(values) / len(values) if values else None


def f_of(rows: Sequence[Counts]) -> float | None:
    """F1 over several entries."""
    return together(rows).f


def interval(rows: Sequence[_Value], figure: Callable[[Sequence[_Value]], float | None]) -> tuple[float, float] | None:
    """The 95 % interval of `figure`: percentile bootstrap over entries (Efron and Tibshirani 1993, chapter 13).

    Seeded: the same rows give the same interval. None where there is no row or the figure has no value.
    """
    random = Random(SEED)  # noqa: S311 - resampling, not secrets
    drawn = (figure(random.choices(rows, k=len(rows))) for _ in range(RESAMPLES)) if rows else ()
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    return values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]
