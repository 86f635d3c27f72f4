"""Dates as people write them, in ISO 8601; one that could be read two ways is never guessed."""

from datetime import date

import regex

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janar",
            "february feb februar shkurt",
            "march mar mart mars",
            "april apr prill",
            "may maj",
            "june jun juni qershor",
            "july jul juli korrik",
            "august aug avgust gusht",
            "september sep sept septembar shtator",
            "october oct oktobar tetor",
            "november nov novembar nëntor",
            "december dec decembar dhjetor",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = regex.compile(r"(?<!\d)(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)")
_COMPACT = regex.compile(r"(?<!\d)(?P<y>20\d{2}|19\d{2})(?P<m>\d{2})(?P<d>\d{2})(?!\d)")
_WORDED = regex.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?[.\s-]+(?:of\s+)?(?P<name>\p{L}{3,10})[.,\s-]+(?P<y>\d{4}|\d{2})(?!\d)"
)
_NAMED = regex.compile(r"(?P<name>\p{L}{3,10})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})(?!\d)")
_DOTTED = regex.compile(r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<y>\d{4}|\d{2})(?!\d)")
"""Dots part day, month and year in this order wherever they are used."""
_NUMBERS = regex.compile(r"(?<!\d)(?P<a>\d{1,2})\s?[-./]\s?(?P<b>\d{1,2})\s?[-./]\s?(?P<y>\d{4}|\d{2})(?!\d)")


class AmbiguousDateError(ValueError):
    """A date whose day and month could be swapped."""


def parse_date(text: str, *, order: str = "") -> str:
    """The date in `text` in ISO 8601, "" where there is none.

    `order` is `day-first`, `month-first` or "" (nobody has said); raises AmbiguousDateError where it would matter.
    """
    for pattern in (_ISO, _COMPACT):
        if found := pattern.search(text):
            return _iso(int(found["y"]), int(found["m"]), int(found["d"]))
    for pattern in (_WORDED, _NAMED):
        for found in pattern.finditer(text):
            if month := _MONTHS.get(found["name"].casefold()):
                return _iso(_year(found["y"]), month, int(found["d"]))
    if found := _DOTTED.search(text):
        return _iso(_year(found["y"]), int(found["m"]), int(found["d"]))
    found = _NUMBERS.search(text)
    return _numeric(int(found["a"]), int(found["b"]), _year(found["y"]), order) if found else ""


def _numeric(first: int, second: int, year: int, order: str) -> str:
    """A date in numbers: the order matters only where both could be a month."""
    if first > 12 or (order == "day-first" and second <= 12):
        return _iso(year, second, first)
    if second > 12 or order == "month-first":
        return _iso(year, first, second)
    if first == second:
        return _iso(year, first, second)
    raise AmbiguousDateError


def _year(written: str) -> int:
    """A year in two digits is of this century up to 68, as in POSIX."""
    year = int(written)
    if len(written) == 4:
        return year
    return year + (2000 if year < 69 else 1900)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
