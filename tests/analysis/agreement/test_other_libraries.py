"""The coefficients against what other libraries give for the same units."""

import random

import pytest

from qualcode.analysis.agreement import nominal

WHY = "a library that only checks ours: pip install -e '.[test]'"


@pytest.fixture(params=range(10))
def rows(request):
    """Thirty units of two coders, drawn anew for each number; both categories are used."""
    draw = random.Random(request.param)  # noqa: S311 - nothing secret is drawn
    return [(1, 0), *(tuple(int(draw.random() < 0.3) for _ in range(2)) for _ in range(29))]


def test_cohen_is_that_of_scikit_learn(rows):
    """Cohen's kappa."""
    metrics = pytest.importorskip("sklearn.metrics", reason=WHY)
    assert nominal.cohen(rows) == pytest.approx(metrics.cohen_kappa_score(*zip(*rows, strict=True)))


def test_fleiss_is_that_of_statsmodels(rows):
    """Fleiss' kappa, from how many coders said yes and no."""
    rater = pytest.importorskip("statsmodels.stats.inter_rater", reason=WHY)
    counts = [[row.count(0), row.count(1)] for row in rows]
    assert nominal.fleiss(rows) == pytest.approx(rater.fleiss_kappa(counts))


def test_alpha_is_that_of_krippendorff(rows):
    """Nominal alpha."""
    library = pytest.importorskip("krippendorff", reason=WHY)
    table = list(zip(*rows, strict=True))
    assert nominal.krippendorff(rows) == pytest.approx(library.alpha(table, level_of_measurement="nominal"))
