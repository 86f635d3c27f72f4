"""Why a sentence has the codes it has and not others, as plain values."""

from dataclasses import dataclass

from qualcode.model.codebook import Code, Rule
from qualcode.model.coding import Coding
from qualcode.model.transcript import Role, Span


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule looks for and that were found, whether it fired or not."""

    part: str
    """What of the rule they are: `"knife"`, `actor:smuggler`, `action:violence`."""
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class SlotTrace:
    """A slot of an event: agent, action, target, place or period."""

    name: str
    value: str
    """The actor or action, or the place or period as said."""
    words: str = ""
    """The words that express it, "" where none do."""
    how: str = ""
    """How it was found, in plain words."""


@dataclass(frozen=True, slots=True)
class AxisTrace:
    """An axis of the assertion: polarity, modality, source or experiencer."""

    name: str
    value: str
    cues: tuple[str, ...] = ()
    """The words that decided it; none where the value is what every sentence has unless something says otherwise."""


@dataclass(frozen=True, slots=True)
class CodingTrace:
    """What a rule coded, with all that was read of it. A language without a parser leaves no axes."""

    coding: Coding
    slots: tuple[SlotTrace, ...] = ()
    axes: tuple[AxisTrace, ...] = ()
    notes: tuple[str, ...] = ()
    asked: str = ""
    """For a bare yes or no, and for a rule that looks at what was asked: the words of the question."""


@dataclass(frozen=True, slots=True)
class RuleTrace:
    """A rule on one sentence: what it coded there, or the first of its conditions that failed."""

    code: Code
    rule: Rule
    codings: tuple[CodingTrace, ...] = ()
    failed: str = ""
    found: tuple[Found, ...] = ()
    nearness: float = 0.0
    """How much of what it looks for is there: from 0, nothing, to 1, everything, so that another condition failed."""

    @property
    def fired(self) -> bool:
        """Whether it codes the sentence."""
        return bool(self.codings)

    @property
    def almost(self) -> bool:
        """Whether it does not, though some of what it looks for is there."""
        return not self.codings and bool(self.found)


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """A sentence with every rule that was asked about it."""

    segment: str
    text: str
    span: Span
    speaker: str
    role: Role
    respondent_type: str
    question: str
    """What the interviewer asked before, verbatim."""
    rules: tuple[RuleTrace, ...] = ()
    closed: str = ""
    """Why no rule may code it at all, "" where one may."""
