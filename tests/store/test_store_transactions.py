"""Transactions: all or nothing, whatever happens."""

import subprocess
import sys
from pathlib import Path

import pytest

from qualcode.model.respondent import Respondent
from qualcode.model.source import Position
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.store import Store


def ids(store: Store) -> list[str]:
    """Who is in the study."""
    return [one.id for one in store.respondents()]


def put_and_fail(store: Store, name: str, failure: BaseException) -> None:
    """A transaction in which a respondent is stored before something goes wrong."""
    with store.transaction():
        store.put_respondents([Respondent(name)])
        raise failure


def test_failed_transaction_leaves_nothing(tmp_path):
    """What was written before a failure is undone."""
    with Store.open(tmp_path / "study.db", create=True) as store:
        with pytest.raises(KeyboardInterrupt):
            put_and_fail(store, "R1", KeyboardInterrupt())
        assert ids(store) == []


def put_twice_and_fail(store: Store) -> None:
    """A transaction that fails after one inside it went well."""
    with store.transaction():
        with store.transaction():
            store.put_respondents([Respondent("R1")])
        raise ZeroDivisionError


def test_inner_transaction_joins_the_outer(tmp_path):
    """What an inner transaction wrote goes with the outer one."""
    with Store.open(tmp_path / "study.db", create=True) as store:
        with pytest.raises(ZeroDivisionError):
            put_twice_and_fail(store)
        assert ids(store) == []


def test_failed_inner_transaction_is_undone_alone(tmp_path):
    """A failure that the outer transaction survives takes only the inner part with it."""
    with Store.open(tmp_path / "study.db", create=True) as store:
        with store.transaction():
            store.put_respondents([Respondent("R1")])
            with pytest.raises(ZeroDivisionError):
                put_and_fail(store, "R2", ZeroDivisionError())
            store.put_respondents([Respondent("R3")])
        assert ids(store) == ["R1", "R3"]


def test_closing_in_a_transaction_undoes_it(tmp_path):
    """A study closed before its transaction ended has nothing of it."""
    path = tmp_path / "study.db"
    store = Store.open(path, create=True)
    store._write("BEGIN IMMEDIATE")
    store.put_fact("name", "Bridges")
    store.close()
    with Store.open(path) as again:
        assert again.fact("name") == ""


def interview(name: str, text: str) -> Transcript:
    """An interview of one turn and one sentence."""
    turn = Turn(1, "R", Role.RESPONDENT, Span(0, len(text)), Position(paragraph=1), name)
    return Transcript(name, text, (turn,), (Segment(1, 1, Span(0, len(text))),), f"{name}.docx", name)


KILLED = """
import sys
from pathlib import Path
from qualcode.store import Store
sys.path.insert(0, sys.argv[2])
from test_store_transactions import interview
store = Store.open(Path(sys.argv[1]), create=True)
store.put_transcript(interview("KII_01", "We waited."))
with store.transaction():
    for number in range(2, 40):
        store.put_transcript(interview(f"KII_{number:02}", "We waited for hours. " * 20_000))
    store.log("import", added=38)
    print("half-way", flush=True)
    sys.stdin.read()
"""


def test_kill_in_an_import_loses_nothing_and_leaves_nothing_half(tmp_path):
    """After a kill in the middle of an import the study holds what was imported before it, and nothing else."""
    path = tmp_path / "study.db"
    script = [sys.executable, "-c", KILLED, str(path), str(Path(__file__).parent)]
    with subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own script
        assert process.stdout.readline() == "half-way\n"
        process.kill()
    # The killed import had already written to the file: without undoing it the study would be damaged.
    assert path.with_name("study.db-journal").stat().st_size > 0
    assert path.stat().st_size > 10_000_000
    with Store.open(path) as store:
        found = tuple(store.transcripts()), tuple(store.entries())
        checked = store._rows("PRAGMA integrity_check")
    assert found == ((interview("KII_01", "We waited."),), ())
    assert checked == [("ok",)]
