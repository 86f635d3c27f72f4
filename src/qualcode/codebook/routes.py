"""The `routes:` of a codebook read from YAML: places and modes of travel, with every fault in plain words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcode.codebook.nodes import Reading, did_you_mean, empty, items
from qualcode.codebook.terms import read_terms
from qualcode.model.problem import Problem, Where
from qualcode.model.routes import Place, PlaceKind, Routes
from qualcode.model.term import Term, TermKind
from qualcode.text import fold, tokens

_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]+)?")
_LIMITS = (("latitude", 90), ("longitude", 180))
_MODE_TERMS = (TermKind.WORDS, TermKind.EXACT, TermKind.CASE, TermKind.WILDCARD)


def read_routes(reading: Reading, node: Node | None) -> Routes:
    """Places and modes of the `routes:` of one file; what is wrong is in `reading`."""
    if node is None:
        return Routes()
    fields = reading.fields(node, ("places", "modes"), '"routes"')
    places = [_place(reading, name, key, value) for name, key, value in _named(reading, fields, "place")]
    modes = {name: _mode(reading, name, value) for name, _, value in _named(reading, fields, "mode")}
    _shared_words(reading, modes)
    return Routes({place.name: place for place in places}, modes)


def merged_routes(parts: Iterable[Routes]) -> Routes:
    """The routes of all files as one."""
    parts = list(parts)
    places = {name: place for part in parts for name, place in part.places.items()}
    return Routes(places, {name: terms for part in parts for name, terms in part.modes.items()})


def check_routes(routes: Routes) -> Iterator[Problem]:
    """What only the whole of a gazetteer shows: countries nobody defined, and one name for two places."""
    countries = [place.name for place in routes.places.values() if place.kind is PlaceKind.COUNTRY]
    for place in routes.places.values():
        if place.country and place.country not in countries:
            ending, fix = did_you_mean(place.country, countries)
            what = f'the country "{place.country}" of place "{place.name}" is none of the places{ending}'
            yield Problem(what, _where(place), fix if countries else "add it to the places with kind: country")
    yield from _shared_names(routes.places)


def _named(reading: Reading, fields: Mapping[str, Node], kind: str) -> Iterator[tuple[str, Node, Node]]:
    """Name, node of the name and node of the content of every place or mode."""
    node = fields.get(f"{kind}s")
    if node is None:
        return
    for name, (key, value) in reading.pairs(node, f'"{kind}s" of "routes"').items():
        if not tokens(name):
            reading.fault(key, f'the {kind} "{name}" has no letters.', "write its name before the colon")
            continue
        reading.define(kind, name, key)
        yield name, key, value


def _place(reading: Reading, name: str, key: Node, node: Node) -> Place:
    owner = f'place "{name}"'
    fields = reading.fields(node, ("kind", "country", "aliases", "adjectives", "at", "case"), owner)
    kinds = tuple(kind.value for kind in PlaceKind)
    kind = PlaceKind(reading.choice(fields.get("kind"), kinds, f'the "kind" of {owner}', otherwise=PlaceKind.TOWN))
    country = reading.text(fields.get("country"), f'the "country" of {owner}')
    if kind is PlaceKind.COUNTRY:
        country = name
    elif not country and kind is not PlaceKind.REGION and not (isinstance(node, ScalarNode) and not empty(node)):
        reading.fault(key, f"{owner} has no country.", "write country: Serbia, or kind: country if it is one")
    return Place(
        name,
        kind,
        country,
        aliases=_words(reading, fields.get("aliases"), f"an alias of {owner}"),
        adjectives=_words(reading, fields.get("adjectives"), f"an adjective of {owner}"),
        at=_at(reading, fields.get("at"), owner),
        case=reading.flag(fields.get("case"), f'"case" of {owner}'),
        line=int(key.start_mark.line) + 1,
        file=reading.file,
    )


def _words(reading: Reading, node: Node | None, owner: str) -> tuple[str, ...]:
    """Names in a list or alone, without those that have no letters, which are faults."""
    found = []
    for item in items(node):
        words = reading.text(item, owner)
        if tokens(words):
            found.append(words)
        elif isinstance(item, ScalarNode):
            reading.fault(item, f"{owner} has no letters.", "write the word, or remove it")
    return tuple(found)


def _at(reading: Reading, node: Node | None, owner: str) -> tuple[float, float] | None:
    """Latitude and longitude, None (and a fault) where they are none."""
    if node is None or empty(node):
        return None
    parts = list(node.value) if isinstance(node, SequenceNode) else []
    written = [str(part.value) if isinstance(part, ScalarNode) else "" for part in parts]
    if len(written) != len(_LIMITS) or not all(map(_NUMBER.fullmatch, written)):
        what = f'"at" of {owner} must be two numbers, latitude and longitude.'
        reading.fault(node, what, "write for instance at: [44.81, 15.87]")
        return None
    latitude, longitude = map(float, written)
    for (axis, limit), degrees in zip(_LIMITS, (latitude, longitude), strict=True):
        if abs(degrees) > limit:
            what = f"the {axis} of {owner} is {degrees:g}, which is more than {limit} degrees."
            reading.fault(node, what, "write latitude first, then longitude, in degrees with a point")
            return None
    return latitude, longitude


def _mode(reading: Reading, name: str, node: Node) -> tuple[Term, ...]:
    owner = f'mode "{name}"'
    if isinstance(node, MappingNode):
        reading.fault(node, f"{owner} needs a list of words.", "write them in brackets: [on foot, walk]")
        return ()
    if not list(items(node)):
        reading.fault(node, f"{owner} has no words.", "write them in brackets: [on foot, walk]")
    terms = read_terms(reading, node, owner)
    for term in terms:
        if term.kind not in _MODE_TERMS:
            what = f'the term "{term.notation}" in {owner} is of a kind that no mode can have.'
            reading.fault(term.line or 1, what, "write plain words, exact:word, case:Word or wor*")
    return tuple(term for term in terms if term.kind in _MODE_TERMS)


def _shared_words(reading: Reading, modes: Mapping[str, tuple[Term, ...]]) -> None:
    """Faults for words that two modes list."""
    owners: dict[str, str] = {}
    for name, terms in modes.items():
        for term in terms:
            before = owners.setdefault(fold(term.notation), name)
            if before != name:
                what = f'the term "{term.notation}" stands in mode "{name}" and in mode "{before}".'
                reading.fault(term.line or 1, what, "keep it in one of the two")


def _shared_names(places: Mapping[str, Place]) -> Iterator[Problem]:
    """Two places that are called the same."""
    owners: dict[str, Place] = {}
    for place in places.values():
        for name in dict.fromkeys(map(_folded, place.names())):
            before = owners.setdefault(name, place)
            if before is not place:
                what = f'"{name}" is a name of place "{place.name}" and of place "{before.name}".'
                yield Problem(what, _where(place), "keep it with one of them, or write a longer name")


def _folded(name: str) -> str:
    return " ".join(token.form for token in tokens(name))


def _where(place: Place) -> Where:
    return Where(place.file, line=place.line)
