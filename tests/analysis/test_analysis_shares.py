"""Shares of respondents."""

import pytest

from qualcode.analysis.shares import share


@pytest.mark.parametrize(
    ("count", "n", "text"),
    [
        (1, 3, "1 of 3"),
        (0, 0, "0 of 0"),
        (9, 9, "9 of 9"),
        (5, 10, "50 %"),
        (1, 8, "1 of 8"),
        (1, 40, "3 %"),
        (0, 12, "0 %"),
        (12, 12, "100 %"),
        (1, 300, "< 1 %"),
        (299, 300, "> 99 %"),
    ],
)
def test_share(count, n, text):
    """Percentages begin at ten respondents, round halves up, and never make some into none or all."""
    assert share(count, n) == text
