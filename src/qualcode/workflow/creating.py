"""A new study: a folder with everything a researcher fills in."""

import stat
from importlib import resources
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.exporters import respondent_template
from qualcode.settings import Settings, load_settings
from qualcode.workflow.study import StudyFolder

STARTERS = ("start-windows.bat", "start-mac.command", "start-linux.sh")


def create_study(path: Path, *, name: str = "") -> StudyFolder:
    """A new study at `path`: study.yaml with comments, an empty respondent list, a codebook to change, starters.

    Raises QualcodeError where a study is already there.
    """
    folder = StudyFolder(path)
    if folder.settings_file.exists():
        raise QualcodeError("there already is a study in this folder.", where=str(path), hint="choose another name")
    for part in (folder.path, folder.transcripts, folder.codebook, folder.exports):
        part.mkdir(parents=True, exist_ok=True)
    folder.path.chmod(stat.S_IRWXU)
    templates = resources.files("qualcode") / "templates"
    text = (templates / "study.yaml").read_text(encoding="utf-8")
    folder.settings_file.write_text(text.replace("STUDY NAME", name or path.resolve().name), encoding="utf-8")
    if not any(folder.codebook.iterdir()):
        codebook = (templates / "codebook.yaml").read_text(encoding="utf-8")
        (folder.codebook / "codebook.yaml").write_text(codebook, encoding="utf-8")
    settings = load_settings(folder.settings_file)
    if folder.respondents is None:
        respondent_template.write(folder.path / "respondents.xlsx", columns=_columns(settings))
    _write_starters(folder)
    return folder


def _columns(settings: Settings) -> list[tuple[str, str]]:
    """The headings of the respondent list and what goes under each."""
    columns = [("respondent_id", "a code, never a name"), ("file", "the transcript's file name, if it is not the code")]
    if settings.respondent_types:
        columns.append(("respondent_type", " or ".join(settings.respondent_types)))
    columns += [(name, ", ".join(field.values) or field.title or "anything") for name, field in settings.fields.items()]
    return [*columns, ("consent_status", "active, withdrawn or unknown")]


def _write_starters(folder: StudyFolder) -> None:
    """Files to double-click that open a terminal in the study."""
    templates = resources.files("qualcode") / "templates"
    for name in STARTERS:
        target = folder.path / name
        newline = "\r\n" if name.endswith(".bat") else "\n"
        target.write_text((templates / name).read_text(encoding="utf-8"), encoding="utf-8", newline=newline)
        target.chmod(target.stat().st_mode | stat.S_IXUSR)
