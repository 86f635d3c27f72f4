"""Errors: what a person sees, and what a script gets."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import qualcode.errors
from qualcode.errors import QualcodeError

PACKAGES = Path(qualcode.errors.__file__).resolve().parents[1]
RUN = "import sys; from qualcode.cli import main; sys.argv = ['qualcode', *{words}]; main()"


def _python(script):
    """What a Python of its own leaves after `script`."""
    words = [sys.executable, "-c", script]
    env = {**os.environ, "PYTHONPATH": str(PACKAGES)}
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, env=env)  # noqa: S603


@pytest.mark.usefixtures("coded")
@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["table", "--nothing"], "No such option: --nothing"),
        (["table", "--format", "xml"], "xml"),
        (["quotes"], "--code"),
    ],
)
def test_misuse_of_options_exits_with_2(qualcode, words, what):
    """A command or option that does not exist is misuse, and named."""
    done = qualcode(*words)
    assert (done.code, done.out) == (2, "")
    assert what in done.err


@pytest.mark.usefixtures("coded")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["table", "--by", "gendre"], 'Error there is no profile field "gendre". Did you mean "gender"?'),
        (["quotes", "--code", "harm_polise"], 'Error there is no code "harm_polise". Did you mean "harm_police"?'),
        (["quotes", "--code", "harm", "--where", "gender"], 'Error "gender" is no condition.'),
        (["quotes", "--code", "harm", "--where", "gendre=man"], 'Error there is no profile field "gendre".'),
        (["speakers", "R01", "--set", "R=friend"], 'Error "R=friend" does not give a label a role.'),
        (["speakers", "R01", "--set", "Z=other"], 'Error R01 has no label "Z".'),
        (["speakers", "R01", "--set", "99=other"], "Error R01 has no turn 99."),
        (["export", "themes.doc"], 'Error "themes.doc" has no format that can be exported.'),
    ],
)
def test_words_that_do_not_fit_the_study_exit_with_2(qualcode, words, message):
    """A field, code, label, role or suffix that does not exist is misuse; the message says what there is."""
    done = qualcode(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(message)
    assert "\n      Try: " in done.err


@pytest.mark.usefixtures("study")
@pytest.mark.parametrize("words", [["transcripts"], ["code"], ["export", "x.xlsx"], ["doctor"], []])
def test_no_study_exits_with_1_and_says_how_to_begin(qualcode, words):
    """A folder that is no study is refused, even inside another study, with what makes one."""
    done = qualcode(*words, "--study", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert "there is no study in this folder (no study.yaml)." in done.err
    assert "qualcode init" in done.err


@pytest.mark.usefixtures("imported")
def test_an_unknown_transcript_gets_a_suggestion(qualcode):
    """A mistyped transcript id is answered with the nearest there is."""
    done = qualcode("speakers", "R1")
    assert done.code != 0
    assert 'there is no transcript "R1" in this study.' in done.err
    assert "R01" in done.err


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("words", [["table"], ["quotes", "--code", "harm"], ["export", "themes.xlsx"]])
def test_before_coding_tables_say_what_to_run(qualcode, words):
    """Where nothing has been coded yet, a result that needs codings names the command."""
    done = qualcode(*words)
    assert (done.code, done.err) == (1, "Error this study has not been coded yet.\n      Try: qualcode code\n")


@pytest.mark.usefixtures("study")
def test_before_the_import_code_says_what_to_run(qualcode):
    """Coding without transcripts names the import."""
    done = qualcode("code")
    assert done.code == 1
    assert "Error no transcripts have been imported yet.\n      Try: qualcode import transcripts\n" in done.err


@pytest.mark.parametrize("lock", ["~$themes.xlsx", ".~lock.themes.xlsx#"])
def test_a_workbook_left_open_is_named(qualcode, coded, lock):
    """A workbook that is open in Excel or LibreOffice is not written, and the message says why."""
    (coded / lock).write_text("somebody", encoding="utf-8")
    done = qualcode("export", "themes.xlsx")
    assert done.code == 1
    assert "Error themes.xlsx: this file is open in Excel or LibreOffice." in done.err
    assert lock in done.err
    assert not (coded / "themes.xlsx").exists()


def test_what_the_system_refuses_is_said_in_plain_words(qualcode, coded):
    """A folder that cannot be made is an error with its place, without a traceback."""
    (coded / "blocked").write_text("a file", encoding="utf-8")
    done = qualcode("export", "blocked/themes.xlsx")
    assert done.code == 1
    assert done.err.startswith("Error ")
    assert "this file cannot be written" in done.err
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("words", [["--debug", "table"], ["table", "--debug"]])
def test_debug_may_stand_anywhere_and_shows_the_traceback(monkeypatch, words):
    """With --debug, before or behind the command, an error comes with its traceback."""
    monkeypatch.setattr(sys, "argv", ["qualcode", *words])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    from qualcode.cli import main

    with pytest.raises(QualcodeError, match="has not been coded yet"):
        main()


def _damaged(study):
    """A study in whose database stands what qualcode never writes."""
    with sqlite3.connect(study / "study.db") as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("UPDATE turns SET role = 'ghost'")
    database.close()


def test_an_unexpected_fault_is_named_without_a_traceback(imported):
    """A fault of qualcode's own prints its kind and what to do, never the words it stumbled over."""
    _damaged(imported)
    done = _python(RUN.format(words=["transcripts"]))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "qualcode met a fault of its own (KeyError). What had been stored before is kept.\n"
        "Try: the same command with --debug, and report what it prints after removing anything confidential\n"
    )


def test_debug_shows_the_traceback_of_an_unexpected_fault(imported):
    """With --debug a fault of qualcode's own shows where it happened."""
    _damaged(imported)
    done = _python(RUN.format(words=["transcripts", "--debug"]))
    assert done.returncode == 1
    assert "Traceback (most recent call last)" in done.stderr


@pytest.mark.usefixtures("study")
def test_control_c_leaves_a_plain_message():
    """Stopped with Ctrl-C in the middle of a command, qualcode says that what was stored is kept."""
    script = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background jobs ignore it
        "from qualcode.cli import main\n"
        "sys.argv = ['qualcode', 'import']\n"
        "opens = lambda event, _: event == 'sqlite3.connect' and signal.raise_signal(signal.SIGINT)\n"
        "sys.addaudithook(opens)\n"
        "main()\n"
    )
    done = _python(script)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "\nStopped. What had been stored before is kept.\n"
