"""Files read with everything a study already knows about them: the list, and what people decided before."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.progress import Progress
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.transcript import Interpreting, Role, Transcript
from qualcode.readers import read
from qualcode.readers.naming import Identity, identify
from qualcode.readers.reading import Reading
from qualcode.workflow import choices
from qualcode.workflow.casting import recast
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class FileReading:
    """A file and what is in it."""

    path: Path
    reading: Reading


class Reader:
    """Reads the files of one import."""

    def __init__(
        self,
        study: Study,
        people: Sequence[Respondent],
        *,
        replacing: frozenset[str] = frozenset(),
        interpreter: Interpreting | None = None,
    ) -> None:
        self._study = study
        self._people = people
        self._replacing = replacing
        self._interpreter = interpreter
        self._ids = frozenset(study.store.transcript_ids())
        self._contents = study.store.by_content()
        self._superseded = choices.superseded(study)
        self._withdrawn = {one.id for one in people if one.consent is Consent.WITHDRAWN}

    def read_all(self, files: Sequence[Path], progress: Progress) -> tuple[list[FileReading], list[Problem]]:
        """Every file that can be read, and why others were not."""
        readings: list[FileReading] = []
        problems: list[Problem] = []
        progress.start("Reading transcripts", len(files))
        for path in files:
            found = self._read(path)
            if isinstance(found, Reading):
                readings.append(FileReading(path, found))
            else:
                problems += found
            progress.step()
        progress.finish()
        return readings, problems

    def _read(self, path: Path) -> Reading | Sequence[Problem]:
        """What is in a file, or why it is not read."""
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            what = f"it cannot be opened ({error.strerror})."
            return [Problem(what, Where(path.name), "close it in other programs, and check that you may read it")]
        identity = identify(path, self._people)
        left_out = self._left_out(path, identity, content)
        if left_out:
            return [left_out]
        try:
            return self._with_choices(path, self._stored(path, identity, content))
        except ProblemsError as error:
            return error.problems

    def _left_out(self, path: Path, identity: Identity, content: str) -> Problem | None:
        """Why a file is not even opened: its respondents have withdrawn, or a later revision of it is in the study."""
        owners = {one.id for one in identity.respondents}
        if owners and owners <= self._withdrawn:
            what = "its respondent has withdrawn consent; it was not imported."
            return Problem(what, Where(path.name), "delete the file", Severity.WARNING)
        later = self._superseded.get(content)
        if later and later not in self._replacing:
            what = f"this is an earlier revision of {later}; it was passed over."
            fix = f"qualcode import --replace {later} takes it up again"
            return Problem(what, Where(path.name), fix, Severity.NOTE)
        return None

    def _stored(self, path: Path, identity: Identity, content: str) -> Transcript | None:
        """The transcript that this file is in the study; it keeps its id where the list names it only later."""
        if identity.id in self._ids:
            return self._study.store.transcript(identity.id)
        same = self._contents.get(content)
        found = self._study.store.transcript(same) if same else None
        return found if found and found.source == path.name else None

    def _with_choices(self, path: Path, stored: Transcript | None) -> Reading:
        """What is in a file, under what people said of it before; of single turns only where the text is the same."""
        if stored is None:
            return self._recast_rows(self._open(path, {}, self._interpreter))
        said = self._interpreter or choices.interpreting(self._study, stored.id)
        roles = choices.roles_of(self._study, stored)
        reading = self._open(path, roles, said)
        if any(one.text != stored.text for one in reading.transcripts) and any(name.startswith("#") for name in roles):
            reading = self._open(path, {name: role for name, role in roles.items() if not name.startswith("#")}, said)
            what = "what was said of its single turns does not hold for the new text."
            problem = Problem(what, Where(stored.id), f"qualcode speakers {stored.id} --turns", Severity.WARNING)
            reading = replace(reading, problems=(*reading.problems, problem))
        return _renamed(reading, stored.id)

    def _open(self, path: Path, roles: Mapping[str, Role], interpreter: Interpreting | None) -> Reading:
        return read(path, self._study.settings, respondents=self._people, roles=roles, interpreter=interpreter)

    def _recast_rows(self, reading: Reading) -> Reading:
        """The rows of a survey with the roles that a person gave their turns."""
        rows = []
        for one in reading.transcripts:
            roles = choices.roles_of(self._study, one) if one.id in self._ids else {}
            rows.append(replace(one, turns=recast(self._study, one, roles)[0]) if roles else one)
        return replace(reading, transcripts=tuple(rows))


def _renamed(reading: Reading, id_: str) -> Reading:
    """A reading of one transcript under the id that the study knows it by."""
    if [one.id for one in reading.transcripts] == [id_]:
        return reading
    (transcript,) = reading.transcripts
    return replace(
        reading,
        transcripts=(replace(transcript, id=id_),),
        speakers=dict.fromkeys([id_], reading.speakers.get(transcript.id, ())),
        holds=dict.fromkeys([id_], reading.holds[transcript.id]) if reading.holds else {},
    )
