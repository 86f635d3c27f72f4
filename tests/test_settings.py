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
