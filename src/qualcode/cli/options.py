"""Options that several commands share, declared once."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.model.table import Basis

if TYPE_CHECKING:
    from qualcode.workflow.study import Study, StudyFolder


class Format(StrEnum):
    """How a listing is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Voice(StrEnum):
    """What an interpreter's turns are."""

    VOICE = "voice"
    ASIDE = "aside"


StudyOption = Annotated[
    Path | None, typer.Option("--study", help="The study's folder; the folder you are in where nothing is said.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the listing.")]
ByOption = Annotated[
    list[str] | None,
    typer.Option("--by", help="Profile field for the columns, several nested as a,b; may be repeated."),
]
WhereOption = Annotated[
    list[str] | None, typer.Option("--where", help="Only respondents with this value: nationality=Syria.")
]
BasisOption = Annotated[
    Basis, typer.Option("--basis", help="Count all codings, those a person has reviewed, or those people made.")
]
ReleaseOption = Annotated[bool, typer.Option("--release", help="Only what may be published: see docs/workbook.md.")]
UnreviewedOption = Annotated[
    bool, typer.Option("--include-unreviewed", help="With --release: also codings that nobody has reviewed.")
]
MergeOption = Annotated[bool, typer.Option("--merge-small", help='Small profile groups together as "other".')]
CodebookOption = Annotated[
    Path | None, typer.Option("--codebook", help="A YAML file or a folder; the study's codebook if none.")
]
SkipBadOption = Annotated[
    bool, typer.Option("--skip-bad", help="Import the good files of a batch and report the others.")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", help="Show every note on what was mapped, dropped or left out.")
]
InterpreterOption = Annotated[
    Voice | None, typer.Option("--interpreter", help="What interpreters say: the respondent's voice, or an aside.")
]


@contextmanager
def study_at(path: Path | None) -> Iterator["Study"]:
    """The study that `--study` names, or the one around the current folder."""
    from qualcode.workflow.study import opened

    with opened(study_folder(path)) as study:
        yield study


def study_folder(path: Path | None) -> "StudyFolder":
    """Where the study is that `--study` names, or the one around the current folder; QualcodeError for none."""
    from qualcode.errors import QualcodeError
    from qualcode.workflow.study import find_study

    found = find_study(path or Path())
    if path is not None and found.path != path.resolve():  # never another study than the one that was asked for
        raise QualcodeError(
            "there is no study in this folder (no study.yaml).",
            where=str(path),
            hint=f"check its spelling, or make it with qualcode init {path}",
        )
    return found
