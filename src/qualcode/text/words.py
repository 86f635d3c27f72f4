"""The words of a text, and the marks of whoever transcribed it."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from qualcode.model.transcript import Span


class Token(NamedTuple):
    """A word: where it stands, and its folded form (case, composition and apostrophes made equal)."""

    start: int
    end: int
    form: str


_WORD = regex.compile(
    r"\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}])|(?<!\p{L}['’ʼ])[\p{L}\p{M}\p{N}]+(?:['’ʼ](?!s(?!\p{L}))[\p{L}\p{M}]+)*"
)

_MARK_WORDS = "|".join(
    (
        # what could not be heard
        r"inaudible|unintelligible|indistinct|unclear|incomprehensible|indecipherable|illegible|crosstalk|overtalking",
        r"overlap(?:ping)?|foreign language|speaks? (?:in )?\p{L}+|speaking (?:in )?\p{L}+|translat(?:es|ing|ion)",
        # what people did
        r"laugh(?:s|ed|ing|ter)?|chuckl(?:e|es|ed|ing)|giggl(?:e|es|ing)|smil(?:e|es|ing)|cr(?:y|ies|ying)",
        r"sob(?:s|bing)?|weep(?:s|ing)?|sigh(?:s|ed|ing)?|cough(?:s|ed|ing)?|sniff(?:s|ing)?|whisper(?:s|ing)",
        r"clear(?:s|ing) throat|gasp(?:s|ing)?|nod(?:s|ding)|shakes head|gestur(?:e|es|ing)",
        r"pause[sd]?|silence|interrupt(?:ion|ed|s)|interjects|applause",
        # what happened around them
        r"phone (?:rings|ringing|call)|door(?:bell)?|knock(?:s|ing)|music|noise|background|sound|static",
        # what was taken out
        r"redacted|anonymi[sz]ed|names?|removed|withheld|omitted|deleted|sic|ph|phonetic",
        # the recording
        r"(?:end|start|beginning|break) (?:of|in) (?:side|tape|recording|audio|interview|transcript|part|file|page)",
        r"side [ab12]|tape \d+|recording|audio|tape",
    )
)
_MANNER = "both|all|everyone|softly|quietly|loudly|he|she|they|a|the|in|is|very|long|short|brief|slight|nervous(?:ly)?"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,:-]\d{1,3})?"
_MARK = regex.compile(
    rf"\[[^\[\]\n]{{0,80}}\b(?:{_MARK_WORDS})\b[^\[\]\n]{{0,80}}\]"
    rf"|\((?:(?:{_MANNER})\s+){{0,3}}"
    rf"(?:{_MARK_WORDS})(?:\s+[\w'’:.-]+){{0,3}}\)"
    rf"|[\[(<]\s*{_TIME}(?:\s*(?:-->|[-–—])\s*{_TIME})?\s*[\])>]"
    rf"|[#]{_TIME}[#]"
    rf"|(?<![\d:.])\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?(?![\d:])"
    r"|\[[\s?.…_xX*-]*\]|\(\?+\)|<[^<>\n]{1,20}>",
    regex.IGNORECASE,
)


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of what a transcriber wrote about the recording: [inaudible 00:12:31], (laughs), a timestamp."""
    for found in _MARK.finditer(text, start, len(text) if end is None else end):
        yield Span(found.start(), found.end())


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """`word` with case, composition and the shape of apostrophes made equal; only ever applied to one token."""
    return unicodedata.normalize("NFC", word.casefold()).replace("’", "'").replace("ʼ", "'")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words between `start` and `end`, in order; marks, punctuation and a possessive 's are none."""
    stop = len(text) if end is None else end
    found: list[Token] = []
    position = start
    for mark in [*marks(text, start, stop), Span(stop, stop)]:
        for word in _WORD.finditer(text, position, mark.start):
            found.append(Token(word.start(), word.end(), fold(word.group())))
        position = mark.end
    return found
