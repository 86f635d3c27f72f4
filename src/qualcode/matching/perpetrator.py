"""Whether a rule of words may stand beside what the sentence says about who did it."""

from qualcode.matching.compiled import Terms
from qualcode.matching.events.event import UNKNOWN, Event
from qualcode.matching.firing import Evidence, Firing
from qualcode.matching.grammar import Grammar
from qualcode.matching.search import Search
from qualcode.model.codebook import RuleKind


def acting(terms: Terms) -> frozenset[int]:
    """The slots of everything that may express any action."""
    return frozenset().union(*(action.triggers for action in terms.actions.values()))


class Perpetrators:
    """Confirms firings of words in codes that say who did it."""

    def __init__(self, search: Search, grammar: Grammar) -> None:
        self._search = search
        self._grammar = grammar
        self._acting = acting(search.terms)

    def doubtful(self, firing: Firing) -> list[int]:
        """Sentences of a firing whose grammar may contradict its code's perpetrator."""
        if not firing.rule.code.perpetrator or firing.rule.rule.kind in (RuleKind.EVENT, RuleKind.QUESTION):
            return []
        return [one for one in range(firing.first, firing.last + 1) if self._acted(one, firing.evidence)]

    def contradicts(self, firing: Firing) -> Event | None:
        """The event among a firing's words that somebody else than its code's perpetrator did, None where none is."""
        for sentence in self.doubtful(firing):
            begin = self._search.corpus.sentence(sentence).start
            for event in self._grammar.events(sentence):
                if _touches(event, begin, firing.evidence) and another(event, firing.rule.code.perpetrator):
                    return event
        return None

    def _acted(self, sentence: int, evidence: Evidence) -> bool:
        if not self._grammar.acting[sentence]:
            return False
        hits = self._search.hits(self._acting, sentence)
        return any(_meet(span, own) for hit in hits for span in hit.spans for own in evidence)


def another(event: Event, perpetrator: str) -> bool:
    """Whether somebody else did it: a named other, or nobody named where the perpetrator is the one it was done to."""
    if event.agent.actor == perpetrator:
        return False
    if event.agent.actor != UNKNOWN:
        return True
    return event.target.actor == perpetrator


def _touches(event: Event, begin: int, evidence: Evidence) -> bool:
    return any(_meet((begin + event.span[0], begin + event.span[1]), own) for own in evidence)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
