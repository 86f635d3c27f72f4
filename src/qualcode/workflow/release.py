"""What may leave a study: enforced here, once, for tables, quotes and every export."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.model.coding import Coding
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.transcript import Transcript
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class Released:
    """The respondents, transcripts and codings that may be shown, and what every reader must be told."""

    study: Study
    respondents: tuple[Respondent, ...]
    notes: tuple[str, ...]
    _held: frozenset[str]
    _withdrawn: frozenset[str]

    def transcripts(self) -> Iterator[Transcript]:
        """The transcripts that may be shown, one at a time."""
        return (one for one in self.study.store.transcripts() if one.id not in self._held)

    def codings(self) -> Iterator[Coding]:
        """The codings on words of respondents who have not withdrawn."""
        owners = self.study.store.turn_owners()
        for coding in self.study.store.codings():
            owner = owners.get((coding.transcript, coding.turn))
            if coding.transcript not in self._held and owner is not None and owner not in self._withdrawn:
                yield coding


def released(study: Study) -> Released:
    """What of `study` may be shown: nothing of those who withdrew, nothing that waits for a person's decision."""
    held = study.store.held()
    everybody = study.store.respondents()
    withdrawn = frozenset(one.id for one in everybody if one.consent is Consent.WITHDRAWN)
    interviewed = study.store.respondents_with_turns(without=frozenset(held))
    known = {one.id: one for one in everybody}
    kept = tuple(known.get(one, Respondent(one)) for one in sorted({*interviewed}) if one not in withdrawn)
    notes = []
    if held:
        notes.append(f"{len(held)} transcript(s) wait for a decision and are in no table: {', '.join(sorted(held))}.")
    if withdrawn:
        notes.append(f"{len(withdrawn)} respondent(s) have withdrawn and are in no table.")
    waiting = [one.id for one in everybody if one.id not in interviewed and one.id not in withdrawn]
    if waiting:
        notes.append(
            f"{len(waiting)} respondent(s) on the list have no transcript that can be used: {', '.join(waiting)}."
        )
    return Released(study, kept, tuple(notes), frozenset(held), withdrawn)
