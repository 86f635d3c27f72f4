"""What the terms of a rule stand for: references to sets, actors and actions written out."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.matching.inflect import Part
from qualcode.model.codebook import ActionVerb, Codebook
from qualcode.model.term import Term, TermKind

OBJECT_WITHIN = 8
"""How many words may stand between a verb and the object that makes it an action."""
_INFLECTED = (TermKind.WORDS, TermKind.WILDCARD, TermKind.GAP)


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words to look for. Two terms with the same leaf are looked for once."""

    kind: TermKind
    words: str
    part: Part
    actor: bool = False
    """Whether it names an actor, among whom the longest name wins."""


@dataclass(frozen=True, slots=True)
class VerbObject:
    """A verb that means an action only near one of its objects."""

    verb: tuple[Leaf, ...]
    objects: tuple["Meaning", ...]


Meaning = Leaf | VerbObject


def meanings(codebook: Codebook, term: Term, *, part: Part = Part.ANY, actor: bool = False) -> Iterator[Meaning]:
    """Everything `term` stands for; a word several times where several lists have it."""
    if term.kind is TermKind.SET:
        for member in codebook.sets[term.words]:
            yield from meanings(codebook, member, part=part, actor=actor)
    elif term.kind is TermKind.ACTOR:
        for name in codebook.actors[term.words].terms:
            yield from meanings(codebook, name, part=Part.NOUN, actor=True)
    elif term.kind is TermKind.ACTION:
        action = codebook.actions[term.words]
        for verb in action.verbs:
            yield from _verb(codebook, verb)
        for noun in action.nouns:
            yield from meanings(codebook, noun, part=Part.NOUN)
    else:
        yield Leaf(term.kind, term.words, part if term.kind in _INFLECTED else Part.ANY, actor)


def _verb(codebook: Codebook, verb: ActionVerb) -> Iterator[Meaning]:
    verbs = tuple(meanings(codebook, verb.verb, part=Part.VERB))
    if not verb.objects:
        yield from verbs
        return
    objects = tuple(found for term in verb.objects for found in meanings(codebook, term, part=Part.NOUN))
    yield VerbObject(tuple(found for found in verbs if isinstance(found, Leaf)), objects)
