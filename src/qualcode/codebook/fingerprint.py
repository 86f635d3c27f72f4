"""The hashes that name what a codebook and each of its codes mean, whatever the files look like."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from qualcode.codebook.reach import Name, closed, lists, reached
from qualcode.model.codebook import Code, Codebook, Rule, Unless
from qualcode.model.term import Term, TermKind

_PLACES = ("line", "file", "hash")


def codebook_hash(codebook: Codebook) -> str:
    """SHA-256 (hex) over the meaning of `codebook`; comments and the order of files and keys do not change it."""
    meaning = plain(codebook)
    meaning["themes"] = sorted(meaning["themes"], key=lambda theme: str(theme["id"]))
    return _digest(meaning)


def code_hash(codebook: Codebook, code: Code) -> str:
    """SHA-256 (hex) over everything that decides the codings of `code`: two equal ones code alike.

    Texts for people and `counts` decide none of them. Every set, actor and action that the code leads to is part of
    it, and whose "we" is whose, which says who experienced something.
    """
    known = lists(codebook)
    names = set(reached(known, code))
    for kind in _compared(code, names):
        for name in (name for name in known if name[0] is kind):
            names |= closed(known, (name,))
    return _digest(
        {
            "code": [code.id, code.theme, code.perpetrator, code.absence, code.manual],
            "speakers": sorted(set(code.speakers)),
            "language": codebook.language,
            "first_person": sorted(
                (kind, actor.name) for actor in codebook.actors.values() for kind in actor.first_person
            ),
            "rules": sorted((_rule(rule) for rule in code.rules), key=_digest),
            "unless": _unless(code.unless),
            "lists": {f"{kind}:{name}": _list(codebook, kind, name) for kind, name in names},
        }
    )


def lists_hash(codebook: Codebook) -> str:
    """SHA-256 (hex) over everything that decides which events are read: actors, actions and the sets they lead to."""
    known = lists(codebook)
    names = closed(known, (name for name in known if name[0] is not TermKind.SET))
    written = {f"{kind}:{name}": _list(codebook, kind, name) for kind, name in names}
    return _digest([codebook.language, written])


def plain(value: Any) -> Any:
    """A value as JSON has it, without the places it was written at."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.name not in _PLACES}
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def _compared(code: Code, names: set[Name]) -> tuple[TermKind, ...]:
    """The kinds of lists of which all decide, since they are read from a sentence together.

    The longest name among all actors wins; and where it matters who did something, every action has its own agent.
    """
    if code.perpetrator or any(rule.event is not None for rule in code.rules):
        return (TermKind.ACTOR, TermKind.ACTION)
    return (TermKind.ACTOR,) if any(kind is TermKind.ACTOR for kind, _ in names) else ()


def _rule(rule: Rule) -> Any:
    """What a rule looks for; the order of its terms counts only where it has a meaning."""
    meaning = plain(rule)
    meaning["terms"] = _terms(rule.terms) if rule.ordered else _unordered(rule.terms)
    meaning["unless"] = _unless(rule.unless)
    if rule.event is not None:
        meaning["event"] = {slot: sorted(names) for slot, names in meaning["event"].items()}
    return meaning


def _unless(unless: Unless) -> Any:
    return [_unordered(unless.terms), unless.scope] if unless.terms else None


def _list(codebook: Codebook, kind: TermKind, name: str) -> Any:
    if kind is TermKind.SET:
        return _unordered(codebook.sets[name])
    if kind is TermKind.ACTOR:
        actor = codebook.actors[name]
        return [_unordered(actor.terms), _unordered(actor.generic), actor.collective, sorted(set(actor.first_person))]
    action = codebook.actions[name]
    verbs = sorted((_terms((verb.verb,)), _unordered(verb.objects)) for verb in action.verbs)
    return [verbs, _unordered(action.nouns)]


def _terms(terms: tuple[Term, ...]) -> list[tuple[str, str]]:
    return [(term.kind.value, term.words) for term in terms]


def _unordered(terms: tuple[Term, ...]) -> list[tuple[str, str]]:
    return sorted(set(_terms(terms)))


def _digest(meaning: Any) -> str:
    written = json.dumps(meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
