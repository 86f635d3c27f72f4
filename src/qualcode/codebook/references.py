"""Checks that need the whole codebook: names that stand twice, names nobody defined, lists that hold themselves."""

from collections.abc import Iterable, Iterator, Mapping

from qualcode.codebook.nodes import Defined, Reading, did_you_mean
from qualcode.codebook.reach import Lists, Name, lists
from qualcode.model.codebook import Codebook, Rule, RuleKind
from qualcode.model.problem import Problem, Where
from qualcode.model.term import Term, TermKind


def check_names(readings: Iterable[Reading]) -> Iterator[Problem]:
    """Themes, codes, rules, actors, actions, sets and settings that are defined more than once."""
    first: dict[tuple[str, str], Defined] = {}
    for defined in (found for reading in readings for found in reading.defined):
        before = first.setdefault((defined.kind, defined.name), defined)
        if before is not defined:
            what = f'the {defined.kind} "{defined.name}" is defined a second time, first in {before.where}.'
            fix = "remove one of the two" if defined.kind == "setting" else "remove one of the two, or rename it"
            yield Problem(what, defined.where, fix)


def check_references(codebook: Codebook, readings: Iterable[Reading]) -> list[Problem]:
    """References to names that do not exist, lists that refer to themselves, and counts that cannot be reached."""
    readings = list(readings)
    known = {TermKind.SET: codebook.sets, TermKind.ACTOR: codebook.actors, TermKind.ACTION: codebook.actions}
    problems: list[Problem] = []
    for reading in readings:
        for term in reading.references:
            if term.words not in known[term.kind]:
                ending, fix = did_you_mean(term.words, known[term.kind])
                what = f'there is no {term.kind} "{term.words}"{ending}'
                problems.append(Problem(what, Where(reading.file, line=term.line), fix))
    graph = lists(codebook)
    problems += _circles(graph, readings)
    return problems or [problem for rule in _counted(codebook) for problem in _reachable(codebook, rule)]


def _circles(graph: Lists, readings: Iterable[Reading]) -> Iterator[Problem]:
    """One problem for every list that can be reached from itself."""
    places = {(found.kind, found.name): found.where for reading in readings for found in reading.defined}
    next_to = {name: [(term.kind, term.words) for term in terms] for name, terms in graph.items()}
    for name in graph:
        way = _way_back(name, next_to)
        if way:
            listed = " -> ".join(f"{kind}:{word}" for kind, word in way)
            what = f'the {name[0]} "{name[1]}" refers to itself: {listed}.'
            yield Problem(what, places.get((name[0], name[1]), Where()), "remove one of these references")


def _way_back(start: Name, next_to: Mapping[Name, list[Name]]) -> list[Name]:
    """The shortest way from a list over others to itself, empty where there is none."""
    ways = [[start]]
    seen: set[Name] = set()
    while ways:
        way = ways.pop(0)
        for name in next_to.get(way[-1], ()):
            if name == start:
                return [*way, name]
            if name in next_to and name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _counted(codebook: Codebook) -> Iterator[Rule]:
    return (rule for code in codebook.codes() for rule in code.rules if rule.kind is RuleKind.AT_LEAST)


def _reachable(codebook: Codebook, rule: Rule) -> Iterator[Problem]:
    graph = lists(codebook)
    there = len({term.notation for listed in rule.terms for term in _written_out(listed, graph)})
    if rule.terms and there < rule.count:
        what = f'rule "at_least" asks for {rule.count} different terms and has {there}.'
        yield Problem(what, Where(rule.file, line=rule.line), 'lower "count", or add terms')


def _written_out(term: Term, graph: Lists) -> Iterator[Term]:
    name = (term.kind, term.words)
    if name not in graph:
        yield term
        return
    for member in graph[name]:
        yield from _written_out(member, graph)
