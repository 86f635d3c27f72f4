"""A file of the codebook as text and nodes at once: nodes say where something stands, the text is what is changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcode.codebook.composing import compose

_BOM = "\ufeff"
_BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True)
class Document:
    """One file: its name to show, its text without the mark of its encoding, and that mark, "" where it has none."""

    file: Path
    name: str
    text: str
    mark: str = ""

    @cached_property
    def root(self) -> Node | None:
        """The content of the file, None where it is empty."""
        return compose(self.text)

    @cached_property
    def newline(self) -> str:
        """How the lines of this file end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @cached_property
    def _scalars(self) -> list[tuple[int, int]]:
        """Where each text, number and key begins and ends."""
        return [(start_of(node), self.end_of(node)) for node in nodes_of(self.root) if isinstance(node, ScalarNode)]

    def replaced(self, start: int, end: int, text: str) -> "Document":
        """The file with `text`, whose lines end in LF, in the place of what stands from `start` to `end`."""
        written = text.replace("\n", self.newline) if self.newline != "\n" else text
        return replace(self, text=self.text[:start] + written + self.text[end:])

    def with_lines(self, at: int, lines: str) -> "Document":
        """The file with whole `lines` put in at `at`, where a line begins or the file ends."""
        if at == len(self.text) and not self.text.endswith("\n"):
            return self.replaced(at, at, "\n" + lines.removesuffix("\n"))
        return self.replaced(at, at, lines)

    def between(self, start: int, end: int) -> str:
        """What stands there, with lines that end in LF."""
        return self.text[start:end].replace("\r\n", "\n")

    def end_of(self, node: Node) -> int:
        """Where the last character of a node ends, without comments and blank lines after it.

        YAML itself says that a list or a mapping of several lines ends where the next thing begins.
        """
        if isinstance(node, ScalarNode):
            return self._scalar_end(node)
        if is_flow(node) or not node.value:
            return int(node.end_mark.index)
        if isinstance(node, MappingNode):
            return self.field_end(*node.value[-1])
        return self.end_of(node.value[-1])

    def field_end(self, key: Node, value: Node) -> int:
        """Where a key with its value ends."""
        return self.after_colon(key) if is_blank(value) else self.end_of(value)

    def after_colon(self, key: Node) -> int:
        """Where the colon behind a key ends."""
        return self.text.index(":", self.end_of(key)) + 1

    def _scalar_end(self, node: ScalarNode) -> int:
        """The end of a text; the blank lines after one begun with | or > belong to it only if they are kept (+)."""
        end = int(node.end_mark.index)
        if node.style not in _BLOCK_STYLES:
            return end
        first = self.text[start_of(node) : self.line_end(start_of(node))]
        if "+" in first.partition("#")[0]:
            return end
        return len(self.text[:end].rstrip())

    def line_start(self, at: int) -> int:
        """Where the line of `at` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line after that of `at` begins."""
        return self.text.find("\n", at) + 1 or len(self.text)

    def line_number(self, at: int) -> int:
        """The line of `at`, from 1."""
        return self.text.count("\n", 0, at) + 1

    def column(self, at: int) -> int:
        """How many characters stand before `at` on its line."""
        return at - self.line_start(at)

    def comments(self, start: int, end: int) -> list[tuple[int, str]]:
        """The comments that begin between `start` and `end`, each with its place, from its `#` to the end of its line.

        A `#` within a text or after a letter begins none.
        """
        found: list[tuple[int, str]] = []
        at = self.text.find("#", start, end)
        while at >= 0:
            stop = at + 1
            if self._begins_comment(at):
                stop = self.line_end(at)
                found.append((at, self.text[at:stop].rstrip()))
            at = self.text.find("#", stop, end)
        return found

    def _begins_comment(self, at: int) -> bool:
        apart = at == 0 or self.text[at - 1].isspace()
        return apart and not any(start <= at < end for start, end in self._scalars)


def read_document(name: str, file: Path) -> Document:
    """The file as it is on disk; it must be UTF-8."""
    text = file.read_bytes().decode("utf-8")
    return Document(file, name, text.removeprefix(_BOM), _BOM if text.startswith(_BOM) else "")


def nodes_of(node: Node | None) -> Iterator[Node]:
    """A node and all below it, keys among them, in the order of the file."""
    if node is None:
        return
    yield node
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from nodes_of(key)
            yield from nodes_of(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from nodes_of(item)


def is_blank(node: Node) -> bool:
    """Whether not a single character is written there."""
    return isinstance(node, ScalarNode) and node.value == "" and node.style is None


def is_flow(node: Node) -> bool:
    """Whether a list or a mapping is written in brackets or braces."""
    return bool(getattr(node, "flow_style", False))


def start_of(node: Node) -> int:
    """Where a node begins; the marks of one that is blank are not to be trusted."""
    return int(node.start_mark.index)
