"""Why a rule did not code a sentence: the first of its conditions that failed, in plain words."""

from collections.abc import Sequence

import numpy as np

from qualcode.matching.compiled import CompiledRule
from qualcode.matching.events.event import OTHER, UNKNOWN, Event
from qualcode.matching.firing import Evidence, Firing
from qualcode.matching.missing_events import MissingEvents
from qualcode.matching.missing_words import MissingWords
from qualcode.matching.room import Room
from qualcode.matching.tokenpatterns import TokenPatterns
from qualcode.model.codebook import RuleKind, Scope
from qualcode.model.coding import matched
from qualcode.model.trace import Found
from qualcode.model.transcript import Span


class Failures:
    """Explains rules that did not code a sentence of `said`; `asked` is what the interviewer says there."""

    def __init__(self, said: Room, asked: Room, firings: Sequence[Firing]) -> None:
        self._said = said
        self._asked = asked
        self._firings = firings
        self._standing = said.standing(firings)
        self._words = MissingWords(said)
        self._events = MissingEvents(said)
        self._patterns = TokenPatterns(said.search, said.grammar)
        self._asked_words = MissingWords(asked)

    def found(self, rule: CompiledRule, sentence: int) -> tuple[Found, ...]:
        """The words of a rule that stand in a sentence, or where it looks at the question, in that."""
        if rule.rule.kind is RuleKind.EVENT:
            return self._events.found(rule, sentence)
        if rule.rule.kind is RuleKind.QUESTION:
            return self._asked_words.found(rule, self._question(sentence))
        return self._words.found(rule, [sentence])

    def nearness(self, rule: CompiledRule, sentence: int) -> float:
        """How much of what a rule looks for is there, from 0 to 1."""
        if rule.rule.kind is RuleKind.EVENT:
            return self._events.nearness(rule, sentence)
        if rule.rule.kind is RuleKind.QUESTION:
            return float(bool(self._asked_words.found(rule, self._question(sentence))))
        if rule.rule.kind is RuleKind.PATTERN:
            return 0.0
        return self._words.nearness(rule, self._stretch(rule.rule.scope, sentence))

    def reason(self, rule: CompiledRule, sentence: int) -> str:
        """The first condition of a rule that failed on a sentence which it does not code."""
        fired = [one for one in self._firings if one.rule is rule and one.first <= sentence <= one.last]
        if fired:
            return self._fallen(fired[0])
        return (
            self._speaker(rule, sentence)
            or self._own(rule, sentence)
            or self._veto(rule, sentence)
            or self._elsewhere(rule, sentence)
        )

    def _speaker(self, rule: CompiledRule, sentence: int) -> str:
        kind = self._said.corpus.sentence(sentence).respondent_type
        if not rule.code.speakers or kind in rule.code.speakers:
            return ""
        return (
            f"the code is for words of {' or '.join(rule.code.speakers)}, this speaker is {kind or 'of no known type'}"
        )

    def _own(self, rule: CompiledRule, sentence: int) -> str:
        """What the rule itself lacks, its veto left aside."""
        if rule.rule.kind is RuleKind.EVENT:
            return self._events.lack(rule, sentence)
        if rule.rule.kind is RuleKind.QUESTION:
            return self._unasked(rule, sentence)
        if rule.rule.kind is RuleKind.PATTERN:
            return self._unmatched(rule, sentence)
        return self._words.lack(rule, self._stretch(rule.rule.scope, sentence))

    def _unasked(self, rule: CompiledRule, sentence: int) -> str:
        question = self._question(sentence)
        if not question:
            return "it answers no question of the interviewer"
        if self._asked_words.found(rule, question):
            return ""
        terms = ", ".join(f'"{term.notation}"' for term in rule.rule.terms)
        return f"the question before has none of its terms ({terms})"

    def _unmatched(self, rule: CompiledRule, sentence: int) -> str:
        if not self._said.grammar.readable(sentence):
            return "the language has no parser, so that no token pattern is matched"
        here = np.zeros(len(self._said.corpus), bool)
        here[sentence] = True
        return "" if any(self._patterns.find(rule.rule, here)) else "its pattern matches nowhere in the sentence"

    def _veto(self, rule: CompiledRule, sentence: int) -> str:
        search = self._said.search
        stretch = self._stretch(rule.rule.scope, sentence)
        for slots, scope in rule.vetoes:
            for one in dict.fromkeys(near for own in stretch for near in self._stretch(scope, own)):
                for hit in search.hits(slots, one):
                    widest = rule.rule.scope if scope is Scope.SENTENCE else scope
                    where = "" if one == sentence else f" in another sentence of the {widest}"
                    return f"vetoed by {self._quoted(hit.spans)}{where}"
        return ""

    def _elsewhere(self, rule: CompiledRule, sentence: int) -> str:
        scope = rule.rule.scope
        near = set(self._stretch(scope, sentence))
        for one in self._firings:
            if one.rule is rule and one.first in near:
                first, last = (self._said.corpus.sentence(at).number for at in (one.first, one.last))
                run = f"sentence {first}" if first == last else f"sentences {first} to {last}"
                return f"it codes {run} of the {scope}; none of its words stands here"
        return "the rule does not fire here"

    def _fallen(self, firing: Firing) -> str:
        """Why a rule that fired codes nothing."""
        event = self._said.perpetrators.contradicts(firing)
        if event is not None:
            return self._contradicted(firing, event)
        longer = next((one for one in self._standing if _covers(one, firing)), None)
        if longer is None:
            return "a longer coding of the same code covers it"
        return (
            f"a longer coding of the same code covers it: {self._quoted(longer.evidence)} (rule {longer.rule.rule.id})"
        )

    def _contradicted(self, firing: Firing, event: Event) -> str:
        own = range(firing.first, firing.last + 1)
        sentence = next((one for one in own if event in self._said.grammar.events(one)), firing.first)
        begin = self._said.corpus.sentence(sentence).start
        perpetrator = firing.rule.code.perpetrator

        def words(stretch: tuple[int, int] | None) -> str:
            return f" ({self._quoted([(begin + stretch[0], begin + stretch[1])])})" if stretch else ""

        doing = self._quoted([(begin + event.span[0], begin + event.span[1])])
        if event.agent.actor == UNKNOWN:
            whom = f"{event.target.actor}{words(event.target.span)}"
            return f"the grammar says that {doing} is done to {whom} and not by them (perpetrator)"
        did = f"{'somebody else' if event.agent.actor == OTHER else event.agent.actor}{words(event.agent.span)}"
        return f"the grammar says that {did} did {doing}, not {perpetrator} (perpetrator)"

    def _question(self, sentence: int) -> list[int]:
        """The sentences of the question that a sentence answers, in what the interviewer says."""
        number = self._said.corpus.sentence(sentence).turn.question
        corpus = self._asked.corpus
        return [at for at, one in enumerate(corpus.sentences()) if one.turn.number == number]

    def _stretch(self, scope: Scope, sentence: int) -> list[int]:
        """The sentences that a scope takes together with this one."""
        if scope is Scope.SENTENCE:
            return [sentence]
        numbers = self._said.corpus.turn if scope is Scope.TURN else self._said.corpus.answer
        found: list[int] = np.flatnonzero(numbers == numbers[sentence]).tolist()
        return found

    def _quoted(self, spans: Evidence | Sequence[tuple[int, int]]) -> str:
        text = self._said.corpus.sentence(0).interview.text
        return f'"{matched(text, tuple(Span(*span) for span in spans))}"'


def _covers(longer: Firing, firing: Firing) -> bool:
    """Whether all words of `firing` lie within those of another rule of its code."""
    return (
        longer.rule.code.id == firing.rule.code.id
        and longer.evidence != firing.evidence
        and all(any(one[0] <= start and end <= one[1] for one in longer.evidence) for start, end in firing.evidence)
    )
