"""codebook lint and forms: what is wrong with a codebook, all at once, and what its terms match."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_folder

if TYPE_CHECKING:
    from qualcode.model.problem import Problem
    from qualcode.model.word_form import WordForm


class As(StrEnum):
    """As what a word is inflected."""

    TOPIC = "topic"
    NOUN = "noun"
    VERB = "verb"


app = typer.Typer(help="Look after the codebook.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _codebook() -> None:
    """Look after the codebook."""


@app.command("lint")
def lint(
    path: Annotated[Path | None, typer.Argument(help="A YAML file or a folder; the study's codebook if none.")] = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Report every fault of the codebook with its file and line."""
    from qualcode.cli.render import counted, out, say, show_problems, tell
    from qualcode.model.problem import Severity
    from qualcode.workflow.coding import lint_codebook

    problems = lint_codebook(path or study_folder(study).codebook)
    if format is Format.TABLE:
        show_problems(problems, console=out())
    else:
        _list(problems, format)
    numbers = {severity: sum(one.severity is severity for one in problems) for severity in Severity}
    counts = ", ".join(counted(number, name) for name, number in numbers.items())
    (say if format is Format.TABLE else tell)(f"{counts}.")
    if numbers[Severity.ERROR]:
        raise typer.Exit(1)


def _list(problems: "Sequence[Problem]", format: Format) -> None:
    from qualcode.cli.listing import Column, show_listing

    columns = [Column(name) for name in ("severity", "file", "line", "place", "what", "try")]
    rows = [
        [one.severity.value, one.where.file, one.where.line, one.where.detail, one.what, one.fix] for one in problems
    ]
    show_listing(columns, rows, format=format)


@app.command("forms")
def forms(
    term: Annotated[str, typer.Argument(help="A term as you would write it in the codebook, or actor:name, set:name.")],
    role: Annotated[As, typer.Option("--as", help="As what it is inflected: topic is any part of speech.")] = As.TOPIC,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print every form that a term finds, and which of them belong to another word too."""
    from qualcode.cli.listing import Column, Kind, show_listing
    from qualcode.workflow.codebooks import term_forms

    found = term_forms(_codebook_of(study, term), term, role=role.value)
    if format is not Format.TABLE:
        columns = [Column(name) for name in ("term", "as", "form", "also")]
        rows = [[one.term, one.role, one.form, ", ".join(one.also)] for one in found]
    else:
        columns = [Column("term"), Column("as"), Column("forms", Kind.WIDE), Column("also", Kind.WIDE)]
        rows = [
            _term_row(term, role, list(forms))
            for (term, role), forms in groupby(found, lambda one: (one.term, one.role))
        ]
    show_listing(columns, rows, format=format)


def _term_row(term: str, role: str, found: "Sequence[WordForm]") -> list[str]:
    """A term with all its forms, and which of them belong to another word too."""
    doubles = [f"{one.form} is also a form of {', '.join(one.also)}" for one in found if one.also]
    return [term, role, ", ".join(one.form for one in found), "; ".join(doubles)]


def _codebook_of(study: Path | None, term: str) -> Path | None:
    """The codebook of the study, None where there is no study and the term needs none."""
    from qualcode.errors import QualcodeError

    try:
        return study_folder(study).codebook
    except QualcodeError:
        if study is not None or term.startswith(("set:", "actor:", "action:")):
            raise
        return None
