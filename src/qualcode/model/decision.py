"""Decisions: what a person says of a coding. They are only ever added to, and outlive every run of the rules."""

from dataclasses import dataclass, replace
from enum import StrEnum

from qualcode.model.coding import Coding
from qualcode.model.transcript import Span


class Action(StrEnum):
    """What a decision does."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    """The coding stays, with another code, agent, target or assertion."""
    ADD = "add"
    """A person codes a passage."""
    UNDO = "undo"
    """Another decision of the same person is taken back; undoing an undo brings it back."""
    MEMO = "memo"
    """A note on a passage, which decides nothing."""


VERDICTS = frozenset((Action.ACCEPT, Action.REJECT, Action.CHANGE, Action.ADD))
"""The actions that say something of a coding."""
CHANGEABLE = ("code", "agent", "target", "assertion")
"""What of a coding a person may say otherwise; `assertion` is affirmed, negated, ceased or hypothetical."""
ASSERTIONS = ("affirmed", "negated", "ceased", "hypothetical")
"""What a person may say of whether it happened."""
AROUND = 32
"""How many characters before and after a passage are kept with it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a decision lies, with enough of the words to find it again in another revision or another study."""

    transcript: str
    revision: int
    text_hash: str
    """SHA-256 (hex) of the text of the revision."""
    respondent: str
    """Whose words they are."""
    turn: int
    first_segment: int
    last_segment: int
    start: int
    """Where the first sentence begins, in code points of the transcript's text."""
    quote: str
    """The whole sentences, verbatim."""
    before: str
    """Up to 32 characters before them, verbatim."""
    after: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a person decided, complete in itself."""

    id: str
    """Random, so that decisions of two studies never collide."""
    coder: str
    time: str
    """UTC, ISO 8601. It is told and never decides which of two decisions holds: clocks differ."""
    action: Action
    passage: Passage
    code: str = ""
    """The code of the coding as it was when this was decided, or the code that is added."""
    coding: Coding | None = None
    """The coding as it was, None where a passage is coded or a memo written."""
    target: str = ""
    """The id of the decision that added the coding, "" where a rule suggested it."""
    changes: tuple[tuple[str, str], ...] = ()
    """What a change or an addition says: pairs of one of CHANGEABLE and its value."""
    replaces: tuple[str, ...] = ()
    """The ids of decisions in whose place this one stands: the coder's own, or with `settles` also those of others."""
    settles: bool = False
    """Whether it settles what people decided differently."""
    visible: bool = True
    """Whether the coder saw the rules' suggestions."""
    memo: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A coding as it stands after everything people decided about it."""

    coding: Coding
    """With its status, the coders whose decisions stand, and their memos."""
    base: Coding
    """As the rule or the person made it that put it there, before any change."""
    decisions: tuple[Decision, ...] = ()
    """The decisions that stand, in the order of coder and id."""
    again: str = ""
    """Why a person should look at it again, "" where nothing has changed under the decision."""

    @property
    def disputed(self) -> bool:
        """Whether people decided differently, and nobody has settled it."""
        return self.coding.status == "disputed"

    @property
    def added_by(self) -> str:
        """The id of the decision that added it, "" for a rule's coding."""
        return next((one.target or one.id for one in self.decisions if one.action is Action.ADD or one.target), "")


def moved(coding: Coding, by: int) -> Coding:
    """The coding with every span `by` code points further on."""
    return replace(
        coding,
        span=_shifted(coding.span, by),
        evidence=tuple(_shifted(one, by) for one in coding.evidence),
        spans=tuple((name, _shifted(one, by)) for name, one in coding.spans),
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
