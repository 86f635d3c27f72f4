"""The YAML files of a codebook as trees of nodes that know their lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node

from qualcode.codebook.composing import compose
from qualcode.codebook.syntax import explain
from qualcode.errors import QualcodeError
from qualcode.model.problem import Problem, Where

SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 5_000_000
MAX_REPEATED = 1_000
"""How many nodes may be repeated through anchors, all in all."""
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(f"{_CORE}{kind}" for kind in "str int float bool null map seq timestamp merge value".split())


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the codebook: its name to show, and its content, None where it is empty."""

    name: str
    root: Node | None


Text = tuple[str, str | Problem]
"""A file of the codebook: its name to show, and what stands in it or why it cannot be read."""


def read_texts(path: Path) -> tuple[Text, ...]:
    """Every file of the codebook at `path` (one file, or a folder of them) in order of name.

    Raises QualcodeError where there is nothing to read.
    """
    return tuple((name, _text(name, file)) for name, file in files_of(path))


def read_sources(texts: Iterable[Text]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The files with these texts as nodes, and what keeps some out."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for name, text in texts:
        found = _read(name, text)
        if isinstance(found, Source):
            sources.append(found)
        else:
            problems.extend(found)
    return tuple(sources), tuple(problems)


def files_of(path: Path) -> list[tuple[str, Path]]:
    """The files of the codebook at `path`, each with its name to show; QualcodeError where there is none."""
    if path.is_file():
        return [(path.name, path)]
    if not path.is_dir():
        raise QualcodeError(
            "there is no codebook here.", where=path.name, hint="check the name, or give the folder that holds it"
        )
    found = [file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file()]
    visible = sorted(file for file in found if not file.name.startswith((".", "~")))
    if not visible:
        raise QualcodeError(
            "the folder holds no codebook.", where=path.name, hint="put a file that ends in .yaml into it"
        )
    return [(f"{path.name}/{file.name}".lstrip("/"), file) for file in visible]


def _read(name: str, text: str | Problem) -> Source | list[Problem]:
    if isinstance(text, Problem):
        return [text]
    try:
        root = _composed(text)
    except (YAMLError, RecursionError) as error:
        return [explain(error, text, name)]
    problems = _refused(name, root) if root is not None else []
    return problems or Source(name, root)


@lru_cache(maxsize=64)
def _composed(text: str) -> Node | None:
    """The root of a file; a file that did not change since it was last read is not parsed again."""
    return compose(text)


def _text(name: str, file: Path) -> str | Problem:
    try:
        if file.stat().st_size > MAX_BYTES:
            fix = "split it into several files, or check that this is a codebook"
            return Problem("the file is larger than 5 MB, which no codebook is.", Where(name), fix)
        content = file.read_bytes()
    except OSError as error:
        what = f"the file cannot be read ({type(error).__name__})."
        return Problem(what, Where(name), "close it in other programs and check that you may open it")
    fix = 'save it as text in the encoding "UTF-8"'
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("the file is saved as UTF-16 and not as UTF-8.", Where(name), fix)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem("the file is not saved as UTF-8 text.", Where(name, line=line), fix)


def _refused(name: str, root: Node) -> list[Problem]:
    """What YAML allows and a codebook does not: repetition that grows without end, and tags that call programs."""
    nodes = list(_nodes(root))
    try:
        repeated = _size(root, {}) - len(nodes)
    except RecursionError:
        repeated = MAX_REPEATED + 1
    if repeated > MAX_REPEATED:
        fix = "write the repeated parts out, or use a set"
        return [Problem("anchors (& and *) repeat too much.", Where(name, line=_anchored(root)), fix)]
    return [_tagged(name, node) for node in nodes if node.tag not in _PLAIN_TAGS]


def _tagged(name: str, node: Node) -> Problem:
    what = f'a text begins with "!", which YAML reads as a tag ("{str(node.tag).removeprefix(_CORE)}").'
    fix = "remove the word with the exclamation mark, or put the whole text in quotation marks"
    return Problem(what, Where(name, line=node.start_mark.line + 1), fix)


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        for pair in node.value:
            yield from pair
    elif isinstance(node, CollectionNode):
        yield from node.value


def _nodes(root: Node) -> Iterator[Node]:
    """Every node once, in the order of the file."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(reversed(list(_children(node))))


def _size(node: Node, known: dict[int, int]) -> int:
    """How many nodes there are when every repetition is written out; RecursionError where there is no end to them."""
    if id(node) not in known:
        known[id(node)] = 1 + sum(_size(child, known) for child in _children(node))
    return known[id(node)]


def _anchored(root: Node) -> int | None:
    return next((node.start_mark.line + 1 for node in _nodes(root) if node.anchor), None)
