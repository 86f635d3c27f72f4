"""quotes: the passages behind a number, and those that are picked for the report."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import BasisOption, Format, FormatOption, StudyOption, WhereOption, study_at
from qualcode.model.table import Basis

app = typer.Typer(help="Print the passages behind a number, and pick quotes for the report.", rich_markup_mode=None)
SegmentArgument = Annotated[str, typer.Argument(help="A sentence or neighbouring ones: KII_NGO_SRB_03:42-44.")]
SectionOption = Annotated[str, typer.Option("--section", help="The section of the report.")]


@app.callback(invoke_without_command=True)
def quotes(
    context: typer.Context,
    code: Annotated[str | None, typer.Option("--code", help="A code, or a theme for all its codes.")] = None,
    where: WhereOption = None,
    basis: BasisOption = Basis.ALL,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print the passages behind a number: verbatim, with who said it and where it stands."""
    if context.invoked_subcommand is not None:
        return
    from qualcode.cli.results import show_quotes
    from qualcode.errors import MisuseError
    from qualcode.workflow.selecting import Selection, parse_where
    from qualcode.workflow.tabulating import quotes as passages

    if code is None:
        raise MisuseError("quotes needs to know of what.", hint="qualcode quotes --code CODE, or quotes pick SEGMENT")
    selection = Selection(parse_where(where or ()), basis)
    with study_at(study) as current:
        found = passages(current, code, selection)
    show_quotes(found, code=code, format=format)


@app.command("pick")
def pick(
    segment: SegmentArgument,
    words: Annotated[
        str, typer.Option("--words", help="The passage as it is to stand: cuts as [...], additions in [brackets].")
    ] = "",
    label: Annotated[str, typer.Option("--label", help="A coarser label than the respondent's own.")] = "",
    section: SectionOption = "",
    code: Annotated[str, typer.Option("--code", help="The code it is quoted for.")] = "",
    memo: Annotated[str, typer.Option("--memo", help="A note for the team.")] = "",
    study: StudyOption = None,
) -> None:
    """Keep a passage of neighbouring sentences for the report, beside the words that were said."""
    from rich.markup import escape

    from qualcode.cli.render import out, say
    from qualcode.workflow.picking import Wording
    from qualcode.workflow.picking import pick as keep

    with study_at(study) as current:
        made = keep(current, segment, Wording(words, label, section, code, memo))
    out().print(f"[bold]{escape(made.words)}[/]", soft_wrap=not out().is_terminal)
    say(f"  {made.label}, {made.segment}")


@app.command("drop")
def drop(segment: SegmentArgument, section: SectionOption = "", study: StudyOption = None) -> None:
    """Take a picked passage back."""
    from qualcode.cli.render import say
    from qualcode.workflow.picking import drop as take_back

    with study_at(study) as current:
        take_back(current, segment, section)
    say(f"{segment} is no longer picked.")


@app.command("picked")
def picked(format: FormatOption = Format.TABLE, study: StudyOption = None) -> None:
    """Print the quotes that were picked for the report, by its sections."""
    from qualcode.analysis.picks import picked as listing
    from qualcode.cli.listed import show_listed
    from qualcode.workflow.coding import study_codebook
    from qualcode.workflow.picked import picks

    with study_at(study) as current:
        made = listing(picks(current), study_codebook(current)[0])
    show_listed(made, format=format)


@app.command("read")
def read(
    path: Annotated[Path, typer.Argument(help='A workbook whose column "For the report" names sections.')],
    study: StudyOption = None,
) -> None:
    """Pick the quotes for which a section is named in the workbook's sheet of quotes."""
    from qualcode.cli.render import counted, say
    from qualcode.workflow.picking import read_picks

    with study_at(study) as current:
        made = read_picks(current, path)
    say(f"{counted(len(made), 'quote')} picked from {path}.")
