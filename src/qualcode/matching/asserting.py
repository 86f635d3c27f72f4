"""The assertion of what rules found, read from the grammar only where a word of the sentence could change it."""

from collections.abc import Iterable, Sequence

from qualcode.matching.assertion import assertion_without_parse, read_assertion
from qualcode.matching.assertion.reading import Assertion
from qualcode.matching.corpus import Corpus
from qualcode.matching.firing import Evidence, Firing
from qualcode.matching.grammar import Grammar
from qualcode.matching.vocabulary import Vocabulary
from qualcode.model.codebook import RuleKind


class Assertions:
    """Reads assertions in one corpus."""

    def __init__(self, corpus: Corpus, grammar: Grammar, vocabulary: Vocabulary, *, parse_all: bool = False) -> None:
        self._corpus = corpus
        self._grammar = grammar
        self._vocabulary = vocabulary
        self._parse_all = parse_all
        self._plain: dict[tuple[int, bool], Assertion | None] = {}

    def prepare(self, firings: Iterable[Firing]) -> None:
        """Parses in one go what reading these needs."""
        wanted: dict[int, None] = {}
        for firing in firings:
            for sentence in evident(firing, self._corpus):
                if firing.event is not None or self._without_parse(sentence, absence=firing.rule.code.absence) is None:
                    wanted[sentence] = None
        self._grammar.read(wanted)

    def split(self, firing: Firing) -> list[tuple[Evidence, Assertion | None]]:
        """A firing's words with their assertion; those of an `any` rule apart where they are asserted differently.

        The assertion is None where the language has no parser.
        """
        sentences = evident(firing, self._corpus)
        if firing.event is None and firing.rule.rule.kind is RuleKind.ANY and len(sentences) == 1:
            return self._by_reading(firing, next(iter(sentences)))
        readings = [self._read(firing, sentence, words) for sentence, words in sentences.items()]
        known = [one for one in readings if one is not None]
        affirmed = next((one for one in known if one.reading == "affirmed"), None)
        return [(firing.evidence, affirmed or (known[0] if known else None))]

    def _by_reading(self, firing: Firing, sentence: int) -> list[tuple[Evidence, Assertion | None]]:
        if len(firing.evidence) == 1 or self._without_parse(sentence, absence=firing.rule.code.absence) is not None:
            return [(firing.evidence, self._read(firing, sentence, firing.evidence))]
        groups: dict[str, list[tuple[int, int]]] = {}
        for span in firing.evidence:
            reading = self._read(firing, sentence, (span,))
            groups.setdefault(reading.reading if reading else "", []).append(span)
        return [(tuple(words), self._read(firing, sentence, tuple(words))) for words in groups.values()]

    def _read(self, firing: Firing, sentence: int, words: Evidence) -> Assertion | None:
        if not self._grammar.readable(sentence):
            return None
        absence = firing.rule.code.absence
        plain = None if firing.event is not None else self._without_parse(sentence, absence=absence)
        if plain is not None:
            return plain
        tree = self._grammar.tree(sentence)
        if tree is None:
            return None
        begin = self._corpus.sentence(sentence).start
        event = firing.event
        if event is not None:
            anchors: Sequence[int] = (event.at,)
            matched = frozenset(tree.at(*event.span))
        else:
            anchors = [at for start, end in words for at in tree.at(start - begin, end - begin)]
            matched = frozenset(anchors)
        return read_assertion(
            tree,
            anchors,
            matched=matched,
            absence=absence,
            experiencer=event.target.span if event is not None else None,
            first_person=self._grammar.first_person(sentence),
        )

    def _without_parse(self, sentence: int, *, absence: bool) -> Assertion | None:
        key = (sentence, absence)
        if self._parse_all:
            return None
        if key not in self._plain:
            own = self._corpus.sentence(sentence)
            forms = [self._vocabulary.forms[form] for form in self._corpus.forms[own.low : own.high].tolist()]
            self._plain[key] = assertion_without_parse(own.text, forms, absence=absence)
        return self._plain[key]


def evident(firing: Firing, corpus: Corpus) -> dict[int, Evidence]:
    """The sentences that hold a firing's words, each with its own of them."""
    if firing.first == firing.last:
        return {firing.first: firing.evidence}
    found: dict[int, Evidence] = {}
    for sentence in range(firing.first, firing.last + 1):
        own = corpus.sentence(sentence)
        words = tuple(span for span in firing.evidence if own.start <= span[0] < own.end)
        if words:
            found[sentence] = words
    return found
