"""New codes, and new terms of a code."""

from pathlib import Path

from ruamel.yaml.nodes import MappingNode, SequenceNode

from qualcode.codebook.editing.blocks import block_of, follows_gap
from qualcode.codebook.editing.book import Book, Field, FoundCode, FoundTheme, codes_list, fields_of, open_book
from qualcode.codebook.editing.document import Document, is_flow, start_of
from qualcode.codebook.editing.edit import Edit
from qualcode.codebook.editing.fields import with_field, with_pieces, with_value, with_words
from qualcode.codebook.editing.wording import WIDTH, one_line, shifted, spelled, spelled_term, wrapped
from qualcode.codebook.nodes import Reading, empty, items
from qualcode.codebook.terms import read_term, term_of
from qualcode.errors import MisuseError, QualcodeError


def add_code(path: Path, theme: str, code: str, name: str, definition: str) -> Edit:
    """The codebook with a new code, for people only, at the end of a theme.

    Raises MisuseError where the theme is unknown, the id cannot be used, or there is no name.
    """
    book = open_book(path)
    found = book.theme(theme)
    book.free_for_code(code)
    lines = code_lines(code, checked_name(name, code), one_line(definition), column=entry_column(found))
    changed = at_end(book, found, lines)
    return changed.edit([f'The code "{code}" is new at the end of the theme "{theme}"; people code it by hand.'])


def add_term(path: Path, code: str, term: str) -> Edit:
    """The codebook with a term more in the first `any` rule of a code, or in a new one.

    A code that was for people only gets rules by it. Raises MisuseError where the code is unknown or looks for the term
    already, QualcodeError where it is no term.
    """
    book = open_book(path)
    found = book.code(code)
    notation = term_of(" ".join(term.split()) if not term.startswith("re:") else term).notation
    rules = found.fields.get("rules")
    rule = _first_any(rules)
    if "any" in rule:
        _refuse_known(found, rule["any"], notation)
        document = with_words(found.document, rule["any"], [spelled_term(notation)])
        limits = " and ".join(f'"{key}"' for key in ("unless", "scope") if key in rule)
        limited = f", under the {limits} of that rule" if limits else ""
        said = [f'The code "{code}" also looks for "{notation}", in the rule of {_place(found, rule["any"])}{limited}.']
    else:
        document = _with_rule(found, rules, spelled_term(notation))
        said = [f'The code "{code}" has a new rule that looks for "{notation}".']
        if found.value().manual:
            said.append("It was for people only and is also coded by this rule now.")
    return book.with_document(document).edit(said)


def checked_name(name: str, code: str) -> str:
    """A name in one line, MisuseError where it has no words."""
    if not one_line(name):
        raise MisuseError(f'the code "{code}" needs a name.', hint="write a few words that stand in tables")
    return one_line(name)


def code_lines(code: str, name: str, definition: str, *, column: int) -> str:
    """A new code for people only, as lines with the dash at their begin, to stand this far in."""
    width = WIDTH - column
    lines = f"- id: {spelled(code)}\n  name: {wrapped(name, first=8, indent=4, width=width)}\n"
    if definition:
        lines += f"  definition: {wrapped(definition, first=14, indent=4, width=width)}\n"
    return lines + "  manual: true\n"


def entry_column(theme: FoundTheme) -> int:
    """How far in the dashes of a theme's codes stand."""
    listed = codes_list(theme)
    if listed is not None and listed.value:
        return theme.document.column(start_of(listed))
    return theme.document.column(start_of(theme.node)) + 2


def at_end(book: Book, theme: FoundTheme, lines: str) -> Book:
    """The codebook with a code, as lines with the dash at their begin, at the end of a theme."""
    document = theme.document
    listed = codes_list(theme)
    if listed is not None and listed.value:
        block = block_of(document, listed, len(listed.value) - 1)
        gap = "\n" if follows_gap(document, block) else ""
        return book.with_document(document.with_lines(block.end, gap + shifted(lines, block.column)))
    refuse_brackets(theme)
    field = theme.fields.get("codes")
    if field is None:
        return book.with_document(with_field(document, theme, "", f"codes:\n{shifted(lines, 2)}".removesuffix("\n")))
    return book.with_document(with_pieces(document, field, [lines]))


def refuse_brackets(theme: FoundTheme) -> None:
    """Raises QualcodeError where the codes of a theme leave no line to put one on."""
    field, document = theme.fields.get("codes"), theme.document
    in_lines = field is None or empty(field.value) or not field.value.value or codes_list(theme) is not None
    if is_flow(theme.node) or not in_lines:
        raise QualcodeError(
            f'the codes of the theme "{theme.id}" do not stand on lines of their own, so that none can be put there.',
            where=f"{document.name}, line {document.line_number(start_of(theme.node))}",
            hint='write them below "codes:", each with "-" before its "id:"',
        )


def _first_any(rules: Field | None) -> dict[str, Field]:
    """What is written in the first rule that looks for any of some words, nothing where there is none."""
    found = (fields_of(node) for node in items(rules.value)) if rules else iter(())
    return next((rule for rule in found if "any" in rule), {})


def _place(found: FoundCode, field: Field) -> str:
    return f"{found.document.name}, line {found.document.line_number(start_of(field.key))}"


def _refuse_known(found: FoundCode, field: Field, notation: str) -> None:
    terms = (read_term(Reading(""), node, "") for node in items(field.value))
    if notation in {term.notation for term in terms if term}:
        what = f'the code "{found.id}" looks for "{notation}" already.'
        raise MisuseError(what, where=_place(found, field), hint="give another term")


def _with_rule(found: FoundCode, rules: Field | None, term: str) -> Document:
    """The file with a rule `any` for one term more in a code."""
    document, manual = found.document, found.fields.get("manual")
    if rules is not None and isinstance(rules.value, MappingNode) and is_flow(found.node):
        raise QualcodeError(
            f'the rules of the code "{found.id}" are no list, so that none can be added.',
            where=_place(found, rules),
            hint="write them in brackets: rules: [{any: [knife]}]",
        )
    if rules is None:
        document = _rules_field(found, manual)
    elif manual is not None and found.value().manual:
        document = with_value(document, manual, "false")
    book_code = refound(document, found)
    field = book_code.fields["rules"]
    in_brackets = isinstance(field.value, SequenceNode) and is_flow(field.value) and field.value.value
    if is_flow(found.node) or in_brackets:
        return with_words(document, field, [f"{{any: [{term}]}}"])
    return with_pieces(document, field, [f"- any: [{term}]\n"])


def _rules_field(found: FoundCode, manual: Field | None) -> Document:
    """The file with an empty list of rules in a code, in the place of `manual` where that is there."""
    if manual is None:
        return with_field(found.document, found, "", "rules: []")
    end = found.document.field_end(manual.key, manual.value)
    return found.document.replaced(start_of(manual.key), end, "rules: []")


def refound(document: Document, code: FoundCode) -> FoundCode:
    """The same code in the file as it is now."""
    return Book(document.file, (), (document,)).code(code.id)
