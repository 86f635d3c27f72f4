"""codebook test and codebook diff: whether a codebook finds what it says, and how it differs from another."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import CodebookOption, Format, FormatOption, StudyOption, study_at, study_folder


def try_examples(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Codes, themes, words of an example, or a codebook's .yaml file; everything if none."),
    ] = None,
    codebook: CodebookOption = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Try every example, which must have its code, and every counterexample, which must not."""
    from qualcode.cli.progress import Bar
    from qualcode.cli.trials import show_trials
    from qualcode.workflow.testing import try_codebook

    files = [Path(name) for name in names or () if name.lower().endswith((".yaml", ".yml"))]
    chosen = codebook or next(iter(files), None)
    with Bar() as bar:
        words = [name for name in names or () if Path(name) not in files]
        report = try_codebook(chosen or study_folder(study).codebook, words, progress=bar)
    show_trials(report, format=format, codebook=chosen)
    if report.failed:
        raise typer.Exit(1)


def diff(
    old: Annotated[Path, typer.Argument(help="The codebook as it was: a YAML file or a folder.")],
    new: Annotated[Path | None, typer.Argument(help="The codebook as it is; the study's if none.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show every sentence gained and lost.")] = False,
    format: FormatOption = Format.TABLE,
    study: Annotated[
        Path | None, typer.Option("--study", help="A study in which both are tried, in memory; nothing is stored.")
    ] = None,
) -> None:
    """Compare two codebooks, and with --study what each finds there."""
    from qualcode.cli.differences import show_comparison
    from qualcode.cli.progress import Bar
    from qualcode.workflow.comparing import compare

    with ExitStack() as stack:
        bar = stack.enter_context(Bar())
        current = stack.enter_context(study_at(study)) if study is not None else None
        found = compare(old, new or study_folder(study).codebook, study=current, progress=bar)
    show_comparison(found, format=format, verbose=verbose)
