"""export: the workbook, the quotes as a document, the codings as a table; for the study or for publication."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import (
    BasisOption,
    ByOption,
    MergeOption,
    ReleaseOption,
    StudyOption,
    UnreviewedOption,
    WhereOption,
    study_at,
)
from qualcode.model.table import Basis


def export(
    out: Annotated[Path | None, typer.Argument(help="What to write: OUT.xlsx, .docx, .html, .csv or .jsonl.")] = None,
    by: ByOption = None,
    where: WhereOption = None,
    basis: BasisOption = Basis.ALL,
    tables: Annotated[Path | None, typer.Option("--tables", help="A folder for every table as a csv file.")] = None,
    release: ReleaseOption = False,
    include_unreviewed: UnreviewedOption = False,
    merge_small: MergeOption = False,
    signed: Annotated[str, typer.Option("--signed", help="The state that was signed off under this name.")] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a workbook or document although a person has changed it.")
    ] = False,
    study: StudyOption = None,
) -> None:
    """Write the workbook, the quotes by theme, a page to read and filter, the codings, or every table as csv."""
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import counted, say, tell
    from qualcode.errors import MisuseError
    from qualcode.workflow.exporting import ExportOptions, export_study, export_tables
    from qualcode.workflow.publishing import Terms
    from qualcode.workflow.selecting import Selection, parse_where

    if out is None and tables is None:
        raise MisuseError("export needs to know what to write.", hint="qualcode export exports/themes.xlsx")
    if (include_unreviewed or merge_small) and not release:
        option = "--include-unreviewed" if include_unreviewed else "--merge-small"
        raise MisuseError(f"{option} is about a release.", hint="add --release, or leave it out")
    if release and signed:
        raise MisuseError("a release is judged on the study as it is.", hint="leave out --signed or --release")
    terms = Terms(include_unreviewed, merge_small) if release else None
    options = ExportOptions(by or (), Selection(parse_where(where or ()), basis), terms, signed, overwrite)
    if tables is not None:
        with study_at(study) as current:
            written = export_tables(current, tables, options=options)
        what = "Read them once more before they go out." if release else "They are confidential."
        say(f"Wrote {counted(len(written), 'table')} to {tables}. {what}")
    if out is None:
        return
    with study_at(study) as current, Bar() as bar:
        report = export_study(current, out, options=options, progress=bar)
    for note in report.notes:
        tell(f"Note: {note}")
    if release:
        say(f"Wrote {out}: {counted(len(report.segments), 'quote')}. {report.published}")
        say("Read it once more before it goes out: what people say of themselves is in their words.")
        return
    say(
        f"Wrote {out}: {counted(len(report.segments), 'coding')} of {counted(len(report.respondents), 'respondent')}. "
        "It is confidential."
    )
