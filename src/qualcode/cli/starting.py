"""init, run and demo: from nothing to a study and its table."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import ByOption, InterpreterOption, SkipBadOption, VerboseOption


def init(
    study: Annotated[Path, typer.Argument(help="The new study's folder.")],
    name: Annotated[str, typer.Option("--name", help="The study's name.")] = "",
) -> None:
    """Make a new study: study.yaml with comments, a respondent list to fill in, a codebook to change."""
    from qualcode.cli.render import say
    from qualcode.workflow.creating import create_study

    create_study(study, name=name)
    say(f"The study {study.name} is ready. In it: study.yaml, respondents.xlsx, codebook/, transcripts/.")
    say("1. Put the transcripts into transcripts/ and fill in respondents.xlsx.")
    say(f'2. cd "{study}"' if " " in str(study) else f"2. cd {study}")
    say("3. qualcode import transcripts")


def run(
    transcripts: Annotated[Path, typer.Argument(help="A folder of transcripts, or one file.")],
    codebook: Annotated[Path, typer.Option("--codebook", help="The codebook: a YAML file or a folder of them.")],
    out: Annotated[Path, typer.Option("--out", help="What to write: .xlsx, .docx, .html, .csv or .jsonl.")],
    respondents: Annotated[
        Path | None, typer.Option("--respondents", help="The respondent list: .xlsx or .csv.")
    ] = None,
    study: Annotated[Path | None, typer.Option("--study", help="Keep the study in this folder.")] = None,
    settings: Annotated[Path | None, typer.Option("--settings", help="A study.yaml to go by.")] = None,
    by: ByOption = None,
    interpreter: InterpreterOption = None,
    skip_bad: SkipBadOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Import, code and export in one go."""
    from qualcode.cli.progress import Bar
    from qualcode.cli.results import show_run
    from qualcode.model.transcript import Interpreting
    from qualcode.workflow import demo as whole
    from qualcode.workflow.importing import ImportOptions

    voice = Interpreting(interpreter.value) if interpreter else None
    options = ImportOptions(skip_bad=skip_bad, interpreter=voice, copy=study is not None, replace=frozenset(["all"]))
    given = whole.RunInput(transcripts, codebook, respondents, settings)
    with Bar() as bar:
        report = whole.run(given, out, study=study, by=by or (), options=options, progress=bar)
    show_run(report, out, kept=study is not None, verbose=verbose)


def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the sample study.")] = Path("qualcode-demo"),
) -> None:
    """Run the whole job on the sample study that travels with qualcode."""
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import say
    from qualcode.cli.results import show_run
    from qualcode.workflow import demo as whole

    with Bar() as bar:
        report = whole.demo(folder, progress=bar)
    show_run(report, folder / "exports" / "themes.xlsx", kept=True, brief=True)
    say("")
    say(f"Now try: open the workbook; change a rule in {folder / 'codebook'}; then, in {folder}, run: qualcode code")
