"""A rule in about a line, in the codebook's own notation, and where it stands."""

import json

from qualcode.model.codebook import EventSpec, Rule, RuleKind, Scope
from qualcode.model.trace import RuleTrace

_TERMS = 5
"""As many terms of a list are written out."""


def notation(trace: RuleTrace) -> str:
    """What a rule asks for, as the codebook writes it, long lists cut short."""
    rule = trace.rule
    parts = [f"{rule.kind.value}: {_asks(rule, trace.code.perpetrator)}"]
    if rule.scope is not Scope.SENTENCE:
        parts.append(f"scope: {rule.scope.value}")
    return ", ".join(parts)


def place(rule: Rule) -> str:
    """File and line of a rule."""
    return f"{rule.file}, line {rule.line}" if rule.line else rule.file


def _asks(rule: Rule, perpetrator: str) -> str:
    terms = _listed([term.notation for term in rule.terms])
    if rule.kind is RuleKind.NEAR:
        ordered = ", ordered: true" if rule.ordered else ""
        return f"{{of: {terms}, within: {rule.within}{ordered}}}"
    if rule.kind is RuleKind.AT_LEAST:
        return f"{{count: {rule.count}, of: {terms}}}"
    if rule.kind is RuleKind.EVENT and rule.event is not None:
        return _event(rule.event, perpetrator)
    if rule.kind is RuleKind.PATTERN:
        return _listed([json.dumps(dict(token), ensure_ascii=False) for token in rule.pattern])
    return terms


def _event(event: EventSpec, perpetrator: str) -> str:
    agents = event.agents or ((perpetrator,) if perpetrator else ())
    slots = {"action": event.actions, "agent": agents, "target": event.targets}
    return "{" + ", ".join(f"{name}: {_names(names)}" for name, names in slots.items() if names) + "}"


def _names(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else _listed(list(names))


def _listed(terms: list[str]) -> str:
    shown = terms if len(terms) <= _TERMS + 1 else [*terms[:_TERMS], f"and {len(terms) - _TERMS} more"]
    return f"[{', '.join(shown)}]"
