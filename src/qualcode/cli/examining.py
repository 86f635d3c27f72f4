"""qualcode alone, and doctor: where a study stands, and whether the installation is sound."""

from pathlib import Path

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_at


def show_status(study: Path | None) -> None:
    """Where the study in this folder stands and what the next command is; without a study, how to begin."""
    from qualcode.cli.render import say
    from qualcode.errors import QualcodeError
    from qualcode.workflow.inspecting import status
    from qualcode.workflow.study import find_study

    try:
        find_study(study or Path())
    except QualcodeError:
        say("There is no study in this folder. To begin:")
        say("  qualcode demo              see the whole job on a sample study")
        say("  qualcode init my-study     make a study of your own")
        say("  qualcode --help            all commands")
        return
    with study_at(study) as current:
        found = status(current)
    say(found.name)
    say(
        f"  transcripts  {found.transcripts}"
        + (f", {len(found.waiting)} waiting for a decision" if found.waiting else "")
    )
    say(
        f"  respondents  {found.respondents}"
        + (f", {len(found.missing)} without a transcript" if found.missing else "")
    )
    say(f"  codebook     {found.codebook or 'has faults'}")
    say(f"  codings      {found.run.codings if found.run else 'none yet'}")
    say(f"Next: {found.next_command}   ({found.why})")


def doctor(format: FormatOption = Format.TABLE, study: StudyOption = None) -> None:
    """Check the installation, the language model and the study in this folder."""
    from qualcode.cli.render import show_listing
    from qualcode.errors import QualcodeError
    from qualcode.workflow.inspecting import diagnose
    from qualcode.workflow.study import find_study

    try:
        folder = find_study(study or Path())
    except QualcodeError:
        folder = None
    checks = diagnose(folder)
    rows = [["ok" if one.ok else "look", one.name, one.says, one.fix] for one in checks]
    show_listing(["", "what", "found", "try"], rows, format=format)
    if not all(one.ok for one in checks):
        raise typer.Exit(1)
