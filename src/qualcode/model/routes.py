"""The `routes:` of a codebook as values: the places people name, and the ways they travel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qualcode.model.term import Term


class PlaceKind(StrEnum):
    """What a place is. Only a country and a region may stand without a country of their own."""

    COUNTRY = "country"
    REGION = "region"
    """Larger than a country, or across several (Europe, the Balkans)."""
    TOWN = "town"
    CAMP = "camp"
    CROSSING = "crossing"
    """A border crossing."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer, known by its name."""

    name: str
    kind: PlaceKind = PlaceKind.TOWN
    country: str = ""
    """The name of the country it lies in; a country's own name; "" for a region of several."""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    """Words that name it only beside a border, a side or a forest: Bulgarian."""
    at: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    case: bool = False
    """Whether it counts only where it is written with the same capitals: Van is a city, a van is a car."""
    line: int | None = None
    file: str = ""

    def names(self) -> Iterator[str]:
        """Everything it is called."""
        yield self.name
        yield from self.aliases


@dataclass(frozen=True, slots=True)
class Routes:
    """The gazetteer and the modes of travel; both are empty where a codebook says nothing of routes."""

    places: Mapping[str, Place] = field(default_factory=dict)
    modes: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """Mode of travel (foot, car, boat) to the words that tell of it."""

    def country(self, name: str) -> str:
        """The country that the place `name` lies in; the place itself where it lies in none."""
        return self.places[name].country or name if name in self.places else name
