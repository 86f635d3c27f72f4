"""Speakers: mending whose words are whose, without touching a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from qualcode.errors import MisuseError
from qualcode.model.coding import Coding
from qualcode.model.transcript import Role, Transcript, Turn
from qualcode.readers import cast_for
from qualcode.readers.naming import Identity
from qualcode.readers.speakers.interview import UNLABELLED, SpeakerSummary, cast, link_questions, summarise
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.workflow.study import Study

REST = "rest"
"""Stands for every turn that nothing else in the same command names."""


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
    choices = _parse(settings, transcript)
    kept = {**study.store.speaker_choices(transcript_id), **choices}
    turns, hold = recast(study, transcript, kept)
    changed = tuple(new.number for old, new in zip(transcript.turns, turns, strict=True) if _cast(old) != _cast(new))
    silenced = {turn.number for turn in turns if turn.respondent is None}
    lost = tuple(
        coding
        for coding in study.store.codings()
        if coding.transcript == transcript_id and coding.turn in silenced and coding.turn in changed
    )
    with study.store.transaction():
        study.store.recast(replace(transcript, turns=turns))
        study.store.put_speaker_choices(transcript_id, choices)
        study.store.release(transcript_id)
        if hold:
            study.store.hold(transcript_id, hold)
        study.store.log("speakers", transcript=transcript_id, turns=len(changed))
    return CastChange(transcript_id, changed, lost, summarise(transcript.text, turns, {}), hold)


def recast(study: Study, transcript: Transcript, choices: Mapping[str, Role]) -> tuple[tuple[Turn, ...], str]:
    """The turns of a transcript under what a person has chosen, and why to hold it still."""
    by_turn = {int(key[1:]): role for key, role in choices.items() if key.startswith("#")}
    by_label = {key: role for key, role in choices.items() if not key.startswith("#")}
    turns = tuple(
        replace(turn, role=by_turn.get(turn.number, by_label.get(key_of(turn.speaker), turn.role)))
        for turn in transcript.turns
    )
    linked = link_questions(transcript.text, turns)
    listed = study.store.respondents()
    people = tuple(one for one in listed if transcript.source in one.files or one.id == transcript.id)
    casting = cast_for(Identity(transcript.id, people), transcript.source, study.settings, roles=by_label)
    placed, _, hold = cast(transcript.text, linked, casting, file=transcript.id)
    return placed, hold


def _cast(turn: Turn) -> tuple[Role, str | None]:
    return turn.role, turn.respondent


def _parse(settings: Sequence[str], transcript: Transcript) -> dict[str, Role]:
    """What a person wrote as choices: folded labels, and `#12` for turns."""
    choices: dict[str, Role] = {}
    rest: Role | None = None
    for setting in settings:
        left, equals, right = setting.rpartition("=")
        role = _role(right.strip(), setting) if equals else _role("", setting)
        if left.strip().casefold() == REST:
            rest = role
        elif regex.fullmatch(r"#?\d+(?:\s*-\s*\d+)?(?:\s*,\s*#?\d+(?:\s*-\s*\d+)?)*", left.strip()) and not _is_label(
            left, transcript
        ):
            choices |= {f"#{number}": role for number in _numbers(left, transcript)}
        else:
            choices[_label(left, transcript)] = role
    if rest is not None:
        named = set(choices)
        choices |= {
            f"#{turn.number}": rest
            for turn in transcript.turns
            if f"#{turn.number}" not in named and key_of(turn.speaker) not in named
        }
    return choices


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


def _label(written: str, transcript: Transcript) -> str:
    """A label of the transcript, folded; MisuseError where it has no such label."""
    if not _is_label(written, transcript):
        labels = dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker)
        shown = ", ".join(labels) or "none; name turns by their numbers"
        raise MisuseError(f'{transcript.id} has no label "{written}".', hint=f"its labels: {shown}")
    return key_of(written)


def _numbers(written: str, transcript: Transcript) -> list[int]:
    """Turn numbers from `1,3,5-9`; MisuseError for one that the transcript does not have."""
    numbers: list[int] = []
    for part in written.replace("#", "").split(","):
        first, _, last = part.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    beyond = [number for number in numbers if not 1 <= number <= len(transcript.turns)]
    if beyond:
        raise MisuseError(f"{transcript.id} has no turn {beyond[0]}.", hint=f"turns are 1 to {len(transcript.turns)}")
    return numbers


def keep_version(study: Study, transcript_id: str) -> tuple[str, ...]:
    """Takes `transcript_id` and holds the versions nearly the same as it; their ids."""
    study.store.transcript(transcript_id)
    held = study.store.held()
    reason = held.get(transcript_id, "")
    partners = [name for name, why in held.items() if f"same as {transcript_id}:" in why]
    if found := regex.match(r"nearly the same as (?P<other>\S+): choose one", reason):
        partners.append(found["other"])
    if reason == UNLABELLED or not (partners or reason):
        raise MisuseError(f"{transcript_id} is not one of several versions.", hint="qualcode transcripts")
    with study.store.transaction():
        study.store.release(transcript_id)
        for other in partners:
            study.store.hold(
                other, f"another version is kept: {transcript_id}; nearly the same as {transcript_id}: choose one"
            )
        study.store.log("keep", transcript=transcript_id)
    return tuple(partners)
