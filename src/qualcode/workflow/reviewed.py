"""A review sheet read back: every row checked against the study, and what a person decided kept."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qualcode.analysis.quoting import squeezed
from qualcode.errors import ProblemsError, QualcodeError
from qualcode.exporters.review_sheet import ABOUT, DECISIONS, HEADINGS, SHEET, shown
from qualcode.model.decision import Action, Decided, Passage
from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.formats import cells
from qualcode.workflow.desk import Desk, Word
from qualcode.workflow.explaining import passage
from qualcode.workflow.study import Study

_AGAIN = "qualcode review export writes a new sheet; copy your decision there"


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """What a review sheet brought."""

    coder: str
    counts: Mapping[str, int]
    """What was done (accept, reject, change, add, memo) to how often; `known` is how much was decided so already."""
    problems: tuple[Problem, ...]
    """The rows that were not taken, and why."""
    ideas: tuple[tuple[str, str], ...]
    """Ideas for new codes, each with the segment it is written beside."""
    disputed: int
    """Decisions beside others of the same coder that were made since the sheet was written."""


def import_review(study: Study, path: Path, *, coder: str = "") -> ReviewReport:
    """Reads the decisions of a review sheet; rows that are not as they were given are refused, the others are taken.

    Reading the same sheet twice decides nothing twice. Raises ProblemsError for a file that is no review sheet.
    """
    name, blind, rows = _read(path, study.settings.encoding)
    reader = _Reader(Desk(study, coder or name, blind=blind), path.name)
    with study.store.transaction():
        for number, row in rows:
            reader.take(number, row)
            if blind:
                reader.was_given(row["key"])
        study.store.log("review import", file=path.name, coder=reader.desk.coder, **reader.counts)
    return ReviewReport(
        reader.desk.coder, dict(reader.counts), tuple(reader.problems), tuple(reader.ideas), reader.disputed
    )


class _Reader:
    """Takes the rows of one sheet."""

    def __init__(self, desk: Desk, file: str) -> None:
        self.desk = desk
        self.problems: list[Problem] = []
        self.ideas: list[tuple[str, str]] = []
        self.counts: Counter[str] = Counter()
        self.disputed = 0
        self._file = file

    def take(self, number: int, row: Mapping[str, str]) -> None:
        """Keeps what a row says, or says why not; a row is taken as a whole or not at all."""
        if not any(row[name] for name in ("decision", "code", "second", "comment", "new")):
            return
        before = (Counter(self.counts), list(self.ideas), self.disputed)
        try:
            with self.desk.study.store.transaction():
                self._take(row)
        except QualcodeError as error:
            self.counts, self.ideas, self.disputed = before
            place = Where(self._file, row=number)
            self.problems.append(Problem(error.what, place, error.hint, Severity.WARNING))

    def was_given(self, key: str) -> None:
        """Keeps that a sentence lay before a blind coder, whether they coded it or left it empty."""
        try:
            transcript, numbers = passage(self.desk.study, key.partition("|")[0])
            where = self.desk.passage(transcript.id, numbers[0], numbers[-1])
        except QualcodeError:
            return  # a row that was spoiled, or whose words may no longer be shown, was not given
        self.desk.study.store.add_given(self.desk.coder, where.transcript, where.revision, numbers)

    def _take(self, row: Mapping[str, str]) -> None:
        segment, _, rest = row["key"].partition("|")
        transcript, numbers = passage(self.desk.study, segment)
        where = self.desk.passage(transcript.id, numbers[0], numbers[-1])
        if squeezed(shown(where.quote)) != squeezed(row["passage"]):
            raise QualcodeError("the words of the passage are not those of the study.", hint=_AGAIN)
        decision = row["decision"].casefold()
        if decision and decision not in DECISIONS:
            raise QualcodeError(f'"{decision}" is no decision.', hint=f"one of: {', '.join(DECISIONS)}")
        changes = {"agent": row["agent"], "assertion": row["assertion"]}
        wanted = [row["code"], row["second"]]
        if decision:
            if not rest:
                raise QualcodeError("there is no suggestion here to decide on.", hint="choose a code instead")
            one, known = self._suggested(transcript.id, rest)
            if decision == Action.CHANGE:
                self._judge(one, known, Action.CHANGE, {**changes, "code": wanted.pop(0)}, row["comment"])
            else:
                self._judge(one, known, Action(decision), {}, row["comment"])
        for code in filter(None, wanted):
            self._add(where, code, {} if decision == Action.CHANGE else changes, "" if decision else row["comment"])
        for memo in self._memos(row, spoken=bool(decision or any(wanted))):
            self._note(where, memo)

    def _memos(self, row: Mapping[str, str], *, spoken: bool) -> Iterator[str]:
        if row["comment"] and not spoken:
            yield row["comment"]
        if row["new"]:
            self.ideas.append((row["key"].partition("|")[0], row["new"]))
            yield f"New code? {row['new']}"

    def _suggested(self, transcript: str, key: str) -> tuple[Decided, frozenset[str]]:
        """The coding that a row was written for, and the coder's decisions that the row knew of."""
        start, end, code, added, own = (key.split("|") + [""] * 5)[:5]
        for one in self.desk.decided(transcript):
            base = one.base
            same = (str(base.span.start), str(base.span.end), base.code) == (start, end, self.desk.names.of_code(code))
            if one.added_by == added and (same or added):
                return one, frozenset(filter(None, own.split(",")))
        raise QualcodeError("this coding is no longer there: the study has been coded again.", hint=_AGAIN)

    def _judge(
        self, one: Decided, known: frozenset[str], action: Action, changes: Mapping[str, str], memo: str
    ) -> None:
        said = tuple(sorted((name, value) for name, value in changes.items() if value))
        own = [made for made in one.decisions if made.coder == self.desk.coder]
        if any((made.action, made.changes) == (action, said) for made in own):
            self.counts["known"] += 1
            return
        self.desk.judge(one, Word(action, changes, memo, knowing=known))
        self.counts[str(action)] += 1
        self.disputed += any(made.id not in known for made in own)

    def _add(self, where: Passage, code: str, changes: Mapping[str, str], memo: str) -> None:
        there = any(
            one.base.code == code
            and one.coding.coder == self.desk.coder
            and one.base.first_segment == where.first_segment
            for one in self.desk.decided(where.transcript)
            if one.base.method == "human"
        )
        if there:
            self.counts["known"] += 1
            return
        self.desk.add(where, code, changes=changes, memo=memo)
        self.counts["add"] += 1

    def _note(self, where: Passage, memo: str) -> None:
        if any(one.action is Action.MEMO and one.memo == memo for one in self.desk.noted(where)):
            self.counts["known"] += 1
            return
        self.desk.note(where, memo)
        self.counts["memo"] += 1


def _read(path: Path, encoding: str) -> tuple[str, bool, list[tuple[int, dict[str, str]]]]:
    """The coder, whether they were blind, and the rows with their numbers."""
    grids = {grid.name: grid for grid in cells.read(path, encoding=encoding)}
    titles = {name: title for name, (title, _) in HEADINGS.items()}
    headings = [word.strip() for word in grids[SHEET].rows[0]] if SHEET in grids and grids[SHEET].rows else []
    missing = next((title for title in titles.values() if title not in headings), "")
    if missing or ABOUT not in grids:
        what = f"there is no column {missing}." if headings and missing else "this is no review sheet."
        fix = "the file that qualcode review export wrote, filled in"
        raise ProblemsError("nothing was decided.", [Problem(what, Where(path.name), fix)])
    about = {row[0]: row[1] for row in grids[ABOUT].rows if len(row) > 1}
    places = {name: headings.index(title) for name, title in titles.items()}
    grid, rows = grids[SHEET], []
    for number, row in enumerate(grid.rows[1:], start=grid.first_row + 1):
        rows.append((number, {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}))
    return about.get("Coder", ""), about.get("Blind", "") == "yes", rows
