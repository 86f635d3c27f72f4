"""Several codes as one."""

from collections.abc import Sequence
from pathlib import Path

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcode.codebook.editing.adding import refound
from qualcode.codebook.editing.blocks import Piece, block_of, pieces_of
from qualcode.codebook.editing.book import Book, Field, FoundCode, open_book
from qualcode.codebook.editing.document import Document, start_of
from qualcode.codebook.editing.edit import Edit
from qualcode.codebook.editing.fields import comments_of, with_comment, with_field, with_pieces
from qualcode.codebook.editing.moving import removed
from qualcode.codebook.editing.renaming import remembering
from qualcode.codebook.editing.wording import commented
from qualcode.codebook.nodes import Reading
from qualcode.codebook.rules import made_id, read_rule
from qualcode.codebook.themes import CODE_KEYS
from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.codebook import Code

_ALWAYS = ("absence", "counts", "speakers", "sensitive")
"""What decides how any coding is counted or published."""
_OF_RULES = ("perpetrator", "unless")
"""What decides only what rules find."""
_LISTS = ("examples", "counterexamples", "rules")


def merge(path: Path, sources: Sequence[str], into: str) -> Edit:
    """The codebook with the rules and examples of the codes `sources` in the code `into`, and without these codes.

    What they meant is kept as a comment, and their ids as former ones of `into`, so that decisions by people follow.
    Raises MisuseError where a code is unknown, QualcodeError where two of them count or find in different ways.
    """
    book = open_book(path)
    names = list(dict.fromkeys(sources))
    if not names:
        raise MisuseError("no code to merge is named.", hint="name the codes that are to become one")
    if into in names:
        raise MisuseError(f'the code "{into}" cannot be merged into itself.', hint="leave it out of the first codes")
    target = book.code(into)
    for name in names:
        _refuse_unlike(book.code(name), target)
    said: list[str] = []
    for name in names:
        source = book.code(name)
        said += _said(source, book.code(into))
        book = _merged(book, source, into)
    return book.edit(
        [*said, f'Decisions by people on {", ".join(names)} follow to "{into}".', *_clashes(book.code(into))]
    )


def _refuse_unlike(source: FoundCode, target: FoundCode) -> None:
    for code in (source, target):
        code.place()
        for key, field in code.fields.items():
            if key not in CODE_KEYS:
                raise QualcodeError(
                    f'the code "{code.id}" has the unknown key "{key}", which would be lost.',
                    where=f"{code.document.name}, line {code.document.line_number(start_of(field.key))}",
                    hint="qualcode codebook lint",
                )
    one, other = source.value(), target.value()
    both_have_rules = bool(one.rules) and bool(other.rules)
    for key in (*_ALWAYS, *_OF_RULES):
        needed = key in _ALWAYS or both_have_rules or (bool(one.rules) and bool(_plain(one, key)))
        if needed and _plain(one, key) != _plain(other, key):
            way = 'move it into the "unless" of each rule' if key == "unless" else f'give both the same "{key}"'
            raise QualcodeError(
                f'the codes "{one.id}" and "{other.id}" differ in "{key}", so that one of them would change what it '
                "counts or finds.",
                where=f"{source.document.name}, line {one.line}",
                hint=f"{way}, and try again",
            )


def _plain(code: Code, key: str) -> object:
    if key == "unless":
        terms = frozenset(term.notation for term in code.unless.terms)
        return (terms, code.unless.scope) if terms else ()
    found = getattr(code, key)
    return frozenset(found) if isinstance(found, tuple) else found


def _merged(book: Book, source: FoundCode, into: str) -> Book:
    """The codebook with one code in another."""
    target, document = book.code(into), source.document
    moved: list[tuple[int, int]] = []
    changed = target.document
    if target.value().manual and source.value().rules:
        changed = _ready_for_rules(target)
    for key in _LISTS:
        if key in source.fields:
            field = source.fields[key]
            pieces = pieces_of(document, field.value, document.column(start_of(field.key)))
            moved += [(piece.start, piece.end) for piece in pieces]
            changed = _with_list(changed, target, key, _unknown_pieces(document, pieces, refound(changed, target), key))
    comments = _definition(source, target.column) + _left(source, moved, target.column)
    after = "definition" if "definition" in target.fields else "id"
    changed = with_comment(changed, refound(changed, target), after, comments)
    book = book.with_document(changed)
    book = removed(book, book.code(source.id))
    return remembering(book, into, [source.id, *source.value().formerly])


def _with_list(document: Document, target: FoundCode, key: str, pieces: list[str]) -> Document:
    """The file with more entries in a list of a code."""
    if not pieces:
        return document
    code = refound(document, target)
    if key not in code.fields:
        document = with_field(document, code, "", f"{key}: []")
        code = refound(document, target)
    return with_pieces(document, code.fields[key], pieces)


def _unknown_pieces(document: Document, pieces: Sequence[Piece], target: FoundCode, key: str) -> list[str]:
    """The entries that `target` does not have, as lines; of those it has, only the comments."""
    listed = _entries(target.fields.get(key))
    known = {_meaning(node, key) for node in listed}
    found: list[str] = []
    for piece in pieces:
        meaning = _meaning(piece.node, key) if piece.node is not None else None
        lines = comments_of(document, piece) if meaning is not None and meaning in known else piece.lines
        if lines:
            found.append(lines)
        known.add(meaning)
    return found


def _entries(field: Field | None) -> list[Node]:
    if field is None:
        return []
    return list(field.value.value) if isinstance(field.value, SequenceNode) else [field.value]


def _meaning(node: Node | None, key: str) -> str | None:
    """What two entries have in common that say the same; None for one that cannot be told."""
    if key != "rules":
        return str(node.value).strip() if isinstance(node, ScalarNode) else None
    rule = read_rule(Reading(""), node, "") if isinstance(node, MappingNode) else None
    if rule is None or rule.id != made_id(rule):
        return None
    return rule.id


def _ready_for_rules(target: FoundCode) -> Document:
    """The file with an empty list of rules in the place of `manual: true`."""
    field, document = target.fields["manual"], target.document
    written = "manual: false" if "rules" in target.fields else "rules: []"
    return document.replaced(start_of(field.key), document.field_end(field.key, field.value), written)


def _definition(source: FoundCode, column: int) -> str:
    """What a code meant, as comments."""
    code = source.value()
    words = f'merged from {code.id} "{code.name}": {code.definition}'.rstrip(": ")
    told = [("use", code.use), ("avoid", code.avoid)]
    lines = commented(words, indent=column)
    return lines + "".join(commented(f"{key}: {text}", indent=column) for key, text in told if text)


def _left(source: FoundCode, moved: Sequence[tuple[int, int]], column: int) -> str:
    """The comments about a code that stand in none of the lists that are moved."""
    document = source.document
    block = block_of(document, *source.place())
    found = document.comments(block.head, block.end)
    kept = [comment for at, comment in found if not any(start <= at < end for start, end in moved)]
    return "".join(f"{' ' * column}{comment}\n" for comment in kept)


def _said(source: FoundCode, target: FoundCode) -> list[str]:
    one, other = source.value(), target.value()
    rules = f"{len(one.rules)} rule{'' if len(one.rules) == 1 else 's'}"
    said = [f'The code "{one.id}" is merged into "{other.id}", with {rules}; its definition stays as a comment.']
    if other.manual and one.rules:
        said.append(f'"{other.id}" was for people only and has rules now.')
    if source.document.file != target.document.file:
        said.append(f"It moved from {source.document.name} to {target.document.name}.")
    return said


def _clashes(merged: FoundCode) -> list[str]:
    code = merged.value()
    count = len(set(code.examples) & set(code.counterexamples))
    if not count:
        return []
    many = "sentence is" if count == 1 else "sentences are"
    return [f'{count} {many} both example and counterexample of "{code.id}" now: remove one of the two.']
