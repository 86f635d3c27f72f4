"""What the documents say, held against the code."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from qualcode.cli.app import app
from qualcode.codebook import load_codebook
from qualcode.codebook.lint import lint
from qualcode.matching import Matcher, compile_codebook
from qualcode.matching.ambiguity import ambiguous_terms
from qualcode.model.codebook import Codebook, RuleKind
from qualcode.model.problem import Problem
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import sentences

TOP = Path(__file__).resolve().parents[1]
MADE_BY_A_RUN = {"qualcode-demo/codebook/", "qualcode-demo/exports/themes.xlsx", "qualcode/demo_study/"}


@cache
def _manual() -> tuple[Codebook, tuple[Problem, ...]]:
    """The codebook that docs/codebook.md shows piece by piece; a reader may copy it."""
    text = (TOP / "docs" / "codebook.md").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.yaml"
        path.write_text("".join(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)), encoding="utf-8")
        return load_codebook(path)


@cache
def _matcher() -> Matcher:
    return compile_codebook(_manual()[0])


def _cases(field: str) -> list[object]:
    return [
        pytest.param(code.id, sentence, id=f"{code.id}-{number}")
        for code in _manual()[0].codes()
        if not code.manual
        for number, sentence in enumerate(getattr(code, field), 1)
    ]


def _codes_on(words: str) -> set[str]:
    """The codes of the manual's codebook on `words`, said by a refugee in one turn."""
    turn = Turn(1, "R", Role.RESPONDENT, Span(0, len(words)), respondent="R1")
    segments = tuple(Segment(number, 1, span) for number, span in enumerate(sentences(words), 1))
    transcript = Transcript("R1", words, (turn,), segments, "R1.txt", "")
    return {coding.code for coding in _matcher().code(transcript, types={"R1": "refugee_migrant"})}


def test_the_codebook_in_the_manual_is_without_a_fault():
    """It loads, lint has nothing to say, and it shows every kind of rule."""
    codebook, problems = _manual()
    assert (problems, lint(codebook), ambiguous_terms(codebook)) == ((), (), ())
    assert {rule.kind for code in codebook.codes() for rule in code.rules} == set(RuleKind)


@pytest.mark.parametrize(("code", "sentence"), _cases("examples"))
def test_an_example_of_the_manual_gets_its_code(code, sentence):
    """What the manual shows as an example is found."""
    assert code in _codes_on(sentence)


@pytest.mark.parametrize(("code", "sentence"), _cases("counterexamples"))
def test_a_counterexample_of_the_manual_does_not_get_the_code(code, sentence):
    """What the manual shows as a counterexample is left alone."""
    assert code not in _codes_on(sentence)


def test_the_codebook_that_init_writes_loads_without_a_fault():
    """A new study begins with a codebook that works."""
    _, problems = load_codebook(TOP / "src" / "qualcode" / "templates" / "codebook.yaml")
    assert problems == ()


@pytest.mark.parametrize("name", sorted(command.name for command in app.registered_commands))
def test_every_command_stands_in_the_readme(name):
    """A command that nobody is told of does not exist."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"qualcode {name}\b|, `{name}`", readme)


def test_the_readme_marks_the_two_commands_that_ci_runs():
    """One fenced block stands under each marker."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"<!-- command: (\w+) -->\n```sh\n", readme) == ["run", "test"]


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md"])
def test_the_files_a_document_names_exist(document):
    """Nobody is sent to a room that is not there."""
    text = (TOP / document).read_text(encoding="utf-8")
    named = set(re.findall(r"[`(]((?:[a-z_]+/)+[\w.-]*)[`)]", text))
    lost = [path for path in named if not any((folder / path).exists() for folder in (TOP, TOP / "src" / "qualcode"))]
    assert set(lost) <= MADE_BY_A_RUN
