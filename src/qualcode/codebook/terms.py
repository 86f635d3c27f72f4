"""The terms of a codebook as they are written: their notation, and what YAML makes of a careless one."""

import re

import regex
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from qualcode.codebook.nodes import Reading, did_you_mean, empty, items, line_of
from qualcode.errors import QualcodeError
from qualcode.model.term import PARTS_OF_SPEECH, Term, TermKind
from qualcode.text import tokens

PREFIXES = {kind.value: kind for kind in (TermKind.EXACT, TermKind.CASE, TermKind.REGEX)}
REFERENCES = {kind.value: kind for kind in (TermKind.SET, TermKind.ACTOR, TermKind.ACTION)}
_PREFIX = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
_POS = re.compile(r"(\S+)/([A-Z]{2,}|(?i:adj|adv|noun|propn|verb))")
_POS_WITHIN = re.compile(rf"\S/(?:{'|'.join(PARTS_OF_SPEECH)})(?!\S)")
_QUOTES = '"“”„«»'
_PLAIN_LETTER = re.compile("[A-Za-z]")
"""Makes a word whatever stands around it, which saves looking for words in most terms."""
_LIST_SIGNS = re.compile(r"[,\[\]{}]")
_CHANGED = {"int": "a number", "float": "a number", "bool": "true or false", "null": "nothing", "timestamp": "a date"}


def read_terms(reading: Reading, node: Node | None, owner: str) -> tuple[Term, ...]:
    """The terms of a list, or of a single text; those that are wrong are faults and left out."""
    found = (read_term(reading, item, owner) for item in items(node))
    return tuple(term for term in found if term is not None)


def read_term(reading: Reading, node: Node, owner: str) -> Term | None:
    """One term, None (and a fault) where it is none."""
    if not isinstance(node, ScalarNode):
        _not_a_text(reading, node, owner)
        return None
    written = str(node.value)
    changed = _CHANGED.get(str(node.tag).rpartition(":")[2])
    if empty(node) and not written:
        fix = 'write the term, in quotation marks if it begins with "#"'
        reading.fault(node, f"there is an empty term in {owner}.", fix)
        return None
    if changed:
        what = f"the term {written} in {owner} has no quotation marks, so that YAML reads it as {changed}."
        reading.fault(node, what, f'write "{written}"')
        return None
    notation = " ".join(written.split()) if not written.startswith("re:") else written.strip()
    if node.style is None and _lost_quote(notation):
        what = f"a quotation mark stands at one end only of the term {notation} in {owner}."
        reading.fault(node, what, "put one at both ends, or remove it")
        return None
    if node.style is None and not notation.startswith("re:") and _LIST_SIGNS.search(notation):
        what = (
            f"the term {_short(notation)} in {owner} holds a comma or a bracket, as if a list had lost one of its own."
        )
        reading.fault(node, what, "write a list as [one, two], or put the whole term in quotation marks")
        return None
    return parse_term(reading, notation, node, owner)


def _short(notation: str) -> str:
    return notation if len(notation) <= 40 else f"{notation[:39]}…"


def parse_term(reading: Reading, notation: str, node: Node, owner: str) -> Term | None:
    """The term written as `notation`."""
    kind, words = _kind(notation)
    fault = _fault(kind, words, notation, owner)
    if fault:
        reading.fault(node, *fault)
        return None
    term = Term(notation, kind, words, line_of(node))
    if kind.value in REFERENCES:
        reading.references.append(term)
    return term


def term_of(notation: str) -> Term:
    """The term that a person wrote outside of a codebook; QualcodeError where it is none."""
    kind, words = _kind(notation.strip())
    fault = _fault(kind, words, notation.strip(), "this command")
    if fault:
        raise QualcodeError(fault[0], hint=fault[1])
    return Term(notation.strip(), kind, words)


def _not_a_text(reading: Reading, node: Node, owner: str) -> None:
    if isinstance(node, MappingNode) and node.value and isinstance(node.value[0][0], ScalarNode):
        key, value = node.value[0]
        if isinstance(value, ScalarNode) and not empty(value):
            prefix = key.value in PREFIXES or key.value in REFERENCES
            meant = f"{key.value}:{value.value}" if prefix else f'"{key.value}: {value.value}"'
            what = f"a term in {owner} has a colon followed by a space, which YAML reads as a key and its value."
            reading.fault(node, what, f"write {meant}")
            return
    reading.fault(node, f"a term in {owner} must be a text.", "put each term on its own, without brackets around it")


def _lost_quote(notation: str) -> bool:
    """Whether a double quotation mark stands at one end, or a single one that is no apostrophe of a plural."""
    if notation.startswith("re:"):
        return False
    ends = (notation[:1], notation[-1:])
    if sum(end in _QUOTES for end in ends) == 1 and len(notation) > 1:
        return sum(notation.count(mark) for mark in _QUOTES) == 1
    return notation.endswith("'") and not notation.lower().endswith("s'") and notation.count("'") == 1


def _kind(notation: str) -> tuple[TermKind, str]:
    prefix = _PREFIX.fullmatch(notation)
    if prefix and prefix[1] in PREFIXES | REFERENCES:
        return (PREFIXES | REFERENCES)[prefix[1]], prefix[2] if prefix[1] == TermKind.REGEX else prefix[2].strip()
    if "..." in notation or "…" in notation:
        return TermKind.GAP, notation
    if "*" in notation:
        return TermKind.WILDCARD, notation
    part = _POS.fullmatch(notation)
    return (TermKind.POS, f"{part[1]}/{part[2].upper()}") if part else (TermKind.WORDS, notation)


Fault = tuple[str, str]


def _fault(kind: TermKind, words: str, notation: str, owner: str) -> Fault | None:
    """What is wrong with a term, and how to mend it."""
    if kind is TermKind.REGEX:
        return _regex_fault(words, owner)
    if kind is TermKind.POS:
        return _pos_fault(words, notation, owner)
    if kind.value in REFERENCES:
        example = f'write the name right after the colon: "{kind}:name"'
        return None if words else (f'the term "{notation}" in {owner} names nothing.', example)
    return _prefix_fault(kind, notation, owner) or _words_fault(kind, words, notation, owner)


def _prefix_fault(kind: TermKind, notation: str, owner: str) -> Fault | None:
    prefix = _PREFIX.fullmatch(notation)
    if prefix is None or kind.value in PREFIXES or prefix[2].startswith((" ", "//")):
        return None
    ending, fix = did_you_mean(f"{prefix[1]}:", [f"{name}:" for name in PREFIXES | REFERENCES])
    return f'the term "{notation}" in {owner} begins with an unknown "{prefix[1]}:"{ending}', fix


def _words_fault(kind: TermKind, words: str, notation: str, owner: str) -> Fault | None:
    if kind is TermKind.GAP and not all(_has_words(piece) for piece in re.split(r"\.\.\.|…", words)):
        return f'the term "{notation}" in {owner} has "..." without words on both sides.', 'write "take ... phone"'
    if _POS_WITHIN.search(words):
        return _PART_ALONE[0].format(notation=notation, owner=owner), _PART_ALONE[1]
    if not _has_words(words):
        return f'the term "{notation}" in {owner} has no words.', "write a word, or remove the term"
    if kind is TermKind.WILDCARD and any(not _letters(word) for word in words.split() if "*" in word):
        return f'the "*" in the term "{notation}" in {owner} stands alone.', 'put it beside letters: "smuggl*"'
    return None


def _has_words(words: str) -> bool:
    return _PLAIN_LETTER.search(words) is not None or bool(tokens(words.replace("*", "")))


def _letters(word: str) -> bool:
    return any(letter.isalnum() for letter in word)


def _regex_fault(words: str, owner: str) -> Fault | None:
    if not words.strip():
        return f'a term "re:" in {owner} has no expression.', "write it right after the colon: 're:\\d+ euros?'"
    try:
        regex.compile(words)
    except regex.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        what = f'the regular expression "re:{words}" in {owner} is broken ({error.msg}{where}).'
        return what, 'check its brackets, and put "\\" before a sign that is meant as it stands'
    return None


def _pos_fault(words: str, notation: str, owner: str) -> Fault | None:
    word, _, part = words.rpartition("/")
    if part not in PARTS_OF_SPEECH:
        ending, fix = did_you_mean(part, PARTS_OF_SPEECH)
        return f'the term "{notation}" in {owner} has an unknown part of speech "{part}"{ending}', fix
    if len(tokens(word)) != 1 or "*" in word:
        return _PART_ALONE[0].format(notation=notation, owner=owner), _PART_ALONE[1]
    return None


_PART_ALONE = (
    'the part of speech in the term "{notation}" in {owner} does not stand behind a single word.',
    "write one whole word before the slash, and nothing beside it: fine/NOUN",
)
