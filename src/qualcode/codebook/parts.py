"""What one file of a codebook holds: part of the actors, actions, sets and themes of the whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ruamel.yaml.nodes import MappingNode, Node

from qualcode.codebook.nodes import Reading, empty, items, line_of
from qualcode.codebook.routes import read_routes
from qualcode.codebook.terms import read_term, read_terms
from qualcode.codebook.themes import read_theme
from qualcode.model.codebook import NOBODY, Action, ActionVerb, Actor, Theme
from qualcode.model.routes import Routes
from qualcode.model.term import Term

_KEYS = ("codebook", "version", "language", "actors", "actions", "sets", "routes", "themes")


@dataclass(frozen=True, slots=True)
class Parts:
    """The content of one file."""

    name: str = ""
    version: str = ""
    language: str = ""
    themes: tuple[Theme, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    sets: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    routes: Routes = field(default_factory=Routes)


def read_parts(reading: Reading, root: Node | None) -> Parts:
    """What the file with this root node holds; its faults are in `reading`."""
    if root is None:
        return Parts()
    fields = reading.fields(root, _KEYS, "the codebook")
    for key in ("codebook", "version", "language"):
        if key in fields:
            reading.define("setting", key, fields[key])
    return Parts(
        name=reading.text(fields.get("codebook"), '"codebook"'),
        version=reading.text(fields.get("version"), '"version"'),
        language=_language(reading, fields.get("language")),
        themes=tuple(read_theme(reading, node) for node in items(fields.get("themes"))),
        actors={name: _actor(reading, name, node) for name, node in _named(reading, fields, "actor")},
        actions={name: _action(reading, name, node) for name, node in _named(reading, fields, "action")},
        sets={name: _set(reading, name, node) for name, node in _named(reading, fields, "set")},
        routes=read_routes(reading, fields.get("routes")),
    )


def _named(reading: Reading, fields: Mapping[str, Node], kind: str) -> list[tuple[str, Node]]:
    """The entries of actors, actions or sets, each by its name."""
    node = fields.get(f"{kind}s")
    if node is None:
        return []
    found = reading.pairs(node, f'"{kind}s"')
    for key, _ in found.values():
        if kind == "actor" and key.value in NOBODY:
            what = (
                f'an actor cannot be called "{key.value}", which stands for somebody no actor lists or nothing names.'
            )
            reading.fault(key, what, "give it another name")
        reading.define(kind, reading.name(key, key, f'"{kind}s"'), key)
    return [(name, value) for name, (_, value) in found.items()]


def _language(reading: Reading, node: Node | None) -> str:
    found = reading.text(node, '"language"')
    if node is not None and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", found):
        what = f'"language" cannot be "{found}".'
        reading.fault(node, what, "write the short code of a language, such as en, sr or de")
    return found


def _actor(reading: Reading, name: str, node: Node) -> Actor:
    owner = f'actor "{name}"'
    fields = reading.fields(node, ("terms", "collective", "first_person", "generic"), owner)
    terms = read_terms(reading, fields.get("terms"), owner)
    if _said(node) and not list(items(fields.get("terms"))):
        reading.fault(node, f"{owner} has no terms.", "write its names: terms: [police, officer]")
    return Actor(
        name,
        terms,
        collective=reading.flag(fields.get("collective"), f'"collective" of {owner}'),
        first_person=reading.texts(fields.get("first_person"), f'"first_person" of {owner}'),
        generic=read_terms(reading, fields.get("generic"), owner),
    )


def _action(reading: Reading, name: str, node: Node) -> Action:
    owner = f'action "{name}"'
    fields = reading.fields(node, ("verbs", "nouns"), owner)
    found = (_verb(reading, item, owner) for item in items(fields.get("verbs")))
    verbs = tuple(verb for verb in found if verb is not None)
    if _said(node) and not any(list(items(fields.get(key))) for key in ("verbs", "nouns")):
        reading.fault(node, f"{owner} has neither verbs nor nouns.", "write for instance: verbs: [beat, hit]")
    return Action(name, verbs, read_terms(reading, fields.get("nouns"), owner))


def _said(node: Node) -> bool:
    """Whether keys stand here or nothing does; anything else is another fault."""
    return isinstance(node, MappingNode) or empty(node)


def _verb(reading: Reading, node: Node, owner: str) -> ActionVerb | None:
    if not isinstance(node, MappingNode):
        verb = read_term(reading, node, owner)
        return ActionVerb(verb) if verb else None
    owner = f"a verb of {owner}"
    fields = reading.fields(node, ("verb", "object"), owner)
    if "verb" not in fields or empty(fields["verb"]):
        reading.fault(node, f"{owner} is missing.", "write {verb: take, object: [money, phone]}")
        return None
    verb = read_term(reading, fields["verb"], owner)
    return ActionVerb(verb, read_terms(reading, fields.get("object"), owner)) if verb else None


def _set(reading: Reading, name: str, node: Node) -> tuple[Term, ...]:
    owner = f'set "{name}"'
    if isinstance(node, MappingNode):
        reading.fault(node, f"{owner} needs a list of terms.", "write them in brackets: [knife, gun]")
        return ()
    if not list(items(node)):
        reading.fault(line_of(node), f"{owner} has no terms.", "write them in brackets: [knife, gun]")
    return read_terms(reading, node, owner)
