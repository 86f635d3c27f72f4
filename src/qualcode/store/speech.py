"""What coding reads of a study, without building whole transcripts: who says what, and whether that has changed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any

from qualcode.model.coding import Spoken
from qualcode.store.transcripts import OF_TURN, Transcripts, turn_of

_AT_ONCE = 50
"""Transcripts read with one query."""


class Speech(Transcripts):
    """Speech as it is coded. Reading gives the latest revision."""

    def spoken(self, ids: Sequence[str]) -> Iterator[Spoken]:
        """The transcripts of these ids in their order, a few in memory at a time; one that is not there is left out."""
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            found = self._spoken(some)
            yield from (found[id_] for id_ in some if id_ in found)

    def _spoken(self, ids: Sequence[str]) -> Mapping[str, Spoken]:
        among = f"transcript IN ({', '.join('?' * len(ids))})"
        query = f"SELECT transcript, {OF_TURN} FROM latest_turns WHERE {among} ORDER BY transcript, number"  # noqa: S608 - ours
        rows = groupby(self._stream(query, *ids), key=itemgetter(0))
        turns = {id_: tuple(turn_of(turn) for _, *turn in said) for id_, said in rows}
        query = f"SELECT transcript, revision, text, language FROM latest_revisions WHERE {among}"  # noqa: S608 - ours
        return {
            id_: Spoken(id_, revision, text, turns.get(id_, ()), language)
            for id_, revision, text, language in self._stream(query, *ids)
        }

    def sizes(self) -> Mapping[str, int]:
        """How many characters each transcript has."""
        return dict(self._stream("SELECT transcript, length(text) FROM latest_revisions"))

    def respondent_types(self) -> Mapping[str, str]:
        """The type of every respondent of the list, "" where they have none."""
        return dict(self._rows("SELECT id, type FROM respondents ORDER BY id"))

    def fingerprints(self) -> Mapping[str, str]:
        """For every transcript a hash over all that its codings depend on beside the words of a revision.

        These are the revision, the language, each turn's role, respondent and question, and the type and consent of
        those who speak. Equal hashes mean that the same codebook finds the same.
        """
        people = {id_: facts for id_, *facts in self._rows("SELECT id, type, consent FROM respondents")}
        turns: dict[str, list[list[Any]]] = {}
        for id_, *turn in self._stream(_TURNS):
            turns.setdefault(id_, []).append(turn)
        prints = {}
        for id_, *facts in self._rows(_REVISIONS):
            said = turns.get(id_, [])
            speakers = sorted({respondent for *_, respondent in said if respondent in people})
            prints[id_] = _hash([facts, said, [(one, people[one]) for one in speakers]])
        return prints


_REVISIONS = "SELECT transcript, revision, language FROM latest_revisions ORDER BY transcript"
_TURNS = "SELECT transcript, number, role, question, respondent FROM latest_turns ORDER BY transcript, number"


def _hash(facts: object) -> str:
    return blake2b(json.dumps(facts).encode(), digest_size=16).hexdigest()
