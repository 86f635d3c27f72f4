"""Survey exports (KoboToolbox, ODK, SurveyCTO): one row an interview, one column a question."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Grid
from qualcode.readers.survey.columns import Kinds, kinds_of
from qualcode.readers.survey.table import Column, SurveyTable, survey_table
from qualcode.settings import ProfileField, SurveySettings

_KEYS = ("KEY", "_uuid", "uuid", "instanceID", "meta/instanceID", "meta-instanceID", "ResponseId", "_id")
_RESPONDENTS = ("respondent_id", "respondent id", "respondent", "participant_id", "participant", "interviewee_id")
_OWN_KEYS = ("interview_id", "id", "code", "case_id")
_DATES = (
    "interview_date",
    "date_of_interview",
    "date of the interview",
    "recording_date",
    "recordingdate",
    "survey_date",
)
_SYSTEM_DATES = ("date", "today", "start", "startdate", "starttime", "SubmissionDate", "_submission_time")


@dataclass(frozen=True, slots=True)
class SurveyInterview:
    """One row: what was asked and answered, and what the row says about the respondent."""

    key: str
    """What names the row, the same on every machine."""
    row: int
    """The row of the file."""
    respondent: str
    """The respondent's id, "" where no column holds one."""
    answers: tuple[tuple[str, str], ...]
    """Question and answer in the order of the columns, answered questions only."""
    profile: Mapping[str, str]
    """Profile field to the cell as written."""
    date: str
    """ISO 8601 where the cell is; else as written, "" for none."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey export as interviews, in the order of its rows."""

    interviews: tuple[SurveyInterview, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Identity:
    """The columns that name the row, the respondent and the date; None for none."""

    key: Column | None
    respondent: Column | None
    date: Column | None


def survey_rows(
    grid: Grid,
    *,
    settings: SurveySettings,
    fields: Mapping[str, ProfileField],
    file: str = "",
    own_profile: bool = False,
) -> Survey:
    """The rows of `grid` as interviews; `file` is the name that problems show, the grid's where none is given.

    With `own_profile`, for a study that declares no fields, the columns left over are the respondents' profile.

    Faults (a column study.yaml names and the file lacks, a key twice, no answers at all) are among the problems.
    """
    file = file or grid.name
    table = survey_table(grid)
    missing = tuple(_missing(table, settings, file))
    if missing:
        return Survey((), missing)
    identity = _identity(table, settings)
    naming = [column for column in (identity.key, identity.respondent) if column is not None]
    kinds = kinds_of(table.columns, settings, fields, identifying=naming, own_profile=own_profile)
    interviews, empty, silent = _interviews(table, kinds, identity)
    problems = [*_column_notes(kinds, file), *_row_notes(empty, silent, file)]
    if own_profile and kinds.profile:
        problems.append(_own_profile(kinds, file))
    if not kinds.answers:
        problems.append(_no_answers(kinds, file))
    problems += _key_problems(interviews, identity, file)
    if interviews and identity.key is None:
        what = "no column names the interviews, so their row numbers do."
        fix = "keep the order of the rows from now on, or name a column: survey: {key: COLUMN} in study.yaml"
        problems.append(Problem(what, Where(file), fix, Severity.NOTE))
    return Survey(tuple(interviews), tuple(problems))


def _own_profile(kinds: Kinds, file: str) -> Problem:
    named = _headings(tuple(kinds.profile.values()))
    what = f"taken as the respondents' profile, since study.yaml declares none: {named}."
    return Problem(what, Where(file), "declare the fields you want under fields: in study.yaml", Severity.NOTE)


def _missing(table: SurveyTable, settings: SurveySettings, file: str) -> Iterator[Problem]:
    """The columns that study.yaml names and the file does not have."""
    named = [("key", settings.key), ("respondent", settings.respondent)]
    named += [("questions", question) for question in settings.questions]
    for setting, name in named:
        if name and not any(column.called(name) for column in table.columns):
            headings = ", ".join(column.heading[:40] for column in table.columns[:12] if column.heading)
            what = f'study.yaml names the column "{name}" (survey: {setting}), which this file does not have.'
            yield Problem(what, Where(file), f"write it as the file does: {headings}")


def _identity(table: SurveyTable, settings: SurveySettings) -> _Identity:
    """The columns that name rows and respondents: as declared, else by their headings."""
    respondent = _named(table, (settings.respondent,) if settings.respondent else _RESPONDENTS)
    key = _named(table, (settings.key,) if settings.key else (*_KEYS, *_RESPONDENTS, *_OWN_KEYS))
    return _Identity(key, respondent, _named(table, (*_DATES, *_SYSTEM_DATES)))


def _named(table: SurveyTable, names: Sequence[str]) -> Column | None:
    """The first column called by the earliest of `names` that holds anything."""
    found = (column for name in names for column in table.columns if column.called(name) and column.filled)
    return next(found, None)


def _interviews(
    table: SurveyTable, kinds: Kinds, identity: _Identity
) -> tuple[list[SurveyInterview], list[int], list[int]]:
    """The interviews, the rows that are empty, and the rows in which nobody answered anything."""
    interviews, empty, silent = [], [], []
    for index, row in enumerate(table.rows):
        answers = tuple(
            (column.question, column.cells[index]) for column in kinds.answers if column.cells[index].strip()
        )
        if not any(column.cells[index].strip() for column in table.columns):
            empty.append(row)
        elif not answers:
            silent.append(row)
        else:
            profile = {name: column.cells[index].strip() for name, column in kinds.profile.items()}
            key = _cell(identity.key, index).removeprefix("uuid:") or f"row{row}"
            respondent = _cell(identity.respondent, index)
            interviews.append(SurveyInterview(key, row, respondent, answers, profile, _date(identity.date, index)))
    return interviews, empty, silent


def _cell(column: Column | None, index: int) -> str:
    return column.cells[index].strip() if column is not None else ""


def _date(column: Column | None, index: int) -> str:
    """The day of a cell that is in ISO 8601, else the cell as written."""
    written = _cell(column, index)
    found = regex.match(r"\d{4}-\d{2}-\d{2}(?=$|[T ])", written)
    return found.group() if found else written


def _column_notes(kinds: Kinds, file: str) -> Iterator[Problem]:
    """What was made of the columns, so that a person can put it right."""
    if kinds.answers and not kinds.declared:
        what = f"taken as answers in the respondents' words: {_headings(kinds.answers)}."
        yield Problem(
            what, Where(file), "survey: {questions: [...]} in study.yaml, if these are not the ones", Severity.NOTE
        )
    if kinds.system:
        what = f"left out because a device recorded them or they could identify somebody: {_headings(kinds.system)}."
        yield Problem(what, Where(file), "survey: {keep: [...]} in study.yaml, if one of them is needed", Severity.NOTE)
    if kinds.others or kinds.options:
        parts = [_headings(kinds.others)] if kinds.others else []
        if kinds.options:
            noun = "column" if len(kinds.options) == 1 else "columns"
            parts.append(f"{len(kinds.options)} yes/no {noun} of questions with several answers")
        what = f"neither answers nor profile fields, and left out: {' and '.join(parts)}."
        yield Problem(
            what, Where(file), "survey: {questions: [...]} in study.yaml, to read them as answers", Severity.NOTE
        )


def _row_notes(empty: Sequence[int], silent: Sequence[int], file: str) -> Iterator[Problem]:
    """What was made of rows that are no interview."""
    if empty:
        noun = "row was" if len(empty) == 1 else "rows were"
        yield Problem(f"{len(empty)} empty {noun} skipped.", Where(file, row=empty[0]), severity=Severity.NOTE)
    if silent:
        rows = ", ".join(str(row) for row in silent[:8]) + (f" and {len(silent) - 8} more" if len(silent) > 8 else "")
        noun = "row holds" if len(silent) == 1 else "rows hold"
        what = f"{len(silent)} {noun} no answer and {'was' if len(silent) == 1 else 'were'} skipped: {rows}."
        yield Problem(what, Where(file, row=silent[0]), "look whether the interview was refused", Severity.WARNING)


def _no_answers(kinds: Kinds, file: str) -> Problem:
    what = "no column holds answers in the respondents' words."
    columns = _headings(kinds.others[:6]) if kinds.others else "COLUMN, ..."
    return Problem(what, Where(file), f"survey: {{questions: [{columns}]}} in study.yaml, with the columns that do")


def _key_problems(interviews: Sequence[SurveyInterview], identity: _Identity, file: str) -> Iterator[Problem]:
    """Rows that share a key: they could not be told apart ever after."""
    rows = defaultdict(list)
    for interview in interviews:
        rows[interview.key].append(interview.row)
    for shared in rows.values():
        if len(shared) > 1 and identity.key is not None:
            listed = " and ".join([", ".join(str(row) for row in shared[:-1]), str(shared[-1])])
            what = f'rows {listed} have the same value in "{identity.key.heading}", which is to name each interview.'
            fix = "correct the file, or name another column: survey: {key: COLUMN} in study.yaml"
            yield Problem(what, Where(file, row=shared[1]), fix)


def _headings(columns: Sequence[Column]) -> str:
    """The headings of `columns`, long ones shortened."""
    return ", ".join(_short(column.heading or f"column {column.index + 1}") for column in columns)


def _short(heading: str) -> str:
    flat = " ".join(heading.split())
    return flat if len(flat) <= 60 else f"{flat[:57]}..."
