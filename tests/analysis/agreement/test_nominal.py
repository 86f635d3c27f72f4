"""Coefficients of agreement, against the worked examples of the papers and their own laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.agreement import nominal

FLEISS = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip
"""Fourteen raters, ten subjects, five categories: the table that teaches Fleiss' kappa."""
ROWS = st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=2, max_size=40)


def table(both, first, second, neither):
    """Units of two coders: both yes, only the first, only the second, neither."""
    return [(1, 1)] * both + [(1, 0)] * first + [(0, 1)] * second + [(0, 0)] * neither


def test_fleiss_table():
    """The classical table of fourteen raters gives .210."""
    units = [[place for place, count in enumerate(row) for _ in range(count)] for row in FLEISS]
    assert nominal.fleiss(units) == pytest.approx(0.210, abs=0.0005)


def test_krippendorff_two_coders():
    """Krippendorff's ten binary units of two coders (2011, section A) give .095."""
    a, b = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert nominal.krippendorff(list(zip(a, b, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_cohen_by_hand():
    """20 and 15 of 50 agreed, with 25 and 30 yes: .7 observed, .5 by chance."""
    assert nominal.cohen(table(20, 5, 10, 15)) == pytest.approx(0.4)


def test_gwet_where_nearly_all_is_one_category():
    """Where kappa falls below nought at high agreement, AC1 does not (118, 5, 2, 0 of 125 units)."""
    units = table(118, 5, 2, 0)
    assert nominal.percent(units) == pytest.approx(0.944)
    assert nominal.cohen(units) == pytest.approx(-0.0234, abs=0.0005)
    assert nominal.gwet(units) == pytest.approx(0.9408, abs=0.0005)


@pytest.mark.parametrize("name", ["cohen", "fleiss", "krippendorff", "gwet"])
@pytest.mark.parametrize("units", [[], [(True, True)] * 5])
def test_what_cannot_be_said(name, units):
    """No unit, or one category only, gives no coefficient."""
    assert getattr(nominal, name)(units) is None


def test_against_a_reference():
    """Two of three found are right, two of four are found."""
    truth, found = [True, True, True, True, False], [True, True, False, False, True]
    got = (nominal.precision(truth, found), nominal.recall(truth, found), nominal.f1(truth, found))
    assert got == pytest.approx((2 / 3, 1 / 2, 4 / 7))
    assert nominal.f1([False], [False]) is None


@pytest.mark.parametrize("name", ["fleiss", "krippendorff", "gwet", "percent"])
@given(rows=ROWS)
def test_order_never_matters(name, rows):
    """Neither the order of the units nor that of the coders changes a coefficient."""
    measure = getattr(nominal, name)
    turned = [row[::-1] for row in reversed(rows)]
    assert measure(rows) == pytest.approx(measure(turned)) if measure(rows) is not None else measure(turned) is None


@pytest.mark.parametrize("name", ["cohen", "fleiss", "krippendorff", "gwet"])
@given(values=st.lists(st.booleans(), min_size=2, max_size=40).filter(lambda one: len(set(one)) == 2))
def test_full_agreement_is_one(name, values):
    """Coders who agree everywhere and use both categories have 1."""
    assert getattr(nominal, name)([(one, one) for one in values]) == pytest.approx(1)
