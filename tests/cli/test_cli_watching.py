"""code --watch: as a person uses it, in a process of its own, with files that are saved and Ctrl-C."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

import qualcode.errors

PACKAGES = Path(qualcode.errors.__file__).resolve().parents[1]
RUN = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from qualcode.cli import main; sys.argv = ['qualcode', 'code', '--watch']; main()"
)
_PATIENCE = 120
"""Seconds after which a line that does not come is a failure."""


class Watching:
    """A running `qualcode code --watch`."""

    def __init__(self, folder):
        env = {**os.environ, "PYTHONPATH": str(PACKAGES), "COLUMNS": "80", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", RUN], cwd=folder, env=env, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, end):
        """The lines up to one that begins with `end`."""
        found = []
        while True:
            try:
                found.append(self._lines.get(timeout=_PATIENCE))
            except Empty:
                pytest.fail(f"no line begins with {end!r}: {found}")
            if found[-1].startswith(end):
                return found

    def stop(self):
        """Ctrl-C; what is still printed, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        found = self.until("Stopped")
        return found, self.process.wait(timeout=_PATIENCE)


@pytest.fixture
def watching(imported):
    """A watch over the small study, ended afterwards whatever happens."""
    started = Watching(imported)
    yield started
    started.process.kill()
    started.process.wait()
    started.process.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a test cannot press Ctrl-C in another console there")
def test_a_save_is_coded_a_fault_is_shown_and_control_c_ends_it(watching, imported):
    """The whole of a session: first run, a change, a fault, its repair, Ctrl-C with exit 0."""
    path = imported / "codebook" / "borders.yaml"
    sound = path.read_text(encoding="utf-8")
    assert watching.until("Watching")[:1] == ["3 codings in 2 transcripts, of 2 respondents."]

    path.write_text(sound.replace("any: [cold]", "any: [helped]"), encoding="utf-8")
    assert watching.until("Watching") == [
        "2 codings in 2 transcripts, of 2 respondents.",
        "",
        "harm_cold  Cold  +1 -2",
        "  + Nobody helped us.",
        "    R02:4, Respondent, negated",
        "  - It was cold.",
        "    R01:4, Respondent, affirmed",
        "  - We were cold for six nights.",
        "    R02:2, Respondent, affirmed",
        "Watching codebook/ for changes. Ctrl-C ends it.",
    ]

    path.write_text(sound.replace("any: [cold]", "any: [cold"), encoding="utf-8")
    faulty = watching.until("Watching")
    assert any("borders.yaml, line 1" in line for line in faulty)
    assert "What was coded before is kept." in faulty

    path.write_text(sound, encoding="utf-8")
    assert "harm_cold  Cold  +2 -1" in watching.until("Watching")
    assert watching.stop() == (["", "Stopped watching. What was coded is kept."], 0)


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("format", ["csv", "json"])
def test_a_watch_prints_for_reading_only(qualcode, format):
    """A format that another programme reads makes no sense without end, and is refused."""
    done = qualcode("code", "--watch", "--format", format)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"Error --watch prints for reading, not as {format}.\n"
        "      Try: leave --format out, or run qualcode code without --watch\n"
    )
