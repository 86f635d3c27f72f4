"""Import: from files to a study, all or nothing."""

import pytest
from workflow_sample import LIST, SETTINGS, TALKS, again, make_study, state, studied, talk, told, write

from qualcode.errors import ProblemsError
from qualcode.model.respondent import Consent
from qualcode.model.transcript import Interpreting
from qualcode.store import RespondentChange
from qualcode.workflow.importing import ImportOptions, ImportReport, import_files, missing_transcripts
from qualcode.workflow.study import StudyFolder, opened

BAD = {
    "empty.txt": "",
    "broken.docx": "this is no zip file",
    "old.doc": "an old document",
    "page.xlsx": "<html><body>not a workbook</body></html>",
}
REFUSED = [
    "broken.docx: this is plain text, not a Word document.\nTry: rename it so that its name ends in .txt",
    "empty.txt: the file is empty.\nTry: ask for the file again, or take it out of the folder",
    "old.doc: .doc files of old versions of Office are not read.\nTry: open it and save it as .docx",
    "page.xlsx: this is a web page, not an Excel workbook (.xlsx).\n"
    "Try: open it in a browser, copy the text into a document and save that as .docx",
]


def faults(study, incoming, **options):
    """The faults that keep an import from happening."""
    with pytest.raises(ProblemsError) as caught:
        import_files(study, [incoming], options=ImportOptions(**options))
    return [str(problem) for problem in caught.value.errors]


@pytest.fixture
def study(tmp_path):
    """A study with a list of three respondents and nothing imported."""
    with opened(StudyFolder(make_study(tmp_path / "study"))) as opened_study:
        yield opened_study


class TestBatch:
    """A folder of files at once."""

    def test_all_faults_of_all_files_are_told_and_nothing_is_stored(self, study, tmp_path):
        """One bad file keeps the whole batch out, and the faults of the others are told with it."""
        before = state(study)
        assert sorted(faults(study, write(tmp_path / "field", {**TALKS, **BAD}))) == REFUSED
        assert state(study) == before
        assert not study.folder.transcripts.exists()

    def test_the_good_files_of_a_batch_can_be_imported(self, study, tmp_path):
        """Bad files are reported and left out."""
        report = import_files(
            study, [write(tmp_path / "field", {**TALKS, **BAD})], options=ImportOptions(skip_bad=True)
        )
        assert (report.added, sorted(told(report))) == (("R01", "R02", "R03"), REFUSED)
        assert sorted(path.name for path in study.folder.transcripts.iterdir()) == ["R01.txt", "R02.txt", "R03.txt"]

    def test_faults_of_the_list_and_of_files_are_told_together(self, study, tmp_path):
        """A misspelt value of a respondent is told beside the files that cannot be used."""
        write(study.folder.path, {"respondents.csv": LIST.replace("man,41", "mam,41")})
        assert faults(study, write(tmp_path / "field", {"empty.txt": ""})) == [
            'respondents.csv, row 3, column "gender": "mam" is no value of gender; it may be: woman, man.\n'
            "Try: correct the cell, or declare the spelling in study.yaml",
            "empty.txt: the file is empty.\nTry: ask for the file again, or take it out of the folder",
        ]

    def test_a_path_that_is_not_there_is_told(self, study, tmp_path):
        """A misspelt path is a fault and not an empty import."""
        assert faults(study, tmp_path / "fild") == [
            f"{tmp_path / 'fild'}: there is no such file or folder.\nTry: check its spelling"
        ]

    def test_a_list_that_is_not_there_is_told(self, study, tmp_path):
        """A misspelt respondent list keeps everything out."""
        with pytest.raises(ProblemsError) as caught:
            import_files(study, [write(tmp_path / "field", TALKS)], respondents=tmp_path / "people.csv")
        assert [str(problem) for problem in caught.value.errors] == [
            "people.csv: there is no such respondent list.\nTry: check its spelling"
        ]

    def test_nothing_to_import_is_told_with_what_was_passed_over(self, tmp_path):
        """Where neither files nor respondents are found, the files that were passed over are named."""
        folder = write(tmp_path / "study", {"study.yaml": SETTINGS})
        incoming = write(tmp_path / "field", {"talk.mp3": "sound"})
        with opened(StudyFolder(folder)) as study, pytest.raises(ProblemsError) as caught:
            import_files(study, [incoming])
        assert str(caught.value) == (
            "there is nothing to import.\n"
            "Try: put transcripts into the transcripts folder, or say where they are: qualcode import FOLDER\n"
            "talk.mp3: .mp3 is no transcript format; it was passed over.\n"
            "Try: formats: .docx .odt .rtf .pdf .txt .md .vtt .srt .csv .tsv .xlsx .json"
        )

    def test_two_files_with_one_id_are_refused(self, study, tmp_path):
        """Of two files for one respondent neither is imported, even where bad files are skipped."""
        incoming = write(tmp_path / "field", {"R01.txt": TALKS["R01.txt"], "R01.md": TALKS["R02.txt"]})
        fault = (
            "R01.txt: it gives the id R01, and so does R01.md.\n"
            "Try: rename one, or name both in the respondent list's file column"
        )
        assert faults(study, incoming) == [fault]
        report = import_files(study, [incoming], options=ImportOptions(skip_bad=True))
        assert (report.added, told(report), report.speakers) == ((), [fault], {})

    def test_two_files_that_differ_in_case_only_are_refused(self, study, tmp_path):
        """Names are one where only capitals differ, as on Windows."""
        incoming = write(tmp_path / "field", {"a/Talk.txt": TALKS["R01.txt"], "b/talk.md": TALKS["R02.txt"]})
        assert faults(study, incoming) == [
            "talk.md: it gives the id talk, and so does Talk.txt.\n"
            "Try: rename one, or name both in the respondent list's file column"
        ]

    def test_the_same_content_under_two_names_is_imported_once(self, study, tmp_path):
        """The second file is passed over with a warning."""
        incoming = write(tmp_path / "field", {"R01.txt": TALKS["R01.txt"], "copy of it.txt": TALKS["R01.txt"]})
        report = import_files(study, [incoming])
        assert report.added == ("R01",)
        assert told(report) == [
            "copy of it.txt: its content is the same as that of R01; it was imported once.\n"
            "Try: remove one of the two files"
        ]

    def test_content_that_the_study_has_is_not_imported_again(self, tmp_path):
        """A copy that arrives later is recognised."""
        with studied(tmp_path) as study:
            report = import_files(study, [write(tmp_path / "later", {"final.txt": TALKS["R02.txt"]})])
        assert (report.added, report.unchanged, told(report)) == (
            (),
            (),
            [
                "final.txt: its content is the same as that of R02; it was imported once.\n"
                "Try: remove one of the two files"
            ],
        )

    def test_survey_rows_that_are_alike_are_each_imported(self, study, tmp_path):
        """Two people may give the same answers."""
        answer = "We left because there was no work for anybody in our village."
        survey = f"key,Why did you leave?\nk1,{answer}\nk2,{answer}\nk3,Nothing was left of our house after the war.\n"
        report = import_files(study, [write(tmp_path / "field", {"survey.csv": survey})])
        assert report.added == ("survey:k1", "survey:k2", "survey:k3")

    def test_missing_transcripts_are_named(self, study, tmp_path):
        """Respondents on the list without a transcript are named, those who withdrew are not."""
        write(study.folder.path, {"respondents.csv": LIST + "R04,man,20,withdrawn\n"})
        report = import_files(study, [write(tmp_path / "field", {"R02.txt": TALKS["R02.txt"]})])
        assert report.missing == ("R01", "R03")

    def test_a_transcript_that_waits_is_not_missing(self, study, tmp_path):
        """A respondent whose transcript has no labels yet has one all the same."""
        import_files(study, [write(tmp_path / "field", {**TALKS, "R03.txt": "We walked.\nThen we rested.\n"})])
        assert missing_transcripts(study) == ()


class TestPassedOver:
    """Files that are no transcripts."""

    def test_files_that_are_no_transcripts_are_passed_over(self, study, tmp_path):
        """Lock files and unknown formats are named; hidden files, README and what systems leave are not."""
        odd = {
            "~$R01.docx": "lock",
            "talk.mp3": "sound",
            "notes": "no suffix",
            ".R09.txt": "hidden",
            ".cache/R08.txt": "hidden folder",
            "__MACOSX/R07.txt": "resource fork",
            "README.md": "about this folder",
            "Thumbs.db": "pictures",
            "respondents.xlsx": "another list",
        }
        report = import_files(study, [write(tmp_path / "field", {**TALKS, **odd})])
        formats = "Try: formats: .docx .odt .rtf .pdf .txt .md .vtt .srt .csv .tsv .xlsx .json"
        assert report.added == ("R01", "R02", "R03")
        assert told(report) == [
            f"notes: a file without a suffix is no transcript format; it was passed over.\n{formats}",
            "respondents.xlsx: this looks like a respondent list; it was passed over, because another one or none is "
            "used.\nTry: give it with --respondents if it is the one",
            f"talk.mp3: .mp3 is no transcript format; it was passed over.\n{formats}",
            "~$R01.docx: this is a lock file that Word or Excel leaves while a document is open; it was passed over.\n"
            "Try: close the document",
        ]

    def test_folders_in_folders_are_searched(self, study, tmp_path):
        """Transcripts are found at any depth, in the order of their paths."""
        incoming = write(tmp_path / "field", {"b/c/R01.txt": TALKS["R01.txt"], "a/R02.txt": TALKS["R02.txt"]})
        assert import_files(study, [incoming]).added == ("R02", "R01")

    def test_the_whole_study_can_be_given(self, tmp_path):
        """What is the study's own (codebook, exports, database, list) is not taken for a transcript."""
        with studied(tmp_path) as study:
            write(study.folder.path, {"exports/codings.csv": "a,b\n1,2\n", "start-linux.sh": "#!/bin/sh\n"})
            report = import_files(study, [study.folder.path])
        assert (report.unchanged, told(report)) == (("R01", "R02", "R03"), [])

    def test_a_file_given_by_several_paths_is_read_once(self, study, tmp_path):
        """A folder and a file in it are one file."""
        incoming = write(tmp_path / "field", TALKS)
        report = import_files(study, [incoming, incoming / "R01.txt", incoming])
        assert (report.added, told(report)) == (("R01", "R02", "R03"), [])


class TestAgain:
    """Importing into a study that has something already."""

    def test_the_same_files_change_nothing(self, tmp_path):
        """Everything is reported as unchanged, and nothing is logged."""
        with studied(tmp_path) as study:
            before, logged = state(study), len(tuple(study.store.entries()))
            report = import_files(study, [tmp_path / "field"])
            assert report == ImportReport(unchanged=("R01", "R02", "R03"))
            assert (state(study), len(tuple(study.store.entries()))) == (before, logged)

    def test_late_interviews_are_added(self, tmp_path):
        """New files beside those that are known."""
        with studied(tmp_path, {"R01.txt": TALKS["R01.txt"]}) as study:
            report = import_files(study, [write(tmp_path / "field", TALKS)])
        assert (report.added, report.unchanged, report.missing) == (("R02", "R03"), ("R01",), ())

    def test_updates_of_profiles_are_told(self, tmp_path):
        """What a new list says differently is listed, and transcripts stay as they are."""
        with studied(tmp_path) as study:
            write(study.folder.path, {"respondents.csv": LIST.replace("woman,30", "woman,31") + "R04,man,19,active\n"})
            report = import_files(study, [tmp_path / "field"])
        assert report.respondents == (RespondentChange("R01", "age", "30", "31"), RespondentChange("R04"))
        assert (report.unchanged, report.missing) == (("R01", "R02", "R03"), ("R04",))

    def test_changed_text_is_refused(self, tmp_path):
        """A file whose text has changed keeps the batch out, with the way to take it."""
        with studied(tmp_path) as study:
            before = state(study)
            changed = write(tmp_path / "later", {"R01.txt": talk("Nobody stopped us.")})
            assert faults(study, changed) == [
                "R01.txt: its text differs from what was imported as R01 (from R01.txt).\n"
                "Try: qualcode import --replace R01 stores it as a new revision; or give it another name"
            ]
            assert state(study) == before

    def test_changed_text_can_replace_the_old_one(self, tmp_path):
        """It becomes a new revision, and no segment number is used twice."""
        with studied(tmp_path) as study:
            last = study.store.transcript("R01").segments[-1].number
            changed = write(tmp_path / "later", {"R01.txt": talk("Nobody stopped us. We were lucky.")})
            report = import_files(study, [changed], options=ImportOptions(replace=frozenset(["R01"])))
            new = study.store.transcript("R01")
        assert (report.revised, new.revision) == (("R01",), 2)
        assert [segment.number for segment in new.segments] == [last + 1, last + 2, last + 3]

    def test_the_file_of_an_earlier_revision_is_passed_over(self, tmp_path):
        """After a replacement the transcripts folder holds both files, and importing it goes on working."""
        with studied(tmp_path) as study:
            changed = write(tmp_path / "later", {"R01.txt": talk("Nobody stopped us.")})
            import_files(study, [changed], options=ImportOptions(replace=frozenset(["R01"])))
            report = import_files(study, [study.folder.transcripts])
            kept = sorted(
                path.relative_to(study.folder.transcripts).as_posix()
                for path in study.folder.transcripts.rglob("R01.txt")
            )
        assert kept == ["R01.txt", "version 2/R01.txt"]
        assert (report.unchanged, told(report)) == (
            ("R02", "R03", "R01"),
            [
                "R01.txt: this is an earlier revision of R01; it was passed over.\n"
                "Try: qualcode import --replace R01 takes it up again"
            ],
        )

    def test_an_earlier_revision_can_be_taken_up_again(self, tmp_path):
        """Replacing works in both directions."""
        with studied(tmp_path) as study:
            changed = write(tmp_path / "later", {"R01.txt": talk("Nobody stopped us.")})
            first = study.store.transcript("R01").text
            options = ImportOptions(replace=frozenset(["R01"]))
            import_files(study, [changed], options=options)
            import_files(study, [tmp_path / "field" / "R01.txt"], options=options)
            back = study.store.transcript("R01")
            later = import_files(study, [changed])
        assert (back.text, back.revision) == (first, 3)
        assert told(later) == [
            "R01.txt: this is an earlier revision of R01; it was passed over.\n"
            "Try: qualcode import --replace R01 takes it up again"
        ]

    def test_a_list_that_names_a_file_only_later_mends_whose_words_it_holds(self, tmp_path):
        """The transcript keeps its id, and its words become the respondent's."""
        with studied(tmp_path, {"forest talk.txt": TALKS["R03.txt"]}) as study:
            named = "respondent_id,gender,age,consent_status,file\nR03,woman,52,active,forest talk.txt\n"
            write(study.folder.path, {"respondents.csv": named})
            report = import_files(study, [tmp_path / "field"])
            found = study.store.transcripts_by_respondent()
        assert (report.recast, told(report)) == (("forest_talk",), [])
        assert found == {"R03": ("forest_talk",)}

    def test_a_date_that_study_yaml_gives_is_taken(self, tmp_path):
        """What is said of a transcript later is stored, and the change is told."""
        with studied(tmp_path) as study:
            dated = again(study, SETTINGS + "transcripts: {R01: {date: '2024-06-14'}}\n")
            report = import_files(dated, [tmp_path / "field"])
            found = study.store.transcript("R01").date
        assert (report.unchanged, found) == (("R01", "R02", "R03"), "2024-06-14")
        assert told(report) == ["R01.txt: its date was not known and is 2024-06-14."]


class TestOriginals:
    """The files as they came, kept in the study."""

    def test_originals_are_copied(self, tmp_path):
        """Byte for byte, under their own names."""
        with studied(tmp_path) as study:
            kept = {path.name: path.read_text(encoding="utf-8") for path in study.folder.transcripts.iterdir()}
        assert kept == TALKS

    def test_an_original_is_never_overwritten(self, study, tmp_path):
        """A file that lies in the transcripts folder stays, whatever is imported under its name."""
        write(study.folder.transcripts, {"R01.txt": "my own notes"})
        for _ in range(2):
            import_files(study, [write(tmp_path / "field", TALKS)])
        kept = {
            path.relative_to(study.folder.transcripts).as_posix(): path.read_text(encoding="utf-8")
            for path in study.folder.transcripts.rglob("R01.txt")
        }
        assert kept == {"R01.txt": "my own notes", "version 2/R01.txt": TALKS["R01.txt"]}

    def test_files_in_the_study_are_not_copied(self, study):
        """What lies in the transcripts folder already is left alone."""
        write(study.folder.transcripts, TALKS)
        import_files(study, [study.folder.transcripts])
        assert sorted(path.name for path in study.folder.transcripts.rglob("*")) == sorted(TALKS)

    def test_a_copy_that_is_missing_is_made_by_the_next_import(self, tmp_path):
        """An import that was stopped before its copies were made is completed."""
        with studied(tmp_path) as study:
            (study.folder.transcripts / "R02.txt").unlink()
            import_files(study, [tmp_path / "field"])
            assert (study.folder.transcripts / "R02.txt").read_text(encoding="utf-8") == TALKS["R02.txt"]

    def test_no_copies_are_made_where_none_are_wanted(self, study, tmp_path):
        """Without copies the study has no transcripts folder."""
        import_files(study, [write(tmp_path / "field", TALKS)], options=ImportOptions(copy=False))
        assert not study.folder.transcripts.exists()


class TestWithdrawn:
    """People who have taken their words back."""

    GONE = LIST.replace("man,41,active", "man,41,withdrawn")

    def test_their_interviews_are_not_imported(self, study, tmp_path):
        """Neither stored nor copied, and a warning says what to do with the file."""
        write(study.folder.path, {"respondents.csv": self.GONE})
        report = import_files(study, [write(tmp_path / "field", TALKS)])
        assert report.added == ("R01", "R03")
        assert told(report) == [
            "R02.txt: its respondent has withdrawn consent; it was not imported.\nTry: delete the file"
        ]
        assert sorted(path.name for path in study.folder.transcripts.iterdir()) == ["R01.txt", "R03.txt"]

    def test_an_interview_without_labels_is_not_imported_either(self, study, tmp_path):
        """Whose file it is counts, also where nobody has said whose words are in it."""
        write(study.folder.path, {"respondents.csv": self.GONE})
        report = import_files(study, [write(tmp_path / "field", {"R02.txt": "We walked.\nThen we rested.\n"})])
        assert (report.added, study.store.transcript_ids()) == ((), ())

    def test_their_rows_of_a_survey_are_not_imported(self, study, tmp_path):
        """The other rows are."""
        write(study.folder.path, {"respondents.csv": self.GONE})
        survey = (
            "respondent_id,Why did you leave?\nR01,There was no work for anybody in our village.\n"
            "R02,The war came closer to our house every night.\n"
        )
        settings = SETTINGS + "survey: {key: respondent_id, respondent: respondent_id}\n"
        report = import_files(again(study, settings), [write(tmp_path / "field", {"survey.csv": survey})])
        assert report.added == ("survey:R01",)
        assert (
            "survey.csv, survey:R02: its respondent has withdrawn consent; it was not imported.\nTry: delete it"
        ) in told(report)

    def test_who_withdraws_later_is_told_as_a_change(self, tmp_path):
        """The new list is taken, and the status of the study says that coding is next."""
        with studied(tmp_path) as study:
            write(study.folder.path, {"respondents.csv": self.GONE})
            report = import_files(study, [study.folder.transcripts])
            consent = {one.id: one.consent for one in study.store.respondents()}
            logged = [entry.action for entry in study.store.entries()]
        assert report.respondents == (RespondentChange("R02", "consent_status", "active", "withdrawn"),)
        assert consent["R02"] is Consent.WITHDRAWN
        assert logged == ["import", "import"]


INTERPRETED = "I: What happened?\nR: Han raft.\nInterpreter: She says that they walked for nine days without help.\n"


class TestInterpreters:
    """Transcripts in which an interpreter speaks much of the words."""

    HOLD = "an interpreter speaks much of it: say whether as voice or aside"

    def test_the_transcript_waits_until_somebody_has_said(self, tmp_path):
        """It is stored and held, and its words are nobody's."""
        with studied(tmp_path, {"R01.txt": INTERPRETED}) as study:
            assert study.store.held() == {"R01": self.HOLD}
            assert [turn.respondent for turn in study.store.transcript("R01").turns] == [None, "R01", None]

    def test_an_import_as_voice_releases_it(self, tmp_path):
        """The interpreter's words become the respondent's."""
        with studied(tmp_path, {"R01.txt": INTERPRETED}) as study:
            report = import_files(study, [tmp_path / "field"], options=ImportOptions(interpreter=Interpreting.VOICE))
            assert (report.recast, report.holds, study.store.held()) == (("R01",), {}, {})
            assert [turn.respondent for turn in study.store.transcript("R01").turns] == [None, "R01", "R01"]

    def test_what_was_said_holds_for_later_imports(self, tmp_path):
        """The next import without a word about interpreters changes nothing."""
        with studied(tmp_path, {"R01.txt": INTERPRETED}) as study:
            import_files(study, [tmp_path / "field"], options=ImportOptions(interpreter=Interpreting.VOICE))
            report = import_files(study, [tmp_path / "field"])
        assert (report.unchanged, report.holds) == (("R01",), {})

    @pytest.mark.parametrize(("said", "owner"), [("voice", "R01"), ("aside", None)])
    def test_study_yaml_releases_it(self, tmp_path, said, owner):
        """Both words release it: as the respondent's testimony, or as remarks that do not count."""
        with studied(tmp_path, {"R01.txt": INTERPRETED}) as study:
            report = import_files(again(study, f"{SETTINGS}interpreter: {said}\n"), [tmp_path / "field"])
            assert (report.recast, study.store.held()) == (("R01",), {})
            assert study.store.transcript("R01").turns[2].respondent == owner
