"""The nodes of a file read as texts, numbers, lists and fields; what does not fit is collected, never raised."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.term import Term

_NAME = re.compile(r"[^\W_][\w.-]*|_[\w.-]+")


@dataclass(frozen=True, slots=True)
class Defined:
    """A thing of the codebook that may exist only once, and where it is."""

    kind: str
    name: str
    where: Where


class Reading:
    """One file being read: its name, and the faults, names and references found in it so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.references: list[Term] = []
        """Terms that refer to a set, an actor or an action."""
        self.defined: list[Defined] = []

    def fault(self, at: Node | int, what: str, fix: str, severity: Severity = Severity.ERROR) -> None:
        """Notes that something is wrong on the line of `at`."""
        line = at if isinstance(at, int) else line_of(at)
        self.problems.append(Problem(what, Where(self.file, line=line), fix, severity))

    def define(self, kind: str, name: str, at: Node) -> None:
        """Notes that `name` is defined on the line of `at`."""
        if name:
            self.defined.append(Defined(kind, name, Where(self.file, line=line_of(at))))

    def fields(self, node: Node, keys: Collection[str], owner: str) -> dict[str, Node]:
        """The fields of a mapping that are among `keys`; the others, and those given twice, are faults."""
        found: dict[str, Node] = {}
        for key, (key_node, value) in self.pairs(node, owner).items():
            if key in keys:
                found[key] = value
            else:
                close = did_you_mean(key, keys)
                self.fault(key_node, f'unknown key "{key}" in {owner}{close[0]}', close[1])
        return found

    def pairs(self, node: Node, owner: str) -> dict[str, tuple[Node, Node]]:
        """Key to the nodes of key and value; what is no mapping, and a key that stands twice, is a fault."""
        if not isinstance(node, MappingNode):
            if not empty(node):
                self.fault(node, f"{owner} needs keys and values here.", 'write one "key: value" on each line')
            return {}
        found: dict[str, tuple[Node, Node]] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, ScalarNode):
                self.fault(key_node, f"a key in {owner} is no word.", "write a single word before the colon")
            elif key_node.value in found:
                first = line_of(found[key_node.value][0])
                what = f'"{key_node.value}" stands twice in {owner}, first on line {first}.'
                self.fault(key_node, what, "keep one of the two, or put both contents into one")
            else:
                if empty(value):
                    # An empty value is said to stand where the next thing does, often on a later line.
                    value.start_mark = key_node.start_mark
                found[key_node.value] = (key_node, value)
        return found

    def text(self, node: Node | None, owner: str) -> str:
        """The words of a text exactly as written, "" where there are none."""
        if node is None or empty(node):
            return ""
        if isinstance(node, ScalarNode):
            return str(node.value).strip()
        self.fault(
            node, f"{owner} must be one text.", "put the whole text in quotation marks, above all if it has a colon"
        )
        return ""

    def texts(self, node: Node | None, owner: str) -> tuple[str, ...]:
        """The texts of a list; a single text is a list of one."""
        return tuple(self.text(item, owner) for item in items(node))

    def name(self, node: Node | None, at: Node, owner: str) -> str:
        """A text that can be used as an id, "" (and a fault) where it cannot."""
        found = self.text(node, f'the "id" of {owner}')
        if not found:
            self.fault(at, f"{owner} has no id.", 'give it one: "id: short_name"')
            return ""
        if not is_name(found):
            what = f'"{found}" cannot be used as an id or name in {owner}.'
            self.fault(node or at, what, "use letters, digits, _ and - only, without spaces")
        return found

    def flag(self, node: Node | None, owner: str) -> bool:
        """A true or false, false where nothing is said."""
        if node is None:
            return False
        if isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:bool":
            return str(node.value).lower() == "true"
        self.fault(node, f"{owner} must be true or false.", "write true or false, without quotation marks")
        return False

    def number(self, node: Node | None, owner: str, *, least: int, otherwise: int) -> int:
        """A whole number that is no less than `least`, `otherwise` where nothing is said or it is wrong."""
        if node is None:
            return otherwise
        digits = str(node.value) if isinstance(node, ScalarNode) else ""
        if re.fullmatch(r"[0-9]{1,6}", digits) and int(digits) >= least:
            return int(digits)
        self.fault(node, f"{owner} must be a whole number, {least} or more.", f"write a number such as {otherwise}")
        return otherwise

    def choice(self, node: Node | None, choices: Collection[str], owner: str, *, otherwise: str) -> str:
        """One of `choices`, `otherwise` where nothing is said or it is wrong."""
        found = self.text(node, owner)
        if node is None or found in choices:
            return found or otherwise
        close = did_you_mean(found, choices)
        self.fault(node, f'{owner} cannot be "{found}"{close[0]}', close[1])
        return otherwise


def is_name(text: str) -> bool:
    """Whether `text` can be an id or a name."""
    return _NAME.fullmatch(text) is not None


def line_of(node: Node) -> int:
    """The line a node begins on, from 1."""
    return int(node.start_mark.line) + 1


def empty(node: Node) -> bool:
    """Whether nothing is written there (or `null`, or `~`)."""
    return isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def items(node: Node | None) -> Iterator[Node]:
    """The entries of a list; anything but a list is its only entry, and nothing has none."""
    if isinstance(node, SequenceNode):
        yield from node.value
    elif node is not None and not empty(node):
        yield node


def did_you_mean(word: str, known: Collection[str]) -> tuple[str, str]:
    """How to end a sentence about a `word` that is not `known`, full stop included, and the fix."""
    names = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), names, 1)
    if close:
        return f': did you mean "{names[close[0]]}"?', f'write "{names[close[0]]}"'
    return ".", f"use one of: {', '.join(sorted(known))}" if known else "define it first, or remove it"
