"""What people decided, as a listing: which decisions stand, and where somebody should look again."""

from collections.abc import Iterable, Mapping, Sequence

from qualcode.analysis.decided import live, standing
from qualcode.model.decision import VERDICTS, Action, Decided, Decision
from qualcode.model.table import Figure, Heading, Kind, Listing
from qualcode.model.transcript import segment_id

ID = "decisions"
_HEADINGS = (
    Heading("segment", "Segment", Kind.ID),
    Heading("code", "Code", Kind.ID),
    Heading("decision", "Decision", Kind.NAME),
    Heading("coder", "Coder", Kind.NAME),
    Heading("changes", "Says", Kind.NAME),
    Heading("state", "State", Kind.NAME),
    Heading("look", "Look again", Kind.TEXT, "Why a person should look at it again."),
    Heading("memo", "Memo", Kind.TEXT),
    Heading("time", "Time", Kind.ID),
    Heading("id", "Id", Kind.ID),
)


def segment(decision: Decision) -> str:
    """The public id of the sentences a decision is on."""
    where = decision.passage
    return segment_id(where.transcript, where.first_segment, where.last_segment)


def look_again(decided: Iterable[Decided]) -> dict[str, str]:
    """Decision to why a person should look at it again: something changed under it, or people differ."""
    found = {}
    for one in decided:
        why = "people decided differently" if one.disputed else one.again
        if why:
            found.update({made.id: why for made in one.decisions})
    return found


def ledger(decisions: Sequence[Decision], again: Mapping[str, str], *, only_again: bool = False) -> Listing:
    """Every decision, the earliest first, with whether it stands; `again` gives those to look at again."""
    alive, held = live(decisions), {one.id for one in standing(decisions)}
    shown = [one for one in decisions if one.id in again] if only_again else decisions
    rows = tuple(_row(one, _state(one, alive, held), again.get(one.id, "")) for one in shown)
    return Listing(ID, "Decisions", "What people decided about the codings.", _HEADINGS, rows)


def _row(one: Decision, state: str, why: str) -> tuple[Figure, ...]:
    says = ", ".join(f"{name} {value}" for name, value in one.changes)
    what = f"{one.action}, settling" if one.settles else str(one.action)
    values = (segment(one), one.code, what, one.coder, says, state, why, one.memo, one.time, one.id)
    return tuple(Figure(value) for value in values)


def _state(one: Decision, alive: Mapping[str, Decision], held: set[str]) -> str:
    if one.action is Action.UNDO:
        return ""
    if one.id not in alive:
        return "undone"
    return "stands" if one.id in held or one.action not in VERDICTS else "replaced"
