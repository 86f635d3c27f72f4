"""The gold sentences as values, read from their YAML files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
HALVES = ("dev", "test")
STYLES = ("clean", "spoken")
SPEAKERS = ("refugee_migrant", "key_informant")
MODES = ("foot", "car", "taxi", "bus", "train", "truck", "boat", "plane", "")
EVENT_CONSTRUCTS = (
    "active passive_by passive relative conjunction control nominal light_verb copula possessor partitive dislocation "
    "pronoun quoted first_person none"
).split()
ASSERTION_CONSTRUCTS = (
    "plain negation negative_word false_negation scope inside_focus ceased conditional possible future feared intended "
    "asked habitual reported witnessed experiencer"
).split()
ROUTE_CONSTRUCTS = "own listed forced intended others".split()

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
class Half:
    """The three files of one half."""

    events: tuple[EventEntry, ...]
    assertions: tuple[AssertionEntry, ...]
    routes: tuple[RouteEntry, ...]


def read_half(name: str, folder: Path = HERE) -> Half:
    """The entries of `name` ("dev" or "test"); a file that is not there has none."""
    return Half(
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
