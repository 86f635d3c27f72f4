"""Dates as people write them."""

import pytest

from qualcode.readers.dates import AmbiguousDateError, parse_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-06-14", "2024-06-14"),
        ("KII_NGO_20240614", "2024-06-14"),
        ("14 June 2024", "2024-06-14"),
        ("14th of June, 2024", "2024-06-14"),
        ("June 14, 2024", "2024-06-14"),
        ("14.6.2024", "2024-06-14"),
        ("3.4.2024", "2024-04-03"),
        ("03. 04. 24", "2024-04-03"),
        ("6/14/2024", "2024-06-14"),
        ("3-Jul-20", "2020-07-03"),
        ("5/5/2024", "2024-05-05"),
        ("21/11/91", "1991-11-21"),
        ("14. juni 2024.", "2024-06-14"),
        ("no date", ""),
        ("2024-13-45", ""),
    ],
)
def test_a_date_that_reads_one_way_is_read(written, iso):
    """Numbers, names of months, and day or month first where only one is possible."""
    assert parse_date(written) == iso


def test_a_date_that_reads_two_ways_is_asked_about():
    """3/4/2024 is never guessed."""
    with pytest.raises(AmbiguousDateError):
        parse_date("3/4/2024")


@pytest.mark.parametrize(("order", "iso"), [("day-first", "2024-04-03"), ("month-first", "2024-03-04")])
def test_a_declared_order_settles_it(order, iso):
    """study.yaml says which comes first."""
    assert parse_date("3/4/2024", order=order) == iso
