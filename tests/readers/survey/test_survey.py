"""Survey exports as interviews."""

from qualcode.model.source import Grid
from qualcode.readers.survey.rows import Survey, SurveyInterview, survey_rows
from qualcode.settings import ProfileField, SurveySettings


def _grid(text, first_row=1):
    rows = [tuple(line.split("|")) for line in text.strip("\n").split("\n")]
    return Grid(tuple(rows), "a.csv", first_row)


def _read(text, *, fields=(), **settings):
    profile = {name: ProfileField() for name in fields}
    return survey_rows(_grid(text), settings=SurveySettings(**settings), fields=profile)


def _told(survey):
    return [str(problem) for problem in survey.problems]


KOBO = """
start|today|intro/enumerator|profile/nationality|profile/age|journey/why_left|j/risks|j/risks/police|j/risks/dogs|journey/place|_id|_uuid|_tags
2024-06-07T09:00|2024-06-07|Ana|Syria|30|The war came closer to our village|police|1|0|44.81 20.46 0 0|1|u-1|
||||||||||||
2024-06-08T09:00|2024-06-08|Ana|Iraq|31|There was no work for anybody|animals|0|1|44.82 20.47 0 0|2|u-2|
2024-06-09T09:00|2024-06-09|Ana|Iraq|31||||||3|u-3|x
"""


def test_a_kobo_export_is_one_interview_a_row():
    """Groups are taken off names, system columns dropped, answers found by content, and everything is said."""
    survey = _read(KOBO, fields=["nationality"])
    assert survey.interviews == (
        SurveyInterview(
            "u-1", 2, "", (("why_left", "The war came closer to our village"),), {"nationality": "Syria"}, "2024-06-07"
        ),
        SurveyInterview(
            "u-2", 4, "", (("why_left", "There was no work for anybody"),), {"nationality": "Iraq"}, "2024-06-08"
        ),
    )
    assert _told(survey) == [
        "a.csv: taken as answers in the respondents' words: journey/why_left.\n"
        "Try: survey: {questions: [...]} in study.yaml, if these are not the ones",
        "a.csv: left out because a device recorded them or they could identify somebody: "
        "start, today, intro/enumerator, journey/place, _id, _tags.\n"
        "Try: survey: {keep: [...]} in study.yaml, if one of them is needed",
        "a.csv: neither answers nor profile fields, and left out: profile/age, j/risks "
        "and 2 yes/no columns of questions with several answers.\n"
        "Try: survey: {questions: [...]} in study.yaml, to read them as answers",
        "a.csv, row 3: 1 empty row was skipped.",
        "a.csv, row 5: 1 row holds no answer and was skipped: 5.\nTry: look whether the interview was refused",
    ]


def test_labels_over_names_are_the_questions_asked():
    """Where a row of labels stands above the row of names, people see the labels and settings use the names."""
    survey = _read(
        """
SubmissionDate|Did you pay a smuggler?|What happened at the border?|Name of enumerator|KEY
SubmissionDate|q1|q2|enum_name|KEY
Jun 7, 2024 3:04:05 PM|Yes|They took our phones from us|Ana|uuid:1
Jun 8, 2024 3:04:05 PM|no||Ana|uuid:2
"""
    )
    assert survey.interviews == (
        SurveyInterview(
            "1",
            3,
            "",
            (("Did you pay a smuggler?", "Yes"), ("What happened at the border?", "They took our phones from us")),
            {},
            "Jun 7, 2024 3:04:05 PM",
        ),
        SurveyInterview("2", 4, "", (("Did you pay a smuggler?", "no"),), {}, "Jun 8, 2024 3:04:05 PM"),
    )


def test_labels_under_names_are_the_questions_asked():
    """Some programs write the names first, the labels second and their own marks third."""
    survey = _read(
        """
StartDate|ResponseId|Q1
Start Date|Response ID|Why did you leave?
{"ImportId":"startDate"}|{"ImportId":"_recordId"}|{"ImportId":"QID1"}
2024-06-07 10:00:00|R_1|War
"""
    )
    assert survey.interviews == (SurveyInterview("R_1", 4, "", (("Why did you leave?", "War"),), {}, "2024-06-07"),)


def test_groups_joined_by_a_hyphen_are_taken_off():
    """SurveyCTO and ODK Central join group and question by a hyphen; two groups may share a question's name."""
    survey = _read(
        """
KEY|journey-why_left|journey-notes_said|stay-notes_said|stay-place
uuid:1|the war in our own city|it was very cold there|nobody ever told us anything|A
uuid:2|no work for many years|we were quite afraid then|it was all right there|B
""",
        questions=["why_left", "journey-notes_said", "stay-notes_said"],
    )
    assert [interview.answers for interview in survey.interviews] == [
        (
            ("why_left", "the war in our own city"),
            ("journey-notes_said", "it was very cold there"),
            ("stay-notes_said", "nobody ever told us anything"),
        ),
        (
            ("why_left", "no work for many years"),
            ("journey-notes_said", "we were quite afraid then"),
            ("stay-notes_said", "it was all right there"),
        ),
    ]


def test_declared_columns_go_before_any_guess():
    """study.yaml names key, respondent and questions; identical answers in two rows stay two interviews."""
    survey = _read(
        "code|who|q1|q2\nA|R1|Yes|a long and winding answer here\nB|R2|Yes|a long and winding answer here\n",
        key="code",
        respondent="who",
        questions=["q1"],
    )
    assert survey.interviews == (
        SurveyInterview("A", 2, "R1", (("q1", "Yes"),), {}, ""),
        SurveyInterview("B", 3, "R2", (("q1", "Yes"),), {}, ""),
    )
    assert _told(survey) == [
        "a.csv: neither answers nor profile fields, and left out: q2.\n"
        "Try: survey: {questions: [...]} in study.yaml, to read them as answers"
    ]


def test_a_kept_system_column_is_no_longer_dropped():
    """`keep` overrides the default, for a column whose words are wanted."""
    text = "KEY|phone|Why did you leave?\n1|we had one phone for all of us|War\n2|they took every phone we had|War\n"
    assert [len(interview.answers) for interview in _read(text).interviews] == [1, 1]
    assert [len(interview.answers) for interview in _read(text, keep=["phone"]).interviews] == [2, 2]


def test_the_profile_is_found_by_title_and_listed_headings():
    """A profile field's column may be called by its title or by any heading study.yaml lists."""
    fields = {"nationality": ProfileField(title="Country of origin"), "gender": ProfileField(columns=("sex",))}
    survey = survey_rows(
        _grid("KEY|Country of origin|Sex|Why did you leave?\n1|Syria |f|War\n"),
        settings=SurveySettings(),
        fields=fields,
    )
    assert [interview.profile for interview in survey.interviews] == [{"nationality": "Syria", "gender": "f"}]


def test_questions_about_people_and_phones_are_answers():
    """Only headings that name a phone or a person are dropped, never questions about them; closed choices are none."""
    survey = _read(
        """
KEY|Name|Contact phone|Do you have a phone?|consent|schooling|email
1|A|123|No, they took it|I agree to take part in this|Some years of secondary school|a@example.org
2|B|124|Yes|I agree to take part in this|Some years of secondary school|b@example.org
3|C|125|Yes|I agree to take part in this|Some years of secondary school|c@example.org
4|D|126|Yes|I agree to take part in this|No school|d@example.org
5|E|127|Yes|I agree to take part in this|No school|e@example.org
"""
    )
    assert {question for interview in survey.interviews for question, _ in interview.answers} == {
        "Do you have a phone?"
    }
    assert _told(survey)[1].split("\n")[0] == (
        "a.csv: left out because a device recorded them or they could identify somebody: Name, Contact phone, email."
    )


def test_rows_without_a_key_are_named_by_their_number():
    """The row of the file names an interview where no column does, and a person is told."""
    survey = survey_rows(
        _grid("When|Why did you leave?\nJune|War\n", first_row=2), settings=SurveySettings(), fields={}
    )
    assert survey.interviews == (SurveyInterview("row3", 3, "", (("Why did you leave?", "War"),), {}, ""),)
    assert _told(survey)[-1] == (
        "a.csv: no column names the interviews, so their row numbers do.\n"
        "Try: keep the order of the rows from now on, or name a column: survey: {key: COLUMN} in study.yaml"
    )


def test_a_key_in_two_rows_is_an_error():
    """Two interviews of one name could not be told apart."""
    survey = _read("_uuid|Why did you leave?\nu-1|War\nu-2|War\nu-1|Work\n")
    assert _told(survey)[-1] == (
        'a.csv, row 4: rows 2 and 4 have the same value in "_uuid", which is to name each interview.\n'
        "Try: correct the file, or name another column: survey: {key: COLUMN} in study.yaml"
    )


def test_a_declared_column_that_is_missing_is_an_error():
    """The setting and the file's own headings are named."""
    survey = _read("code|q1\nA|Yes\n", key="id", questions=["q1", "q9"])
    assert survey.interviews == ()
    assert _told(survey) == [
        'a.csv: study.yaml names the column "id" (survey: key), which this file does not have.\n'
        "Try: write it as the file does: code, q1",
        'a.csv: study.yaml names the column "q9" (survey: questions), which this file does not have.\n'
        "Try: write it as the file does: code, q1",
    ]


def test_a_sheet_without_answers_is_an_error():
    """Numbers and single words are nobody's account; the columns that might be meant are offered."""
    survey = _read("KEY|a|b\n1|2|x\n2|3|y\n")
    assert survey.interviews == ()
    assert _told(survey)[-1] == (
        "a.csv: no column holds answers in the respondents' words.\n"
        "Try: survey: {questions: [a, b]} in study.yaml, with the columns that do"
    )


def test_an_empty_sheet_has_no_interviews():
    """Nothing in, nothing but the remark out."""
    survey = survey_rows(Grid(()), settings=SurveySettings(), fields={}, file="a.csv")
    assert survey == Survey((), survey.problems)
    assert [problem.what for problem in survey.problems] == ["no column holds answers in the respondents' words."]


def test_a_study_without_fields_takes_the_profile_from_the_columns():
    """Short columns that are neither answers nor the system's are the profile; what could name somebody is not."""
    grid = Grid(
        (("KEY", "Gender", "Name", "Why did you leave?"), ("1", "woman", "Somebody", "We had no work.")), "a.csv"
    )
    survey = survey_rows(grid, settings=SurveySettings(), fields={}, own_profile=True)
    assert [dict(interview.profile) for interview in survey.interviews] == [{"gender": "woman"}]
    assert "taken as the respondents' profile, since study.yaml declares none: Gender." in [
        one.what for one in survey.problems
    ]
