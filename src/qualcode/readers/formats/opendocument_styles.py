"""Which styles of an OpenDocument text are bold or hidden."""

from collections.abc import Iterable
from typing import Any

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Styles:
    """The styles of a document's parts, by family ("text", "paragraph") and name."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                self._styles[style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")] = style

    def bold(self, family: str, name: str) -> bool | None:
        """Whether a style makes its words bold, None where it leaves that to what is around them."""
        weight = self._property(family, name, f"{_FORMAT}font-weight")
        if weight is None:
            return None
        return int(weight) >= 600 if weight.isdigit() else weight == "bold"

    def hidden(self, family: str, name: str) -> bool:
        """Whether a style hides its words."""
        return self._property(family, name, f"{_TEXT}display") == "none"

    def _property(self, family: str, name: str, key: str) -> str | None:
        """A text property of a style or of one it is derived from."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[family, name]
            properties = style.find(f"{_STYLE}text-properties")
            value = properties.get(key) if properties is not None else None
            if value is not None:
                return str(value)
            name = style.get(f"{_STYLE}parent-style-name", "")
        return None
