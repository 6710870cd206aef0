"""Problem 3: least squares and minimum norm through the SVD, and what A X and X B are."""
import numpy as np

from hw0 import least_squares
from hw0.checks.mistakes import DOUBLE, ENTRIES, HALF, SIGN
from hw0.checks.part import Case, Mistake, Part
from hw0.least_squares import subspaces

INTERCEPT = Mistake("That is the w beside a free intercept, the default of scikit-learn's LinearRegression: "
                    "fit_intercept=False.",
                    lambda _, X, y: least_squares.min_norm_solution(X - X.mean(axis=0), y - y.mean()))

OVERDETERMINED = Part(
    "3a", "the w (d,) with the smallest ||X w - y||, for tall X of full column rank", ("X", "y"),
    least_squares.min_norm_solution,
    cases=(Case("X is tall with full column rank"),),
    mistakes=(Mistake("That is X^T y: the factor (X^T X)^-1 is missing.", lambda _, X, y: X.T @ y),
           Mistake("That is (X^T X)^-1 without X^T y.", lambda _, X, y: np.linalg.inv(X.T @ X)),
           Mistake("That is the operator A: apply it to y, and w is a vector.", lambda _, X, y: least_squares.pinv(X)),
           Mistake("That is X w, the projection of y; w itself is asked for.", lambda w, X, y: X @ w),
           Mistake("That is the residual; w itself is asked for.", lambda w, X, y: y - X @ w),
           Mistake("It meets the first d equations and ignores the others.",
                lambda _, X, y: np.linalg.solve(X[:X.shape[1]], y[:X.shape[1]])),
           Mistake(ENTRIES, lambda _, X, y: 1 / (X.T @ X) @ X.T @ y),
           INTERCEPT, SIGN, DOUBLE, HALF))

UNDERDETERMINED = Part(
    "3d", "the shortest w (d,) with X w = y, for wide X of full row rank", ("X", "y"), least_squares.min_norm_solution,
    cases=(Case("X is wide with full row rank"),),
    mistakes=(Mistake("That is X^T y: the factor (X X^T)^-1 is missing.", lambda _, X, y: X.T @ y),
           Mistake("Those are the multipliers (X X^T)^-1 y, one per equation: w is X^T times them.",
                lambda _, X, y: np.linalg.solve(X @ X.T, y)),
           Mistake("That is the operator B: apply it to y, and w is a vector.", lambda _, X, y: least_squares.pinv(X)),
           Mistake("It solves X w = y with zeros in the last places, and is not the shortest that does.",
                lambda _, X, y: np.append(np.linalg.solve(X[:, :len(y)], y), np.zeros(X.shape[1] - len(y)))),
           Mistake(ENTRIES, lambda _, X, y: X.T @ (1 / (X @ X.T)) @ y),
           INTERCEPT, SIGN, DOUBLE, HALF))


def _factored(left=lambda Vt: Vt.T, middle=lambda s: 1 / s, right=lambda U: U.T):
    """A rival of 3b and 3e: V Sigma^+ U^T y with one ingredient changed."""
    def rival(_, U, s, Vt, y):
        inverse = np.zeros((len(Vt), len(U)))
        np.fill_diagonal(inverse, middle(s))
        return left(Vt) @ (inverse @ (right(U) @ y))
    return rival


_SVD_SLIPS = (
    Mistake("U and V are exchanged for their transposes: V stands on the left, U^T on the right.",
         _factored(left=lambda Vt: Vt, right=lambda U: U)),
    Mistake("V stands on the left, and Vt is its transpose.", _factored(left=lambda Vt: Vt)),
    Mistake("U^T meets y, not U.", _factored(right=lambda U: U)),
    Mistake("The middle is Sigma^T: it needs the reciprocals 1/s.", _factored(middle=lambda s: s)),
    Mistake("The middle is 1/s^2: a factor Sigma^T is missing.", _factored(middle=lambda s: 1 / s**2)),
    Mistake("The singular values are missing.", _factored(middle=np.ones_like)),
    Mistake("Those are the coordinates of w in the basis V: multiply by V.",
            _factored(left=lambda Vt: np.eye(len(Vt)))),
    Mistake("That is the operator without y.", lambda _, U, s, Vt, y: Vt.T[:, :len(s)] / s @ U.T[:len(s)]),
    Mistake("Those are the predictions X w; w itself is asked for.",
         lambda w, U, s, Vt, y: U[:, :len(s)] @ (s * (Vt @ w)[:len(s)])),
    SIGN)


def _by_svd(part, adjective):
    """The Part that asks for w from the factors of a full SVD."""
    return Part(part, f"the w (d,) from the full SVD of a {adjective} X of full rank: U (n, n), s, Vt (d, d)",
                ("U", "s", "Vt", "y"), least_squares.from_svd,
                cases=(Case(f"X is {adjective} with full rank"),), mistakes=_SVD_SLIPS)


TALL_SVD, WIDE_SVD = _by_svd("3b", "tall"), _by_svd("3e", "wide")


def _product(part, asks, reference, mistakes, *cases):
    return Part(part, asks, ("X",), reference, cases=cases, mistakes=(*mistakes, SIGN, DOUBLE))


_LEFT_SLIPS = (
    Mistake("That is X A, (n, n), the projector on the column space; A X is (d, d).",
            lambda _, X: subspaces.onto_column_space(X)),
    Mistake("That is A itself; it is to be multiplied by X.", lambda _, X: least_squares.pinv(X)),
    Mistake("That is X^T X: the factor (X^T X)^+ is missing, the inverse where there is one.", lambda _, X: X.T @ X),
    Mistake("A X is (d, d): it takes a w and returns a w.", lambda _, X: np.eye(len(X))),
    Mistake("That is the projector on the null space, of what is lost.", lambda _, X: subspaces.onto_null_space(X)))
_RIGHT_SLIPS = (
    Mistake("That is B X, (d, d), the projector on the row space; X B is (n, n).",
            lambda _, X: subspaces.onto_row_space(X)),
    Mistake("That is B itself; X is to be multiplied by it.", lambda _, X: least_squares.pinv(X)),
    Mistake("That is X X^T: the factor (X X^T)^+ is missing, the inverse where there is one.", lambda _, X: X @ X.T),
    Mistake("X B is (n, n): it takes a y and returns a y.", lambda _, X: np.eye(X.shape[1])),
    Mistake("That is the projector on the left null space, of what cannot be reached.",
            lambda _, X: subspaces.onto_left_null_space(X)))

_FULL_COLUMN = Case("X has full column rank")
_FULL_ROW = Case("X has full row rank")
_DEPENDENT_COLUMNS = Case("the columns of X are dependent",
                          "some w are sent to 0, and A X leaves that part of w out")
_DEPENDENT_ROWS = Case("the rows of X are dependent",
                       "some y cannot be reached, and X B leaves that part of y out")

LEFT_INVERSE = _product("3c", "A X (d, d), where A y is the least-squares solution, for tall X of full column rank",
                        subspaces.onto_row_space, _LEFT_SLIPS, _FULL_COLUMN)
RIGHT_INVERSE = _product("3f", "X B (n, n), where B y is the shortest solution, for wide X of full row rank",
                         subspaces.onto_column_space, _RIGHT_SLIPS, _FULL_ROW)
LEFT_PRODUCT = _product("3c.any", "A X (d, d), where A = X^+, for X of any shape and rank",
                        subspaces.onto_row_space, _LEFT_SLIPS, _FULL_COLUMN, _DEPENDENT_COLUMNS,
                        Case("X is wide", "A X is the projector on the row space"))
RIGHT_PRODUCT = _product("3f.any", "X B (n, n), where B = X^+, for X of any shape and rank",
                         subspaces.onto_column_space, _RIGHT_SLIPS, _FULL_ROW, _DEPENDENT_ROWS,
                         Case("X is tall", "X B is the projector on the column space"))

PARTS = (OVERDETERMINED, TALL_SVD, LEFT_INVERSE, LEFT_PRODUCT, UNDERDETERMINED, WIDE_SVD, RIGHT_INVERSE, RIGHT_PRODUCT)
