"""The tokens of an RTF file, and the code pages its characters may be written in."""

import codecs
import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    """A control word; `number` is its parameter."""
    SIGN = "sign"
    """A control symbol: a backslash and one character."""
    BYTES = "bytes"
    """Characters as the file holds them, in a code page still to be found; `escaped` ones stood as `\\'xx`."""


class Token(NamedTuple):
    """One token; `number` is None for a control word without a parameter."""

    kind: Kind
    text: str = ""
    number: int | None = None
    data: bytes = b""


_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z'])"
    rb"|(?P<brace>[{}])|[\r\n\x00]+|(?P<plain>[^\\{}\r\n\x00]+)|\\",
    re.DOTALL,
)


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF file; the bytes of embedded pictures and objects are passed over."""
    position = 0
    while found := _TOKEN.match(data, position):
        position = found.end()
        if found["word"]:
            word = found["word"].decode("ascii")
            number = int(found["number"]) if found["number"] else None
            if word == "bin":
                position += max(0, number or 0)
            yield Token(Kind.WORD, word, number)
        elif found["hex"]:
            yield Token(Kind.BYTES, "hex", data=bytes.fromhex(found["hex"].decode("ascii")))
        elif found["sign"]:
            yield Token(Kind.SIGN, found["sign"].decode("latin-1"))
        elif found["brace"]:
            yield Token(Kind.OPEN if found["brace"] == b"{" else Kind.CLOSE)
        elif found["plain"]:
            yield Token(Kind.BYTES, "plain", data=found["plain"])


_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""The code pages behind Windows character sets (RTF specification 1.9.1, `\\fcharset`)."""


def page_of_charset(number: int) -> str:
    """The code page of a font's character set, "" where the document's own holds."""
    return _CHARSETS.get(number, "")


def page_of_number(number: int) -> str:
    """The codec of a Windows code page by number, "" for one that is not known."""
    name = "utf-8" if number == 65001 else "mac_roman" if number == 10000 else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
