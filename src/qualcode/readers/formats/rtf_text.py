"""What an RTF file says, as paragraphs: body, table cells, text boxes and notes, without what was deleted."""

from dataclasses import dataclass, replace
from typing import Self

from qualcode.readers.formats.rtf_sink import Paragraph, Sink
from qualcode.readers.formats.rtf_tokens import Kind, Token, page_of_charset, page_of_number, tokens

_PASSED_OVER = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "filetbl", "xe", "tc", "txe", "rxe", "listtext",
    "pntext", "shprslt", "nonesttables", "sp", "themedata", "fldinst", "bkmkstart", "bkmkend", "listtable",
    "revtbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "listoverridetable",
})  # fmt: skip
"""Groups whose text is not part of the document: tables of fonts, pictures, numbers of lists, fields' commands."""
_READ_ANYWAY = frozenset(("shpinst", "ud"))
"""Groups marked as safe to ignore that hold words all the same: text boxes, and the Unicode form of a text."""
_HEADERS = frozenset(f"{place}{pages}" for place in ("header", "footer") for pages in ("", "l", "r", "f"))
_SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "~": "\u00a0", "_": "\u2011",
    "{": "{", "}": "}", "\\": "\\", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
_ENDS = frozenset(("par", "sect", "page", "nestcell", "\n", "\r"))


@dataclass(frozen=True, slots=True)
class RtfText:
    """The text of an RTF file, and how much of what it holds was not read."""

    body: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
    headers: tuple[str, ...]
    comments: int
    changes: int
    hidden: int
    complete: bool
    """Whether every group that was opened was closed: a file cut off is not."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a group hands down to the groups in it."""

    sink: Sink
    read: bool = True
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    skip: int = 1
    """How many characters behind `\\u` stand for it in older programs."""
    font: int = -1
    fonts: bool = False
    """Inside the table of fonts."""


class _Interpreter:
    """Carries out the tokens one by one."""

    def __init__(self, encoding: str) -> None:
        self.notes: list[Paragraph] = []
        self.headers: list[str] = []
        self.comments = self.changes = self.hidden = 0
        self.body = Sink("body")
        self.stack: list[_Setting] = []
        self._now = _Setting(self.body)
        self._declared = encoding
        self._page = encoding or "cp1252"
        self._font_pages: dict[int, str] = {}
        self._default_font = -1
        self._opening = self._optional = False
        self._to_skip = 0
        self._bytes = b""
        self._units = ""

    def run(self, data: bytes) -> Self:
        """Carries out a whole file."""
        for token in tokens(data):
            if token.kind is not Kind.BYTES or token.text == "plain":
                self._flush_bytes()
            self._carry_out(token)
            if token.kind is Kind.CLOSE and not self.stack:
                break
        self._flush()
        return self

    def _carry_out(self, token: Token) -> None:
        if token.kind is Kind.OPEN:
            self._flush()
            self.stack.append(self._now)
            self._opening, self._optional, self._to_skip = True, False, 0
            return
        opening, self._opening = self._opening, False
        if token.kind is Kind.CLOSE:
            self._close()
        elif token.kind is Kind.BYTES:
            self._characters(token)
        elif token.text == "*" and token.kind is Kind.SIGN:
            self._opening = self._optional = True
        elif opening and self._destination(token.text):
            self._optional = False
        elif token.kind is Kind.SIGN:
            self._sign(token.text)
        else:
            self._word(token.text, token.number)

    def _close(self) -> None:
        """Ends a group: what it set is forgotten, and what it collected goes where it belongs."""
        self._flush()
        self._to_skip = 0
        if not self.stack:
            return
        inner, self._now = self._now.sink, self.stack.pop()
        if inner is self._now.sink:
            return
        if inner.kind == "note":
            self.notes += inner.finish()
        elif inner.kind == "box":
            self._now.sink.boxes += inner.finish()
        else:
            self.headers.append(" ".join(piece.text for paragraph in inner.finish() for piece in paragraph.pieces))

    def _destination(self, word: str) -> bool:
        """Whether `word`, the first of its group, says that the group is not plain text of its surroundings."""
        if word == "annotation":
            self.comments += self._now.read
        if word in ("footnote", "shptxt") or word in _HEADERS:
            kind = {"footnote": "note", "shptxt": "box"}.get(word, "header")
            self._now = _Setting(
                Sink(kind), read=self._now.read and not self._now.deleted, skip=self._now.skip, font=self._now.font
            )
        elif word == "upr":
            self._now = replace(self._now, read=False)
        elif word == "ud":
            self._now = replace(self.stack[-2] if len(self.stack) > 1 else self._now)
        elif word in _PASSED_OVER or (self._optional and word not in _READ_ANYWAY):
            self._now = replace(self._now, read=False, fonts=word == "fonttbl")
        else:
            return False
        return True

    def _sign(self, sign: str) -> None:
        """A control symbol, or a control word that stands for a character."""
        if self._to_skip:
            self._to_skip -= 1
        elif sign in _ENDS:
            self._end(sign)
        elif sign in _SIGNS:
            self._say(_SIGNS[sign])

    def _end(self, word: str) -> None:
        """The end of a paragraph, a cell or a row."""
        self._flush()
        if not self._now.read:
            return
        sink = self._now.sink
        if word == "cell":
            sink.end_cell()
        elif word == "row":
            sink.end_row()
        elif not (self._now.deleted and word == "par"):
            sink.end_paragraph()

    def _word(self, word: str, number: int | None) -> None:
        on = number != 0
        if word == "u":
            self._unicode(number or 0)
            return
        self._to_skip = 0
        if word in _ENDS or word in ("cell", "row"):
            self._end(word)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in ("pard", "intbl"):
            if self._now.read:
                self._now.sink.in_table = word == "intbl"
        elif word in ("f", "fcharset", "deff", "ansicpg", "mac", "pc", "pca"):
            self._flush()
            self._letters(word, number or 0)
        elif word == "uc":
            self._now = replace(self._now, skip=max(0, number or 0))
        elif word in ("b", "v", "deleted", "plain", "revised"):
            self._flush()
            self._character_setting(word, on)

    def _character_setting(self, word: str, on: bool) -> None:
        """Bold, hidden, deleted or inserted."""
        if word == "plain":
            self._now = replace(self._now, bold=False, hidden=False, deleted=False, font=self._default_font)
        elif word == "b":
            self._now = replace(self._now, bold=on)
        elif word == "v":
            self.hidden += on and self._now.read and not self._now.hidden
            self._now = replace(self._now, hidden=on)
        else:
            self.changes += on and self._now.read
            if word == "deleted":
                self._now = replace(self._now, deleted=on)

    def _letters(self, word: str, number: int) -> None:
        """Which code page the characters are in: the document's, or that of a font."""
        if word == "f":
            self._now = replace(self._now, font=number)
        elif word == "deff":
            self._default_font = number
        elif word == "fcharset":
            if self._now.fonts:
                self._font_pages[self._now.font] = page_of_charset(number)
        elif not self._declared:
            named = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word) or page_of_number(number)
            self._page = named or self._page

    def _characters(self, token: Token) -> None:
        """Characters of the text; the first ones behind `\\u` only repeat it for older programs."""
        data = token.data
        if self._to_skip:
            taken = min(self._to_skip, len(data))
            self._to_skip -= taken
            data = data[taken:]
        if not self._now.read or not data:
            return
        if token.text == "hex":
            self._bytes += data
        else:
            self._say(_decode(data, self._code_page()))

    def _unicode(self, number: int) -> None:
        """A character by number; beyond the first 65,536 it is written as a pair of halves."""
        self._flush_bytes()
        if self._now.read:
            self._units += chr(number % 0x10000)
        self._to_skip = self._now.skip

    def _code_page(self) -> str:
        """The code page of the font in use; one the user names goes before the western default of fonts."""
        of_font = self._font_pages.get(self._now.font, "")
        return self._page if not of_font or (self._declared and of_font == "cp1252") else of_font

    def _flush_bytes(self) -> None:
        """Decodes escaped bytes, which may be several to a character."""
        if self._bytes:
            data, self._bytes = self._bytes, b""
            self._say(data.decode(self._code_page(), errors="replace"))

    def _flush(self) -> None:
        self._flush_bytes()
        if self._units:
            self._say("")

    def _say(self, text: str) -> None:
        """Hands words on, unless they are deleted, hidden or not part of the document."""
        if self._units:
            text = self._units.encode("utf-16", "surrogatepass").decode("utf-16", "replace") + text
            self._units = ""
        now = self._now
        if text and now.read and not now.deleted and not now.hidden:
            now.sink.add(text, now.bold)


def _decode(data: bytes, page: str) -> str:
    """Characters written plainly: ASCII by the rules, but some programs write UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(page, errors="replace")


def interpret(data: bytes, *, encoding: str = "") -> RtfText:
    """What the RTF file `data` says; `encoding` replaces the code page that the file names for itself."""
    done = _Interpreter(encoding).run(data)
    return RtfText(
        tuple(done.body.finish()),
        tuple(done.notes),
        tuple(done.headers),
        done.comments,
        done.changes,
        done.hidden,
        complete=not done.stack,
    )
