"""Event rules as they are written: who does what to whom, in names of actors and actions."""

from collections.abc import Collection

from ruamel.yaml.nodes import MappingNode, Node

from qualcode.codebook.nodes import Reading, items, line_of
from qualcode.model.codebook import NOBODY, EventSpec
from qualcode.model.term import Term, TermKind

_EXAMPLE = "write event: {action: violence, agent: smuggler, target: migrant}"
_KEYS = ("action", "agent", "target")


def read_event(reading: Reading, node: Node, owner: str) -> EventSpec | None:
    """What an event rule asks for, None (and a fault) where it names no action.

    Whether there are such actions and actors is checked when all files are read.
    """
    if not isinstance(node, MappingNode):
        reading.fault(node, f"{owner} does not say which action.", _EXAMPLE)
        return None
    fields = reading.fields(node, _KEYS, owner)
    if "action" not in fields:
        reading.fault(node, f'{owner} has no "action".', _EXAMPLE)
    found = {
        key: _names(reading, key, fields[key], owner, known=() if key == "action" else NOBODY)
        for key in _KEYS
        if key in fields
    }
    if not found.get("action"):
        return None
    return EventSpec(found["action"], found.get("agent", ()), found.get("target", ()))


def _names(reading: Reading, key: str, node: Node, owner: str, *, known: Collection[str]) -> tuple[str, ...]:
    """The names behind `key`, each once; those that are not `known` are references to be checked."""
    kind = TermKind.ACTION if key == "action" else TermKind.ACTOR
    what = f'"{key}" of {owner}'
    found: dict[str, None] = {}
    for item in items(node):
        name = reading.text(item, what)
        prefix, colon, rest = name.partition(":")
        if colon and prefix in ("actor", "action", "set"):
            reading.fault(item, f'{what} needs the name of an {kind} and not "{name}".', f"write {key}: {rest.strip()}")
        elif name:
            found[name] = None
            if name not in known:
                reading.references.append(Term(f"{key}: {name}", kind, name, line_of(item)))
    if not found and not list(items(node)):
        anybody = "write a name" if key == "action" else f'write a name, or remove "{key}" if it may be anybody'
        reading.fault(node, f"{what} is empty.", anybody)
    return tuple(found)
