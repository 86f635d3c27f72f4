"""revise: a new version of a transcript."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import StudyOption, study_at


def revise(
    transcript: Annotated[str, typer.Argument(help="The id of the transcript.")],
    path: Annotated[Path, typer.Argument(help="The file with its new version, whatever it is called.")],
    study: StudyOption = None,
) -> None:
    """Store a new version of a transcript; decisions follow their words, and those that cannot wait for you."""
    from qualcode.cli.render import counted, say, show_problems
    from qualcode.workflow.revising import revise as take

    with study_at(study) as current:
        report = take(current, transcript, path)
    show_problems(report.problems)
    say(
        f"{transcript} is at version {report.revision}: {counted(report.same, 'sentence')} as before, "
        f"{report.new} new, {report.gone} gone."
    )
    if report.waiting:
        say(f"{counted(report.waiting, 'decision')} without words in it: qualcode decisions list --again")
    say("Next: qualcode code")
