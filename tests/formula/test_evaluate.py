"""Trees have the values that NumPy gives, at every instance of a batch."""

import numpy as np
import pytest

from formula.evaluate import Evaluator
from formula.kinds import annotate
from formula.magnitude import Magnitude
from formula.reader import read_expression
from tests.formula.alphabet import LETTERS

COUNT = 4
INSTANCE = LETTERS.instances(np.random.default_rng(0), COUNT, {"n": 7, "d": 3})


def value(latex, by=Evaluator, **indices):
    tree = read_expression(latex, LETTERS)
    annotate(tree, INSTANCE)
    return by(INSTANCE, {name: np.array(places, float).reshape(-1, 1, 1) for name, places in indices.items()})(tree)


def each(function):
    """The same by a loop over the instances, with vectors of one dimension."""
    g = INSTANCE
    rows = range(COUNT)
    return np.array(
        [function(g.X[b], g.M[b], g.y[b, :, 0], g.w[b, :, 0], g.t[b, 0, 0], g["lambda"][b, 0, 0]) for b in rows]
    )


@pytest.mark.parametrize(("latex", "expected"), [
    (r"w^\top X^\top X w - 2 y^\top X w", lambda X, M, y, w, t, lam: w @ X.T @ X @ w - 2 * y @ X @ w),
    (r"(X^\top X + \lambda I)^{-1} X^\top y",
     lambda X, M, y, w, t, lam: np.linalg.solve(X.T @ X + lam * np.eye(3), X.T @ y)),
    (r"X^\dagger y", lambda X, M, y, w, t, lam: np.linalg.pinv(X) @ y),
    (r"\lVert Xw - y \rVert^2", lambda X, M, y, w, t, lam: np.sum((X @ w - y) ** 2)),
    (r"y w^\top", lambda X, M, y, w, t, lam: np.outer(y, w)),
    (r"\operatorname{diag}(1/w^2)", lambda X, M, y, w, t, lam: np.diag(1 / w**2)),
    (r"\sum_{i=1}^n y_i", lambda X, M, y, w, t, lam: y.sum()),
    (r"\sum_{i \neq 2} w_i", lambda X, M, y, w, t, lam: w[0] + w[2]),
    (r"\sum_{i > 2} w_i", lambda X, M, y, w, t, lam: w[2]),
    (r"\sum_i \sum_j y_i M_{ij} y_j", lambda X, M, y, w, t, lam: y @ M @ y),
    (r"\sum_i x_i x_i^\top", lambda X, M, y, w, t, lam: X.T @ X),
    (r"m_2", lambda X, M, y, w, t, lam: M[:, 1]),
    (r"(My)_3", lambda X, M, y, w, t, lam: (M @ y)[2]),
    (r"\max(0, y)", lambda X, M, y, w, t, lam: np.maximum(0, y)),
    (r"\begin{cases} t & \text{if } w_1 > 0, \\ 0 & \text{otherwise} \end{cases}",
     lambda X, M, y, w, t, lam: t if w[0] > 0 else 0),
    (r"[\,w_1 > 0\,]", lambda X, M, y, w, t, lam: float(w[0] > 0)),
    (r"\operatorname{tr}(M) + \det M", lambda X, M, y, w, t, lam: np.trace(M) + np.linalg.det(M)),
    (r"\sqrt[3]{t} + \log t + e^{-t}", lambda X, M, y, w, t, lam: np.cbrt(t) + np.log(t) + np.exp(-t)),
    (r"|w_1| + \tanh(t)", lambda X, M, y, w, t, lam: abs(w[0]) + np.tanh(t)),
    (r"\begin{bmatrix} X^\top & w \end{bmatrix}", lambda X, M, y, w, t, lam: np.column_stack([X.T, w])),
    (r"J(2w) + f(\lambda)", lambda X, M, y, w, t, lam: np.sum((y - 2 * X @ w) ** 2) + lam**3),
    (r"\lim_{t \to 0} (t + \lambda)", lambda X, M, y, w, t, lam: lam),
])
def test_values(latex, expected):
    found, wanted = value(latex), each(expected)
    np.testing.assert_allclose(
        np.broadcast_to(found, (COUNT, *found.shape[1:])).reshape(wanted.shape), wanted, rtol=1e-7
    )


def test_an_index_may_differ_from_instance_to_instance():
    found = value("y_i", i=[1, 2, 3, 7]).ravel()
    np.testing.assert_array_equal(found, INSTANCE.y[range(COUNT), [0, 1, 2, 6], 0])


@pytest.mark.parametrize(("condition", "count"), [
    ("i < 2", 1), ("i > 2", 1), (r"i \le 2", 2), (r"i \ge 2", 2), ("i = 2", 1), (r"i \neq 2", 2),
    (r"1 \ll 100000 i", 3), (r"100000 i \gg 1", 3), (r"i \ll 200000", 2), (r"200000 \gg i", 2)])
def test_a_condition_holds_at_its_edge_where_it_says_so(condition, count):
    assert np.all(value(rf"\sum_{{i=1}}^3 [\,{condition}\,]") == count)


def test_what_has_no_value_is_nan():
    assert np.isnan(value(r"\log(-t)")).all()
    assert np.isnan(value(r"\sqrt{-t}")).all()
    assert np.isnan(value(r"(X X^\top)^{-1}")).all()  # of rank 3, not 7
    assert np.isnan(value(r"\sum_{i \le 5} w_i")).all()  # there are three
    assert np.isnan(value(r"\begin{cases} 1 & \text{if } t < 0 \end{cases}")).all()


def test_magnitude_is_that_of_the_terms_not_of_their_difference():
    assert (value("t - t", Magnitude) == 2 * INSTANCE.t).all()
    assert (value(r"y^\top (y - y)", Magnitude) > 0).all()
    assert (value("y_i", Magnitude, i=[1]) == np.abs(INSTANCE.y).max(axis=1, keepdims=True)).all()
