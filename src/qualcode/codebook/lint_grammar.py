"""What to look at in rules that need grammar: events, patterns, words with a part of speech."""

from collections.abc import Iterator, Mapping
from typing import Any

from qualcode.codebook.patterns import WORDS
from qualcode.codebook.reach import lists, rule_terms
from qualcode.model.codebook import Code, Codebook, Rule, RuleKind
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.term import Term, TermKind
from qualcode.text import parses

_GRAMMATICAL = (RuleKind.EVENT, RuleKind.PATTERN)
_NOT_THERE = ("?", "*", "!")
"""Operators of a word that need not be there."""


def lint_grammar(codebook: Codebook) -> Iterator[Problem]:
    """Warnings and notes about everything in `codebook` that needs the grammar of a sentence."""
    parsed = parses(codebook.language)
    for code in codebook.codes():
        for rule in code.rules:
            yield from _rule(code, rule)
        if not parsed:
            yield from _unparsed(code, codebook.language)
    if not parsed:
        yield from _unparsed_lists(codebook)
    yield from _nobody_speaks(codebook)
    yield from _two_speak(codebook)


def _rule(code: Code, rule: Rule) -> Iterator[Problem]:
    where = Where(rule.file, line=rule.line)
    asked = rule.event.agents if rule.event is not None else ()
    if asked and code.perpetrator and code.perpetrator not in asked:
        agents = " or ".join(f'"{name}"' for name in asked)
        what = f'rule "{rule.id}" asks for the agent {agents}, and code "{code.id}" is about "{code.perpetrator}".'
        fix = f'write agent: {code.perpetrator}, or change "perpetrator" of the code'
        yield Problem(what, where, fix, Severity.WARNING)
    if rule.pattern and not any(_certain(piece) for piece in rule.pattern):
        what = f'rule "{rule.id}" asks for no certain word, so that every sentence has to be parsed for it.'
        yield Problem(what, where, "name a word of it with LOWER or LEMMA, if there is one", Severity.NOTE)


def _certain(piece: Mapping[str, Any]) -> bool:
    """Whether a piece of a pattern names words of which one must be there."""
    if str(piece.get("OP", "")).startswith((*_NOT_THERE, "{0", "{,")):
        return False
    values = [piece[name] for name in WORDS if name in piece]
    return any(isinstance(value, str) or (isinstance(value, Mapping) and "IN" in value) for value in values)


def _unparsed(code: Code, language: str) -> Iterator[Problem]:
    """What a code cannot do in a language without a parser."""
    for rule in code.rules:
        where = Where(rule.file, line=rule.line)
        if rule.kind in _GRAMMATICAL:
            what = f'rule "{rule.id}" needs a parser, there is none for "{language}": it finds nothing.'
            yield Problem(what, where, "write any, all or near, with the words themselves", Severity.WARNING)
        yield from _parts(rule_terms(rule), language, where)
    where = Where(code.file, line=code.line)
    yield from _parts(code.unless.terms, language, where)
    if code.absence or code.counts != ("affirmed",):
        key = "absence" if code.absence else "counts"
        what = f'"{key}" of code "{code.id}" has no effect: whether something is affirmed is not read in "{language}".'
        yield Problem(what, where, "count its codings by hand, or remove the line", Severity.NOTE)


def _parts(terms: tuple[Term, ...], language: str, where: Where) -> Iterator[Problem]:
    """Words with a part of speech, where none can be told."""
    for term in terms:
        if term.kind is TermKind.POS:
            what = f'the term "{term.notation}" needs a parser, there is none for "{language}": it finds nothing.'
            yield Problem(what, where, "write the forms you mean, each as exact:word", Severity.WARNING)


def _unparsed_lists(codebook: Codebook) -> Iterator[Problem]:
    for (kind, name), terms in lists(codebook).items():
        yield from _parts(terms, codebook.language, Where(detail=f'{kind} "{name}"'))


def _nobody_speaks(codebook: Codebook) -> Iterator[Problem]:
    """Events in a codebook in which "we" and "us" are nobody."""
    events = (rule for code in codebook.codes() for rule in code.rules if rule.event and rule.event.targets)
    first = next(events, None)
    if first is not None and not any(actor.first_person for actor in codebook.actors.values()):
        what = 'no actor has "first_person", so that "we" and "us" are nobody in an event.'
        fix = "write beside the actor whom respondents belong to: first_person: [their respondent type]"
        yield Problem(what, Where(first.file, line=first.line), fix, Severity.NOTE)


def _two_speak(codebook: Codebook) -> Iterator[Problem]:
    """Respondent types whose "we" is two actors at once."""
    owners: dict[str, str] = {}
    for actor in codebook.actors.values():
        for kind in dict.fromkeys(actor.first_person):
            before = owners.setdefault(kind, actor.name)
            if before != actor.name:
                what = f'"{kind}" stands in the "first_person" of two actors, "{before}" and "{actor.name}".'
                yield Problem(what, Where(), "keep it in one of them", Severity.WARNING)
