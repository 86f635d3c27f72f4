"""Text made fit to read: line ends made equal, invisible and control characters removed, entities resolved."""

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from html.entities import html5

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document

_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
# Joiners carry meaning inside Persian, Arabic and Indic words and nowhere else.
_JOINER = re.compile(r"(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff\u0900-\u0dff])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UNSOUND = re.compile("[\ud800-\udfff\x00-\x08\x0e-\x1f]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TWICE = re.compile("[ÂÃÄÅâ][\u0080-\u00ff\u0100-\u02ff\u2000-\u21ff\u2122]{1,2}")
_PLAUSIBLE = frozenset("čćđšžČĆĐŠŽáàâäãåæçéèêëíìîïñóòôöõøúùûüýßÁÀÂÄÉÈÊËÍÎÏÑÓÔÖÚÛÜÇşğıőűŞĞİ\u00a0–—‘’“”„…•€«»°")


def clean(text: str, *, file: str) -> tuple[str, tuple[Problem, ...]]:
    """`text` with "\\n" as its only line end, and what was removed.

    No-break and other odd spaces stay, and so does the form feed, which parts pages.
    """
    text, restored = _restore_c1(text)
    text = _LINE_END.sub("\n", text)
    # A soft hyphen shows only where it breaks a line, and is a hyphen there.
    text = re.sub("\u00ad(?=\n)", "-", text)
    text = _INVISIBLE.sub("", text)
    text = _JOINER.sub("", text)
    text, removed = _CONTROL.subn("", text.rstrip("\x1a"))
    return text, tuple(_cleaning_problems(removed, restored, file))


def sound(document: Document, *, file: str) -> Document:
    """`document` without halves of characters (lone surrogates) and control characters, which no store can keep.

    What stood there is shown as U+FFFD, so that a reader sees that something is missing.
    """
    broken = [line for line in document.lines if _UNSOUND.search(line.text)]
    if not broken:
        return document
    lines = tuple(replace(line, text=_UNSOUND.sub("\ufffd", line.text)) for line in document.lines)
    what = f"broken characters, shown as \ufffd, on {len(broken)} line{'' if len(broken) == 1 else 's'}."
    problem = Problem(what, Where(file), "export the file again from where it came from", Severity.WARNING)
    return replace(document, lines=lines, problems=(*document.problems, problem))


def unescape(text: str) -> tuple[str, int]:
    """`text` with HTML entities (`&#8212;`, `&amp;`) turned into their characters, once, and how many there were."""
    found = 0

    def character(entity: re.Match[str]) -> str:
        nonlocal found
        resolved = html.unescape(entity.group())
        if resolved == entity.group() or (entity.group()[1] != "#" and entity.group()[1:] not in html5):
            return entity.group()
        found += 1
        return " " if resolved in {"\n", "\r", "\t"} else _CONTROL.sub("", _INVISIBLE.sub("", resolved))

    return _ENTITY.sub(character, text), found


def entity_note(count: int, *, file: str) -> tuple[Problem, ...]:
    """What to say of `count` entities, nothing where there were none."""
    if not count:
        return ()
    what = f"{_times(count, 'code such as &amp;', 'codes such as &amp;')} turned into the characters meant."
    return (Problem(what, Where(file), severity=Severity.NOTE),)


def twice_encoded(text: str, *, file: str) -> tuple[Problem, ...]:
    """A warning where letters were garbled by an earlier program (`Ã©` for é); the text is left as it is."""
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if _is_garbled(line)]
    if not lines:
        return ()
    what = (
        f"letters were garbled by a program that handled this file earlier (as Ã© for é), on {listed('line', lines)}."
    )
    fix = "export the file again from where it came from, as UTF-8"
    return (Problem(what, Where(file, line=lines[0]), fix, Severity.WARNING),)


def listed(noun: str, numbers: Iterable[int], *, limit: int = 8) -> str:
    """`line 3`, `lines 3, 9 and 12`, `lines 1, 2, 3 and 40 more`."""
    every = [str(number) for number in numbers]
    if len(every) == 1:
        return f"{noun} {every[0]}"
    if len(every) > limit:
        return f"{noun}s {', '.join(every[:limit])} and {len(every) - limit} more"
    return f"{noun}s {', '.join(every[:-1])} and {every[-1]}"


def _restore_c1(text: str) -> tuple[str, int]:
    """Windows quotes and dashes that an earlier program took for control characters, put back."""
    if not re.search("[\x91-\x97]", text):
        return text, 0

    def character(found: re.Match[str]) -> str:
        return found.group().encode("latin-1").decode("cp1252", errors="ignore")

    return re.subn("[\x80-\x9f]", character, text)


def _is_garbled(line: str) -> bool:
    return any(_unravelled(found.group()) for found in _TWICE.finditer(line))


def _unravelled(letters: str) -> bool:
    """Whether `letters` are the bytes of one likely character, read in the wrong code page."""
    for page in ("cp1252", "cp1250", "latin-1"):
        for end in (2, 3):
            try:
                meant = letters[:end].encode(page).decode("utf-8")
            except UnicodeError:
                continue
            if meant in _PLAUSIBLE:
                return True
    return False


def _cleaning_problems(removed: int, restored: int, file: str) -> Iterable[Problem]:
    if removed:
        kind = "control character that no text should hold"
        what = f"{_times(removed, kind, kind.replace('character', 'characters'))} removed."
        yield Problem(
            what, Where(file), "look whether words are missing where the file shows odd signs", Severity.WARNING
        )
    if restored:
        damaged = _times(restored, "damaged quotation mark or dash", "damaged quotation marks and dashes")
        what = f"{damaged} put back."
        yield Problem(what, Where(file), severity=Severity.NOTE)


def _times(count: int, noun: str, plural: str = "") -> str:
    return f"1 {noun} was" if count == 1 else f"{count} {plural or noun + 's'} were"
