"""The audit log and the facts about a study."""

import re
import sqlite3
from datetime import datetime, timedelta

import pytest

from qualcode.store import Store


@pytest.fixture
def store(tmp_path):
    """An empty study."""
    with Store.open(tmp_path / "study.db", create=True) as opened:
        yield opened


def test_entries_come_in_order_with_their_details(store):
    """What was done is listed from the oldest to the newest, with ids and numbers."""
    store.log("import", added=3, source="Šid 🏕️")
    store.log("code")
    found = [(one.number, one.action, one.details) for one in store.entries()]
    assert found == [(1, "import", {"added": 3, "source": "Šid 🏕️"}), (2, "code", {})]


def test_time_is_universal(store):
    """An entry's time says that it is UTC."""
    store.log("code")
    (entry,) = store.entries()
    assert datetime.fromisoformat(entry.time).utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET action = 'nothing'",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log VALUES (1, '', 'nothing', '{}')",
    ],
)
def test_log_is_only_added_to(store, statement):
    """Entries can be neither changed, deleted nor replaced."""
    store.log("import", added=3)
    with pytest.raises(sqlite3.IntegrityError, match="the log is only ever added to"):
        store._write(statement)
    assert [one.details for one in store.entries()] == [{"added": 3}]


def test_latest_entry_of_an_action(store):
    """The latest of some actions is known by its number, 0 where none of them was done."""
    for action in ("import", "code", "import", "export"):
        store.log(action)
    assert (store.last("import", "code"), store.last("code"), store.last("withdraw")) == (3, 2, 0)


def test_facts_are_replaced(store):
    """A fact is what was stored last, and empty where nothing was."""
    store.put_fact("name", "Bridges")
    store.put_fact("name", "Bridges 2")
    assert (store.fact("name"), store.fact("other")) == ("Bridges 2", "")


def test_identity_is_random_and_stays(tmp_path, store):
    """A study has 32 hex digits of its own, the same at every opening."""
    with Store.open(tmp_path / "other.db", create=True) as other, Store.open(tmp_path / "study.db") as again:
        identities = [store.identity(), again.identity(), other.identity()]
    assert (identities[0] == identities[1], identities[0] == identities[2]) == (True, False)
    assert re.fullmatch("[0-9a-f]{32}", identities[0])
