"""The rules of a code. A new kind of rule is a function here and its row in `_BODIES`."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from qualcode.codebook.events import read_event
from qualcode.codebook.nodes import Reading, empty, items, line_of
from qualcode.codebook.patterns import Piece, read_pattern
from qualcode.codebook.terms import read_terms
from qualcode.model.codebook import EventSpec, Rule, RuleKind, Scope, Unless
from qualcode.model.term import Term

_BESIDE = ("id", "unless", "scope")
_WITHIN = 8
_ONE_SCOPE = {
    RuleKind.EVENT: Scope.SENTENCE,
    RuleKind.PATTERN: Scope.SENTENCE,
    RuleKind.QUESTION: Scope.ANSWER,
}
"""Kinds of rules that have no choice how far they look."""


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands behind the kind of a rule."""

    terms: tuple[Term, ...] = ()
    count: int = 1
    within: int = _WITHIN
    ordered: bool = False
    event: EventSpec | None = None
    pattern: tuple[Piece, ...] = ()


def read_rule(reading: Reading, node: Node, code: str) -> Rule | None:
    """One rule of a code, None (and a fault) where it has no kind that can be used."""
    owner = f'a rule of code "{code}"'
    if not isinstance(node, MappingNode):
        reading.fault(node, f"{owner} does not say what kind it is.", "write for instance: any: [smuggler violence]")
        return None
    kinds = [kind.value for kind in RuleKind]
    known = len(reading.problems)
    fields = reading.fields(node, [*kinds, *_BESIDE], owner)
    given = [RuleKind(key) for key in fields if key in kinds]
    if len(given) != 1:
        if given or len(reading.problems) == known:
            _miscounted(reading, node, given, owner)
        return None
    kind = given[0]
    owner = f'rule "{kind}" of code "{code}"'
    scope = _scope(reading, kind, fields.get("scope"), owner)
    unless = read_unless(reading, fields.get("unless"), owner)
    body = _BODIES[kind](reading, fields[kind.value], owner)
    if body is None:
        return None
    rule = Rule("", kind, body.terms, count=body.count, within=body.within, ordered=body.ordered)
    rule = replace(rule, event=body.event, pattern=body.pattern, scope=scope, unless=unless)
    rule = replace(rule, line=line_of(node), file=reading.file)
    given_id = reading.name(fields["id"], node, owner) if "id" in fields else ""
    return replace(rule, id=given_id or made_id(rule))


def made_id(rule: Rule) -> str:
    """An id made of the rule's kind and content, the same wherever the rule stands: `any-3f9a07c1`.

    The order of terms counts only where it has a meaning.
    """
    terms = [term.notation for term in rule.terms]
    vetoes = sorted(term.notation for term in rule.unless.terms)
    content: list[Any] = [
        terms if rule.ordered else sorted(terms),
        [rule.count, rule.within, rule.ordered, rule.scope],
        [vetoes, rule.unless.scope],
    ]
    if rule.event is not None:
        content.append([sorted(names) for names in asdict(rule.event).values()])
    if rule.pattern:
        content.append(list(rule.pattern))
    digest = hashlib.sha256(json.dumps([rule.kind, content], ensure_ascii=False).encode()).hexdigest()
    return f"{rule.kind.replace('_', '-')}-{digest[:8]}"


def read_scope(reading: Reading, node: Node | None, owner: str) -> Scope:
    """How far a rule or a veto looks, a sentence where nothing is said."""
    scopes = [scope.value for scope in Scope]
    return Scope(reading.choice(node, scopes, f'the "scope" of {owner}', otherwise=Scope.SENTENCE.value))


def _scope(reading: Reading, kind: RuleKind, node: Node | None, owner: str) -> Scope:
    """The scope of a rule: events and patterns are of one sentence, and what a question asks for is its answer."""
    only = _ONE_SCOPE.get(kind)
    found = read_scope(reading, node, owner)
    if only is None or node is None:
        return only or found
    if found is not only:
        what = f"{owner} is always about one {only}."
        reading.fault(node, what, 'remove "scope", or write a rule of another kind')
    return only


def read_unless(reading: Reading, node: Node | None, owner: str) -> Unless:
    """The veto of a rule or a code: a term, a list of terms, or terms with a scope."""
    owner = f'"unless" of {owner}'
    if node is None:
        return Unless()
    fields: dict[str, Node] = {"terms": node}
    if isinstance(node, MappingNode):
        fields = reading.fields(node, ("terms", "any", "scope"), owner)
    listed = fields.get("terms", fields.get("any"))
    terms = read_terms(reading, listed, owner)
    if listed is None or _nothing(listed):
        reading.fault(node, f"{owner} has no terms.", "write unless: [film about smugglers], or remove it")
    return Unless(terms, read_scope(reading, fields.get("scope"), owner))


def _miscounted(reading: Reading, node: Node, given: list[RuleKind], owner: str) -> None:
    if given:
        both = " and ".join(f'"{kind}"' for kind in given)
        reading.fault(node, f"{owner} is of several kinds: {both}.", 'make a rule of each, with a "-" before it')
    else:
        reading.fault(node, f"{owner} does not say what kind it is.", "write for instance: any: [smuggler violence]")


def _nothing(node: Node) -> bool:
    return empty(node) or (isinstance(node, SequenceNode) and not node.value)


def _read_event(reading: Reading, node: Node, owner: str) -> _Body | None:
    event = read_event(reading, node, owner)
    return None if event is None else _Body(event=event)


def _read_pattern(reading: Reading, node: Node, owner: str) -> _Body | None:
    pattern = read_pattern(reading, node, owner)
    return _Body(pattern=pattern) if pattern else None


def _read_list(reading: Reading, node: Node, owner: str) -> _Body:
    if _nothing(node):
        reading.fault(node, f"{owner} has no terms.", "write a list of terms: [smuggler violence, beaten by smugglers]")
        return _Body()
    if isinstance(node, MappingNode):
        reading.fault(node, f"{owner} needs a list of terms.", "write them in brackets: [smuggler, driver]")
        return _Body()
    return _Body(read_terms(reading, node, owner))


def _read_at_least(reading: Reading, node: Node, owner: str) -> _Body:
    example = "at_least: {count: 2, of: [hungry, cold, thirsty]}"
    fields = _settings(reading, node, ("count", "of"), owner, example)
    if fields and "count" not in fields:
        reading.fault(node, f'{owner} has no "count".', f"write {example}")
    count = reading.number(fields.get("count"), f'"count" of {owner}', least=1, otherwise=2)
    return _Body(_of(reading, fields, node, owner, example), count=count)


def _read_near(reading: Reading, node: Node, owner: str) -> _Body:
    example = "near: {of: [smuggler, beat], within: 8}"
    fields = _settings(reading, node, ("of", "within", "ordered"), owner, example)
    terms = _of(reading, fields, node, owner, example)
    if len(list(items(fields.get("of")))) == 1:
        reading.fault(node, f"{owner} needs at least two terms.", f"write {example}")
    within = reading.number(fields.get("within"), f'"within" of {owner}', least=0, otherwise=_WITHIN)
    return _Body(terms, within=within, ordered=reading.flag(fields.get("ordered"), f'"ordered" of {owner}'))


def _settings(reading: Reading, node: Node, keys: tuple[str, ...], owner: str, example: str) -> dict[str, Node]:
    if isinstance(node, MappingNode):
        return reading.fields(node, keys, owner)
    reading.fault(node, f'{owner} needs its terms behind "of".', f"write {example}")
    return {}


def _of(reading: Reading, fields: dict[str, Node], node: Node, owner: str, example: str) -> tuple[Term, ...]:
    listed = fields.get("of")
    if fields and (listed is None or _nothing(listed)):
        reading.fault(node, f"{owner} has no terms.", f"write {example}")
    return read_terms(reading, listed, owner)


_BODIES: Mapping[RuleKind, Callable[[Reading, Node, str], _Body | None]] = {
    RuleKind.ANY: _read_list,
    RuleKind.ALL: _read_list,
    RuleKind.AT_LEAST: _read_at_least,
    RuleKind.NEAR: _read_near,
    RuleKind.EVENT: _read_event,
    RuleKind.QUESTION: _read_list,
    RuleKind.PATTERN: _read_pattern,
}
