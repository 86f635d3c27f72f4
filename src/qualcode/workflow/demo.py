"""The whole job in one go: on a folder of one's own (run), or on the sample that travels with qualcode (demo)."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import resources
from itertools import count
from pathlib import Path

from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.coded import Report
from qualcode.model.progress import SILENT, Progress
from qualcode.settings import FILE
from qualcode.workflow.coding import CodeReport, code_study, codebook_files, read_codebook
from qualcode.workflow.creating import make_folder
from qualcode.workflow.exporting import ExportOptions, check_format, export_study
from qualcode.workflow.importing import DEFAULTS, ImportOptions, ImportReport, import_files
from qualcode.workflow.study import StudyFolder, opened


@dataclass(frozen=True, slots=True)
class RunReport:
    """What each step of a run did."""

    folder: StudyFolder
    imported: ImportReport
    coded: CodeReport
    report: Report


@dataclass(frozen=True, slots=True)
class RunInput:
    """What a run starts from."""

    transcripts: Path
    codebook: Path
    respondents: Path | None
    settings: Path | None = None
    """A study.yaml; where none is given, the one beside the transcripts is taken if there is one."""


def run(  # noqa: PLR0913 - the options of one command
    given: RunInput,
    out: Path,
    *,
    study: Path | None = None,
    by: Sequence[str] = (),
    options: ImportOptions = DEFAULTS,
    progress: Progress = SILENT,
) -> RunReport:
    """Imports, codes and exports; the study is kept in the folder `study`, else it is gone afterwards."""
    check_format(out)
    for path in (given.transcripts, given.codebook, given.respondents, given.settings):
        if path is not None and not path.exists():
            raise QualcodeError("there is no such file or folder.", where=str(path), hint="check its spelling")
    read_codebook(given.codebook)  # its faults are told before anything is copied or imported
    listed = () if given.respondents is None else (given.respondents,)
    options = replace(options, without=(*options.without, out, *codebook_files(given.codebook), *listed))
    with _folder(study) as folder:
        _furnish(folder, given)
        with opened(folder) as current:
            imported = import_files(
                current, [given.transcripts], respondents=given.respondents, options=options, progress=progress
            )
            coded = code_study(current, progress=progress)
            report = export_study(current, out, options=ExportOptions(by), progress=progress)
        return RunReport(folder, imported, coded, report)


@contextmanager
def _folder(study: Path | None) -> Iterator[StudyFolder]:
    """The study's folder: the one asked for, or a temporary one that only its owner can read."""
    if study is not None:
        yield StudyFolder(make_folder(study))
        return
    with tempfile.TemporaryDirectory(prefix="qualcode-", ignore_cleanup_errors=True) as temporary:
        yield StudyFolder(Path(temporary))


def _furnish(folder: StudyFolder, given: RunInput) -> None:
    """study.yaml, the codebook and the respondent list, copied into the study's folder.

    A study.yaml that is there already stays; a codebook or list that differs takes the place of the one that was there,
    which is kept beside it.
    """
    beside = given.transcripts if given.transcripts.is_dir() else given.transcripts.parent
    settings = given.settings or (beside / FILE if (beside / FILE).exists() else None)
    if not folder.settings_file.exists():
        if settings is not None:
            shutil.copyfile(settings, folder.settings_file)
        else:
            name = json.dumps(beside.resolve().name, ensure_ascii=False)
            folder.settings_file.write_text(f"name: {name}\n", encoding="utf-8")
    files = {path.name: path.read_bytes() for path in codebook_files(given.codebook)}
    if given.codebook.resolve() != folder.codebook.resolve() and files != _present(folder.codebook):
        _set_aside(folder.codebook)
        folder.codebook.mkdir()
        for name, content in files.items():
            (folder.codebook / name).write_bytes(content)
    if given.respondents is not None:
        _take_list(folder, given.respondents)


def _present(codebook: Path) -> dict[str, bytes]:
    """The files of a codebook's folder by name, none where there is no such folder."""
    found = codebook.iterdir() if codebook.is_dir() else ()
    return {path.name: path.read_bytes() for path in found if path.is_file()}


def _take_list(folder: StudyFolder, given: Path) -> None:
    """The respondent list as the study's own."""
    kept = folder.path / f"respondents{given.suffix.lower()}"
    content = given.read_bytes()
    if kept.is_file() and kept.read_bytes() == content:
        return
    _set_aside(kept)
    kept.write_bytes(content)


def _set_aside(path: Path) -> None:
    """Gives a file or folder another name, so that what takes its place loses nothing of it."""
    names = (f"{path.stem} before {number}{path.suffix}" for number in count(1))
    if path.exists() and (path.is_file() or any(path.iterdir())):
        path.rename(next(path.with_name(name) for name in names if not path.with_name(name).exists()))
    elif path.exists():
        path.rmdir()


def sample() -> tuple[Path, Path]:
    """The sample's codebook and transcripts: in the installed package, or at the top of a clone."""
    packaged = Path(str(resources.files("qualcode"))) / "demo_study"
    clone = Path(__file__).resolve().parents[3]
    for folder in (packaged, clone):
        if (folder / "codebook").is_dir() and (folder / "transcripts_sample").is_dir():
            return folder / "codebook", folder / "transcripts_sample"
    raise QualcodeError("the sample study is not part of this installation.", hint="install qualcode again")


def demo(folder: Path, *, progress: Progress = SILENT) -> RunReport:
    """The sample study in `folder`, coded and exported; a codebook that is already there is used as it is.

    Raises MisuseError where the folder holds another study.
    """
    codebook, transcripts = sample()
    kept = StudyFolder(folder)
    if kept.settings_file.exists() and kept.settings_file.read_bytes() != (transcripts / FILE).read_bytes():
        raise MisuseError("another study is in this folder.", where=str(folder), hint="qualcode demo some-other-folder")
    given = RunInput(
        transcripts, kept.codebook if kept.codebook.is_dir() else codebook, transcripts / "respondents.xlsx"
    )
    coded_by_hand = transcripts / "gold"
    options = ImportOptions(without=(coded_by_hand,))
    return run(given, folder / "exports" / "themes.xlsx", study=folder, options=options, progress=progress)
