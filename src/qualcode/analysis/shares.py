"""Shares of respondents, written so that small groups do not look like large ones."""

SMALLEST_PERCENTAGE = 10
"""From how many respondents a share may be a percentage."""


def share(count: int, n: int) -> str:
    """`count` of `n` respondents: a whole percentage from n = 10, else "1 of 3"; halves are rounded up.

    A share that is not nothing is never shown as 0 %, nor one that is not all as 100 %.
    """
    if n < SMALLEST_PERCENTAGE:
        return f"{count} of {n}"
    percent = (200 * count + n) // (2 * n)
    if percent == 0 and count:
        return "< 1 %"
    if percent == 100 and count < n:
        return "> 99 %"
    return f"{percent} %"
