"""Rules of the codebook in words that need no manual."""

from collections.abc import Callable, Mapping, Sequence

from qualcode.exporters.workbook.pattern_words import piece_in_words
from qualcode.model.codebook import OTHER, UNKNOWN, Code, Rule, RuleKind, Scope, Unless
from qualcode.model.term import Term, TermKind

_SOMEBODY = {UNKNOWN: "somebody who is not named", OTHER: "somebody no actor lists"}
_PARTS = {
    "ADJ": "an adjective",
    "ADP": "a preposition",
    "ADV": "an adverb",
    "AUX": "an auxiliary verb",
    "CCONJ": "a conjunction",
    "DET": "a determiner",
    "INTJ": "an interjection",
    "NOUN": "a noun",
    "NUM": "a number",
    "PART": "a particle",
    "PRON": "a pronoun",
    "PROPN": "a name",
    "SCONJ": "a conjunction",
    "VERB": "a verb",
}
_PLACES = {Scope.SENTENCE: "one sentence", Scope.TURN: "one turn", Scope.ANSWER: "one answer"}


def in_words(rule: Rule) -> str:
    """What a rule asks for, its own veto included."""
    return _KINDS[rule.kind](rule) + _veto(rule.unless)


def code_in_words(code: Code) -> str:
    """All rules of a code, one a line, and what vetoes them; that there is none where people code by hand."""
    lines = [f"{rule.id}: {in_words(rule)}" for rule in code.rules]
    if code.unless.terms:
        lines.append(f"Never{_veto(code.unless).removeprefix(', but not')}.")
    return "\n".join(lines) if lines else "No rules: coded by people only."


def _veto(unless: Unless) -> str:
    return f", but not where the same {unless.scope} has {_terms(unless.terms, 'or')}" if unless.terms else ""


def _terms(terms: Sequence[Term], last: str) -> str:
    """`a`, `b` or `c`."""
    return _joined([_term(term) for term in terms], last)


def _term(term: Term) -> str:
    if term.kind is TermKind.POS:
        word, _, part = term.words.rpartition("/")
        return f'"{word}" as {_PARTS.get(part, part)}'
    return f'"{term.notation}"'


def _joined(named: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def _any(rule: Rule) -> str:
    return f"{_terms(rule.terms, 'or')}" + _further(rule)


def _all(rule: Rule) -> str:
    return f"{_terms(rule.terms, 'and')} in {_PLACES[rule.scope]}"


def _at_least(rule: Rule) -> str:
    return f"at least {rule.count} of {_terms(rule.terms, 'and')} in {_PLACES[rule.scope]}"


def _near(rule: Rule) -> str:
    order = ", in this order" if rule.ordered else ""
    words = "word" if rule.within == 1 else "words"
    return f"{_terms(rule.terms, 'and')} with at most {rule.within} {words} between{order}"


def _event(rule: Rule) -> str:
    event = rule.event
    if event is None:
        return "an event"
    actions = _joined([f'"{name}"' for name in event.actions], "or")
    return f"an event of {actions}{_who('by', event.agents)}{_who('to', event.targets)}"


def _who(preposition: str, names: Sequence[str]) -> str:
    named = [_SOMEBODY.get(name, f'"{name}"') for name in names]
    return f" {preposition} {_joined(named, 'or')}" if named else ""


def _question(rule: Rule) -> str:
    return f"what is said in answer to a question with {_terms(rule.terms, 'or')}"


def _pattern(rule: Rule) -> str:
    return f"in sequence: {', '.join(map(piece_in_words, rule.pattern))}"


def _further(rule: Rule) -> str:
    return "" if rule.scope is Scope.SENTENCE else f", from the first to the last in {_PLACES[rule.scope]}"


_KINDS: Mapping[RuleKind, Callable[[Rule], str]] = {
    RuleKind.ANY: _any,
    RuleKind.ALL: _all,
    RuleKind.AT_LEAST: _at_least,
    RuleKind.NEAR: _near,
    RuleKind.EVENT: _event,
    RuleKind.QUESTION: _question,
    RuleKind.PATTERN: _pattern,
}
