"""Interviews as Word documents, in the layouts that field teams use."""

from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from packed import settle
from truth import Tracked, TrueInterview, TrueTurn


def write_paragraphs(path: Path, interview: TrueInterview) -> None:
    """`I: words`, further paragraphs of a turn without a label."""
    document = _new(interview)
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        document.add_paragraph(f"{turn.speaker}: {first}")
        for paragraph in rest:
            document.add_paragraph(paragraph)
    _save(document, path, interview)


def write_bold(path: Path, interview: TrueInterview) -> None:
    """The label in bold, no colon, then the words."""
    document = _new(interview)
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        paragraph = document.add_paragraph()
        paragraph.add_run(turn.speaker).bold = True
        paragraph.add_run(f" {first}")
        for later in rest:
            document.add_paragraph(later)
    _save(document, path, interview)


def write_table(path: Path, interview: TrueInterview) -> None:
    """A table of two columns; an empty speaker cell continues the turn above."""
    document = _new(interview)
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.autofit = False
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Speaker", "Text"
    for turn in interview.turns:
        for number, paragraph in enumerate(turn.paragraphs):
            cells = table.add_row().cells
            cells[0].text = turn.speaker if number == 0 else ""
            cells[1].text = paragraph
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Cm(2.5), Cm(13.5)
    _save(document, path, interview)


def write_tracked(path: Path, interview: TrueInterview) -> None:
    """A table at the top says when and where; some words are tracked insertions and deletions."""
    document = docx.Document()
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for heading, value in interview.above:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = heading, value
    document.add_paragraph()
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        paragraph = document.add_paragraph(f"{_label(turn)}: ")
        _add_words(paragraph, first, turn.tracked)
        for later in rest:
            _add_words(document.add_paragraph(), later, turn.tracked)
    _save(document, path, interview)


def _label(turn: TrueTurn) -> str:
    """The label; where it lacks a space before its number, its colon has one, as hurried typing goes."""
    return f"{turn.speaker} " if turn.speaker[-1:].isdigit() and " " not in turn.speaker else turn.speaker


def _add_words(paragraph: Paragraph, words: str, tracked: Tracked | None) -> None:
    """The words as a run, or as runs around a tracked change."""
    if tracked is None or tracked.after not in words:
        paragraph.add_run(words)
        return
    place = words.index(tracked.after) + len(tracked.after)
    paragraph.add_run(words[:place])
    if tracked.deleted:
        paragraph._p.append(_change("del", "delText", tracked.deleted))
    if tracked.inserted:
        paragraph._p.append(_change("ins", "t", tracked.inserted))
    paragraph.add_run(words[place + len(tracked.inserted) :])


def _change(kind: str, text: str, words: str):
    number = 901 if kind == "del" else 902
    run = f'<w:r><w:{text} xml:space="preserve">{escape(words)}</w:{text}></w:r>'
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="{number}" w:author="Field team" w:date="2024-07-25T12:00:00Z">{run}</w:{kind}>'
    )


def _new(interview: TrueInterview) -> Document:
    """A document with the lines that stand above the talk."""
    document = docx.Document()
    for heading, value in interview.above:
        document.add_paragraph(f"{heading}: {value}")
    return document


def _save(document: Document, path: Path, interview: TrueInterview) -> None:
    document.core_properties.author = ""
    document.core_properties.title = ""
    document.core_properties.comments = ""
    document.save(str(path))
    settle(path, interview.profile["interview_date"][0])
