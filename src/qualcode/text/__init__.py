"""Words, sentences and grammar of a text. Offsets are Unicode code points; the text itself is never changed."""

from qualcode.text.parser import Parser, parses
from qualcode.text.splitter import SENTENCE_RULES, sentences
from qualcode.text.weights import MODEL, model_is_unaltered, weights_hash
from qualcode.text.words import Token, fold, marks, tokens

__all__ = [
    "MODEL",
    "SENTENCE_RULES",
    "Parser",
    "Token",
    "fold",
    "marks",
    "model_is_unaltered",
    "parses",
    "sentences",
    "tokens",
    "weights_hash",
]
