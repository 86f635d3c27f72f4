"""One code as several."""

from collections.abc import Sequence
from pathlib import Path

from qualcode.codebook.editing.adding import checked_name
from qualcode.codebook.editing.blocks import block_of, follows_gap
from qualcode.codebook.editing.book import Book, FoundCode, open_book
from qualcode.codebook.editing.document import Document, start_of
from qualcode.codebook.editing.edit import Edit
from qualcode.codebook.editing.wording import WIDTH, commented, shifted, spelled, wrapped
from qualcode.errors import MisuseError

_COPIED = ("definition", "use", "avoid", "perpetrator", "absence", "counts", "speakers", "sensitive")
"""What the new codes take over: what they mean, and how they are counted and published."""


def split(path: Path, code: str, into: Sequence[tuple[str, str]]) -> Edit:
    """The codebook with new codes, each an id and a name, behind a code that keeps its rules.

    The new ones mean what the old one means until a person says otherwise, and are for people only until a person gives
    them rules. Raises MisuseError where the code is unknown or a new id cannot be used.
    """
    book = open_book(path)
    found = book.code(code)
    names = _checked(book, into)
    listed, number = found.place()
    block = block_of(found.document, listed, number)
    gap = "\n" if follows_gap(found.document, block) else ""
    lines = "".join(gap + shifted(_lines(found, *pair), block.column) for pair in names)
    document = found.document.with_lines(block.end, lines)
    ids = ", ".join(name for name, _ in names)
    changed = book.with_document(_commented(document, found, ids))
    said = [
        f'New behind the code "{code}": {ids}. They have its definition, and people code them by hand.',
        f'All rules and examples stay with "{code}": move each to the code where it belongs, and remove '
        '"manual: true" there.',
        "Then write into each definition what sets it apart from the others.",
    ]
    return changed.edit(said)


def _checked(book: Book, into: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    if not into:
        raise MisuseError("no new code is named.", hint="give at least one id with its name")
    for name, _ in into:
        book.free_for_code(name)
        if sum(other == name for other, _ in into) > 1:
            raise MisuseError(f'two of the new codes would be called "{name}".', hint="choose another id")
    return [(name, checked_name(title, name)) for name, title in into]


def _lines(found: FoundCode, code: str, name: str) -> str:
    """A new code as lines, its dash at their begin."""
    width = WIDTH - found.column + 2
    lines = f"- id: {spelled(code)}\n  name: {wrapped(name, first=8, indent=4, width=width)}\n"
    return lines + "".join(_copied(found, key) for key in _COPIED if key in found.fields) + "  manual: true\n"


def _copied(found: FoundCode, key: str) -> str:
    """A key of the old code as it is written, without comments behind it."""
    field, document = found.fields[key], found.document
    written = document.between(start_of(field.key), document.field_end(field.key, field.value)).removesuffix("\n")
    first, newline, rest = written.partition("\n")
    return f"  {first}{newline}{shifted(rest, 2 - found.column)}\n"


def _commented(document: Document, found: FoundCode, ids: str) -> Document:
    """The file with a comment above the rules of the old code, or above all of it where it has none."""
    field = found.fields.get("rules")
    text = f"split into {ids}: move rules and examples to where they belong"
    at = document.line_start(start_of(field.key if field else found.node))
    column = len(document.text[at:]) - len(document.text[at:].lstrip(" "))
    return document.with_lines(at, commented(text, indent=column))
