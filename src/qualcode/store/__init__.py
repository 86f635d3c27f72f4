"""The study's database: respondents, transcripts, codings and the log. Nothing else in qualcode knows SQL."""

from qualcode.store.codings import Codings
from qualcode.store.log import Log, LogEntry
from qualcode.store.meta import Meta
from qualcode.store.respondents import RespondentChange, Respondents
from qualcode.store.speakers import Speakers

__all__ = ["LogEntry", "RespondentChange", "Store"]


class Store(Respondents, Speakers, Codings, Log, Meta):
    """An open study.db. Every method that writes is one transaction, or part of the one it is called in."""
