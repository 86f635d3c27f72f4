"""disclosure: what could be published of a study without making anybody easier to find."""

from typing import Annotated

import typer

from qualcode.cli.options import ByOption, Format, FormatOption, MergeOption, StudyOption, WhereOption, study_at


def disclosure(
    by: ByOption = None,
    labels: Annotated[
        bool, typer.Option("--labels", help="Judge the labels under quotes instead of the numbers in tables.")
    ] = False,
    where: WhereOption = None,
    merge_small: MergeOption = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Judge what could be published: numbers too small to tell, numbers that would tell them, labels too few share."""
    from qualcode.cli.listed import show_listed
    from qualcode.workflow.disclosure import judge_labels, judge_numbers
    from qualcode.workflow.selecting import Selection, parse_where

    selection = Selection(parse_where(where or ()))
    with study_at(study) as current:
        made = judge_labels(current) if labels else judge_numbers(current, by or (), selection, merge=merge_small)
    show_listed(made, format=format)
