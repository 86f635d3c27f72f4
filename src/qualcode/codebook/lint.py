"""What is allowed in a codebook and likely a mistake. Nothing here needs to know how words are inflected."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from qualcode.codebook.lint_grammar import lint_grammar
from qualcode.codebook.reach import lists, reached
from qualcode.model.codebook import Code, Codebook, Rule, RuleKind, Theme
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.term import Term, TermKind
from qualcode.text import fold, tokens

_LITERAL = (TermKind.WORDS, TermKind.EXACT, TermKind.CASE)
_SHOUTED = frozenset(("WHO", "US", "IT", "AM", "PM", "IS", "AID", "ARE", "CAN", "MAY", "ALL", "UP", "AN", "IN"))
"""Names in capitals that are a common word when their case is not looked at."""


def lint(codebook: Codebook) -> tuple[Problem, ...]:
    """Warnings and notes about `codebook`, by file and line."""
    found: list[Problem] = []
    for theme in codebook.themes:
        found += _theme(theme)
        for code in theme.codes:
            found += [*_code(code), *_terms(code)]
    found += [*lint_grammar(codebook), *_unused(codebook)]
    return tuple(sorted(found, key=lambda problem: (problem.where.file, problem.where.line or 0)))


def _warning(what: str, where: Where, fix: str) -> Problem:
    return Problem(what, where, fix, Severity.WARNING)


def _theme(theme: Theme) -> Iterator[Problem]:
    if not theme.codes:
        what = f'theme "{theme.id}" has no codes.'
        yield _warning(what, Where(), 'add its codes below "codes:", or remove the theme')


def _code(code: Code) -> Iterator[Problem]:
    where = Where(code.file, line=code.line)
    if not code.definition:
        yield _warning(f'code "{code.id}" has no definition.', where, "say in a sentence what it means")
    if not any(code.examples):
        yield _warning(f'code "{code.id}" has no examples.', where, "add a sentence that it should find")
    empty = sum(not text for text in (*code.examples, *code.counterexamples))
    if empty and (code.examples or code.counterexamples):
        yield _warning(
            f'code "{code.id}" has an example without text.', where, "write the sentence, or remove the line"
        )


def _terms(code: Code) -> Iterator[Problem]:
    for rule in code.rules:
        where = Where(rule.file, line=rule.line)
        yield from _repeated(rule, where)
        if rule.kind is RuleKind.ANY:
            yield from _subsumed(rule, where)
    listed = [(rule.line, rule.file, term) for rule in code.rules for term in (*rule.terms, *rule.unless.terms)]
    for line, file, term in [*listed, *((code.line, code.file, term) for term in code.unless.terms)]:
        yield from _careless(term, Where(file, line=term.line or line), f'code "{code.id}"')


def _repeated(rule: Rule, where: Where) -> Iterator[Problem]:
    seen: set[tuple[TermKind, str]] = set()
    for term in rule.terms:
        key = (term.kind, term.words if term.kind in (TermKind.CASE, TermKind.REGEX) else fold(term.words))
        if key in seen:
            yield _warning(
                f'the term "{term.notation}" stands twice in rule "{rule.id}".', where, "remove one of the two"
            )
        seen.add(key)


def _subsumed(rule: Rule, where: Where) -> Iterator[Problem]:
    """Terms that find nothing which another term of the same rule does not find."""
    places = _places(rule.terms)
    for term in rule.terms:
        others = [rule.terms[place] for place in _likely(places, term)]
        wider = next((other for other in others if other != term and _covers(other, term)), None)
        if wider is not None:
            what = f'the term "{term.notation}" in rule "{rule.id}" adds nothing to "{wider.notation}".'
            yield Problem(what, where, "remove it, unless it is to be seen in the matched words", Severity.NOTE)


def _places(terms: Sequence[Term]) -> Mapping[tuple[str, ...], list[int]]:
    """Where each wording stands in a rule, and under () where terms with a `*` do.

    A rule may have thousands of terms: to compare each with each would take most of lint's time.
    """
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, term in enumerate(terms):
        found[() if term.kind is TermKind.WILDCARD else _forms(term.words)].append(place)
    return found


def _likely(places: Mapping[tuple[str, ...], list[int]], term: Term) -> list[int]:
    """The places of all terms that can cover `term`, in the order of the rule."""
    own = _forms(term.words)
    runs = {own[start:end] for start in range(len(own)) for end in range(start + 1, len(own) + 1)}
    return sorted(place for run in {(), *runs} for place in places.get(run, ()))


def _covers(wider: Term, term: Term) -> bool:
    """Whether `wider` finds something in everything that `term` finds."""
    if term.kind not in _LITERAL or wider.kind not in (TermKind.WORDS, TermKind.WILDCARD):
        return False
    own, shapes = _forms(term.words), wider.words.split()
    if wider.kind is TermKind.WILDCARD:
        return len(shapes) == 1 and any(fnmatchcase(form, fold(shapes[0])) for form in own)
    part = _forms(wider.words)
    if part == own:
        return wider.kind is TermKind.WORDS and term.kind is not TermKind.WORDS
    return any(own[start : start + len(part)] == part for start in range(len(own) - len(part) + 1))


@lru_cache(maxsize=10_000)
def _forms(words: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(words))


def _careless(term: Term, where: Where, owner: str) -> Iterator[Problem]:
    if term.kind is TermKind.WORDS and "," in term.words:
        what = f'the term "{term.notation}" in {owner} has a comma, so that it is one term and not several.'
        yield _warning(what, where, "write several terms in brackets: [first, second]")
    if term.kind is TermKind.WORDS and term.words in _SHOUTED:
        what = f'the term "{term.notation}" in {owner} also finds the word "{term.words.lower()}".'
        yield _warning(what, where, f'write "case:{term.words}" if only capitals are meant')


def _unused(codebook: Codebook) -> Iterator[Problem]:
    known = lists(codebook)
    used = {name for code in codebook.codes() for name in reached(known, code)}
    for kind, name in known:
        if (kind, name) not in used:
            what = f'no rule uses the {kind} "{name}".'
            yield Problem(what, Where(), f'use it as "{kind}:{name}", or remove it', Severity.NOTE)
