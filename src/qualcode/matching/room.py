"""Everything that codes one corpus: its words found, its grammar, its rules and how what they find is asserted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qualcode.matching.asserting import Assertions
from qualcode.matching.codings import coding_of
from qualcode.matching.compiled import Compiled
from qualcode.matching.corpus import Corpus
from qualcode.matching.firing import Firing, RuleBook, longest_of_code
from qualcode.matching.grammar import Grammar
from qualcode.matching.lexis import Lexis
from qualcode.matching.memory import Memory
from qualcode.matching.perpetrator import Perpetrators
from qualcode.matching.search import Search
from qualcode.model.coding import Coding
from qualcode.text import Parser


@dataclass(frozen=True, slots=True)
class Tools:
    """What a matcher lends to every corpus."""

    lexis: Lexis
    parser: Parser
    parse_all: bool = False
    """Whether every sentence is parsed, and not only those whose grammar can change a coding."""


class Room:
    """One corpus with a codebook laid out over it."""

    def __init__(
        self, corpus: Corpus, compiled: Compiled, tools: Tools, *, memories: Mapping[str, Memory] | None = None
    ) -> None:
        self.corpus = corpus
        self.search = Search(corpus, tools.lexis)
        self.grammar = Grammar(self.search, compiled, tools.parser, memories=memories)
        self.book = RuleBook(self.search, self.grammar)
        self.perpetrators = Perpetrators(self.search, self.grammar)
        self.assertions = Assertions(self.search, self.grammar, parse_all=tools.parse_all)
        if tools.parse_all:
            self.grammar.read(range(len(corpus)))

    def standing(self, firings: Iterable[Firing]) -> list[Firing]:
        """Those that the grammar does not contradict and no longer firing of their code covers."""
        fired = list(firings)
        self.grammar.read_events(dict.fromkeys(one for firing in fired for one in self.perpetrators.doubtful(firing)))
        confirmed = (firing for firing in fired if self.perpetrators.contradicts(firing) is None)
        return longest_of_code(confirmed, self.corpus)

    def codings(self, firings: Iterable[Firing]) -> Iterator[Coding]:
        """The codings that firings make, each with its assertion."""
        standing = self.standing(firings)
        self.assertions.prepare(standing)
        for firing in standing:
            for evidence, assertion in self.assertions.split(firing):
                yield coding_of(firing, self.corpus, evidence, assertion)
