"""Entries of lists as whole lines: which lines belong to an entry, with the comments that are about it.

Comments straight above an entry are about it, and so are those below it that stand deeper than its dash. A comment set
apart by a blank line, such as a heading, is about no single entry and stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from qualcode.codebook.editing.document import Document, is_flow, start_of
from qualcode.codebook.editing.wording import shifted
from qualcode.codebook.nodes import empty


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of an entry: where its comments, its dash and what follows its last own comment begin."""

    head: int
    dash: int
    end: int
    column: int
    """How far in the dash stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry as lines that end in LF, its dash (or its comments) at the begin of the line.

    `node` is None for comments that follow the last entry.
    """

    lines: str
    node: Node | None
    start: int
    end: int


def block_of(document: Document, listed: SequenceNode, number: int) -> Block:
    """The lines of entry `number` of a list with dashes."""
    column = document.column(start_of(listed))
    dash = _dash(document, listed.value[number], column)
    before = _tail(document, listed.value[number - 1], column) if number else 0
    head = dash
    while head > before and _is_comment(_line(document, head - 1)):
        head = document.line_start(head - 1)
    return Block(head, dash, _tail(document, listed.value[number], column), column)


def without(document: Document, block: Block) -> Document:
    """The file without these lines, and with no more than one of the gaps that were around them."""
    start = block.head
    after = _line(document, block.end) if block.end < len(document.text) else ""
    if not after.strip():
        while start > 0 and not _line(document, start - 1).strip():
            start = document.line_start(start - 1)
    return document.replaced(start, block.end, "")


def lines_of(document: Document, block: Block) -> str:
    """The lines of an entry with LF, its dash at the begin of the line."""
    lines = document.between(block.head, block.end)
    return shifted(lines if lines.endswith("\n") else lines + "\n", -block.column)


def follows_gap(document: Document, block: Block) -> bool:
    """Whether a blank line stands above the entry."""
    return block.head > 0 and not _line(document, block.head - 1).strip()


def pieces_of(document: Document, value: Node, column: int) -> list[Piece]:
    """The entries of a list, or of a text or mapping that stands for a list of one, behind a key in this column."""
    if isinstance(value, SequenceNode) and not is_flow(value):
        return list(_dashed(document, value))
    listed = value.value if isinstance(value, SequenceNode) else [] if empty(value) else [value]
    return list(_loose(document, value, listed, column))


def _dashed(document: Document, listed: SequenceNode) -> Iterator[Piece]:
    column = document.column(start_of(listed))
    start = _dash(document, listed.value[0], column)
    while start > 0 and _is_aside(_line(document, start - 1)):
        start = document.line_start(start - 1)
    for node in listed.value:
        end = _tail(document, node, column)
        lines = document.between(start, end)
        yield Piece(shifted(lines if lines.endswith("\n") else lines + "\n", -column), node, start, end)
        start = end


def _loose(document: Document, value: Node, listed: list[Node], column: int) -> Iterator[Piece]:
    """Entries between brackets; the comments among them come before the entry that follows."""
    start, last = start_of(value), document.end_of(value)
    for node in listed:
        begin, end = start_of(node), document.end_of(node)
        yield Piece(_comment_lines(document, start, begin) + _raw(document, node, column), node, start, end)
        start = end
    rest = _comment_lines(document, start, last)
    if rest:
        yield Piece(rest, None, start, last)


def _raw(document: Document, node: Node, column: int) -> str:
    """An entry as it is written, behind a dash at the begin of a line."""
    block = isinstance(node, MappingNode) and not is_flow(node)
    by = 2 - document.column(start_of(node)) if block else -column
    first, _, rest = document.between(start_of(node), document.end_of(node)).partition("\n")
    lines = f"- {first}\n{shifted(rest, by)}"
    return lines if lines.endswith("\n") else lines + "\n"


def _comment_lines(document: Document, start: int, end: int) -> str:
    return "".join(f"{comment}\n" for _, comment in document.comments(start, end))


def _dash(document: Document, node: Node, column: int) -> int:
    """The begin of the line with the dash of an entry."""
    at = document.line_start(start_of(node))
    while at > 0 and not document.text.startswith("-", at + column):
        at = document.line_start(at - 1)
    return at


def _tail(document: Document, node: Node, column: int) -> int:
    """Where the lines of an entry end, its own comments below it included."""
    end = document.line_end(max(document.end_of(node) - 1, 0))
    at = end
    while at < len(document.text):
        line = _line(document, at)
        deeper = len(line) - len(line.lstrip(" ")) > column
        if not _is_aside(line) or (line.strip() and not deeper):
            break
        at = document.line_end(at)
        if line.strip():
            end = at
    return end


def _line(document: Document, at: int) -> str:
    return document.text[document.line_start(at) : document.line_end(at)]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _is_aside(line: str) -> bool:
    """Whether a line is blank or a comment."""
    return not line.strip() or _is_comment(line)
