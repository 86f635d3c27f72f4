"""code, table and quotes: from words to numbers and back."""

from typing import Annotated

import typer

from qualcode.cli.options import ByOption, Format, FormatOption, StudyOption, WhereOption, study_at


def code(
    watch: Annotated[
        bool, typer.Option("--watch", help="Code again whenever the codebook is saved, until Ctrl-C.")
    ] = False,
    afresh: Annotated[bool, typer.Option("--afresh", help="Code everything again, also what has not changed.")] = False,
    parse_all: Annotated[
        bool, typer.Option("--parse-all", help="Parse every sentence: the same codings, only slower, to check that.")
    ] = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Apply the codebook to every transcript and say what changed since the last time."""
    if watch:
        from qualcode.cli.watching import watch_study

        watch_study(study, format=format)
        return
    from qualcode.cli.progress import Bar
    from qualcode.cli.results import show_code
    from qualcode.workflow.coding import CodeOptions, code_study

    options = CodeOptions(afresh=afresh or parse_all, parse_all=parse_all)
    with study_at(study) as current, Bar() as bar:
        report = code_study(current, options=options, progress=bar)
    show_code(report, format=format)


def table(
    by: ByOption = None,
    codes: Annotated[
        bool | None,
        typer.Option("--codes/--themes", help="Rows for codes too, or for themes only (csv and json have both)."),
    ] = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print how many respondents speak of each theme, by a profile field, and how often."""
    from qualcode.cli.results import show_tables
    from qualcode.workflow.tabulating import coded, default_fields, theme_table

    with study_at(study) as current:
        found = coded(current)
        fields = by or default_fields(current, found.respondents)[:1]
        tables = [theme_table(current, field, found=found) for field in fields]
    show_tables(tables, codes=codes, format=format, notes=found.notes)


def quotes(
    code: Annotated[str, typer.Option("--code", help="A code, or a theme for all its codes.")],
    where: WhereOption = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print the passages behind a number: verbatim, with who said it and where it stands."""
    from qualcode.cli.results import show_quotes
    from qualcode.workflow.tabulating import parse_where
    from qualcode.workflow.tabulating import quotes as passages

    conditions = parse_where(where or ())
    with study_at(study) as current:
        found = passages(current, code, conditions)
    show_quotes(found, code=code, format=format)
