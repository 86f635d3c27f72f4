"""Interviews as plain text and as captions."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truth import TrueInterview

_CUE_WORDS = (9, 12, 7, 11, 8, 13)
"""How many words one caption after the other holds, so that most end in mid-sentence."""
_WORDS_A_SECOND = 2.5
_PAUSE = 0.6


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    speaker: str
    words: str
    first: bool
    """Whether a turn begins with it."""


def write_cp1250(path: Path, interview: TrueInterview) -> None:
    """Old Windows text: code page 1250, CRLF, an empty line between turns."""
    lines = [f"{heading}: {value}" for heading, value in interview.above]
    for turn in interview.turns:
        first, *rest = turn.paragraphs
        lines += ["", f"{turn.speaker}: {first}", *rest]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode("cp1250"))


def write_vtt(path: Path, interview: TrueInterview) -> None:
    """WebVTT with a voice tag in every caption."""
    blocks = ["WEBVTT", "NOTE\n" + "\n".join(f"{heading}: {value}" for heading, value in interview.above)]
    for cue in _cues(interview):
        blocks.append(f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n<v {cue.speaker}>{cue.words}</v>")
    path.write_bytes(("\n\n".join(blocks) + "\n").encode())


def write_srt(path: Path, interview: TrueInterview) -> None:
    """SubRip with `[Speaker 1]:` where a turn begins."""
    blocks = []
    for number, cue in enumerate(_cues(interview), start=1):
        label = f"[{cue.speaker}]: " if cue.first else ""
        times = f"{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}"
        blocks.append(f"{number}\n{times}\n{label}{_two_lines(cue.words)}\n")
    path.write_bytes("\n".join(blocks).encode())


def _cues(interview: TrueInterview) -> Iterator[_Cue]:
    """The captions of an interview, one after the other."""
    time, number = 1.0, 0
    for turn in interview.turns:
        words = turn.text.split()
        first = True
        while words:
            size = _CUE_WORDS[number % len(_CUE_WORDS)]
            said, words = words[:size], words[size:]
            end = time + len(said) / _WORDS_A_SECOND
            yield _Cue(time, end, turn.speaker, " ".join(said), first)
            time, first, number = end, False, number + 1
        time += _PAUSE


def _two_lines(words: str) -> str:
    """A long caption on two lines."""
    split = words.split()
    return words if len(split) < 10 else " ".join(split[:6]) + "\n" + " ".join(split[6:])


def _clock(seconds: float, point: str) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}{point}{rest % 1000:03d}"
