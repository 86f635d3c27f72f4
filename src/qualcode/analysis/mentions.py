"""Mentions: how often something is spoken of, however many rules or codings noticed it."""

from collections.abc import Iterable

from qualcode.model.coding import Coding


def mentions(codings: Iterable[Coding]) -> int:
    """How many runs of neighbouring segments of one turn `codings` make.

    Pass the codings of one code for its mentions, of all codes of a theme for the theme's. Codings that share a
    segment or lie on the next one belong to one mention; a change of turn always begins another.
    """
    runs = sorted({(coding.transcript, coding.turn, coding.first_segment, coding.last_segment) for coding in codings})
    count, reach, place = 0, 0, None
    for transcript, turn, first, last in runs:
        apart = place != (transcript, turn) or first > reach + 1
        count += apart
        reach = last if apart else max(reach, last)
        place = (transcript, turn)
    return count
