"""Finds what a codebook asks for in interviews: words, who did what to whom, and whether it happened."""

from qualcode.matching.ambiguity import ambiguous_terms
from qualcode.matching.corpus import Interview
from qualcode.matching.engine import ENGINE_VERSION, Effort, Matcher, compile_codebook
from qualcode.matching.memory import Memory
from qualcode.matching.words import WORDS_RULES, Words, words_of

__all__ = [
    "ENGINE_VERSION",
    "WORDS_RULES",
    "Effort",
    "Interview",
    "Matcher",
    "Memory",
    "Words",
    "ambiguous_terms",
    "compile_codebook",
    "words_of",
]
