"""Finds the places of a codebook, and its modes of travel, among the words of a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple, TypeVar

from qualcode.matching.compiled import terms_of
from qualcode.matching.corpus import Corpus, Interview, Sentence, speaks
from qualcode.matching.hits import Hit, longest
from qualcode.matching.inflect import Part, bare
from qualcode.matching.lexis import Lexis
from qualcode.matching.search import Search
from qualcode.matching.terms import Pattern, as_written, compile_term
from qualcode.model.routes import Place, Routes
from qualcode.model.term import TermKind
from qualcode.model.transcript import Span
from qualcode.text import fold

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


class Named(NamedTuple):
    """A sentence with its words, folded, where each begins, and what they name."""

    sentence: Sentence
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    modes: tuple[ModeMention, ...]


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
        self._lexis = Lexis(terms_of(patterns))

    def find(self, interview: Interview) -> Iterator[Named]:
        """What each sentence of the respondents of an interview names, in order; the longest name wins."""
        corpus = Corpus([interview], self._lexis.vocabulary, speaks)
        search = Search(corpus, self._lexis)
        places = self._by_sentence(search, self._places)
        modes = self._by_sentence(search, self._modes)
        for at, sentence in enumerate(corpus.sentences()):
            forms = search.forms(at)
            kept = self._kept_places(sentence, forms, places.get(at, ()))
            moved = _longest((hit, self._modes[slot]) for slot, hit in modes.get(at, ()))
            yield Named(
                sentence,
                tuple(forms),
                tuple(corpus.starts[sentence.low : sentence.high]),
                tuple(Mention(*_stretch(hit), name, adjective) for hit, (name, adjective) in sorted(kept.items())),
                tuple(ModeMention(*_stretch(hit), mode) for hit, mode in sorted(moved.items())),
            )

    @staticmethod
    def _by_sentence(search: Search, slots: Iterable[int]) -> Mapping[int, Sequence[tuple[int, Hit]]]:
        found: dict[int, list[tuple[int, Hit]]] = defaultdict(list)
        for slot in slots:
            for sentence, hit in search.found(slot):
                found[sentence].append((slot, hit))
        return found

    def _kept_places(
        self, sentence: Sentence, forms: Sequence[str], found: Iterable[tuple[int, Hit]]
    ) -> dict[Hit, tuple[str, bool]]:
        named = []
        for slot, hit in found:
            place, adjective = self._places[slot]
            if place.case and not _in_case(sentence.interview.text, hit, place, adjective):
                continue
            if not adjective or self._of_a_border(forms[hit.last + 1 - sentence.low :]):
                named.append((hit, (place.name, adjective)))
        return _longest(named)

    def _of_a_border(self, following: Sequence[str]) -> bool:
        """Whether a border, a side or the like follows soon enough for an adjective to name a place."""
        for form in following[:_BETWEEN]:
            if form in _BORDERS:
                return True
            if form not in self._links:
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
    written = _unaccented(text[hit.spans[0][0] : hit.spans[-1][1]])
    names = place.adjectives if adjective else place.names()
    return any(written == _unaccented(name) for name in names)


def _unaccented(name: str) -> str:
    """A name without accents, its capitals kept."""
    return "".join(_letter(letter) for letter in as_written(name))


def _letter(letter: str) -> str:
    stripped = bare(fold(letter))
    return stripped.upper() if letter.isupper() else stripped


def _stretch(hit: Hit) -> tuple[int, int]:
    return hit.spans[0][0], hit.spans[-1][1]
