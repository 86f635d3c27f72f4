"""The whole job in one go: run, and the demo."""

import csv
import tempfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from workflow_sample import CODEBOOK, LIST, SETTINGS, TALKS, talk, write

from qualcode.errors import MisuseError, ProblemsError, QualcodeError
from qualcode.model.problem import Severity
from qualcode.workflow.demo import RunInput, demo, run, sample
from qualcode.workflow.importing import ImportOptions
from qualcode.workflow.study import StudyFolder

REPLACING = ImportOptions(replace=frozenset(["all"]))


@pytest.fixture
def given(tmp_path):
    """Transcripts, a codebook and a respondent list in folders of their own, and no study.yaml."""
    write(tmp_path / "field", TALKS)
    write(tmp_path, {"codebook/roads.yaml": CODEBOOK, "people.csv": LIST})
    return RunInput(tmp_path / "field", tmp_path / "codebook", tmp_path / "people.csv")


def rows(path):
    """The rows of a csv file without its header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def tree(folder):
    """Every file below a folder and its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestRun:
    """Import, code and export."""

    def test_without_a_study_only_the_result_is_left(self, given, tmp_path, monkeypatch):
        """Neither a study nor anything else stays behind, in the folders given or among temporary files."""
        (tmp_path / "tmp").mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
        before = tree(tmp_path)
        report = run(given, tmp_path / "out.csv")
        assert report.imported.added == ("R01", "R02", "R03")
        assert set(tree(tmp_path)) - set(before) == {"out.csv"}
        assert list((tmp_path / "tmp").iterdir()) == []

    def test_a_failed_run_leaves_nothing_at_all(self, given, tmp_path, monkeypatch):
        """Not even where transcripts cannot be used."""
        (tmp_path / "tmp").mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
        write(given.transcripts, {"empty.txt": ""})
        before = tree(tmp_path)
        with pytest.raises(ProblemsError):
            run(given, tmp_path / "out.csv")
        assert tree(tmp_path) == before
        assert list((tmp_path / "tmp").iterdir()) == []

    def test_a_list_whose_columns_nobody_declared_gives_tables(self, given, tmp_path):
        """Without study.yaml the headings of the list are profile fields."""
        report = run(given, tmp_path / "out.xlsx", by=["gender"])
        (table,) = report.report.tables
        assert [(column.title, column.n) for column in table.columns] == [
            ("All respondents", 3),
            ("man", 1),
            ("woman", 2),
        ]
        assert [str(one) for one in report.imported.problems if one.severity is Severity.NOTE] == [
            "people.csv: study.yaml declares no profile fields, so the list's own columns were taken: gender, age.\n"
            "Try: declare those you need under fields: in study.yaml"
        ]

    def test_a_run_without_a_list_works(self, given, tmp_path):
        """Every transcript is a respondent without a profile."""
        report = run(RunInput(given.transcripts, given.codebook, None), tmp_path / "out.csv")
        assert [one.id for one in report.report.respondents] == ["R01", "R02", "R03"]

    def test_one_file_and_one_codebook_file_can_be_given(self, given, tmp_path):
        """Files instead of folders."""
        one = RunInput(given.transcripts / "R01.txt", given.codebook / "roads.yaml", given.respondents)
        assert run(one, tmp_path / "out.csv").coded.run.codings == 3

    def test_a_study_yaml_beside_the_transcripts_is_taken(self, given, tmp_path):
        """Its fields and their titles are used."""
        write(given.transcripts, {"study.yaml": SETTINGS})
        report = run(given, tmp_path / "out.csv", by=["gender"]).report
        assert (report.study, report.fields["gender"]) == ("Roads", "Gender")

    def test_a_study_that_is_kept_has_everything(self, given, tmp_path):
        """Settings, codebook, list, originals and database."""
        run(given, tmp_path / "out.csv", study=tmp_path / "study")
        assert sorted(tree(tmp_path / "study")) == [
            "cache.db",
            "codebook/roads.yaml",
            "respondents.csv",
            "study.db",
            "study.yaml",
            "transcripts/R01.txt",
            "transcripts/R02.txt",
            "transcripts/R03.txt",
        ]

    def test_a_run_can_be_repeated(self, given, tmp_path):
        """Nothing new is imported, nothing is set aside, and the result is the same."""
        run(given, tmp_path / "one.csv", study=tmp_path / "study", options=REPLACING)
        kept = set(tree(tmp_path / "study"))
        report = run(given, tmp_path / "two.csv", study=tmp_path / "study", options=REPLACING)
        assert (report.imported.unchanged, report.coded.changes) == (("R01", "R02", "R03"), ())
        assert set(tree(tmp_path / "study")) == kept
        assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()

    def test_a_changed_codebook_is_used_and_the_earlier_one_kept(self, given, tmp_path):
        """Somebody may have edited the study's own."""
        run(given, tmp_path / "out.csv", study=tmp_path / "study", options=REPLACING)
        write(tmp_path / "study" / "codebook", {"roads.yaml": CODEBOOK + "# my own remark\n"})
        write(given.codebook, {"roads.yaml": CODEBOOK.replace("[river]", "[forest]")})
        run(given, tmp_path / "out.csv", study=tmp_path / "study", options=REPLACING)
        assert [row[12] for row in rows(tmp_path / "out.csv") if row[10] == "rte_river"] == ["forest"]
        before = tmp_path / "study" / "codebook before 1" / "roads.yaml"
        assert before.read_text(encoding="utf-8") == CODEBOOK + "# my own remark\n"

    def test_a_codebook_file_in_the_study_itself_is_not_lost(self, given, tmp_path):
        """Giving one file of the study's codebook uses that file and keeps the others beside it."""
        run(given, tmp_path / "out.csv", study=tmp_path / "study")
        inside = tmp_path / "study" / "codebook" / "roads.yaml"
        write(inside.parent, {"more.yaml": "sets: {places: [forest]}\n"})
        run(RunInput(given.transcripts, inside, None), tmp_path / "out.csv", study=tmp_path / "study")
        assert inside.read_text(encoding="utf-8") == CODEBOOK
        assert (tmp_path / "study" / "codebook before 1" / "more.yaml").exists()

    def test_a_changed_folder_is_taken_over(self, given, tmp_path):
        """New files are added and changed ones become revisions."""
        run(given, tmp_path / "out.csv", study=tmp_path / "study", options=REPLACING)
        write(given.transcripts, {"R02.txt": talk("We saw the river."), "R04.txt": talk("The police came.")})
        report = run(given, tmp_path / "out.csv", study=tmp_path / "study", options=REPLACING)
        assert (report.imported.added, report.imported.revised) == (("R04",), ("R02",))

    def test_a_changed_list_is_taken_over_and_the_earlier_one_kept(self, given, tmp_path):
        """The study's own list is never overwritten."""
        run(given, tmp_path / "out.csv", study=tmp_path / "study", options=REPLACING)
        write(tmp_path, {"people.csv": LIST.replace("41", "42")})
        run(given, tmp_path / "out.csv", study=tmp_path / "study", options=REPLACING)
        assert (tmp_path / "study" / "respondents.csv").read_text(encoding="utf-8") == LIST.replace("41", "42")
        assert (tmp_path / "study" / "respondents before 1.csv").read_text(encoding="utf-8") == LIST

    def test_everything_may_lie_in_one_folder(self, tmp_path):
        """Codebook, list and an earlier result beside the transcripts are not taken for interviews."""
        folder = write(tmp_path / "all", {**TALKS, "roads.yaml": CODEBOOK, "people.csv": LIST})
        for _ in range(2):
            report = run(RunInput(folder, folder / "roads.yaml", folder / "people.csv"), folder / "themes.csv")
            assert (report.imported.added, [one.severity for one in report.imported.problems]) == (
                ("R01", "R02", "R03"),
                [Severity.NOTE],
            )

    def test_faults_of_the_codebook_are_told_before_anything_is_done(self, given, tmp_path):
        """No study is made."""
        write(given.codebook, {"roads.yaml": "themes: ["})
        with pytest.raises(ProblemsError):
            run(given, tmp_path / "out.csv", study=tmp_path / "study")
        assert not (tmp_path / "study").exists()

    @pytest.mark.parametrize("part", ["transcripts", "codebook", "respondents"])
    def test_what_is_not_there_is_told(self, given, tmp_path, part):
        """By its name, and nothing is made."""
        paths = {"transcripts": given.transcripts, "codebook": given.codebook, "respondents": given.respondents}
        paths[part] = tmp_path / "misspelt"
        with pytest.raises(QualcodeError) as caught:
            run(RunInput(**paths), tmp_path / "out.csv", study=tmp_path / "study")
        assert str(caught.value) == (
            f"{tmp_path / 'misspelt'}: there is no such file or folder.\nTry: check its spelling"
        )
        assert not (tmp_path / "study").exists()

    def test_an_unknown_format_is_told_first(self, given, tmp_path):
        """Before anything is read."""
        with pytest.raises(MisuseError):
            run(given, tmp_path / "out.pdf")


class TestDemo:
    """The sample that travels with qualcode."""

    def test_the_demo_gives_a_workbook(self, tmp_path):
        """Every sample transcript but the withdrawn one is imported and coded, and nothing needs a decision."""
        report = demo(tmp_path / "demo")
        _, transcripts = sample()
        beside = {"README.md", "study.yaml", "respondents.xlsx", "KII_NGO_SRB_06.docx"}
        files = {path.name for path in transcripts.iterdir() if path.is_file()} - beside
        kept = {path.name for path in (tmp_path / "demo" / "transcripts").iterdir()}
        assert (kept, report.imported.holds, report.imported.missing) == (files, {}, ())
        assert [one for one in report.imported.problems if one.severity is Severity.ERROR] == []
        assert not [one for one in report.imported.problems if "no transcript format" in one.what]
        book = load_workbook(tmp_path / "demo" / "exports" / "themes.xlsx")
        assert len(book.sheetnames) >= 5

    def test_the_demo_again_keeps_an_edited_codebook(self, tmp_path):
        """And says what the edit changed."""
        demo(tmp_path / "demo")
        codebook = StudyFolder(tmp_path / "demo").codebook
        edited = write(codebook, {"99_mine.yaml": MINE})
        report = demo(tmp_path / "demo")
        assert (edited / "99_mine.yaml").read_text(encoding="utf-8") == MINE
        assert ([change.code for change in report.coded.changes], report.imported.added) == (["mine_river"], ())

    def test_the_demo_is_never_mixed_with_another_study(self, tmp_path):
        """A folder with somebody's own study is left alone."""
        folder = write(tmp_path / "study", {"study.yaml": SETTINGS})
        with pytest.raises(MisuseError) as caught:
            demo(folder)
        assert (caught.value.what, caught.value.hint) == (
            "another study is in this folder.",
            "qualcode demo some-other-folder",
        )
        assert [path.name for path in Path(folder).iterdir()] == ["study.yaml"]


MINE = """
themes:
  - id: mine
    name: Mine
    definition: My own theme.
    codes:
      - id: mine_river
        name: Rivers
        definition: Any river.
        rules: [{any: [river]}]
"""
