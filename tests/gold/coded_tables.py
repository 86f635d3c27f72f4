"""How the study's codebook does beside people: precision, recall and F1 by theme and code, agents, readings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from coded_units import GivenCode, Unit, theme_of
from gold_scores import Counts, counted, f_of, interval, share, together
from gold_tables import NONE, table

HARMS = ("sab", "sta", "vio")
"""Themes whose codes are harms somebody did."""
LEAST_SUPPORT = 5
"""How often people must have given a code for its row."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Passages as people coded them, and what one reader (the codebook, or its keywords) codes in them."""

    reader: str
    units: tuple[Unit, ...]
    found: tuple[frozenset[GivenCode], ...]

    def pairs(self) -> Iterator[tuple[Unit, frozenset[GivenCode]]]:
        """Each passage with what was coded in it."""
        return zip(self.units, self.found, strict=True)


def themes(coded: Coded) -> list[Counts]:
    """Counts of themes for each passage."""
    return _counts(coded, lambda one: one.theme)


def codes(coded: Coded) -> list[Counts]:
    """Counts of codes for each passage."""
    return _counts(coded, lambda one: one.code)


def right_agents(coded: Coded) -> list[bool]:
    """For every harm that people and reader both coded in a passage whether somebody whom people named is its agent."""
    return [
        any(one.agent == other.agent for other in got) for one, got in _both(coded) if one.theme in HARMS and one.agent
    ]


def right_perpetrators(coded: Coded) -> list[bool]:
    """For every harm people coded, and in which the reader sees any harm, whether it gives a harm by the same agent."""
    found = []
    for unit, got in coded.pairs():
        harms = {one.agent for one in got if one.theme in HARMS}
        found += [one.agent in harms for one in unit.codes if harms and one.theme in HARMS and one.agent]
    return found


def right_readings(coded: Coded) -> list[bool]:
    """For every code that people and reader both gave a passage whether one of its readings is people's."""
    return [any(one.reading == other.reading for other in got) for one, got in _both(coded)]


def overview(results: Sequence[Coded]) -> str:
    """A row a reader: themes, codes, perpetrators, readings."""
    head = ("reader", "passages", "themes, P", "R", "F1", "codes, P", "R", "F1", "agents", "perpetrators", "readings")
    rows = []
    for one in results:
        row = [one.reader, str(len(one.units)), *_prf(themes(one)), *_prf(codes(one))]
        row += [_share(right_agents(one)), _share(right_perpetrators(one)), _share(right_readings(one))]
        rows.append(row)
    return table(head, rows)


def theme_table(results: Sequence[Coded]) -> str:
    """A row a theme."""
    return _by(results, lambda one: one.theme, "theme", 1)


def code_table(results: Sequence[Coded]) -> str:
    """A row a code that people gave often enough."""
    return _by(results, lambda one: one.code, "code", LEAST_SUPPORT)


def agreement_table(first: Coded, second: Coded) -> str:
    """A row a theme: how often each pass gave it, how often both, and Cohen's kappa; codes together at the end."""
    rows = []
    for theme in sorted({one.theme for coded in (first, second) for found in coded.found for one in found}):
        given = [[any(one.theme == theme for one in found) for found in coded.found] for coded in (first, second)]
        rows.append((theme, *map(str, map(sum, given)), str(_both_given(*given)), _number(kappa(*given))))
    both = together(
        counted({one.code for one in one_}, {one.code for one in other})
        for one_, other in zip(first.found, second.found, strict=True)
    )
    rows.append(("all codes, F1", str(both.gold), str(both.found), str(both.right), _number(both.f)))
    return table(("theme", "first", "second", "both", "kappa"), rows)


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float | None:
    """Cohen's kappa (1960): (observed - expected agreement) / (1 - expected); None where nothing could differ."""
    count = len(first)
    observed = sum(one == other for one, other in zip(first, second, strict=True)) / count
    yes, no = sum(first) * sum(second), (count - sum(first)) * (count - sum(second))
    expected = (yes + no) / count**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _both_given(first: Sequence[bool], second: Sequence[bool]) -> int:
    return sum(one and other for one, other in zip(first, second, strict=True))


def mistakes(coded: Coded) -> str:
    """Every passage whose codes differ: what was missed, what was wrong."""
    lines = []
    for unit, got in coded.pairs():
        expected, have = {one.code for one in unit.codes}, {one.code for one in got}
        if expected != have:
            missed, wrong = ", ".join(sorted(expected - have)) or NONE, ", ".join(sorted(have - expected)) or NONE
            lines.append(f"- {unit.id}: missed {missed}; wrong {wrong}\n  {unit.text}\n")
    return "".join(lines)


def _by(results: Sequence[Coded], key: Callable[[GivenCode], str], name: str, least: int) -> str:
    first, *others = results
    given = [key(one) for unit in first.units for one in unit.codes]
    rows = []
    for value in sorted(set(given), key=lambda value: (theme_of(value), value)):
        if given.count(value) >= least:
            counts = _only(first, key, value)
            rest = (_number(together(_only(other, key, value)).f) for other in others)
            rows.append((value, str(together(counts).gold), *_prf(counts, around=False), *rest))
    return table((name, "support", "P", "R", "F1", *(f"F1, {other.reader}" for other in others)), rows)


def _only(coded: Coded, key: Callable[[GivenCode], str], value: str) -> list[Counts]:
    return [
        counted({value} & set(map(key, unit.codes)), {value} & set(map(key, found))) for unit, found in coded.pairs()
    ]


def _counts(coded: Coded, key: Callable[[GivenCode], str]) -> list[Counts]:
    return [counted(set(map(key, unit.codes)), set(map(key, found))) for unit, found in coded.pairs()]


def _both(coded: Coded) -> Iterator[tuple[GivenCode, list[GivenCode]]]:
    """Each code that people gave and the reader too, with all that the reader says of it."""
    for unit, found in coded.pairs():
        for one in unit.codes:
            same = [other for other in found if other.code == one.code]
            if same:
                yield one, same


def _prf(counts: Sequence[Counts], *, around: bool = True) -> Iterable[str]:
    all_ = together(counts)
    yield _number(all_.precision)
    yield _number(all_.recall)
    bounds = interval(counts, f_of) if around else None
    yield _number(all_.f) + (f" ({bounds[0]:.2f}–{bounds[1]:.2f})" if bounds else "")


def _share(values: Sequence[bool]) -> str:
    return f"{_number(share(values))} of {len(values)}"


def _number(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"
