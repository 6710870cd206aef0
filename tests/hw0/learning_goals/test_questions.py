"""The calibration check's statements are true or false as its key says: computed with the package's functions.

A statement about all instances is held against many; one about some instance needs that instance.
"""

import numpy as np
import pytest

from hw0 import least_squares, relu_elbow, ridge, vector_calculus
from hw0.checks import check
from hw0.learning_goals.questions import QUESTIONS
from hw0.least_squares import subspaces, svd
from hw0.vector_calculus import gradcheck
from tests.notebooks.rules_of_figures import not_typeset


def draws(*shape, seeds=range(20)):
    return [np.random.default_rng(seed).normal(size=shape) for seed in seeds]


def quadratic():
    """Is the derivative of xᵀAx equal to 2xᵀA for every A?"""
    x = np.ones(3)
    return all(np.allclose(vector_calculus.d_quadratic(A, x), 2 * x @ A) for A in draws(3, 3))


def one_point():
    """Is there a matrix that is not symmetric and an x other than 0 with equality?"""
    A = draws(3, 3)[0]
    x = vector_calculus.agreement_basis(A)[:, 0]
    return not np.allclose(A, A.T) and np.linalg.norm(x) > 0.5 and np.allclose(vector_calculus.d_quadratic(A, x),
                                                                               2 * x @ A)


def tall():
    """Is XᵀX invertible for every tall X?"""
    repeated = np.repeat(draws(5, 1)[0], 2, axis=1)
    return all(svd.rank(X.T @ X) == 2 for X in [*draws(5, 2), repeated])


def other_side():
    """Is XA the identity for every tall X of full column rank?"""
    return all(np.allclose(X @ least_squares.left_inverse(X), np.eye(5)) for X in draws(5, 2))


def row_space():
    """Is the shortest solution always a combination of the rows, and is no other solution shorter?"""
    held = []
    for X, y, z in zip(draws(2, 4), draws(2, seeds=range(20, 40)), draws(4, seeds=range(40, 60)), strict=True):
        w = least_squares.min_norm_solution(X, y)
        other = w + subspaces.onto_null_space(X) @ z
        assert np.allclose(X @ other, y)
        held.append(np.allclose(subspaces.onto_row_space(X) @ w, w) and np.linalg.norm(w) <= np.linalg.norm(other))
    return all(held)


def crossover():
    """Does ridge with λ = 4 halve the part of the solution along a singular vector with σ = 4?"""
    X, y = np.diag([4.0, 1.0]), np.array([1.0, 1.0])
    return bool(np.isclose(ridge.by_svd(X, y, lam=4.0)[0], least_squares.min_norm_solution(X, y)[0] / 2))


def fake_data():
    """Is ridge always least squares on a data set with d more rows whose targets are 0?"""
    held = []
    for X, y in zip(draws(6, 3), draws(6), strict=True):
        more, targets = ridge.with_fake_data(X, y, lam=0.7)
        assert more.shape == (9, 3)
        assert not targets[6:].any()
        held.append(np.allclose(least_squares.min_norm_solution(more, targets),
                                ridge.by_normal_equations(X, y, lam=0.7)))
    return all(held)


def every_weight():
    """Does no entry of the ridge solution ever grow in absolute value with λ?"""
    return all(
        np.all(np.diff(np.abs([ridge.by_svd(X, y, lam=lam) for lam in np.geomspace(0.01, 100, 60)]), axis=0) <= 1e-12)
        for X, y in zip(draws(3, 2), draws(3), strict=True)
    )


def to_the_right():
    """Does a small step always move the elbow right if w > 0, x > 0 and the unit says too much?"""
    return all(relu_elbow.direction(1.0, b, 1.0, lr=1e-6) == "right" for b in (-0.5, 0.0, 0.5, 2.0))


def asleep():
    """Does a step move nothing if the output at the training point is 0, whatever the target?"""
    return all(relu_elbow.sgd_step(w, b, x, y, lr=0.5) == (w, b)
               for w, b, x, y in np.random.default_rng(0).normal(scale=5, size=(400, 4))
               if relu_elbow.unit(w, b, x) == 0)


def one_point_stays():
    """Does the height of the line at −1/x stay the same at every active unit?"""
    w, b, x, delta = np.random.default_rng(0).normal(size=(4, 500))
    active = w * x + b > 0
    new = relu_elbow.residual_step(w, b, x, delta, lr=0.3)
    t = relu_elbow.fixed_point(x)
    assert active.sum() > 100
    return np.allclose((new.w * t + new.b)[active], (w * t + b)[active])


def right_and_rejected():
    """Can an exactly right gradient have a relative error of 1 against central differences?"""
    x = np.array([-1e-9])
    exact = relu_elbow.relu_grad(x)
    step = gradcheck.CENTRAL_STEP           # the default would be shortened
    differences = np.ravel(gradcheck.central_differences(lambda v: relu_elbow.relu(v).sum(), x, h=step))
    assert exact[0] == 0
    return bool(np.isclose(np.max(gradcheck.relative_error(exact, differences)), 1))


EVIDENCE = {f.__name__: f for f in (
    quadratic, one_point, tall, other_side, row_space, crossover, fake_data, every_weight, to_the_right, asleep,
    one_point_stays,
    right_and_rejected,
)}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_key_is_what_a_computation_finds(question):
    assert bool(EVIDENCE[question.name]()) is question.true


def test_every_statement_has_its_evidence():
    assert [question.name for question in QUESTIONS] == list(EVIDENCE)


def test_guessing_one_word_throughout_gets_half_of_them():
    assert len(QUESTIONS) == 12
    assert sum(question.true for question in QUESTIONS) == 6


def test_the_referee_agrees_where_a_statement_is_an_answer_to_a_part():
    assert not check("2d", lambda A, x: 2 * x @ A).right
    assert check("2d", lambda A, x: x @ (A + A.T)).right
    assert not check("5b.ii", "right").right
    assert check("5b.i", "stays").right


def test_the_reasons_that_name_numbers_are_right():
    assert ridge.by_svd(np.diag([4.0]), [1.0], lam=4.0)[0] * 4 == pytest.approx(16 / 20)
    assert ridge.by_svd(np.diag([2.0]), [1.0], lam=4.0)[0] * 2 == pytest.approx(1 / 2)
    assert relu_elbow.direction(1.0, 2.0, 1.0, lr=1e-3) == "left"
    for A in draws(3, 3):
        assert vector_calculus.agreement_basis(A).shape[1] >= 1


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_its_formulas_are_typeset(question):
    assert not_typeset(question.statement) == not_typeset(question.why) == []


def test_every_answer_has_its_reason():
    assert all(question.why.endswith(".") for question in QUESTIONS)
