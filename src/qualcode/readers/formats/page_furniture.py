"""Page headers, footers and page numbers in a text file, where they clearly repeat."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import regex

from qualcode.readers.formats.wrapping import Physical

_PAGE = r"(?:page|p\.|pg\.?|seite|str\.?|strana|stranica|faqe|faqja)"
_NUMBERED = regex.compile(
    rf"\s*(?:.{{0,80}}?\s)?{_PAGE}\s*(?P<number>\d{{1,3}})(?:\s*(?:of|/|od|von|nga)\s*\d{{1,3}})?\s*", regex.IGNORECASE
)
_BARE = regex.compile(r"\s*(?:[-–—]\s*)?(?P<number>\d{1,3})(?:\s*[-–—]|\s*(?:of|/)\s*\d{1,3})?\s*", regex.IGNORECASE)
_REACH = 2
"""How many lines at the top and at the foot of a page may be furniture."""
_ENOUGH = 3
"""On how many pages a line must stand to be one."""


def find_furniture(lines: Sequence[Physical]) -> frozenset[int]:
    """Indexes of the lines that belong to the pages and not to anybody's speech."""
    numbers = _page_numbers(lines)
    pages = _pages(lines, numbers)
    found = set(numbers)
    if len(pages) >= _ENOUGH:
        for position in range(-_REACH, _REACH):
            found |= _repeated(lines, pages, position)
        if lines[0].page is not None:
            found |= _bare_numbers(lines, pages)
    return frozenset(found)


def _page_numbers(lines: Sequence[Physical]) -> list[int]:
    """Lines such as `Page 3 of 9` whose numbers rise one by one through the file; at least two."""
    found = [
        (index, int(match["number"])) for index, line in enumerate(lines) if (match := _NUMBERED.fullmatch(line.text))
    ]
    return [index for index, _ in found] if len(found) >= 2 and _rises([number for _, number in found]) else []


def _rises(numbers: Sequence[int]) -> bool:
    return all(later == earlier + 1 for earlier, later in pairwise(numbers))


def _pages(lines: Sequence[Physical], numbers: Sequence[int]) -> list[list[int]]:
    """Indexes of the lines with words on each page; form feeds part pages, page numbers where there are none."""
    pages: list[list[int]] = [[]]
    breaks = frozenset(numbers)
    for index, line in enumerate(lines):
        if index and line.page != lines[index - 1].page:
            pages.append([])
        if line.text.strip() and index not in breaks:
            pages[-1].append(index)
        if index in breaks and line.page is None:
            pages.append([])
    return [page for page in pages if page]


def _repeated(lines: Sequence[Physical], pages: Sequence[Sequence[int]], position: int) -> set[int]:
    """The lines at `position` of their page (from the end where negative) that most pages share but for numbers."""
    shapes = {page[position]: _shape(lines[page[position]].text) for page in pages if len(page) > 2 * _REACH}
    return {
        index
        for index, shape in shapes.items()
        if (count := Counter(shapes.values())[shape]) >= _ENOUGH and count >= 0.6 * len(shapes)
    }


def _bare_numbers(lines: Sequence[Physical], pages: Sequence[Sequence[int]]) -> set[int]:
    """Numbers alone on the last or first line of pages, rising with them."""
    for position in (-1, 0):
        found = {page[position]: _BARE.fullmatch(lines[page[position]].text) for page in pages}
        numbered = {index: int(match["number"]) for index, match in found.items() if match}
        if len(numbered) >= _ENOUGH and _rises(list(numbered.values())):
            return set(numbered)
    return set()


def _shape(text: str) -> str:
    """A line with its numbers and spaces made equal."""
    return " ".join(regex.sub(r"\d+", "#", text.casefold()).split())
