"""Another id for a code or a theme."""

import re
from pathlib import Path

from qualcode.codebook.editing.book import Book, FoundCode, FoundTheme, check_id, open_book, unknown
from qualcode.codebook.editing.edit import Edit
from qualcode.codebook.editing.fields import with_field, with_text, with_value, with_words
from qualcode.codebook.editing.wording import one_line, spelled
from qualcode.errors import MisuseError


def rename(path: Path, old: str, new: str, name: str | None = None) -> Edit:
    """The codebook with the id `new` for the code or theme `old`, and with another name where one is given.

    A code keeps its old id under `formerly`, so that decisions by people follow it. Raises MisuseError where `old` is
    unknown or `new` cannot be used.
    """
    book = open_book(path)
    codes = {code.id for code in book.codes()}
    themes = {theme.id for theme in book.themes()}
    if name is not None and not one_line(name):
        raise MisuseError("the new name is empty.", hint="write a few words, or leave the name as it is")
    if old in themes and old not in codes:
        return _theme(book, old, new, name)
    if old not in codes:
        raise unknown("code or theme", old, codes | themes)
    return _code(book, old, new, name)


def remembering(book: Book, code: str, ids: list[str]) -> Book:
    """The codebook with `ids` among what the code was called before."""
    found = book.code(code)
    fields = found.fields
    known = found.value().formerly
    listed = [one for one in dict.fromkeys([*known, *ids]) if one != code]
    words = list(map(spelled, listed))
    if code in known:
        document = with_value(found.document, fields["formerly"], f"[{', '.join(words)}]")
    elif "formerly" in fields:
        document = with_words(found.document, fields["formerly"], words[len(known) :])
    else:
        document = with_field(
            found.document, found, "name" if "name" in fields else "id", f"formerly: [{', '.join(words)}]"
        )
    return book.with_document(document)


def _code(book: Book, old: str, new: str, name: str | None) -> Edit:
    found = book.code(old)
    _changed(old, new)
    book.free_for_code(new, own=old)
    changed = book.with_document(with_text(found.document, found, "id", new))
    changed = remembering(changed, new, [old])
    said = [f'The code "{old}" is called "{new}" now; decisions by people follow it.']
    if name is not None:
        changed = _named(changed, changed.code(new), one_line(name))
        said.append(f'Its name is "{one_line(name)}".')
    return changed.edit([*said, *_mentions(changed, old, changed.code(new))])


def _theme(book: Book, old: str, new: str, name: str | None) -> Edit:
    found = book.theme(old)
    _changed(old, new)
    check_id(new)
    if new in {theme.id for theme in book.themes()}:
        raise MisuseError(f'there is a theme "{new}" already.', where=found.document.name, hint="choose another id")
    changed = book.with_document(with_text(found.document, found, "id", new))
    said = [f'The theme "{old}" is called "{new}" now.']
    if name is not None:
        changed = _named(changed, changed.theme(new), one_line(name))
        said.append(f'Its name is "{one_line(name)}".')
    return changed.edit([*said, *_mentions(changed, old, None)])


def _changed(old: str, new: str) -> None:
    if old == new:
        raise MisuseError(f'"{old}" is its id already.', hint="give the new id second")


def _named(book: Book, found: FoundCode | FoundTheme, name: str) -> Book:
    if "name" in found.fields:
        return book.with_document(with_text(found.document, found, "name", name))
    return book.with_document(with_field(found.document, found, "id", f"name: {spelled(name)}"))


def _mentions(book: Book, old: str, renamed: FoundCode | None) -> list[str]:
    """Where texts and comments speak of the old id, which are a person's words and stay."""
    lines: list[str] = []
    own = renamed.fields["formerly"] if renamed else None
    for document in book.documents:
        skipped = range(0)
        if renamed and own and document.file == renamed.document.file:
            skipped = range(own.key.start_mark.index, document.field_end(own.key, own.value))
        for found in re.finditer(rf"(?<![\w.:-]){re.escape(old)}(?![\w-])", document.text):
            if found.start() not in skipped:
                lines.append(f"{document.name}, line {document.line_number(found.start())}")
    if not lines:
        return []
    return [f'Texts and comments that mention "{old}" are left as they are: {"; ".join(dict.fromkeys(lines))}.']
