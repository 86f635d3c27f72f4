"""Archives are opened without trusting what they say of themselves."""

import io
import struct
import zipfile

import pytest

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Where
from qualcode.readers.formats import archive
from qualcode.readers.formats.archive import parse_xml, repack, unpack

SAVE_AGAIN = "open it in Word or LibreOffice and save it again, or ask for the file again"
DISTRUST = "do not open it; ask whoever sent it for the transcript in a new file"


def _write(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def _opened(path):
    return unpack(path, expected="a Word document", wanted=lambda name: name.endswith(".xml"))


def _problem_of(action, *arguments):
    with pytest.raises(ProblemsError) as caught:
        action(*arguments)
    (problem,) = caught.value.problems
    return problem


def test_only_wanted_parts_are_unpacked(tmp_path):
    """The parts asked for come by name; the others are not read."""
    path = _write(tmp_path / "a.docx", {"word/document.xml": "<a/>", "media/film.mp4": "x"})
    assert _opened(path) == {"word/document.xml": b"<a/>"}


def test_repeated_words_may_be_packed_tightly(tmp_path):
    """A part of a few megabytes that packs a thousandfold is still a document."""
    path = _write(tmp_path / "a.docx", {"a.xml": b"word " * 1_000_000})
    assert _opened(path) == {"a.xml": b"word " * 1_000_000}


def test_a_part_that_unpacks_a_thousandfold_is_refused(tmp_path):
    """A zip bomb is refused by what it says of itself, and the part is named."""
    path = _write(tmp_path / "a.docx", {"a.xml": bytes(20_000_000)})
    what = "a part of the file would unpack to far more than a document holds."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx", detail="a.xml"), DISTRUST)


def test_a_part_that_is_too_large_is_refused(tmp_path, monkeypatch):
    """No part may be larger than any interview."""
    monkeypatch.setattr(archive, "MAX_PART", 1000)
    path = _write(tmp_path / "a.docx", {"a.xml": bytes(1001)}, zipfile.ZIP_STORED)
    what = "a part of the file would unpack to far more than a document holds."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx", detail="a.xml"), DISTRUST)


def test_parts_that_are_too_large_together_are_refused(tmp_path, monkeypatch):
    """All parts count, those that nobody reads too."""
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1000)
    path = _write(tmp_path / "a.docx", {"a.bin": bytes(600), "b.bin": bytes(600)})
    assert _problem_of(_opened, path) == Problem("the file would unpack to gigabytes.", Where("a.docx"), DISTRUST)


def test_a_part_larger_than_it_says_is_refused(tmp_path):
    """A part that unpacks to more than its directory entry says is damaged or a bomb."""
    path = _write(tmp_path / "a.docx", {"a.xml": b"x" * 5000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 5000), struct.pack("<L", 50)))
    what = "the file is damaged or was not copied to its end."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx"), SAVE_AGAIN)


def test_too_many_parts_are_refused(tmp_path):
    """A document has dozens of parts, not ten thousand."""
    path = _write(tmp_path / "a.docx", dict.fromkeys((f"{number}.bin" for number in range(10_001)), b""))
    what = "the file holds 10,001 parts; no document does."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx"), DISTRUST)


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "/etc/evil.xml", "C:/evil.xml", "..\\evil.xml"])
def test_names_that_lead_outside_are_refused(tmp_path, name):
    """A part may not want to be written above the archive, on any system."""
    path = _write(tmp_path / "a.docx", {name: "<a/>"})
    what = "a part of the file wants to be written outside its folder."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx"), DISTRUST)


def test_a_protected_archive_is_refused(tmp_path):
    """A zip archive with a password says so."""
    path = _write(tmp_path / "a.docx", {"a.xml": "<a/>"})
    data = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    path.write_bytes(data)
    fix = "open it with its password and save it without one, or ask for a file without a password"
    assert _problem_of(_opened, path) == Problem("the file is protected by a password.", Where("a.docx"), fix)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_archive_is_refused(tmp_path, share):
    """A file that was not copied to its end says so."""
    path = _write(tmp_path / "a.docx", {f"{number}.xml": f"<a>{number}</a>" for number in range(9)})
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    what = "the file is damaged or was not copied to its end."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx"), SAVE_AGAIN)


def test_a_part_with_wrong_bytes_is_refused(tmp_path):
    """A part whose bytes do not match its checksum is damaged."""
    path = _write(tmp_path / "a.docx", {"a.xml": b"<a>words</a>"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"words", b"swords"[:5]))
    what = "the file is damaged or was not copied to its end."
    assert _problem_of(_opened, path) == Problem(what, Where("a.docx"), SAVE_AGAIN)


def test_repacked_parts_can_be_unpacked():
    """A repacked archive holds the parts it was made of."""
    with zipfile.ZipFile(repack({"a.xml": b"1", "b/c.xml": b"2"})) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {"a.xml": b"1", "b/c.xml": b"2"}


def test_repacking_gives_the_same_bytes_every_time():
    """The same parts give the same archive: no clock is in it."""
    assert repack({"a.xml": b"1"}).getvalue() == repack({"a.xml": b"1"}).getvalue()
    assert isinstance(repack({}), io.BytesIO)


BOMB = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"


@pytest.mark.parametrize(
    "content",
    [
        BOMB.encode(),
        b"\xff\xfe" + BOMB.encode("utf-16-le"),
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b"<!DOCTYPE a [<!ENTITY a '&a;'>]><a>&a;",
    ],
    ids=["bomb", "bomb in UTF-16", "foreign DTD", "foreign entity", "broken"],
)
def test_xml_with_a_dtd_is_refused(tmp_path, content):
    """Documents have no DTD; attacks on whoever opens them do."""
    what = "the file defines its own XML entities, which documents never do and attacks on computers do."
    expected = Problem(what, Where("a.docx", detail="a.xml"), DISTRUST)
    assert _problem_of(parse_xml, tmp_path / "a.docx", "a.xml", content) == expected


def test_broken_xml_is_refused(tmp_path):
    """A part that is no XML is named."""
    what = "the file is damaged: a part of it is not readable."
    expected = Problem(what, Where("a.docx", detail="a.xml"), SAVE_AGAIN)
    assert _problem_of(parse_xml, tmp_path / "a.docx", "a.xml", b"<a><b></a>") == expected


@pytest.mark.parametrize("depth", [200, 100_000])
def test_xml_without_end_is_refused(tmp_path, depth):
    """A document nested deeper than any document is refused, however deep."""
    content = b"<a>" * depth + b"</a>" * depth
    what = "the document is nested more than 120 levels deep."
    fix = "open it in Word or LibreOffice, copy the text into a new document and save that"
    assert _problem_of(parse_xml, tmp_path / "a.docx", "a.xml", content) == Problem(
        what, Where("a.docx", detail="a.xml"), fix
    )
