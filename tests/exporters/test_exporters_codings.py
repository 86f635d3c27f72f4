"""The codings table as CSV and JSON lines."""

import csv
import dataclasses
import json

import pytest
from exporters_sample import Counter, report

from qualcode.exporters.codings_csv import write as write_csv
from qualcode.exporters.codings_jsonl import write as write_jsonl
from qualcode.exporters.contract import COLUMNS, contract_row

CONTRACT = (
    "respondent, transcript, segment, start, end, speaker, role, question, text, theme, code, rule, matched, agent, "
    "action, target, via, assertion, polarity, modality, source, experiencer, place, period, method, coder, status, "
    "memo"
)
FIRST = (
    {
        "respondent": "KII_1",
        "transcript": "T_KII_1",
        "segment": "T_KII_1:2",
        "start": 15,
        "end": 19,
        "speaker": "R",
        "role": "respondent",
        "question": "What happened?",
        "text": "People are pushed back to the fence at night.",
        "theme": "sta",
        "code": "sta_pushback",
        "rule": "sta_pushback-rule",
        "matched": "Peop",
    }
    | dict.fromkeys(CONTRACT.split(", ")[13:24], "")
    | {"method": "rule", "coder": "", "status": "suggested", "memo": ""}
)


def said(text):
    """A report with one coding whose segment is `text`."""
    return report({"RM_1": (text,)}, {"RM_1": (("sta_violence", 1),)})


def test_columns_are_the_contract():
    """The columns stand exactly as design.md lists them."""
    assert ", ".join(COLUMNS) == CONTRACT


def test_row_has_every_column_in_order():
    """A row holds the joined values and the coding's own; what is missing is an empty text."""
    row = contract_row(report().segments[0])
    assert (row, tuple(row)) == (FIRST, COLUMNS)


def test_source_is_who_vouches_and_not_the_file():
    """The column `source` is the coding's axis of assertion."""
    (segment, *_) = report().segments
    reported = dataclasses.replace(segment, coding=dataclasses.replace(segment.coding, source="reported"))
    assert contract_row(reported)["source"] == "reported"


def test_csv_holds_every_coding(tmp_path):
    """Reading the CSV back gives the rows of the contract."""
    write_csv(tmp_path / "codings.csv", report())
    with (tmp_path / "codings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    expected = [[str(value) for value in contract_row(segment).values()] for segment in report().segments]
    assert rows == [list(COLUMNS), *expected]


def test_csv_is_plain_utf8_with_one_line_end(tmp_path):
    """There is no byte order mark and no carriage return, and the header is the first line."""
    write_csv(tmp_path / "codings.csv", report())
    data = (tmp_path / "codings.csv").read_bytes()
    assert data.startswith(b"respondent,transcript,segment,start,end,")
    assert b"\r" not in data
    assert "Bihać" in data.decode("utf-8")


@pytest.mark.parametrize("text", ["=1+1, he said", 'a "b"\nc; d', "Bihać \u2028 x\u0085y", "@home + -"])
def test_texts_come_back_as_they_were(tmp_path, text):
    """Separators, quotes, line ends and what looks like a formula survive in both formats."""
    write_csv(tmp_path / "c.csv", said(text))
    write_jsonl(tmp_path / "c.jsonl", said(text))
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    (line,) = (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()
    assert (row["text"], json.loads(line)["text"]) == (text, text)


def test_jsonl_holds_every_coding(tmp_path):
    """Each line is one object with the contract's keys in order."""
    write_jsonl(tmp_path / "codings.jsonl", report())
    lines = (tmp_path / "codings.jsonl").read_text(encoding="utf-8").split("\n")
    assert [json.loads(line) for line in lines[:-1]] == [contract_row(segment) for segment in report().segments]
    assert (tuple(json.loads(lines[0])), lines[-1]) == (COLUMNS, "")


@pytest.mark.parametrize("write", [write_csv, write_jsonl])
def test_progress_counts_codings(tmp_path, write):
    """A face is told of each coding."""
    counter = Counter()
    write(tmp_path / "out", report(), matrix=(), progress=counter)
    assert counter.told == [("Writing codings", 5), *["step"] * 5, "finish"]


@pytest.mark.parametrize("write", [write_csv, write_jsonl])
def test_same_data_same_bytes(tmp_path, write):
    """Two exports of one report are equal."""
    write(tmp_path / "a", report())
    write(tmp_path / "b", report())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
