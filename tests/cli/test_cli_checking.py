"""codebook test and codebook diff."""

import csv
import io
import json

import pytest

EXAMPLES = """\
codebook: Roads
version: "1"
themes:
  - id: rte
    name: Routes
    codes:
      - id: rte_river
        name: River
        definition: Crossing a river.
        examples:
          - We crossed the river.
          - We did not see the river.
          - We swam.
        counterexamples:
          - The "river" of people.
        rules: [{id: river, any: [river]}]
      - id: rte_road
        name: Road
        definition: Walking on a road.
        rules: [{id: road, any: [road]}]
"""
WHOLE = """\
roads.yaml
  rte_river  .~F F

NOT COUNTED  rte_river  roads.yaml, line 12
  coded, read as negated: "We did not see the river."

FAILED  rte_river  roads.yaml, line 13
  example        "We swam."
  coded instead  with nothing
  nearest rule   river, roads.yaml, line 16
  why not        "river" does not stand in the sentence
  Try: qualcode explain --text "We swam." --code rte_river --codebook roads.yaml

FAILED  rte_river  roads.yaml, line 15
  counterexample "The "river" of people."
  coded          on "river", read as affirmed
  by rule        river, roads.yaml, line 16
  Try: qualcode explain --text "The \\"river\\" of people." --code rte_river --codebook roads.yaml

Without an example: rte_road.
4 sentences of 1 code: 1 passed, 1 coded but not counted, 2 failed.
"""


@pytest.fixture
def roads(tmp_path, monkeypatch):
    """A codebook with examples, in the current folder."""
    (tmp_path / "roads.yaml").write_text(EXAMPLES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "roads.yaml"


@pytest.mark.usefixtures("roads")
@pytest.mark.parametrize("words", [["--codebook", "roads.yaml"], ["roads.yaml"]])
def test_a_test_prints_like_a_test_runner_and_exits_with_1(qualcode, words):
    """A line of signs for each code, each failure with place, reason and the command that explains it, a summary."""
    done = qualcode("codebook", "test", *words)
    assert (done.code, done.out) == (1, WHOLE)


@pytest.mark.usefixtures("roads")
def test_a_test_that_passes_exits_with_0(qualcode):
    """A coded example passes, also one that is read as negated."""
    done = qualcode("codebook", "test", "crossed", "not see", "--codebook", "roads.yaml")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "2 sentences of 1 code: 1 passed, 1 coded but not counted, 0 failed."


@pytest.mark.usefixtures("roads")
def test_a_test_of_nothing_is_misuse(qualcode):
    """A name that selects nothing is refused."""
    done = qualcode("codebook", "test", "boat", "roads.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith('Error no code, theme or example has the name or the words "boat".')


@pytest.mark.usefixtures("roads")
def test_a_test_as_csv_has_a_row_for_each_sentence(qualcode):
    """`--format csv` has verdict, rule and reason of every sentence; the summary stands beside."""
    done = qualcode("codebook", "test", "roads.yaml", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["kind"], row["line"], row["verdict"], row["rule"]) for row in rows] == [
        ("example", "11", "passed", "river"),
        ("example", "12", "apart", "river"),
        ("example", "13", "failed", "river"),
        ("counterexample", "15", "failed", "river"),
    ]
    assert rows[2]["why"] == '"river" does not stand in the sentence'
    assert done.err.splitlines()[-1].startswith("4 sentences of 1 code: ")


def test_the_studys_codebook_is_tested_where_none_is_named(qualcode, study):
    """In a study its own codebook is tried, and the hints need not name it."""
    path = study / "codebook" / "borders.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("definition: People were cold.", "examples: [It froze.]"), encoding="utf-8")
    done = qualcode("codebook", "test")
    assert done.code == 1
    assert '  Try: qualcode explain --text "It froze." --code harm_cold\n' in done.out
    assert "Without an example: harm_police.\n" in done.out


def test_a_codebook_without_examples_says_so(qualcode, study):
    """Nothing to try is no failure, and every code is named."""
    done = qualcode("codebook", "test", "--study", study)
    assert (done.code, done.out) == (
        0,
        "\nWithout an example: harm_police, harm_cold.\n0 sentences of 0 codes: 0 passed, 0 failed.\n",
    )


def test_the_sample_codebook_finds_its_examples(qualcode, sample):
    """Of the sample's own sentences no more than a handful fail."""
    done = qualcode("codebook", "test", "--format", "json", "--study", sample)
    rows = json.loads(done.out)
    failed = [row["sentence"] for row in rows if row["verdict"] == "failed"]
    assert len(rows) > 300
    assert len(failed) <= 5, failed


DIFF = """\
Borders: version 1.0 -> 1.1

the codebook's version changed
~ code harm_cold  Cold
    + rule {added} (borders.yaml, line 18)
    - rule {removed} (borders.yaml, line 18)

"""
EFFECT = """\
Segments

code       gained  lost  read otherwise
───────────────────────────────────────
harm_cold      +1    -2               0

harm_cold
  + Nobody helped us.
    R02:4, Respondent, negated
  - It was cold.
    R01:4, Respondent, affirmed
  - We were cold for six nights.
    R02:2, Respondent, affirmed

Themes by Gender: respondents

code       group            before  after
─────────────────────────────────────────────
harm_cold  All respondents       2      0  -2
harm_cold  woman                 1      0  -1
harm_cold  man                   1      0  -1

"""


@pytest.fixture
def changed(imported):
    """The codebook of the imported study as it was before a rule and the version were changed: two files."""
    old = imported / "old"
    old.mkdir()
    path = imported / "codebook" / "borders.yaml"
    text = path.read_text(encoding="utf-8")
    (old / "borders.yaml").write_text(text, encoding="utf-8")
    path.write_text(text.replace("any: [cold]", "any: [helped]").replace('"1.0"', '"1.1"'), encoding="utf-8")
    return old / "borders.yaml"


def test_diff_lists_what_differs_in_the_codebooks(qualcode, changed, imported):
    """Codes and rules that changed, with the words that came and went."""
    done = qualcode("codebook", "diff", changed, imported / "codebook" / "borders.yaml")
    added, removed = (done.out.split(f"{sign} rule ")[1].split()[0] for sign in "+-")
    assert (done.code, done.out) == (0, DIFF.format(added=added, removed=removed))


def test_diff_with_a_study_lists_segments_and_cells(qualcode, changed, imported):
    """With --study what each code gains and loses there, sentence by sentence, and the cells that change."""
    done = qualcode("codebook", "diff", changed, "--study", imported)
    assert done.out.endswith(EFFECT)
    assert "2 transcript(s)" not in done.err


@pytest.mark.usefixtures("imported")
def test_diff_compares_with_the_studys_codebook_where_one_is_named(qualcode, changed):
    """NEW is the study's codebook where it is left out."""
    assert qualcode("codebook", "diff", changed).out.startswith("Borders: version 1.0 -> 1.1\n")


@pytest.mark.usefixtures("imported")
def test_equal_codebooks_say_the_same(qualcode):
    """Nothing differs, and nothing is coded otherwise."""
    done = qualcode("codebook", "diff", "codebook", "--study", ".")
    assert done.out == (
        "Borders: two of version 1.0\n\nThe two codebooks say the same.\nIn the study nothing is coded otherwise.\n"
    )


def test_diff_shows_three_sentences_unless_all_are_asked_for(qualcode, changed, imported):
    """Of many sentences three are shown and the rest counted; --verbose shows them all."""
    path = imported / "codebook" / "borders.yaml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("[cold]", "[zebra]"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("[helped]", "[cold, nobody, police]"), encoding="utf-8")
    brief = qualcode("codebook", "diff", changed, "--study", imported).out
    whole = qualcode("codebook", "diff", changed, "--study", imported, "--verbose").out
    assert "  + and 1 more; --verbose shows them\n" in brief
    assert ("Nobody helped us." in brief, "Nobody helped us." in whole, "more" in whole) == (False, True, False)


def test_diff_as_json_has_a_record_for_each_difference(qualcode, changed, imported):
    """`--format json` has codes, rules, segments and cells as records of one shape."""
    rows = json.loads(qualcode("codebook", "diff", changed, "--study", imported, "--format", "json").out)
    assert [row["what"] for row in rows] == [
        "codebook changed",
        "rule added",
        "rule removed",
        *["segment gained"],
        *["segment lost"] * 2,
        *["cell changed"] * 3,
    ]
    assert rows[3]["where"] == "R02:4"
    assert (rows[-1]["before"], rows[-1]["after"]) == ("R02", "")


@pytest.mark.usefixtures("imported")
def test_a_codebook_that_is_not_there_is_named(qualcode):
    """A mistyped codebook is refused with its name."""
    for words in (["diff", "nowhere.yaml"], ["test", "--codebook", "nowhere.yaml"]):
        done = qualcode("codebook", *words)
        assert (done.code, done.out) == (1, "")
        assert "Error nowhere.yaml: there is no codebook here." in done.err


def test_a_faulty_codebook_is_told_fault_by_fault(qualcode, study):
    """Where a codebook cannot be read, its faults are told with their lines."""
    path = study / "codebook" / "borders.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("any: [cold]", "any: []"), encoding="utf-8")
    done = qualcode("codebook", "test")
    assert done.code == 1
    assert "borders.yaml, line 18: " in done.err
