"""Help: every command and option has it, and it costs nothing."""

import subprocess
import sys

import pytest
from typer.main import get_command

from qualcode.cli.app import app

ROOT = get_command(app)


def _walk(command, path=()):
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _walk(child, (*path, name))


COMMANDS = dict(_walk(ROOT))
ISSUE = [
    "init",
    "import",
    "respondents",
    "transcripts",
    "speakers",
    "codebook",
    "code",
    "decide",
    "undo",
    "redo",
    "memo",
    "decisions",
    "review",
    "log",
    "revise",
    "sign-off",
    "changes",
    "agreement",
    "explain",
    "table",
    "quotes",
    "findings",
    "who",
    "framework",
    "summaries",
    "grid",
    "sample",
    "cooccurrence",
    "coverage",
    "speech",
    "voices",
    "method",
    "audit",
    "compare",
    "routes",
    "plot",
    "disclosure",
    "export",
    "run",
    "demo",
    "doctor",
]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help(path):
    """Every command says what it does."""
    assert COMMANDS[path].help


@pytest.mark.parametrize(
    ("path", "name"), [(path, one.name) for path, command in COMMANDS.items() for one in command.params]
)
def test_every_option_has_help(path, name):
    """Every option and argument of every command says what it is for."""
    (option,) = [one for one in COMMANDS[path].params if one.name == name]
    assert option.help


def test_the_commands_are_those_of_the_handbook():
    """All commands are there, under the names that the README uses."""
    assert sorted(ROOT.commands) == sorted(ISSUE)


@pytest.mark.parametrize(
    "name", ["respondents", "transcripts", "speakers", "table", "quotes", "code", "import", "doctor"]
)
def test_every_listing_offers_three_formats(qualcode, name):
    """Every listing takes --format table, csv or json."""
    assert "[table|csv|json]" in qualcode(name, "--help").out.replace("<", "[").replace(">", "]")


@pytest.mark.parametrize("words", [["--help"], ["code", "--help"], ["codebook", "lint", "-h"]])
def test_help_imports_nothing_heavy(words):
    """Help answers without any library that takes time to load."""
    script = (
        "import sys\n"
        f"sys.argv = ['qualcode', *{words!r}]\n"
        "from qualcode.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    heavy = 'pandas numpy spacy openpyxl pydantic lxml sqlite3 ruamel rich.table qualcode.workflow'.split()\n"
        "    sys.exit(','.join(name for name in heavy if name in sys.modules) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


def test_version_names_the_programme(qualcode):
    """`qualcode --version` prints name and version."""
    assert qualcode("--version").out.startswith("qualcode")
