"""A small study to try things on: short interviews as text files, a list of respondents, a codebook of two themes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from qualcode.workflow.importing import ImportReport, import_files
from qualcode.workflow.study import Study, StudyFolder, opened

CODEBOOK = """
codebook: Roads
version: "1.0"
themes:
  - id: sta
    name: Authorities
    definition: What officials did.
    codes:
      - id: sta_police
        name: Police
        definition: Words about the police.
        rules: [{any: [police]}]
  - id: rte
    name: Routes
    definition: Ways that people took.
    codes:
      - id: rte_river
        name: River
        definition: Crossing a river.
        rules: [{any: [river]}]
"""
SETTINGS = """
name: Roads
fields:
  gender: {title: Gender, values: [woman, man]}
  age: {title: Age}
"""
LIST = """respondent_id,gender,age,consent_status
R01,woman,30,active
R02,man,41,active
R03,woman,52,active
"""


def talk(*answers: str) -> str:
    """An interview as text: a question before every answer."""
    return "".join(f"I: What happened on day {day}?\nR: {said}\n" for day, said in enumerate(answers, start=1))


TALKS = {
    "R01.txt": talk("The police stopped us. The police took us back.", "We crossed the river at night."),
    "R02.txt": talk("Nobody saw the police.", "My brother stayed at home."),
    "R03.txt": talk("The river was cold.", "We waited in a forest for three days."),
}
LONG = " ".join(f"On day {day} we walked {day * 3} hours past village number {day * 7}." for day in range(60))
"""An answer long enough to tell two versions of an interview from two interviews."""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder with these text files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def make_study(path: Path, *, settings: str = SETTINGS, respondents: str = LIST, codebook: str = CODEBOOK) -> Path:
    """A study's folder with settings, respondent list and codebook, and nothing imported."""
    return write(path, {"study.yaml": settings, "respondents.csv": respondents, "codebook/roads.yaml": codebook})


@contextmanager
def studied(
    tmp_path: Path, files: Mapping[str, str] = TALKS, *, settings: str = SETTINGS, respondents: str = LIST
) -> Iterator[Study]:
    """A study into which `files` have been imported from the folder `field`."""
    folder = make_study(tmp_path / "study", settings=settings, respondents=respondents)
    incoming = write(tmp_path / "field", files)
    with opened(StudyFolder(folder)) as study:
        import_files(study, [incoming])
        yield study


def again(study: Study, settings: str) -> Study:
    """The same study under a changed study.yaml."""
    from qualcode.settings import load_settings

    study.folder.settings_file.write_text(settings, encoding="utf-8")
    return Study(study.folder, load_settings(study.folder.settings_file), study.store)


def told(report: ImportReport) -> list[str]:
    """What an import says of files and rows, as a person reads it."""
    return [str(problem) for problem in report.problems]


def state(study: Study) -> tuple[object, ...]:
    """Everything a study holds of transcripts and people."""
    return tuple(study.store.transcripts()), study.store.respondents(), study.store.held()
