"""A sentence that a code gained or lost, with where it stands."""

from rich.markup import escape

from qualcode.cli.listing import folded
from qualcode.cli.render import out


def show_excerpt(sign: str, text: str, about: str) -> None:
    """The sentence behind its sign, and beneath it what there is to say about it."""
    console = out()
    for number, line in enumerate(folded(text, console.width, indent=4)):
        console.print(f"  {sign if number == 0 else ' '} {escape(line.strip())}", soft_wrap=True)
    for line in folded(about, console.width, indent=4):
        console.print(f"[dim]{escape(line)}[/]", soft_wrap=True)


def show_more(sign: str, number: int, how: str = "") -> None:
    """That there are more, and how to see them."""
    out().print(f"  {sign} [dim]and {number} more{how}[/]", soft_wrap=True)
