"""What the screen shows: sentences with their codings marked, and a coding in plain words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from qualcode.model.decision import Decided
from qualcode.model.transcript import Role, Segment, Transcript, Turn
from qualcode.workflow.desk import Desk
from qualcode.workflow.reviewing import why

_MARKS = {
    "suggested": Style(underline=True),
    "accepted": Style(bold=True, underline=True),
    "edited": Style(bold=True, underline=True),
    "added": Style(bold=True, underline=True),
    "rejected": Style(strike=True),
    "disputed": Style(reverse=True),
}
"""How the words of a coding are set, without colour, so that it is read in light and dark terminals."""
SIGNS = {"suggested": "?", "accepted": "+", "edited": "~", "added": "+", "rejected": "-", "disputed": "!"}
"""A status as one letter."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or an interviewer's turn, as one entry of the reading pane."""

    segment: Segment
    turn: Turn
    codable: bool
    """Whether it is a respondent's, so that it can be coded."""


def lines(desk: Desk, transcript: Transcript) -> list[Line]:
    """Every sentence that may be shown, in order."""
    turns = {turn.number: turn for turn in transcript.turns if desk.may_show(transcript, turn.number)}
    return [
        Line(one, turns[one.turn], bool(turns[one.turn].respondent) and turns[one.turn].role is not Role.INTERVIEWER)
        for one in transcript.segments
        if one.turn in turns
    ]


def shown(  # noqa: PLR0913 - what a sentence looks like
    line: Line, transcript: Transcript, here: Sequence[Decided], *, first: bool, chosen: bool, given: bool = True
) -> Text:
    """The sentence with its marks: who speaks where a turn begins, a sign for every coding, coded words set apart.

    What is not `given` to the coder is dim.
    """
    text = Text()
    if first:
        text.append(f"{line.turn.speaker or line.turn.role}\n", style="bold dim")
    signs = "".join(dict.fromkeys(SIGNS.get(one.coding.status, "?") for one in here))
    text.append(f"{'>' if chosen else ' '}{signs or ' '} ".ljust(5), style="bold")
    words = Text(line.segment.span.of(transcript.text), style=_style(line, given=given))
    start = line.segment.span.start
    for one in here:
        span = one.coding.span
        words.stylize(_MARKS.get(one.coding.status, ""), max(0, span.start - start), max(0, span.end - start))
    return text + words


def _style(line: Line, *, given: bool) -> str:
    if not line.codable:
        return "dim italic"
    return "" if given else "dim"


def told(desk: Desk, one: Decided, *, number: int, of: int) -> Text:
    """A coding in plain words: its code and what that means, why it is there, what people said of it."""
    names = {code.id: code for code in desk.codebook.codes()}
    coding = one.coding
    code = names.get(coding.code)
    text = Text()
    text.append(f"{number}/{of} ", style="dim")
    text.append(code.name if code else coding.code, style="bold")
    text.append(f"  {coding.code}  [{coding.status}]\n", style="dim")
    text.append(f"{why(one)}\n")
    if coding.rule:
        text.append(f"rule {coding.rule}\n", style="dim")
    if one.again:
        text.append(f"Look again: {one.again}\n", style="bold")
    if coding.memo:
        text.append(f"Memo: {coding.memo}\n")
    if code and code.definition:
        text.append(code.definition, style="italic")
    return text


def coded(one: Decided, segment: Segment) -> bool:
    """Whether a coding lies on a sentence."""
    return one.coding.first_segment <= segment.number <= one.coding.last_segment


def book(desk: Desk, decided: Sequence[Decided]) -> Text:
    """The codebook, with how often each code stands in the transcript."""
    counts = Counter(one.coding.code for one in decided)
    text = Text(no_wrap=True, overflow="ellipsis")
    for theme in desk.codebook.themes:
        text.append(f"{theme.name}\n", style="bold")
        for code in theme.codes:
            number = counts[code.id]
            text.append(f"{number or '':>3} {code.name}\n", style="" if number else "dim")
    return text
