"""From a rule that fired to the coding it makes."""

from collections.abc import Iterator

from qualcode.matching.assertion.reading import Assertion
from qualcode.matching.corpus import Corpus, Sentence
from qualcode.matching.events.event import Event
from qualcode.matching.firing import Evidence, Firing
from qualcode.model.coding import Coding, matched
from qualcode.model.transcript import Span

LEXICAL = "lexical"
"""How an agent was found that only the code's own words imply."""


def coding_of(firing: Firing, corpus: Corpus, evidence: Evidence, assertion: Assertion | None) -> Coding:
    """The coding that `firing` makes of these of its words."""
    first, last = corpus.sentence(firing.first), corpus.sentence(firing.last)
    spans = tuple(Span(*span) for span in evidence)
    own = [one for one in (first, last) if one.start <= evidence[0][0] < one.end] or [first]
    return Coding(
        transcript=first.interview.id,
        span=Span(spans[0].start, max(span.end for span in spans)),
        turn=first.turn.number,
        first_segment=first.number,
        last_segment=last.number,
        theme=firing.rule.code.theme,
        code=firing.rule.code.id,
        rule=firing.rule.rule.id,
        matched=matched(first.interview.text, spans),
        evidence=spans,
        revision=first.interview.revision,
        spans=tuple(_slot_spans(firing.event, first)) + tuple(_cue_spans(assertion, own[0])),
        **_who(firing, first),
        **_axes(assertion),
    )


def _who(firing: Firing, sentence: Sentence) -> dict[str, str]:
    """Agent, action, target, how the agent was found, place and period."""
    event = firing.event
    if event is None:
        perpetrator = firing.rule.code.perpetrator
        return {"agent": perpetrator, "via": LEXICAL} if perpetrator else {}
    return {
        "agent": event.agent.actor,
        "action": event.action,
        "target": event.target.actor,
        "via": event.via,
        "place": sentence.text[slice(*event.place)] if event.place else "",
        "period": event.period_reading,
    }


def _axes(assertion: Assertion | None) -> dict[str, str]:
    if assertion is None:
        return {}
    return {
        "assertion": assertion.reading,
        "polarity": assertion.polarity,
        "modality": assertion.modality,
        "source": assertion.source,
        "experiencer": assertion.experiencer,
    }


def _slot_spans(event: Event | None, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Where each slot of an event stands in the text of its interview."""
    if event is None:
        return
    slots = {"agent": event.agent.span, "action": event.span, "target": event.target.span}
    for name, stretch in (slots | {"place": event.place, "period": event.period}).items():
        if stretch is not None:
            yield name, Span(sentence.start + stretch[0], sentence.start + stretch[1])


def _cue_spans(assertion: Assertion | None, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Where the cues of each axis stand in the text of their interview."""
    for cue in assertion.cues if assertion else ():
        yield cue.axis, Span(sentence.start + cue.start, sentence.start + cue.end)
