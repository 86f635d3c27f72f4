"""A study that returns: the rounds of its interviews."""

from dataclasses import replace

from qualcode.analysis.groups import ROUND
from qualcode.model.respondent import Respondent
from qualcode.workflow.study import Study


def with_rounds(study: Study, people: tuple[Respondent, ...]) -> tuple[Respondent, ...]:
    """Respondents with the rounds of their interviews, where transcripts have any and no profile field is called so."""
    rounds = study.store.rounds()
    if not any(rounds.values()) or any(ROUND in one.attributes for one in people):
        return people
    said = study.store.transcripts_by_respondent()
    return tuple(
        replace(
            one,
            attributes={
                **one.attributes,
                ROUND: tuple(sorted({rounds[id_] for id_ in said.get(one.id, ()) if rounds.get(id_)})),
            },
        )
        for one in people
    )
