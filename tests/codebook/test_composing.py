"""The fast way to read YAML gives what the slow way gives, and leaves to it what it does not understand."""

from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode

from qualcode.codebook.composing import compose
from qualcode.workflow.demo import sample

FILES = sorted(sample()[0].glob("*.yaml")) + sorted(Path(__file__).parents[1].glob("*/codebook.yaml"))
DOCUMENTS = [
    "",
    "# nothing\n",
    "a: [no, on, off, yes, true, ~, null, 1, 0o7, 1.5, 2024-06-07, exact:WHO, re:a+, set:x]",
    "rules:\n- {any: [a, \"b c\", 'd']}\n- near: {of: [x, y], within: 3}\n",
    "text: >-\n  one\n  two\nother: |\n  three\n\n  four\n",
    "a: &x [1]\nb: *x\n",
    "plain: word word\n  goes on\n",
    "? [a, b]\n: c\n",
    'quoted: "\\/ \\u0107 \\x41"',
    "ž: 'Bihać — «igra»'",
    "a: !!str 1\nb: !own x\n",
]
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8)
documents = st.recursive(
    words | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


def outline(node):
    """Everything that is read of a node: its kind, tag, value, where it begins, and style."""
    if node is None:
        return None
    place = (node.start_mark.line, node.start_mark.column)
    if isinstance(node, ScalarNode):
        return (node.tag, node.value, place, node.style)
    pairs = [tuple(map(outline, one)) if isinstance(one, tuple) else outline(one) for one in node.value]
    return (type(node).__name__, node.tag, pairs, place, node.flow_style)


def slowly(text):
    """The root as ruamel.yaml alone composes it."""
    return YAML(typ="safe", pure=True).compose(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_codebook_is_read_alike(path):
    """Node by node, with places and styles."""
    text = path.read_text(encoding="utf-8")
    assert outline(compose(text)) == outline(slowly(text))


@pytest.mark.parametrize("text", DOCUMENTS)
def test_notations_are_read_alike(text):
    """Words that YAML 1.1 took for truths, colons within words, blocks, anchors, tags, escapes."""
    assert outline(compose(text)) == outline(slowly(text))


@given(documents)
def test_whatever_is_written_is_read_alike(value):
    """Any values, as ruamel.yaml writes them."""
    written = StringIO()
    YAML(typ="safe", pure=True).dump(value, written)
    try:
        expected = slowly(written.getvalue())
    except YAMLError:  # it does not read all that it writes: {a: ?0}
        reject()
    assert outline(compose(written.getvalue())) == outline(expected)


@pytest.mark.parametrize("text", ["a: [b", "a: b: c", "\ta: 1", "a: *x", "a: 1\n---\nb: 2\n", 'a: "x'])
def test_what_is_no_yaml_is_refused_with_its_place(text):
    """The fault is told by the slow reader, as ever."""
    with pytest.raises(YAMLError) as fast:
        compose(text)
    with pytest.raises(YAMLError) as slow:
        slowly(text)
    assert str(fast.value) == str(slow.value)


def test_without_the_parser_in_c_it_is_read_too(monkeypatch):
    """Where PyYAML was built without it, nothing changes but the time."""
    monkeypatch.setattr("qualcode.codebook.composing._Loader", None)
    assert outline(compose("a: [no]")) == outline(slowly("a: [no]"))
