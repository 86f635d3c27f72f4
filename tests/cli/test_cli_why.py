"""docs/why.md: every command it shows is run on the sample study, in its order."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "why.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n(.*?)\n```", TEXT, re.DOTALL)


def _blocks():
    """The commands of each block, and the first line it says they print."""
    for block in SHOWN:
        lines = block.split("\n")
        commands = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        yield commands, lines[len(commands)]


def test_the_manual_shows_each_of_the_four_commands():
    """First explain twice, then test, diff and watch."""
    commands = [shlex.split(commands[-1])[1:] for commands, _ in _blocks()]
    assert [words[0] if words[0] != "codebook" else words[1] for words in commands] == [
        *("explain", "explain", "test", "diff", "code"),
    ]


def test_the_commands_of_the_manual_print_what_it_shows(qualcode, sample):
    """Each command runs in the study, and begins its answer as the manual says."""
    told = []
    for commands, first in _blocks():
        if commands[0].startswith("cp"):
            shutil.copytree(sample / "codebook", sample / "before")
            shared = sample / "codebook" / "00_shared.yaml"
            text = shared.read_text(encoding="utf-8")
            assert " guide," in text
            shared.write_text(text.replace(" guide,", "", 1), encoding="utf-8")
        words = shlex.split(commands[-1])[1:]
        if "--watch" not in words:
            printed = qualcode(*words).out.split("\n")
            told.append((printed[0], first))
    assert [printed for printed, _ in told] == [first for _, first in told]


@pytest.mark.parametrize("id_", re.findall(r"(?:sab|sta)_\w+", TEXT))
def test_codes_that_the_manual_names_are_in_the_sample_codebook(id_):
    """A reader can try what is shown."""
    folder = Path(__file__).resolve().parents[2] / "codebook"
    assert any(f"id: {id_}\n" in file.read_text(encoding="utf-8") for file in folder.glob("*.yaml"))
