"""Terms one of whose forms is a form of another word too: a search for `wind` finds "the wound"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qualcode.matching.inflect import Part, respelt, word_forms
from qualcode.matching.lexicon import lemmas
from qualcode.model.codebook import Action, Codebook, Rule, RuleKind
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.term import Term, TermKind
from qualcode.text import fold, parses, tokens

_COMMON: Mapping[str, Mapping[str, str]] = {
    # the past of a verb, and a word of its own
    "bit": {"bit": "a little", "bite": "with teeth"},
    "bore": {"bore": "to make tired"},
    "bound": {"bound": "sure to, on the way to"},
    "broke": {"broke": "without money"},
    "fell": {"fell": "to cut down"},
    "felt": {"felt": "a cloth", "feel": "with the senses"},
    "found": {"found": "to set up", "find": "to come upon"},
    "ground": {"ground": "the earth"},
    "lay": {"lay": "to put down", "lie": "to rest, not to tell the truth"},
    "left": {"left": "not right; over, remaining", "leave": "to go away"},
    "rose": {"rose": "a flower"},
    "saw": {"saw": "a tool", "see": "with the eyes"},
    "wound": {"wound": "an injury"},
    # a plural or a third person, and another word
    "arms": {"arms": "weapons"},
    "customs": {"customs": "at a border"},
    "goods": {"goods": "wares"},
    "leaves": {"leaf": "of a tree"},
    "lives": {"life": "what everybody has one of"},
    "means": {"means": "a way to do something"},
    "feed": {"feed": "to give food"},
}
"""Forms that belong to two common words of different meaning, each word with what it means.

The lexicon lists thousands of pairs, nearly all of kin (to beat, a beating), which no researcher needs to be told of.
"""
_MEANINGS = {
    "fine": ("NOUN", "a penalty", "all right"),
    "kind": ("ADJ", "friendly", "a sort"),
    "mine": ("NOUN", "an explosive", "what belongs to me"),
}
"""Words that are common as two parts of speech of different meaning: the rarer one, what it means, and the other."""
_ALONE = (RuleKind.ANY, RuleKind.QUESTION)
"""Kinds of rules in which a term decides alone; beside others, a wrong reading is rare."""


def ambiguous_terms(codebook: Codebook) -> tuple[Problem, ...]:
    """A warning for each bare word that decides alone and whose forms belong to another common word too.

    English only. Each term of a list is named once, with the list.
    """
    if not parses(codebook.language):
        return ()
    found = [problem for place in _places(codebook) for problem in _warnings(place)]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one.where.file, one.where.line or 0))))


def other_words(form: str, word: str) -> tuple[str, ...]:
    """The words besides `word` that a folded form can belong to, each with its parts of speech: `left (adj, noun)`.

    What is of kin is none: the noun `beating` of to beat, the adjective `armed` of to arm.
    """
    found: dict[str, list[str]] = {}
    for part, known in () if form.endswith("ing") else lemmas(form).items():
        for other in () if form.endswith("ed") and part == "ADJ" else set(known) - _own(word):
            found.setdefault(other, []).append(part.lower())
    return tuple(f"{other} ({', '.join(sorted(parts))})" for other, parts in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _Place:
    """A term as it is inflected somewhere, and how to name where it stands."""

    term: Term
    part: Part
    owner: str
    where: Where


def _places(codebook: Codebook) -> Iterator[_Place]:
    """Every term that decides alone, with the members of the lists it stands for."""
    for code in codebook.codes():
        for rule in code.rules:
            where = Where(rule.file, line=rule.line)
            owner = f'rule "{rule.id}"'
            if rule.kind in _ALONE:
                for term in rule.terms:
                    yield from _members(codebook, _Place(term, Part.ANY, owner, where))
            for term in _event_terms(rule):
                yield from _members(codebook, _Place(term, Part.ANY, owner, where))


def _event_terms(rule: Rule) -> Iterator[Term]:
    for name in rule.event.actions if rule.event is not None else ():
        yield Term(f"action:{name}", TermKind.ACTION, name)


def _members(codebook: Codebook, place: _Place) -> Iterator[_Place]:
    """The place itself, or those of the list it refers to."""
    kind, name = place.term.kind, place.term.words
    owner, where = f'{kind} "{name}"', Where(detail=f"{kind}:{name}")
    if kind is TermKind.SET:
        inner = [_Place(term, place.part, owner, where) for term in codebook.sets[name]]
    elif kind is TermKind.ACTOR:
        inner = [_Place(term, Part.NOUN, owner, where) for term in codebook.actors[name].terms]
    elif kind is TermKind.ACTION:
        inner = [_Place(term, part, owner, where) for term, part in _action_terms(codebook.actions[name])]
    else:
        yield place
        return
    for one in inner:
        yield from _members(codebook, one)


def _action_terms(action: Action) -> Iterator[tuple[Term, Part]]:
    """The words of an action that need no object beside them."""
    yield from ((verb.verb, Part.VERB) for verb in action.verbs if not verb.objects)
    yield from ((noun, Part.NOUN) for noun in action.nouns)


def _warnings(place: _Place) -> Iterator[Problem]:
    term = place.term
    if term.kind is not TermKind.WORDS or len(tokens(term.words)) != 1:
        return
    word = fold(term.words)
    if word in _MEANINGS and place.part is Part.ANY:
        part, rare, common = _MEANINGS[word]
        what = f'the term "{term.notation}" in {place.owner} finds two words: {word} ({rare}) and {word} ({common}).'
        yield Problem(what, place.where, f"write {word}/{part} for the first", Severity.WARNING)
    forms = word_forms(term.words, part=place.part)
    doubles = {form: _unmeant(form, word) for form in sorted(forms & _COMMON.keys())}
    doubles = {form: others for form, others in doubles.items() if others}
    if doubles:
        said = "; ".join(f'"{form}" is also a form of {_listed(others)}' for form, others in doubles.items())
        what = f'the term "{term.notation}" in {place.owner} finds another word too: {said}.'
        yield Problem(what, place.where, _fix(forms - doubles.keys(), word), Severity.WARNING)


def _unmeant(form: str, word: str) -> dict[str, str]:
    """The common words a form belongs to that are not meant by `word`."""
    own = _own(word)
    return {other: meaning for other, meaning in _COMMON[form].items() if other not in own}


def _own(word: str) -> frozenset[str]:
    """What `word` is a form of: itself where it is a dictionary form, however it is spelt."""
    listed = {lemma for known in lemmas(word).values() for lemma in known}
    own = {word} if word in listed or not listed else listed
    return frozenset(own.union({word}, *map(respelt, own)))


def _listed(others: Mapping[str, str]) -> str:
    return " and ".join(f"{other} ({meaning})" for other, meaning in others.items())


def _fix(meant: Iterable[str], word: str) -> str:
    exact = ", ".join(f"exact:{form}" for form in sorted(meant, key=lambda form: (form != word, form)))
    return f"if that is not meant, write [{exact}]" if exact else "add a word beside it that only the one meant has"
