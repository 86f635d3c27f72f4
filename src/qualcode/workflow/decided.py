"""The codings of a study as they stand after what people decided, read a transcript at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qualcode.analysis.carrying import Carrier
from qualcode.analysis.decided import Names, decide_all, standing
from qualcode.model.coding import Coding
from qualcode.model.decision import Decided, Decision
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class Stranded:
    """A decision that stands on words that the study no longer has, or has in several places."""

    decision: Decision
    why: str


def decided(study: Study, names: Names) -> Iterator[Decided]:
    """Every coding on the latest revisions, in the order of the codings table."""
    touched = sorted(study.store.decided_transcripts())
    known = frozenset(study.store.transcript_ids())
    waiting = [one for one in touched if one in known]
    for id_, codings in groupby(study.store.codings(), key=lambda one: one.transcript):
        while waiting and waiting[0] < id_:
            yield from of_transcript(study, waiting.pop(0), (), names)
        if waiting and waiting[0] == id_:
            yield from of_transcript(study, waiting.pop(0), tuple(codings), names)
        else:
            yield from (Decided(coding, coding) for coding in codings)
    for id_ in waiting:
        yield from of_transcript(study, id_, (), names)


def of_transcript(study: Study, id_: str, codings: Sequence[Coding], names: Names) -> tuple[Decided, ...]:
    """The codings of one transcript, `codings` being those of the rules."""
    carrier = Carrier.to(study.store.transcript(id_))
    found = [carrier.carried(one) for one in study.store.decisions(id_)]
    return decide_all(codings, [one for one in found if one is not None], names)


def stranded(study: Study) -> Iterator[Stranded]:
    """The decisions that hold and have lost their words; they are kept and wait for a person."""
    known = frozenset(study.store.transcript_ids())
    for id_ in sorted(study.store.decided_transcripts()):
        held = standing(study.store.decisions(id_))
        if id_ not in known:
            yield from (Stranded(one, "the study has no such transcript") for one in held)
            continue
        carrier = Carrier.to(study.store.transcript(id_))
        why = "its words are no longer there, are not unique, or are another's"
        yield from (Stranded(one, why) for one in held if carrier.carried(one) is None)
