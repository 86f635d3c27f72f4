"""The whole job in one go: on a folder of one's own (run), or on the sample that travels with qualcode (demo)."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.model.coded import Report
from qualcode.model.progress import SILENT, Progress
from qualcode.settings import FILE
from qualcode.workflow.coding import CodeReport, code_study
from qualcode.workflow.exporting import check_format, export_study
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
    with _folder(study) as folder:
        _furnish(folder, given)
        with opened(folder) as current:
            imported = import_files(
                current, [given.transcripts], respondents=given.respondents, options=options, progress=progress
            )
            coded = code_study(current, progress=progress)
            report = export_study(current, out, by=by, progress=progress)
        return RunReport(folder, imported, coded, report)


@contextmanager
def _folder(study: Path | None) -> Iterator[StudyFolder]:
    """The study's folder: the one asked for, or a temporary one that only its owner can read."""
    if study is not None:
        study.mkdir(parents=True, exist_ok=True)
        yield StudyFolder(study)
        return
    with tempfile.TemporaryDirectory(prefix="qualcode-", ignore_cleanup_errors=True) as temporary:
        yield StudyFolder(Path(temporary))


def _furnish(folder: StudyFolder, given: RunInput) -> None:
    """study.yaml and the codebook, copied into the study's folder; what a kept study has already is left alone."""
    beside = given.transcripts if given.transcripts.is_dir() else given.transcripts.parent
    settings = given.settings or (beside / FILE if (beside / FILE).exists() else None)
    if not folder.settings_file.exists():
        if settings is not None:
            shutil.copyfile(settings, folder.settings_file)
        else:
            folder.settings_file.write_text('name: "Untitled study"\n', encoding="utf-8")
    if given.codebook.resolve() == folder.codebook.resolve():
        return
    shutil.rmtree(folder.codebook, ignore_errors=True)
    if given.codebook.is_dir():
        shutil.copytree(given.codebook, folder.codebook)
    else:
        folder.codebook.mkdir()
        shutil.copyfile(given.codebook, folder.codebook / given.codebook.name)
    if given.respondents is not None:
        kept = folder.path / f"respondents{given.respondents.suffix.lower()}"
        if given.respondents.resolve() != kept.resolve():
            shutil.copyfile(given.respondents, kept)


def sample() -> tuple[Path, Path]:
    """The sample's codebook and transcripts: in the installed package, or at the top of a clone."""
    packaged = Path(str(resources.files("qualcode"))) / "demo_study"
    clone = Path(__file__).resolve().parents[3]
    for folder in (packaged, clone):
        if (folder / "codebook").is_dir() and (folder / "transcripts_sample").is_dir():
            return folder / "codebook", folder / "transcripts_sample"
    raise QualcodeError("the sample study is not part of this installation.", hint="install qualcode again")


def demo(folder: Path, *, progress: Progress = SILENT) -> RunReport:
    """The sample study in `folder`, coded and exported; a codebook that is already there is used as it is."""
    codebook, transcripts = sample()
    kept = StudyFolder(folder)
    given = RunInput(
        transcripts, kept.codebook if kept.codebook.is_dir() else codebook, transcripts / "respondents.xlsx"
    )
    return run(given, folder / "exports" / "themes.xlsx", study=folder, progress=progress)
