"""codebook rename, merge, split, move, add-code and add-term: changes that keep comments and carry decisions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli.options import StudyOption, study_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcode.codebook.editing import Edit

CodeArgument = Annotated[str, typer.Argument(help="The id of a code.")]
CoderOption = Annotated[str, typer.Option("--coder", help="Who changes it: a name or initials.")]


def rename(
    old: CodeArgument,
    new: Annotated[str, typer.Argument(help="Its new id.")],
    coder: CoderOption,
    name: Annotated[str | None, typer.Option("--name", help="Its new name.")] = None,
    study: StudyOption = None,
) -> None:
    """Give a code or theme another id; decisions follow."""
    from qualcode.codebook import editing

    _change(study, lambda path: editing.rename(path, old, new, name), "rename", coder, f"{old} to {new}")


def merge(
    codes: Annotated[list[str], typer.Argument(help="The codes that go into another.")],
    into: Annotated[str, typer.Option("--into", help="The code that takes them in.")],
    coder: CoderOption,
    study: StudyOption = None,
) -> None:
    """Make one code of several; decisions follow."""
    from qualcode.codebook import editing

    what = f"{', '.join(codes)} into {into}"
    _change(study, lambda path: editing.merge(path, codes, into), "merge", coder, what)


def split(
    code: CodeArgument,
    into: Annotated[list[str], typer.Option("--into", help='A new code: ID, or "ID=Its name"; say it for each.')],
    coder: CoderOption,
    study: StudyOption = None,
) -> None:
    """Put new codes beside a code; its decided passages are to be looked at again with decide change."""
    from qualcode.codebook import editing

    named = [(id_.strip(), title.strip() or id_.strip()) for id_, _, title in (one.partition("=") for one in into)]
    what = f"{code} into {', '.join(id_ for id_, _ in named)}"
    _change(study, lambda path: editing.split(path, code, named), "split", coder, what, code=code)


def move(
    code: CodeArgument,
    theme: Annotated[str, typer.Argument(help="The id of the theme it goes to.")],
    coder: CoderOption,
    study: StudyOption = None,
) -> None:
    """Move a code to another theme."""
    from qualcode.codebook import editing

    _change(study, lambda path: editing.move(path, code, theme), "move", coder, f"{code} to {theme}")


def add_code(
    theme: Annotated[str, typer.Argument(help="The id of the theme it belongs to.")],
    code: Annotated[str, typer.Argument(help="The id of the new code.")],
    name: Annotated[str, typer.Option("--name", help="Its name.")],
    definition: Annotated[str, typer.Option("--definition", help="What it means.")],
    coder: CoderOption,
    study: StudyOption = None,
) -> None:
    """Add a code that people code by hand."""
    from qualcode.codebook import editing

    what = f"{code} in {theme}"
    _change(study, lambda path: editing.add_code(path, theme, code, name, definition), "add-code", coder, what)


def add_term(
    code: CodeArgument,
    term: Annotated[str, typer.Argument(help="A term as a codebook writes it.")],
    coder: CoderOption,
    study: StudyOption = None,
) -> None:
    """Take a term up in a code's rules."""
    from qualcode.codebook import editing

    _change(study, lambda path: editing.add_term(path, code, term), "add-term", coder, code)


def _change(
    study: Path | None, plan: "Callable[[Path], Edit]", action: str, coder: str, what: str, **also: str
) -> None:
    from qualcode.cli.render import say
    from qualcode.workflow.desk import checked_coder
    from qualcode.workflow.editing import apply

    with study_at(study) as current:
        edit = plan(current.folder.codebook)
        sentences = apply(current, edit, action, coder=checked_coder(coder), what=what, **also)
    for sentence in sentences:
        say(sentence)
    say("Next: qualcode code")
