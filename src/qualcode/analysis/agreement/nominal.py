"""Coefficients of agreement for categories without an order.

`units` are rows: what each coder, always in the same order, gave to one unit. Wherever a coefficient has no value (no
unit, or chance alone would give full agreement because only one category was used) it is None and never 0 or 1.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

Units = Sequence[Sequence[Hashable]]
"""One row a unit, one category a coder."""


def percent(units: Units) -> float | None:
    """The share of pairs of coders who gave a unit the same, over all units; 0 to 1."""
    return _observed(units)


def cohen(units: Units) -> float | None:
    """Cohen's kappa of two coders: chance is the product of what each of them gives (Cohen 1960, p. 40)."""
    if not units or any(len(row) != 2 for row in units):
        return None
    firsts, seconds = (Counter(row[place] for row in units) for place in (0, 1))
    chance = sum(firsts[one] * seconds[one] for one in firsts) / len(units) ** 2
    return _beyond(_observed(units), chance)


def fleiss(units: Units) -> float | None:
    """Fleiss' kappa of any number of coders: chance is what all of them together give (Fleiss 1971, p. 379-380)."""
    return _beyond(_observed(units), sum(share**2 for share in _shares(units)))


def krippendorff(units: Units) -> float | None:
    """Krippendorff's alpha for nominal data, every coder having judged every unit (Krippendorff 2011, section C)."""
    values = Counter(value for row in units for value in row)
    total = sum(values.values())
    observed = _observed(units)
    if observed is None or total < 2:
        return None
    expected = sum(count * (total - count) for count in values.values()) / (total * (total - 1))
    return None if len(values) < 2 else 1 - (1 - observed) / expected


def gwet(units: Units, *, categories: int = 2) -> float | None:
    """Gwet's AC1: chance is the doubt about which of `categories` a unit is (Gwet 2008, equations 4 and 5).

    None where only one category was used: nothing tells how the coders would have told them apart.
    """
    shares = _shares(units)
    if len(shares) < 2:
        return None
    return _beyond(_observed(units), sum(share * (1 - share) for share in shares) / (max(categories, len(shares)) - 1))


def prevalence(units: Sequence[Sequence[bool]]) -> float | None:
    """The share of all judgements that say yes; 0 to 1."""
    given = [value for row in units for value in row]
    return sum(given) / len(given) if given else None


def precision(reference: Sequence[bool], other: Sequence[bool]) -> float | None:
    """Of what the other coded, the share that the reference has too (van Rijsbergen 1979, chapter 7)."""
    return _share(_hits(reference, other), sum(other))


def recall(reference: Sequence[bool], other: Sequence[bool]) -> float | None:
    """Of what the reference has, the share that the other coded too (van Rijsbergen 1979, chapter 7)."""
    return _share(_hits(reference, other), sum(reference))


def f1(reference: Sequence[bool], other: Sequence[bool]) -> float | None:
    """The harmonic mean of precision and recall; None where neither coded anything."""
    return _share(2 * _hits(reference, other), sum(reference) + sum(other))


def _hits(reference: Sequence[bool], other: Sequence[bool]) -> int:
    return sum(one and two for one, two in zip(reference, other, strict=True))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _observed(units: Units) -> float | None:
    """The share of pairs of coders who agree, over all units."""
    agree = pairs = 0
    for row in units:
        agree += sum(count * (count - 1) for count in Counter(row).values())
        pairs += len(row) * (len(row) - 1)
    return agree / pairs if pairs else None


def _shares(units: Units) -> list[float]:
    values = Counter(value for row in units for value in row)
    return [count / sum(values.values()) for count in values.values()]


def _beyond(observed: float | None, chance: float) -> float | None:
    """How far agreement goes beyond chance, of as far as it could go."""
    if observed is None or chance > 1 - 1e-12:
        return None
    return (observed - chance) / (1 - chance)
