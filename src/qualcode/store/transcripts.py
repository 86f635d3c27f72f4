"""Transcripts: their text, turns and sentences by revision, and which of them wait for a person's decision."""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import get_close_matches
from typing import Any

from qualcode.errors import QualcodeError
from qualcode.model.source import Position
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.store.connection import Database
from qualcode.text import SENTENCE_RULES

OF_TURN = 'number, speaker, role, start, "end", paragraph, page, "row", time, respondent, question'
_ROLES = {role.value: role for role in Role}


class Transcripts(Database):
    """The transcripts of a study. Reading gives the latest revision."""

    def transcript_ids(self) -> tuple[str, ...]:
        """The id of every transcript, in order."""
        return tuple(id_ for (id_,) in self._rows("SELECT id FROM transcripts ORDER BY id"))

    def transcript(self, id_: str) -> Transcript:
        """The latest revision of a transcript; QualcodeError with the nearest id where there is none of this name."""
        return self._transcript(id_, self._revision(id_))

    def transcript_at(self, id_: str, revision: int) -> Transcript | None:
        """A transcript as it was in `revision`, None where that is no longer kept."""
        kept = self._rows("SELECT 1 FROM revisions WHERE transcript = ? AND revision = ?", id_, revision)
        return self._transcript(id_, revision) if kept else None

    def _transcript(self, id_: str, revision: int) -> Transcript:
        query = (
            "SELECT text, source, content_hash, language, date, round, header FROM revisions"
            " WHERE transcript = ? AND revision = ?"
        )
        ((text, source, content_hash, language, date, round_, header),) = self._rows(query, id_, revision)
        return Transcript(
            id_,
            text,
            self._turns(id_, revision),
            self.segments_of(id_, revision),
            source,
            content_hash,
            revision,
            language,
            date,
            round_,
            json.loads(header),
        )

    def segments_of(self, id_: str, revision: int) -> tuple[Segment, ...]:
        """The sentences of a transcript as it was in `revision`; none where there is no such transcript."""
        query = 'SELECT number, turn, start, "end" FROM segments WHERE transcript = ? AND revision = ? ORDER BY number'
        rows = self._stream(query, id_, revision)
        return tuple(Segment(number, turn, Span(start, end)) for number, turn, start, end in rows)

    def transcripts(self) -> Iterator[Transcript]:
        """The latest revision of every transcript, in the order of their ids, one in memory at a time."""
        for id_ in self.transcript_ids():
            yield self.transcript(id_)

    def by_content(self) -> Mapping[str, str]:
        """Content hash to the first transcript that has it."""
        return dict(self._stream("SELECT content_hash, transcript FROM latest_revisions ORDER BY transcript DESC"))

    def rounds(self) -> Mapping[str, str]:
        """Transcript to the round it belongs to, "" where none is known; of the latest revision."""
        query = "SELECT transcript, round FROM revisions ORDER BY transcript, revision"
        return dict(self._rows(query))

    def turn_owners(self) -> Mapping[tuple[str, int], str]:
        """Transcript and turn number to the respondent whose words the turn is; nobody's turns are left out."""
        query = "SELECT transcript, number, respondent FROM latest_turns WHERE respondent IS NOT NULL"
        return {(id_, number): respondent for id_, number, respondent in self._stream(query)}

    def respondents_with_turns(self, *, without: Set[str] = frozenset()) -> frozenset[str]:
        """Respondents who say something in a transcript that is not among `without`."""
        query = "SELECT DISTINCT transcript, respondent FROM latest_turns WHERE respondent IS NOT NULL"
        return frozenset(respondent for id_, respondent in self._stream(query) if id_ not in without)

    def transcripts_by_respondent(self) -> Mapping[str, tuple[str, ...]]:
        """Respondent to the transcripts they say something in."""
        query = "SELECT DISTINCT respondent, transcript FROM latest_turns WHERE respondent IS NOT NULL ORDER BY 1, 2"
        found: dict[str, tuple[str, ...]] = {}
        for respondent, id_ in self._stream(query):
            found[respondent] = (*found.get(respondent, ()), id_)
        return found

    def put_transcript(self, transcript: Transcript) -> None:
        """Adds a transcript, or a higher revision of one; earlier revisions are kept."""
        with self.transaction():
            found = self._rows("SELECT revision FROM transcripts WHERE id = ?", transcript.id)
            if found and transcript.revision <= found[0][0]:
                raise QualcodeError(
                    f"the study already has revision {found[0][0]} of this transcript.",
                    where=transcript.id,
                    hint=f"qualcode import --replace {transcript.id}",
                )
            self._write(
                "INSERT INTO transcripts (id, revision) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision",
                transcript.id,
                transcript.revision,
            )
            self._write("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *_revision_row(transcript))
            key = (transcript.id, transcript.revision)
            self._write_all(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((*key, *_turn_row(turn)) for turn in transcript.turns),
            )
            self._write_all(
                "INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)",
                ((*key, one.number, one.turn, one.span.start, one.span.end) for one in transcript.segments),
            )

    def remove_transcript(self, id_: str) -> None:
        """Deletes a transcript with all its revisions, its codings and what was decided about it."""
        self._revision(id_)
        with self.transaction():
            # By itself each turn and each sentence that goes would look through the transcript's codings.
            self._write("DELETE FROM codings WHERE transcript = ?", id_)
            self._write("DELETE FROM transcripts WHERE id = ?", id_)

    def hold(self, id_: str, reason: str) -> None:
        """Keeps a transcript out of tables until a person decides."""
        self._revision(id_)
        self._write("UPDATE transcripts SET hold = ? WHERE id = ?", reason, id_)

    def release(self, id_: str) -> None:
        """Lets a transcript into tables again."""
        self._revision(id_)
        self._write("UPDATE transcripts SET hold = NULL WHERE id = ?", id_)

    def held(self) -> Mapping[str, str]:
        """Transcripts that wait for a person's decision, with the reason."""
        return dict(self._rows("SELECT id, hold FROM transcripts WHERE hold IS NOT NULL ORDER BY id"))

    def _revision(self, id_: str) -> int:
        """The latest revision of a transcript."""
        found = self._rows("SELECT revision FROM transcripts WHERE id = ?", id_)
        if not found:
            near = get_close_matches(id_, self.transcript_ids(), n=1)
            hint = f"{near[0]} (did you mean this one?)" if near else "qualcode transcripts lists those there are"
            raise QualcodeError(f'there is no transcript "{id_}" in this study.', hint=hint)
        return int(found[0][0])

    def _turns(self, id_: str, revision: int) -> tuple[Turn, ...]:
        query = f"SELECT {OF_TURN} FROM turns WHERE transcript = ? AND revision = ? ORDER BY number"  # noqa: S608 - ours
        return tuple(turn_of(row) for row in self._stream(query, id_, revision))


def _revision_row(transcript: Transcript) -> tuple[Any, ...]:
    return (
        transcript.id,
        transcript.revision,
        transcript.text,
        transcript.source,
        transcript.content_hash,
        transcript.language,
        transcript.date,
        transcript.round,
        json.dumps(dict(transcript.header), ensure_ascii=False),
        SENTENCE_RULES,
    )


def _turn_row(turn: Turn) -> tuple[Any, ...]:
    place = turn.position
    position = (place.paragraph, place.page, place.row, place.time)
    spoken = (turn.number, turn.speaker, turn.role.value, turn.span.start, turn.span.end)
    return (*spoken, *position, turn.respondent, turn.question)


def turn_of(row: Sequence[Any]) -> Turn:
    """A turn from the columns of `OF_TURN`."""
    number, speaker, role, start, end, *place, respondent, question = row
    return Turn(number, speaker, _ROLES[role], Span(start, end), Position(*place), respondent, question)
