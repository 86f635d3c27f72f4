"""review: deciding on a screen, or in Excel with export and import."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli.options import StudyOption, WhereOption, study_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text

    from qualcode.workflow.desk import Desk

app = typer.Typer(help="Review codings on a screen, or in Excel.", rich_markup_mode=None)


SampleOption = Annotated[str, typer.Option("--sample", help="A share of the turns, coded and uncoded: 20%.")]
GroupOption = Annotated[str, typer.Option("--by", help="With --sample: draw from each group of this profile field.")]
SeedOption = Annotated[int, typer.Option("--seed", help="With --sample: the same number draws the same turns.")]
BlindOption = Annotated[bool, typer.Option("--blind", help="Hide what rules and other people coded.")]
UnreviewedOption = Annotated[bool, typer.Option("--unreviewed", help="Only what nobody has decided on.")]
CodeOption = Annotated[str, typer.Option("--code", help="Only this code or theme.")]


@app.callback(invoke_without_command=True)
def review(
    context: typer.Context,
    coder: Annotated[str, typer.Option("--coder", help="Who reviews: a name or initials.")] = "",
    transcript: Annotated[str, typer.Option("--transcript", help="Begin with this transcript.")] = "",
    code: CodeOption = "",
    unreviewed: UnreviewedOption = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only what people differ about.")] = False,
    where: WhereOption = None,
    sample: SampleOption = "",
    by: GroupOption = "",
    seed: SeedOption = 1,
    blind: BlindOption = False,
    study: StudyOption = None,
) -> None:
    """Review on a screen: read, accept, reject, change, add; every decision is kept at once. ? shows the keys."""
    if context.invoked_subcommand is not None:
        return
    from qualcode.errors import MisuseError, QualcodeError
    from qualcode.tui import ReviewApp, focus_of
    from qualcode.workflow.desk import Desk
    from qualcode.workflow.reviewing import Given
    from qualcode.workflow.selecting import parse_where

    if not coder:
        raise MisuseError("review needs to know who decides.", hint="qualcode review --coder ANNA")
    given = Given(coder, blind, sample, by, seed, unreviewed=unreviewed, code=code, where=parse_where(where or ()))
    with study_at(study) as current:
        desk = Desk(current, coder, blind=blind)
        ids = desk.transcripts()
        if not ids:
            raise QualcodeError("there is no transcript to review.", hint="qualcode import transcripts")
        first = ids.index(desk.transcript(transcript).id) if transcript else 0
        focus = focus_of(desk, given, disputed=disputed)
        ReviewApp(desk, (*ids[first:], *ids[:first]), focus=focus, explain=_explain(desk)).run()


def _explain(desk: "Desk") -> "Callable[[str, int], Text]":
    """What `qualcode explain` says of a segment, for the screen."""
    from qualcode.cli.traces import explanation
    from qualcode.workflow.explaining import explain_segment

    return lambda segment, width: explanation(explain_segment(desk.study, segment, desk.codebook), width)


@app.command("export")
def export(
    out: Annotated[Path, typer.Argument(help="The workbook to write: review.xlsx.")],
    coder: Annotated[str, typer.Option("--coder", help="Who is to review: a name or initials.")],
    sample: SampleOption = "",
    by: GroupOption = "",
    seed: SeedOption = 1,
    blind: BlindOption = False,
    all_sentences: Annotated[bool, typer.Option("--all-sentences", help="Sentences without a coding too.")] = False,
    unreviewed: UnreviewedOption = False,
    code: CodeOption = "",
    where: WhereOption = None,
    transcript: Annotated[str, typer.Option("--transcript", help="Only this transcript.")] = "",
    study: StudyOption = None,
) -> None:
    """Write a sheet with passages, suggestions and room for decisions."""
    from qualcode.cli.render import counted, say
    from qualcode.workflow.reviewing import Given, export_review
    from qualcode.workflow.selecting import parse_where

    given = Given(coder, blind, sample, by, seed, all_sentences, unreviewed, code, transcript, parse_where(where or ()))
    with study_at(study) as current:
        rows = export_review(current, out, given)
    say(f"Wrote {out}: {counted(rows, 'row')}. It is confidential. Next: qualcode review import {out}")


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="The workbook, filled in.")],
    coder: Annotated[str, typer.Option("--coder", help="Who reviewed, if not the one it was written for.")] = "",
    study: StudyOption = None,
) -> None:
    """Read the decisions of a sheet back into the study."""
    from qualcode.cli.render import say, show_problems, tell
    from qualcode.workflow.reviewed import import_review

    with study_at(study) as current:
        report = import_review(current, path, coder=coder)
    show_problems(report.problems)
    names = {"accept": "accepted", "reject": "rejected", "change": "changed", "add": "added", "memo": "noted"}
    done = [f"{report.counts[name]} {word}" for name, word in names.items() if report.counts.get(name)]
    say(f"{report.coder}: {', '.join(done) or 'nothing new'}; {report.counts.get('known', 0)} as before.")
    for segment, idea in report.ideas:
        tell(f'Idea for a new code beside {segment}: "{idea}". qualcode codebook add-code takes it up.')
    if report.disputed:
        tell(f"{report.disputed} differ from what {report.coder} decided since: qualcode decisions list --again")
