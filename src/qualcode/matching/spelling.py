"""The spellings that a term of the codebook matches, for whoever wants to see them."""

import re
from collections.abc import Iterator
from itertools import product

from qualcode.errors import QualcodeError
from qualcode.matching.ambiguity import other_words
from qualcode.matching.inflect import Part
from qualcode.matching.lexicon import words
from qualcode.matching.terms import PARTS, compile_term, forms, pieces_of
from qualcode.model.codebook import Codebook
from qualcode.model.term import Term, TermKind
from qualcode.model.word_form import WordForm
from qualcode.text import fold, parses

_ROLES = {Part.ANY: "topic", Part.NOUN: "noun", Part.VERB: "verb"}
_OBJECT, _GENERIC = "object", "generic"
_EXACT = (TermKind.EXACT, TermKind.CASE)


def spellings(codebook: Codebook, term: Term, *, part: Part = Part.ANY) -> tuple[WordForm, ...]:
    """Every spelling that `term` matches; of a set, an actor or an action those of all its terms, in their order.

    A wildcard has the words of the lexicon that fit it, and matches others too. Raises QualcodeError for a regular
    expression, whose matches cannot be listed.
    """
    return tuple(dict.fromkeys(_spellings(codebook, term, part, _ROLES[part])))


def _spellings(codebook: Codebook, term: Term, part: Part, role: str) -> Iterator[WordForm]:
    if term.kind is TermKind.SET:
        for member in codebook.sets[term.words]:
            yield from _spellings(codebook, member, part, role)
    elif term.kind is TermKind.ACTOR:
        actor = codebook.actors[term.words]
        for name in actor.terms:
            yield from _spellings(codebook, name, Part.NOUN, _ROLES[Part.NOUN])
        for name in actor.generic:
            yield from _spellings(codebook, name, Part.NOUN, _GENERIC)
    elif term.kind is TermKind.ACTION:
        yield from _action(codebook, term.words)
    else:
        yield from _own(codebook.language, term, part, role)


def _action(codebook: Codebook, name: str) -> Iterator[WordForm]:
    action = codebook.actions[name]
    for verb in action.verbs:
        yield from _spellings(codebook, verb.verb, Part.VERB, _ROLES[Part.VERB])
        for thing in verb.objects:
            yield from _spellings(codebook, thing, Part.NOUN, f"{_OBJECT} of {verb.verb.notation}")
    for noun in action.nouns:
        yield from _spellings(codebook, noun, Part.NOUN, _ROLES[Part.NOUN])


def _own(language: str, term: Term, part: Part, role: str) -> Iterator[WordForm]:
    """The spellings of a term that names words itself."""
    if term.kind is TermKind.REGEX:
        raise QualcodeError(
            f'"{term.notation}" is a regular expression, and what it matches cannot be listed.',
            hint="ask for the forms of a word, or see what the rule finds with qualcode explain",
        )
    if term.kind in _EXACT:
        yield WordForm(term.notation, "exact", fold(term.words) if term.kind is TermKind.EXACT else term.words)
        return
    word = term.words
    if term.kind is TermKind.POS:
        word, _, tag = term.words.rpartition("/")
        part, role = PARTS.get(tag, Part.ANY), tag
    for form in _forms(term.kind, word, part, language):
        yield WordForm(term.notation, role, form, _also(form, word, language))


def _forms(kind: TermKind, written: str, part: Part, language: str) -> Iterator[str]:
    if kind is TermKind.GAP:
        pieces = [_piece(piece, part, language) for piece in pieces_of(written)]
        yield from (" ... ".join(choice) for choice in product(*pieces))
    else:
        yield from _piece(written, part, language)


def _piece(written: str, part: Part, language: str) -> tuple[str, ...]:
    if "*" not in written:
        return forms(written, part=part, language=language)
    (pattern,) = compile_term(TermKind.WILDCARD, written, part=part, language=language)
    ((*steps,),) = pattern.pieces
    known = words() if parses(language) else ()
    choices = [
        sorted(step.forms) if step.shape is None else [word for word in known if step.accepts(word)] for step in steps
    ]
    listed = tuple(" ".join(choice) for choice in product(*choices))
    return listed or (" ".join(re.split(r"[\s-]+", fold(written))),)


def _also(form: str, word: str, language: str) -> tuple[str, ...]:
    single = " " not in form and " " not in word and "*" not in word and "..." not in word
    return other_words(form, fold(word)) if single and parses(language) else ()
