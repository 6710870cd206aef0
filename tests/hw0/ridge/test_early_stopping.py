"""hw0.ridge.early_stopping: descent that is stopped keeps once to twice what ridge keeps."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.least_squares import gradient_descent, objective
from tests.hw0.made import matrix


@pytest.mark.parametrize("steps", [1, 2, 3, 10, 1000, 100_000])
def test_share_of_the_steps_lies_between_once_and_twice_that_of_ridge(steps):
    s = np.sqrt(np.linspace(1e-6, 0.5, 1001))           # 2 lr s^2 up to 1, with lr = 1
    share = gradient_descent.share_of_the_way(s, lr=1.0, steps=steps)
    kept = ridge.shrinkage(s, ridge.matching_penalty(1.0, steps))
    assert np.all(share >= kept * (1 - 1e-9))
    assert np.all(share <= 2 * kept * (1 + 1e-9))


def test_both_borders_are_reached():
    twice = gradient_descent.share_of_the_way(np.sqrt(0.5), lr=1.0, steps=1) / ridge.shrinkage(np.sqrt(0.5), 0.5)
    assert_allclose(twice, 2.0)
    once = gradient_descent.share_of_the_way(1e-4, lr=1.0, steps=10) / ridge.shrinkage(1e-4, 1 / 20)
    assert_allclose(once, 1.0, rtol=1e-6)


def test_with_short_steps_it_is_at_most_thirty_percent_more():
    s = np.logspace(-4, 0, 4001)
    for steps in (1_000, 1_000_000):
        lr = 1e-3
        quotient = (gradient_descent.share_of_the_way(s, lr=lr, steps=steps)
                    / ridge.shrinkage(s, ridge.matching_penalty(lr, steps)))
        assert 1.29 < np.max(quotient) < 1.31


def test_solutions_are_near_each_other():
    rng = np.random.default_rng(0)
    X, y = matrix(20, 5, [3, 1, 0.5, 0.1, 0.02], rng=rng), rng.normal(size=20)
    stopped = gradient_descent.path(X, y, lr=0.01, steps=300)[-1]
    w = ridge.by_svd(X, y, lam=ridge.matching_penalty(0.01, 300))
    _, _, Vt = np.linalg.svd(X)
    share = (Vt @ stopped) / (Vt @ w)
    assert np.all((share > 1 - 1e-9) & (share < 1.31))
    assert objective(stopped, X, y) < objective(w, X, y)


def test_rates_and_steps_have_to_be_positive():
    for lr, steps in ((0.0, 1), (1.0, 0)):
        with pytest.raises(ValueError, match=r"lr|steps"):
            ridge.matching_penalty(lr, steps)
