"""From the bytes of a text file to its text, with what had to be guessed."""

import codecs
import re
from pathlib import Path

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.formats import code_pages
from qualcode.readers.formats.cleaning import clean, listed, twice_encoded
from qualcode.readers.formats.unusable import kind_of, unusable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, *, encoding: str = "", file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data` with "\\n" as its only line end, and what was guessed, removed or looks wrong.

    A mark in the file itself (BOM, valid UTF-8) goes before `encoding`; without either the code page is guessed.
    Form feeds, tabs and no-break spaces stay. Raises ProblemsError for what is no text, and for empty files.
    """
    refuse_other_kinds(data, file=file)
    text, problems = _to_text(data, encoding, file)
    text, cleaned = clean(text, file=file)
    if not text.strip():
        raise unusable(Path(file), "the file holds no words.", "ask for the file again, or take it out of the folder")
    return text, (*problems, *cleaned, *twice_encoded(text, file=file))


def refuse_other_kinds(data: bytes, *, file: str) -> None:
    """Raises ProblemsError where `data` is empty, a web page or another kind of file, whatever its name says."""
    if not data.strip(b"\x00 \t\r\n"):
        raise unusable(Path(file), "the file is empty.", "ask for the file again, or take it out of the folder")
    wide = _utf_16(data) is not None or data.startswith(tuple(bom for bom, _ in _BOMS))
    kind = kind_of(data)
    if kind.name not in {"", "plain text"} and not (wide and data[:2] in _WIDE_BOMS):
        raise unusable(Path(file), f"this is {kind.name}, not text.", kind.fix)
    if not wide and _is_binary(data):
        fix = "check that the file has the right name, or ask for it again"
        raise unusable(Path(file), "this is not text: it holds bytes that no text file has.", fix)


def _to_text(data: bytes, encoding: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Tries, in this order: a byte order mark, UTF-16 without one, UTF-8, what was declared, nearly UTF-8, a guess."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with_losses(data[len(bom) :], name, file)
    if wide := _utf_16(data):
        text, problems = _with_losses(data, wide, file)
        what = f"read as {wide.upper()}, which the file does not say itself."
        return text, (Problem(what, Where(file), severity=Severity.NOTE), *problems)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if encoding:
        return _declared(data, encoding, file), ()
    if strays := _strays(data):
        return _mend_utf_8(data, strays, file)
    return _guessed(data, file)


def _with_losses(data: bytes, encoding: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """`data` in the encoding it names itself; what is broken (a cut end, stray bytes) is replaced and reported."""
    if encoding == "utf-8" and (strays := _strays(data)):
        return _mend_utf_8(data, strays, file)
    text = data.decode(encoding, errors="replace")
    lost = text.count("�") - data.count("�".encode(encoding))
    if lost <= 0:
        return text, ()
    what = f"{lost} {'character is' if lost == 1 else 'characters are'} damaged and cannot be read."
    return text, (Problem(what, Where(file), "copy the file again from where it came from", Severity.WARNING),)


def _utf_16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, seen by the empty half of most of its characters."""
    sample = data[:4000]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _is_binary(data: bytes) -> bool:
    """Whether more control characters stand in `data` than an accident explains."""
    sample = data[:20000]
    controls = sum(1 for byte in sample if byte < 9 or 13 < byte < 26 or 27 < byte < 32)
    return controls > max(3, 0.02 * len(sample))


def _declared(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        what = f'study.yaml names the encoding "{encoding}", which does not exist.'
        raise unusable(Path(file), what, "write `encoding: cp1250` (or cp1252, utf-8) in study.yaml") from error
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        what = f'the file is not in the encoding "{encoding}" that study.yaml names.'
        fix = "take `encoding:` out of study.yaml, or name the right one there"
        raise unusable(Path(file), what, fix, detail=f"line {number}") from error


def _strays(data: bytes) -> list[int]:
    """Where bytes stand that are no UTF-8, if the text around them clearly is; else an empty list."""
    text = data.decode("utf-8", errors="surrogateescape")
    strays = [index for index, character in enumerate(text) if "\udc80" <= character <= "\udcff"]
    proper = sum(1 for character in text if character >= "\x80") - len(strays)
    return strays if proper >= len(strays) else []


def _mend_utf_8(data: bytes, strays: list[int], file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of UTF-8 with stray bytes, each read in the code page that suits its neighbours."""
    text = data.decode("utf-8", errors="surrogateescape")
    page = code_pages.guess(_narrow(text)).encoding
    characters = list(text)
    for index in strays:
        characters[index] = characters[index].encode("utf-8", errors="surrogateescape").decode(page, errors="replace")
    lines = sorted({text.count("\n", 0, index) + 1 for index in strays})
    verb = "holds" if len(lines) == 1 else "hold"
    what = f"{listed('line', lines)} {verb} characters in another encoding than the rest (UTF-8); read as {page}."
    fix = "look at these lines, then save the file as UTF-8"
    return "".join(characters), (Problem(what, Where(file, line=lines[0]), fix, Severity.WARNING),)


def _narrow(text: str) -> bytes:
    """`text` as single bytes in which only the stray ones are above 127."""
    strays = ("\udc80", "\udcff")
    plain = (
        letter if letter < "\x80" or strays[0] <= letter <= strays[1] else "e" if letter.isalpha() else " "
        for letter in text
    )
    return "".join(plain).encode("ascii", errors="surrogateescape")


def _guessed(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text in the code page its letters suggest: a note where that is clear, a warning where it is not."""
    data = _with_line_ends(data)
    page, sure = code_pages.guess(data)
    other = code_pages.WESTERN if page == code_pages.CENTRAL else code_pages.CENTRAL
    if sure:
        what = f"the file does not say its encoding; read as {page}."
        problem = Problem(what, Where(file), f"if letters look wrong, `encoding: {other}` in study.yaml", Severity.NOTE)
    else:
        what = f"the file does not say its encoding; read as {page}, but {other} is nearly as likely."
        problem = Problem(
            what,
            Where(file),
            f"compare names such as Bihać or Genève, then `encoding: {page}` or `encoding: {other}` in study.yaml",
            Severity.WARNING,
        )
    return data.decode(page, errors="replace"), (problem,)


def _with_line_ends(data: bytes) -> bytes:
    """Where byte 0x85 is the only thing that could part lines it does (NEL); else it is the three dots of Windows."""
    ends = len(re.findall(rb"[.?!:]\x85", data))
    if b"\n" in data or b"\r" in data or ends < 2 or 2 * ends < data.count(b"\x85"):
        return data
    return data.replace(b"\x85", b"\n")
