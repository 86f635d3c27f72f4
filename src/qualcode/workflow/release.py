"""What may leave a study: enforced here, once, for tables, quotes and every export."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.analysis.decided import Names
from qualcode.model.codebook import Codebook
from qualcode.model.coded import Interview, SpokenTurn
from qualcode.model.coding import Coding
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.transcript import Transcript
from qualcode.workflow.choices import versions
from qualcode.workflow.decided import decided
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class Released:
    """The respondents, transcripts and codings that may be shown, and what every reader must be told."""

    study: Study
    respondents: tuple[Respondent, ...]
    notes: tuple[str, ...]
    _kept_out: frozenset[str]
    _withdrawn: frozenset[str]

    def transcripts(self) -> Iterator[Transcript]:
        """The transcripts that may be shown, one at a time."""
        return (one for one in self.study.store.transcripts() if one.id not in self._kept_out)

    def interviews(self) -> Iterator[Interview]:
        """The transcripts as a reader sees them, without what those said who have withdrawn.

        In an interview with one of them nobody's turns are left out too: they may hold or repeat their words.
        """
        for transcript in self.transcripts():
            withdrew = any(turn.respondent in self._withdrawn for turn in transcript.turns)
            shown = (
                turn
                for turn in transcript.turns
                if turn.respondent not in self._withdrawn and (turn.respondent or not withdrew)
            )
            yield Interview(
                transcript.id,
                transcript.source,
                tuple(
                    SpokenTurn(
                        turn.number,
                        turn.speaker,
                        turn.role,
                        turn.respondent or "",
                        turn.span.start,
                        turn.span.of(transcript.text),
                    )
                    for turn in shown
                ),
            )

    def codings(self, codebook: Codebook) -> Iterator[Coding]:
        """The codings on words of respondents who have not withdrawn, as they stand after what people decided."""
        owners = self.study.store.turn_owners()
        for one in decided(self.study, Names.of(codebook)):
            coding = one.coding
            owner = owners.get((coding.transcript, coding.turn))
            if coding.transcript not in self._kept_out and owner is not None and owner not in self._withdrawn:
                yield coding


def waiting(study: Study) -> dict[str, str]:
    """Transcripts that wait for a person's decision, with the reason, by id."""
    undecided = {id_: one.reason for id_, one in versions(study).items() if not one.settled}
    return dict(sorted({**undecided, **study.store.held()}.items()))


def kept_out(study: Study) -> dict[str, str]:
    """Transcripts that are in no table, with the reason: those that wait, and versions that a person set aside."""
    aside = {id_: one.reason for id_, one in versions(study).items()}
    return dict(sorted({**aside, **study.store.held()}.items()))


def withdrawn(study: Study) -> frozenset[str]:
    """The respondents who have withdrawn."""
    return frozenset(one.id for one in study.store.respondents() if one.consent is Consent.WITHDRAWN)


def released(study: Study) -> Released:
    """What of `study` may be shown: nothing of those who withdrew, nothing that waits for a person's decision."""
    out, gone = kept_out(study), withdrawn(study)
    interviewed = study.store.respondents_with_turns(without=frozenset(out))
    known = {one.id: one for one in study.store.respondents()}
    shown = tuple(known.get(one, Respondent(one)) for one in sorted(interviewed - gone))
    missing = [one for one in sorted(known) if one not in interviewed and one not in gone]
    return Released(study, shown, tuple(_notes(study, out, gone, missing)), frozenset(out), gone)


def _notes(study: Study, out: dict[str, str], gone: frozenset[str], missing: list[str]) -> Iterator[str]:
    """What every reader of a table must be told about what it does not show."""
    undecided = waiting(study)
    if undecided:
        yield f"{len(undecided)} transcript(s) wait for a decision and are in no table: {', '.join(undecided)}."
    aside = [id_ for id_ in out if id_ not in undecided]
    if aside:
        yield f"{len(aside)} transcript(s) are in no table because another version is used: {', '.join(aside)}."
    if gone:
        yield f"{len(gone)} respondent(s) have withdrawn and are in no table."
    if missing:
        yield f"{len(missing)} respondent(s) on the list have no transcript that can be used: {', '.join(missing)}."
