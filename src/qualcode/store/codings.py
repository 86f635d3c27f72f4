"""Codings and the runs that made them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields, replace
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, TypeAlias, overload

from qualcode.model.coding import CodedState, Coding, CodingChange, Replaced, Run
from qualcode.model.transcript import Span
from qualcode.store.connection import Database
from qualcode.store.log import now

CodingRow: TypeAlias = tuple[str | int, ...]
"""A coding as the database holds it: texts and numbers only, so that it travels cheaply between processes."""

_FIELDS = tuple(one.name for one in fields(Coding))
_COLUMNS = ("transcript", "start", '"end"', *_FIELDS[_FIELDS.index("span") + 1 :])
"""In the order of the fields of a coding: its span is two columns, its evidence and spans are JSON in one each."""
_OF_CODING = ", ".join(f"c.{name}" for name in _COLUMNS)
_quoted = cache(json.dumps)
_CODE = _COLUMNS.index("code")
_before_evidence = attrgetter(*_FIELDS[_FIELDS.index("span") + 1 : _FIELDS.index("evidence")])
_after_evidence = attrgetter(*_FIELDS[_FIELDS.index("evidence") + 1 : _FIELDS.index("spans")])

# The names put into these statements are those of the model: nothing in them comes from outside.
_ADD = f"INSERT INTO codings (run, {', '.join(_COLUMNS)}) VALUES (?{', ?' * len(_COLUMNS)})"  # noqa: S608
_IN_ORDER = f"""
    SELECT {_OF_CODING} FROM codings c JOIN transcripts t ON t.id = c.transcript AND t.revision = c.revision
    ORDER BY c.transcript, c.start, c."end", c.code, c.rule, c.method, c.coder
"""  # noqa: S608
_OF_ONE = _IN_ORDER.replace("ORDER BY", "WHERE c.transcript = ? ORDER BY")
_LAST_RUN = """
    SELECT codebook_name, codebook_version, codebook_hash, engine, model, transcripts, codings FROM runs
    ORDER BY id DESC LIMIT 1
"""
# Each of these is answered by an index alone.
_CODES = "SELECT DISTINCT code FROM codings WHERE method = 'rule'"
_TRANSCRIPTS = "SELECT DISTINCT transcript FROM codings"
_MARK = "INSERT OR IGNORE INTO temp.replaced SELECT id FROM codings WHERE method = 'rule'"
_MARK_CODE = f"{_MARK} AND code = ?"
_MARK_TRANSCRIPT = f"{_MARK} AND transcript = ?"
_PASSAGE = ("transcript", "revision", "first_segment", "last_segment", "code")
"""What makes two codings the same to a reader: a code on a passage, whichever rule and words put it there."""
_OLD = f"SELECT {_OF_CODING}, c.id FROM temp.replaced JOIN codings c USING (id)"  # noqa: S608
_passage = itemgetter(*(_COLUMNS.index(name) for name in _PASSAGE))
_by_passage = itemgetter(*(_COLUMNS.index(name) for name in (*_PASSAGE, "start", "rule")))
# Rows are stored a transcript after the other, as they are read: neighbours share a page of the file.
_in_file = itemgetter(*(_COLUMNS.index(name) for name in ("transcript", "code")))


_CODED_RESPONDENTS = """
    SELECT count(DISTINCT t.respondent) FROM codings c
    JOIN latest_turns t ON t.transcript = c.transcript AND t.revision = c.revision AND t.number = c.turn
"""


class _Difference(NamedTuple):
    """What a run writes, and what it tells: rows to add and ids to delete, rows on passages gained and lost."""

    added: list[CodingRow]
    gone: list[tuple[int]]
    gained: list[CodingRow]
    lost: list[CodingRow]


class Codings(Database):
    """The codings of a study."""

    def codings(self) -> Iterator[Coding]:
        """Every coding on the latest revisions, in the order of the codings table, one in memory at a time."""
        return (_coding(row) for row in self._stream(_IN_ORDER))

    def rule_codings(self, transcript: str) -> tuple[Coding, ...]:
        """The rules' codings on the latest revision of one transcript, in the order of the codings table."""
        return tuple(map(_coding, self._stream(_OF_ONE, transcript)))

    def last_run(self) -> Run | None:
        """The latest run, None before the first."""
        rows = self._rows(_LAST_RUN)
        return Run(*rows[0]) if rows else None

    def coded_respondents(self) -> int:
        """How many respondents have a coding on the latest revision of what they said."""
        ((count,),) = self._rows(_CODED_RESPONDENTS)
        return int(count)

    def coded_state(self) -> CodedState:
        """What the last run coded from; empty before the first."""
        codes = self._rows("SELECT code, hash FROM coded_codes")
        transcripts = self._rows("SELECT transcript, fingerprint FROM coded_transcripts")
        return CodedState(dict(codes), dict(transcripts))

    def replace_rule_codings(
        self,
        run: Run,
        rows: Iterable[CodingRow],
        *,
        state: CodedState,
        codes: frozenset[str],
        transcripts: frozenset[str],
    ) -> Replaced:
        """Puts `rows` in the place of the rules' codings of `codes` and of `transcripts`; all others stay.

        Codings of codes and transcripts that `state` no longer has go too; people's codings always stay. `rows` are
        taken to their end before the study is locked. Gained and lost are the passages of what was replaced, codes in
        alphabetical order.
        """
        new = Counter(rows)
        with self.transaction():
            self._write("INSERT INTO runs VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", now(), *astuple(run))
            ((number,),) = self._rows("SELECT max(id) FROM runs")
            self._mark(state, codes, transcripts)
            found = self._compared(new)
            self._write("DROP TABLE temp.replaced")
            self._write_all("DELETE FROM codings WHERE id = ?", found.gone)
            self._write_all(_ADD, ((number, *row) for row in found.added))
            self._put_state(state)
            ((total,),) = self._rows("SELECT count(*) FROM codings WHERE method = 'rule'")
            self._write("UPDATE runs SET codings = ? WHERE id = ?", total, number)
        return Replaced(replace(run, codings=total), _by_code(found.gained, found.lost))

    def _mark(self, state: CodedState, codes: frozenset[str], transcripts: frozenset[str]) -> None:
        """Lists the ids of what is to be replaced in a table of this connection."""
        self._write("CREATE TEMP TABLE replaced (id INTEGER PRIMARY KEY)")
        for names, mark, named, kept in (
            (_CODES, _MARK_CODE, codes, state.codes),
            (_TRANSCRIPTS, _MARK_TRANSCRIPT, transcripts, state.transcripts),
        ):
            there = self._rows(names)
            self._write_all(mark, (name for name in there if name[0] in named or name[0] not in kept))

    def _compared(self, new: Counter[CodingRow]) -> _Difference:
        """How `new` rows differ from those to be replaced. Most of a run's rows are there already, and are let be."""
        before: set[tuple[str | int, ...]] = set()
        after = set(map(_passage, new))
        gone, lost = [], []
        for id_, row in ((one[-1], one[:-1]) for one in self._stream(_OLD)):
            passage = _passage(row)
            before.add(passage)
            if new[row]:
                new[row] -= 1
                continue
            gone.append((id_,))
            if passage not in after:
                lost.append(row)
        added = sorted(new.elements(), key=_in_file)
        return _Difference(added, gone, [row for row in added if _passage(row) not in before], lost)

    def _put_state(self, state: CodedState) -> None:
        """Keeps what the codings are made from now."""
        self._write("DELETE FROM coded_codes")
        self._write_all("INSERT INTO coded_codes VALUES (?, ?)", state.codes.items())
        self._write("DELETE FROM coded_transcripts")
        self._write_all("INSERT INTO coded_transcripts VALUES (?, ?)", state.transcripts.items())


def coding_row(coding: Coding) -> CodingRow:
    """The coding as `replace_rule_codings` takes it."""
    # This is JSON, put together by hand in a third of the time.
    evidence = ", ".join([f"[{one.start}, {one.end}]" for one in coding.evidence])
    spans = ", ".join([f"[{_quoted(name)}, {one.start}, {one.end}]" for name, one in coding.spans])
    place = (coding.transcript, coding.span.start, coding.span.end)
    return (*place, *_before_evidence(coding), f"[{evidence}]", *_after_evidence(coding), f"[{spans}]")


def _coding(row: tuple[Any, ...]) -> Coding:
    transcript, start, end, turn, first, last, theme, code, rule, matched, evidence, *rest, spans = row
    where = tuple([Span(*one) for one in json.loads(evidence)])
    marked = tuple([(name, Span(*one)) for name, *one in json.loads(spans)])
    place = (transcript, Span(start, end), turn, first, last, theme, code, rule, matched)
    values: tuple[Any, ...] = (*place, where, *rest, marked)
    return Coding(*values)


class _Passages(Sequence[Coding]):
    """The first coding of each passage, passages in order. A first run gains every passage: each is made when asked."""

    def __init__(self, rows: Iterable[CodingRow] = ()) -> None:
        self._rows = [next(same) for _, same in groupby(sorted(rows, key=_by_passage), key=_passage)]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Coding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Coding, ...]: ...
    def __getitem__(self, index: int | slice) -> Coding | tuple[Coding, ...]:
        found = self._rows[index]
        return tuple(map(_coding, found)) if isinstance(found, list) else _coding(found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def _by_code(gained: Iterable[CodingRow], lost: Iterable[CodingRow]) -> tuple[CodingChange, ...]:
    """Gained and lost codings, together for each code, codes in alphabetical order."""
    codes: dict[str | int, tuple[list[CodingRow], list[CodingRow]]] = {}
    for side, found in enumerate((gained, lost)):
        for row in found:
            codes.setdefault(row[_CODE], ([], []))[side].append(row)
    return tuple(CodingChange(str(code), *map(_Passages, codes[code])) for code in sorted(codes, key=str))
