"""Tables of sentences as cases for tests.

A line is `value | sentence`, the matter between stars; a heading `== axis: construct` says which axis the value is of
(absence is the polarity of a code whose subject is a lack). What starts with "?" is read wrongly today.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

from qualcode.matching.assertion import Assertion, read_assertion
from qualcode.matching.repair import repaired
from qualcode.matching.tree import Tree
from qualcode.text import Parser

_FOLDER = Path(__file__).parent
_STARRED = regex.compile(r"\*([^*]+)\*")


class Case(NamedTuple):
    """One line of a table."""

    axis: str
    construct: str
    value: str
    starred: str
    wrong: bool = False

    @property
    def text(self) -> str:
        """The sentence without its stars."""
        return self.starred.replace("*", "")


@cache
def cases(name: str) -> tuple[Case, ...]:
    """The cases of a file of tables."""
    found, axis, construct = [], "", ""
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if line.startswith("=="):
            axis, _, construct = (part.strip() for part in line[2:].partition(":"))
        elif "|" in line:
            value, _, starred = line.partition("|")
            found.append(Case(axis, construct, value.strip(" ?"), starred.strip(), line.startswith("?")))
    return tuple(found)


@cache
def all_cases() -> tuple[Case, ...]:
    """The cases of all files."""
    return tuple(case for path in sorted(_FOLDER.glob("*.txt")) for case in cases(path.name))


@cache
def _trees() -> dict[str, Tree]:
    texts = [case.text for case in all_cases()]
    return {parse.text: Tree(repaired(parse)) for parse in Parser().parse(texts)}


def tree_of(text: str) -> Tree:
    """The tree of a sentence; those of the tables are parsed together."""
    return _trees().get(text) or Tree(repaired(Parser().parse([text])[0]))


def starred_words(starred: str) -> tuple[Tree, tuple[int, ...]]:
    """The tree of a starred sentence, and the positions of the words between stars."""
    tree = tree_of(starred.replace("*", ""))
    spans = [
        (found.start() - 2 * number, found.end() - 2 - 2 * number)
        for number, found in enumerate(_STARRED.finditer(starred))
    ]
    return tree, tuple(at for span in spans for at in tree.at(*span))


def read(starred: str, *, absence: bool = False) -> Assertion:
    """The assertion of the starred words."""
    tree, words = starred_words(starred)
    return read_assertion(tree, words, matched=frozenset(words), absence=absence)


def value_of(case: Case) -> str:
    """What the axis of the case is read as."""
    found = read(case.starred, absence=case.axis == "absence")
    return getattr(found, "polarity" if case.axis == "absence" else case.axis)
