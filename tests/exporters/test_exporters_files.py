"""Files are written whole or not at all."""

import pytest

from qualcode.errors import QualcodeError
from qualcode.exporters import EXPORTERS
from qualcode.exporters.files import replacing


def test_every_format_can_be_written(tmp_path):
    """Each by a function that exists."""
    assert EXPORTERS.suffixes == (".xlsx", ".docx", ".html", ".csv", ".jsonl")
    names = [EXPORTERS.load(tmp_path / f"out{suffix}").__module__ for suffix in EXPORTERS.suffixes]
    assert names == [
        "qualcode.exporters.workbook",
        "qualcode.exporters.quote_bank",
        "qualcode.exporters.page",
        "qualcode.exporters.codings_csv",
        "qualcode.exporters.codings_jsonl",
    ]


def test_new_file_takes_the_place_of_the_old(tmp_path):
    """What was written stands under the name, and nothing else is left beside it."""
    out = tmp_path / "exports" / "out.csv"
    for text in ("old", "new"):
        with replacing(out) as draft:
            draft.write_text(text)
    assert (out.read_text(), [path.name for path in out.parent.iterdir()]) == ("new", ["out.csv"])


def test_failure_leaves_the_old_file(tmp_path):
    """When writing breaks off, the earlier export stays and the half-written one goes."""
    out = tmp_path / "out.csv"
    out.write_text("old")

    def break_off():
        with replacing(out) as draft:
            draft.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert (out.read_text(), [path.name for path in tmp_path.iterdir()]) == ("old", ["out.csv"])


@pytest.mark.parametrize("lock", ["~$out.xlsx", ".~lock.out.xlsx#"])
def test_open_workbook_is_refused(tmp_path, lock):
    """A lock file of Excel or LibreOffice beside the name means that it is open."""
    (tmp_path / lock).touch()
    with pytest.raises(QualcodeError) as raised, replacing(tmp_path / "out.xlsx"):
        pass
    assert str(raised.value) == (
        "out.xlsx: this file is open in Excel or LibreOffice.\n"
        f"Try: close it there or choose another name; if nobody has it open, delete {lock} beside it"
    )


def test_refused_by_the_system(tmp_path):
    """What the system forbids is said in words."""
    with pytest.raises(QualcodeError) as raised, replacing(tmp_path / "out.xlsx"):
        raise PermissionError(13, "Permission denied")
    assert str(raised.value) == (
        "out.xlsx: this file cannot be written: another program has it open, or its folder is read-only.\n"
        "Try: close it in Excel or LibreOffice, or choose another name or folder"
    )


def test_other_faults_of_the_system(tmp_path):
    """A full disk or a name that is a folder is named, with what to check."""
    with pytest.raises(QualcodeError) as raised, replacing(tmp_path / "out.xlsx"):
        raise OSError(28, "No space left on device")
    assert str(raised.value) == (
        "out.xlsx: this file cannot be written (No space left on device).\n"
        "Try: check the name, the folder and the free space, or choose another place"
    )


def test_name_of_a_folder(tmp_path):
    """A folder of that name is not written over."""
    (tmp_path / "out.xlsx").mkdir()
    with (
        pytest.raises(QualcodeError, match=r"^out\.xlsx: this file cannot be written"),
        replacing(tmp_path / "out.xlsx") as draft,
    ):
        draft.touch()
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


def test_folder_that_is_a_file(tmp_path):
    """A folder in the name that is in truth a file is named as a fault, and the file stays."""
    (tmp_path / "exports").write_text("a note")
    with (
        pytest.raises(QualcodeError, match=r"^out\.xlsx: this file cannot be written"),
        replacing(tmp_path / "exports" / "out.xlsx"),
    ):
        pass
    assert (tmp_path / "exports").read_text() == "a note"
