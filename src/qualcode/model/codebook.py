"""The codebook as values: actors, actions, word sets, themes, codes and their rules."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from qualcode.model.routes import Routes
from qualcode.model.term import Term


@dataclass(frozen=True, slots=True)
class ActionVerb:
    """A verb of an action, or a verb with the objects that make it one (`take` with `phone`)."""

    verb: Term
    objects: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A kind of person or body that acts or is acted on."""

    name: str
    terms: tuple[Term, ...]
    collective: bool = False
    first_person: tuple[str, ...] = ()
    """Respondent types whose "we" means this actor."""
    generic: tuple[Term, ...] = ()
    """Words that stand for the actor only as a target."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something people do to each other, as verbs and nouns."""

    name: str
    verbs: tuple[ActionVerb, ...] = ()
    nouns: tuple[Term, ...] = ()


class RuleKind(StrEnum):
    """What a rule asks of a sentence."""

    ANY = "any"
    ALL = "all"
    AT_LEAST = "at_least"
    NEAR = "near"
    EVENT = "event"
    QUESTION = "question"
    PATTERN = "pattern"


class Scope(StrEnum):
    """How far a rule or a veto looks."""

    SENTENCE = "sentence"
    TURN = "turn"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Unless:
    """Terms that veto a rule or a code where they occur in `scope`."""

    terms: tuple[Term, ...] = ()
    scope: Scope = Scope.SENTENCE


UNKNOWN = "unknown"
"""Stands for an agent or target whom nothing names."""
OTHER = "other"
"""Stands for an agent or target who is named and whom no actor lists."""
NOBODY = (UNKNOWN, OTHER)


@dataclass(frozen=True, slots=True)
class EventSpec:
    """What an event must be: one of `actions`, done by one of `agents` to one of `targets`.

    All are names; agents and targets may hold `UNKNOWN` and `OTHER`, and where they are empty, anybody will do.
    """

    actions: tuple[str, ...]
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a code. `id` is given in the YAML or made of kind and content, never of its position."""

    id: str
    kind: RuleKind
    terms: tuple[Term, ...] = ()
    """`question`: what the interviewer's question is searched for."""
    count: int = 1
    """`at_least`: how many distinct terms."""
    within: int = 8
    """`near`: how many words may stand between."""
    ordered: bool = False
    scope: Scope = Scope.SENTENCE
    unless: Unless = Unless()
    event: EventSpec | None = None
    pattern: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    """A spaCy token pattern: texts, numbers, booleans, and lists and mappings of them, as JSON has them."""
    line: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what it means, when to use it, and the rules that suggest it."""

    id: str
    theme: str
    name: str
    definition: str = ""
    use: str = ""
    avoid: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    perpetrator: str = ""
    rules: tuple[Rule, ...] = ()
    unless: Unless = Unless()
    absence: bool = False
    counts: tuple[str, ...] = ("affirmed",)
    speakers: tuple[str, ...] = ()
    manual: bool = False
    formerly: tuple[str, ...] = ()
    sensitive: bool = False
    """Whether one respondent alone is never quoted on it where something is published."""
    line: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of codes, in the order of the codebook."""

    id: str
    name: str
    definition: str = ""
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """A whole codebook. `hash` is SHA-256 (hex) over its meaning, not its comments or order."""

    name: str
    version: str
    hash: str
    language: str = "en"
    themes: tuple[Theme, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    sets: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    routes: Routes = Routes()

    def codes(self) -> Iterator[Code]:
        """Every code, in the order of the codebook."""
        for theme in self.themes:
            yield from theme.codes

    def limited(self, codes: Collection[str]) -> "Codebook":
        """The codebook with these of its codes only, and with all its lists."""
        themes = (replace(one, codes=tuple(code for code in one.codes if code.id in codes)) for one in self.themes)
        return replace(self, themes=tuple(themes))
