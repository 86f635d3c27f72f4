"""Token patterns of the codebook in words."""

from collections.abc import Mapping
from typing import Any

_ITSELF = ("LOWER", "TEXT", "ORTH", "NORM")
"""Attributes whose value is the word itself."""
_TIMES = {"?": "or nothing", "*": "any number of times, or nothing", "+": "once or more often", "!": "not there"}


def piece_in_words(piece: Mapping[str, Any]) -> str:
    """What a pattern asks of one word, and how often it may stand there."""
    asked = " and ".join(_asked(name, value) for name, value in piece.items() if name != "OP") or "any word"
    operator = str(piece.get("OP", ""))
    if not operator:
        return asked
    times = _TIMES.get(operator) or f"{operator.strip('{}').replace(',', ' to ').strip()} times"
    return f"{asked} ({times})"


def _asked(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return " and ".join(_condition(name, key, one) for key, one in value.items())
    if isinstance(value, bool):
        return name if value else f"not {name}"
    return _named(name, value)


def _condition(name: str, key: str, value: Any) -> str:
    if key == "IN":
        return " or ".join(_named(name, one) for one in value)
    if key == "NOT_IN":
        return f"neither {' nor '.join(_named(name, one) for one in value)}"
    if key == "REGEX":
        return f"{name} like the expression {value}"
    return f'nearly "{value}"' if key.startswith("FUZZY") else f"{name} {key} {value}"


def _named(name: str, value: Any) -> str:
    if name in _ITSELF:
        return f'"{value}"'
    return f'a form of "{value}"' if name == "LEMMA" else f"{name} {value}"
