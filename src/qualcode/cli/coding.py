"""code and table: from words to numbers."""

from typing import Annotated

import typer

from qualcode.cli.options import BasisOption, ByOption, Format, FormatOption, StudyOption, WhereOption, study_at
from qualcode.model.table import Basis, Level


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
    where: WhereOption = None,
    level: Annotated[
        Level | None, typer.Option("--level", help="Rows for themes only, or for codes too (csv and json have both).")
    ] = None,
    basis: BasisOption = Basis.ALL,
    mix_types: Annotated[
        bool, typer.Option("--mix-types", help="Add up respondents of different types in one column.")
    ] = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Print how many respondents speak of each theme, by a profile field, and how often.

    --by nationality,gender nests fields, --by nationality*gender crosses them, and two --by give two tables.
    """
    from qualcode.cli.theme_tables import show_tables
    from qualcode.workflow.selecting import Selection, parse_where
    from qualcode.workflow.tabulating import coded, default_fields, theme_table

    selection = Selection(parse_where(where or ()), basis)
    with study_at(study) as current:
        found = coded(current, selection)
        fields = by or default_fields(current, found.respondents)[:1]
        tables = [theme_table(current, field, found=found, mixed=mix_types) for field in fields]
    show_tables(tables, level=level, format=format, notes=found.notes)
