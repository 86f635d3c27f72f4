"""revise: a new version of a transcript, or a redacted one."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import StudyOption, study_at


def revise(
    transcript: Annotated[str, typer.Argument(help="The id of the transcript.")],
    path: Annotated[Path, typer.Argument(help="The file with its new version, whatever it is called.")],
    redact: Annotated[
        bool, typer.Option("--redact", help="Erase the old text everywhere in the study's folder, the original too.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --redact: do not ask.")] = False,
    study: StudyOption = None,
) -> None:
    """Store a new version of a transcript; decisions follow their words, and those that cannot wait for you."""
    from qualcode.cli.render import counted, say, show_problems, tell
    from qualcode.workflow.redacting import redact as erase
    from qualcode.workflow.revising import SameWordsError
    from qualcode.workflow.revising import revise as take

    if redact and not yes:
        typer.confirm(f"Erase the old text of {transcript} for good, its original file included?", abort=True)
    with study_at(study) as current:
        try:
            report = take(current, transcript, path)
        except SameWordsError:
            if not redact:
                raise
            report = None  # a redaction that was interrupted is brought to its end
        redaction = erase(current, transcript) if redact else None
    if report is not None:
        show_problems(report.problems)
        say(
            f"{transcript} is at version {report.revision}: {counted(report.same, 'sentence')} as before, "
            f"{report.new} new, {report.gone} gone."
        )
        if report.waiting:
            say(f"{counted(report.waiting, 'decision')} without words in it: qualcode decisions list --again")
    if redaction is not None:
        say(f"The old text is erased. Deleted: {', '.join(redaction.erased) or 'no file'}.")
        tell("Memos and summaries may repeat it: read them. Delete the file you were sent, and copies you gave out.")
        if redaction.look:
            tell(f"These exports may hold it: {', '.join(redaction.look)}")
    say("Next: qualcode code")
