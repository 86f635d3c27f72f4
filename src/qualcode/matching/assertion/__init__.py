"""Whether it happened, and how the speaker knows: the four axes of an assertion, read from the parse."""

from qualcode.matching.assertion.answers import OPENINGS, answered, bare_answer
from qualcode.matching.assertion.lexical import CUE_FORMS, assertion_without_parse
from qualcode.matching.assertion.reader import read_assertion
from qualcode.matching.assertion.reading import HYPOTHETICAL, Assertion, Cue

__all__ = [
    "CUE_FORMS",
    "HYPOTHETICAL",
    "OPENINGS",
    "Assertion",
    "Cue",
    "answered",
    "assertion_without_parse",
    "bare_answer",
    "read_assertion",
]
