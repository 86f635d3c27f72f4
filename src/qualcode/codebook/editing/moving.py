"""A code in another theme."""

from pathlib import Path

from qualcode.codebook.editing.adding import at_end, refuse_brackets
from qualcode.codebook.editing.blocks import block_of, lines_of, without
from qualcode.codebook.editing.book import Book, FoundCode, open_book
from qualcode.codebook.editing.edit import Edit
from qualcode.errors import MisuseError


def move(path: Path, code: str, theme: str) -> Edit:
    """The codebook with a code, and the comments about it, at the end of another theme.

    Raises MisuseError where one of the two is unknown or the code is there already.
    """
    book = open_book(path)
    found, target = book.code(code), book.theme(theme)
    if found.theme.id == theme:
        raise MisuseError(f'the code "{code}" is in the theme "{theme}" already.', hint="name another theme")
    refuse_brackets(target)
    listed, number = found.place()
    lines = lines_of(found.document, block_of(found.document, listed, number))
    book = removed(book, found)
    changed = at_end(book, book.theme(theme), lines)
    said = [f'The code "{code}" stands at the end of the theme "{theme}" and no longer in "{found.theme.id}".']
    if target.document.file != found.document.file:
        said.append(f"It moved from {found.document.name} to {target.document.name}.")
    if len(listed.value) == 1:
        said.append(f'The theme "{found.theme.id}" has no codes any more.')
    return changed.edit(said)


def removed(book: Book, code: FoundCode) -> Book:
    """The codebook without a code and the comments about it."""
    listed, number = code.place()
    return book.with_document(without(code.document, block_of(code.document, listed, number)))
