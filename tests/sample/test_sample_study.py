"""The sample as a study: what an import takes of it, and what it never takes."""

import shutil

import pytest
from truth import SAMPLE, interviews

from qualcode.codebook import load_codebook
from qualcode.model.problem import Severity
from qualcode.settings import load_settings
from qualcode.workflow.importing import ImportOptions, import_files
from qualcode.workflow.study import StudyFolder, opened


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The sample in a study of its own: the report, the transcripts as stored, and the originals it kept."""
    folder = StudyFolder(tmp_path_factory.mktemp("sample"))
    shutil.copyfile(SAMPLE / "study.yaml", folder.settings_file)
    with opened(folder) as study:
        beside = ImportOptions(without=(SAMPLE / "gold",))
        report = import_files(study, [SAMPLE], respondents=SAMPLE / "respondents.xlsx", options=beside)
        return report, list(study.store.transcripts()), {path.name for path in folder.transcripts.iterdir()}


def test_every_interview_comes_in_but_the_withdrawn_one(imported):
    """41 interviews and a focus group; nothing waits for a person, and nobody on the list is without a transcript."""
    report, transcripts, _ = imported
    assert {one.id for one in transcripts} == {one.transcript for one in interviews()} - {"KII_NGO_SRB_06"}
    assert (len(transcripts), report.holds, report.missing) == (42, {}, ())


def test_nothing_of_the_withdrawn_interview_is_kept(imported):
    """Neither its words nor its file; the import says why, and what to do with the file."""
    report, transcripts, files = imported
    (gone,) = [one for one in interviews() if one.withdrawn]
    words = [turn.text for turn in gone.turns if turn.respondent]
    kept = "\n".join(one.text for one in transcripts)
    assert ([text for text in words if text in kept], gone.file in files) == ([], False)
    (said,) = [one for one in report.problems if one.where.file == gone.file]
    assert (said.what, said.fix) == ("its respondent has withdrawn consent; it was not imported.", "delete the file")


def test_an_import_asks_nothing_else(imported):
    """One document has tracked changes; no other warning is left for the reader of the demo."""
    report, _, _ = imported
    warned = {one.where.file for one in report.problems if one.severity is not Severity.NOTE}
    assert warned == {"KII_NGO_SRB_06.docx", "KII_GOV_MKD_01.docx"}


def test_each_woman_of_the_focus_group_has_her_own_words(imported):
    """Four respondents in one transcript, and no turn of nobody's but the moderator's."""
    _, transcripts, _ = imported
    (group,) = [one for one in transcripts if one.id == "FG_WOMEN_SRB_01"]
    owners = {turn.speaker: turn.respondent for turn in group.turns}
    assert owners == {"Moderator": None} | {f"Woman {number}": f"FG_WOMEN_SRB_01_{number}" for number in range(1, 5)}


def test_the_topic_guides_ask_about_the_codebook():
    """Every topic is about themes or codes of the codebook; key informants are asked about all ten themes."""
    codebook, _ = load_codebook(SAMPLE.parent / "codebook")
    themes = {one.id: one.id for one in codebook.themes} | {
        code.id: theme.id for theme in codebook.themes for code in theme.codes
    }
    guide = load_settings(SAMPLE / "study.yaml").topic_guide
    assert [one for topic in guide.values() for one in topic.about if one not in themes] == []
    asked = {themes[one] for topic in guide.values() if "key_informant" in topic.applies_to for one in topic.about}
    assert asked == {theme.id for theme in codebook.themes}
