"""The sentences of a text."""

import regex

from qualcode.model.transcript import Span
from qualcode.text.words import fold, tokens

SENTENCE_RULES = "1"
"""Version of the sentence splitter; stored with every import, since segment numbers depend on it."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr gen col sgt capt lt rev hon mt nr nos vs eg ie cf approx ca dept fig vol pp ed "
    "art para".split()
)
_MAY_END = frozenset(("etc", "inc", "ltd", "co", "al", "a.m", "p.m"))
"""Abbreviations that end a sentence as often as not: the next word's case decides."""
_STOP = regex.compile(
    r"(?P<stop>[.!?…؟。！？۔।]+)(?P<close>[\"'”’»)\]]*)(?=(?P<space>\s+|(?<=\p{Ll}[.!?])(?=\p{Lu}\p{Ll})|$|"
    r"(?<=[。！？])))|(?P<line>\n+)"
)
_NEXT = regex.compile(r"\s*[\"'“‘«(\[¿¡—–-]*\s*(?P<word>[\p{L}\p{M}\p{N}'’]+)?")
_LAST_WORD = regex.compile(r"(?P<word>[\p{L}\p{M}\p{N}]+(?:\.\p{L}+)*)$")
_FIRST_PERSON = frozenset(("i", "i'm", "i've", "i'd", "i'll"))


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentence spans between `start` and `end`, without the white space around them; nothing else is left out."""
    stop = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for found in _STOP.finditer(text, start, stop):
        if found["line"] is None and not _ends_sentence(text, begin, found, stop):
            continue
        cut = found.start() if found["line"] is not None else found.end("close")
        _append(spans, text, begin, cut)
        begin = cut
    _append(spans, text, begin, stop)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    """Adds the stretch without its white space; one without a word joins the sentence before it on the same line."""
    stretch = text[start:end]
    if not stretch.strip():
        return
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    if spans and "\n" not in text[spans[-1].end : start] and not tokens(text, start, end):
        spans[-1] = Span(spans[-1].start, end)
    else:
        spans.append(Span(start, end))


def _ends_sentence(text: str, begin: int, found: "regex.Match[str]", stop: int) -> bool:
    """Whether the full stop, question mark, exclamation mark or dots at `found` close a sentence."""
    following = _NEXT.match(text, found.end("close"), stop)
    word = following["word"] if following else None
    if word is None:
        return True
    mark = found["stop"]
    lower = word[0].islower()
    if found["close"].strip(")]") and lower:
        return False
    if mark.startswith(("..", "…")):
        return not lower and fold(word) not in _FIRST_PERSON
    if mark != ".":
        return not (lower and found["close"])
    return not _abbreviates(text[begin : found.start()], word)


def _abbreviates(before: str, following: str) -> bool:
    """Whether a full stop between `before` and `following` belongs to a title, an initial or a list number."""
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word, lower = found["word"], following[0].islower()
    if fold(word) in _MAY_END:
        return lower
    if fold(word) == "no":
        return following[0].isdigit()
    if fold(word) in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    if word.isdigit() and not before[: found.start()].strip():
        return True
    return "." in word and (lower or len(word.split(".")[0]) == 1)
