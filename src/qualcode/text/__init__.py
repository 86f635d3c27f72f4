"""Words, sentences and grammar of a text. Offsets are Unicode code points; the text itself is never changed."""

from qualcode.text.parser import PARSE_RULES, Parser, documents, parses, token_matcher
from qualcode.text.splitter import SENTENCE_RULES, sentences
from qualcode.text.weights import MODEL, model_is_unaltered, weights_hash
from qualcode.text.words import Token, fold, marks, tokens

__all__ = [
    "MODEL",
    "PARSE_RULES",
    "SENTENCE_RULES",
    "Parser",
    "Token",
    "documents",
    "fold",
    "marks",
    "model_is_unaltered",
    "parses",
    "sentences",
    "token_matcher",
    "tokens",
    "weights_hash",
]
