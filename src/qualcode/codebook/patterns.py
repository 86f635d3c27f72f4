"""Pattern rules as they are written: for each word of a sequence what spaCy's matcher is to ask of it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcode.codebook.nodes import Reading, did_you_mean
from qualcode.model.term import PARTS_OF_SPEECH
from qualcode.text import fold, tokens

WORDS = ("LOWER", "TEXT", "ORTH", "LEMMA")
"""Attributes that name a word, by which the sentences worth a closer look can be found."""
_TEXTS = (*WORDS, "NORM", "SHAPE", "PREFIX", "SUFFIX", "POS", "TAG", "DEP")
_FLAGS = (
    *("IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_LEFT_PUNCT"),
    *("IS_RIGHT_PUNCT", "IS_BRACKET", "IS_QUOTE", "IS_CURRENCY", "IS_STOP", "IS_SENT_START", "LIKE_NUM", "LIKE_URL"),
    *("LIKE_EMAIL", "SPACY"),
)
_NUMBERS = ("LENGTH",)
_ATTRIBUTES = (*_TEXTS, *_FLAGS, *_NUMBERS, "OP")
_UNREAD = {
    "ENT_TYPE": "names of people and places are not recognised",
    "ENT_ID": "names of people and places are not recognised",
    "ENT_IOB": "names of people and places are not recognised",
    "ENT_KB_ID": "names of people and places are not recognised",
    "MORPH": "the inner make-up of words is not analysed",
    "_": "there are no attributes of your own",
}
"""What spaCy knows and qualcode does not ask of a sentence, each with the reason."""
_OPERATOR = re.compile(r"[!?+*]|\{(?:\d+|\d+,\d*|,\d+)\}")
_SETS = ("IN", "NOT_IN")
_COMPARED = ("==", "!=", ">=", "<=", ">", "<")
_FUZZY = ("FUZZY", *(f"FUZZY{number}" for number in range(1, 10)))
_EXAMPLE = "write pattern: [{LOWER: push}, {LOWER: back}]"

Piece = Mapping[str, Any]


def read_pattern(reading: Reading, node: Node, owner: str) -> tuple[Piece, ...]:
    """The token pattern of a rule as plain data; what spaCy would not accept, or never find, is a fault."""
    if not isinstance(node, SequenceNode) or not node.value:
        reading.fault(node, f"{owner} needs a list of words, each in braces.", _EXAMPLE)
        return ()
    pieces = [_piece(reading, item, owner) for item in node.value]
    found = tuple(piece for piece in pieces if piece is not None)
    if len(found) == len(node.value) and not any(piece.keys() - {"OP"} for piece in found):
        reading.fault(node, f"{owner} asks nothing of any word.", _EXAMPLE)
    return found


def _piece(reading: Reading, node: Node, owner: str) -> Piece | None:
    """What is asked of one word, None where that cannot be used."""
    if not isinstance(node, MappingNode):
        written = f"{{LOWER: {node.value}}}" if isinstance(node, ScalarNode) and node.value else "{LOWER: push}"
        reading.fault(node, f"each word of {owner} stands in braces with what is asked of it.", f"write {written}")
        return None
    before = len(reading.problems)
    found: dict[str, Any] = {}
    for name, (key, value) in reading.pairs(node, f"a word of {owner}").items():
        if name in _ATTRIBUTES:
            found[name] = _value(reading, name, value, owner)
        elif name in _UNREAD:
            what = f'"{name}" cannot be asked in {owner}: {_UNREAD[name]}.'
            reading.fault(key, what, "ask for words (LOWER, LEMMA), their part of speech (POS) or their grammar (DEP)")
        else:
            ending, fix = did_you_mean(name, _ATTRIBUTES)
            reading.fault(key, f'unknown attribute "{name}" in {owner}{ending}', fix)
    return found if len(reading.problems) == before else None


def _value(reading: Reading, name: str, node: Node, owner: str) -> Any:
    """The value an attribute must have, or a mapping of what is allowed."""
    what = f'"{name}" of {owner}'
    if not isinstance(node, MappingNode):
        return _single(reading, name, node, what)
    if name in (*_FLAGS, "OP"):
        reading.fault(node, f"{what} must be a single value.", f"write {name}: {_INSTEAD[_kind(name)]}")
        return None
    known = _COMPARED + _SETS if name in _NUMBERS else (*_SETS, "REGEX", *_FUZZY)
    found: dict[str, Any] = {}
    for key, value in reading.fields(node, known, what).items():
        if key in _SETS:
            listed = value.value if isinstance(value, SequenceNode) else [value]
            found[key] = [_single(reading, name, item, what) for item in listed]
        elif key == "REGEX":
            found[key] = _expression(reading, value, what)
        elif key in _FUZZY and isinstance(value, MappingNode):
            reading.fault(value, f'"{key}" in {what} must be one text.', f"write {{{key}: word}}")
        else:
            found[key] = _single(reading, name, value, what)
    return found


def _single(reading: Reading, name: str, node: Node, what: str) -> Any:
    """One value of the type that the attribute has."""
    kind = _kind(name)
    tag = str(node.tag).rpartition(":")[2] if isinstance(node, ScalarNode) else ""
    written = str(node.value) if isinstance(node, ScalarNode) else ""
    if kind == "flag" and tag == "bool":
        return written.lower() == "true"
    if kind == "number" and tag == "int" and written.isdigit():
        return int(written)
    if kind in ("text", "operator") and tag == "str" and written:
        fault = _TEXT_FAULTS[name](written) if name in _TEXT_FAULTS else None
        if fault is None:
            return written
        reading.fault(node, f"{what} {fault[0]}", fault[1])
        return None
    fix = f'write "{written}"' if kind == "text" and tag in ("int", "float", "bool") else f"write {_INSTEAD[kind]}"
    reading.fault(node, f"{what} must be {_MUST_BE[kind]}.", fix)
    return None


def _kind(name: str) -> str:
    if name == "OP":
        return "operator"
    return "flag" if name in _FLAGS else "number" if name in _NUMBERS else "text"


_MUST_BE = {
    "flag": "true or false",
    "number": "a whole number",
    "text": "a text",
    "operator": "an operator in quotation marks",
}
_INSTEAD = {"flag": "true", "number": "a number such as 4", "text": "a word", "operator": '"?"'}


def _expression(reading: Reading, node: Node, what: str) -> str:
    written = str(node.value) if isinstance(node, ScalarNode) else ""
    try:
        re.compile(written)
    except re.error as error:
        fix = 'check its brackets, and put "\\" before a sign that is meant as it stands'
        reading.fault(node, f'the regular expression "{written}" in {what} is broken ({error.msg}).', fix)
    if not written:
        reading.fault(node, f"{what} has an empty regular expression.", "write REGEX: '^push'")
    return written


def _lower(written: str) -> tuple[str, str] | None:
    if written != written.lower():
        return (
            f'has a capital letter ("{written}"), which no word has there.',
            f'write "{written.lower()}", or use TEXT',
        )
    return _one_word(written)


def _one_word(written: str) -> tuple[str, str] | None:
    words = [fold(word) for word in written.split()]
    if len(words) > 1 and tokens(written):
        each = ", ".join(f"{{LOWER: {word}}}" for word in words)
        return f'holds several words ("{written}"), and each needs braces of its own.', f"write [{each}]"
    return None


def _part_of_speech(written: str) -> tuple[str, str] | None:
    known = (*PARTS_OF_SPEECH, "PUNCT", "SYM", "X")
    if written in known:
        return None
    ending, fix = did_you_mean(written, known)
    return f'cannot be "{written}"{ending}', fix


def _operator(written: str) -> tuple[str, str] | None:
    if _OPERATOR.fullmatch(written):
        return None
    return f'cannot be "{written}".', 'use one of: "!", "?", "+", "*", "{2}", "{1,3}"'


_TEXT_FAULTS: Mapping[str, Callable[[str], tuple[str, str] | None]] = {
    "LOWER": _lower,
    "TEXT": _one_word,
    "ORTH": _one_word,
    "LEMMA": _one_word,
    "POS": _part_of_speech,
    "OP": _operator,
}
"""What else can be wrong with the text of an attribute, and how to mend it."""
