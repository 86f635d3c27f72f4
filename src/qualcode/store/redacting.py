"""The one way in which words leave the database again: a redacted transcript takes its earlier versions with it."""

from collections.abc import Iterable

from qualcode.model.decision import Decision
from qualcode.model.decision_json import to_json
from qualcode.store.connection import Database
from qualcode.store.layout import DECISIONS_KEEP_WORDS


class Redacting(Database):
    """Erases what was said, never what was decided."""

    def earlier_files(self, transcript: str) -> frozenset[str]:
        """The content hashes of the files that earlier revisions came from."""
        query = (
            "SELECT r.content_hash FROM revisions r JOIN transcripts t ON t.id = r.transcript"
            " WHERE t.id = ? AND r.revision < t.revision"
        )
        return frozenset(hash_ for (hash_,) in self._rows(query, transcript))

    def erase_earlier(self, transcript: str, decisions: Iterable[Decision]) -> None:
        """Erases every revision but the latest, with its codings.

        `decisions` take the place of those of the same ids. Picked quotes whose words the latest text lacks go.
        """
        with self.transaction():
            ((latest,),) = self._rows("SELECT revision FROM transcripts WHERE id = ?", transcript)
            self._write("DELETE FROM codings WHERE transcript = ? AND revision < ?", transcript, latest)
            self._write("DELETE FROM revisions WHERE transcript = ? AND revision < ?", transcript, latest)
            self._write("DROP TRIGGER decisions_keep_words")
            self._write_all(
                "UPDATE decisions SET content = ? WHERE id = ?", ((to_json(one), one.id) for one in decisions)
            )
            self._write(DECISIONS_KEEP_WORDS)
            self._write(
                "DELETE FROM picks WHERE substr(segment, 1, ?) = ? AND NOT EXISTS"
                " (SELECT 1 FROM latest_revisions WHERE transcript = ? AND instr(text, picks.verbatim))",
                len(transcript) + 1,
                f"{transcript}:",
                transcript,
            )

    def shrink(self) -> None:
        """Writes the file anew without what was erased; not inside a transaction."""
        self._write("VACUUM")
