"""A coder's desk: one person looks at a study's codings and decides, and every decision is on disk at once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from uuid import uuid4

from qualcode.analysis.carrying import passage_of
from qualcode.analysis.decided import Names, live
from qualcode.errors import MisuseError, QualcodeError, did_you_mean
from qualcode.model.codebook import Codebook
from qualcode.model.decision import ASSERTIONS, CHANGEABLE, Action, Decided, Decision, Passage
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Transcript
from qualcode.store import now
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.decided import of_transcript
from qualcode.workflow.release import kept_out, withdrawn
from qualcode.workflow.study import Study

_CODER = re.compile(r"[^\s;\x00-\x1f][^;\x00-\x1f]{0,59}")
_KEPT = 8
"""How many transcripts are kept in memory."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a person says of a coding."""

    action: Action
    changes: Mapping[str, str] = field(default_factory=dict)
    memo: str = ""
    settles: bool = False
    """Stand in the place of what everybody decided."""
    knowing: frozenset[str] | None = None
    """Stand in the place of these own decisions (ids) only, None for all: what was decided beside them meanwhile stays,
    and is in dispute with it."""


class Desk:
    """What one coder sees and decides. With `blind` other people's decisions and the rules' codings are not shown.

    Raises QualcodeError for a name that cannot stand in a table.
    """

    def __init__(self, study: Study, coder: str, *, blind: bool = False, codebook: Codebook | None = None) -> None:
        self.study = study
        self.coder = checked_coder(coder)
        self.blind = blind
        self.codebook = codebook or study_codebook(study)[0]
        self.names = Names.of(self.codebook)
        self._out, self._gone = kept_out(study), withdrawn(study)
        self._transcript = lru_cache(maxsize=_KEPT)(study.store.transcript)
        self._rules = lru_cache(maxsize=_KEPT)(study.store.rule_codings)

    def transcripts(self) -> tuple[str, ...]:
        """The transcripts that may be looked at, in order."""
        return tuple(one for one in self.study.store.transcript_ids() if one not in self._out)

    def respondents(self) -> tuple[Respondent, ...]:
        """The respondents on the list who have not withdrawn."""
        return tuple(one for one in self.study.store.respondents() if one.id not in self._gone)

    def transcript(self, id_: str) -> Transcript:
        """A transcript; QualcodeError for one that waits for a decision."""
        if id_ in self._out:
            raise QualcodeError(f"this interview is not coded: {self._out[id_]}.", where=id_, hint="qualcode doctor")
        return self._transcript(id_)

    def may_show(self, transcript: Transcript, turn: int) -> bool:
        """Whether the words of a turn may be looked at: not of who has withdrawn, and then nobody's either."""
        owner = next(one.respondent for one in transcript.turns if one.number == turn)
        withdrew = any(one.respondent in self._gone for one in transcript.turns)
        return owner not in self._gone and (bool(owner) or not withdrew)

    def decided(self, id_: str) -> tuple[Decided, ...]:
        """The codings of a transcript as this coder may see them."""
        transcript = self.transcript(id_)
        found = of_transcript(self.study, id_, self._rules(id_), self.names)
        owned = {turn.number for turn in transcript.turns if turn.respondent and turn.respondent not in self._gone}
        found = tuple(one for one in found if one.coding.turn in owned)
        return tuple(self._own(one) for one in found if self._is_own(one)) if self.blind else found

    def _is_own(self, one: Decided) -> bool:
        return any(made.coder == self.coder and made.action is Action.ADD for made in one.decisions)

    def _own(self, one: Decided) -> Decided:
        """An own coding as it looks without what others decided about it."""
        mine = tuple(made for made in one.decisions if made.coder == self.coder)
        return replace(one, coding=replace(one.coding, status="added", coder=self.coder), decisions=mine)

    def judge(self, one: Decided, word: Word) -> Decision:
        """Keeps a word on a coding, in the place of what this coder decided of it before.

        Raises MisuseError for changes that the codebook does not know.
        """
        said = self._checked(word.changes)
        if word.action is Action.CHANGE and not said:
            raise MisuseError("a change says what is to be different.", hint="another code, agent, target or assertion")
        before = [made for made in one.decisions if word.settles or made.coder == self.coder]
        before = [made for made in before if word.knowing is None or made.id in word.knowing]
        coding = one.base
        made = self._made(
            word.action,
            passage_of(self.transcript(coding.transcript), coding.first_segment, coding.last_segment),
            code=coding.code,
            coding=replace(coding, status="suggested", coder="", memo=""),
            target=one.added_by,
            changes=tuple(sorted(said.items())),
            replaces=_and_before(before),
            settles=word.settles,
            memo=word.memo.strip(),
        )
        return self._keep(made)

    def add(self, where: Passage, code: str, *, changes: Mapping[str, str] | None = None, memo: str = "") -> Decision:
        """Codes a passage.

        Raises MisuseError for a code, agent, target or assertion that the codebook does not have.
        """
        self._check_code(code)
        said = self._checked({name: value for name, value in (changes or {}).items() if name != "code"})
        return self._keep(
            self._made(Action.ADD, where, code=code, changes=tuple(sorted(said.items())), memo=memo.strip())
        )

    def note(self, where: Passage, memo: str, *, code: str = "") -> Decision:
        """Writes a memo on a passage, or on a code there; MisuseError where it says nothing."""
        if not memo.strip():
            raise MisuseError("the memo is empty.", hint='qualcode memo KII_03:42 "Ask about the second border."')
        if code:
            self._check_code(code)
        return self._keep(self._made(Action.MEMO, where, code=code, memo=memo.strip()))

    def noted(self, where: Passage) -> tuple[Decision, ...]:
        """This coder's memos on exactly this passage that they did not take back."""
        alive = live(self._latest()).values()
        return tuple(one for one in alive if one.action is Action.MEMO and one.passage == where)

    def undo(self, id_: str = "") -> Decision:
        """Takes back this coder's last decision, or the one with this id, and gives it; QualcodeError for none."""
        own = self._latest()
        alive = live(own)
        chosen = next(
            (one for one in own if one.id in alive and one.action is not Action.UNDO and id_ in ("", one.id)), None
        )
        if chosen is None:
            raise QualcodeError(
                f"{self.coder} has nothing to undo{f' with the id {id_}' if id_ else ''}.",
                hint="qualcode decisions list shows what was decided",
            )
        self._keep(self._made(Action.UNDO, chosen.passage, code=chosen.code, undoes=chosen.id))
        return chosen

    def redo(self) -> Decision:
        """Brings back what this coder undid last, unless they have decided something since; QualcodeError for none."""
        own = self._latest()
        alive, by_id = live(own), {one.id: one for one in own}
        for one in own:
            undone = by_id.get(one.undoes)
            if one.action is Action.UNDO and one.id in alive and undone and undone.action is not Action.UNDO:
                self._keep(self._made(Action.UNDO, one.passage, code=one.code, undoes=one.id))
                return undone
            if one.action is not Action.UNDO:
                break
        raise QualcodeError(f"{self.coder} has nothing to redo.", hint="only what was undone last can be redone")

    def _latest(self) -> list[Decision]:
        return self.study.store.decisions_by(self.coder)

    def passage(self, id_: str, first: int, last: int) -> Passage:
        """The sentences from `first` to `last`; QualcodeError where they are not one respondent's, in one turn."""
        transcript = self.transcript(id_)
        own = [one for one in transcript.segments if first <= one.number <= last]
        turns = {turn.number: turn for turn in transcript.turns}
        owners = {turns[one.turn].respondent for one in own}
        if not own or len({one.turn for one in own}) > 1 or not all(owners) or owners & self._gone:
            raise QualcodeError(
                "what is coded are one respondent's neighbouring sentences, in one turn.",
                where=transcript.segment_id(first, last),
                hint="qualcode explain shows whose words a sentence has",
            )
        return passage_of(transcript, own[0].number, own[-1].number)

    def _checked(self, changes: Mapping[str, str]) -> dict[str, str]:
        """The changes, every name and value known to the codebook."""
        said = {name: value.strip() for name, value in changes.items() if value.strip()}
        known: Mapping[str, Sequence[str]] = {
            "code": [code.id for code in self.codebook.codes()],
            "agent": [*self.codebook.actors, "other", "unknown"],
            "target": [*self.codebook.actors, "other", "unknown"],
            "assertion": ASSERTIONS,
        }
        for name, value in said.items():
            if value not in known[name]:
                what = f'there is no {name} "{value}".{did_you_mean(value, known[name])}'
                raise MisuseError(what, hint=f"one of: {', '.join(known[name])}")
        return {name: said[name] for name in CHANGEABLE if name in said}

    def _check_code(self, code: str) -> None:
        self._checked({"code": code})

    def _made(self, action: Action, passage: Passage, **said: object) -> Decision:
        return Decision(uuid4().hex, self.coder, now(), action, passage, visible=not self.blind, **said)  # type: ignore[arg-type]

    def _keep(self, decision: Decision) -> Decision:
        with self.study.store.transaction():
            self.study.store.add_decisions([decision])
            where = decision.passage
            self.study.store.log(
                str(decision.action), coder=decision.coder, transcript=where.transcript, segment=where.first_segment
            )
        return decision


def checked_coder(name: str) -> str:
    """The name without spaces around it; MisuseError for one that cannot stand in a table."""
    if not _CODER.fullmatch(name.strip()):
        raise MisuseError(
            "a coder needs a name of up to 60 characters without semicolons.", hint="initials will do: --coder AB"
        )
    return name.strip()


def _and_before(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The ids of decisions, and of all that they stand in the place of."""
    return tuple(sorted({id_ for one in decisions for id_ in (one.id, *one.replaces)}))


def chosen(decided: Sequence[Decided], first: int, last: int, code: str) -> tuple[Decided, ...]:
    """The codings with `code` on any of the sentences from `first` to `last`."""
    return tuple(
        one
        for one in decided
        if one.base.code == code and one.base.first_segment <= last and first <= one.base.last_segment
    )
