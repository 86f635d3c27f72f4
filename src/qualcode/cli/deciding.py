"""decide, undo, redo, memo, log, decisions: a person's word on codings, from scripts."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_at

app = typer.Typer(
    help="List what people decided, or pass it on as a file.", no_args_is_help=True, rich_markup_mode=None
)
SegmentArgument = Annotated[str, typer.Argument(help="A sentence or neighbouring ones: KII_NGO_SRB_03:42-44.")]
CoderOption = Annotated[str, typer.Option("--coder", help="Who decides: a name or initials.")]
MemoOption = Annotated[str, typer.Option("--memo", help="Why, in a sentence.")]


class Judgement(StrEnum):
    """What can be decided about a coding."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"


def decide(
    action: Annotated[Judgement, typer.Argument(help="accept, reject or change a coding, or add a code.")],
    segment: SegmentArgument,
    code: Annotated[str, typer.Option("--code", help="The code that is decided on, or added.")],
    coder: CoderOption,
    to: Annotated[str, typer.Option("--to", help="change: the code it should have instead.")] = "",
    agent: Annotated[str, typer.Option("--agent", help="change, add: who did it, an actor of the codebook.")] = "",
    target: Annotated[str, typer.Option("--target", help="change, add: to whom it was done.")] = "",
    assertion: Annotated[
        str, typer.Option("--assertion", help="change, add: affirmed, negated, ceased or hypothetical.")
    ] = "",
    settle: Annotated[bool, typer.Option("--settle", help="Settle what people decided differently.")] = False,
    memo: MemoOption = "",
    study: StudyOption = None,
) -> None:
    """Decide about the codings with a code on a passage; every decision is kept and can be undone."""
    from qualcode.cli.render import counted, say
    from qualcode.model.decision import Action
    from qualcode.workflow.deciding import Verdict
    from qualcode.workflow.deciding import decide as judge

    changes = {"code": to, "agent": agent, "target": target, "assertion": assertion}
    verdict = Verdict(Action(action.value), code, changes, memo, settle)
    with study_at(study) as current:
        made = judge(current, segment, coder, verdict)
    say(f"{counted(len(made), 'decision')} kept: {action.value} {code} on {segment}, by {made[0].coder}.")


def undo(
    coder: CoderOption,
    decision: Annotated[str, typer.Argument(help="The id of a decision; the last one if none.")] = "",
    study: StudyOption = None,
) -> None:
    """Take back your last decision, or the one with this id."""
    from qualcode.analysis.ledger import segment
    from qualcode.cli.render import say
    from qualcode.workflow.desk import Desk

    with study_at(study) as current:
        undone = Desk(current, coder).undo(decision)
    say(f"Undone: {undone.action} {undone.code} on {segment(undone)}. qualcode redo --coder brings it back.")


def redo(coder: CoderOption, study: StudyOption = None) -> None:
    """Bring back what you undid last."""
    from qualcode.analysis.ledger import segment
    from qualcode.cli.render import say
    from qualcode.workflow.desk import Desk

    with study_at(study) as current:
        back = Desk(current, coder).redo()
    say(f"Back again: {back.action} {back.code} on {segment(back)}.")


def memo(
    segment: SegmentArgument,
    words: Annotated[str, typer.Argument(help="What you noticed.")],
    coder: CoderOption,
    code: Annotated[str, typer.Option("--code", help="The code there that it is about.")] = "",
    study: StudyOption = None,
) -> None:
    """Write a memo on a passage."""
    from qualcode.cli.render import say
    from qualcode.workflow.deciding import write_memo

    with study_at(study) as current:
        write_memo(current, segment, coder, words, code)
    say(f"Memo kept on {segment}.")


def log(format: FormatOption = Format.TABLE, study: StudyOption = None) -> None:
    """Print what was done to the study and when, ids and numbers only."""
    from qualcode.cli.listing import Column, Kind, show_listing

    with study_at(study) as current:
        rows = [
            [one.time, one.action, ", ".join(f"{name} {value}" for name, value in one.details.items())]
            for one in current.store.entries()
        ]
    show_listing((Column("time"), Column("action"), Column("details", Kind.WIDE)), rows, format=format)


@app.command("list")
def list_(
    again: Annotated[bool, typer.Option("--again", help="Only those to look at again, and why.")] = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print every decision, whether it stands, and why somebody should look again."""
    from qualcode.cli.listed import show_listed
    from qualcode.workflow.deciding import decisions_listing

    with study_at(study) as current:
        found = decisions_listing(current, only_again=again)
    show_listed(found, format=format)


@app.command("export")
def export(
    out: Annotated[Path, typer.Argument(help="The file to write: ANNA.jsonl.")],
    study: StudyOption = None,
) -> None:
    """Write every decision to one plain file, to be merged into another copy of the study."""
    from qualcode.cli.render import counted, say
    from qualcode.workflow.deciding import export_decisions

    with study_at(study) as current:
        number = export_decisions(current, out)
    say(f"Wrote {out}: {counted(number, 'decision')}. It holds respondents' words and is confidential.")


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(help="A file that qualcode decisions export wrote.")],
    study: StudyOption = None,
) -> None:
    """Add another person's decisions to the study; those it has already are not added twice."""
    from qualcode.cli.render import counted, say, tell
    from qualcode.workflow.deciding import import_decisions

    with study_at(study) as current:
        report = import_decisions(current, path)
    say(f"{counted(report.added, 'decision')} added, {report.known} known already.")
    if report.left_out:
        tell(f"{report.left_out} left out: they lie on words of respondents who have withdrawn.")
    if report.stranded:
        tell(f"{report.stranded} have lost their words and wait: qualcode decisions list --again")
