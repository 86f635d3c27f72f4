"""Keys of a code and the entries of its lists, changed where they are written."""

from collections.abc import Sequence

from ruamel.yaml.nodes import Node, ScalarNode, SequenceNode

from qualcode.codebook.editing.blocks import Piece, block_of, pieces_of
from qualcode.codebook.editing.book import Field, FoundCode, FoundTheme
from qualcode.codebook.editing.document import Document, is_blank, is_flow, start_of
from qualcode.codebook.editing.wording import WIDTH, shifted, spelled
from qualcode.codebook.nodes import empty


def with_text(document: Document, owner: FoundCode | FoundTheme, key: str, text: str) -> Document:
    """The file with another text behind a key, in quotation marks if the old one was."""
    field, brackets = owner.fields[key], is_flow(owner.node)
    value = field.value
    if is_blank(value) or not isinstance(value, ScalarNode):
        return with_value(document, field, spelled(text, brackets=brackets))
    style = value.style if value.style in ("'", '"') else None
    return with_value(document, field, spelled(text, style=style, brackets=brackets))


def with_value(document: Document, field: Field, written: str) -> Document:
    """The file with another value behind a key, written as YAML."""
    if is_blank(field.value):
        at = document.after_colon(field.key)
        return document.replaced(at, at, f" {written}")
    end = document.end_of(field.value)
    kept = "\n" if document.text[:end].endswith("\n") else ""
    return document.replaced(start_of(field.value), end, written + kept)


def with_field(document: Document, owner: FoundCode | FoundTheme, after: str, lines: str) -> Document:
    """The file with one more key, "key: value", below that called `after`, or below all where there is none."""
    fields = owner.fields
    last = fields.get(after) or list(fields.values())[-1]
    end = document.field_end(last.key, last.value)
    if is_flow(owner.node):
        return document.replaced(end, end, f", {lines}")
    column = document.column(start_of(owner.node))
    return document.with_lines(_next_line(document, end), shifted(f"{lines}\n", column))


def with_comment(document: Document, owner: FoundCode, after: str, lines: str) -> Document:
    """The file with lines of comment, each as far in as it is to stand, below a key of a code."""
    field = owner.fields[after]
    return document.with_lines(_next_line(document, document.field_end(field.key, field.value)), lines)


def with_words(document: Document, field: Field, words: Sequence[str]) -> Document:
    """The file with more entries at the end of a list, each spelled so that it can stand anywhere."""
    value = field.value
    if isinstance(value, SequenceNode) and value.value and not is_flow(value):
        return _below(document, value, "".join(f"- {word}\n" for word in words))
    if isinstance(value, SequenceNode):
        return _between_brackets(document, value, words)
    held: list[str] = []
    if isinstance(value, ScalarNode) and not empty(value):
        held = [spelled(str(value.value).strip(), style=value.style)]
    return with_value(document, field, f"[{', '.join([*held, *words])}]")


def with_pieces(document: Document, field: Field, pieces: Sequence[str]) -> Document:
    """The file with more entries at the end of a list, each as whole lines; a list in brackets becomes one of lines."""
    value = field.value
    added = "".join(pieces)
    if isinstance(value, SequenceNode) and value.value and not is_flow(value):
        return _below(document, value, added)
    column = document.column(start_of(field.key))
    held = [] if empty(value) else [piece.lines for piece in pieces_of(document, value, column)]
    lines = shifted("".join(held) + added, column + 2)
    end = document.field_end(field.key, field.value)
    start = document.after_colon(field.key)
    behind = document.text[end : document.line_end(end)].rstrip("\r\n")
    if behind.strip() and not behind.strip().startswith("#"):
        behind = ""
    comment = f"  {behind.strip()}" if behind.strip() else ""
    return document.replaced(start, end + len(behind), f"{comment}\n{lines.removesuffix(chr(10))}")


def comments_of(document: Document, piece: Piece) -> str:
    """The comments of an entry, one a line."""
    return "".join(f"{comment}\n" for _, comment in document.comments(piece.start, piece.end))


def _below(document: Document, listed: SequenceNode, lines: str) -> Document:
    block = block_of(document, listed, len(listed.value) - 1)
    return document.with_lines(block.end, shifted(lines, block.column))


def _between_brackets(document: Document, listed: SequenceNode, words: Sequence[str]) -> Document:
    """More entries in brackets, on a new line where the last one would become too long."""
    if not listed.value:
        return document.replaced(start_of(listed), document.end_of(listed), f"[{', '.join(words)}]")
    at = document.end_of(listed.value[-1])
    line = document.text[document.line_start(at) : document.line_end(at)].rstrip()
    added = ", ".join(words)
    if len(line) + 2 + len(added) <= WIDTH or "#" in line[document.column(at) :]:
        return document.replaced(at, at, f", {added}")
    return document.replaced(at, at, f",\n{' ' * _entries_column(document, listed, at)}{added}")


def _entries_column(document: Document, listed: SequenceNode, at: int) -> int:
    """How far in the last line of a list in brackets begins, its first entry where it has one line only."""
    first: Node = listed.value[0]
    if document.line_start(start_of(listed)) == document.line_start(at):
        return document.column(start_of(first))
    line = document.text[document.line_start(at) : at]
    return len(line) - len(line.lstrip())


def _next_line(document: Document, end: int) -> int:
    """The begin of the line after that on which something ends."""
    return document.line_end(max(end - 1, 0))
