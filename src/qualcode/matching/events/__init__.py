"""Who did what to whom: events read from parsed sentences."""

from qualcode.matching.events.event import OTHER, UNKNOWN, Context, Earlier, Event, Mention, Slot, Trigger
from qualcode.matching.events.finder import find_events

__all__ = ["OTHER", "UNKNOWN", "Context", "Earlier", "Event", "Mention", "Slot", "Trigger", "find_events"]
