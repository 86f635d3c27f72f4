"""The study's database, and the cache beside it. Nothing else in qualcode knows SQL."""

from qualcode.store.cache import Cache
from qualcode.store.codings import CodingRow, Codings, coding_row
from qualcode.store.decisions import Decisions
from qualcode.store.given import Given
from qualcode.store.log import Log, LogEntry, now
from qualcode.store.meta import Meta
from qualcode.store.picks import Picks
from qualcode.store.redacting import Redacting
from qualcode.store.releases import Releases
from qualcode.store.respondents import RespondentChange, Respondents
from qualcode.store.signoffs import SignOffs
from qualcode.store.speakers import Speakers
from qualcode.store.speech import Speech
from qualcode.store.summaries import Summaries

__all__ = ["Cache", "CodingRow", "LogEntry", "RespondentChange", "Store", "coding_row", "now"]


class Store(
    Respondents, Speakers, Speech, Codings, Log, Meta, Releases, Summaries, Picks, Decisions, SignOffs, Given, Redacting
):
    """An open study.db. Every method that writes is one transaction, or part of the one it is called in."""
