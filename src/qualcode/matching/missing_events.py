"""What an event rule lacks where it does not fire: the action, the grammar of an event, or the right people."""

from collections.abc import Iterable, Sequence

from qualcode.matching.compiled import CompiledRule
from qualcode.matching.corpus import Sentence
from qualcode.matching.events.event import OTHER, UNKNOWN, Event, Slot, Trigger
from qualcode.matching.room import Room
from qualcode.model.codebook import EventSpec
from qualcode.model.trace import Found
from qualcode.model.transcript import Span

VIA = {
    "direct": "subject of the verb",
    "passive": 'named after "by"',
    "relative": "what the relative clause belongs to",
    "conjunction": "shared with the verb before",
    "control": "the one who makes it happen",
    "noun": "named with the noun",
    "copula": "said to be the one who did it",
    "pronoun": "a pronoun for somebody named before",
    "dislocation": "named apart from the clause",
    "question": "named in the question",
    "lexical": "implied by the code, not read from the sentence",
}
"""How an agent was found, in plain words."""


class MissingEvents:
    """Looks for what event rules lack in one corpus."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def found(self, rule: CompiledRule, sentence: int) -> tuple[Found, ...]:
        """The words of a sentence that may express an action which the rule asks for."""
        begin = self._room.corpus.sentence(sentence).start
        return tuple(
            Found(
                f"action:{one.action}", _words(self._room, sentence, one[:2]), Span(begin + one.start, begin + one.end)
            )
            for one in dict.fromkeys(one._replace(noun=False, objects=None) for one in self._triggers(rule, sentence))
        )

    def nearness(self, rule: CompiledRule, sentence: int) -> float:
        """How near a sentence comes to the event of a rule: 1 where one of its actions is told."""
        actions = rule.rule.event.actions if rule.rule.event else ()
        if any(one.action in actions for one in self._room.grammar.events(sentence)):
            return 1.0
        return 0.5 if self._triggers(rule, sentence) else 0.0

    def lack(self, rule: CompiledRule, sentence: int) -> str:
        """The first thing that a rule misses in a sentence, "" where an event fits."""
        asked = rule.rule.event
        if asked is None:
            return "the rule asks for no event"
        if not self._room.grammar.readable(sentence):
            return "the language has no parser, so that no event is read"
        triggers = self._triggers(rule, sentence)
        if not triggers:
            return f"no word of {_listed(f'action:{name}' for name in asked.actions)} stands in the sentence"
        events = [one for one in self._room.grammar.events(sentence) if one.action in asked.actions]
        if not events:
            return self._no_event(triggers, sentence)
        return min((self._misfit(rule, asked, one, sentence) for one in events), key=lambda found: found[0])[1]

    def _triggers(self, rule: CompiledRule, sentence: int) -> list[Trigger]:
        actions = rule.rule.event.actions if rule.rule.event else ()
        return [one for one in self._room.grammar.triggers(sentence) if one.action in actions]

    def _no_event(self, triggers: Sequence[Trigger], sentence: int) -> str:
        word = f'"{_words(self._room, sentence, triggers[0][:2])}"'
        own = [one for one in triggers if one[:2] == triggers[0][:2]]
        if all(one.objects is not None for one in own):
            return f"{word} is no event here: it has none of the objects it needs"
        if all(one.noun for one in own):
            return f"{word} is no event here: the grammar does not read it as a noun of its own"
        return f"{word} is no event here: the grammar reads no verb or noun of an action in it"

    def _misfit(self, rule: CompiledRule, asked: EventSpec, event: Event, sentence: int) -> tuple[int, str]:
        """What is wrong with an event, the smallest number for what is nearest to being right."""
        agents = asked.agents or ((rule.code.perpetrator,) if rule.code.perpetrator else ())
        if agents and event.agent.actor not in agents:
            wrong_too = bool(asked.targets) and event.target.actor not in asked.targets
            return 2 + wrong_too, self._other("agent", event.agent, event, agents, sentence)
        if asked.targets and event.target.actor not in asked.targets:
            return 1, self._other("target", event.target, event, asked.targets, sentence)
        return 0, ""

    def _other(self, name: str, slot: Slot, event: Event, wanted: Sequence[str], sentence: int) -> str:
        doing = f'"{_words(self._room, sentence, event.span)}"'
        return f"the {name} of {doing} is {self._who(slot, sentence)}, the rule asks for {_listed(wanted)}"

    def _who(self, slot: Slot, sentence: int) -> str:
        words = f'"{_words(self._room, sentence, slot.span)}"' if slot.span else ""
        if slot.actor == UNKNOWN:
            return f"unknown ({words} refers to nobody who is named)" if words else "not named"
        if slot.actor == OTHER:
            return f"{words or 'somebody'}, whom no actor lists"
        known = f'{words}, that is "{slot.antecedent}"' if slot.antecedent and words else words
        return f"{slot.actor} ({known})" if known else slot.actor


def _words(room: Room, sentence: int, stretch: Sequence[int]) -> str:
    own: Sentence = room.corpus.sentence(sentence)
    return own.text[stretch[0] : stretch[1]]


def _listed(names: Iterable[str]) -> str:
    return " or ".join(names)
