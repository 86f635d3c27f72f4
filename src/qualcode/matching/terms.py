"""Terms of the codebook compiled into patterns over words."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from qualcode.matching.inflect import PARTICLES, Part, bare, compound_forms, phrase_forms
from qualcode.model.term import TermKind
from qualcode.text import fold, tokens

GAP_WORDS = 4
"""How many words `...` may stand for."""
_COMPOUND_WORDS = 4
"""A term of more words is not looked for written as one."""
PARTS = {"NOUN": Part.NOUN, "PROPN": Part.NOUN, "VERB": Part.VERB, "AUX": Part.VERB}
"""How a word with a part of speech is inflected; as any part of speech where it is none of these."""
_GAP = regex.compile(r"\s*(?:\.\.\.|…)\s*")
_LETTERS = regex.compile(r"[A-Za-z ]+")
"""Terms whose words need no closer look at apostrophes, accents and digits."""
_PUNCTUATION = regex.compile(r"[,;:!?()]")


@dataclass(frozen=True, slots=True)
class Step:
    """What one word must be: one of `forms`, or of a `shape`. Accents count only where it is `exact`."""

    forms: frozenset[str] = frozenset()
    shape: "regex.Pattern[str] | None" = None
    exact: bool = False

    def accepts(self, form: str) -> bool:
        """Whether a word's folded form will do."""
        if form in self.forms:
            return True
        if self.shape is not None:
            return self.shape.fullmatch(bare(form)) is not None
        return not self.exact and not form.isascii() and bare(form) in self.forms


Piece = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in sequence; several pieces stand up to `GAP_WORDS` words apart."""

    pieces: tuple[Piece, ...]
    verbatim: tuple[str, ...] = ()
    """For `case:` the words exactly as they must be written."""
    punctuated: bool = False
    """Whether punctuation may stand between the words, because the term has some."""


def forms(term: str, *, part: Part = Part.ANY, language: str = "en") -> tuple[str, ...]:
    """Every folded spelling a term of plain words stands for, sorted; several words apart and written as one."""
    spellings: set[str] = set()
    for pieces in _written(tuple(_words(term)), part=part, language=language):
        so_far = [""]
        for step in pieces:
            so_far = [f"{start} {form}".strip() for start in so_far for form in step]
        spellings.update(so_far)
    return tuple(sorted(spellings))


def compile_term(kind: TermKind, words: str, *, part: Part = Part.ANY, language: str = "en") -> tuple[Pattern, ...]:
    """The patterns of a term that names words itself: any kind but a reference and a regular expression.

    Whether a word with a part of speech is used as that is left to the parse.
    """
    if kind is TermKind.EXACT:
        steps = tuple(Step(frozenset((fold(word),)), exact=True) for word in _words(words))
        return (Pattern((steps,), punctuated=_punctuated(words)),)
    if kind is TermKind.CASE:
        written = tuple(_words(words))
        steps = tuple(Step(frozenset((fold(word),)), exact=True) for word in written)
        return (Pattern((steps,), verbatim=tuple(map(as_written, written)), punctuated=_punctuated(words)),)
    if kind is TermKind.POS:
        word, _, tag = words.rpartition("/")
        return compile_term(TermKind.WORDS, word, part=PARTS.get(tag, Part.ANY), language=language)
    if kind is TermKind.GAP:
        choices = [_sequences(piece, part=part, language=language) for piece in pieces_of(words)]
        return tuple(Pattern(pieces, punctuated=_punctuated(words)) for pieces in _combined(choices))
    sequences = _sequences(words, part=part, language=language)
    found = tuple(Pattern((steps,), punctuated=_punctuated(words)) for steps in sequences)
    return (*found, *_parted(words, sequences[0])) if part is Part.VERB and _inflects(language) else found


def _parted(words: str, apart: Piece) -> Iterator[Pattern]:
    """A verb with a particle also with words between: pushed us back, locked the boys up."""
    if "*" not in words and len(apart) > 1 and fold(words.rsplit(maxsplit=1)[-1]) in PARTICLES:
        yield Pattern((apart[:-1], apart[-1:]))


def pieces_of(words: str) -> list[str]:
    """The pieces of a term with a gap: `take` and `phone` of `take ... phone`."""
    return [str(piece) for piece in _GAP.split(words)]


def as_written(word: str) -> str:
    """`word` as `case:` compares it: composition and the shape of apostrophes made equal, case and accents kept."""
    return unicodedata.normalize("NFC", word).replace("’", "'").replace("ʼ", "'")


def _words(term: str) -> Iterator[str]:
    if _LETTERS.fullmatch(term):
        yield from term.split()
        return
    for token in tokens(term):
        yield term[token.start : token.end]


def _punctuated(term: str) -> bool:
    return _PUNCTUATION.search(term) is not None


def _combined(choices: list[list[Piece]]) -> list[tuple[Piece, ...]]:
    found: list[tuple[Piece, ...]] = [()]
    for alternatives in choices:
        found = [(*start, piece) for start in found for piece in alternatives]
    return found


def _sequences(words: str, *, part: Part, language: str) -> list[Piece]:
    """The ways to say `words`; where one has a `*`, only the way they are written."""
    if "*" in words:
        return [tuple(_shapes(words, part=part, language=language))]
    written = _written(tuple(_words(words)), part=part, language=language)
    return [tuple(map(_step, steps)) for steps in written]


@cache
def _step(alternatives: frozenset[str]) -> Step:
    """A step that accepts these forms, with their accents or without."""
    return Step(frozenset(map(bare, alternatives)))


def _shapes(words: str, *, part: Part, language: str) -> Iterator[Step]:
    for chunk in regex.split(r"[\s‐‑-]+", words.strip()):
        if "*" in chunk:
            kept = [bare(fold(regex.sub(r"[^\p{L}\p{M}\p{N}'’ʼ]", "", text))) for text in chunk.split("*")]
            yield Step(shape=regex.compile(".*".join(map(regex.escape, kept))))
            continue
        for steps in _written(tuple(_words(chunk)), part=part, language=language)[:1]:
            yield from map(_step, steps)


def _written(words: tuple[str, ...], *, part: Part, language: str) -> list[tuple[frozenset[str], ...]]:
    """For every way to write `words` apart or as one, the forms of each; the first way is all of them apart."""
    apart = _phrase(words, part, language)
    found = [apart]
    if len(words) > _COMPOUND_WORDS:
        return found
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            compound = _compound(words[start:end], part, language)
            found += [(*apart[:start], compound, *apart[end:])] if compound else []
    return found


def _phrase(words: tuple[str, ...], part: Part, language: str) -> tuple[frozenset[str], ...]:
    if _inflects(language):
        return phrase_forms(words, part=part)
    return tuple(frozenset((fold(word),)) for word in words)


def _compound(words: tuple[str, ...], part: Part, language: str) -> frozenset[str]:
    if _inflects(language):
        return compound_forms(words, part=part)
    return frozenset(("".join(map(fold, words)),))


def _inflects(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"
