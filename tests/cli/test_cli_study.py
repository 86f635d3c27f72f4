"""A study from its beginning: init, the status, the import, who speaks, what came in."""

import csv
import io
import json

import pytest

R03 = "It was a long way and I was cold.\n\nThen the police hit us.\n"


def test_alone_outside_a_study_it_says_how_to_begin(qualcode, tmp_path, monkeypatch):
    """`qualcode` where there is no study names demo and init, and that is no error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "qualcode.workflow.study.FILE", "no-such-study.yaml"
    )  # a study.yaml above tmp_path is no matter
    done = qualcode()
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "There is no study in this folder. To begin:\n"
        "  qualcode demo              see the whole job on a sample study\n"
        "  qualcode init my-study     make a study of your own\n"
        "  qualcode --help            all commands\n"
    )


def test_alone_in_a_fresh_study_it_names_the_import(qualcode, study):
    """`qualcode` in a study without transcripts says that the import comes next."""
    assert study.is_dir()
    assert qualcode().out.splitlines() == [
        "Borders",
        "  transcripts  0",
        "  respondents  0",
        "  codebook     Borders 1.0",
        "  codings      none yet",
        "Next: qualcode import transcripts   (put the transcripts into the transcripts folder, then import them)",
    ]


def test_alone_after_the_import_it_names_the_coding(qualcode, imported):
    """`qualcode` after the import says who is missing and that coding comes next."""
    assert imported.is_dir()
    assert qualcode().out.splitlines() == [
        "Borders",
        "  transcripts  2",
        "  respondents  3, 1 without a transcript",
        "  codebook     Borders 1.0",
        "  codings      none yet",
        "Next: qualcode code   (nothing has been coded yet)",
    ]


def test_alone_after_the_coding_it_names_the_export(qualcode, coded):
    """`qualcode` in a coded study counts the codings and names the export."""
    assert coded.is_dir()
    lines = qualcode().out.splitlines()
    assert lines[4] == "  codings      3"
    assert lines[5].startswith("Next: qualcode export exports/themes.xlsx")


def test_alone_it_sends_to_lint_where_the_codebook_has_faults(qualcode, imported):
    """`qualcode` with a broken codebook says so and names the command that tells why."""
    (imported / "codebook" / "borders.yaml").write_text("codebook: [", encoding="utf-8")
    lines = qualcode().out.splitlines()
    assert lines[3] == "  codebook     has faults"
    assert lines[5].startswith("Next: qualcode codebook lint")


@pytest.mark.parametrize(("name", "step"), [("my-study", "2. cd my-study"), ("my study", '2. cd "my study"')])
def test_init_makes_a_study_and_says_the_next_steps(qualcode, tmp_path, monkeypatch, name, step):
    """`init` leaves everything to fill in and numbers what to do next, ready to copy."""
    monkeypatch.chdir(tmp_path)
    done = qualcode("init", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"The study {name} is ready. In it: study.yaml, respondents.xlsx, codebook/, transcripts/.",
        "1. Put the transcripts into transcripts/ and fill in respondents.xlsx.",
        step,
        "3. qualcode import transcripts",
    ]
    assert (tmp_path / name / "start-windows.bat").exists()


@pytest.mark.usefixtures("study")
def test_init_never_overwrites_a_study(qualcode):
    """`init` in a folder with a study is refused."""
    done = qualcode("init", ".")
    assert (done.code, done.err) == (
        1,
        "Error .: there already is a study in this folder.\n      Try: choose another name\n",
    )


@pytest.mark.usefixtures("study")
def test_the_import_shows_whose_words_are_whose(qualcode):
    """The import lists each file's labels with role, respondent and share, and what comes next."""
    done = qualcode("import")
    assert done.code == 0
    assert [line.split("  ")[0:1] for line in done.out.splitlines() if line.startswith("R0")] == [["R01"], ["R02"]]
    assert [line.split() for line in done.out.splitlines() if " R0" in line] == [
        ["R", "respondent", "R01", "61%", "from", "the", "label's", "wording"],
        ["R", "respondent", "R02", "60%", "from", "the", "label's", "wording"],
    ]
    assert done.out.splitlines()[-1] == (
        "Imported 2 transcripts, 0 unchanged; 3 new respondents, 0 with a changed profile."
    )
    assert "On the respondent list without a transcript: R03\n" in done.err
    assert done.err.splitlines()[-1] == "Next: qualcode code"


def test_a_late_interview_and_a_changed_profile_are_said(qualcode, imported):
    """Importing again names the profile that changed and counts what is new."""
    listed = imported / "respondents.csv"
    listed.write_text(listed.read_text(encoding="utf-8").replace("R02,man", "R02,woman"), encoding="utf-8")
    (imported / "transcripts" / "R03.txt").write_text("I: And you?\nR: I was cold.\n", encoding="utf-8")
    done = qualcode("import")
    assert done.out.splitlines()[-2:] == [
        "Profile of R02: gender was man, is woman",
        "Imported 1 transcript, 2 unchanged; 0 new respondents, 1 with a changed profile.",
    ]


def test_a_file_without_labels_waits_and_the_next_command_settles_it(qualcode, imported):
    """A file without labels is shown as waiting, and `qualcode speakers` with it."""
    (imported / "transcripts" / "R03.txt").write_text(R03, encoding="utf-8")
    done = qualcode("import")
    assert "warning R03: no speaker labels" in done.err
    assert "Kept out of tables until you decide: R03\n" in done.err
    assert "R03 (waits: no speaker labels" in done.out
    assert qualcode("speakers", "R03", "--set", "rest=respondent").code == 0
    assert qualcode("transcripts").err == ""


@pytest.mark.usefixtures("study")
def test_the_import_as_json_is_one_list_of_labels(qualcode):
    """`import --format json` prints the labels and nothing else; the rest goes to standard error."""
    done = qualcode("import", "--format", "json")
    assert [(one["transcript"], one["label"], one["role"], one["share"]) for one in json.loads(done.out)] == [
        ("R01", "I", "interviewer", 0.3889),
        ("R01", "R", "respondent", 0.6111),
        ("R02", "I", "interviewer", 0.4),
        ("R02", "R", "respondent", 0.6),
    ]
    assert "Imported 2 transcripts" in done.err


def _crowd(folder):
    """Fourteen files that each leave a note on their encoding, and say so in other words."""
    for number in range(14):
        column = f"who,words,tag{number}\n"
        (folder / f"T{number:02}.csv").write_text(
            column + "I,What happened?,x\nR,It was cold there.,y\n" * 2, encoding="utf-8"
        )


@pytest.mark.parametrize(("words", "shown"), [([], False), (["--verbose"], True)])
def test_many_notes_are_counted_unless_asked_for(qualcode, study, words, shown):
    """Notes on many files are folded into a count; --verbose shows each."""
    _crowd(study / "transcripts")
    done = qualcode("import", *words)
    assert ("note 14 notes on what was mapped, dropped or left out; --verbose shows them." in done.err) is not shown
    assert ('left out: "tag7"' in done.err) is shown


def test_the_same_warning_on_several_files_is_said_once(qualcode, study):
    """A fault that several files share is one line that names them all."""
    for name in ("notes.png", "photo.png"):
        (study / "transcripts" / name).write_bytes(b"x")
    done = qualcode("import")
    assert "warning notes.png; photo.png: .png is no transcript format; it was passed over.\n" in done.err


def test_faults_of_a_batch_stop_all_of_it_unless_skipped(qualcode, study):
    """One bad file stops the batch with exit 1; --skip-bad imports the others and still names it."""
    (study / "transcripts" / "R03.txt").write_bytes(b"")
    stopped = qualcode("import")
    assert (stopped.code, stopped.out) == (1, "")
    assert "error R03.txt" in stopped.err
    assert "Error nothing was imported, because some files cannot be used.\n      Try: mend them" in stopped.err
    skipped = qualcode("import", "--skip-bad")
    assert skipped.code == 0
    assert "error R03.txt" in skipped.err
    assert "Imported 2 transcripts" in skipped.out


@pytest.mark.usefixtures("study")
def test_a_path_that_is_not_there_exits_with_1(qualcode):
    """A mistyped path is named."""
    done = qualcode("import", "nowhere")
    assert done.code == 1
    assert "error nowhere: there is no such file or folder.\n      Try: check its spelling\n" in done.err


@pytest.mark.usefixtures("imported")
def test_transcripts_lists_who_is_missing(qualcode):
    """`transcripts` shows dates, turns and words, and beside it who has none."""
    done = qualcode("transcripts")
    assert done.out.splitlines() == [
        "2 transcripts (words without the interviewer's)",
        "",
        "transcript  turns  sentences  words",
        "───────────────────────────────────",
        "R01             4          4     11",
        "R02             4          4      9",
        "",
    ]
    assert done.err == "On the respondent list without a transcript: R03\n"


def test_nearly_the_same_versions_are_chosen_with_keep(qualcode, imported):
    """Of two versions of one interview, `transcripts --keep` takes one and sets the other aside."""
    text = "I: What happened at the border?\n" + "".join(
        f"R: On day {number} we walked over hill {number * 7} and slept in barn {number * 3} near river {number}.\n"
        for number in range(60)
    )
    (imported / "transcripts" / "R03.txt").write_text(text, encoding="utf-8")
    (imported / "transcripts" / "R03_final.txt").write_text(text + "R: Thank you.\n", encoding="utf-8")
    qualcode("import")
    assert "nearly the same" in qualcode("transcripts").out
    done = qualcode("transcripts", "--keep", "R03_final")
    assert (done.code, done.out) == (0, "R03_final is used; set aside: R03. Next: qualcode code\n")


@pytest.mark.usefixtures("imported")
def test_respondents_as_csv_have_their_whole_profile(qualcode):
    """`respondents --format csv` has every field of the profile and the transcripts."""
    rows = list(csv.DictReader(io.StringIO(qualcode("respondents", "--format", "csv").out)))
    assert [(row["respondent_id"], row["gender"], row["transcripts"]) for row in rows] == [
        ("R01", "woman", "R01"),
        ("R02", "man", "R02"),
        ("R03", "man", ""),
    ]


@pytest.mark.parametrize(
    "words", [["respondents"], ["transcripts"], ["speakers", "RM_PAK_BIH_01", "--turns"], ["doctor"]]
)
def test_listings_of_the_sample_fit_80_columns(qualcode, sample, words):
    """No line of a listing is wider than the terminal, and no id is broken, however long one is."""
    assert sample.is_dir()
    lines = qualcode(*words).out.splitlines()
    assert max(map(len, lines)) <= 80
    if words != ["doctor"]:
        assert any("RM_PAK_BIH_01" in line for line in lines)
    if words == ["transcripts"]:
        assert "returnees_albania_kobo:RM_ALB_ALB_01  2024-07-15     28         89    909" in lines
        assert "  file: Bihac 4 July - interview at the factory (final).odt" in lines


@pytest.mark.usefixtures("imported")
def test_speakers_shows_every_label(qualcode):
    """`speakers T` lists labels, roles, whose words, and shares."""
    lines = [line.split() for line in qualcode("speakers", "R01").out.splitlines()]
    assert lines[4:] == [["R01"], ["I", "interviewer", "39%"], ["R", "respondent", "R01", "61%"], []]


@pytest.mark.usefixtures("imported")
def test_speakers_as_json_has_every_turn_with_its_words(qualcode):
    """`speakers T --turns --format json` has all words of each turn."""
    turns = json.loads(qualcode("speakers", "R02", "--turns", "--format", "json").out)
    assert [(one["turn"], one["label"], one["words"]) for one in turns] == [
        (1, "I", "How was the way?"),
        (2, "R", "We were cold for six nights."),
        (3, "I", "Who helped?"),
        (4, "R", "Nobody helped us."),
    ]


@pytest.mark.usefixtures("coded")
def test_speakers_set_says_what_changes(qualcode):
    """Mending a role says how many turns change, which codings no longer count, and what comes next."""
    done = qualcode("speakers", "R01", "--set", "R=other")
    assert done.code == 0
    assert done.out.splitlines()[-3:] == [
        "2 turns changed; the text is as it was.",
        "2 codings lie on words that no longer count: harm_cold, harm_police",
        "Next: qualcode code",
    ]


@pytest.mark.usefixtures("coded")
def test_speakers_set_turns_and_rest(qualcode):
    """Turns are named by their numbers, and `rest` stands for all others."""
    done = qualcode("speakers", "R02", "--set", "1,3=interviewer", "--set", "rest=respondent", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["label"], row["role"], row["respondent"]) for row in rows] == [
        ("I", "interviewer", ""),
        ("R", "respondent", "R02"),
    ]


@pytest.mark.usefixtures("study")
def test_doctor_says_what_is_sound(qualcode):
    """`doctor --format json` lists what was examined with what was found and what to try."""
    done = qualcode("doctor", "--format", "json")
    checks = {one["what"]: one for one in json.loads(done.out)}
    assert checks["language model"] == {
        "state": "ok",
        "what": "language model",
        "found": "en_core_web_sm 3.8.0, unaltered",
        "try": "",
    }
    assert checks["study.db"]["found"] == "not made yet: it is made at the first import"


def test_doctor_warns_of_a_synchronised_folder_and_exits_with_1(qualcode, tmp_path):
    """A study in a folder that is copied elsewhere is pointed out with what to do."""
    qualcode("init", tmp_path / "Dropbox" / "s")
    done = qualcode("doctor", "--study", tmp_path / "Dropbox" / "s")
    assert done.code == 1
    (line,) = [line for line in done.out.splitlines() if line.startswith("look")]
    assert line.split()[:2] == ["look", "place"]
