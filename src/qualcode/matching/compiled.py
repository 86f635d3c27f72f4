"""A codebook compiled for matching: every distinct term a numbered slot, every rule as slots."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qualcode.matching.inflect import Part
from qualcode.matching.lists import Leaf, Meaning, VerbObject, meanings
from qualcode.matching.terms import Pattern, compile_term
from qualcode.model.codebook import Action, Code, Codebook, Rule, RuleKind, Scope
from qualcode.model.term import Term, TermKind

Slots = frozenset[int]
_PARTS = {"NOUN": Part.NOUN, "PROPN": Part.NOUN, "VERB": Part.VERB, "AUX": Part.VERB}
"""As what a word with a part of speech is inflected."""


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule of a code with the slots of its entries, and what vetoes it."""

    code: Code
    rule: Rule
    entries: tuple[Slots, ...]
    slots: Slots
    """The slots of all entries, among which the longest hit counts."""
    sought: tuple[Slots, ...]
    """The entries that are looked for apart: of an `any` rule, where each will do, all as one."""
    vetoes: tuple[tuple[Slots, Scope], ...]


@dataclass(frozen=True, slots=True)
class ActorSlots:
    """The slots of an actor's names and of its generic words."""

    name: str
    terms: Slots
    generic: Slots


@dataclass(frozen=True, slots=True)
class ActionSlots:
    """The slots of what may express an action: nouns, and verbs, each group with the objects it needs (or none)."""

    name: str
    verbs: tuple[tuple[Slots, Slots | None], ...]
    nouns: Slots

    @property
    def triggers(self) -> Slots:
        """The slots of all its verbs and nouns."""
        return self.nouns.union(*(verbs for verbs, _ in self.verbs))


@dataclass(frozen=True, slots=True)
class Terms:
    """What there is to look for, by slot."""

    patterns: Mapping[int, tuple[Pattern, ...]]
    expressions: Mapping[int, str]
    verb_objects: Mapping[int, tuple[Slots, Slots]]
    """Slots of the verb and of its objects."""
    tagged: Mapping[int, str]
    """The part of speech (Universal Dependencies) that the word of a slot must have."""
    beginnings: Mapping[str, frozenset[int]]
    """Folded form to the slots with a pattern that can begin with it; an accented form stands under its bare one."""
    anywhere: Slots
    """Slots that can begin with any word: wildcards, regular expressions, verbs with objects."""
    names: Slots
    """Slots of actors' names and generic words, among which the longest wins."""
    actors: tuple[ActorSlots, ...]
    actions: Mapping[str, ActionSlots]


def terms_of(patterns: Mapping[int, tuple[Pattern, ...]]) -> Terms:
    """Nothing but these patterns, to be searched for by whoever has no codebook."""
    return Terms(
        patterns=patterns,
        expressions={},
        verb_objects={},
        tagged={},
        beginnings=_beginnings(patterns),
        anywhere=frozenset(slot for slot, alternatives in patterns.items() if _begins_anywhere(alternatives)),
        names=frozenset(),
        actors=(),
        actions={},
    )


@dataclass(frozen=True, slots=True)
class Compiled:
    """A codebook's rules, in its order, and what they look for."""

    codebook: Codebook
    rules: tuple[CompiledRule, ...]
    terms: Terms


def compile_terms(codebook: Codebook) -> Compiled:
    """`codebook` with every term inflected and numbered."""
    registry = _Registry(codebook)
    rules = tuple(_compile_rule(code, rule, registry) for code in codebook.codes() for rule in code.rules)
    return Compiled(codebook, rules, registry.terms())


class _Registry:
    """Gives every distinct meaning a slot."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._slots: dict[Meaning, int] = {}

    def slots(self, terms: Iterable[Term], *, part: Part = Part.ANY, actor: bool = False) -> Slots:
        found = (meaning for term in terms for meaning in meanings(self.codebook, term, part=part, actor=actor))
        return frozenset(map(self._slot, found))

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
        actors = tuple(self._actors())
        actions = {name: self._action(action) for name, action in self.codebook.actions.items()}
        leaves = {slot: leaf for leaf, slot in self._slots.items() if isinstance(leaf, Leaf)}
        patterns = {slot: self._patterns(leaf) for slot, leaf in leaves.items() if leaf.kind is not TermKind.REGEX}
        return Terms(
            patterns=patterns,
            beginnings=_beginnings(patterns),
            anywhere=frozenset(slot for slot in self._slots.values() if _begins_anywhere(patterns.get(slot))),
            expressions={slot: leaf.words for slot, leaf in leaves.items() if leaf.kind is TermKind.REGEX},
            verb_objects={
                slot: self._sides(found) for found, slot in self._slots.items() if isinstance(found, VerbObject)
            },
            tagged={
                slot: leaf.words.rpartition("/")[2].upper()
                for slot, leaf in leaves.items()
                if leaf.kind is TermKind.POS
            },
            names=frozenset().union(*(actor.terms | actor.generic for actor in actors)),
            actors=actors,
            actions=actions,
        )

    def _actors(self) -> Iterator[ActorSlots]:
        for name, actor in self.codebook.actors.items():
            terms = self.slots(actor.terms, part=Part.NOUN, actor=True)
            yield ActorSlots(name, terms, self.slots(actor.generic, part=Part.NOUN, actor=True) - terms)

    def _action(self, action: Action) -> ActionSlots:
        verbs: dict[Slots | None, Slots] = {}
        for verb in action.verbs:
            objects = self.slots(verb.objects, part=Part.NOUN) or None
            verbs[objects] = verbs.get(objects, frozenset()) | self.slots((verb.verb,), part=Part.VERB)
        nouns = self.slots(action.nouns, part=Part.NOUN)
        return ActionSlots(action.name, tuple((slots, objects) for objects, slots in verbs.items()), nouns)

    def _patterns(self, leaf: Leaf) -> tuple[Pattern, ...]:
        language = self.codebook.language
        if leaf.kind is TermKind.POS:
            word, _, tag = leaf.words.rpartition("/")
            part = _PARTS.get(tag.upper(), Part.ANY)
            return compile_term(TermKind.WORDS, word, part=part, language=language)
        return compile_term(leaf.kind, leaf.words, part=leaf.part, language=language)

    def _sides(self, found: VerbObject) -> tuple[Slots, Slots]:
        return (
            frozenset(self._slot(verb) for verb in found.verb),
            frozenset(self._slot(thing) for thing in found.objects),
        )


def _beginnings(patterns: Mapping[int, tuple[Pattern, ...]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for slot, alternatives in patterns.items():
        for pattern in alternatives:
            for form in pattern.pieces[0][0].forms:
                found[form].add(slot)
    return {form: frozenset(slots) for form, slots in found.items()}


def _begins_anywhere(patterns: tuple[Pattern, ...] | None) -> bool:
    return patterns is None or any(pattern.pieces[0][0].shape is not None for pattern in patterns)


def _compile_rule(code: Code, rule: Rule, registry: _Registry) -> CompiledRule:
    counted = rule.kind is RuleKind.AT_LEAST
    entries = registry.single(rule.terms) if counted else tuple(registry.slots((term,)) for term in rule.terms)
    vetoes = tuple((registry.slots(veto.terms), veto.scope) for veto in (rule.unless, code.unless) if veto.terms)
    slots: Slots = frozenset().union(*entries)
    return CompiledRule(code, rule, entries, slots, (slots,) if rule.kind is RuleKind.ANY else entries, vetoes)
