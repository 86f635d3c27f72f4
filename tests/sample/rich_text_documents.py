"""Interviews as OpenDocument text and as RTF."""

from pathlib import Path

from odfdo import Document, Paragraph
from packed import settle
from truth import TrueInterview

_RTF_HEAD = r"{\rtf1\ansi\ansicpg1250\deff0{\fonttbl{\f0\fnil\fcharset238 Calibri;}}{\info{\title Interview}}\f0\fs22"


def write_odt(path: Path, interview: TrueInterview) -> None:
    """`Q:`, a tab, the words."""
    document = Document("text")
    document.body.clear()
    for heading, value in interview.above:
        document.body.append(Paragraph(f"{heading}: {value}"))
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        document.body.append(Paragraph(f"{turn.speaker}:\t{first}"))
        for later in rest:
            document.body.append(Paragraph(later))
    document.save(str(path))
    settle(path, interview.profile["interview_date"][0], change=_without_thumbnail)


def _without_thumbnail(name: str, content: bytes) -> bytes:
    """The part as it is, the preview picture of odfdo's template emptied: it shows somebody else's page."""
    return b"" if name.startswith("Thumbnails/") else content


def write_rtf(path: Path, interview: TrueInterview) -> None:
    """A bold label with a colon; letters in code page 1250, and as numbers where it has none."""
    lines = [_RTF_HEAD]
    lines += [rf"{_escaped(f'{heading}: {value}')}\par" for heading, value in interview.above]
    lines.append(r"\par")
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        lines.append(rf"{{\b {_escaped(turn.speaker)}:}} {_escaped(first)}\par")
        lines += [rf"{_escaped(later)}\par" for later in rest]
    path.write_bytes(("\r\n".join(lines) + "\r\n}\r\n").encode("ascii"))


def _escaped(words: str) -> str:
    return "".join(_letter(letter) for letter in words)


def _letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter.isascii():
        return letter
    try:
        return rf"\'{letter.encode('cp1250')[0]:02x}"
    except UnicodeEncodeError:
        return rf"\u{ord(letter)}?"
