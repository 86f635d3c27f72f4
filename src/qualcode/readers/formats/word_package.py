"""A Word file made ready for mammoth: only the parts with words, and what mammoth would lose put in its reach."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qualcode.model.problem import Problem
from qualcode.readers.formats.archive import parse_xml, repack, unpack
from qualcode.readers.formats.unread import Unread, names_something
from qualcode.readers.formats.unusable import mismatch, read_bytes
from qualcode.readers.formats.word_numbering import Numbering
from qualcode.readers.formats.word_styles import Styles

_VML = "urn:schemas-microsoft-com:vml"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KEPT = frozenset(("document", "footnotes", "endnotes", "Types", "Relationships"))
"""Roots of the parts that mammoth gets; comments, headers, pictures and settings stay behind.

So do styles and numbering: what they say of a word is written beside it, and reading them is most of mammoth's work.
"""
_SPOKEN = frozenset(("document", "footnotes", "endnotes"))
_WRAPPERS = frozenset(("fldSimple", "bdo", "dir", "rubyBase", "ruby", "hyperlink", "smartTag", "customXml"))
"""What stands around words without saying anything about them; mammoth passes over some and stumbles on others."""
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file as a small archive that mammoth reads, and what a person should know of the rest."""

    archive: Any
    problems: tuple[Problem, ...]


def open_package(path: Path) -> Package:
    """The package at `path`; ProblemsError where it is no Word document or not safe to open."""
    parts = unpack(path, expected="a Word document", wanted=_has_structure)
    roots = {name: parse_xml(path, name, content) for name, content in parts.items()}
    if not any(_local(root) == "document" for root in roots.values()):
        raise mismatch(path, read_bytes(path), "a Word document")
    unread = _unread(roots)
    styles = next((Styles(root) for root in roots.values() if _local(root) == "styles"), Styles(None))
    numbering = next((Numbering(root) for root in roots.values() if _local(root) == "numbering"), Numbering(None))
    kept = {name: root for name, root in roots.items() if _local(root) in _KEPT}
    hidden = sum(_settle(root, styles, numbering) for root in kept.values() if _local(root) in _SPOKEN)
    problems = replace(unread, hidden=hidden).problems(path.name)
    return Package(repack({name: _serialise(root) for name, root in kept.items()}), problems)


def _has_structure(name: str) -> bool:
    """Whether a part is XML that could hold words or say where they are."""
    lower = name.lower()
    return lower.endswith((".xml", ".rels")) and not lower.startswith(
        ("customxml/", "docprops/", "word/theme/", "word/glossary/")
    )


def _settle(root: Any, styles: Styles, numbering: Numbering) -> int:
    """Rewrites what mammoth passes over, in place; says how many paragraphs hold hidden text."""
    word = _namespace(root)
    _free_text_boxes(root, word)
    for element in list(root.iter(f"{word}*")):
        name = _local(element)
        if name in _WRAPPERS:
            _unwrap(element)
        elif name == "sdt":
            # mammoth takes the sign of a check box for a form field, and its text would be gone.
            _unwrap_control(element)
        elif name in ("rt", "rubyPr", "vMerge"):
            # Furigana are a gloss; a merged cell would leave its row, and the columns behind it would move up.
            element.getparent().remove(element)
        elif name == "cr":
            element.tag = f"{word}br"
        elif name == "ptab":
            element.tag = f"{word}tab"
    hidden = _drop_hidden(root, word, styles)
    for run in root.iter(f"{word}r"):
        _embolden(run, word, styles)
    for paragraph in root.iter(f"{word}p"):
        _keep_last_words(paragraph, word)
        _write_label(paragraph, word, numbering.label(paragraph, word))
    return hidden


def _free_text_boxes(root: Any, word: str) -> None:
    """Text boxes of today's drawings as the older kind, which is the one mammoth reads; each is kept once.

    Word writes a box twice, for itself and as a fallback for older programs; LibreOffice and Google write it once.
    """
    for choice in reversed(list(root.iter(f"{_COMPATIBILITY}AlternateContent"))):
        first = choice.find(f"{_COMPATIBILITY}Choice")
        fallback = choice.find(f"{_COMPATIBILITY}Fallback")
        best = first if first is not None and (fallback is None or _boxes(first, word)) else fallback
        for child in list(choice):
            if child is not best:
                choice.remove(child)
        if best is not None:
            _unwrap(best)
        _unwrap(choice)
    for drawing in reversed(list(root.iter(f"{word}drawing", f"{word}pict", f"{word}object"))):
        boxes = _boxes(drawing, word)
        for child in list(drawing):
            drawing.remove(child)
        drawing.tag = f"{word}pict"
        for box in boxes:
            drawing.append(drawing.makeelement(f"{{{_VML}}}textbox", {}))
            drawing[-1].append(box)


def _boxes(element: Any, word: str) -> list[Any]:
    """The text boxes below `element`, without those inside another."""
    tag = f"{word}txbxContent"
    return [box for box in element.iter(tag) if not any(_within(above, element) for above in box.iterancestors(tag))]


def _within(inner: Any, outer: Any) -> bool:
    """Whether `outer` stands above `inner`."""
    return any(above is outer for above in inner.iterancestors())


def _unwrap(element: Any) -> None:
    """Puts the children of `element` in its place."""
    parent = element.getparent()
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)


def _unwrap_control(control: Any) -> None:
    """Puts what a content control holds in its place."""
    for child in list(control):
        if _local(child) == "sdtContent":
            _unwrap(child)
        else:
            control.remove(child)
    _unwrap(control)


def _drop_hidden(root: Any, word: str, styles: Styles) -> int:
    """Takes out what is set as hidden; how many paragraphs had such words."""
    touched = set()
    for run in [run for run in root.iter(f"{word}r") if styles.toggle(run, word, "vanish")]:
        if run.find(f".//{word}t") is not None:
            touched.add(next(run.iterancestors(f"{word}p"), None))
        run.getparent().remove(run)
    return len(touched)


def _embolden(run: Any, word: str, styles: Styles) -> None:
    """Says in the run itself whether it is bold: mammoth does not follow styles."""
    bold = styles.toggle(run, word, "b")
    properties = run.find(f"{word}rPr")
    if properties is None:
        properties = run.makeelement(f"{word}rPr", {})
        run.insert(0, properties)
    for old in properties.findall(f"{word}b"):
        properties.remove(old)
    if bold:
        properties.append(properties.makeelement(f"{word}b", {}))


def _write_label(paragraph: Any, word: str, label: str) -> None:
    """Writes a label that is part of a list's numbering into the paragraph, which mammoth would read without it."""
    if label and paragraph.find(f".//{word}t") is not None:
        run = paragraph.makeelement(f"{word}r", {})
        run.append(run.makeelement(f"{word}t", {}))
        run[0].text = label
        run.append(run.makeelement(f"{word}tab", {}))
        paragraph.insert(0 if paragraph.find(f"{word}pPr") is None else 1, run)


def _keep_last_words(paragraph: Any, word: str) -> None:
    """A paragraph whose end was deleted runs on into the next; where none follows mammoth would lose its words."""
    mark = paragraph.find(f"{word}pPr/{word}rPr/{word}del")
    following = paragraph.getnext()
    if mark is not None and (following is None or following.tag != paragraph.tag):
        mark.getparent().remove(mark)


def _unread(roots: Mapping[str, Any]) -> Unread:
    """What the file holds beside its words."""
    bodies = [root for root in roots.values() if _local(root) in _SPOKEN]
    elements = [element for root in bodies for element in root.iter(_namespace(root) + "*")]
    return Unread(
        comments=sum(len(root) for root in roots.values() if _local(root) == "comments"),
        headers=sum(_says_something(root) for root in roots.values() if _local(root) in ("hdr", "ftr")),
        changes=sum(_local(element) in _CHANGES and _has_words(element) for element in elements),
        embedded=sum(_local(element) == "altChunk" for element in elements),
    )


def _has_words(change: Any) -> bool:
    """Whether a tracked change holds words, and not only a change of setting."""
    return any(_local(element) in ("t", "delText") and element.text for element in change.iter())


def _says_something(part: Any) -> bool:
    """Whether a header or footer holds words beyond a page number."""
    return names_something(" ".join(element.text or "" for element in part.iter(_namespace(part) + "t")))


def _namespace(root: Any) -> str:
    """The namespace of an element in braces: Word has two, one of them seldom used."""
    return str(root.tag)[: str(root.tag).index("}") + 1] if "}" in str(root.tag) else ""


def _local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _serialise(root: Any) -> bytes:
    from lxml import etree

    serialised: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return serialised
