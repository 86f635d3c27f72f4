"""Whether a run of a Word document is bold or hidden, wherever that was said: in the run, a style, or the defaults."""

from typing import Any

_OFF = frozenset(("0", "false", "off"))


class Styles:
    """The styles of a document; `None` for a document without any."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._default_paragraph = ""
        self._defaults: Any = None
        if root is None:
            return
        word = str(root.tag)[: str(root.tag).index("}") + 1]
        for style in root.iter(f"{word}style"):
            name = style.get(f"{word}styleId", "")
            self._styles[name] = style
            if style.get(f"{word}type") == "paragraph" and style.get(f"{word}default", "0") not in _OFF:
                self._default_paragraph = name
        self._defaults = root.find(f"{word}docDefaults/{word}rPrDefault/{word}rPr")

    def toggle(self, run: Any, word: str, name: str) -> bool:
        """Whether the property `name` ("b", "vanish") holds for `run`; `word` is the namespace in braces.

        What the run says itself goes before its styles; a character style inside a paragraph style that says the same
        turns it off again (ECMA-376 part 1, 17.7.3, toggle properties).
        """
        properties = run.find(f"{word}rPr")
        own = _said(properties, word, name)
        if own is not None:
            return own
        by_run = self._style_says(_style(properties, word, "rStyle"), word, name)
        paragraph = next(run.iterancestors(f"{word}p"), None)
        settings = paragraph.find(f"{word}pPr") if paragraph is not None else None
        by_paragraph = self._style_says(_style(settings, word, "pStyle") or self._default_paragraph, word, name)
        if by_run is None and by_paragraph is None:
            return _said(self._defaults, word, name) or False
        return bool(by_run) != bool(by_paragraph)

    def _style_says(self, style: str, word: str, name: str) -> bool | None:
        """What a style or one it is based on says."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            said = _said(self._styles[style].find(f"{word}rPr"), word, name)
            if said is not None:
                return said
            based_on = self._styles[style].find(f"{word}basedOn")
            style = based_on.get(f"{word}val", "") if based_on is not None else ""
        return None


def _style(properties: Any, word: str, kind: str) -> str:
    """The id of the style that run or paragraph properties name, "" for none."""
    named = properties.find(f"{word}{kind}") if properties is not None else None
    return named.get(f"{word}val", "") if named is not None else ""


def _said(properties: Any, word: str, name: str) -> bool | None:
    """Whether `properties` switch `name` on or off, None where they do not speak of it."""
    element = properties.find(f"{word}{name}") if properties is not None else None
    return None if element is None else element.get(f"{word}val", "true") not in _OFF
