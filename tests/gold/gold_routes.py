"""What qualcode says about the gold routes, read with the places and modes of the codebook that is shipped."""

from collections.abc import Sequence

from gold_engine import transcript
from gold_entries import HERE, Leg, RouteEntry

from qualcode.codebook import load_codebook
from qualcode.matching.routes import RouteFinder
from qualcode.model.routes import Routes
from qualcode.text.parser import Parser

SHIPPED = HERE.parents[1] / "codebook"


def shipped_routes() -> Routes:
    """The places and modes of the codebook that is shipped."""
    return load_codebook(SHIPPED)[0].routes


def read_routes(entries: Sequence[RouteEntry], routes: Routes) -> list[tuple[Leg, ...]]:
    """The legs that qualcode finds in each entry, in their order."""
    finder, parser = RouteFinder(routes), Parser()
    return [
        tuple(
            Leg(leg.origin, leg.destination, leg.mode, leg.forced, str(leg.status), leg.own)
            for leg in finder.legs(transcript(entry), parser)
        )
        for entry in entries
    ]
