"""What people decided about a transcript: whose turns are whose, its interpreter, which of several versions is used."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from qualcode.model.transcript import Interpreting, Role, Transcript
from qualcode.workflow.study import Study

_TURNS, _INTERPRETING, _VERSIONS, _SUPERSEDED = "turn_roles", "interpreting", "versions", "superseded"


@dataclass(frozen=True, slots=True)
class Version:
    """Why a transcript is set aside: it is nearly the same as another, which is used."""

    of: str
    """The transcript that is used in its place."""
    settled: bool
    """Whether a person chose between the two, or still has to."""

    @property
    def reason(self) -> str:
        """Why it is in no table, in words for a person."""
        return f"another version is used: {self.of}" if self.settled else f"nearly the same as {self.of}: choose one"


def roles_of(study: Study, transcript: Transcript) -> dict[str, Role]:
    """Labels (folded) and turns (`#12`) to the roles a person gave them; turns only as long as the text is the same."""
    said = _recorded(study, _TURNS).get(transcript.id, {})
    turns = said["roles"] if said.get("revision") == transcript.revision else {}
    return {**study.store.speaker_choices(transcript.id), **{turn: Role(role) for turn, role in turns.items()}}


def keep_roles(study: Study, transcript: Transcript, roles: Mapping[str, Role]) -> None:
    """Keeps roles that a person gave, beside earlier ones about other labels and turns."""
    labels = {name: role for name, role in roles.items() if not name.startswith("#")}
    study.store.put_speaker_choices(transcript.id, labels)
    kept = {name: role for name, role in roles_of(study, transcript).items() if name.startswith("#")}
    kept |= {name: role for name, role in roles.items() if name.startswith("#")}
    if kept:
        turns = {name: role.value for name, role in kept.items()}
        _record(study, _TURNS, transcript.id, {"revision": transcript.revision, "roles": turns})


def interpreting(study: Study, transcript_id: str) -> Interpreting | None:
    """What a person said an interpreter's turns are in a transcript, None where nobody has."""
    said = _recorded(study, _INTERPRETING).get(transcript_id)
    return Interpreting(said) if said else None


def keep_interpreting(study: Study, transcript_id: str, said: Interpreting) -> None:
    """Keeps what a person said an interpreter's turns are."""
    _record(study, _INTERPRETING, transcript_id, said.value)


def versions(study: Study) -> dict[str, Version]:
    """Every transcript that is set aside as a version of another, by id."""
    return {id_: Version(**found) for id_, found in sorted(_recorded(study, _VERSIONS).items())}


def set_aside(study: Study, transcript_id: str, version: Version) -> None:
    """Keeps a transcript out of tables because another version of it is used."""
    _record(study, _VERSIONS, transcript_id, asdict(version))


def take_up(study: Study, transcript_id: str) -> None:
    """Uses a transcript that was set aside."""
    _record(study, _VERSIONS, transcript_id, None)


def superseded(study: Study) -> Mapping[str, str]:
    """Content hash of files that a later revision has replaced, to the transcript."""
    return _recorded(study, _SUPERSEDED)


def supersede(study: Study, old: Transcript, new: Transcript) -> None:
    """Remembers the file of `old` as replaced by that of `new`, whose own file may have been replaced before."""
    _record(study, _SUPERSEDED, new.content_hash, None)
    _record(study, _SUPERSEDED, old.content_hash, old.id)


def _recorded(study: Study, what: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(study.store.fact(what) or "{}")
    return found


def _record(study: Study, what: str, key: str, value: object) -> None:
    """Stores `value` under `key`, or with None forgets what was there."""
    found = {name: one for name, one in _recorded(study, what).items() if name != key}
    if value is not None:
        found[key] = value
    study.store.put_fact(what, json.dumps(found, sort_keys=True))
