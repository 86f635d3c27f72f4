"""Markdown: its marks taken off the words, its bold labels kept as such, its front matter as metadata."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

import regex

from qualcode.model.source import Line, TableCell
from qualcode.readers.formats.wrapping import Physical

_FIELD = regex.compile(r"(?P<name>[\p{L}_][\p{L}\p{N}_ -]*):\s*(?P<value>.*)")
_FENCE = regex.compile(r"\s*(?:```|~~~).*")
_RULE = regex.compile(r"\s*(?:=+|(?:[-*_]\s*){3,})\s*")
_HEADING = regex.compile(r"\s{0,3}#{1,6}\s+(?P<words>.*?)(?:\s+#+)?\s*")
_LEAD = regex.compile(r"\s*(?:>\s?)+|\s*[-*+]\s+(?=\S)")
_COMMENT = regex.compile(r"<!--.*?-->")
_BREAK = regex.compile(r"\s*<br\s*/?>\s*|\\$", regex.IGNORECASE)
_LINK = regex.compile(r"!?\[(?P<words>[^\[\]]*)\]\((?:https?:|mailto:|\.|/|#)[^()\s]*\)")
_BOLD_START = regex.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+?)(?P=mark)")
_STRONG = regex.compile(r"(?<!\\)(?P<mark>\*\*|__)(?=\S)(?P<words>.+?)(?<=\S)(?P=mark)")
_ESCAPE = regex.compile(r"\\(?=[!-/:-@\[-`{-~])")


_ROW = regex.compile(r"\s*\|(?P<cells>.*)\|\s*")
_RULED = regex.compile(r"\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*")
"""The line under the headings of a table."""


class Rendered(NamedTuple):
    """A Markdown file as plain lines, the bold code points at their start (by line number), and its front matter."""

    lines: list[Physical]
    bold: dict[int, int]
    metadata: dict[str, str]


def render(lines: Sequence[Physical]) -> Rendered:
    """`lines` as a reader of the finished page sees them; single `*` and `_` stay, they may mark (*laughs*)."""
    start, metadata = _front_matter(lines)
    bold: dict[int, int] = {}
    rendered: list[Physical] = []
    for line in lines[start:]:
        if _FENCE.fullmatch(line.text) or _RULE.fullmatch(line.text):
            rendered.append(line._replace(text=""))
            continue
        text, length = _render_line(line.text)
        bold[line.number] = length
        rendered.append(line._replace(text=text))
    return Rendered(rendered, bold, metadata)


def with_tables(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with the rows of tables (`| a | b |` around a ruled line) as a line for each cell."""
    found: list[Line] = []
    table = 0
    for in_row, members in groupby(lines, key=lambda line: _ROW.fullmatch(line.text) is not None):
        group = list(members)
        if not in_row or not any(_RULED.fullmatch(line.text) for line in group):
            found.extend(group)
            continue
        table += 1
        rows = [line for line in group if not _RULED.fullmatch(line.text)]
        for row, line in enumerate(rows, start=1):
            cells = regex.split(r"(?<!\\)\|", line.text.strip()[1:-1])
            found += [
                replace(line, text=cell.strip(), joiner="\n", bold=0, cell=TableCell(table, row, column))
                for column, cell in enumerate(cells, start=1)
            ]
    return tuple(found)


def _front_matter(lines: Sequence[Physical]) -> tuple[int, dict[str, str]]:
    """Where the words start, and the fields between the two `---` at the top, if that is what they are."""
    if not lines or lines[0].text.strip() != "---":
        return 0, {}
    for index, line in enumerate(lines[1:60], start=1):
        if line.text.strip() in {"---", "..."}:
            fields = [found for between in lines[1:index] if (found := _FIELD.fullmatch(between.text))]
            return index + 1, {found["name"]: found["value"].strip().strip("\"'") for found in fields}
        if line.text.strip() and not regex.match(rf"{_FIELD.pattern}|\s|-\s|#", line.text):
            break
    return 0, {}


def _render_line(text: str) -> tuple[str, int]:
    """The words of a line, and how many code points of them are bold from the start."""
    text = _COMMENT.sub("", text)
    if heading := _HEADING.fullmatch(text):
        text = heading["words"]
    while lead := _LEAD.match(text):
        text = text[lead.end() :]
    text = _LINK.sub(r"\g<words>", _BREAK.sub(" ", text)).rstrip()
    start = _BOLD_START.match(text)
    if start is None or (len(start["mark"]) == 1 and not _is_label(start["words"], text[start.end() :])):
        return _inline(text), 0
    words = _inline(start["words"])
    return words + _inline(text[start.end() :]), len(words)


def _is_label(words: str, rest: str) -> bool:
    """Whether slanted words at the start of a line are set off by a colon, as labels are."""
    return words.rstrip().endswith(":") or rest.startswith(":")


def _inline(text: str) -> str:
    plain: str = _ESCAPE.sub("", _STRONG.sub(r"\g<words>", text))
    return plain
