"""study.yaml: read with every fault and its line."""

import pytest

from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.transcript import Interpreting, Role
from qualcode.settings import load_settings


def write(tmp_path, text):
    """A study.yaml with `text`."""
    path = tmp_path / "study.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_study_declares_speakers_fields_and_transcripts(tmp_path):
    """What study.yaml says arrives as values; a single word stands for a list of one."""
    settings = load_settings(
        write(
            tmp_path,
            """name: Nurses
speakers: {interviewer: [I, INT], respondent: "P*"}
fields:
  country: {for: nurse, values: [Norway, NO], aliases: {Norway: Norge}}
transcripts:
  INT_03: {speakers: {A: respondent}, interpreter: voice}
""",
        )
    )
    assert settings.speakers == {Role.INTERVIEWER: ("I", "INT"), Role.RESPONDENT: ("P*",)}
    assert settings.fields["country"].values == ("Norway", "NO")
    assert settings.fields["country"].aliases == {"Norway": ("Norge",)}
    assert settings.fields["country"].applies_to == ("nurse",)
    assert settings.transcript("other", "INT_03").interpreter is Interpreting.VOICE


def test_an_empty_file_is_a_study_with_nothing_declared(tmp_path):
    """Nothing in study.yaml is compulsory."""
    assert load_settings(write(tmp_path, "")).name == "Untitled study"


def test_every_fault_is_reported_with_its_line(tmp_path):
    """Unknown settings and wrong values come together."""
    with pytest.raises(ProblemsError) as caught:
        load_settings(write(tmp_path, "name: x\nspeakers:\n  foo: [X]\nnmae: y\n"))
    shown = [str(problem) for problem in caught.value.problems]
    assert shown == [
        "study.yaml, line 3: \"speakers.foo\": input should be 'interviewer', 'respondent', 'interpreter', 'other' or "
        "'unknown'.\nTry: mend or remove it",
        'study.yaml, line 4: unknown setting "nmae".\nTry: check its spelling',
    ]


def test_a_topic_guide_says_what_is_asked_of_whom(tmp_path):
    """Each topic has its question, what it is about, and for whom it is; topics keep their order."""
    settings = load_settings(
        write(
            tmp_path,
            """respondent_types: {nurse: [], doctor: []}
topic_guide:
  shifts: {question: "How are shifts shared out?", about: [workload, roster_unfair], for: nurse}
  patients: {question: "What do patients say?", about: patients}
""",
        )
    )
    assert [(name, one.question, one.about, one.applies_to) for name, one in settings.topic_guide.items()] == [
        ("shifts", "How are shifts shared out?", ("workload", "roster_unfair"), ("nurse",)),
        ("patients", "What do patients say?", ("patients",), ()),
    ]


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("{about: workload}", 'study.yaml, line 3: "topic_guide.shifts.question": field required.'),
        (
            '{question: "", about: workload}',
            'line 3: "topic_guide.shifts.question": string should have at least 1 char',
        ),
        ('{question: "How?"}', 'study.yaml, line 3: "topic_guide.shifts.about": field required.'),
        ('{question: "How?", about: []}', 'line 3: "topic_guide.shifts.about": tuple should have at least 1 item'),
        ('{question: "How?", abuot: workload}', 'study.yaml, line 3: unknown setting "topic_guide.shifts.abuot".'),
        (
            '{question: "How?", about: workload, for: [doctor, nurses]}',
            'line 3: the topic "shifts" is for "nurses", which is no respondent type. Did you mean "nurse"?\n'
            "Try: write one of: nurse, doctor",
        ),
    ],
)
def test_faults_of_a_topic_are_told_with_their_line(tmp_path, topic, said):
    """A topic needs a question and what it is about, and is for respondents the study knows."""
    with pytest.raises(ProblemsError) as caught:
        load_settings(
            write(tmp_path, f"respondent_types: {{nurse: [], doctor: []}}\ntopic_guide:\n  shifts: {topic}\n")
        )
    assert said in str(caught.value)


def test_without_respondent_types_a_topic_may_be_for_anybody(tmp_path):
    """Where study.yaml declares no types, those of the respondent list are taken as they are."""
    settings = load_settings(
        write(tmp_path, 'topic_guide: {shifts: {question: "How?", about: workload, for: nurse}}\n')
    )
    assert settings.topic_guide["shifts"].applies_to == ("nurse",)


def test_broken_yaml_names_the_line(tmp_path):
    """A lost quote is told in plain words."""
    with pytest.raises(ProblemsError) as caught:
        load_settings(write(tmp_path, 'name: "x\nfields: {}\n'))
    assert "this is not YAML" in str(caught.value)
    assert "look for a lost quote" in str(caught.value)


def test_a_missing_file_says_how_to_begin(tmp_path):
    """Without study.yaml there is no study."""
    with pytest.raises(QualcodeError, match="there is no study here"):
        load_settings(tmp_path / "study.yaml")


def test_a_file_that_is_no_text_says_so(tmp_path):
    """study.yaml saved in another encoding is told apart from a missing one."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"name: \xff\xfe\x00")
    with pytest.raises(QualcodeError, match=r"study\.yaml cannot be read"):
        load_settings(path)
