"""The cache: what is kept comes back equal, and nothing that happens to the file stops a command."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.model.parse import Parse
from qualcode.store import Cache
from qualcode.store.packing import pack
from qualcode.text.parser import Parser

HIT = Parse(
    text="They hit us.",
    starts=(0, 5, 9, 11),
    ends=(4, 8, 11, 12),
    heads=(1, 1, 1, 1),
    deps=("nsubj", "ROOT", "dobj", "punct"),
    tags=("PRP", "VBD", "PRP", "."),
)
RAN = Parse("We ran.", (0, 3, 6), (2, 6, 7), (1, 1, 1), ("nsubj", "ROOT", "punct"), ("PRP", "VBD", "."))
SENTENCES = (
    "They took our phones but did not beat us.",
    "police they catch us and beating very hard, take phone, everything",
    "I don't know  who \t hit him…",
    "Zoe\u0308 said: “İstanbul 🚶🏽‍♀️ is far”.",
    "",
    " ",
    "?!",
    "No.",
    "word " * 400,
)


@pytest.fixture
def path(tmp_path):
    """Where a cache would be."""
    return tmp_path / "cache.db"


def stored(path, *parses, model="m1"):
    """A cache file that holds these, closed again."""
    with Cache.open(path, model=model) as cache:
        cache.put(parses)


def kept(path, *parses, model="m1"):
    """What a newly opened cache knows of these."""
    with Cache.open(path, model=model) as cache:
        return cache.get([parse.text for parse in parses])


def test_parses_come_back_after_closing(path):
    """What was put is there at the next opening, in the order asked for; what was not is None."""
    stored(path, HIT, RAN)
    assert kept(path, RAN, replace(RAN, text="We ran!"), HIT) == [RAN, None, HIT]


def test_parses_are_there_before_they_are_written(path):
    """What was just put can be asked for at once."""
    with Cache.open(path, model="m1") as cache:
        cache.put([HIT])
        assert cache.get([HIT.text, HIT.text]) == [HIT, HIT]


def test_many_parses_at_once(path):
    """More parses than are written or asked for together come back equal."""
    many = [replace(RAN, text=f"We ran {number}.", ends=(2, 6, number)) for number in range(5000)]
    stored(path, *many)
    assert kept(path, *many) == many


def test_parser_finds_what_it_kept(path):
    """The parser's own parses, of odd sentences too, come back equal from a file."""
    parses = Parser().parse(SENTENCES)
    stored(path, *parses)
    assert kept(path, *parses) == parses


words = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 2**16 + 5) | st.integers(2**32 - 5, 2**32 + 5)
word = st.tuples(words, words, words, st.text(max_size=5), st.sampled_from(["NN", "VBD", "", "-LRB-", "X\0"]))


@st.composite
def parses_of_any_kind(draw):
    """A parse with whatever its fields can hold."""
    columns = list(zip(*draw(st.lists(word, max_size=30)), strict=True))
    return Parse(draw(st.text(st.characters())), *(columns or [()] * 5))


@settings(max_examples=60, deadline=None)
@given(st.lists(parses_of_any_kind(), max_size=5, unique_by=lambda parse: parse.text))
def test_any_parse_comes_back_equal(parses):
    """Whatever numbers and labels a parse has, it comes back equal."""
    with TemporaryDirectory() as folder:
        stored(Path(folder) / "cache.db", *parses)
        assert kept(Path(folder) / "cache.db", *parses) == parses


def test_words_far_into_a_sentence(path):
    """Offsets beyond 65,535 code points survive."""
    text = "We ran. " * 20_000
    far = Parse(text, (0, 65_535, 159_996), (2, 65_536, 159_999), (1, 1, 1), RAN.deps, RAN.tags)
    stored(path, far)
    assert kept(path, far) == [far]


def test_more_labels_than_a_byte_holds(path):
    """A sentence with rare labels comes back after hundreds of others were seen."""
    many = [replace(RAN, text=f"{number}", tags=(f"T{number}", "VBD", ".")) for number in range(300)]
    stored(path, *many)
    assert kept(path, *many) == many


def test_sentence_takes_few_bytes():
    """A word takes eight bytes, whatever its labels are called."""
    assert len(pack(HIT, dict.fromkeys((*HIT.deps, *HIT.tags), 7))) == 1 + 8 * 4


def test_later_parse_takes_the_place_of_the_first(path):
    """A parse put again under the same text replaces the other."""
    other = replace(HIT, heads=(0, 0, 0, 0))
    stored(path, HIT)
    stored(path, other)
    assert kept(path, HIT) == [other]


def test_another_model_has_no_parses_and_drops_those_there(path):
    """Parses belong to a model: another one does not see them, and they are gone afterwards."""
    stored(path, HIT)
    assert kept(path, HIT, model="m2") == [None]
    assert kept(path, HIT) == [None]


def test_model_still_running_after_an_upgrade_does_no_harm(path):
    """What a process with an older model writes late is not taken for the newer one's."""
    wrong = replace(HIT, heads=(0, 0, 0, 0))
    with Cache.open(path, model="m1") as older:
        stored(path, HIT, model="m2")
        older.put([wrong])
    with Cache.open(path, model="m2") as cache:
        assert cache.get([HIT.text]) == [HIT]


def test_words_are_kept_until_dropped(path):
    """Values under a key come back, are replaced by later ones, and go when they are not among those to keep."""
    with Cache.open(path, model="m1") as cache:
        cache.keep([("a", b"\0\xff"), ("b", b""), ("ć", b"old")])
        cache.keep(iter([("ć", b"new")]))
    with Cache.open(path, model="m2") as cache:
        before = cache.kept(["ć", "a", "b", "d"])
        cache.keep_only(["b", "d"])
        after = cache.kept(["ć", "a", "b", "d"])
    assert (before, after) == ({"a": b"\0\xff", "b": b"", "ć": b"new"}, {"b": b""})


def test_large_words(path):
    """More bytes than are written together come back equal."""
    many = {f"{number}": bytes([number]) * 900_000 for number in range(12)}
    with Cache.open(path, model="m1") as cache:
        cache.keep(many.items())
        assert cache.kept(list(many)) == many


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_cache_is_for_its_owner_only(path):
    """Nobody but the owner can read the file."""
    stored(path, HIT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def empty(path):
    """A file of no bytes."""
    path.write_bytes(b"")


def notes(path):
    """A file of another kind."""
    path.write_bytes(b"These are my notes about the interviews. " * 500)


def torn(path):
    """A cache that ends half-way."""
    stored(path, *(replace(RAN, text=str(number)) for number in range(2000)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path):
    """A cache with nothing left of its pages but the first."""
    stored(path, HIT)
    path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * (path.stat().st_size - 4096))


def newer(path):
    """A cache of a later version."""
    stored(path, HIT)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def songs(path):
    """A database of another program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE parses (title TEXT)")


@pytest.mark.parametrize("make", [empty, notes, torn, overwritten, newer, songs])
def test_file_of_no_use_is_made_anew(path, make):
    """Whatever lies in the cache's place, it works and keeps what is put."""
    make(path)
    first = kept(path, HIT)
    stored(path, HIT)
    assert (first, kept(path, HIT)) == ([None], [HIT])
    assert path.read_bytes()[:15] == b"SQLite format 3"


def test_damage_found_late_empties_the_cache(path):
    """Where a page turns out to be damaged in the middle of work, the file is made anew and works again."""
    stored(path, HIT)
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_parses_1'"
        page = connection.execute(query).fetchone()[0]
    data = bytearray(path.read_bytes())
    data[4096 * (page - 1) : 4096 * page] = b"\xa5" * 4096
    path.write_bytes(data)
    with Cache.open(path, model="m1") as cache:
        found = cache.get([HIT.text])
        cache.put([HIT])
        again = cache.get([HIT.text])
    assert (found, again, kept(path, HIT)) == ([None], [HIT], [HIT])


def test_changed_bytes_are_not_taken_for_a_parse(path):
    """A value that is not as it was stored is not there, though SQLite finds nothing wrong with it."""
    stored(path, HIT)
    places = b"".join(number.to_bytes(2, "little") for number in (*HIT.starts, *HIT.ends))
    changed = path.read_bytes().replace(places, bytes(len(places)))
    assert changed != path.read_bytes()
    path.write_bytes(changed)
    assert kept(path, HIT, RAN) == [None, None]


@pytest.mark.parametrize("inside", ["nowhere/cache.db", "file/cache.db", "folder"])
def test_cache_works_where_no_file_can_be_made(tmp_path, inside):
    """In a place where no file can be made the cache works until it is closed."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with Cache.open(tmp_path / inside, model="m1") as cache:
        cache.put([HIT])
        cache.keep([("a", b"1")])
        assert (cache.get([HIT.text]), cache.kept(["a"])) == ([HIT], {"a": b"1"})
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["file", "folder"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write everywhere")
@pytest.mark.parametrize("before", [False, True])
def test_cache_works_in_a_folder_that_is_write_protected(tmp_path, path, before):
    """In a write-protected folder, with a cache or without, the cache works until it is closed."""
    if before:
        stored(path, RAN)
        path.chmod(0o400)
    tmp_path.chmod(0o500)
    with Cache.open(path, model="m1") as cache:
        cache.put([HIT])
        assert cache.get([HIT.text]) == [HIT]
    tmp_path.chmod(0o700)
    assert path.exists() == before


def test_cache_works_while_its_file_is_locked(path):
    """Where another program does not let go of the file, the cache works in memory and the file stays as it is."""
    stored(path, HIT)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with Cache.open(path, model="m1", patience=0) as cache:
            found = cache.get([HIT.text])
            cache.put([RAN])
            again = cache.get([RAN.text])
    assert (found, again, kept(path, HIT, RAN)) == ([None], [RAN], [HIT, None])


def test_file_locked_in_the_middle_of_work_is_waited_for_no_longer(path):
    """What cannot be read or written because of a lock is missing or forgotten, and the cache goes on afterwards."""
    stored(path, HIT)
    with (
        Cache.open(path, model="m1", patience=0) as cache,
        closing(sqlite3.connect(path, isolation_level=None)) as holder,
    ):
        holder.execute("BEGIN EXCLUSIVE")
        cache.keep([("a", b"1")])
        locked = cache.get([HIT.text])
        holder.execute("COMMIT")
        cache.keep([("b", b"2")])
        assert (locked, cache.get([HIT.text]), cache.kept(["a", "b"])) == ([None], [HIT], {"b": b"2"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files that are open")
def test_cache_deleted_while_it_is_open(path):
    """A cache that somebody deletes during a command is made again, and what is put later is kept."""
    with Cache.open(path, model="m1") as cache:
        cache.keep([("a", b"1")])
        path.unlink()
        cache.keep([("b", b"2")])
        cache.keep([("c", b"3")])
    with Cache.open(path, model="m1") as cache:
        assert cache.kept(["a", "b", "c"]) == {"c": b"3"}


def test_cache_is_closed_once_only(path):
    """Using a closed cache is a mistake of the program, and not hidden."""
    cache = Cache.open(path, model="m1")
    cache.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cache.get([HIT.text])


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from qualcode.store import Cache
from test_store_cache import numbered
mine = int(sys.argv[3])
for first in range(0, 600, 20):
    with Cache.open(Path(sys.argv[1]), model="m1", patience=60) as cache:
        cache.put([numbered(number, mine) for number in range(first, first + 20)])
        cache.keep([(f"{mine}:{first}", bytes(1000))])
"""


def numbered(number, writer):
    """A parse that no other writer makes, with a label of its own."""
    return replace(RAN, text=f"We ran {number}, {writer}.", tags=(f"T{number // 10}", f"W{writer}", "."))


def test_two_processes_write_at_once(path):
    """Two processes that make and fill one cache at the same time lose nothing and mix nothing up."""
    script = [sys.executable, "-c", WRITER, str(path), str(Path(__file__).parent)]
    running = [subprocess.Popen([*script, writer]) for writer in "12"]  # noqa: S603 - our own script
    assert [process.wait() for process in running] == [0, 0]
    expected = [numbered(number, writer) for writer in (1, 2) for number in range(600)]
    assert kept(path, *expected) == expected
    with Cache.open(path, model="m1") as cache:
        assert len(cache.kept([f"{writer}:{first}" for writer in (1, 2) for first in range(0, 600, 20)])) == 60
