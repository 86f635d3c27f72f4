"""A study on disk: where its files are, and opening it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.settings import FILE, Settings, load_settings
from qualcode.store import Store

LISTS = ("respondents.xlsx", "respondents.csv", "respondents.tsv")
"""What a study's respondent list may be called; the first that is there is used."""


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """The parts of a study's folder by name."""

    path: Path

    @property
    def settings_file(self) -> Path:
        """study.yaml."""
        return self.path / FILE

    @property
    def database(self) -> Path:
        """study.db."""
        return self.path / "study.db"

    @property
    def codebook(self) -> Path:
        """The folder of the codebook's files."""
        return self.path / "codebook"

    @property
    def transcripts(self) -> Path:
        """The folder of the originals."""
        return self.path / "transcripts"

    @property
    def exports(self) -> Path:
        """The folder exports go to by default."""
        return self.path / "exports"

    @property
    def respondents(self) -> Path | None:
        """The respondent list, None where there is none."""
        found = [self.path / name for name in LISTS]
        return next((path for path in found if path.exists()), None)


@dataclass(frozen=True, slots=True)
class Study:
    """An opened study."""

    folder: StudyFolder
    settings: Settings
    store: Store


def find_study(start: Path) -> StudyFolder:
    """The study in `start` or in a folder above it; QualcodeError where there is none."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE).is_file():
            return StudyFolder(folder)
    raise QualcodeError(
        "there is no study in this folder (no study.yaml).",
        where=str(start),
        hint="qualcode init my-study, or go to the study's folder with cd, or see an example with qualcode demo",
    )


@contextmanager
def opened(folder: StudyFolder) -> Iterator[Study]:
    """The study in `folder`, closed again at the end; its database is made where it has none yet."""
    settings = load_settings(folder.settings_file)
    with Store.open(folder.database, create=not folder.database.exists()) as store:
        yield Study(folder, settings, store)
