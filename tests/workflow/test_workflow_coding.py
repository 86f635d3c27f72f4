"""Coding a study, and looking after its codebook."""

import pytest
from workflow_sample import CODEBOOK, LIST, make_study, studied, write

from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.coding import Run
from qualcode.text import weights_hash
from qualcode.workflow.coding import code_study, lint_codebook, study_codebook
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import StudyFolder, opened

FOREST = CODEBOOK.replace("[river]", "[forest]")


def gained_and_lost(report):
    """Per code the words that were gained and lost."""
    return {
        change.code: ([one.matched for one in change.gained], [one.matched for one in change.lost])
        for change in report.changes
    }


def test_the_first_run_codes_every_respondents_words(tmp_path):
    """Codings, respondents and the run itself are reported; the interviewer's words are never coded."""
    with studied(tmp_path) as study:
        report = code_study(study)
        found = [(one.transcript, one.code, one.matched) for one in study.store.codings()]
        codebook, _ = study_codebook(study)
    assert found == [
        ("R01", "sta_police", "police"),
        ("R01", "sta_police", "police"),
        ("R01", "rte_river", "river"),
        ("R02", "sta_police", "police"),
        ("R03", "rte_river", "river"),
    ]
    assert (report.before, report.codebook, report.problems, report.respondents) == (None, codebook, (), 3)
    assert report.run == Run("Roads", "1.0", codebook.hash, report.run.engine, weights_hash(), 3, 5)


def test_a_second_run_changes_nothing(tmp_path):
    """The same codebook over the same words gives the same codings."""
    with studied(tmp_path) as study:
        first = code_study(study)
        before = tuple(study.store.codings())
        second = code_study(study)
        assert (second.before, second.changes, tuple(study.store.codings())) == (first.run, (), before)


def test_a_changed_codebook_is_told_by_what_it_gained_and_lost(tmp_path):
    """Per code, the passages that are new and those that are gone."""
    with studied(tmp_path) as study:
        code_study(study)
        write(study.folder.codebook, {"roads.yaml": FOREST})
        report = code_study(study)
    assert gained_and_lost(report) == {"rte_river": (["forest"], ["river", "river"])}


def test_words_of_who_has_withdrawn_are_not_coded(tmp_path):
    """After the list says so, the next run leaves them out."""
    with studied(tmp_path) as study:
        code_study(study)
        write(study.folder.path, {"respondents.csv": LIST.replace("man,41,active", "man,41,withdrawn")})
        import_files(study, [study.folder.transcripts])
        report = code_study(study)
        assert {one.transcript for one in study.store.codings()} == {"R01", "R03"}
    assert (report.respondents, gained_and_lost(report)) == (2, {"sta_police": ([], ["police"])})


def test_a_study_without_transcripts_cannot_be_coded(tmp_path):
    """The message names the command that comes before."""
    with opened(StudyFolder(make_study(tmp_path))) as study, pytest.raises(QualcodeError) as caught:
        code_study(study)
    assert str(caught.value) == "no transcripts have been imported yet.\nTry: qualcode import transcripts"


def test_a_faulty_codebook_leaves_the_codings_as_they_were(tmp_path):
    """Its faults are told, and the last run stays."""
    with studied(tmp_path) as study:
        code_study(study)
        before = tuple(study.store.codings())
        write(study.folder.codebook, {"roads.yaml": CODEBOOK.replace("any: [river]", "anny: [river]")})
        with pytest.raises(ProblemsError) as caught:
            code_study(study)
        assert [problem.where.file for problem in caught.value.errors] == ["codebook/roads.yaml"]
        assert tuple(study.store.codings()) == before


def test_a_study_without_a_codebook_is_told(tmp_path):
    """The message says what belongs there, and no path of the machine."""
    with studied(tmp_path) as study:
        (study.folder.codebook / "roads.yaml").unlink()
        study.folder.codebook.rmdir()
        with pytest.raises(QualcodeError) as caught:
            code_study(study)
    assert str(caught.value) == "codebook: there is no codebook here.\nTry: put its YAML files there"


def test_lint_gives_faults_as_values(tmp_path):
    """A codebook that cannot be loaded is linted all the same."""
    folder = write(tmp_path / "codebook", {"roads.yaml": CODEBOOK.replace("any: [river]", "anny: [river]")})
    assert [(one.where.file, one.where.line) for one in lint_codebook(folder)] == [("codebook/roads.yaml", 20)]


def test_lint_of_a_sound_codebook_has_no_errors(tmp_path):
    """Only what is worth a look."""
    folder = write(tmp_path / "codebook", {"roads.yaml": CODEBOOK})
    assert [str(one) for one in lint_codebook(folder) if one.severity.value == "error"] == []
