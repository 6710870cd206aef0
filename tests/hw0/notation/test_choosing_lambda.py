"""The second routes to what chooses a penalty agree with the package, one instance at a time."""

from types import SimpleNamespace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.notation import choosing_lambda

LAM = 0.3


class Stack(SimpleNamespace):
    """Some instances, as the table of the letters makes them: matrices behind an axis of instances."""

    def __getitem__(self, name):
        return getattr(self, name)


@pytest.fixture(params=[(6, 2), (4, 4), (3, 5)])
def stack(request):
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(3, *request.param)), rng.normal(size=(3, request.param[0], 1))
    return Stack(X=X, y=y, U=np.linalg.svd(X)[0], drawn={"y": y}, **{"lambda": np.full((3, 1, 1), LAM)})


def test_errors_left_out_turned_and_as_they_are_are_the_criteria(stack):
    found = [ridge.criteria(X, y[:, 0], [LAM]) for X, y in zip(stack.X, stack.y, strict=True)]
    left_out = choosing_lambda.errors_left_out(stack)
    assert_allclose(np.mean(left_out**2, axis=(1, 2)), [one.left_out[0] for one in found])
    assert_allclose(choosing_lambda.turned_errors(stack)[:, 0, 0], [one.generalized[0] for one in found])


def test_the_evidence_is_greatest_at_the_best_scale_and_gives_the_spread_there(stack):
    n = stack.X.shape[1]
    square = choosing_lambda.best_scale(stack) ** 2
    best = choosing_lambda.evidence_of(stack, square)
    spread = [ridge.criteria(X, y[:, 0], [LAM]).spread[0] for X, y in zip(stack.X, stack.y, strict=True)]
    assert_allclose(-2 * np.log(best[:, 0, 0]) / n, np.log(2 * np.pi) + 1 + np.log(spread))
    for factor in (0.9, 1.1):
        assert (choosing_lambda.evidence_of(stack, factor * square) < best).all()
    assert_allclose(choosing_lambda.evidence(stack), choosing_lambda.evidence_of(stack, 1.0))


def test_targets_in_balance_ask_for_no_other_penalty(stack):
    for X, y in zip(stack.X, choosing_lambda.balanced(stack)[..., 0], strict=True):
        before, here, after = np.log(ridge.criteria(X, y, [LAM * 0.999, LAM, LAM * 1.001]).spread)
        assert abs(after - before) < 1e-7
        assert abs(before - here) < 1e-5
