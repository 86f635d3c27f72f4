"""What stands at the edge of the pages of a PDF and is no part of the talk: headers, footers, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.formats.pdf_lines import PrintedLine

_DEPTH = 4
"""How many lines from the edge may belong to a header or footer."""
_SHARE = 0.5
"""A line that stands on more than this share of the pages is a header or footer."""
_HEIGHT = 4.0
"""Points by which its place may differ from page to page."""
_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6})"
_PAGE_NUMBER = re.compile(
    rf"(?:\d{{1,4}}\s+)?(?:page|p\.|pg\.?|seite|strana|str\.|faqe)\s*{_NUMBER}(?:\s*(?:of|/|von|od)\s*{_NUMBER})?"
    r"|[-–—]\s*\d{1,4}\s*[-–—]|(?:\d{1,4}\s+)?\d{1,4}\s*(?:/|of)\s*\d{1,4}",
    re.IGNORECASE,
)
_BROWSER = re.compile(r"(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the edge of its page: which one from the outside, and what it says without its numbers."""

    depth: int
    line: PrintedLine
    shape: str


def without_margins(
    pages: Sequence[Sequence[PrintedLine]], *, file: str
) -> tuple[list[PrintedLine], tuple[Problem, ...]]:
    """The lines of all pages without headers, footers and page numbers, and a note of how many were left out."""
    dropped: set[PrintedLine] = set()
    pitch = _pitch(pages)
    for from_top in (True, False):
        edges = [_edge(page, from_top) for page in pages]
        for page_edges, following in zip(edges, [*pages[1:], ()], strict=True):
            reach = 0
            while reach < len(page_edges) and _is_margin(page_edges[reach], edges, following, from_top):
                reach += 1
            dropped.update(edge.line for edge in _set_apart(page_edges, reach, pitch))
    kept = [line for page in pages for line in page if line not in dropped]
    if not kept or not dropped:
        return [line for page in pages for line in page], ()
    on = len({line.page for line in dropped})
    lines = "1 line was" if len(dropped) == 1 else f"{len(dropped)} lines were"
    what = f"{lines} left out on {on} page{'s' if on > 1 else ''}: page headers, footers or page numbers."
    return kept, (Problem(what, Where(file), severity=Severity.NOTE),)


def _edge(page: Sequence[PrintedLine], from_top: bool) -> list[_Edge]:
    """The lines from the edge of a page inwards."""
    lines = page[:_DEPTH] if from_top else list(reversed(page[-_DEPTH:]))
    return [_Edge(depth, line, _shape(line.text)) for depth, line in enumerate(lines)]


def _shape(text: str) -> str:
    """What a line says, with every number made equal."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip().casefold()


def _pitch(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """From one line to the next, as most lines of the document have it."""
    steps = Counter(round(line.top - before.top) for page in pages for before, line in pairwise(page))
    return max(steps, key=lambda step: (steps[step], -step), default=0)


def _set_apart(page: Sequence[_Edge], reach: int, pitch: float) -> Sequence[_Edge]:
    """As many of the outer `reach` lines as a wider space parts from the text: one answer may end several pages."""
    for length in range(reach, 0, -1):
        inmost, beyond = page[length - 1], page[length : length + 1]
        gap = abs(inmost.line.top - beyond[0].line.top) if beyond else inf
        if "#" in inmost.shape[1:] or gap > min(1.3 * pitch, 3 * inmost.line.size):
            return page[:length]
    return ()


def _is_margin(edge: _Edge, edges: Sequence[Sequence[_Edge]], following: Sequence[PrintedLine], from_top: bool) -> bool:
    """Whether a line at the edge returns on most pages, or is plainly a page number or a browser's footer."""
    text = edge.line.text.strip()
    if _PAGE_NUMBER.fullmatch(text) or _BROWSER.fullmatch(text.replace("\t", " ")) or text == str(edge.line.page):
        return True
    if not from_top and _is_number_of(following, text):
        return True
    alike = sum(any(_alike(edge, other) for other in page) for page in edges)
    # On two pages the same short answer may top both by chance: only what carries a number counts there.
    least = 2 if "#" in edge.shape else 3
    return alike >= least and alike > _SHARE * len(edges)


def _is_number_of(following: Sequence[PrintedLine], text: str) -> bool:
    """Whether a number alone at the foot of a page numbers the first line of the next: browsers print it twice."""
    return text.isdigit() and bool(following) and following[0].text.split()[0] == text


def _alike(edge: _Edge, other: _Edge) -> bool:
    """Whether two lines say the same at the same height of their pages."""
    return edge.shape == other.shape and abs(edge.line.top - other.line.top) <= _HEIGHT
