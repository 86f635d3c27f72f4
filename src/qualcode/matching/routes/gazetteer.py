"""Finds the places of a codebook, and its modes of travel, among the words of a text."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple, TypeVar

from qualcode.matching.hits import Hit, longest
from qualcode.matching.index import Sentence, TermIndex
from qualcode.matching.inflect import Part, bare
from qualcode.matching.terms import Pattern, as_written, compile_term
from qualcode.model.codebook import TermKind
from qualcode.model.routes import Place, Routes
from qualcode.model.transcript import Span
from qualcode.text import Token, fold

_Value = TypeVar("_Value")

_LINES = """
border borders side sides territory soil coast shore frontier line fence crossing island islands
forest forests jungle mountain mountains village villages town city capital camp
"""
"""What an adjective must stand before to name its place: the Bulgarian border, the Greek islands."""
_BORDERS = frozenset(_LINES.split())
_BETWEEN = 3
"""How many words may stand between the adjective and that word: the Bulgarian and Serbian border."""
_LINKS = frozenset(("and", "or", "to", "green", "land", "state", "external", "sea", "old", "new", "first", "other"))
"""What those words may be, beside other such adjectives."""
_UNINFLECTED = "xx"


class Mention(NamedTuple):
    """Words that name a place, in code points of the text."""

    start: int
    end: int
    place: str
    adjective: bool = False
    """Whether it is only the adjective of a border, a side, a forest."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class ModeMention(NamedTuple):
    """Words that tell how somebody travelled."""

    start: int
    end: int
    mode: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Gazetteer:
    """The places and modes of a codebook, indexed once."""

    def __init__(self, routes: Routes) -> None:
        numbers = count()
        self._places: dict[int, tuple[Place, bool]] = {}
        self._modes: dict[int, str] = {}
        self._links = _LINKS.union(*(map(fold, place.adjectives) for place in routes.places.values()))
        patterns: dict[int, tuple[Pattern, ...]] = {}
        for place in routes.places.values():
            for adjective, names in ((False, place.names()), (True, place.adjectives)):
                slot = next(numbers)
                self._places[slot] = (place, adjective)
                patterns[slot] = tuple(pattern for name in names for pattern in _named(name))
        for mode, terms in routes.modes.items():
            slot = next(numbers)
            self._modes[slot] = mode
            patterns[slot] = tuple(
                pattern for term in terms for pattern in compile_term(term.kind, term.words, part=Part.ANY)
            )
        self._index = TermIndex(patterns)

    def find(self, text: str, words: list[Token], low: int, high: int) -> tuple[list[Mention], list[ModeMention]]:
        """The places and the modes that the words from `low` to `high` name, in order; the longest name wins."""
        sentence = Sentence(text, words, low, high, 0)
        starts = [low + position for position in self._index.starts(words[low:high])]
        found = self._index.find(sentence, starts)
        places = self._kept_places(sentence, found)
        modes = _longest((hit, self._modes[slot]) for slot in found.keys() & self._modes for hit in found[slot])
        return (
            [Mention(*_stretch(hit), name, adjective) for hit, (name, adjective) in sorted(places.items())],
            [ModeMention(*_stretch(hit), mode) for hit, mode in sorted(modes.items())],
        )

    def _kept_places(self, sentence: Sentence, found: Mapping[int, Sequence[Hit]]) -> dict[Hit, tuple[str, bool]]:
        named = []
        for slot in found.keys() & self._places:
            place, adjective = self._places[slot]
            for hit in found[slot]:
                if place.case and not _in_case(sentence.text, hit, place, adjective):
                    continue
                if not adjective or self._of_a_border(sentence, hit):
                    named.append((hit, (place.name, adjective)))
        return _longest(named)

    def _of_a_border(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether a border, a side or the like follows soon enough for an adjective to name a place."""
        for word in sentence.words[hit.last + 1 : min(hit.last + 1 + _BETWEEN, sentence.high)]:
            if word.form in _BORDERS:
                return True
            if word.form not in self._links:
                return False
        return False


def _longest(named: Iterable[tuple[Hit, _Value]]) -> dict[Hit, _Value]:
    listed = dict(named)
    return {hit: listed[hit] for hit in longest(listed)}


def _named(name: str) -> tuple[Pattern, ...]:
    """A name without inflection; accents may be left out, words be joined by a hyphen."""
    return compile_term(TermKind.WORDS, name, language=_UNINFLECTED)


def _in_case(text: str, hit: Hit, place: Place, adjective: bool) -> bool:
    """Whether a name stands in the text with the capitals it has in the codebook."""
    written = _unaccented(text[hit.spans[0].start : hit.spans[-1].end])
    names = place.adjectives if adjective else place.names()
    return any(written == _unaccented(name) for name in names)


def _unaccented(name: str) -> str:
    """A name without accents, its capitals kept."""
    return "".join(_letter(letter) for letter in as_written(name))


def _letter(letter: str) -> str:
    stripped = bare(fold(letter))
    return stripped.upper() if letter.isupper() else stripped


def _stretch(hit: Hit) -> tuple[int, int]:
    return hit.spans[0].start, hit.spans[-1].end
