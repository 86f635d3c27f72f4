"""From a file's suffix to the function that handles it, imported only when it is used."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any


class Registry:
    """Suffixes and the functions behind them, each written `module:function`."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = dict(entries)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every suffix it knows, lower case and with its dot."""
        return tuple(self._entries)

    def knows(self, path: PurePath) -> bool:
        """Whether a file of this name can be handled."""
        return path.suffix.lower() in self._entries

    def load(self, path: PurePath) -> Callable[..., Any]:
        """The function for `path`; KeyError for a suffix that is not there."""
        module, function = self._entries[path.suffix.lower()].split(":")
        loaded: Callable[..., Any] = getattr(import_module(module), function)
        return loaded
