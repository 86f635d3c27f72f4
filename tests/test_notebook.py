"""qualcode in a notebook: the same numbers as the commands."""

import csv
import io
import json
import shutil
import sys

import pandas as pd
import pytest

import qualcode
from qualcode.cli import main
from qualcode.errors import QualcodeError
from qualcode.workflow.demo import demo


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample study, coded."""
    folder = tmp_path_factory.mktemp("notebook") / "study"
    demo(folder)
    return folder


@pytest.fixture
def printed(sample, monkeypatch, capsys):
    """What a command prints on standard output, run on the sample study."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["qualcode", *words, "--study", str(sample)])
        with pytest.raises(SystemExit, match="0"):
            main()
        return capsys.readouterr().out

    return run


def _rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def _as_text(frame):
    return frame.astype(str).to_dict("records")


def test_a_folder_without_a_study_is_refused(tmp_path):
    """Opening a folder that is no study raises what the command line would say."""
    with pytest.raises(QualcodeError, match="study"):
        qualcode.open(tmp_path)


def test_table_has_the_numbers_of_the_command(sample, printed):
    """`study.table()` holds what `table --format json` prints."""
    with qualcode.open(sample) as study:
        frame = study.table(by="nationality")
    expected = json.loads(printed("table", "--by", "nationality", "--format", "json"))
    counts = [
        [value for name, value in row.items() if name.endswith((") respondents", ") mentions"))] for row in expected
    ]
    assert [[*map(int, row)] for row in frame.to_numpy()] == counts
    assert [*frame.index] == [(row["theme"], row["code"]) for row in expected]


def test_codings_are_those_of_the_export(sample, printed, tmp_path):
    """`study.codings()` holds what `export codings.csv` writes."""
    printed("export", str(tmp_path / "codings.csv"))
    with qualcode.open(sample) as study:
        frame = study.codings()
    written = (tmp_path / "codings.csv").read_text(encoding="utf-8-sig")
    assert [*frame.columns] == next(csv.reader(io.StringIO(written)))
    plain = [{name: value.replace("\r\n", "\n") for name, value in row.items()} for row in _rows(written)]
    assert len(plain) == len(frame)
    assert [(row["segment"], row["start"], row["code"], row["rule"]) for row in plain] == [
        (row["segment"], row["start"], row["code"], row["rule"]) for row in _as_text(frame)
    ]


def test_quotes_are_those_of_the_command(sample, printed):
    """`study.quotes()` holds what `quotes --format csv` prints."""
    with qualcode.open(sample) as study:
        frame = study.quotes("sab", where={"respondent_type": "refugee_migrant"})
    words = ["quotes", "--code", "sab", "--where", "respondent_type=refugee_migrant", "--format", "csv"]
    assert _as_text(frame) == _rows(printed(*words))


@pytest.mark.parametrize("listing", ["respondents", "transcripts"])
def test_listings_are_those_of_the_commands(sample, printed, listing):
    """`study.respondents()` and `study.transcripts()` hold what the commands list."""
    with qualcode.open(sample) as study:
        frame = getattr(study, listing)()
    assert isinstance(frame, pd.DataFrame)
    assert _as_text(frame) == _rows(printed(listing, "--format", "csv"))


def test_the_whole_way_in_a_notebook(sample, tmp_path):
    """Import, coding and export are methods, and a study can be used without `with`."""
    folder = tmp_path / "study"
    shutil.copytree(sample, folder)
    (folder / "study.db").unlink()
    study = qualcode.open(folder)
    imported = study.import_files()
    coded = study.code()
    report = study.export(tmp_path / "themes.xlsx", by=["gender"])
    study.close()
    assert len(imported.added) == 42
    assert coded.run.codings == len(report.segments)
    assert (tmp_path / "themes.xlsx").exists()
