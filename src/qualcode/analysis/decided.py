"""Codings and what people decided about them: which stand, which do not, and where a person should look again.

The order of decisions never matters: which one stands is said by the decisions themselves (`replaces`, `undoes`), so
that two people who merge their work in either order have the same study afterwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qualcode.model.codebook import Codebook
from qualcode.model.coding import Coding
from qualcode.model.decision import VERDICTS, Action, Decided, Decision
from qualcode.model.transcript import Span

_READINGS = {
    "affirmed": ("affirmed", "actual"),
    "negated": ("negated", "actual"),
    "ceased": ("ceased", "actual"),
    "hypothetical": ("affirmed", "possible"),
}
"""What a person's one-word reading says of polarity and modality."""
_Target = tuple[str, int, int, str]
"""A coding that decisions are about: the decision that added it, or where it lies and its code."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the codes are called now, and under which themes."""

    themes: Mapping[str, str] = field(default_factory=dict)
    """Code to its theme."""
    now: Mapping[str, str] = field(default_factory=dict)
    """A code's former id to its present one."""

    @classmethod
    def of(cls, codebook: Codebook) -> "Names":
        """The names in a codebook."""
        themes = {code.id: code.theme for code in codebook.codes()}
        former = {old: code.id for code in codebook.codes() for old in code.formerly if old not in themes}
        return cls(themes, former)

    def of_code(self, code: str) -> str:
        """The present id of a code."""
        return self.now.get(code, code)


def live(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decisions that nobody has undone, by id; only their own coder can undo them."""
    by_id = {one.id: one for one in decisions}
    undone: dict[str, list[Decision]] = defaultdict(list)
    for one in by_id.values():
        if one.action is Action.UNDO and one.undoes in by_id and by_id[one.undoes].coder == one.coder:
            undone[one.undoes].append(one)
    known: dict[str, bool] = {}

    def stands(id_: str) -> bool:
        if id_ not in known:
            known[id_] = True  # a file that somebody wrote by hand may go in circles
            known[id_] = not any(stands(one.id) for one in undone[id_])
        return known[id_]

    return {id_: one for id_, one in sorted(by_id.items()) if stands(id_)}


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The verdicts that hold: not undone, and no other that holds stands in their place; by coder and id."""
    verdicts = {id_: one for id_, one in live(decisions).items() if one.action in VERDICTS}
    replaced = {
        old
        for one in verdicts.values()
        for old in one.replaces
        if old in verdicts and (one.settles or verdicts[old].coder == one.coder)
    }
    return tuple(
        sorted((one for one in verdicts.values() if one.id not in replaced), key=lambda one: (one.coder, one.id))
    )


def decide_all(codings: Sequence[Coding], decisions: Sequence[Decision], names: Names) -> tuple[Decided, ...]:
    """Every coding of one transcript as it stands, in the order of the codings table.

    `decisions` are those on the revision that `codings` are on. Codings that people added, and those that they decided
    on and that no rule finds any more, are among them.
    """
    held = standing(decisions)
    about: dict[_Target, list[Decision]] = defaultdict(list)
    places = _Places(codings, names)
    for one in held:
        about[places.target(one)].append(one)
    added = {one.id: one for one in decisions if one.action is Action.ADD}
    found = [_settled(coding, about.pop(_target(coding), []), names) for coding in codings]
    for target, verdicts in about.items():
        base = _added(added[target[0]], names) if target[0] in added else _remembered(verdicts)
        if base is not None:
            found.append(_settled(base, verdicts, names, gone=not target[0]))
    notes = [one for one in live(decisions).values() if one.action is Action.MEMO and one.memo]
    return tuple(sorted((_with_memos(one, notes, names) for one in found), key=lambda one: one.coding.sort_key))


class _Places:
    """Finds the coding that a decision is about among those that the rules find now."""

    def __init__(self, codings: Sequence[Coding], names: Names) -> None:
        self._names = names
        self._by_code: dict[str, list[Coding]] = defaultdict(list)
        for coding in codings:
            self._by_code[coding.code].append(coding)

    def target(self, decision: Decision) -> _Target:
        """The coding it is about, or where it was when no rule finds it any more."""
        if decision.action is Action.ADD or decision.target:
            return (decision.target or decision.id, 0, 0, "")
        was = decision.coding
        code = self._names.of_code(decision.code)
        place = was.span if was is not None else Span(decision.passage.start, decision.passage.start)
        same = self._by_code.get(code, [])
        found = next((one for one in same if one.span == place), None) or self._nearest(decision, place, same)
        return _target(found) if found is not None else ("", place.start, place.end, code)

    def _nearest(self, decision: Decision, place: Span, same: Sequence[Coding]) -> Coding | None:
        """The coding that shares most words with the place, or the only one on the same sentences."""
        shared = [(min(one.span.end, place.end) - max(one.span.start, place.start), one) for one in same]
        most = max((size for size, _ in shared), default=0)
        if most > 0:
            return next(one for size, one in shared if size == most)
        first, last = decision.passage.first_segment, decision.passage.last_segment
        beside = [one for one in same if one.first_segment <= last and first <= one.last_segment]
        return beside[0] if len(beside) == 1 else None


def _target(coding: Coding) -> _Target:
    return ("", coding.span.start, coding.span.end, coding.code)


def _added(decision: Decision, names: Names) -> Coding:
    """The coding that a person put on a passage."""
    where = decision.passage
    span = Span(where.start, where.start + len(where.quote))
    code = names.of_code(decision.code)
    made = Coding(
        where.transcript,
        span,
        where.turn,
        where.first_segment,
        where.last_segment,
        names.themes.get(code, ""),
        code,
        "",
        where.quote,
        (span,),
        where.revision,
        method="human",
    )
    return _changed(made, decision, names)


def _remembered(verdicts: Sequence[Decision]) -> Coding | None:
    """The coding that a rule no longer finds, as it was when it was decided on."""
    return next((one.coding for one in verdicts if one.coding is not None), None)


def _settled(coding: Coding, verdicts: Sequence[Decision], names: Names, *, gone: bool = False) -> Decided:
    """The coding with what people say of it."""
    code = names.of_code(coding.code)
    coding = replace(coding, code=code, theme=names.themes.get(code, coding.theme))
    if not verdicts:
        return Decided(coding, coding)
    outcomes = {_outcome(one) for one in verdicts}
    status = "disputed" if len(outcomes) > 1 else next(iter(outcomes))[0]
    if status == "accepted" and coding.method == "human":
        status = "added"
    shown = _changed(coding, verdicts[0], names) if status == "edited" else coding
    coders = "; ".join(dict.fromkeys(one.coder for one in verdicts))
    memo = "; ".join(dict.fromkeys(one.memo for one in verdicts if one.memo))
    settled = replace(shown, status=status, coder=coders, memo=memo)
    return Decided(settled, coding, tuple(verdicts), _why_again(coding, verdicts, gone=gone))


def _outcome(decision: Decision) -> tuple[str, tuple[tuple[str, str], ...]]:
    if decision.action is Action.CHANGE:
        return ("edited", tuple(sorted(decision.changes)))
    return ("rejected" if decision.action is Action.REJECT else "accepted", ())


def _changed(coding: Coding, decision: Decision, names: Names) -> Coding:
    """The coding with the changes that a decision makes."""
    said = dict(decision.changes)
    if "code" in said:
        code = names.of_code(said["code"])
        coding = replace(coding, code=code, theme=names.themes.get(code, ""))
    if "assertion" in said:
        polarity, modality = _READINGS.get(said["assertion"], ("", ""))
        coding = replace(coding, assertion=said["assertion"], polarity=polarity, modality=modality)
    who = {name: said[name] for name in ("agent", "target") if name in said}
    return replace(coding, agent=who.get("agent", coding.agent), target=who.get("target", coding.target))


def _why_again(coding: Coding, verdicts: Sequence[Decision], *, gone: bool) -> str:
    """What has changed under the decisions since they were made."""
    if gone:
        return "no rule finds it any more"
    for one in verdicts:
        was = one.coding
        if was is not None and coding.method != "human":
            if was.agent != coding.agent:
                return "the rules read another agent now"
            if was.assertion != coding.assertion or was.polarity != coding.polarity:
                return "the rules read another assertion now"
    return ""


def _with_memos(one: Decided, notes: Sequence[Decision], names: Names) -> Decided:
    coding = one.coding
    own = [
        note.memo
        for note in sorted(notes, key=lambda note: (note.time, note.id))
        if names.of_code(note.code) == coding.code
        and note.passage.first_segment <= coding.last_segment
        and coding.first_segment <= note.passage.last_segment
    ]
    memo = "; ".join(dict.fromkeys([*filter(None, (coding.memo,)), *own]))
    return one if memo == coding.memo else replace(one, coding=replace(coding, memo=memo))
