"""A small grammar that says the same thing in many ways: symbols, their alternatives, and a dice."""

import random
import re
from collections.abc import Mapping

_SYMBOL = re.compile(r"\{(\w+)\}")


class Grammar:
    """Expands symbols. An alternative is words with further symbols in braces: `we walked to {town}`."""

    def __init__(self, *tables: Mapping[str, str]) -> None:
        """Takes tables of symbol to alternatives, which are separated by `|` or line ends; a later table adds to them.

        Raises KeyError for a symbol in braces that no table has.
        """
        self._alternatives: dict[str, list[tuple[str, ...]]] = {}
        for table in tables:
            for symbol, written in table.items():
                found = (part.strip() for line in written.splitlines() for part in line.split("|"))
                known = self._alternatives.setdefault(symbol, [])
                known += [tuple(_SYMBOL.split(part)) for part in found if part]
        used = {name for all_ in self._alternatives.values() for parts in all_ for name in parts[1::2]}
        for name in sorted(used - self._alternatives.keys()):
            raise KeyError(name)

    def expand(self, symbol: str, dice: random.Random) -> str:
        """One of the ways to say `symbol`."""
        parts = dice.choice(self._alternatives[symbol])
        return "".join(self.expand(part, dice) if at % 2 else part for at, part in enumerate(parts))

    def words(self, symbol: str) -> list[str]:
        """The ways to say `symbol` that hold no further symbol."""
        return [parts[0] for parts in self._alternatives[symbol] if len(parts) == 1]
