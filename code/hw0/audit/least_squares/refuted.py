"""The flawed claims on problem 3: each with the inputs of its counterexample, where claim and truth must differ.

Only inputs are typed here; what is true there is computed by hw0.
"""
import numpy as np

from hw0 import least_squares
from hw0.audit.least_squares.answers import identity_of_w, identity_of_y
from hw0.audit.least_squares.samples import factors
from hw0.audit.referee import Referee, always, assign
from hw0.least_squares import min_norm_solution, pinv, subspaces, svd


def _matrix(*rows):
    return {"X": np.array(rows, dtype=float)}


def _invertible(A):
    return svd.rank(A) == len(A)


def left_product(X):
    """A X with A = X^+."""
    return pinv(X) @ X


def right_product(X):
    """X B with B = X^+."""
    return X @ pinv(X)


def _size(product):
    """The dimension of the space that a product acts on."""
    return lambda X: product(X).shape[1]


FLAT = _matrix([1, 0], [0, 0], [0, 0])
ONES = _matrix([1, 1], [1, 1], [1, 1])
E12 = _matrix([0, 1], [0, 0])
E21 = _matrix([0, 0], [1, 0])
COLUMN = _matrix([1], [1])
TALL = _matrix([1, 0], [0, 1], [1, 1])
WIDE = {"X": TALL["X"].T}
ONE_EQUATION = {"X": np.array([[1.0], [0.0]])}

OVERDETERMINED = assign(
    ("deepseek-3pre-2", Referee("Sigma^+ has 1/s on its diagonal", lambda X: np.where(
        factors(X).s > 0, svd.reciprocals(factors(X).s, rtol=0.0), np.inf), lambda X: np.diag(factors(X).Sp),
        (_matrix([1, 0], [0, 0]),))),
    ("grok-3a-7",
     Referee("where the derivative is 0 there is a minimum", always(True), lambda X, y, sign, elsewhere: bool(
        sign * least_squares.objective(min_norm_solution(X, y), X, y) <= sign
        * least_squares.objective(elsewhere, X, y)),
        ({**COLUMN, "y": np.array([2.0, 0.0]), "sign": -1.0, "elsewhere": np.array([5.0])},))),
    ("chatgpt-3b-3",
     Referee("V M V^T has an inverse for orthogonal V", always(True), lambda V, M: _invertible(V @ M @ V.T),
                             ({"V": np.eye(2), "M": np.diag([1.0, 0.0])},))),
    ("chatgpt-3b-5 chatgpt-3b-14", Referee("Sigma^T Sigma has an inverse wherever Sigma^+ exists", always(True),
                                           lambda X: _invertible(factors(X).S.T @ factors(X).S), (FLAT,))),
    ("chatgpt-3b-9", Referee("w does not change with y", lambda X, y, other: min_norm_solution(X, other),
                             lambda X, y, other: min_norm_solution(X, y),
                             ({**ONE_EQUATION, "y": np.array([2.0, 5.0]), "other": np.array([3.0, 5.0])},))),
    ("chatgpt-3b-12", Referee("w = (X^T X)^-1 X^T", lambda X, y: pinv(X), lambda X, y: min_norm_solution(X, y),
                              ({**ONE_EQUATION, "y": np.array([2.0, 5.0])},))),
    ("grok-3b-5", Referee("diag(1/s^2) Sigma^T is the square matrix diag(1/s)", lambda X: np.diag(1 / factors(X).s),
                          lambda X: np.diag(factors(X).s ** -2.0) @ factors(X).S.T,
                          (_matrix([3, 0], [0, 2], [0, 0]),))),
    ("deepseek-3b-4 chatgpt-3summary-5",
     Referee("tall X has a left inverse", lambda X: np.eye(X.shape[1]), left_product, (FLAT, ONES))),
    ("deepseek-3b-7", Referee("L Sigma = I leaves only L = Sigma^+", lambda L, X: L, lambda L, X: pinv(X),
                              ({"L": np.array([[1.0, 5.0]]), **ONE_EQUATION},))),
    ("chatgpt-3c-3", Referee("Sigma^+ Sigma keeps the vectors of the column space", lambda X, v: v,
                             lambda X, v: factors(X).Sp @ factors(X).S @ v, ({**E21, "v": np.array([0.0, 1.0])},))),
    ("chatgpt-3c-4", Referee("A X = V V^T", identity_of_w, left_product, (ONES,))),
    ("chatgpt-3c-5", Referee("V V^T = I_d needs full column rank", lambda X: svd.rank(X) == X.shape[1],
                             lambda X: bool(np.allclose(identity_of_w(X), np.eye(X.shape[1]))), (FLAT,))),
    ("chatgpt-3c-6", Referee("A X is the projector on the column space", subspaces.onto_column_space, left_product,
                             (E12, _matrix([1], [2])))),
    ("chatgpt-3c-7",
     Referee("A X acts on the space of the columns of X", lambda X: len(X), _size(left_product), (TALL,))),
    ("grok-3c-2", Referee("[I 0] [diag(s); 0] = I", lambda X: np.eye(X.shape[1]),
                          lambda X: np.eye(X.shape[1], len(X)) @ factors(X).S,
                          (_matrix([3, 0], [0, 2], [0, 0]),))),
    ("grok-3c-5",
     Referee("A y is the projection of y on the column space", lambda X, y: subspaces.onto_column_space(X) @ y,
                          lambda X, y: pinv(X) @ y, ({**COLUMN, "y": np.array([2.0, 0.0])},))))

UNDERDETERMINED = assign(
    ("chatgpt-3d-1", Referee("a wide system has solutions", always(True), lambda X, y: bool(
        np.allclose(X @ min_norm_solution(X, y), y)), ({**_matrix([1, 0, 0], [1, 0, 0]), "y": np.array([0.0, 1.0])},))),
    ("chatgpt-3d-3", Referee("X X^T has an inverse for wide X", always(True), lambda X: _invertible(X @ X.T),
                             (_matrix([1, 1, 0], [1, 1, 0]),))),
    ("grok-3d-4", Referee("the derivative with respect to mu is a column", lambda X, y, w: (X @ w - y)[:, None],
                          lambda X, y, w: (X @ w - y)[None, :],
                          ({**WIDE, "y": np.zeros(2), "w": np.array([1.0, 0.0, 0.0])},))),
    ("chatgpt-3e-1",
     Referee("the printed brackets match", lambda printed: printed.count("("), lambda printed: printed.count(")"),
                             ({"printed": "(X)(X)^T)^{-1}"},))),
    ("grok-3e-5", Referee("Sigma^T diag(1/s^2) is the square matrix diag(1/s)", lambda X: np.diag(1 / factors(X).s),
                          lambda X: factors(X).S.T @ np.diag(factors(X).s ** -2.0), (_matrix([3, 0, 0], [0, 2, 0]),))),
    ("chatgpt-3f-2", Referee("X B is the projector on the row space", subspaces.onto_row_space, right_product, (E12,))),
    ("chatgpt-3f-3 chatgpt-3summary-2",
     Referee("X B = U U^T", identity_of_y, right_product, (_matrix([1, 1, 0], [0, 0, 0]),))),
    ("chatgpt-3f-4",
     Referee("U U^T is the projector on the row space", identity_of_y, subspaces.onto_row_space, (WIDE,))),
    ("chatgpt-3f-5",
     Referee("X B acts on the space of the rows of X", lambda X: X.shape[1], _size(right_product), (WIDE,))),
    ("grok-3f-5",
     Referee("X B = I makes B y the shortest solution", lambda X, B, y: B @ y, lambda X, B, y: min_norm_solution(X, y),
                          ({**_matrix([1, 0]), "B": np.array([[1.0], [5.0]]), "y": np.array([1.0])},))),
    ("chatgpt-3summary-3",
     Referee("(X^T X)^-1 X^T and X^T (X X^T)^-1 exist for the same X", lambda X: _invertible(X.T @ X),
                                   lambda X: _invertible(X @ X.T), (COLUMN,))))
