"""An event and what it is read from. Offsets are code points of the sentence."""

from dataclasses import dataclass, field
from typing import NamedTuple

Stretch = tuple[int, int]
"""From a code point of the sentence to another, the end excluded."""

OTHER = "other"
"""The actor of somebody who is expressed and whom no actor lists."""
UNKNOWN = "unknown"
"""The actor where nobody is expressed, or a pronoun that nothing resolves."""


class Mention(NamedTuple):
    """Words of a sentence that name an actor of the codebook; of overlapping ones only the longest is a mention."""

    start: int
    end: int
    actor: str
    generic: bool = False
    """Whether it is one of the actor's generic words (people, woman), which count only as a target."""


class Trigger(NamedTuple):
    """Words of a sentence that may express an action. Words that can be a verb and a noun are two triggers."""

    start: int
    end: int
    action: str
    noun: bool
    objects: tuple[Stretch, ...] | None = None
    """For a verb that is this action only with certain objects, where those stand; None for one that needs none."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another sentence of the same turn, mostly one before, with the actors it names."""

    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What an event needs to know beyond its sentence."""

    first_person: str = ""
    """The actor that this speaker's "we" belongs to, "" where it is none of the codebook's."""
    affected: frozenset[str] = frozenset()
    """Actors of whose kind a study's speakers are ("we" of migrants): what is told of is rather done to them."""
    collective: frozenset[str] = frozenset()
    """Actors that a singular word can stand for as a body ("the police ... they")."""
    earlier: tuple[Earlier, ...] = ()
    """Up to four sentences before this one in the turn, the nearest first."""
    quoting: bool = False
    """Whether the sentence begins inside a quotation that an earlier sentence opened."""
    later: Earlier | None = None
    """The sentence after this one in the turn, which may only say who "they" were ("They hit us. The traffickers.")."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Who fills a role of an event."""

    actor: str = UNKNOWN
    """The name of an actor, or `OTHER` or `UNKNOWN`."""
    span: Stretch | None = None
    """The words that express it in this sentence, None where none do."""
    antecedent: str = ""
    """For a resolved pronoun the words it refers to, as written."""
    generic: bool = False
    """Whether only generic words express it (people, everyone)."""


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody does something to somebody, as one sentence expresses it, whether it happened or not."""

    action: str
    at: int
    """Position of the word that carries it, in the parse: where its assertion is read."""
    span: Stretch
    """The words of the action."""
    agent: Slot = Slot()
    target: Slot = Slot()
    via: str = ""
    """How the agent was found: direct, passive, relative, conjunction, control, noun, copula, pronoun, dislocation.

    A pronoun is one whether it was resolved or not; "" where nobody is expressed.
    """
    place: Stretch | None = None
    period: Stretch | None = None
    period_reading: str = ""
    """`before`, `now`, or the date or time as said."""
    notes: tuple[str, ...] = field(default=())
    """What was decided on the way, in plain words, for whoever asks why."""
    words: tuple[Stretch, ...] = ()
    """The stretches of its action, agent and target, and of the object that its verb needed, in order."""
