"""Who speaks: roles mended in stored transcripts, and what a person decided about labels."""

import json
from collections.abc import Mapping

from qualcode.errors import QualcodeError
from qualcode.model.transcript import Role, Transcript
from qualcode.store.transcripts import Transcripts

_SET_ROLE = "UPDATE turns SET role = ?, respondent = ? WHERE transcript = ? AND revision = ? AND number = ?"
_SET_QUESTION = "UPDATE turns SET question = ? WHERE transcript = ? AND revision = ? AND number = ?"
_RECAST_FILE = (
    "UPDATE revisions SET source = ?, content_hash = ?, language = ?, date = ?, round = ?, header = ?"
    " WHERE transcript = ? AND revision = ?"
)
_RECAST_TURN = (
    "UPDATE turns SET speaker = ?, role = ?, respondent = ?, question = ?"
    " WHERE transcript = ? AND revision = ? AND number = ?"
)


class Speakers(Transcripts):
    """Roles of turns and choices about labels; text and segments are never touched."""

    def set_roles(
        self,
        id_: str,
        changes: Mapping[int, tuple[Role, str | None]],
        *,
        questions: Mapping[int, int | None] | None = None,
    ) -> None:
        """Gives turns, by number, another role and respondent, and with `questions` another question they answer.

        Raises QualcodeError for a turn that the transcript does not have, and changes nothing then.
        """
        revision = self._revision(id_)
        with self.transaction():
            for number, (role, respondent) in changes.items():
                self._set_turn(
                    _SET_ROLE,
                    role.value,
                    respondent,
                    id_,
                    revision,
                    number,
                )
            for number, question in (questions or {}).items():
                self._set_turn(_SET_QUESTION, question, id_, revision, number)

    def _set_turn(self, statement: str, *values: str | int | None) -> None:
        """Runs an update whose last values are the transcript, its revision and the turn."""
        if not self._write(statement, *values):
            id_, _, number = values[-3:]
            raise QualcodeError(
                f"there is no turn {number} in this transcript.", where=str(id_), hint=f"qualcode speakers {id_}"
            )

    def recast(self, transcript: Transcript) -> None:
        """Takes over everything but text and segments from `transcript`, whose text is that of the latest revision.

        Raises QualcodeError where the texts or the places of the turns differ.
        """
        old = self.transcript(transcript.id)
        if (old.text, [turn.span for turn in old.turns]) != (transcript.text, [turn.span for turn in transcript.turns]):
            raise QualcodeError(
                "its text differs from the one in the study.",
                where=transcript.id,
                hint=f"qualcode import --replace {transcript.id}",
            )
        header = json.dumps(dict(transcript.header), ensure_ascii=False)
        with self.transaction():
            self._write(
                _RECAST_FILE,
                *(transcript.source, transcript.content_hash, transcript.language, transcript.date, transcript.round),
                *(header, old.id, old.revision),
            )
            self._write_all(
                _RECAST_TURN,
                (
                    (new.speaker, new.role.value, new.respondent, new.question, old.id, old.revision, before.number)
                    for before, new in zip(old.turns, transcript.turns, strict=True)
                ),
            )

    def speaker_choices(self, id_: str) -> Mapping[str, Role]:
        """What a person decided about the labels of a transcript; `#12` stands for turn 12."""
        rows = self._rows("SELECT label, role FROM speaker_choices WHERE transcript = ? ORDER BY label", id_)
        return {label: Role(role) for label, role in rows}

    def put_speaker_choices(self, id_: str, choices: Mapping[str, Role]) -> None:
        """Keeps what a person decided, beside earlier choices about other labels."""
        self._revision(id_)
        with self.transaction():
            self._write_all(
                "INSERT INTO speaker_choices VALUES (?, ?, ?)"
                " ON CONFLICT (transcript, label) DO UPDATE SET role = excluded.role",
                ((id_, label, role.value) for label, role in choices.items()),
            )
