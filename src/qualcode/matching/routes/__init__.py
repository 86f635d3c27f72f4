"""From the words of a transcript to the legs of journeys: places of a gazetteer, and what moves between them."""

from qualcode.matching.routes.finder import RouteFinder

__all__ = ["RouteFinder"]
