"""The differences between two codebooks."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

from qualcode.codebook.fingerprint import plain
from qualcode.codebook.reach import lists, reached
from qualcode.model.codebook import Code, Codebook, Rule, Unless
from qualcode.model.codebook_diff import CodebookDiff, CodeChange, ListChange, RuleChange
from qualcode.model.term import Term, TermKind

_TEXTS = ("name", "definition", "use", "avoid", "examples", "counterexamples")
_SETTINGS = ("theme", "perpetrator", "absence", "counts", "speakers", "manual")
_COMPARED = ("hash", "themes", "actors", "actions", "sets")
"""Fields of a codebook that are compared in detail, and its hash, which is none of its own."""
_ALIKE = 0.5
"""Rules without an id of their own are the same rule, changed, where they share so much of what they look for."""

Entries = tuple[str, ...]


def diff(old: Codebook, new: Codebook) -> CodebookDiff:
    """What `new` has that `old` had not, what it lost, and what changed."""
    before = {code.id: code for code in old.codes()}
    pairs = {code.id: _earlier(code, before, new) for code in new.codes()}
    known = {found.id for found in pairs.values() if found is not None}
    changes = (_code(found, code) for code in new.codes() if (found := pairs[code.id]) is not None)
    return CodebookDiff(
        added=tuple(code for code in new.codes() if pairs[code.id] is None),
        removed=tuple(code for code in old.codes() if code.id not in known),
        changed=tuple(change for change in changes if change is not None),
        lists=tuple(_lists(old, new)),
        settings=tuple(_head(old, new)),
    )


def _earlier(code: Code, before: dict[str, Code], new: Codebook) -> Code | None:
    """The code of the old codebook that `code` is, under this id or one that nothing else has now."""
    if code.id in before:
        return before[code.id]
    taken = {other.id for other in new.codes()}
    return next((before[name] for name in code.formerly if name in before and name not in taken), None)


def _code(before: Code, after: Code) -> CodeChange | None:
    removed = [rule for rule in before.rules if rule.id not in {other.id for other in after.rules}]
    added = [rule for rule in after.rules if rule.id not in {other.id for other in before.rules}]
    alike = _alike(removed, added)
    same_id = [(one, other) for one in before.rules for other in after.rules if one.id == other.id]
    settings = [name for name in _SETTINGS if getattr(before, name) != getattr(after, name)]
    change = CodeChange(
        before,
        after,
        rules_added=tuple(rule for rule in added if rule not in [other for _, other in alike]),
        rules_removed=tuple(rule for rule in removed if rule not in [one for one, _ in alike]),
        rules_changed=tuple(_rule(*pair) for pair in (*same_id, *alike) if _meaning(pair[0]) != _meaning(pair[1])),
        settings=(*settings, *(("unless",) if _veto(before.unless) != _veto(after.unless) else ())),
        texts=tuple(name for name in _TEXTS if getattr(before, name) != getattr(after, name)),
    )
    parts = (change.rules_added, change.rules_removed, change.rules_changed, change.settings, change.texts)
    return change if any(parts) or change.renamed else None


def _alike(removed: Sequence[Rule], added: Sequence[Rule]) -> list[tuple[Rule, Rule]]:
    """Pairs of a removed and an added rule of one kind that share the most, each rule once."""
    shared = [(_shared(one, other), one, other) for one in removed for other in added if one.kind is other.kind]
    found: list[tuple[Rule, Rule]] = []
    for share, one, other in sorted(shared, key=lambda pair: -pair[0]):
        taken = any(one is before or other is after for before, after in found)
        if share >= _ALIKE and not taken:
            found.append((one, other))
    return found


def _shared(one: Rule, other: Rule) -> float:
    both, all_of = set(_entries(one)) & set(_entries(other)), set(_entries(one)) | set(_entries(other))
    return len(both) / len(all_of) if all_of else 0.0


def _rule(before: Rule, after: Rule) -> RuleChange:
    return RuleChange(
        before, after, _beyond(_entries(after), _entries(before)), _beyond(_entries(before), _entries(after))
    )


def _entries(rule: Rule) -> Entries:
    """What a rule looks for, piece by piece, as written."""
    found = [term.notation for term in rule.terms]
    if rule.event is not None:
        slots = (("action", rule.event.actions), ("agent", rule.event.agents), ("target", rule.event.targets))
        found += [f"{slot}: {name}" for slot, names in slots for name in names]
    found += [json.dumps(piece, ensure_ascii=False) for piece in rule.pattern]
    return tuple(found)


def _meaning(rule: Rule) -> tuple[object, ...]:
    entries = _entries(rule) if rule.ordered or rule.pattern else tuple(sorted(_entries(rule)))
    return (rule.kind, entries, rule.count, rule.within, rule.ordered, rule.scope, _veto(rule.unless))


def _veto(unless: Unless) -> tuple[object, ...]:
    return (sorted(term.notation for term in unless.terms), unless.scope if unless.terms else "")


def _beyond(entries: Entries, others: Entries) -> Entries:
    """The entries that are not among the others, each once."""
    return tuple(dict.fromkeys(entry for entry in entries if entry not in others))


def _lists(old: Codebook, new: Codebook) -> Iterator[ListChange]:
    before, after = _contents(old), _contents(new)
    for name in dict.fromkeys((*after, *before)):
        one, other = before.get(name, ()), after.get(name, ())
        settings = _list_settings(old, new, *name)
        gained, lost = _beyond(other, one), _beyond(one, other)
        state = "added" if name not in before else "removed" if name not in after else "changed"
        if state != "changed" or gained or lost or settings:
            codes = _codes(old if state == "removed" else new, *name)
            yield ListChange(*name, state, gained, lost, settings, codes)


def _contents(codebook: Codebook) -> dict[tuple[TermKind, str], Entries]:
    """Every set, actor and action with its terms as written."""
    found = {(TermKind.SET, name): _notations(terms) for name, terms in codebook.sets.items()}
    for name, actor in codebook.actors.items():
        generic = tuple(f"{term.notation} (generic)" for term in actor.generic)
        found[TermKind.ACTOR, name] = (*_notations(actor.terms), *generic)
    for name, action in codebook.actions.items():
        verbs = [
            f"{verb.verb.notation} + {thing.notation}" if thing else verb.verb.notation
            for verb in action.verbs
            for thing in (verb.objects or (None,))
        ]
        found[TermKind.ACTION, name] = (*verbs, *_notations(action.nouns))
    return found


def _notations(terms: tuple[Term, ...]) -> Entries:
    return tuple(term.notation for term in terms)


def _list_settings(old: Codebook, new: Codebook, kind: TermKind, name: str) -> tuple[str, ...]:
    if kind is not TermKind.ACTOR or name not in old.actors or name not in new.actors:
        return ()
    one, other = old.actors[name], new.actors[name]
    return tuple(key for key in ("collective", "first_person") if getattr(one, key) != getattr(other, key))


def _codes(codebook: Codebook, kind: TermKind, name: str) -> tuple[str, ...]:
    known = lists(codebook)
    return tuple(code.id for code in codebook.codes() if (kind, name) in reached(known, code))


def _head(old: Codebook, new: Codebook) -> Iterator[str]:
    for name in (field.name for field in fields(Codebook) if field.name not in _COMPARED):
        if plain(getattr(old, name)) != plain(getattr(new, name)):
            yield name
    themes = [[(theme.id, theme.name, theme.definition) for theme in book.themes] for book in (old, new)]
    if themes[0] != themes[1]:
        yield "themes"
