"""Codings and the runs that made them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from itertools import groupby
from typing import Any

from qualcode.model.coding import Coding, CodingChange, Run
from qualcode.model.transcript import Span
from qualcode.store.connection import Database
from qualcode.store.log import now

_PLAIN = tuple(one.name for one in fields(Coding) if one.name not in ("span", "evidence"))
"""What of a coding is stored as it is, each in the column of its name."""
_OF_CODING = ", ".join(["c.start", 'c."end"', "c.evidence", *(f"c.{name}" for name in _PLAIN)])

# The names put into these statements are those of the model: nothing in them comes from outside.
_ADD = (
    f'INSERT INTO codings (run, start, "end", evidence, {", ".join(_PLAIN)})'  # noqa: S608
    f" VALUES (?, ?, ?, ?{', ?' * len(_PLAIN)})"
)
_IN_ORDER = f"""
    SELECT {_OF_CODING} FROM codings c JOIN transcripts t ON t.id = c.transcript AND t.revision = c.revision
    ORDER BY c.transcript, c.start, c."end", c.code, c.rule, c.method, c.coder
"""  # noqa: S608
# With ?2 = 1 what run ?1 has and the others have not, with ?2 = 0 what they have and run ?1 has not.
_UNMATCHED = f"""
    SELECT {_OF_CODING} FROM codings c WHERE c.method = 'rule' AND (c.run = ?1) = ?2 AND NOT EXISTS (
        SELECT 1 FROM codings o
        WHERE o.method = 'rule' AND (o.run = ?1) <> ?2 AND o.transcript = c.transcript AND o.revision = c.revision
            AND o.first_segment = c.first_segment AND o.last_segment = c.last_segment AND o.code = c.code
    )
    ORDER BY c.transcript, c.revision, c.first_segment, c.last_segment, c.code, c.start, c.rule
"""  # noqa: S608
_LAST_RUN = """
    SELECT codebook_name, codebook_version, codebook_hash, engine, model, transcripts, codings FROM runs
    ORDER BY id DESC LIMIT 1
"""


class Codings(Database):
    """The codings of a study."""

    def codings(self) -> Iterator[Coding]:
        """Every coding on the latest revisions, in the order of the codings table, one in memory at a time."""
        return (_coding(row) for row in self._stream(_IN_ORDER))

    def last_run(self) -> Run | None:
        """The latest run, None before the first."""
        rows = self._rows(_LAST_RUN)
        return Run(*rows[0]) if rows else None

    def replace_rule_codings(self, run: Run, codings: Iterable[Coding]) -> tuple[CodingChange, ...]:
        """Puts the codings of a run in the place of those of the run before; people's codings stay.

        Returns what each code gained and lost, codes in alphabetical order. Two codings are the same where transcript,
        revision, span and code are, whichever rule made them.
        """
        with self.transaction():
            self._write("INSERT INTO runs VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", now(), *astuple(run))
            ((number,),) = self._rows("SELECT max(id) FROM runs")
            self._write_all(_ADD, ((number, *_row(coding)) for coding in codings))
            gained, lost = self._unmatched(number, here=True), self._unmatched(number, here=False)
            self._write("DELETE FROM codings WHERE method = 'rule' AND run <> ?", number)
        return _by_code(gained, lost)

    def _unmatched(self, run: int, *, here: bool) -> list[Coding]:
        """Rule codings only the run has (`here`) or only those before it have, each once."""
        found = (_coding(row) for row in self._stream(_UNMATCHED, run, here))
        return [next(same) for _, same in groupby(found, key=_what)]


def _what(coding: Coding) -> tuple[str, int, int, int, str]:
    """What makes two codings the same to a reader: a code on a passage, whichever rule and words put it there."""
    return (coding.transcript, coding.revision, coding.first_segment, coding.last_segment, coding.code)


def _row(coding: Coding) -> tuple[Any, ...]:
    evidence = json.dumps([[span.start, span.end] for span in coding.evidence])
    return (coding.span.start, coding.span.end, evidence, *(getattr(coding, name) for name in _PLAIN))


def _coding(row: tuple[Any, ...]) -> Coding:
    start, end, evidence, *plain = row
    spans = tuple(Span(*span) for span in json.loads(evidence))
    return Coding(span=Span(start, end), evidence=spans, **dict(zip(_PLAIN, plain, strict=True)))


def _by_code(gained: Iterable[Coding], lost: Iterable[Coding]) -> tuple[CodingChange, ...]:
    """Gained and lost codings, together for each code."""
    codes: dict[str, tuple[list[Coding], list[Coding]]] = {}
    for side, found in enumerate((gained, lost)):
        for coding in found:
            codes.setdefault(coding.code, ([], []))[side].append(coding)
    return tuple(CodingChange(code, tuple(codes[code][0]), tuple(codes[code][1])) for code in sorted(codes))
