"""Plain text and Markdown: every physical line a line, wrapped ones joined, page furniture left out."""

from pathlib import Path

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line, Position
from qualcode.readers.formats import markdown
from qualcode.readers.formats.cleaning import entity_note, unescape
from qualcode.readers.formats.decoding import decode
from qualcode.readers.formats.line_numbers import without_line_numbers
from qualcode.readers.formats.page_furniture import find_furniture
from qualcode.readers.formats.unusable import read_bytes
from qualcode.readers.formats.wrapping import Physical, joiners

_MARKDOWN = (".md", ".markdown")


def read(path: Path, *, encoding: str = "") -> Document:
    """The lines of a text file; `paragraph` is the line of the file, `page` is known where form feeds part pages.

    `encoding` is what the study declares. Raises ProblemsError for what is no text.
    """
    text, problems = decode(read_bytes(path), encoding=encoding, file=path.name)
    text, entities = unescape(text)
    problems += entity_note(entities, file=path.name)
    physical = _physical_lines(text)
    if path.suffix.lower() in _MARKDOWN:
        page = markdown.render(physical)
        return Document(markdown.with_tables(_lines(page.lines, bold=page.bold)), problems, page.metadata)
    physical, numbers = without_line_numbers(physical)
    furniture = find_furniture(physical)
    problems += _dropped(len(furniture), physical, path.name) + _numbered(numbers, path.name)
    return Document(_lines(_without(physical, furniture)), problems)


def _physical_lines(text: str) -> list[Physical]:
    """The lines of `text`, numbered from 1; a form feed starts a page and is no line of its own."""
    lines, page = [], 1
    paged = "\f" in text.strip()
    for number, raw in enumerate(text.split("\n"), start=1):
        for index, part in enumerate(raw.split("\f")):
            page += index > 0
            if part.strip() or index == 0:
                lines.append(Physical(part.rstrip(), number, page if paged else None))
    return lines


def _without(physical: list[Physical], furniture: frozenset[int]) -> list[Physical]:
    """The lines that are no furniture, which parts pages like a form feed does."""
    kept, leaf = [], 0
    for index, line in enumerate(physical):
        leaf += index in furniture
        if index not in furniture:
            kept.append(line._replace(leaf=leaf + (line.page or 0)))
    return kept


def _lines(physical: list[Physical], *, bold: dict[int, int] | None = None) -> tuple[Line, ...]:
    """The lines that hold words, each with what joins it to the one before; `bold` by line number."""
    return tuple(
        Line(text, Position(paragraph=number, page=page), joiner, bold=(bold or {}).get(number, 0))
        for (text, number, page, _), joiner in joiners(physical)
    )


def _dropped(count: int, physical: list[Physical], file: str) -> tuple[Problem, ...]:
    """The note on page headers, footers and numbers that were left out."""
    if not count:
        return ()
    pages = {line.page for line in physical if line.page is not None}
    spread = f" on {len(pages)} pages" if len(pages) > 1 else ""
    noun = "line" if count == 1 else "lines"
    what = f"{count} {noun} with page headers, footers or page numbers{spread} left out."
    return (Problem(what, Where(file), severity=Severity.NOTE),)


def _numbered(count: int, file: str) -> tuple[Problem, ...]:
    """The note on line numbers that were left out."""
    if not count:
        return ()
    return (Problem(f"the line numbers in the margin of {count} lines left out.", Where(file), severity=Severity.NOTE),)
