"""Survey exports as interviews: every answered question is a question and an answer."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where, has_errors
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.source import Grid, Position
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.readers.naming import plain_id
from qualcode.readers.reading import Reading
from qualcode.readers.respondents.attribution import attribution
from qualcode.readers.respondents.values import UnreadableValueError, Values
from qualcode.readers.survey.rows import SurveyInterview, survey_rows
from qualcode.settings import Settings
from qualcode.text import sentences


def read_survey(grids: Sequence[Grid], path: Path, settings: Settings, respondents: Sequence[Respondent]) -> Reading:
    """One transcript for each row of a survey export; ProblemsError where no column holds answers."""
    surveys = [
        survey_rows(
            grid, settings=settings.survey, fields=settings.fields, file=path.name, own_profile=not settings.fields
        )
        for grid in grids
    ]
    filled = [survey for survey in surveys if survey.interviews]
    problems = tuple(problem for grid in grids for problem in grid.problems)
    problems += tuple(problem for survey in filled or surveys for problem in survey.problems)
    if not filled and not has_errors(problems):
        what = "no column holds answers in a respondent's words, and no column says who speaks."
        fix = "survey: {questions: [COLUMN, ...]} in study.yaml"
        problems += (Problem(what, Where(path.name), fix),)
    if has_errors(problems):
        raise ProblemsError(f"{path.name} cannot be imported.", problems)
    known = {one.id: one for one in respondents}
    rows = [row for survey in filled for row in survey.interviews]
    transcripts = tuple(_transcript(row, path, settings, known) for row in rows)
    described, faults = _described([row for row in rows if _owner(row, path, known) not in known], path, settings)
    return Reading(transcripts, (*problems, *faults), respondents=described)


def _id(row: SurveyInterview, path: Path) -> str:
    return f"{plain_id(path.stem)}:{row.key}"


def _owner(row: SurveyInterview, path: Path, known: dict[str, Respondent]) -> str:
    """Whose answers a row holds: the respondent it names, or the row itself."""
    if row.respondent:
        return row.respondent
    return row.key if row.key in known else _id(row, path)


def _described(
    rows: Sequence[SurveyInterview], path: Path, settings: Settings
) -> tuple[tuple[Respondent, ...], tuple[Problem, ...]]:
    """Respondents as their rows describe them, in the study's own words; a value it does not know is left open."""
    values = Values(settings, declared=bool(settings.fields))
    people: list[Respondent] = []
    problems: list[Problem] = []
    for row in rows:
        attributes: dict[str, tuple[str, ...]] = {}
        for name, cell in row.profile.items():
            try:
                attributes[name] = (
                    values.attribute(name, cell) if name in settings.fields else tuple(filter(None, [cell]))
                )
            except UnreadableValueError as fault:
                where = Where(path.name, row=row.row)
                problems.append(Problem(f"{fault.what} It is left open.", where, fault.fix, Severity.WARNING))
        kind = "".join(attributes.pop("respondent_type", ()))
        label, _ = attribution(kind, attributes, settings)
        people.append(Respondent(_owner(row, path, {}), kind, attributes, Consent.UNKNOWN, label))
    return tuple(people), (*problems, *values.notes(Where(path.name)))


def _transcript(row: SurveyInterview, path: Path, settings: Settings, known: dict[str, Respondent]) -> Transcript:
    """The questions that were answered, each followed by its answer."""
    owner = _owner(row, path, known)
    text = ""
    turns: list[Turn] = []
    for question, answer in row.answers:
        for words, role in ((question, Role.INTERVIEWER), (answer.strip(), Role.RESPONDENT)):
            start = len(text)
            text += words + "\n"
            asked = len(turns) if role is Role.RESPONDENT else None
            who = owner if role is Role.RESPONDENT else None
            span = Span(start, start + len(words))
            turns.append(Turn(len(turns) + 1, "", role, span, Position(row=row.row), who, asked))
    spans = [(turn.number, span) for turn in turns for span in sentences(text, turn.span.start, turn.span.end)]
    segments = tuple(Segment(number, turn, span) for number, (turn, span) in enumerate(spans, start=1))
    content = "\x1f".join((path.stem, row.key, *(cell for pair in row.answers for cell in pair)))
    return Transcript(
        _id(row, path),
        text,
        tuple(turns),
        segments,
        path.name,
        hashlib.sha256(content.encode()).hexdigest(),
        language=settings.language,
        date=row.date,
    )
