"""agreement: how far coders agree on what they coded blind."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_at

if TYPE_CHECKING:
    from qualcode.workflow.agreeing import Agreement


class Unit(StrEnum):
    """What is compared."""

    SENTENCE = "sentence"
    TURN = "turn"


class By(StrEnum):
    """Whether codes or themes are compared."""

    CODE = "code"
    THEME = "theme"


_FIGURES = ("percent", "cohen", "fleiss", "alpha", "gwet", "prevalence", "precision", "recall", "f1")


def agreement(
    coders: Annotated[str, typer.Option("--coders", help="Two or more, with commas; rules is one: ANNA,BEN,rules.")],
    unit: Annotated[Unit, typer.Option("--unit", help="Compare sentences, or whole turns.")] = Unit.SENTENCE,
    level: Annotated[By, typer.Option("--level", help="Compare codes, or only their themes.")] = By.CODE,
    reference: Annotated[str, typer.Option("--reference", help="The coder against whom the others are held.")] = "",
    disagreements: Annotated[bool, typer.Option("--disagreements", help="List the passages they differ on.")] = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print how far coders agree on what all of them were given blind, before anything was settled."""
    from qualcode.workflow.agreeing import agreement as measure

    names = [one.strip() for one in coders.split(",") if one.strip()]
    with study_at(study) as current:
        found = measure(current, names, unit=unit.value, level=level.value, reference=reference)
    if disagreements:
        _show_passages(found, format)
    else:
        _show_figures(found, format)


def _show_figures(found: "Agreement", format: Format) -> None:
    from qualcode.cli.listing import Column, Kind, show_listing
    from qualcode.cli.render import tell

    chosen = [one for one in _FIGURES if found.reference or one not in ("precision", "recall", "f1")]
    chosen = [one for one in chosen if one != "cohen" or len(found.coders) == 2]
    columns = [Column("code", Kind.WIDE), *(Column(one, Kind.NUMBER) for one in ("units", *chosen))]
    rows = [
        [row.code or "all together", row.units, *(_shown(getattr(row, one), format) for one in chosen)]
        for row in found.rows
    ]
    kind = "Validation of the rules" if found.validation else "Reliability"
    show_listing(columns, rows, format=format, title=f"{kind}: {', '.join(found.coders)}")
    if format is Format.TABLE:
        tell("Note: only what all were given blind, as first decided. docs/agreement.md says what each figure means.")


def _shown(value: float | None, format: Format) -> float | str | None:
    if format is Format.JSON:
        return value
    return "undefined" if value is None else f"{round(value, 3) + 0.0:.3f}"  # never -0.000


def _show_passages(found: "Agreement", format: Format) -> None:
    from qualcode.cli.listing import Column, Kind, show_listing

    columns = [Column("segment"), *(Column(one, Kind.WIDE) for one in found.coders), Column("words", Kind.WIDE)]
    rows = [
        [one.segment, *("; ".join(codes) or "none" for codes in one.codes), one.words] for one in found.disagreements
    ]
    show_listing(columns, rows, format=format, title=f"{len(rows)} passages on which coders differ")
