"""The command line as a person uses it, and studies to use it on."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from qualcode.cli import main
from qualcode.workflow.demo import demo

CODEBOOK = """\
codebook: Borders
version: "1.0"
language: en
themes:
  - id: harm
    name: Harm
    definition: Harm on the way.
    codes:
      - id: harm_police
        name: Violence by police
        definition: Police hit people.
        rules:
          - all: [police, hit]
      - id: harm_cold
        name: Cold
        definition: People were cold.
        rules:
          - any: [cold]
"""
SETTINGS = """\
name: Borders
language: en
fields:
  gender: {title: Gender, values: [woman, man]}
tables: {by: [gender]}
"""
RESPONDENTS = "respondent_id,gender,consent_status\nR01,woman,active\nR02,man,active\nR03,man,active\n"
R01 = "I: What happened at the border?\nR: The police hit my brother with a stick.\nI: And then?\nR: It was cold.\n"
R02 = "I: How was the way?\nR: We were cold for six nights.\nI: Who helped?\nR: Nobody helped us.\n"


@dataclass(frozen=True)
class Result:
    """What a command left: its exit code, what it printed, and what it said beside."""

    code: int
    out: str
    err: str


@pytest.fixture
def qualcode(monkeypatch, capsys):
    """Runs `qualcode WORDS...` in this process, 80 columns wide."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the command line puts its own there
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["qualcode", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Result(int(left.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def study(tmp_path, monkeypatch):
    """A small study, nothing of it imported yet; commands run in its folder."""
    folder = tmp_path / "borders"
    (folder / "codebook").mkdir(parents=True)
    (folder / "transcripts").mkdir()
    (folder / "study.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "respondents.csv").write_text(RESPONDENTS, encoding="utf-8")
    (folder / "codebook" / "borders.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "transcripts" / "R01.txt").write_text(R01, encoding="utf-8")
    (folder / "transcripts" / "R02.txt").write_text(R02, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def imported(study, qualcode):
    """The small study after its import."""
    assert qualcode("import").code == 0
    return study


@pytest.fixture
def coded(imported, qualcode):
    """The small study after its first run."""
    assert qualcode("code").code == 0
    return imported


@pytest.fixture(scope="session")
def finished_demo(tmp_path_factory):
    """The sample study, coded and exported, made once."""
    folder = tmp_path_factory.mktemp("demo") / "qualcode-demo"
    demo(folder)
    return folder


@pytest.fixture
def sample(finished_demo, tmp_path, monkeypatch):
    """A copy of the finished sample study; commands run in its folder."""
    folder = tmp_path / "qualcode-demo"
    shutil.copytree(finished_demo, folder)
    monkeypatch.chdir(folder)
    return folder
