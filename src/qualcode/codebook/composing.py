"""YAML text to nodes, by a parser in C where it understands the text: a large codebook would take seconds otherwise."""

import re
from functools import cache
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import StringMark
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import implicit_resolvers
from ruamel.yaml.tag import Tag

_VERSION = (1, 2)
_ANCHOR = re.compile(r"&[^\s,\[\]{}]")


def compose(text: str) -> Node | None:
    """The root of a YAML 1.2 document, None of an empty one.

    Raises ruamel.yaml's YAMLError for what is no YAML, RecursionError for what is nested without end. The parser in C
    knows YAML 1.1, forgets anchors and says little of where a fault lies: what has an anchor, and what it refuses, is
    left to the one in Python.
    """
    if _Loader is not None and not _ANCHOR.search(text):
        try:
            root = yaml.compose(text, Loader=_Loader)
        except (yaml.YAMLError, ValueError):
            pass
        else:
            return None if root is None else _as_ours(root)
    found: Node | None = YAML(typ="safe", pure=True).compose(text)
    return found


def _loader() -> Any:
    """PyYAML's parser in C with the tags of YAML 1.2, None where PyYAML was built without it."""
    if not yaml.__with_libyaml__:
        return None

    # A class of its own, so that PyYAML's keeps its tags: here `no` is a word.
    loader: Any = type("Loader", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": {}})
    for versions, tag, pattern, first in implicit_resolvers:
        if _VERSION in versions:
            loader.add_implicit_resolver(tag, pattern, first)
    return loader


_Loader = _loader()


@cache
def _tag(name: str) -> Tag:
    """One tag for all nodes that have it, since each works out once what it is called."""
    return Tag(suffix=name)


def _as_ours(node: Any) -> Node:
    """The same node, with all below it, as ruamel.yaml has it."""
    start, end = _mark(node.start_mark), _mark(node.end_mark)
    if isinstance(node, yaml.ScalarNode):
        return ScalarNode(_tag(node.tag), node.value, start, end, style=node.style or None)
    if isinstance(node, yaml.MappingNode):
        pairs = [(_as_ours(key), _as_ours(value)) for key, value in node.value]
        return MappingNode(_tag(node.tag), pairs, start, end, flow_style=node.flow_style)
    return SequenceNode(_tag(node.tag), list(map(_as_ours, node.value)), start, end, flow_style=node.flow_style)


def _mark(mark: Any) -> StringMark:
    return StringMark(mark.name, mark.index, mark.line, mark.column, None, 0)
