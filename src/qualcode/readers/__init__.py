"""Source files to transcripts: what is read, who spoke, and what a person should look at."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Where, has_errors
from qualcode.model.respondent import Respondent
from qualcode.model.source import Document, Grid
from qualcode.model.transcript import Interpreting, Role, Transcript
from qualcode.readers.formats.cleaning import sound
from qualcode.readers.naming import Identity, contradictions, identify, interview_date
from qualcode.readers.reading import Reading
from qualcode.readers.speakers.answer_columns import answer_rows
from qualcode.readers.speakers.interview import Casting, Interview, read_interview
from qualcode.readers.speakers.speaker_table import speaker_rows
from qualcode.readers.survey.interviews import read_survey
from qualcode.registry import Registry
from qualcode.settings import Settings

FORMATS = Registry(
    {
        ".docx": "qualcode.readers.formats.word:read",
        ".odt": "qualcode.readers.formats.opendocument:read",
        ".rtf": "qualcode.readers.formats.rtf:read",
        ".pdf": "qualcode.readers.formats.pdf:read",
        ".txt": "qualcode.readers.formats.plain:read",
        ".md": "qualcode.readers.formats.plain:read",
        ".vtt": "qualcode.readers.formats.captions:read",
        ".srt": "qualcode.readers.formats.captions:read",
        ".csv": "qualcode.readers.formats.cells:read",
        ".tsv": "qualcode.readers.formats.cells:read",
        ".xlsx": "qualcode.readers.formats.cells:read",
        ".json": "qualcode.readers.formats.json_transcript:read",
    }
)
"""What is read: suffix to a function from a path to a Document, or to grids for files of cells."""


def read(
    path: Path,
    settings: Settings | None = None,
    *,
    respondents: Sequence[Respondent] = (),
    roles: Mapping[str, Role] | None = None,
    interpreter: Interpreting | None = None,
) -> Reading:
    """The interviews in the file at `path`; `roles` are labels that a person has settled before.

    Raises ProblemsError where the file cannot be used.
    """
    settings = settings or Settings()
    identity = identify(path, respondents)
    said = settings.transcript(identity.id, path.name, path.stem)
    found = FORMATS.load(path)(path, encoding=said.encoding or settings.encoding)
    if not isinstance(found, Document):
        document = _spoken_grid(found, path.name)
        if document is None:
            return read_survey(found, path, settings, respondents)
        found = document
    found = sound(found, file=path.name)
    casting = cast_for(identity, path.name, settings, roles=roles or {}, interpreter=interpreter)
    interview = read_interview(found, casting, file=identity.id)
    date, faults = interview_date(path, identity, interview.fields, settings)
    problems = (*faults, *contradictions(path, identity, interview.fields, settings), *interview.problems)
    if has_errors(problems):
        raise ProblemsError(f"{path.name} cannot be imported.", problems)
    transcript = _transcript(identity, path, interview)
    transcript = replace(transcript, date=date, language=said.language or settings.language, round=said.round)
    holds = {transcript.id: interview.hold} if interview.hold else {}
    return Reading((transcript,), problems, {transcript.id: interview.speakers}, holds)


def _spoken_grid(grids: Sequence[Grid], file: str) -> Document | None:
    """A file of cells that is one transcript, with a column of speakers or a column for each side."""
    for grid in grids:
        document = speaker_rows(grid, file=file) or answer_rows(grid)
        if document is not None:
            return document
    return None


def cast_for(
    identity: Identity,
    file: str,
    settings: Settings,
    *,
    roles: Mapping[str, Role],
    interpreter: Interpreting | None = None,
) -> Casting:
    """What is declared about the speakers of one transcript: by a person, for it, for the study, in that order."""
    said = settings.transcript(identity.id, file, Path(file).stem)
    declared: dict[str, Role] = dict(roles)
    for label, role in said.speakers.items():
        declared.setdefault(label, role)
    for role, labels in settings.speakers.items():
        for label in labels:
            declared.setdefault(label, role)
    people = {one.speaker: one.id for one in identity.respondents if one.speaker}
    alone = identity.respondents[0].id if len(identity.respondents) == 1 else None
    return Casting(
        declared,
        {**people, **said.respondents},
        alone if identity.respondents else identity.id,
        said.interpreter or interpreter or settings.interpreter,
    )


def _transcript(identity: Identity, path: Path, interview: Interview) -> Transcript:
    if not any(turn.span.end > turn.span.start for turn in interview.turns):
        raise ProblemsError(
            f"{path.name} cannot be imported.",
            [Problem("no words were found in it.", Where(path.name), "check that it is the right file")],
        )
    return Transcript(
        identity.id,
        interview.text,
        interview.turns,
        interview.segments,
        path.name,
        hashlib.sha256(path.read_bytes()).hexdigest(),
        header=interview.fields,
    )
