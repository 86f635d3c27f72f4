"""A study of nurses on a ward: nothing in qualcode is wired to one subject."""

import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from qualcode.workflow.coding import code_study, lint_codebook
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import StudyFolder, opened
from qualcode.workflow.testing import Verdict, try_codebook

HERE = Path(__file__).parent
SETTINGS = """
name: Nights on the ward
speakers: {respondent: [Nurse]}
file_names: "{type}_{ward}_{number}"
respondent_types: {nurse: [NUR]}
fields: {ward: {title: Ward, values: [surgery, geriatrics], aliases: {surgery: [SURGERY], geriatrics: [GERIATRICS]}}}
"""
EXPECTED = {
    "NUR_SURGERY_01": {
        "load_staffing affirmed": 1,
        "load_breaks affirmed": 1,
        "harm_by_patients affirmed patient nurse": 1,
        "help_from_doctors affirmed doctor nurse": 1,
        "harm_by_visitors negated visitor nurse": 1,
    },
    "NUR_SURGERY_02": {
        "harm_errors hypothetical": 1,
        "harm_errors affirmed": 1,
        "help_from_above negated manager nurse": 1,
    },
    "NUR_GERIATRICS_03": {
        "harm_by_patients affirmed patient nurse": 2,
        "harm_by_visitors hypothetical visitor nurse": 1,
        "help_from_doctors affirmed doctor nurse": 1,
        "help_from_above affirmed manager nurse": 1,
    },
    "NUR_GERIATRICS_04": {
        "load_staffing affirmed": 1,
        "load_breaks affirmed": 1,
        "harm_by_visitors ceased visitor nurse": 1,
        "harm_errors negated": 1,
    },
}


@cache
def codings():
    """Every coding of the four interviews."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / "study.yaml").write_text(SETTINGS, encoding="utf-8")
        (path / "codebook").mkdir()
        (path / "codebook" / "ward.yaml").write_text((HERE / "codebook.yaml").read_text("utf-8"), encoding="utf-8")
        with opened(StudyFolder(path)) as study:
            import_files(study, [HERE / "transcripts"], respondents=HERE / "respondents.csv")
            code_study(study)
            return tuple(study.store.codings())


def test_the_codebook_has_nothing_to_mend():
    """Lint finds no fault and nothing to look at."""
    assert [str(problem) for problem in lint_codebook(HERE / "codebook.yaml")] == []


def test_every_example_is_coded_and_no_counterexample():
    """What the codebook promises its rules keep."""
    report = try_codebook(HERE / "codebook.yaml")
    failed = {one.sentence.text for one in report.trials if one.verdict is not Verdict.PASSED}
    assert (failed, report.untested, len(report.trials) > 45) == (set(), (), True)


@pytest.mark.parametrize("transcript", EXPECTED)
def test_an_interview_is_coded_as_its_reader_would(transcript):
    """Who did what, and whether it happened, among nurses, patients, visitors, doctors and managers."""
    found = Counter(
        " ".join(filter(None, (one.code, one.assertion, one.agent, one.target)))
        for one in codings()
        if one.transcript == transcript
    )
    assert found == EXPECTED[transcript]
