"""Problem 2 on trial: right answers pass, planted errors are refuted, and every refutation is looked at by hand."""
from fractions import Fraction

import numpy as np

from hw0.checks.vector_calculus import parts
from tests.hw0.checks.verdicts import on_trial, refereed

ROW = np.newaxis


def by_complex_step(f):
    """The answer to a part whose function of x is f: no formula, no differences."""
    def answer(**given):
        columns = [np.imag(f(**given | {"x": given["x"] + 1e-100j * e})) / 1e-100 for e in np.eye(len(given["x"]))]
        return np.stack([np.atleast_1d(c) for c in columns], axis=1)
    return answer


def entry_by_entry(A, x):
    n = len(x)
    return [[sum(A[k, j] * x[j] for j in range(n)) + sum(x[i] * A[i, k] for i in range(n)) for k in range(n)]]


RIGHT = {
    "2a": [lambda x, c: c, lambda x, c: c[ROW], lambda x, c: c.reshape(1, -1), lambda u, v: list(v),
           by_complex_step(lambda x, c: x @ c)],
    "2b": [lambda x: 2 * x, lambda x: 2 * x[ROW], lambda x: np.atleast_2d(x + x), by_complex_step(lambda x: x @ x)],
    "2c": [lambda A, x: A, lambda A, x: A.copy(), lambda A, x: [[*row] for row in A],
           by_complex_step(lambda A, x: A @ x)],
    "2d": [lambda A, x: x @ (A + A.T), lambda A, x: (A + A.T) @ x, lambda A, x: x[ROW] @ A + (A @ x)[ROW],
           entry_by_entry, by_complex_step(lambda A, x: x @ A @ x), lambda A, x: 2 * x @ ((A + A.T) / 2)],
    "2e": [lambda A: np.array_equal(A, A.T), lambda A: np.allclose(A, A.T), lambda A: not np.any(A - A.T),
           lambda A: all(np.allclose(e @ (A + A.T), 2 * e @ A) for e in np.eye(len(A)))],
}


# part, what is wrong with the answer, the answer, a piece of what must be said of it
WRONG = [
    ("2a", "column", lambda x, c: c[:, ROW], "is a row"),
    ("2a", "the function", lambda x, c: x @ c, "This is x^T c itself"),
    ("2a", "other argument", lambda x, c: x, "with respect to c"),
    ("2a", "products", lambda x, c: x * c, "d(x_i c_i)/dx_i is c_i"),
    ("2a", "diagonal", lambda x, c: np.diag(c), "not on a diagonal"),
    ("2a", "sign", lambda x, c: -c, "sign is the other way round"),
    ("2a", "twice", lambda x, c: 2 * c, "twice the right value"),
    ("2a", "a number for n = 1", lambda x, c: c[0] if len(c) == 1 else c, "n = 1"),
    ("2b", "half", lambda x: x, "half the right value"),
    ("2b", "column", lambda x: 2 * x[:, ROW], "is a row"),
    ("2b", "the norm", lambda x: x / np.linalg.norm(x), "not of its square"),
    ("2b", "outer derivative", lambda x: 2 * np.linalg.norm(x), "outer derivative"),
    ("2b", "the function", lambda x: x @ x, "||x||^2 itself"),
    ("2b", "squares", lambda x: x**2, "squares"),
    ("2b", "twice", lambda x: 4 * x, "twice the right value"),
    ("2b", "sign", lambda x: -2 * x, "sign is the other way round"),
    ("2b", "wrong for negative entries", lambda x: 2 * abs(x), None),
    ("2c", "transposed", lambda A, x: A.T, "rows are outputs"),
    ("2c", "the function", lambda A, x: A @ x, "A x itself"),
    ("2c", "column sums", lambda A, x: A.sum(axis=0), "one row for each output"),
    ("2c", "terms", lambda A, x: A * x, "still hold their x_k"),
    ("2c", "twice", lambda A, x: 2 * A, "twice the right value"),
    ("2c", "sign", lambda A, x: -A, "sign is the other way round"),
    ("2c", "row of the row vector", lambda A, x: x @ A, None),
    ("2d", "symmetric only", lambda A, x: 2 * x @ A, "right for symmetric A only"),
    ("2d", "symmetric only, transposed", lambda A, x: 2 * A @ x, "right for symmetric A only"),
    ("2d", "left factor constant", lambda A, x: x @ A, "to the left of A was held constant"),
    ("2d", "right factor constant", lambda A, x: A @ x, "to the right of A was held constant"),
    ("2d", "diagonal once", lambda A, x: x @ (A + A.T - np.diag(np.diag(A))), "counts twice"),
    ("2d", "column", lambda A, x: ((A + A.T) @ x)[:, ROW], "is a row"),
    ("2d", "second derivative", lambda A, x: A + A.T, "derivative of the derivative"),
    ("2d", "the function", lambda A, x: x @ A @ x, "x^T A x itself"),
    ("2d", "half", lambda A, x: x @ (A + A.T) / 2, "half the right value"),
    ("2d", "twice", lambda A, x: 2 * x @ (A + A.T), "twice the right value"),
    ("2d", "sign", lambda A, x: -x @ (A + A.T), "sign is the other way round"),
    ("2d", "antisymmetric", lambda A, x: x @ (A - A.T), None),
    ("2d", "right unless symmetric", lambda A, x: x @ (A + A.T) * (1 - (A == A.T).all()), "A is symmetric"),
    ("2e", "always", lambda A: True, "as soon as A is not symmetric"),
    ("2e", "never", lambda A: False, "equal if A is symmetric"),
    ("2e", "normal", lambda A: np.allclose(A @ A.T, A.T @ A), "rotations"),
    ("2e", "one x", lambda A: np.allclose(np.ones(len(A)) @ (A - A.T), 0), "(1, ..., 1) is one of them"),
    ("2e", "first unit vector", lambda A: np.allclose(A[0], A[:, 0]), None),
    ("2e", "skew", lambda A: np.allclose(A, -A.T), None),
    ("2e", "diagonal", lambda A: np.allclose(A, np.diag(np.diag(A))), None),
    ("2e", "positive definite", lambda A: bool(np.allclose(A, A.T) and np.linalg.eigvalsh(A)[0] > 0), None),
    ("2e", "symmetric up to sign", lambda A: np.allclose(abs(A), abs(A.T)), None),
    ("2e", "a number", lambda A: 1.0, "True or False"),
]


def exactly(part, x=None, c=None, A=None):
    """The right answer in fractions, from the definition: the quotient of a function that is at most quadratic
    is exact for central differences with any step, here 1."""
    if part == "2e":
        return all(A[i][j] == A[j][i] for i in range(len(A)) for j in range(len(A)))
    n = range(len(x))
    f = {"2a": lambda x: [sum(x[i] * c[i] for i in n)],
         "2b": lambda x: [sum(x[i] ** 2 for i in n)],
         "2c": lambda x: [sum(A[i][j] * x[j] for j in n) for i in n],
         "2d": lambda x: [sum(x[i] * A[i][j] * x[j] for i in n for j in n)]}[part]
    moved = [[f([x[i] + sign * (i == k) for i in n]) for sign in (1, -1)] for k in n]
    return [[(up[row] - down[row]) / 2 for up, down in moved] for row in range(len(f(x)))]


def fractions(value):
    return [fractions(v) for v in value] if np.ndim(value) else Fraction(float(value))


def is_right(part, value, given):
    want = exactly(part, **{name: fractions(entry) for name, entry in given.items()})
    if part == "2e":
        return value == want
    return bool(np.allclose(np.reshape(value, np.shape(want)), np.array(want, float), rtol=1e-9, atol=1e-9))


def holds(part, where, given):
    A, n = given.get("A"), len(next(iter(given.values())))
    return {"n >= 2": n >= 2, "n = 1": n == 1,
            "A is symmetric": A is not None and np.array_equal(A, A.T),
            "A is not symmetric": A is not None and not np.array_equal(A, A.T),
            "A is skew-symmetric": A is not None and A.any() and np.array_equal(A, -A.T)}[where]


LINES = [
    ("2a", lambda x, c: x,
     "wrong at x=[1, 1], c=[1, -1]: expected [[1, -1]], got [1, 1]. This is the derivative with respect to c."),
    ("2d", lambda A, x: 2 * x @ A, "wrong at A=[[1, 1], [-1, 1]], x=[1, 1]: expected [[2, 2]], got [0, 4]. "
                                   "2 x^T A is right for symmetric A only."),
    ("2e", lambda A: True, "wrong at A=[[1, 1], [-1, 1]]: expected False, got True. The two rows differ as soon as "
                          "A is not symmetric. Right where A is symmetric, but here A is not symmetric."),
]
TestAnswers = on_trial(RIGHT, WRONG, parts.PARTS)
TestAnswersRefereed = refereed(RIGHT, is_right, holds, LINES)
