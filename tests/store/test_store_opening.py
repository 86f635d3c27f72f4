"""Opening a study's database: layout, versions, and files that are none."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.model.coding import CodedState, Coding, CodingChange
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Span
from qualcode.store import Store
from qualcode.store.migrations import APPLICATION_ID, MIGRATIONS, migrate


def first_version(path: Path) -> None:
    """A database as the very first layout left it, with one respondent."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, migrations=MIGRATIONS[:1])
        connection.execute("INSERT INTO respondents VALUES ('R1', '', '{}', 'active', '', '[]', '')")


def pragma(path: Path, name: str) -> int:
    """A number from the header of a database."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_new_database_has_the_newest_version_and_says_whose_it_is(tmp_path):
    """A new file bears qualcode's mark and the newest version, and no copy is made of it."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    assert (pragma(path, "application_id"), pragma(path, "user_version")) == (APPLICATION_ID, len(MIGRATIONS))
    assert [one.name for one in tmp_path.iterdir()] == ["study.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_database_is_for_its_owner_only(tmp_path):
    """Nobody but the owner of a new file can read it."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_creating_keeps_what_is_there(tmp_path):
    """Asking for a new database where there is one opens that one."""
    path = tmp_path / "study.db"
    with Store.open(path, create=True) as store:
        store.put_respondents([Respondent("R1")])
    with Store.open(path, create=True) as store:
        assert store.respondents() == (Respondent("R1"),)


def test_missing_database_is_refused(tmp_path):
    """Without `create` a missing file is an error that says how a study gets one."""
    path = tmp_path / "study.db"
    with pytest.raises(QualcodeError) as caught:
        Store.open(path)
    assert str(caught.value) == f"{path}: there is no study database here.\nTry: qualcode import transcripts"
    assert not path.exists()


def test_database_in_a_missing_folder_is_refused(tmp_path):
    """A folder that does not exist is an error that says so."""
    path = tmp_path / "nowhere" / "study.db"
    with pytest.raises(QualcodeError) as caught:
        Store.open(path, create=True)
    assert caught.value.what == "the study's database cannot be made here (No such file or directory)."
    assert caught.value.hint == "check that the folder exists and that you may write in it"


def test_file_that_a_kill_left_empty_is_taken_for_a_new_one(tmp_path):
    """A file of no bytes, as a kill at the first moment leaves it, opens as an empty study."""
    path = tmp_path / "study.db"
    path.touch()
    with Store.open(path) as store:
        assert store.respondents() == ()


def test_text_file_is_no_database(tmp_path):
    """A file of another kind is refused, and left as it is."""
    path = tmp_path / "study.db"
    path.write_text("These are my notes about the interviews. " * 50, encoding="utf-8")
    with pytest.raises(QualcodeError) as caught:
        Store.open(path)
    assert str(caught.value) == f"{path}: this file is no qualcode database.\nTry: qualcode doctor"
    assert path.read_text(encoding="utf-8").startswith("These are my notes")


def test_damaged_database_is_told(tmp_path):
    """A database whose pages are overwritten gives an error that leads to the doctor."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))
    with pytest.raises(QualcodeError) as caught:
        Store.open(path)
    assert str(caught.value) == f"{path}: the study's database is damaged.\nTry: qualcode doctor"


def test_sound_database_has_no_faults(tmp_path):
    """A database as qualcode leaves it is sound."""
    with Store.open(tmp_path / "study.db", create=True) as store:
        store.put_respondents([Respondent("R1")])
        assert store.integrity() == ""


def test_damage_that_opening_does_not_show_is_found(tmp_path):
    """A page overwritten far down in the file is found when the file is checked."""
    path = tmp_path / "study.db"
    with Store.open(path, create=True) as store:
        store.put_respondents([Respondent("R1")])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        page = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_respondents_1'"
        ).fetchone()[0]
    # The index of ids now holds another id than the row it leads to.
    data = bytearray(path.read_bytes())
    start, end = page * (root - 1), page * root
    data[start:end] = data[start:end].replace(b"R1", b"R7")
    path.write_bytes(data)
    with Store.open(path) as store:
        assert "missing from index" in store.integrity()


def test_rows_that_lead_nowhere_are_found(tmp_path):
    """What another program put into the tables without its other half is found when the file is checked."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO speaker_choices VALUES ('RM_01', 'A', 'other')")
    with Store.open(path) as store:
        assert store.integrity() == "1 loose references"


def test_database_of_another_program_is_refused(tmp_path):
    """A database that another program made is never written to."""
    path = tmp_path / "study.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(QualcodeError) as caught:
        Store.open(path)
    assert str(caught.value) == f"{path}: this is the database of another program.\nTry: qualcode doctor"


def test_newer_database_is_refused(tmp_path):
    """A file of a later version is not touched, and the error says how to get a qualcode that reads it."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(QualcodeError) as caught:
        Store.open(path)
    assert str(caught.value) == (
        f"{path}: this study was last used with a newer qualcode (its database has version 99, this one reads up to "
        f"{len(MIGRATIONS)}).\nTry: pip install --upgrade qualcode"
    )
    assert pragma(path, "user_version") == 99


def test_older_database_is_brought_up_to_date(tmp_path):
    """A file of the first version keeps its content and has the newest layout afterwards."""
    path = tmp_path / "study.db"
    first_version(path)
    with Store.open(path) as store:
        people, runs, entries = store.respondents(), store.last_run(), tuple(store.entries())
    assert ([one.id for one in people], runs, entries) == (["R1"], None, ())
    assert pragma(path, "user_version") == len(MIGRATIONS)


CODED_BEFORE = """
    INSERT INTO transcripts VALUES ('RM_01', 1, NULL);
    INSERT INTO revisions VALUES ('RM_01', 1, 'They hit us.', 'RM_01.txt', 'ab', 'en', '', '', '{}', '1');
    INSERT INTO turns VALUES ('RM_01', 1, 1, 'R', 'respondent', 0, 12, NULL, NULL, NULL, NULL, 'RM_01', NULL);
    INSERT INTO segments VALUES ('RM_01', 1, 1, 1, 0, 12);
    INSERT INTO runs VALUES (1, '2024-06-09T10:00:00+00:00', 'Roads', '1.0', 'abc', '1', '', 1, 1);
    INSERT INTO codings VALUES (1, 1, 'RM_01', 5, 8, 1, 1, 1, 'vio', 'vio_any', 'any:1', 'hit', '[[5, 8]]', 1,
        '', '', '', '', '', '', '', '', '', '', '', 'rule', '', 'suggested', '');
"""


def test_codings_of_an_earlier_version_are_kept_and_can_be_replaced(tmp_path):
    """A study coded before spans were stored keeps its codings, has no state, and is compared with the next run."""
    path = tmp_path / "study.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, migrations=MIGRATIONS[:3])
        connection.executescript(CODED_BEFORE)
    coding = Coding("RM_01", Span(5, 8), 1, 1, 1, "vio", "vio_any", "any:1", "hit", (Span(5, 8),))
    with Store.open(path) as store:
        kept, state = list(store.codings()), store.coded_state()
        replaced = store.replace_rule_codings(
            store.last_run(), [], state=CodedState(), codes=frozenset({"vio_any"}), transcripts=frozenset({"RM_01"})
        )
    assert (kept, state) == ([coding], CodedState())
    assert replaced.changes == (CodingChange("vio_any", (), (coding,)),)


def test_older_database_is_copied_before(tmp_path):
    """The copy made before a migration is the file as it was."""
    path, copy = tmp_path / "study.db", tmp_path / f"study.db.before-{len(MIGRATIONS)}"
    first_version(path)
    Store.open(path).close()
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([path.name, copy.name])
    assert pragma(copy, "user_version") == 1
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM respondents").fetchall() == [("R1",)]


def test_each_version_leads_to_the_same_layout(tmp_path):
    """Whatever version a file starts from, its tables end up as in a new one."""
    layouts = []
    for version in range(len(MIGRATIONS)):
        path = tmp_path / f"from-{version}.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            migrate(connection, path, migrations=MIGRATIONS[:version])
            migrate(connection, path)
            layouts.append(connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall())
    assert layouts == [layouts[0]] * len(MIGRATIONS)


def test_write_protected_database_is_told(tmp_path):
    """Writing where nothing may be written says so."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    with Store.open(path) as store:
        store._write("PRAGMA query_only = ON")
        with pytest.raises(QualcodeError) as caught:
            store.put_respondents([Respondent("R1")])
    assert str(caught.value) == (
        f"{path}: the study's database is write-protected.\n"
        "Try: allow writing in the file's properties, or copy the study's folder to your own disk"
    )


def test_folder_in_place_of_a_database_is_told(tmp_path):
    """A folder of the database's name cannot be opened, and the error says what to check."""
    path = tmp_path / "study.db"
    path.mkdir()
    with pytest.raises(QualcodeError) as caught:
        Store.open(path, create=True)
    assert str(caught.value) == (
        f"{path}: the study's database cannot be opened.\nTry: check that you may read and write in the study's folder"
    )


def test_full_disk_is_told_and_leaves_the_study_whole(tmp_path):
    """A transaction that no longer fits on the disk is undone and told."""
    path = tmp_path / "study.db"
    with Store.open(path, create=True) as store:
        store._write("PRAGMA max_page_count = 60")
        with pytest.raises(QualcodeError) as caught, store.transaction():
            store.put_respondents([Respondent(f"R{number}", label="x" * 5000) for number in range(100)])
        assert store.respondents() == ()
    assert str(caught.value) == (
        f"{path}: the disk is full; nothing of this command was stored.\nTry: make room on the disk and start it again"
    )


HOLDER = """
import sys
from pathlib import Path
from qualcode.model.coding import CodedState, Coding, CodingChange
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Span
from qualcode.store import Store
with Store.open(Path(sys.argv[1])) as store, store.transaction():
    store.put_respondents([Respondent("R1")])
    print("holding", flush=True)
    sys.stdin.read()
"""


def test_second_command_is_told_to_wait(tmp_path):
    """While one command writes, a second one that wants to write gets an error that says why."""
    path = tmp_path / "study.db"
    Store.open(path, create=True).close()
    holder = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own script
        assert process.stdout.readline() == "holding\n"
        with Store.open(path, patience=0.05) as store, pytest.raises(QualcodeError) as caught:
            store.put_respondents([Respondent("R2")])
        process.communicate()
    assert str(caught.value) == (
        f"{path}: another qualcode command is using this study.\n"
        "Try: wait until it has finished, close other windows that use the study, and start this command again"
    )
    with Store.open(path) as store:
        assert [one.id for one in store.respondents()] == ["R1"]
