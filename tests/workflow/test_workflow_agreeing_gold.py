"""Agreement of the sample study's two passes by hand."""

import shutil
from pathlib import Path

import pytest
import yaml

from qualcode.workflow.agreeing import agreement
from qualcode.workflow.desk import Desk
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import StudyFolder, opened

TOP = Path(__file__).resolve().parents[2]
SAMPLE = TOP / "transcripts_sample"
NAME = "KII_GOV_SRB_01"


def passed(study, which):
    """One reader's pass over an interview: all sentences of respondents were given, those listed have codes."""
    desk = Desk(study, which, blind=True)
    transcript = desk.transcript(NAME)
    owned = {turn.number for turn in transcript.turns if turn.respondent}
    given = [one.number for one in transcript.segments if one.turn in owned]
    study.store.add_given(which, NAME, transcript.revision, given)
    content = yaml.safe_load((SAMPLE / "gold" / which / f"{NAME}.yaml").read_text(encoding="utf-8"))
    for number, codes in content["segments"].items():
        for one in codes:
            desk.add(desk.passage(NAME, number, number), one["code"])
    return len(given)


def test_two_passes_of_an_interview(tmp_path):
    """All that both readers were given is compared, and theirs is high agreement, short of full."""
    folder = tmp_path / "study"
    shutil.copytree(TOP / "codebook", folder / "codebook")
    for name in ("study.yaml", "respondents.xlsx"):
        shutil.copy(SAMPLE / name, folder / name)
    with opened(StudyFolder(folder)) as study:
        import_files(study, [SAMPLE / f"{NAME}.docx"])
        sizes = {passed(study, which) for which in ("first", "second")}
        found = agreement(study, ["first", "second"])
    together = found.rows[0]
    assert sizes == {together.units}
    assert together.cohen == pytest.approx(together.alpha, abs=0.01)
    assert 0.6 < together.alpha < 1
    assert found.disagreements
