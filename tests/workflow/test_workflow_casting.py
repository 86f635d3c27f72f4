"""Whose words are whose, and which of several versions is used."""

import pytest
from workflow_sample import LIST, LONG, TALKS, studied, talk, told, write

from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.transcript import Interpreting, Role
from qualcode.readers.speakers.interview import UNLABELLED
from qualcode.workflow.casting import keep_version, set_speakers, speakers_of
from qualcode.workflow.coding import code_study
from qualcode.workflow.importing import ImportOptions, import_files
from qualcode.workflow.release import kept_out, waiting
from qualcode.workflow.tabulating import coded

BARE = "What happened?\n\nThe police stopped us.\n\nAnd then?\n\nWe crossed the river.\n\nThank you.\n"
LETTERS = "A: The police stopped us.\nB: We crossed the river.\nA: Then we slept.\n"


def roles(study, id_):
    """The role of every turn."""
    return [turn.role.value for turn in study.store.transcript(id_).turns]


def owners(study, id_):
    """Whose every turn is."""
    return [turn.respondent for turn in study.store.transcript(id_).turns]


class TestLabels:
    """Roles by label."""

    def test_a_label_gets_a_role(self, tmp_path):
        """Every turn under it changes, and neither text nor segments do."""
        with studied(tmp_path, {"R01.txt": LETTERS}) as study:
            before = study.store.transcript("R01")
            change = set_speakers(study, "R01", ["A=interviewer", "b = RESPONDENT"])
            after = study.store.transcript("R01")
        assert [turn.role.value for turn in after.turns] == ["interviewer", "respondent", "interviewer"]
        assert [turn.respondent for turn in after.turns] == [None, "R01", None]
        assert (after.text, after.segments, after.revision) == (before.text, before.segments, 1)
        assert change.held == ""

    def test_the_codings_that_count_no_longer_are_told(self, tmp_path):
        """Codings on words that become the interviewer's are listed, and are gone after the next run."""
        with studied(tmp_path) as study:
            code_study(study)
            change = set_speakers(study, "R01", ["R=interviewer"])
            assert (change.transcript, change.turns) == ("R01", (2, 4))
            assert [(one.code, one.matched) for one in change.lost] == [
                ("sta_police", "police"),
                ("sta_police", "police"),
                ("rte_river", "river"),
            ]
            assert [one.coding.transcript for one in coded(study).segments] == ["R02", "R03"]
            code_study(study)
            assert {one.transcript for one in study.store.codings()} == {"R02", "R03"}

    def test_undoing_it_brings_the_codings_back(self, tmp_path):
        """Nothing is lost by trying."""
        with studied(tmp_path) as study:
            code_study(study)
            before = tuple(study.store.codings())
            set_speakers(study, "R01", ["R=interviewer"])
            set_speakers(study, "R01", ["R=respondent"])
            code_study(study)
            assert tuple(study.store.codings()) == before

    def test_speakers_are_listed_with_their_share(self, tmp_path):
        """A line for each label."""
        with studied(tmp_path, {"R01.txt": "I: Why?\nR: For the work there.\n"}) as study:
            lines = [(one.label, one.role.value, one.respondent, one.words) for one in speakers_of(study, "R01")]
        assert lines == [("I", "interviewer", None, 1), ("R", "respondent", "R01", 4)]

    def test_a_file_named_by_its_stem_in_the_list_keeps_its_respondent(self, tmp_path):
        """Mending a label does not lose whose interview it is."""
        people = "respondent_id,file\nR07,Forest Talk\nR07,\n".replace("R07,\n", "")
        with studied(tmp_path, {"forest talk.txt": TALKS["R03.txt"]}, respondents=people) as study:
            set_speakers(study, "R07", ["I=other"])
            assert owners(study, "R07") == [None, "R07", None, "R07"]

    def test_a_row_of_a_survey_keeps_its_respondent(self, tmp_path):
        """Its answers stay those of the respondent it names, now and after the next import."""
        answers = "R01,There was no work at home for us.,The police came to us.\n"
        survey = f"respondent_id,Why did you leave?,What happened?\n{answers}"
        settings = "name: Roads\nsurvey: {key: respondent_id, respondent: respondent_id}\n"
        with studied(tmp_path, {"survey.csv": survey}, settings=settings) as study:
            set_speakers(study, "survey:R01", ["2=other"])
            first = roles(study, "survey:R01"), owners(study, "survey:R01")
            report = import_files(study, [tmp_path / "field"])
            assert (report.unchanged, (roles(study, "survey:R01"), owners(study, "survey:R01"))) == (
                ("survey:R01",),
                first,
            )
        assert first == (["interviewer", "other", "interviewer", "respondent"], [None, None, None, "R01"])


class TestTurns:
    """Roles by turn, for files without labels."""

    def test_a_file_without_labels_waits(self, tmp_path):
        """It is stored, and out of tables until somebody says whose words it holds."""
        with studied(tmp_path, {"R01.txt": BARE}) as study:
            assert study.store.held() == {"R01": UNLABELLED}
            assert set(roles(study, "R01")) == {"unknown"}

    def test_turns_and_the_rest_get_roles(self, tmp_path):
        """`1,3,5` names turns, `rest` all that nothing else in the command names; the transcript waits no longer."""
        with studied(tmp_path, {"R01.txt": BARE}) as study:
            change = set_speakers(study, "R01", ["1,3, 5=interviewer", "rest=respondent"])
            assert (change.turns, change.held, study.store.held()) == ((1, 2, 3, 4, 5), "", {})
            assert owners(study, "R01") == [None, "R01", None, "R01", None]
            assert study.store.transcript("R01").turns[3].question == 3

    def test_ranges_of_turns(self, tmp_path):
        """`1-2,#4-5` names every turn between."""
        with studied(tmp_path, {"R01.txt": BARE}) as study:
            set_speakers(study, "R01", ["1-2,#4-5=respondent"])
            assert roles(study, "R01") == ["respondent", "respondent", "unknown", "respondent", "respondent"]

    def test_a_number_that_is_a_label_is_the_label(self, tmp_path):
        """In a file whose speakers are called 1 and 2 a number names a speaker."""
        text = "".join(f"{who}: Words of speaker {who} here.\n" for who in (1, 2, 1, 2, 1, 2))
        with studied(tmp_path, {"R01.txt": text}) as study:
            set_speakers(study, "R01", ["1=interviewer", "2=respondent"])
            assert roles(study, "R01") == ["interviewer", "respondent"] * 3

    def test_a_label_outranks_what_was_said_of_its_turns_before(self, tmp_path):
        """After `rest=`, which names turn by turn, a label can still be mended as a whole."""
        with studied(tmp_path, {"R01.txt": LETTERS}) as study:
            set_speakers(study, "R01", ["rest=respondent"])
            change = set_speakers(study, "R01", ["A=interviewer"])
            assert change.turns == (1, 2, 3)
            assert roles(study, "R01") == ["interviewer", "respondent", "interviewer"]
            assert owners(study, "R01") == [None, "R01", None]

    @pytest.mark.parametrize(
        ("setting", "message"),
        [
            (
                "A=boss",
                '"A=boss" does not give a label a role.\n'
                "Try: --set 'A=respondent'; roles are interviewer, respondent, interpreter, other, unknown",
            ),
            (
                "A",
                '"A" does not give a label a role.\n'
                "Try: --set 'A=respondent'; roles are interviewer, respondent, interpreter, other, unknown",
            ),
            ("C=respondent", 'R01 has no label "C".\nTry: its labels: A, B'),
            ("2,9=respondent", "R01 has no turn 9.\nTry: turns are 1 to 3"),
            ("0=respondent", "R01 has no turn 0.\nTry: turns are 1 to 3"),
            ("3-1=respondent", "\"3-1\" runs backwards.\nTry: --set '1-3=respondent'"),
        ],
    )
    def test_what_cannot_be_meant_is_told(self, tmp_path, setting, message):
        """Nothing is changed, and the message says what there is."""
        with studied(tmp_path, {"R01.txt": LETTERS}) as study:
            before = study.store.transcript("R01")
            with pytest.raises(MisuseError) as caught:
                set_speakers(study, "R01", ["A=interviewer", setting])
            assert (str(caught.value), study.store.transcript("R01")) == (message, before)

    def test_an_unknown_transcript_is_told(self, tmp_path):
        """With the nearest id there is."""
        with studied(tmp_path) as study, pytest.raises(QualcodeError) as caught:
            set_speakers(study, "R1", ["A=other"])
        assert str(caught.value) == ('there is no transcript "R1" in this study.\nTry: R01 (did you mean this one?)')


class TestKept:
    """What a person said of speakers, and later imports."""

    def test_choices_survive_the_next_import(self, tmp_path):
        """The same file read again has the speakers a person gave it."""
        with studied(tmp_path, {"R01.txt": BARE, "R02.txt": LETTERS}) as study:
            set_speakers(study, "R01", ["1,3,5=interviewer", "rest=respondent"])
            set_speakers(study, "R02", ["A=interviewer", "B=respondent"])
            before = tuple(study.store.transcripts())
            report = import_files(study, [tmp_path / "field"])
            assert (report.unchanged, report.holds) == (("R01", "R02"), {})
            assert tuple(study.store.transcripts()) == before

    def test_choices_belong_to_a_transcript_and_not_to_a_file_name(self, tmp_path):
        """Another file of the same name, of another respondent, is none of theirs."""
        people = "respondent_id,file\nR01,a/talk.txt\n"
        with studied(tmp_path, {"talk.txt": LETTERS}, respondents=people) as study:
            set_speakers(study, "R01", ["A=other"])
            write(study.folder.path, {"respondents.csv": "respondent_id,file\nR01,\nR02,talk.txt\n"})
            import_files(study, [write(tmp_path / "later", {"talk.txt": LETTERS + "B: And more of it.\n"})])
            assert roles(study, "R01")[0] == "other"
            assert "other" not in roles(study, "R02")

    def test_choices_about_labels_hold_for_a_new_revision(self, tmp_path):
        """The labels are the same people in the corrected text."""
        with studied(tmp_path, {"R01.txt": LETTERS}) as study:
            set_speakers(study, "R01", ["A=interviewer", "B=respondent"])
            changed = write(tmp_path / "later", {"R01.txt": LETTERS + "B: We never slept again.\n"})
            import_files(study, [changed], options=ImportOptions(replace=frozenset(["R01"])))
            assert roles(study, "R01") == ["interviewer", "respondent", "interviewer", "respondent"]

    def test_choices_about_turns_do_not_hold_for_a_new_revision(self, tmp_path):
        """Turn 1 of another text is another turn: the transcript waits again, and it is said why."""
        with studied(tmp_path, {"R01.txt": BARE}) as study:
            set_speakers(study, "R01", ["1,3,5=interviewer", "rest=respondent"])
            changed = write(tmp_path / "later", {"R01.txt": "A new beginning.\n\n" + BARE})
            report = import_files(study, [changed], options=ImportOptions(replace=frozenset(["R01"])))
            assert (report.revised, report.holds) == (("R01",), {"R01": UNLABELLED})
            assert (
                "R01: what was said of its single turns does not hold for the new text.\n"
                "Try: qualcode speakers R01 --turns"
            ) in told(report)
            again = import_files(study, [changed])
            assert (again.unchanged, study.store.held()) == (("R01",), {"R01": UNLABELLED})

    def test_mending_a_label_keeps_what_was_said_of_the_interpreter(self, tmp_path):
        """The interpreter stays the respondent's voice."""
        text = "I: What happened?\nR: Han raft.\nInterpreter: She says that they walked for nine days in the rain.\n"
        with studied(tmp_path, {"R01.txt": text}) as study:
            import_files(study, [tmp_path / "field"], options=ImportOptions(interpreter=Interpreting.VOICE))
            change = set_speakers(study, "R01", ["I=other"])
            assert (change.turns, change.held, owners(study, "R01")) == ((1,), "", [None, "R01", "R01"])


DRAFT = {"R01.txt": talk(LONG), "R01 final.txt": talk(LONG + " The police came at the end.")}


class TestVersions:
    """Two files of one interview."""

    def test_the_later_file_is_held(self, tmp_path):
        """It waits for a choice, and a warning says how to make it."""
        with studied(tmp_path, {}) as study:
            report = import_files(study, [write(tmp_path / "field", DRAFT)])
            assert (report.added, report.holds) == (
                ("R01_final", "R01"),
                {"R01": "nearly the same as R01_final: choose one"},
            )
            assert told(report) == [
                "R01: 100% of it also stands in R01_final: probably two versions of one interview.\n"
                "Try: qualcode transcripts --keep R01, or --keep R01_final"
            ]
            assert waiting(study) == report.holds

    @pytest.mark.parametrize(("kept", "other"), [("R01", "R01_final"), ("R01_final", "R01")])
    def test_either_can_be_kept(self, tmp_path, kept, other):
        """The chosen one is used, the other set aside for good, and nothing waits any longer."""
        with studied(tmp_path, DRAFT) as study:
            assert keep_version(study, kept) == (other,)
            assert (waiting(study), kept_out(study)) == ({}, {other: f"another version is used: {kept}"})
            code_study(study)
            assert {one.coding.transcript for one in coded(study).segments} <= {kept}
            assert coded(study).notes[0] == (
                f"1 transcript(s) are in no table because another version is used: {other}."
            )

    def test_a_choice_can_be_changed(self, tmp_path):
        """Keeping the other one later turns it round."""
        with studied(tmp_path, DRAFT) as study:
            keep_version(study, "R01")
            assert keep_version(study, "R01_final") == ("R01",)
            assert kept_out(study) == {"R01": "another version is used: R01_final"}

    def test_of_three_versions_one_is_used(self, tmp_path):
        """Keeping one sets both others aside."""
        three = {**DRAFT, "R01 latest.txt": talk(LONG + " The river was wide.")}
        with studied(tmp_path, three) as study:
            assert sorted(waiting(study)) == ["R01", "R01_latest"]
            assert keep_version(study, "R01_latest") == ("R01", "R01_final")
            assert kept_out(study) == dict.fromkeys(("R01", "R01_final"), "another version is used: R01_latest")

    def test_a_choice_holds_for_later_imports(self, tmp_path):
        """The same files again wait for nothing."""
        with studied(tmp_path, DRAFT) as study:
            keep_version(study, "R01")
            report = import_files(study, [tmp_path / "field"])
            assert (report.holds, told(report), waiting(study)) == ({}, [], {})

    def test_a_version_without_labels_waits_for_both(self, tmp_path):
        """Choosing it does not say whose words it holds."""
        bare = "\n\n".join(LONG.split(". "))
        with studied(tmp_path, {"R01 a.txt": talk(LONG), "R01 b.txt": bare}) as study:
            assert waiting(study) == {"R01_b": UNLABELLED}
            keep_version(study, "R01_b")
            assert kept_out(study) == {"R01_a": "another version is used: R01_b", "R01_b": UNLABELLED}

    def test_a_transcript_that_is_alone_cannot_be_chosen(self, tmp_path):
        """There is nothing to choose from."""
        with studied(tmp_path) as study, pytest.raises(MisuseError) as caught:
            keep_version(study, "R01")
        assert str(caught.value) == "R01 is not one of several versions.\nTry: qualcode transcripts"


def test_a_focus_group_waits_for_nobody_and_counts_only_who_is_mapped(tmp_path):
    """Labels named in the list are those respondents', the others nobody's, also after a label was mended."""
    people = LIST.replace("status\n", "status,file,speaker\n").replace("woman,30,active", "woman,30,active,group,P1")
    people = people.replace("man,41,active", "man,41,active,group,P2")
    text = "M: Who begins?\nP1: The police came.\nP2: They went.\nP3: I saw it.\n" * 2
    with studied(tmp_path, {"group.txt": text}, respondents=people) as study:
        assert owners(study, "group")[:4] == [None, "R01", "R02", None]
        set_speakers(study, "group", ["P2=other"])
        assert owners(study, "group")[:4] == [None, "R01", None, None]
        assert study.store.transcript("group").turns[2].role is Role.OTHER
