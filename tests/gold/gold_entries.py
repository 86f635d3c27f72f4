"""The gold sentences as values, read from their YAML files."""

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
SETS = ("dev", "test", "unseen", "third")
STYLES = ("clean", "spoken")
SPEAKERS = ("refugee_migrant", "key_informant")
MODES = ("foot", "car", "taxi", "bus", "train", "truck", "boat", "plane", "")
EVENT_CONSTRUCTS = (
    "active passive_by passive relative conjunction control causative nominalisation light_verb copula possessor "
    "partitive dislocation pronoun quotation first_person none"
).split()
ASSERTION_CONSTRUCTS = (
    "plain negation negative_word not_negated negation_scope inside_focus false_cue implicative cue_after ceased "
    "conditional possible future feared intended asked habitual reported witnessed experiencer combined"
).split()
ROUTE_CONSTRUCTS = "single chain spoken_chain list forced intended generic negated stay".split()
_SAME_MODE = {"taxi": "car", "lorry": "truck"}
"""Modes that a codebook may call otherwise than the gold sentences, or keep in one."""
_SAME_STATUS = {"tried": "intended"}

Triple = tuple[str, str, str]
"""Action, agent, target."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What every gold sentence has."""

    id: str
    text: str
    style: str
    construct: str
    before: tuple[str, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class EventEntry(Entry):
    """A sentence and who does what to whom in it."""

    events: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class AssertionEntry(Entry):
    """A sentence and how its focus is asserted."""

    focus: str
    polarity: str
    modality: str
    source: str
    experiencer: str
    reading: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a journey."""

    origin: str
    to: str
    mode: str
    forced: bool
    status: str
    own: bool


@dataclass(frozen=True, slots=True)
class RouteEntry(Entry):
    """A few sentences and the legs they tell of."""

    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The three files of one set."""

    events: tuple[EventEntry, ...]
    assertions: tuple[AssertionEntry, ...]
    routes: tuple[RouteEntry, ...]


def read_set(name: str, folder: Path = HERE) -> GoldSet:
    """The entries of `name` ("dev" or "test"); a file that is not there has none."""
    return GoldSet(
        tuple(
            EventEntry(**_common(row), events=tuple((e["action"], e["agent"], e["target"]) for e in row["events"]))
            for row in _rows(folder / name / "events.yaml")
        ),
        tuple(
            AssertionEntry(
                **_common(row),
                **{key: row[key] for key in ("focus", "polarity", "modality", "source", "experiencer", "reading")},
            )
            for row in _rows(folder / name / "assertions.yaml")
        ),
        tuple(
            RouteEntry(**_common(row), legs=tuple(_leg(leg) for leg in row["legs"]))
            for row in _rows(folder / name / "routes.yaml")
        ),
    )


def comparable(leg: Leg) -> Leg:
    """`leg` with names as they are compared: no accents, no capitals, one word for a mode and a status."""
    return replace(
        leg,
        origin=_bare(leg.origin),
        to=_bare(leg.to),
        mode=_SAME_MODE.get(leg.mode, leg.mode),
        status=_SAME_STATUS.get(leg.status, leg.status),
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8")) if path.exists() else []


def _common(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "text": row["text"],
        "style": row["style"],
        "construct": row["construct"],
        "before": tuple(row.get("before", ())),
        "speaker": row.get("speaker", SPEAKERS[0]),
    }


def _leg(row: dict[str, Any]) -> Leg:
    return Leg(row["from"], row["to"], row["mode"], row["forced"], row["status"], row["own"])


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
