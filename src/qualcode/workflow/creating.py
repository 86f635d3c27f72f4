"""A new study: a folder with everything a researcher fills in."""

import json
import stat
import sys
from importlib import resources
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.exporters import respondent_template
from qualcode.settings import Settings, load_settings
from qualcode.workflow.study import LISTS, StudyFolder

STARTERS = ("start-windows.bat", "start-mac.command", "start-linux.sh")


def create_study(path: Path, *, name: str = "") -> StudyFolder:
    """A new study at `path`: study.yaml with comments, an empty respondent list, a codebook to change, starters.

    Raises QualcodeError where a study is already there.
    """
    folder = StudyFolder(path)
    if folder.settings_file.exists():
        raise QualcodeError("there already is a study in this folder.", where=str(path), hint="choose another name")
    for part in (folder.path, folder.transcripts, folder.codebook, folder.exports):
        make_folder(part)
    templates = resources.files("qualcode") / "templates"
    if not any(folder.codebook.iterdir()):
        codebook = (templates / "codebook.yaml").read_text(encoding="utf-8")
        (folder.codebook / "codebook.yaml").write_text(codebook, encoding="utf-8")
    if folder.respondents is None:
        with resources.as_file(templates / "study.yaml") as settings:
            respondent_template.write(folder.path / LISTS[0], columns=_columns(load_settings(settings)))
    _write_starters(folder)
    text = (templates / "study.yaml").read_text(encoding="utf-8")
    called = json.dumps(name or path.resolve().name, ensure_ascii=False)
    # The last file of all: a study that was stopped half-way is none, and can be made again.
    folder.settings_file.write_text(text.replace('"STUDY NAME"', called), encoding="utf-8")
    return folder


def make_folder(path: Path) -> Path:
    """The folder at `path`, made for its owner only where there is none; QualcodeError where it cannot be made."""
    if path.is_dir():
        return path
    try:
        path.mkdir(parents=True, mode=stat.S_IRWXU)
    except OSError as error:
        raise QualcodeError(
            f"this folder cannot be made ({error.strerror}).", where=str(path), hint="choose another place or name"
        ) from error
    return path


def _columns(settings: Settings) -> list[tuple[str, str]]:
    """The headings of the respondent list and what goes under each."""
    columns = [("respondent_id", "a code, never a name"), ("file", "the transcript's file name, if it is not the code")]
    if settings.respondent_types:
        columns.append(("respondent_type", " or ".join(settings.respondent_types)))
    columns += [(name, ", ".join(field.values) or field.title or "anything") for name, field in settings.fields.items()]
    return [*columns, ("consent_status", "active, withdrawn or unknown")]


def _write_starters(folder: StudyFolder) -> None:
    """Files to double-click that open a terminal in the study, with this installation of qualcode at hand."""
    templates = resources.files("qualcode") / "templates"
    for name in STARTERS:
        target = folder.path / name
        newline = "\r\n" if name.endswith(".bat") else "\n"
        text = (
            (templates / name).read_text(encoding="utf-8").replace("PROGRAM_FOLDER", str(Path(sys.executable).parent))
        )
        target.write_text(text, encoding="utf-8", newline=newline)
        target.chmod(target.stat().st_mode | stat.S_IXUSR)
