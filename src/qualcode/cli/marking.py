"""A sentence with some of its words marked, legible with colours and without."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from qualcode.model.transcript import Span

MATCHED = "^"
CUE = "~"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text and the sign that stands under it."""

    span: Span
    sign: str = MATCHED


def marked(text: str, marks: Iterable[Mark], width: int, *, indent: int = 0) -> list[Text]:
    """The lines of `text`, none wider than `width`, each with a line of signs beneath where words of it are marked.

    Where marks overlap, the first one counts.
    """
    signs = [" "] * len(text)
    for mark in marks:
        for at in range(max(0, mark.span.start), min(mark.span.end, len(text))):
            signs[at] = mark.sign if signs[at] == " " else signs[at]
    lines: list[Text] = []
    for start, end in _lines(text, max(1, width - indent)):
        line = Text(" " * indent + text[start:end])
        for at in range(start, end):
            if signs[at] != " ":
                line.stylize("bold" if signs[at] == MATCHED else "italic", indent + at - start, indent + at - start + 1)
        lines.append(line)
        under = "".join(sign * cell_len(char) for sign, char in zip(signs[start:end], text[start:end], strict=True))
        if under.strip():
            lines.append(Text(" " * indent + under.rstrip(), style="cyan"))
    return lines


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends: broken at white space, or where a word alone is wider."""
    start, last, size = 0, 0, 0
    for at, char in enumerate(text):
        size += cell_len(char)
        if char.isspace():
            last = at
        elif size > width and at > start:
            end = last if last > start else at
            yield start, _trimmed(text, start, end)
            start = end + (last > start)
            last, size = start, cell_len(text[start : at + 1])
    if text[start:].strip():
        yield start, _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a line without the white space there."""
    return start + len(text[start:end].rstrip())
