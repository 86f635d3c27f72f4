"""Summaries that researchers wrote of what a respondent says on a theme."""

from collections.abc import Mapping

from qualcode.store.connection import Database
from qualcode.store.log import now


class Summaries(Database):
    """One summary for a respondent and a theme, with what the codings under it were when it was written."""

    def summaries(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """Respondent and theme to the text and the fingerprint of the codings it was written on."""
        query = "SELECT respondent, theme, text, fingerprint FROM summaries ORDER BY 1, 2"
        return {(who, theme): (text, fingerprint) for who, theme, text, fingerprint in self._rows(query)}

    def put_summary(self, respondent: str, theme: str, text: str, fingerprint: str) -> None:
        """Keeps a summary in the place of the one there was; an empty text removes it."""
        if not text:
            self._write("DELETE FROM summaries WHERE respondent = ? AND theme = ?", respondent, theme)
            return
        statement = (
            "INSERT INTO summaries VALUES (?, ?, ?, ?, ?) ON CONFLICT (respondent, theme) DO UPDATE SET"
            " text = excluded.text, fingerprint = excluded.fingerprint, time = excluded.time"
        )
        self._write(statement, respondent, theme, text, fingerprint, now())
