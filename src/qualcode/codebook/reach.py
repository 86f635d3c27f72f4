"""Which sets, actors and actions a code leads to, straight or through another list."""

from collections.abc import Iterable, Iterator, Mapping

from qualcode.model.codebook import NOBODY, Code, Codebook, Rule
from qualcode.model.term import Term, TermKind

Name = tuple[TermKind, str]
"""A list by its kind (set, actor, action) and its name."""
Lists = Mapping[Name, tuple[Term, ...]]


def lists(codebook: Codebook) -> Lists:
    """Every set, actor and action with all terms it holds."""
    found: dict[Name, tuple[Term, ...]] = {(TermKind.SET, name): terms for name, terms in codebook.sets.items()}
    for name, actor in codebook.actors.items():
        found[TermKind.ACTOR, name] = (*actor.terms, *actor.generic)
    for name, action in codebook.actions.items():
        verbs = (term for verb in action.verbs for term in (verb.verb, *verb.objects))
        found[TermKind.ACTION, name] = (*verbs, *action.nouns)
    return found


def reached(known: Lists, code: Code) -> frozenset[Name]:
    """The lists a code leads to; an event leads to all actors, since each of them may be who acts."""
    start = {(term.kind, term.words) for term in _terms(code)}
    if code.perpetrator and code.perpetrator not in NOBODY:
        start.add((TermKind.ACTOR, code.perpetrator))
    for rule in code.rules:
        if rule.event is not None:
            start.update((TermKind.ACTION, name) for name in rule.event.actions)
            start.update(name for name in known if name[0] is TermKind.ACTOR)
    return closed(known, start)


def rule_terms(rule: Rule) -> tuple[Term, ...]:
    """The terms of a rule and of its veto."""
    return (*rule.terms, *rule.unless.terms)


def closed(known: Lists, start: Iterable[Name]) -> frozenset[Name]:
    """The lists among `start` and everything they lead to."""
    found: set[Name] = set()
    waiting = [name for name in start if name in known]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [(term.kind, term.words) for term in known[name] if (term.kind, term.words) in known]
    return frozenset(found)


def _terms(code: Code) -> Iterator[Term]:
    for rule in code.rules:
        yield from rule_terms(rule)
    yield from code.unless.terms
