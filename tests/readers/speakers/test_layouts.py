"""Who said what: every layout of labels and speakers that arrives from the field."""

import json
from pathlib import Path
from typing import Any

import pytest

from qualcode.model.problem import Severity
from qualcode.readers import read
from qualcode.settings import Settings

FOLDER = Path(__file__).parent / "layouts"
ENDING = ".expected.json"
CASES = sorted(path.name.removesuffix(ENDING) for path in FOLDER.glob("*" + ENDING))


def _source(case: str) -> Path:
    """The one file of a case beside its expectation."""
    (source,) = (path for path in FOLDER.glob(case + ".*") if not path.name.endswith(ENDING))
    return source


def _expected(case: str) -> dict[str, Any]:
    return json.loads((FOLDER / (case + ENDING)).read_text(encoding="utf-8"))


def _label(speaker: str) -> str:
    """A label without brackets around it and a full stop after it: both are part of it in some files only."""
    return speaker.strip().strip("[]").rstrip(".")


def _role(found: str, expected: str) -> str:
    """The expected role where `found` is one of its alternatives (`other|unknown`)."""
    return expected if found in expected.split("|") else found


@pytest.mark.parametrize("case", CASES)
def test_layout(case):
    """Every turn of the file has its label, its role and its words, and nothing else is a turn."""
    expected = _expected(case)
    result = read(_source(case), Settings.model_validate(expected.get("settings", {})))
    assert len(result.transcripts) == 1, [str(problem) for problem in result.problems]
    (transcript,) = result.transcripts
    wanted = [(_label(turn["speaker"]), turn["role"], turn["text"]) for turn in expected["turns"]]
    roles = [role for _, role, _ in wanted] + [""] * len(transcript.turns)
    found = [
        (_label(turn.speaker), _role(turn.role.value, role), transcript.words(turn))
        for turn, role in zip(transcript.turns, roles, strict=False)
    ]
    assert found == wanted


@pytest.mark.parametrize("case", [case for case in CASES if "respondents" in _expected(case)])
def test_layout_respondents(case):
    """Each turn belongs to the respondent the settings name, to the only one there is, or to nobody."""
    expected = _expected(case)
    result = read(_source(case), Settings.model_validate(expected.get("settings", {})))
    assert [turn.respondent for turn in result.transcripts[0].turns] == expected["respondents"]


@pytest.mark.parametrize("case", [case for case in CASES if "unlabelled" in _expected(case).get("flags", [])])
def test_layout_unlabelled(case):
    """A file whose speakers nobody names is flagged, so that a person looks at it."""
    result = read(_source(case), Settings.model_validate(_expected(case).get("settings", {})))
    assert [problem for problem in result.problems if problem.severity is not Severity.NOTE]
