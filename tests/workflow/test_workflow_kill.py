"""A process that is killed at any moment: what was stored before stays, and nothing is left half done."""

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from workflow_sample import CODEBOOK, TALKS, state, studied, talk, write

from qualcode.workflow.coding import code_study
from qualcode.workflow.exporting import export_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import opened

SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_workflow_kill import Telling, work
work(sys.argv[2], Path(sys.argv[3]), Telling(int(sys.argv[4])))
print("done", flush=True)
"""
MANY = {f"M{number:02}.txt": talk(*[f"The police came, {number}. The river was wide."] * 12) for number in range(40)}


class Telling:
    """Progress that says when a number of steps is done and then waits to be killed; 0 is as the work begins."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def start(self, _what: str, _total: int) -> None:
        """A piece of work begins."""
        self._wait_if(self.left == 0)

    def step(self) -> None:
        """One step is done."""
        self.left -= 1
        self._wait_if(self.left == 0)

    def finish(self) -> None:
        """The piece of work is over."""

    def _wait_if(self, reached: bool) -> None:
        if reached:
            print("now", flush=True)  # noqa: T201 - told to the test that kills
            sys.stdin.read()


def work(what: str, folder: Path, progress: Telling) -> None:
    """One command on the study in `folder`."""
    from qualcode.workflow.study import StudyFolder

    with opened(StudyFolder(folder / "study")) as study:
        if what == "import":
            import_files(study, [folder / "many"], progress=progress)
        elif what == "code":
            code_study(study, progress=progress)
        else:
            export_study(study, folder / "out" / "themes.xlsx", progress=progress)


def start(what: str, folder: Path, steps: int) -> "subprocess.Popen[str]":
    """The command in a process of its own."""
    script = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent), what, str(folder), str(steps)]
    return subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own script


def kill_after(what: str, folder: Path, steps: int) -> None:
    """Kills the command after so many steps."""
    with start(what, folder, steps) as process:
        assert process.stdout.readline() == "now\n"
        process.kill()


def kill_while_writing(what: str, folder: Path) -> None:
    """Kills the command while it writes to the database, or lets it end where it was too quick."""
    journal = folder / "study" / "study.db-journal"
    with start(what, folder, -1) as process:
        while process.poll() is None and not journal.exists():
            pass
        process.kill()


@pytest.fixture
def folder(tmp_path):
    """A study with three interviews, coded, and forty files to import."""
    with studied(tmp_path) as study:
        code_study(study)
    write(tmp_path / "many", MANY)
    return tmp_path


def held(folder):
    """What the study holds, its codings and its log."""
    with opened(_study(folder)) as study:
        entries = [(entry.action, dict(entry.details)) for entry in study.store.entries()]
        assert study.store.integrity() == ""
        return state(study), tuple(study.store.codings()), entries


def _study(folder):
    from qualcode.workflow.study import StudyFolder

    return StudyFolder(folder / "study")


@pytest.mark.parametrize("steps", [0, 1, 20, 40])
def test_a_kill_while_files_are_read_changes_nothing(folder, steps):
    """The study is as it was, and the same import works afterwards."""
    before = held(folder)
    kill_after("import", folder, steps)
    assert held(folder) == before
    assert sorted(path.name for path in _study(folder).transcripts.iterdir()) == sorted(TALKS)
    with opened(_study(folder)) as study:
        assert len(import_files(study, [folder / "many"]).added) == len(MANY)


def test_a_kill_while_an_import_is_stored_leaves_all_or_nothing(folder):
    """Either every file of the batch is in the study or none, and the next import completes it."""
    kill_while_writing("import", folder)
    with opened(_study(folder)) as study:
        found = set(study.store.transcript_ids())
        names = {name.removesuffix(".txt") for name in MANY}
        assert found & names in (set(), names)
        assert study.store.integrity() == ""
        import_files(study, [folder / "many"])
        assert set(study.store.transcript_ids()) == {"R01", "R02", "R03"} | names
        kept = {path.name: path.read_text(encoding="utf-8") for path in study.folder.transcripts.glob("[!.]*")}
    assert kept == TALKS | MANY


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_kill_while_coding_keeps_the_codings_of_before(folder, steps):
    """The last run stays whole, and the next one works."""
    write(_study(folder).codebook, {"roads.yaml": CODEBOOK.replace("[river]", "[forest]")})
    before = held(folder)
    kill_after("code", folder, steps)
    assert held(folder) == before
    with opened(_study(folder)) as study:
        assert code_study(study).run.codings == 4


def test_a_kill_while_codings_are_stored_leaves_one_run_or_the_other(folder):
    """Codings, run and log belong together."""
    with opened(_study(folder)) as study:
        import_files(study, [folder / "many"])
        before = len(tuple(study.store.codings()))
    kill_while_writing("code", folder)
    with opened(_study(folder)) as study:
        codings = len(tuple(study.store.codings()))
        runs = sum(entry.action == "code" for entry in study.store.entries())
        assert (codings, runs) in ((before, 1), (study.store.last_run().codings, 2))
        assert study.store.last_run().codings == codings
        assert code_study(study).run.codings == before + len(MANY) * 24


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_kill_while_exporting_leaves_the_workbook_of_before(folder, steps):
    """What was there stays as it was, and the next export replaces it."""
    out = folder / "out" / "themes.xlsx"
    with opened(_study(folder)) as study:
        export_study(study, out)
        before = out.read_bytes()
        kill_after("export", folder, steps)
        assert out.read_bytes() == before
        export_study(study, out)
    assert load_workbook(out).sheetnames


def test_a_kill_while_the_first_workbook_is_written_leaves_none(folder):
    """No half-written file bears its name."""
    kill_after("export", folder, 1)
    assert not (folder / "out" / "themes.xlsx").exists()
