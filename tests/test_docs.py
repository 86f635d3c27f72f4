"""What the documents say, held against the code."""

import re
from pathlib import Path

import pytest

from qualcode.cli.app import app
from qualcode.codebook import load_codebook

TOP = Path(__file__).resolve().parents[1]
MADE_BY_A_RUN = {"qualcode-demo/codebook/", "qualcode-demo/exports/themes.xlsx", "qualcode/demo_study/"}


def test_the_codebook_in_the_manual_loads_without_a_fault(tmp_path):
    """docs/codebook.md shows a whole codebook; a reader may copy it."""
    (block,) = re.findall(r"```yaml\n(.*?)```", (TOP / "docs" / "codebook.md").read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "codebook.yaml"
    path.write_text(block, encoding="utf-8")
    codebook, problems = load_codebook(path)
    assert [code.id for code in codebook.codes()] == ["work_short_staffed", "work_tired"]
    assert problems == ()


def test_the_codebook_that_init_writes_loads_without_a_fault():
    """A new study begins with a codebook that works."""
    _, problems = load_codebook(TOP / "src" / "qualcode" / "templates" / "codebook.yaml")
    assert problems == ()


@pytest.mark.parametrize("name", sorted(command.name for command in app.registered_commands))
def test_every_command_stands_in_the_readme(name):
    """A command that nobody is told of does not exist."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"qualcode {name}\b|, `{name}`", readme)


def test_the_readme_marks_the_two_commands_that_ci_runs():
    """One fenced block stands under each marker."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"<!-- command: (\w+) -->\n```sh\n", readme) == ["run", "test"]


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md"])
def test_the_files_a_document_names_exist(document):
    """Nobody is sent to a room that is not there."""
    text = (TOP / document).read_text(encoding="utf-8")
    named = set(re.findall(r"[`(]((?:[a-z_]+/)+[\w.-]*)[`)]", text))
    lost = [path for path in named if not any((folder / path).exists() for folder in (TOP, TOP / "src" / "qualcode"))]
    assert set(lost) <= MADE_BY_A_RUN
