"""Texts as YAML has them: in quotation marks only where they would be read as something else."""

import json
import re
import textwrap

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

from qualcode.codebook.composing import compose

WIDTH = 120
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MARKS = '"“”„«»'


def spelled(text: str, *, style: str | None = None, brackets: bool = True) -> str:
    """`text` as one line of YAML, in quotation marks of `style` where these are given.

    Without a style it has quotation marks only if it needs them; between `brackets` commas are a reason.
    """
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    candidates = {"'": [single], '"': []}.get(style or "", [text])
    for candidate in [*candidates, double]:
        if _read_as(candidate, brackets=brackets) == text:
            return candidate
    return json.dumps(text)


def spelled_term(term: str) -> str:
    """A term for a list: what holds a quotation mark is put in others, so that none seems to be lost."""
    careless = term.endswith("'") or any(mark in term for mark in _MARKS)
    return spelled(term, style='"' if careless else None)


def wrapped(text: str, *, first: int, indent: int, width: int = WIDTH) -> str:
    """A text spelled for YAML to stand behind a key, over as many lines as it takes.

    It begins `first` characters in on the first line and `indent` on those that follow.
    """
    words = spelled(text, brackets=False)
    if first + len(words) <= width or text != one_line(text):
        return words
    lead = "x" * (first - indent)
    lines = textwrap.wrap(words, width - indent, initial_indent=lead, break_long_words=False, break_on_hyphens=False)
    return ("\n" + " " * indent).join(lines)[len(lead) :]


def commented(text: str, *, indent: int, further: str = "  ") -> str:
    """A text as lines of comment, those after the first set in by `further`."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    lines = textwrap.wrap(
        " ".join(shown.split()),
        WIDTH - indent,
        initial_indent="# ",
        subsequent_indent=f"# {further}",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def shifted(lines: str, by: int) -> str:
    """Lines set in by so many characters more, or fewer where the number is negative; empty ones stay as they are."""
    return "".join(_shifted(line, by) for line in _LINES.findall(lines))


def _shifted(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line.strip("\r\n") else line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, -by) :]


def one_line(text: str) -> str:
    """A text without line ends and without more than one space at a time."""
    return " ".join(text.split())


def _read_as(candidate: str, *, brackets: bool) -> str | None:
    """The text that YAML reads behind a key; None where it is another thing."""
    try:
        root = compose(f"key: [{candidate}]" if brackets else f"key: {candidate}")
    except YAMLError:
        return None
    nodes = [pair[1] for pair in root.value] if isinstance(root, MappingNode) else []
    if brackets and nodes:
        nodes = list(nodes[0].value)
    if len(nodes) != 1 or not isinstance(nodes[0], ScalarNode) or not str(nodes[0].tag).endswith(":str"):
        return None
    return str(nodes[0].value)
