"""The application: which commands there are, and what `qualcode` alone says."""

from collections.abc import Sequence
from typing import Annotated

import typer

from qualcode.cli import (
    agreeing,
    checking,
    codebook,
    codebook_edits,
    coding,
    deciding,
    disclosing,
    examining,
    explaining,
    exporting,
    importing,
    listings,
    plotting,
    quoting,
    reviewing,
    revising,
    routes,
    signing,
    starting,
    summaries,
)
from qualcode.cli.options import StudyOption

app = typer.Typer(
    name="qualcode",
    help="Codes interviews with a YAML codebook and exports theme tables by respondent profile to Excel.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def qualcode(
    context: typer.Context,
    study: StudyOption = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001
) -> None:
    """Code interviews with a YAML codebook. Alone: where the study in this folder stands, and what comes next."""
    if version:
        from importlib.metadata import PackageNotFoundError
        from importlib.metadata import version as installed

        try:
            typer.echo(f"qualcode {installed('qualcode')}")
        except PackageNotFoundError:
            typer.echo("qualcode, run from its source and not installed")
    elif context.invoked_subcommand is None:
        examining.show_status(study)


app.command("demo")(starting.demo)
app.command("init")(starting.init)
app.command("run")(starting.run)
app.command("import")(importing.import_)
app.command("respondents")(importing.respondents)
app.command("transcripts")(importing.transcripts)
app.command("speakers")(importing.speakers)
app.add_typer(codebook.app, name="codebook")
codebook.app.command("test")(checking.try_examples)
codebook.app.command("diff")(checking.diff)
for name, change in (
    ("rename", codebook_edits.rename),
    ("merge", codebook_edits.merge),
    ("split", codebook_edits.split),
    ("move", codebook_edits.move),
    ("add-code", codebook_edits.add_code),
    ("add-term", codebook_edits.add_term),
):
    codebook.app.command(name)(change)
app.command("code")(coding.code)
app.command("decide")(deciding.decide)
app.command("undo")(deciding.undo)
app.command("redo")(deciding.redo)
app.command("memo")(deciding.memo)
app.add_typer(deciding.app, name="decisions")
app.add_typer(reviewing.app, name="review")
app.command("log")(deciding.log)
app.command("revise")(revising.revise)
app.command("sign-off")(signing.sign_off)
app.command("changes")(signing.changes)
app.command("agreement")(agreeing.agreement)
app.command("explain")(explaining.explain)
app.command("table")(coding.table)
app.add_typer(quoting.app, name="quotes")
listings.register(app)
app.add_typer(summaries.app, name="summaries")
app.command("routes")(routes.routes)
app.command("plot")(plotting.plot)
app.command("disclosure")(disclosing.disclosure)
app.command("export")(exporting.export)
app.command("doctor")(examining.doctor)


def show_help(words: Sequence[str]) -> None:
    """Prints the help of the command that `words` name and leaves.

    Reading any other option first makes typer load pydantic, which takes longer than all the rest.
    """
    command, names = typer.main.get_command(app), ["qualcode"]
    for word in words:
        child = getattr(command, "commands", {}).get(word)
        if child is None:
            break
        command, names = child, [*names, word]
    command.main(["--help"], prog_name=" ".join(names))
