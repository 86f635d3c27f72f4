"""Tables of sentences, as cases for tests: value, sentence, positions of the starred words."""

from collections.abc import Iterator

import regex

from qualcode.matching.assertion import Assertion, read_assertion
from qualcode.matching.tree import Tree
from qualcode.text import Parser


def cases(tables: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Construct, expected value and starred sentence of every line."""
    for construct, lines in tables.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            value, _, sentence = line.partition(" | ")
            yield construct, value.strip(), sentence


def read(sentence: str, *, absence: bool = False) -> Assertion:
    """The assertion of the starred words."""
    text = sentence.replace("*", "")
    spans = [
        (found.start() - 2 * number, found.end() - 2 - 2 * number)
        for number, found in enumerate(regex.finditer(r"\*[^*]+\*", sentence))
    ]
    (parse,) = Parser().parse([text])
    tree = Tree(parse)
    words = tuple(at for span in spans for at in tree.at(*span))
    return read_assertion(tree, words, matched=frozenset(words), absence=absence)
