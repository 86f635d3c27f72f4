"""A Word document written from the top down, in styles of its own that Word's navigation knows."""

from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from qualcode.exporters.texts import runs_leftward, visible
from qualcode.exporters.undated import DATE, Undated

_INK, _MUTED = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x5F, 0x6B, 0x76)
_FONT = "Calibri"


class Paper:
    """A document; every method adds a paragraph below the last. Empty texts add nothing."""

    def __init__(self, footer: str, *, language: str) -> None:
        self._document: Document = docx.Document()
        self._language = language
        self._set_styles()
        self._set_page(footer)
        self._body: Any = self._document.element.body
        self._end: Any = self._body.sectPr

    def title(self, text: str) -> None:
        """The title of the document."""
        self._add("Title", text)

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 to 3."""
        self._add(f"Heading{level}", text)

    def note(self, text: str) -> None:
        """A line in small print."""
        if text:
            self._add("QualcodeNote", text)

    def entry(self, name: str, about: str) -> None:
        """A line of the contents."""
        self._add("QualcodeNote", f"{name}: {about}" if about else name)

    def kind(self, text: str) -> None:
        """Whose quotes follow."""
        if text:
            self._add("QualcodeKind", text)

    def quote(self, text: str, label: str, place: str) -> None:
        """A quote, verbatim in quotation marks, and below it its label and its place."""
        self._add("Quote", f"\u201c{text}\u201d", leftward=runs_leftward(text))
        self._add("QualcodeLabel", " \u00b7 ".join(filter(None, (label, place))))

    def save(self, path: Path, *, title: str) -> None:
        """Writes the document without a clock in it; without `title` it has no properties."""
        properties = self._document.core_properties
        properties.author, properties.title = ("qualcode" if title else ""), title
        properties.comments = properties.keywords = properties.last_modified_by = ""
        properties.created = properties.modified = DATE
        dated = path.with_name(f"{path.name}.dated")
        try:
            self._document.save(str(dated))
            with ZipFile(dated) as source, Undated(path, "w", ZIP_DEFLATED) as archive:
                for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
                    archive.writestr(name, source.read(name))
        finally:
            dated.unlink(missing_ok=True)

    def _add(self, style: str, text: str, *, leftward: bool = False) -> None:
        """A paragraph with one run, made by hand: the library looks each style up again, which takes longer."""
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        named = OxmlElement("w:pStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
        run = OxmlElement("w:r")
        if leftward:
            properties.append(OxmlElement("w:bidi"))
            marks = OxmlElement("w:rPr")
            marks.append(OxmlElement("w:rtl"))
            run.append(marks)
        for number, line in enumerate(visible(text).split("\n")):
            if number:
                run.append(OxmlElement("w:br"))
            words = OxmlElement("w:t")
            words.text = line
            words.set(qn("xml:space"), "preserve")
            run.append(words)
        paragraph.append(properties)
        paragraph.append(run)
        self._end.addprevious(paragraph)

    def _set_styles(self) -> None:
        styles: Any = self._document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size, normal.font.color.rgb = _FONT, Pt(11), _INK
        _tongue(normal, self._language)
        for name, points in (("Title", 24), ("Heading 1", 18), ("Heading 2", 14), ("Heading 3", 12)):
            style = styles[name]
            style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(points), _INK
            fonts = style.element.rPr.rFonts
            for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{attribute}"), None)
            style.paragraph_format.keep_with_next = True
        quote = styles["Quote"]
        quote.font.italic, quote.font.color.rgb = False, _INK
        quote.paragraph_format.left_indent, quote.paragraph_format.space_after = Cm(0.6), Pt(0)
        quote.paragraph_format.keep_with_next = True
        for name, size, bold, space in (
            ("Note", 9.5, False, 4.0),
            ("Label", 9.5, False, 8.0),
            ("Kind", 10.5, True, 2.0),
        ):
            style = styles.add_style(f"Qualcode {name}", 1)
            style.element.set(qn("w:styleId"), f"Qualcode{name}")
            style.base_style = normal
            style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, _MUTED
            style.paragraph_format.space_after = Pt(space)
            style.paragraph_format.left_indent = Cm(0.6) if name == "Label" else None
            style.paragraph_format.keep_with_next = name == "Kind"

    def _set_page(self, footer: str) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        paragraph: Any = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.style = self._document.styles["Qualcode Note"]
        paragraph.add_run(f"{footer} \u00b7 ")
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = paragraph.add_run()
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = text
            run._r.append(part)


def _tongue(style: Any, language: str) -> None:
    """Tells the spelling checker which language it has before it."""
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), {"en": "en-GB"}.get(language, language))
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(tongue)
