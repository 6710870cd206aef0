"""hw0.least_squares.gradient_descent: what is computed at once against steps that are taken, and where they end."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.least_squares import gradient, gradient_descent, min_norm_solution, objective, subspaces, svd
from tests.hw0.made import matrix

KINDS = [(5, 3, [3, 2, 1]), (3, 5, [3, 2, 1]), (5, 4, [2, 1]), (4, 5, [1]), (3, 3, [1, 1, 1]), (1, 1, [2]), (3, 2, [])]


def problem(n, d, s, seed=0):
    rng = np.random.default_rng(seed)
    return matrix(n, d, s, rng=rng), rng.normal(size=n), rng.normal(size=d)


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 1.02])
def test_what_is_computed_at_once_is_where_the_steps_lead(n, d, s, share):
    X, y, start = problem(n, d, s)
    lr = share / max([*s, 1]) ** 2
    way = gradient_descent.path(X, y, lr=lr, steps=12, start=start)
    U, values, Vt = svd.thin(X)
    values = np.where(np.arange(len(values)) < len(s), values, 0.0)
    assert_allclose(gradient_descent.after(U, values, Vt, y, start, lr=lr, steps=np.arange(13)), way.T, atol=1e-12)


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
def test_descent_ends_at_its_limit_which_is_a_minimiser_and_the_nearest_to_its_start(n, d, s):
    X, y, start = problem(n, d, s, seed=1)
    found = gradient_descent.path(X, y, lr=0.4 / max([*s, 1]) ** 2, steps=2000, start=start)[-1]
    limit = gradient_descent.limit(X, y, start)
    assert_allclose(found, limit, atol=1e-12)
    assert_allclose(gradient(limit, X, y), 0, atol=1e-12)
    rng = np.random.default_rng(2)
    for _ in range(20):                     # other minimisers
        other = min_norm_solution(X, y) + subspaces.onto_null_space(X) @ rng.normal(size=d)
        assert np.linalg.norm(limit - start) <= np.linalg.norm(other - start) + 1e-12


@pytest.mark.parametrize(("n", "d", "s"), KINDS)
def test_descent_from_zero_ends_at_the_shortest(n, d, s):
    X, y, _ = problem(n, d, s, seed=3)
    way = gradient_descent.path(X, y, lr=0.4 / max([*s, 1]) ** 2, steps=2000)
    assert_allclose(way[-1], min_norm_solution(X, y), atol=1e-12)
    assert np.all(np.diff(objective(way.T, X, y)) <= 1e-12)


def test_the_border_of_convergence_is_at_one_over_the_square_of_the_largest_singular_value():
    X, y, start = problem(5, 3, [3, 2, 1])
    away = [np.linalg.norm(gradient_descent.path(X, y, lr=lr / 9, steps=400, start=start)[-1] - min_norm_solution(X, y))
            for lr in (0.98, 1.0, 1.02)]
    assert away[0] < 1e-3 < away[1] < 100 < away[2]


def test_share_is_nothing_without_a_singular_value_and_all_at_the_perfect_rate():
    share = gradient_descent.share_of_the_way(np.array([0.0, 2.0]), lr=0.125, steps=1)
    assert_allclose(share, [0.0, 1.0])
    assert_allclose(gradient_descent.share_of_the_way(3.0, lr=0.01, steps=0), 0.0)


def test_no_step_and_wrong_input():
    X, y, start = problem(3, 2, [1.0])
    assert_allclose(gradient_descent.path(X, y, lr=1.0, steps=0, start=start), [start])
    with pytest.raises(ValueError, match="lr"):
        gradient_descent.path(X, y, lr=0.0, steps=1)
    with pytest.raises(ValueError, match="steps must be a whole number >= 0; got -1"):
        gradient_descent.path(X, y, lr=1.0, steps=-1)
    for wrong, words in (({"start": np.zeros(3)}, "start must have shape"), ({"lr": [0.1, 0.2]}, "lr must be a number"),
                         ({"y": y[:2]}, "y must have shape"), ({"start": [np.nan, 0.0]}, "start must be finite")):
        with pytest.raises(ValueError, match=words):
            gradient_descent.path(**{"X": X, "y": y, "lr": 1.0, "steps": 0} | wrong)
    with pytest.raises(ValueError, match="start must have shape"):
        gradient_descent.limit(X, y, np.zeros(3))


def test_a_descent_that_diverges_is_told_where():
    """The weight after t steps is 1 - (-10)^t, and the largest float is 1.8e308."""
    with pytest.raises(ValueError, match=r"diverges at step 309: use a learning rate below 5\.5"):
        gradient_descent.path([[1.0]], [1.0], lr=5.5, steps=1000)
