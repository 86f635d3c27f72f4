"""Speakers: mending whose words are whose, without touching a word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import regex

from qualcode.errors import MisuseError
from qualcode.model.coding import Coding
from qualcode.model.transcript import Role, Transcript, Turn
from qualcode.readers import cast_for
from qualcode.readers.naming import Identity, identify
from qualcode.readers.speakers.interview import SpeakerSummary, cast, link_questions, summarise
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.workflow import choices
from qualcode.workflow.choices import Version
from qualcode.workflow.study import Study

REST = "rest"
"""Stands for every turn whose words nobody has claimed yet and that nothing else in the same command names."""
_TURNS = regex.compile(r"#?\d+(?:\s*-\s*#?\d+)?(?:\s*,\s*#?\d+(?:\s*-\s*#?\d+)?)*")


@dataclass(frozen=True, slots=True)
class CastChange:
    """What a change of speakers did: turns changed, and the codings that count no longer (they come back if undone)."""

    transcript: str
    turns: tuple[int, ...]
    lost: tuple[Coding, ...]
    speakers: tuple[SpeakerSummary, ...]
    held: str


def speakers_of(study: Study, transcript_id: str) -> tuple[SpeakerSummary, ...]:
    """Every label of a transcript: its role, its respondent, its share of words."""
    transcript = study.store.transcript(transcript_id)
    return summarise(transcript.text, transcript.turns, {})


def set_speakers(study: Study, transcript_id: str, settings: Sequence[str]) -> CastChange:
    """Gives labels or turns a role: `A=respondent`, `1,3,5-9=interviewer`, `rest=respondent`.

    The choice is kept and holds for later imports of the same file. Codings are made anew by the next `code`.
    """
    transcript = study.store.transcript(transcript_id)
    earlier = choices.roles_of(study, transcript)
    said = _parse(settings, transcript)
    said |= _with_label(transcript, earlier, said)
    turns, hold = recast(study, transcript, {**earlier, **said})
    changed = tuple(new.number for old, new in zip(transcript.turns, turns, strict=True) if _cast(old) != _cast(new))
    silenced = {turn.number for turn in turns if turn.respondent is None and turn.number in changed}
    codings = (one for one in study.store.codings() if one.transcript == transcript_id)
    lost = tuple(one for one in codings if one.turn in silenced)
    with study.store.transaction():
        study.store.recast(replace(transcript, turns=turns))
        choices.keep_roles(study, transcript, said)
        study.store.release(transcript_id)
        if hold:
            study.store.hold(transcript_id, hold)
        study.store.log("speakers", transcript=transcript_id, turns=len(changed))
    return CastChange(transcript_id, changed, lost, summarise(transcript.text, turns, {}), hold)


def recast(study: Study, transcript: Transcript, roles: Mapping[str, Role]) -> tuple[tuple[Turn, ...], str]:
    """The turns of a transcript under the roles a person gave labels and turns, and why to hold it still."""
    labels = {key: role for key, role in roles.items() if not key.startswith("#")}
    turns = tuple(
        replace(turn, role=roles.get(f"#{turn.number}", labels.get(key_of(turn.speaker), turn.role)))
        for turn in transcript.turns
    )
    identity = identify(PurePath(transcript.source), study.store.respondents())
    said = choices.interpreting(study, transcript.id)
    known = Identity(transcript.id, identity.respondents)
    casting = cast_for(known, transcript.source, study.settings, roles=labels, interpreter=said)
    if ":" in transcript.id:  # a row of a survey says itself whose it is
        owner = next((turn.respondent for turn in transcript.turns if turn.respondent), transcript.id)
        casting = replace(casting, respondent=owner)
    placed, _, hold = cast(transcript.text, link_questions(transcript.text, turns), casting, file=transcript.id)
    return placed, hold


def _cast(turn: Turn) -> tuple[Role, str | None]:
    return turn.role, turn.respondent


def _with_label(transcript: Transcript, earlier: Mapping[str, Role], said: Mapping[str, Role]) -> dict[str, Role]:
    """Turns named one by one before, whose label is named now: they go with it."""
    return {
        f"#{turn.number}": said[key_of(turn.speaker)]
        for turn in transcript.turns
        if f"#{turn.number}" in earlier and f"#{turn.number}" not in said and key_of(turn.speaker) in said
    }


def _parse(settings: Sequence[str], transcript: Transcript) -> dict[str, Role]:
    """What a person wrote: folded labels, and `#12` for turns, with their roles."""
    said: dict[str, Role] = {}
    rest: Role | None = None
    for setting in settings:
        left, _, right = setting.rpartition("=")
        role = _role(right.strip(), setting) if left.strip() else _role("", setting)
        if _is_label(left, transcript):
            said[key_of(left)] = role
        elif left.strip().casefold() == REST:
            rest = role
        elif _TURNS.fullmatch(left.strip()):
            said |= {f"#{number}": role for number in _numbers(left, transcript)}
        else:
            raise _no_label(left.strip(), transcript)
    if rest is not None:
        open_ = [
            one
            for one in transcript.turns
            if one.role is Role.UNKNOWN and f"#{one.number}" not in said and key_of(one.speaker) not in said
        ]
        said |= {f"#{turn.number}": rest for turn in open_}
    return said


def _role(written: str, setting: str) -> Role:
    try:
        return Role(written.casefold())
    except ValueError:
        raise MisuseError(
            f'"{setting}" does not give a label a role.',
            hint=f"--set 'A=respondent'; roles are {', '.join(role.value for role in Role)}",
        ) from None


def _is_label(written: str, transcript: Transcript) -> bool:
    return key_of(written) in {key_of(turn.speaker) for turn in transcript.turns if turn.speaker}


def _no_label(written: str, transcript: Transcript) -> MisuseError:
    labels = dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker)
    shown = ", ".join(labels) or "none; name turns by their numbers"
    return MisuseError(f'{transcript.id} has no label "{written}".', hint=f"its labels: {shown}")


def _numbers(written: str, transcript: Transcript) -> Iterator[int]:
    """Turn numbers from `1,3,5-9`; MisuseError for one that the transcript does not have."""
    last_turn = len(transcript.turns)
    for part in written.replace("#", "").split(","):
        first, _, last = part.partition("-")
        start, end = int(first), int(last or first)
        if start > end:
            raise MisuseError(f'"{part.strip()}" runs backwards.', hint=f"--set '{end}-{start}=respondent'")
        for number in (start, end):
            if not 1 <= number <= last_turn:
                raise MisuseError(f"{transcript.id} has no turn {number}.", hint=f"turns are 1 to {last_turn}")
        yield from range(start, end + 1)


def keep_version(study: Study, transcript_id: str) -> tuple[str, ...]:
    """Uses `transcript_id` and sets the versions nearly the same as it aside for good; their ids."""
    study.store.transcript(transcript_id)
    aside = choices.versions(study)
    used = aside[transcript_id].of if transcript_id in aside else transcript_id
    others = tuple(one for one in sorted({used, *(id_ for id_, version in aside.items() if version.of == used)}))
    others = tuple(one for one in others if one != transcript_id)
    if not others:
        raise MisuseError(f"{transcript_id} is not one of several versions.", hint="qualcode transcripts")
    with study.store.transaction():
        choices.take_up(study, transcript_id)
        for other in others:
            choices.set_aside(study, other, Version(transcript_id, settled=True))
        study.store.log("keep", transcript=transcript_id)
    return others
