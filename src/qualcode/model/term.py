"""A term of the codebook: a word, a phrase, or a reference to a list of them."""

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """Which notation a term is written in."""

    WORDS = "words"
    """A word or several in sequence, in all their inflected forms."""
    EXACT = "exact"
    CASE = "case"
    WILDCARD = "wildcard"
    GAP = "gap"
    """`take ... phone`: up to four words between the parts."""
    POS = "pos"
    """`fine/NOUN`: a word as one part of speech; its words are the notation with the part in capitals."""
    REGEX = "re"
    SET = "set"
    ACTOR = "actor"
    ACTION = "action"


PARTS_OF_SPEECH = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "SCONJ", "VERB"),
)
"""What may stand behind the slash of `fine/NOUN` (Universal Dependencies)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the codebook: its notation as written, its kind, and the words without the prefix."""

    notation: str
    kind: TermKind
    words: str
    line: int | None = None
