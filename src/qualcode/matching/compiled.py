"""A codebook compiled for matching: every distinct term a numbered slot, every rule as slots."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualcode.errors import QualcodeError
from qualcode.matching.lists import Leaf, Meaning, VerbObject, actor_names, meanings
from qualcode.matching.rules import RULES
from qualcode.matching.terms import Pattern, compile_term
from qualcode.model.codebook import Code, Codebook, Rule, RuleKind, Scope, Term, TermKind

Slots = frozenset[int]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule of a code with the slots of its entries, and what vetoes it."""

    code: Code
    rule: Rule
    entries: tuple[Slots, ...]
    vetoes: tuple[tuple[Slots, Scope], ...]

    @property
    def slots(self) -> Slots:
        """The slots of all entries, among which the longest hit counts."""
        return frozenset().union(*self.entries)


@dataclass(frozen=True, slots=True)
class Terms:
    """What there is to look for, by slot."""

    patterns: Mapping[int, tuple[Pattern, ...]]
    expressions: Mapping[int, str]
    verb_objects: Mapping[int, tuple[Slots, Slots]]
    """Slots of the verb and of its objects."""
    actors: Slots


def compile_terms(codebook: Codebook) -> tuple[tuple[CompiledRule, ...], Terms]:
    """The rules of `codebook`, in its order, and what they look for.

    Raises QualcodeError for a rule of a kind this engine does not know.
    """
    registry = _Registry(codebook)
    rules: list[CompiledRule] = []
    for code in codebook.codes():
        rules += [_compile_rule(code, rule, registry) for rule in code.rules]
    return tuple(rules), registry.terms()


class _Registry:
    """Gives every distinct meaning a slot."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._slots: dict[Meaning, int] = {}

    def slots(self, terms: Iterable[Term]) -> Slots:
        return frozenset(self._slot(found) for term in terms for found in meanings(self.codebook, term))

    def single(self, terms: Iterable[Term]) -> tuple[Slots, ...]:
        """One entry for each distinct meaning, lists written out."""
        distinct = dict.fromkeys(self._slot(found) for term in terms for found in meanings(self.codebook, term))
        return tuple(frozenset((slot,)) for slot in distinct)

    def _slot(self, meaning: Meaning) -> int:
        if isinstance(meaning, VerbObject):
            for part in (*meaning.verb, *meaning.objects):
                self._slot(part)
        return self._slots.setdefault(meaning, len(self._slots))

    def terms(self) -> Terms:
        if any(isinstance(found, Leaf) and found.actor for found in self._slots):
            for name in actor_names(self.codebook):
                self._slot(name)
        leaves = {slot: leaf for leaf, slot in self._slots.items() if isinstance(leaf, Leaf)}
        return Terms(
            patterns={slot: self._patterns(leaf) for slot, leaf in leaves.items() if leaf.kind is not TermKind.REGEX},
            expressions={slot: leaf.words for slot, leaf in leaves.items() if leaf.kind is TermKind.REGEX},
            verb_objects={
                slot: self._sides(found) for found, slot in self._slots.items() if isinstance(found, VerbObject)
            },
            actors=frozenset(slot for slot, leaf in leaves.items() if leaf.actor),
        )

    def _patterns(self, leaf: Leaf) -> tuple[Pattern, ...]:
        return compile_term(leaf.kind, leaf.words, part=leaf.part, language=self.codebook.language)

    def _sides(self, found: VerbObject) -> tuple[Slots, Slots]:
        return (
            frozenset(self._slot(verb) for verb in found.verb),
            frozenset(self._slot(thing) for thing in found.objects),
        )


def _compile_rule(code: Code, rule: Rule, registry: _Registry) -> CompiledRule:
    if rule.kind not in RULES:
        raise QualcodeError(
            f'rule "{rule.id}" is of kind "{rule.kind}", which this version of the matching engine does not know.',
            where=rule.file,
            hint=f"a rule of kind {', '.join(RULES)}",
        )
    counted = rule.kind is RuleKind.AT_LEAST
    entries = registry.single(rule.terms) if counted else tuple(registry.slots((term,)) for term in rule.terms)
    vetoes = tuple((registry.slots(veto.terms), veto.scope) for veto in (rule.unless, code.unless) if veto.terms)
    return CompiledRule(code, rule, entries, vetoes)
