"""The transcripts of one import, gathered and compared with the study before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Interpreting, Role, Transcript
from qualcode.readers.speakers.interview import SpeakerSummary
from qualcode.readers.versions import near_identical, sketch
from qualcode.store import RespondentChange
from qualcode.workflow import choices
from qualcode.workflow.choices import Version
from qualcode.workflow.reading import FileReading
from qualcode.workflow.study import Study

EVERY = "all"
"""Stands for every transcript whose text may be replaced."""


class Batch:
    """What an import brings, sorted: new, revised, with other speakers, unchanged, refused."""

    def __init__(self, study: Study, replacing: frozenset[str], withdrawn: frozenset[str]) -> None:
        self.study = study
        self.problems: list[Problem] = []
        self.new: dict[str, Transcript] = {}
        self.revised: dict[str, Transcript] = {}
        self.recast: dict[str, Transcript] = {}
        self.unchanged: dict[str, Transcript] = {}
        self.speakers: dict[str, tuple[SpeakerSummary, ...]] = {}
        self.holds: dict[str, str] = {}
        """Why transcripts of the batch are kept out of tables."""
        self.versions: dict[str, Version] = {}
        self.paths: dict[str, Path] = {}
        self._rows: list[Respondent] = []
        self._replacing = replacing
        self._withdrawn = withdrawn
        self._contents = dict(study.store.by_content())
        self._ids = frozenset(study.store.transcript_ids())
        self._held = study.store.held()
        self._taken: dict[str, Transcript] = {}

    def take(self, found: FileReading) -> None:
        """Sorts the transcripts of one file."""
        reading = found.reading
        self.problems += reading.problems
        self._rows += reading.respondents
        for transcript in reading.transcripts:
            if self._sort(transcript, reading.holds.get(transcript.id, "")):
                self.paths[transcript.id] = found.path
                if transcript.id not in self.unchanged:
                    self.speakers[transcript.id] = reading.speakers.get(transcript.id, ())

    def _sort(self, transcript: Transcript, hold: str) -> bool:
        """Puts a transcript where it belongs; whether it belongs into the study at all."""
        owners = {turn.respondent for turn in transcript.turns if turn.respondent}
        if owners and owners <= self._withdrawn:
            what = "its respondent has withdrawn consent; it was not imported."
            self._warn(what, transcript, "delete it")
            return False
        old = self.study.store.transcript(transcript.id) if transcript.id in self._ids else None
        same = self._contents.get(transcript.content_hash, transcript.id)
        known = old is not None and old.content_hash == transcript.content_hash
        if same != transcript.id and not known and not _is_row(transcript):
            what = f"its content is the same as that of {same}; it was imported once."
            self._warn(what, transcript, "remove one of the two files")
            return False
        if not self._takes_id(transcript):
            return False
        self._contents.setdefault(transcript.content_hash, transcript.id)
        if hold:
            self.holds[transcript.id] = hold
        if old is None:
            self.new[transcript.id] = transcript
            return True
        return self._compare(old, transcript, hold)

    def _takes_id(self, transcript: Transcript) -> bool:
        """Whether no other file of the batch has this id; of two that have it none is imported."""
        key = transcript.id.casefold()
        other = self._taken.setdefault(key, transcript)
        if other is transcript:
            return True
        what = f"it gives the id {transcript.id}, and so does {other.source}."
        fix = "rename one, or name both in the respondent list's file column"
        self.problems.append(Problem(what, Where(transcript.source), fix))
        for sorted_ in (self.new, self.revised, self.recast, self.unchanged, self.speakers, self.holds, self.paths):
            sorted_.pop(other.id, None)
        return False

    def _compare(self, old: Transcript, new: Transcript, hold: str) -> bool:
        """A transcript the study has: unchanged, with other speakers, or with another text."""
        if (old.text, [turn.span for turn in old.turns]) == (new.text, [turn.span for turn in new.turns]):
            self._note_date(old, new)
            alike = _cast_of(old) == _cast_of(new) and self._held.get(old.id, "") == hold
            (self.unchanged if alike else self.recast)[new.id] = new
            return True
        if not self._replacing & {new.id, EVERY}:
            what = f"its text differs from what was imported as {new.id} (from {old.source})."
            fix = f"qualcode import --replace {new.id} stores it as a new revision; or give it another name"
            self.problems.append(Problem(what, Where(new.source), fix))
            return False
        last = old.segments[-1].number if old.segments else 0
        segments = tuple(replace(one, number=one.number + last) for one in new.segments)
        self.revised[new.id] = replace(new, segments=segments, revision=old.revision + 1)
        return True

    def _note_date(self, old: Transcript, new: Transcript) -> None:
        if old.date != new.date:
            what = f"its date was {old.date or 'not known'} and is {new.date or 'not known'}."
            self.problems.append(Problem(what, Where(new.source), severity=Severity.NOTE))

    def _warn(self, what: str, transcript: Transcript, fix: str) -> None:
        place = Where(transcript.source, detail=transcript.id if _is_row(transcript) else "")
        self.problems.append(Problem(what, place, fix, Severity.WARNING))

    def find_versions(self) -> None:
        """Sets interviews aside that are nearly the same as another, until a person has chosen one."""
        fresh = {one.id: sketch(one.text) for one in (*self.new.values(), *self.revised.values()) if not _is_row(one)}
        if not fresh:
            return
        stored = (one for one in self.study.store.transcripts() if one.id not in fresh and not _is_row(one))
        aside = choices.versions(self.study)
        for later, earlier, share in near_identical(fresh, {one.id: sketch(one.text) for one in stored}):
            before = aside | self.versions
            used = before[earlier].of if earlier in before else earlier
            if later in aside or used == later or any(one.of == later for one in aside.values()):
                continue  # somebody has chosen already, or has been asked
            self.versions[later] = Version(used, settled=False)
            self.holds.setdefault(later, self.versions[later].reason)
            what = f"{share:.0%} of it also stands in {used}: probably two versions of one interview."
            fix = f"qualcode transcripts --keep {later}, or --keep {used}"
            self.problems.append(Problem(what, Where(later), fix, Severity.WARNING))

    def commit(self, people: Sequence[Respondent], interpreter: Interpreting | None) -> tuple[RespondentChange, ...]:
        """Stores everything in one transaction; what changed about respondents."""
        store = self.study.store
        listed = {one.id for one in people}
        rows = [one for one in self._rows if one.id not in listed and one.id in self._speaking()]
        with store.transaction():
            changes = store.put_respondents([*people, *rows])
            for transcript in (*self.new.values(), *self.revised.values()):
                if transcript.id in self.revised:
                    choices.supersede(self.study, store.transcript(transcript.id), transcript)
                store.put_transcript(transcript)
            for transcript in (*self.recast.values(), *self.unchanged.values()):
                store.recast(transcript)
            for id_ in (*self.new, *self.revised, *self.recast):
                store.release(id_)
            for id_, reason in self.holds.items():
                if id_ not in self.versions or reason != self.versions[id_].reason:
                    store.hold(id_, reason)
            for id_, version in self.versions.items():
                choices.set_aside(self.study, id_, version)
            self._keep_interpreting(interpreter)
            self._log(changes)
        return changes

    def _speaking(self) -> frozenset[str]:
        """Whoever says something in the transcripts that come in."""
        every: Mapping[str, Transcript] = self.new | self.revised | self.recast | self.unchanged
        return frozenset(turn.respondent for one in every.values() for turn in one.turns if turn.respondent)

    def _keep_interpreting(self, said: Interpreting | None) -> None:
        for one in (self.new | self.revised | self.recast | self.unchanged).values():
            if said and any(turn.role is Role.INTERPRETER for turn in one.turns):
                choices.keep_interpreting(self.study, one.id, said)

    def _log(self, changes: Sequence[RespondentChange]) -> None:
        """An entry where something changed; profiles alone leave every coding as it is, consent does not."""
        store = self.study.store
        if self.new or self.revised or self.recast or any(one.field == "consent_status" for one in changes):
            store.log("import", added=len(self.new), revised=len(self.revised), recast=len(self.recast))
        elif changes:
            store.log("respondents", changed=len({one.id for one in changes}))


def _is_row(transcript: Transcript) -> bool:
    """Whether a transcript is a row of a survey: rows may be alike, files may not."""
    return ":" in transcript.id


def _cast_of(transcript: Transcript) -> list[tuple[str, Role, str | None, int | None]]:
    return [(turn.speaker, turn.role, turn.respondent, turn.question) for turn in transcript.turns]
