"""Respondents: who was interviewed, and how a new list differs from what was known."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from qualcode.model.respondent import Consent, Respondent
from qualcode.store.connection import Database


@dataclass(frozen=True, slots=True)
class RespondentChange:
    """One thing that a new list changed about a respondent."""

    id: str
    field: str = ""
    """A profile field, `respondent_type`, `consent_status`, `label`, `file` or `speaker`; "" for a new respondent."""
    old: str = ""
    """Several values are joined by "; "; "" is not recorded."""
    new: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the respondent was not known before."""
        return not self.field


class Respondents(Database):
    """The respondents of a study."""

    def respondents(self) -> tuple[Respondent, ...]:
        """Everybody, by id."""
        return tuple(_respondent(row) for row in self._rows("SELECT * FROM respondents ORDER BY id"))

    def put_respondents(self, respondents: Iterable[Respondent]) -> tuple[RespondentChange, ...]:
        """Adds new respondents and updates those known; whoever is not among them stays as they are.

        Returns what is different now, in the order given; respondents that are the same give nothing.
        """
        changes: list[RespondentChange] = []
        with self.transaction():
            known = {one.id: one for one in self.respondents()}
            for one in respondents:
                if one == known.get(one.id):
                    continue
                changes += _changes(known[one.id], one) if one.id in known else [RespondentChange(one.id)]
                known[one.id] = one
                self._write("INSERT OR REPLACE INTO respondents VALUES (?, ?, ?, ?, ?, ?, ?)", *_row(one))
        return tuple(changes)


def _row(one: Respondent) -> tuple[str, ...]:
    attributes = json.dumps({name: list(values) for name, values in one.attributes.items()}, ensure_ascii=False)
    files = json.dumps(list(one.files), ensure_ascii=False)
    return (one.id, one.type, attributes, one.consent.value, one.label, files, one.speaker)


def _respondent(row: tuple[Any, ...]) -> Respondent:
    id_, type_, attributes, consent, label, files, speaker = row
    profile = {name: tuple(values) for name, values in json.loads(attributes).items()}
    return Respondent(id_, type_, profile, Consent(consent), label, tuple(json.loads(files)), speaker)


def _changes(old: Respondent, new: Respondent) -> Iterator[RespondentChange]:
    """What differs, the profile in the order of the new list and then what only the old one had."""
    before, after = _told(old), _told(new)
    for name in dict.fromkeys([*after, *before]):
        if before.get(name, "") != after.get(name, ""):
            yield RespondentChange(new.id, name, before.get(name, ""), after.get(name, ""))


def _told(one: Respondent) -> dict[str, str]:
    """What is known about a respondent, as words by name."""
    profile = {name: "; ".join(values) for name, values in one.attributes.items()}
    rest = {"consent_status": one.consent.value, "label": one.label, "file": "; ".join(one.files)}
    return {"respondent_type": one.type, **profile, **rest, "speaker": one.speaker}
