"""An interview as a PDF: wrapped lines, words hyphenated at line ends, a header and a number on every page."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from truth import TrueInterview

_FONT, _SIZE, _LEADING = "Times-Roman", 12, 18
_LEFT, _TOP, _BOTTOM = 80, 750, 90
_WIDTH = A4[0] - 2 * _LEFT
_BREAKS = (
    "consoli-dated com-position fort-night Janu-ary issu-ing num-bers pre-tend con-cerns smug-glers trans-ported "
    "spe-cialist ques-tion Bu-rundi funda-mental pro-vided"
)
"""Where a typesetter may break these words."""


def write_pdf(path: Path, interview: TrueInterview) -> None:
    """`INT: words` in wrapped lines, a wider gap between turns than between lines."""
    pages = list(_pages(interview))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle("Interview transcript")
    for number, page in enumerate(pages, start=1):
        canvas.setFont(_FONT, 9)
        canvas.drawString(_LEFT, 800, f"Confidential - interview transcript {interview.id}")
        canvas.drawCentredString(A4[0] / 2, 40, f"Page {number} of {len(pages)}")
        canvas.setFont(_FONT, _SIZE)
        for height, line in page:
            canvas.drawString(_LEFT, height, line)
        canvas.showPage()
    canvas.save()


def _pages(interview: TrueInterview) -> Iterator[list[tuple[float, str]]]:
    """The lines of each page with their height above its foot."""
    page: list[tuple[float, str]] = []
    height = float(_TOP)
    for paragraph in _paragraphs(interview):
        for line in _wrapped(paragraph):
            if height < _BOTTOM:
                yield page
                page, height = [], float(_TOP)
            page.append((height, line))
            height -= _LEADING
        height -= _LEADING * 0.6
    yield page


def _paragraphs(interview: TrueInterview) -> Iterator[str]:
    for heading, value in interview.above:
        yield f"{heading}: {value}"
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        yield f"{turn.speaker}: {first}"
        yield from rest


def _wrapped(paragraph: str) -> Iterator[str]:
    """The lines of a paragraph, filled as full as they go."""
    line = ""
    for word in paragraph.split():
        if _fits(f"{line} {word}".strip()):
            line = f"{line} {word}".strip()
            continue
        head, tail = _broken(line, word)
        yield f"{line} {head}".strip() if head else line
        line = tail
    yield line


def _broken(line: str, word: str) -> tuple[str, str]:
    """The part of `word` that still goes on `line`, hyphenated, and what goes on the next."""
    for allowed in _BREAKS.split():
        head, _, tail = allowed.partition("-")
        if tail and word.startswith(head + tail) and _fits(f"{line} {head}-"):
            return f"{head}-", word.removeprefix(head)
    return "", word


def _fits(line: str) -> bool:
    return float(stringWidth(line, _FONT, _SIZE)) <= _WIDTH
