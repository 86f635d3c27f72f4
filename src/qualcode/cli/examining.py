"""qualcode alone, and doctor: where a study stands, and whether the installation is sound."""

from pathlib import Path

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_at, study_folder


def show_status(study: Path | None) -> None:
    """Where the study in this folder stands and what the next command is; without a study, how to begin."""
    from qualcode.cli.render import say
    from qualcode.errors import QualcodeError
    from qualcode.workflow.inspecting import status

    try:
        study_folder(study)
    except QualcodeError:
        if study is not None:
            raise
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
    from qualcode.cli.listing import Column, Kind, show_listing
    from qualcode.errors import QualcodeError
    from qualcode.workflow.inspecting import diagnose

    try:
        folder = study_folder(study)
    except QualcodeError:
        if study is not None:
            raise
        folder = None
    checks = diagnose(folder)
    rows = [["ok" if one.ok else "look", one.name, one.says, one.fix] for one in checks]
    columns = (Column("state", heading=""), Column("what"), Column("found", Kind.WIDE), Column("try", Kind.WIDE))
    show_listing(columns, rows, format=format)
    if not all(one.ok for one in checks):
        raise typer.Exit(1)
