"""From words to numbers and back: codebook lint, code, table, quotes, export, run, demo."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

FAULTY = """\
codebook: Borders
version: "1.0"
language: en
themes:
  - id: harm
    name: Harm
    definition: Harm on the way.
    codes:
      - id: harm_police
        name: Violence by police
        definition: Police hit people.
        rules:
          - near: {of: [police], within: 8}
"""


@pytest.mark.usefixtures("study")
def test_lint_of_a_sound_codebook(qualcode):
    """A codebook without faults leaves counts of nothing and exit 0."""
    done = qualcode("codebook", "lint")
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("0 errors")


def test_lint_names_file_and_line_and_exits_with_1(qualcode, study):
    """A faulty codebook is reported with its file, its line and what to write."""
    path = study / "codebook" / "borders.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    done = qualcode("codebook", "lint")
    assert done.code == 1
    assert "borders.yaml, line 13: " in done.out
    assert done.out.splitlines()[-1].startswith("1 error, ")


def test_lint_as_json_has_file_line_and_fix(qualcode, study):
    """`codebook lint --format json` has a record for each fault."""
    path = study / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    done = qualcode("codebook", "lint", path, "--format", "json")
    (fault,) = [one for one in json.loads(done.out) if one["severity"] == "error"]
    assert (done.code, fault["file"], fault["line"]) == (1, "faulty.yaml", 13)


@pytest.mark.usefixtures("study")
def test_lint_of_a_file_that_is_not_there(qualcode):
    """A mistyped codebook is named."""
    done = qualcode("codebook", "lint", "nowhere.yaml")
    assert (done.code, done.out) == (1, "")
    assert "Error nowhere.yaml: there is no codebook here." in done.err


@pytest.mark.usefixtures("imported")
def test_the_first_run_names_what_comes_next(qualcode):
    """The first run counts codings, transcripts and respondents."""
    assert qualcode("code").out == (
        "3 codings in 2 transcripts, of 2 respondents.\n"
        "This was the first run. Next: qualcode table, or qualcode export exports/themes.xlsx\n"
    )


@pytest.mark.usefixtures("coded")
def test_a_run_without_changes_says_so(qualcode):
    """A second run of the same codebook over the same words changes nothing."""
    assert qualcode("code").out.splitlines()[1:] == ["Nothing changed since the run before."]


def test_a_run_says_which_codes_gained_and_lost(qualcode, coded):
    """After a change of the codebook, gains and losses are listed by code."""
    path = coded / "codebook" / "borders.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("any: [cold]", "any: [helped]"), encoding="utf-8")
    done = qualcode("code")
    assert done.out.splitlines() == [
        "2 codings in 2 transcripts, of 2 respondents.",
        "Changed since the run before",
        "",
        "code       name  gained  lost",
        "─────────────────────────────",
        "harm_cold  Cold      +1    -2",
        "",
    ]


@pytest.mark.usefixtures("coded")
def test_code_as_csv_lists_changes_only(qualcode):
    """`code --format csv` is parseable also where nothing changed."""
    assert qualcode("code", "--format", "csv").out == "code,name,gained,lost\n"


@pytest.mark.usefixtures("coded")
def test_table_counts_respondents_and_mentions(qualcode):
    """`table` shows respondents with mentions in brackets, by the field of study.yaml."""
    done = qualcode("table", "--level", "code")
    cells = [line.split() for line in done.out.splitlines()]
    assert ["Violence", "by", "police", "1*", "(1)", "1*", "(1)", "0"] in cells
    assert ["Cold", "2", "(2)", "1*", "(1)", "1*", "(1)"] in cells
    assert "Note: 0 of 3 codings have been reviewed by a person.\n" in done.err


@pytest.mark.usefixtures("coded")
def test_table_as_json_has_themes_and_codes(qualcode):
    """`table --format json` has a record for each theme and code with numbers for each group."""
    rows = json.loads(qualcode("table", "--by", "gender", "--format", "json").out)
    assert [(row["theme"], row["code"]) for row in rows] == [
        ("harm", ""),
        ("harm", "harm_police"),
        ("harm", "harm_cold"),
    ]
    assert [*rows[2].items()][:5] == [
        ("theme", "harm"),
        ("code", "harm_cold"),
        ("title", "Cold"),
        ("All respondents (n=2) respondents", 2),
        ("All respondents (n=2) mentions", 2),
    ]
    assert [*rows[1].values()][3:12] == [1, 1, "1 of 2", 0, 0, 0, 0, "said", "*"]


@pytest.mark.usefixtures("coded")
def test_table_of_some_respondents_and_codings(qualcode):
    """--where limits to respondents, --basis to codings, --level to themes; the notes say so."""
    women = qualcode("table", "--by", "gender", "--where", "gender=woman", "--level", "theme", "--format", "json")
    rows = json.loads(women.out)
    assert [(row["theme"], row["code"], row["All respondents (n=1) respondents"]) for row in rows] == [("harm", "", 1)]
    assert "Note: Only respondents with Gender woman: 1 of 2 respondents.\n" in women.err
    human = qualcode("table", "--by", "gender", "--basis", "human", "--format", "json")
    assert {row["All respondents (n=2) respondents"] for row in json.loads(human.out)} == {0}
    assert "Note: Counted are only codings that people made themselves, and affirmed" in human.err


@pytest.mark.usefixtures("sample")
def test_respondent_types_are_added_up_only_where_asked(qualcode):
    """Without --mix-types no column holds refugees and key informants together."""
    apart = json.loads(qualcode("table", "--by", "interview_country", "--format", "json").out)[0]
    assert not any(name.startswith("All respondents") for name in apart)
    assert any(name.startswith("key informant, Serbia (n=9)") for name in apart)
    mixed = json.loads(qualcode("table", "--by", "interview_country", "--mix-types", "--format", "json").out)[0]
    assert any(name.startswith("All respondents (n=45)") for name in mixed)


@pytest.mark.usefixtures("sample")
def test_fields_that_nobody_has_together_are_told(qualcode):
    """Nationality is of refugees and migrants, stakeholder of key informants."""
    assert qualcode("table", "--by", "nationality,stakeholder").err == (
        "Error nobody has all of nationality, stakeholder: they are recorded for different respondent types.\n"
        "      Try: one --by for each field, for tables beside each other\n"
    )


@pytest.mark.usefixtures("sample")
def test_what_nobody_says_has_three_looks(qualcode):
    """Not asked, asked and not mentioned, denied; below, who says otherwise."""
    done = qualcode("table", "--by", "nationality", "--level", "code")
    assert all(f" {look} " in done.out for look in ("not asked", "1 deny", "0"))
    assert "Said otherwise\n" in done.out
    assert "Otherwise: who deny it, say it stopped, fear or expect it, only heard of it.\n" in done.out


@pytest.mark.usefixtures("sample")
def test_two_fields_in_csv_are_one_table(qualcode):
    """`table` by two fields in csv is one parseable table whose headings name the field."""
    done = qualcode("table", "--by", "gender", "--by", "respondent_type", "--format", "csv")
    rows = list(csv.reader(io.StringIO(done.out)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    assert any(name.startswith("gender: ") for name in rows[0])
    assert any(name.startswith("respondent_type: ") for name in rows[0])


@pytest.mark.usefixtures("sample")
def test_a_table_of_many_groups_is_drawn_in_pieces(qualcode):
    """Groups that do not fit beside each other follow below, and no number or word is broken."""
    lines = qualcode("table", "--by", "stakeholder").out.splitlines()
    assert max(map(len, lines)) <= 80
    assert sum(line.strip().startswith("Theme ") for line in lines) > 1
    headings = {word for line in lines for word in line.split()}
    assert headings >= {"NGO", "government", "international", "organisation", "journalist"}


@pytest.mark.usefixtures("coded")
def test_quotes_show_words_speaker_and_place(qualcode):
    """`quotes` prints each passage with who said it, where it stands and what was matched."""
    assert qualcode("quotes", "--code", "harm", "--where", "gender=woman").out == (
        "The police hit my brother with a stick.\n"
        "  Respondent, R01:2\n"
        "  harm_police: police hit\n"
        "\n"
        "It was cold.\n"
        "  Respondent, R01:4\n"
        "  harm_cold: cold\n"
        "\n"
        "2 codings of harm, 1 respondent.\n"
    )


@pytest.mark.usefixtures("coded")
def test_quotes_as_csv_have_the_columns_of_the_codings(qualcode):
    """`quotes --format csv` has the columns of the codings contract."""
    done = qualcode("quotes", "--code", "harm_cold", "--format", "csv")
    assert qualcode("export", "all.csv").code == 0
    with open("all.csv", encoding="utf-8-sig", newline="") as exported:  # noqa: PTH123
        everything = list(csv.DictReader(exported))
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert rows == [row for row in everything if row["code"] == "harm_cold"]


def test_export_writes_the_workbook(qualcode, coded):
    """`export` says what it wrote, and the workbook has its sheets."""
    done = qualcode("export", "out/themes.xlsx")
    assert done.code == 0
    assert done.out.endswith("themes.xlsx: 3 codings of 2 respondents. It is confidential.\n")
    assert load_workbook(coded / "out" / "themes.xlsx").sheetnames[0] == "Read me"


def test_export_jsonl_has_a_line_for_each_coding(qualcode, coded):
    """`export OUT.jsonl` writes one JSON object a coding."""
    assert qualcode("export", "codings.jsonl").code == 0
    lines = (coded / "codings.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["harm_police", "harm_cold", "harm_cold"]


def test_run_goes_from_files_to_a_workbook(qualcode, study, tmp_path):
    """`run` imports, codes and exports in one go and keeps no study unless it is told to."""
    out = tmp_path / "themes.xlsx"
    words = ["--codebook", study / "codebook", "--settings", study / "study.yaml", "--out", out]
    words += ["--respondents", study / "respondents.csv"]
    done = qualcode("run", study / "transcripts", *words, "--by", "gender")
    assert done.code == 0
    assert done.out.splitlines()[-1] == f"3 codings. The workbook: {out}"
    assert out.exists()


def test_run_keeps_the_study_where_it_is_told_to(qualcode, study, tmp_path):
    """`run --study` leaves a study that can be gone on with."""
    words = ["--codebook", study / "codebook", "--out", tmp_path / "codings.csv", "--study", tmp_path / "kept"]
    done = qualcode("run", study / "transcripts", *words)
    assert done.code == 0
    assert done.out.splitlines()[-2:] == [
        f"3 codings. The table of codings: {tmp_path / 'codings.csv'}",
        f"The study: {tmp_path / 'kept'}",
    ]
    assert (tmp_path / "kept" / "study.db").exists()


def test_run_names_a_missing_file(qualcode, study):
    """`run` on a folder that is not there says so before anything is made."""
    done = qualcode("run", "nowhere", "--codebook", study / "codebook", "--out", "out.xlsx")
    assert (done.code, done.out) == (1, "")
    assert "Error nowhere: there is no such file or folder." in done.err


def test_demo_prints_a_table_and_writes_a_workbook(qualcode, tmp_path, monkeypatch):
    """`demo` shows themes by profile, where the workbook is, and what to try."""
    monkeypatch.chdir(tmp_path)
    done = qualcode("demo")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("Imported 42 transcripts")
    assert any(line.strip().startswith("Abuse by smugglers") for line in lines)
    assert lines[-1].startswith("Now try: open the workbook;")
    assert (tmp_path / "qualcode-demo" / "exports" / "themes.xlsx").exists()


@pytest.mark.usefixtures("coded")
def test_quotes_are_picked_for_the_report(qualcode):
    """Picked, listed by section, taken back; without a code or a command it says what it needs."""
    done = qualcode("quotes", "pick", "R01:2", "--words", "The police hit my brother [...]", "--section", "3.1")
    assert done.out == "The police hit my brother [...]\n  Respondent, R01:2\n"
    (row,) = json.loads(qualcode("quotes", "picked", "--format", "json").out)
    assert (row["section"], row["verbatim"]) == ("3.1", "The police hit my brother with a stick.")
    assert qualcode("quotes", "drop", "R01:2", "--section", "3.1").out == "R01:2 is no longer picked.\n"
    assert qualcode("quotes").err == (
        "Error quotes needs to know of what.\n      Try: qualcode quotes --code CODE, or quotes pick SEGMENT\n"
    )
    assert qualcode("export", "t.xlsx").code == 0
    assert qualcode("quotes", "read", "t.xlsx").out == "0 quotes picked from t.xlsx.\n"
