"""Why sentences have the codes they have: every rule of a codebook on them, with what it found and what it lacked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualcode.matching.answers import QUESTION, asked_firings, bare_answers, is_question, questions
from qualcode.matching.codings import LEXICAL
from qualcode.matching.compiled import CompiledRule
from qualcode.matching.corpus import Interview, speaks
from qualcode.matching.engine import Matcher
from qualcode.matching.events.event import Event
from qualcode.matching.failures import Failures
from qualcode.matching.firing import Firing
from qualcode.matching.missing_events import VIA
from qualcode.matching.room import Room
from qualcode.matching.words import words_of
from qualcode.model.codebook import RuleKind
from qualcode.model.coding import Coding, matched
from qualcode.model.trace import AxisTrace, CodingTrace, RuleTrace, SentenceTrace, SlotTrace
from qualcode.model.transcript import Role, Span, Transcript, Turn

_AXES = ("polarity", "modality", "source", "experiencer")
_SLOTS = ("agent", "action", "target", "place", "period")


def explain(
    matcher: Matcher,
    transcript: Transcript,
    numbers: Sequence[int],
    *,
    types: dict[str, str] | None = None,
    codes: frozenset[str] | None = None,
) -> tuple[SentenceTrace, ...]:
    """The traces of the sentences with these numbers, with the rules of all codes or of some.

    A rule has fired where, and only where, `Matcher.code` codes with it.
    """
    interview = Interview.of(transcript, words_of(transcript), types or {})
    codings = matcher.code_all([interview], codes=codes)
    rules = [one for one in matcher.compiled.rules if codes is None or one.code.id in codes]
    tracer = _Tracer(matcher, interview, rules)
    return tuple(tracer.trace(transcript, number, codings) for number in numbers)


class _Tracer:
    """Traces sentences of one interview."""

    def __init__(self, matcher: Matcher, interview: Interview, rules: Sequence[CompiledRule]) -> None:
        self._text = interview.text
        self._rules = rules
        self._said = matcher.room([interview], speaks)
        self._asked = matcher.room([interview], is_question)
        self._bare = self._answered(matcher)
        asking = [rule for rule in rules if rule.rule.kind is RuleKind.QUESTION]
        self._firings = [*self._said.book.firings(rules), *asked_firings(asking, self._said, self._asked)]
        self._failures = Failures(self._said, self._asked, self._firings)
        self._positions = {one.number: at for at, one in enumerate(self._said.corpus.sentences())}

    def trace(self, transcript: Transcript, number: int, codings: Sequence[Coding]) -> SentenceTrace:
        """A sentence with every rule on it, given all codings of its interview."""
        (segment,) = [one for one in transcript.segments if one.number == number]
        (turn,) = [one for one in transcript.turns if one.number == segment.turn]
        asked = [one for one in transcript.turns if one.number == turn.question]
        own = [one for one in codings if one.first_segment <= number <= one.last_segment]
        at = self._positions.get(number)
        return SentenceTrace(
            segment=transcript.segment_id(number),
            text=segment.span.of(self._text),
            span=segment.span,
            speaker=turn.speaker,
            role=turn.role,
            respondent_type="" if at is None else self._said.corpus.sentence(at).respondent_type,
            question=transcript.words(asked[0]) if asked else "",
            rules=() if at is None else tuple(self._traces(own, at)),
            closed=_closed(turn) if at is None else "",
        )

    def _answered(self, matcher: Matcher) -> Room | None:
        """The questions that were answered by a bare yes or no, as if the answerer spoke them."""
        found = questions(bare_answers(self._said.search))
        if not found:
            return None
        ((interview, numbers),) = found
        return matcher.room([interview], lambda _, turn: turn.number in numbers)

    def _traces(self, codings: Sequence[Coding], sentence: int) -> Iterator[RuleTrace]:
        for rule in self._rules:
            own = [one for one in codings if (one.code, one.rule) == (rule.code.id, rule.rule.id)]
            found = self._failures.found(rule, sentence)
            if own:
                read = tuple(self._coding(rule, one, sentence) for one in own)
                yield RuleTrace(rule.code, rule.rule, read, found=found, nearness=1.0)
            else:
                reason, nearness = self._failures.reason(rule, sentence), self._failures.nearness(rule, sentence)
                yield RuleTrace(rule.code, rule.rule, failed=reason, found=found, nearness=nearness)

    def _coding(self, rule: CompiledRule, coding: Coding, sentence: int) -> CodingTrace:
        event, asked = _event(coding, rule, self._firings), ""
        question = self._said.corpus.sentence(sentence).turn.question
        if rule.rule.kind is RuleKind.QUESTION:
            there = [at for at, one in enumerate(self._asked.corpus.sentences()) if one.turn.number == question]
            hits = (hit for at in there for hit in self._asked.search.hits(rule.slots, at))
            asked = self._matched(sorted({span for hit in hits for span in hit.spans}))
        elif coding.via == QUESTION and self._bare is not None:
            corpus = self._bare.corpus
            answered = [
                one for one in self._bare.book.firings([rule]) if corpus.sentence(one.first).turn.number == question
            ]
            event = _event(replace(coding, evidence=()), rule, answered)
            asked = self._matched(sorted({span for one in answered for span in one.evidence}))
        notes = event.notes if event is not None else ()
        return CodingTrace(coding, tuple(self._slots(coding, event)), tuple(self._axes(coding)), notes, asked)

    def _matched(self, spans: Sequence[tuple[int, int]]) -> str:
        return matched(self._text, tuple(Span(*span) for span in spans)) if spans else ""

    def _slots(self, coding: Coding, event: Event | None) -> Iterator[SlotTrace]:
        words = {name: span.of(self._text) for name, span in coding.spans}
        antecedents = {"agent": event.agent.antecedent, "target": event.target.antecedent} if event else {}
        for name in _SLOTS:
            value = getattr(coding, name)
            if value:
                how = [VIA.get(coding.via, coding.via)] if name == "agent" and coding.via else []
                if antecedents.get(name):
                    how.append(f'refers to "{antecedents[name]}"')
                yield SlotTrace(name, value, words.get(name, ""), ", ".join(how))

    def _axes(self, coding: Coding) -> Iterator[AxisTrace]:
        for name in _AXES:
            value = getattr(coding, name)
            if value:
                cues = (span.of(self._text) for axis, span in coding.spans if axis == name)
                yield AxisTrace(name, value, tuple(cues))


def _event(coding: Coding, rule: CompiledRule, firings: Sequence[Firing]) -> Event | None:
    """The event that a coding was made of; of a coding without evidence any that tells the same."""
    if not coding.action or coding.via == LEXICAL:
        return None
    evidence = tuple((span.start, span.end) for span in coding.evidence)
    told = (coding.action, coding.agent, coding.target)
    return next(
        (
            one.event
            for one in firings
            if one.rule is rule
            and one.event is not None
            and evidence in ((), one.evidence)
            and (one.event.action, one.event.agent.actor, one.event.target.actor) == told
        ),
        None,
    )


def _closed(turn: Turn) -> str:
    """Why nothing of a turn is coded."""
    if turn.role is Role.INTERVIEWER:
        return "these are the interviewer's words, which are never coded"
    if turn.role is Role.INTERPRETER:
        return "these are an interpreter's own words, which are nobody's testimony and are never coded"
    return "nobody has said yet whose words these are, and until then they are not coded"
