"""A new study, and what is in it."""

import stat
import sys

import pytest
from openpyxl import load_workbook
from workflow_sample import TALKS, write

from qualcode.errors import QualcodeError
from qualcode.settings import load_settings
from qualcode.workflow.coding import code_study, lint_codebook
from qualcode.workflow.creating import STARTERS, create_study, make_folder
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import find_study, opened


def test_a_new_study_has_everything_to_fill_in(tmp_path):
    """Settings, list, codebook, folders and starters."""
    folder = create_study(tmp_path / "my study")
    assert sorted(path.relative_to(folder.path).as_posix() for path in folder.path.rglob("*")) == sorted(
        ["codebook", "codebook/codebook.yaml", "exports", "respondents.xlsx", "study.yaml", "transcripts", *STARTERS]
    )
    assert load_settings(folder.settings_file).name == "my study"


def test_the_template_works_from_the_first_import(tmp_path):
    """With an empty list and the codebook to change, transcripts can be imported and coded."""
    folder = create_study(tmp_path / "study")
    write(folder.transcripts, TALKS)
    with opened(folder) as study:
        report = import_files(study, [folder.transcripts])
        coded = code_study(study)
    assert (report.added, report.problems, coded.run.transcripts) == (("R01", "R02", "R03"), (), 3)


def test_the_codebook_of_a_new_study_has_no_errors(tmp_path):
    """It is an example that works."""
    folder = create_study(tmp_path / "study")
    assert [str(one) for one in lint_codebook(folder.codebook) if one.severity.value != "note"] == []


@pytest.mark.parametrize("name", ['She said "go"', "C:\\studies", "Wege: nach Norden #2", "Питања"])
def test_any_name_can_be_given(tmp_path, name):
    """Quotes, colons and backslashes do no harm in study.yaml."""
    folder = create_study(tmp_path / "study", name=name)
    assert load_settings(folder.settings_file).name == name


def test_the_respondent_list_has_the_headings_of_the_study(tmp_path):
    """Below two lines of advice, each heading with what goes under it, every cell as text."""
    sheet = load_workbook(create_study(tmp_path / "study").path / "respondents.xlsx").active
    headings = {cell.value: cell.comment.text for cell in sheet[4]}
    assert headings == {
        "respondent_id": "a code, never a name",
        "file": "the transcript's file name, if it is not the code",
        "gender": "woman, man, other",
        "age_band": "Age",
        "country": "Country",
        "consent_status": "active, withdrawn or unknown",
    }
    assert {cell.number_format for row in sheet["A5:F204"] for cell in row} == {"@"}


def test_a_study_is_never_made_over_another(tmp_path):
    """Nothing of what is there is touched."""
    folder = create_study(tmp_path / "study")
    folder.settings_file.write_text("name: Mine\n", encoding="utf-8")
    with pytest.raises(QualcodeError) as caught:
        create_study(tmp_path / "study")
    assert (caught.value.what, caught.value.hint) == ("there already is a study in this folder.", "choose another name")
    assert folder.settings_file.read_text(encoding="utf-8") == "name: Mine\n"


def test_what_lies_in_the_folder_already_is_kept(tmp_path):
    """A list and a codebook that were there before are the study's."""
    write(tmp_path, {"respondents.csv": "respondent_id\nR1\n", "codebook/mine.yaml": "codebook: Mine\n"})
    folder = create_study(tmp_path)
    assert folder.respondents == tmp_path / "respondents.csv"
    assert [path.name for path in folder.codebook.iterdir()] == ["mine.yaml"]


def test_a_study_that_was_stopped_half_way_can_be_made_again(tmp_path):
    """study.yaml is written last: without it there is no study yet."""
    folder = create_study(tmp_path / "study")
    folder.settings_file.unlink()
    assert create_study(tmp_path / "study") == folder


def test_a_place_where_no_folder_can_be_made_is_told(tmp_path):
    """A file of this name, for instance."""
    write(tmp_path, {"study": "a file"})
    with pytest.raises(QualcodeError) as caught:
        create_study(tmp_path / "study")
    assert caught.value.what.startswith("this folder cannot be made (")
    assert caught.value.hint == "choose another place or name"


def test_starters_have_the_line_ends_of_their_system(tmp_path):
    """Windows reads its starter only with its own line ends."""
    folder = create_study(tmp_path / "study")
    windows, mac, linux = ((folder.path / name).read_bytes() for name in STARTERS)
    assert (b"\r\n" in windows, b"\r" in mac, b"\r" in linux) == (True, False, False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_a_new_folder_is_closed_to_others(tmp_path):
    """The rights of a folder that was there before are its owner's business."""
    (tmp_path / "old").mkdir(mode=0o755)
    rights = [stat.S_IMODE(make_folder(tmp_path / name).stat().st_mode) for name in ("old", "new")]
    assert rights == [0o755, 0o700]


def test_a_study_is_found_from_a_folder_in_it(tmp_path):
    """Commands work in the study's folder and below."""
    folder = create_study(tmp_path / "study")
    assert find_study(folder.transcripts).path == folder.path.resolve()


def test_where_there_is_no_study_it_is_told(tmp_path):
    """With the ways to begin."""
    with pytest.raises(QualcodeError) as caught:
        find_study(tmp_path)
    assert caught.value.what == "there is no study in this folder (no study.yaml)."
