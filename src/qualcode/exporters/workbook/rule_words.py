"""Rules of the codebook in words that need no manual."""

from collections.abc import Callable, Mapping, Sequence

from qualcode.model.codebook import Code, Rule, RuleKind, Scope, Term, Unless

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
    named = [f'"{term.notation}"' for term in terms]
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
    return f"an event with {_terms(rule.terms, 'and')}"


def _question(rule: Rule) -> str:
    return f"what is said in answer to a question with {_terms(rule.terms, 'or')}"


def _pattern(rule: Rule) -> str:
    return f"the word pattern {_terms(rule.terms, 'and')}"


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
