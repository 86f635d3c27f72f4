"""sign-off and changes: a state of the study that others may rely on, and what differs from it since."""

from typing import Annotated

import typer

from qualcode.cli.options import Format, FormatOption, StudyOption, study_at


def sign_off(
    name: Annotated[str, typer.Argument(help="A name for this state: report-1.")],
    coder: Annotated[str, typer.Option("--coder", help="Who signs off: a name or initials.")],
    study: StudyOption = None,
) -> None:
    """Freeze the codebook, the decisions, the profiles and what is counted, with what stayed open."""
    from qualcode.cli.render import counted, say
    from qualcode.workflow.signing import sign_off as sign

    with study_at(study) as current:
        made = sign(current, name, coder)
    say(f"{name} is signed off by {made.coder}: {counted(len(made.decisions), 'decision')}.")
    say(f"It stayed open: {counted(made.unreviewed, 'coding')} not reviewed, {made.disputed} of them disputed.")
    say(f"Later: qualcode changes --since {name}, or qualcode export themes.xlsx --signed {name}")


def changes(
    since: Annotated[str, typer.Option("--since", help="The name that was signed off.")],
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print what differs from what was signed off: who counts now and did not, who did and does not, and why."""
    from qualcode.cli.listed import show_listed
    from qualcode.workflow.signing import changes_since

    with study_at(study) as current:
        found = changes_since(current, since)
    show_listed(found, format=format)
