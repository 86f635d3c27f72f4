"""The assertion of what rules found, read from the grammar only where a word of the sentence could change it."""

from collections.abc import Iterable, Sequence

from qualcode.matching.assertion import assertion_without_parse, read_assertion
from qualcode.matching.assertion.reading import Assertion
from qualcode.matching.corpus import Corpus
from qualcode.matching.firing import Evidence, Firing
from qualcode.matching.grammar import Grammar
from qualcode.matching.memory import matter
from qualcode.matching.search import Search
from qualcode.model.codebook import RuleKind


class Assertions:
    """Reads assertions in one corpus."""

    def __init__(self, search: Search, grammar: Grammar, *, parse_all: bool = False) -> None:
        self._search = search
        self._corpus = search.corpus
        self._grammar = grammar
        self._parse_all = parse_all
        self._plain: dict[tuple[int, bool], Assertion | None] = {}

    def prepare(self, firings: Iterable[Firing]) -> None:
        """Parses in one go what reading these needs."""
        wanted: dict[int, None] = {}
        for firing in (one for one in firings if one.rule.rule.kind is not RuleKind.QUESTION):
            for sentence, words in evident(firing, self._corpus).items():
                if not self._remembers(firing, sentence, words) and self._needs_parse(firing, sentence):
                    wanted[sentence] = None
        self._grammar.read(wanted)

    def split(self, firing: Firing) -> list[tuple[Evidence, Assertion | None]]:
        """A firing's words with their assertion; those of an `any` rule apart where they are asserted differently.

        The assertion is None where the language has no parser.
        """
        if firing.rule.rule.kind is RuleKind.QUESTION:  # what was talked about, not what happened
            return [(firing.evidence, Assertion() if self._grammar.readable(firing.first) else None)]
        sentences = evident(firing, self._corpus)
        if _word_by_word(firing):
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
        """How a firing's words in a sentence are asserted, None where its language has no parser."""
        if not self._grammar.readable(sentence):
            return None
        memory = self._grammar.memory(sentence)
        if memory is None:
            return self._read_now(firing, sentence, words)
        key = self._matter(firing, sentence, words)
        known = memory.assertion(key)
        if known is None:
            known = self._read_now(firing, sentence, words)
            if known is not None:
                memory.keep_assertion(key, known)
        return known

    def _remembers(self, firing: Firing, sentence: int, words: Evidence) -> bool:
        memory = self._grammar.memory(sentence)
        if memory is None:
            return False
        asked = [(span,) for span in words] if _word_by_word(firing) else [words]
        return all(memory.knows_assertion(self._matter(firing, sentence, one)) for one in asked)

    def _matter(self, firing: Firing, sentence: int, words: Evidence) -> str:
        at = self._corpus.sentence(sentence).start
        return matter(at, words, absence=firing.rule.code.absence, event=firing.event)

    def _needs_parse(self, firing: Firing, sentence: int) -> bool:
        return firing.event is not None or self._without_parse(sentence, absence=firing.rule.code.absence) is None

    def _read_now(self, firing: Firing, sentence: int, words: Evidence) -> Assertion | None:
        absence = firing.rule.code.absence
        plain = None if firing.event is not None else self._without_parse(sentence, absence=absence)
        if plain is not None:
            return plain
        tree = self._grammar.tree(sentence)
        if tree is None:
            return None
        event = firing.event
        anchors = self.anchors(firing, sentence, words)
        return read_assertion(
            tree,
            anchors,
            matched=frozenset(anchors if event is None else tree.at(*event.span)),
            absence=absence,
            experiencer=event.target.span if event is not None else None,
            first_person=self._grammar.first_person(sentence),
        )

    def anchors(self, firing: Firing, sentence: int, words: Evidence) -> Sequence[int]:
        """The words of a sentence, by position in its parse, whose assertion counts."""
        tree = self._grammar.tree(sentence)
        if tree is None:
            return ()
        if firing.event is not None:
            return (firing.event.at,)
        begin = self._corpus.sentence(sentence).start
        return [at for start, end in words for at in tree.at(start - begin, end - begin)]

    def _without_parse(self, sentence: int, *, absence: bool) -> Assertion | None:
        key = (sentence, absence)
        if self._parse_all:
            return None
        if key not in self._plain:
            text, forms = self._search.corpus.sentence(sentence).text, self._search.forms(sentence)
            self._plain[key] = assertion_without_parse(text, forms, absence=absence)
        return self._plain[key]


def _word_by_word(firing: Firing) -> bool:
    """Whether each of a firing's words may be asserted in its own way."""
    return firing.event is None and firing.rule.rule.kind is RuleKind.ANY and firing.first == firing.last


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
