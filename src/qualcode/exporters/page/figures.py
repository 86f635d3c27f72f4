"""Numbers that lead to the words behind them."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from qualcode.exporters.texts import visible


class Figures:
    """Every number of a page that rests on codings, each with a number of its own that its button names."""

    def __init__(self) -> None:
        self.packed: list[str] = []
        """For each figure its codings, as `packed` writes them."""

    def html(self, words: str, codings: Iterable[int]) -> str:
        """`words` as a button, or as they are where no coding stands behind them."""
        positions = packed(codings)
        if not positions:
            return text(words)
        self.packed.append(positions)
        return f'<button type="button" class="number" data-figure="{len(self.packed) - 1}">{text(words)}</button>'


def packed(positions: Iterable[int]) -> str:
    """Positions in order, runs of neighbours by their ends: "0-3 8"; "" for none."""
    runs = groupby(enumerate(sorted(set(positions))), key=lambda numbered: numbered[1] - numbered[0])
    return " ".join(_run([position for _, position in run]) for _, run in runs)


def _run(positions: list[int]) -> str:
    first, last = positions[0], positions[-1]
    return f"{first}" if first == last else f"{first}-{last}"


def text(words: str) -> str:
    """Words as HTML shows them, whatever they look like."""
    return escape(visible(words))


def notes(lines: Iterable[str]) -> str:
    """Lines that stand under a table, each once."""
    items = "".join(f"<li>{text(line)}</li>" for line in dict.fromkeys(lines))
    return f'<ul class="notes">{items}</ul>' if items else ""
