"""The correct claims on problem 3: each topic with its referee, which must agree on random problems.

Where a claim is a formula, the truth is found another way: a factorisation that the formula does not use, or
differences, which are exact for parabolas.  The functions take what they need of a problem by name.
"""
import numpy as np

from hw0 import least_squares
from hw0.audit.least_squares.answers import multipliers, normal_equations
from hw0.audit.least_squares.samples import ANY, DEFICIENT, FULL, STIFF, TALL, WIDE, factors
from hw0.audit.referee import Referee, always, assign
from hw0.least_squares import min_norm_solution, pinv, svd

inv, rank = np.linalg.inv, np.linalg.matrix_rank


def _of(formula):
    """A function of a problem from a formula in the Factors of its X."""
    return lambda X, **_: formula(factors(X))


def _times_y(formula):
    """The same for a formula that ends with y."""
    return lambda X, y, **_: formula(factors(X)) @ y


def solution(X, y, **_):
    """X^+ y, by the route of the package."""
    return min_norm_solution(X, y)


def by_full_rank(X, y, **_):
    """The solution by whichever inverse exists."""
    return normal_equations(X, y) if len(X) > X.shape[1] else multipliers(X, y)


def lagrangian(X, y, w, mu):
    """w^T w / 2 + mu^T (X w - y)."""
    return w @ w / 2 + mu @ (X @ w - y)


def derivative(f, at):
    """The row of difference quotients of a parabola f, (1, d)."""
    return np.array([[f(at + h) - f(at - h) for h in 0.5 * np.eye(len(at))]])


def shifted_is_longer(X, y, w, **_):
    """True if a step from the solution along the null-space part of any w makes it longer."""
    shift = w - pinv(X) @ X @ w
    return bool(np.linalg.norm(min_norm_solution(X, y) + shift) > np.linalg.norm(min_norm_solution(X, y)))


def is_reached(X, y, **_):
    """True if some w has X w = y."""
    return bool(np.allclose(X @ min_norm_solution(X, y), y))


def backward_error(X, y, w):
    """The smallest ||E||, relative to ||X||, for which w is a least-squares solution of (X + E) w = y: how far w is
    from being right for data that are nearly these.

    Source: Walden, Karlson and Sun, as in N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
    Theorem 20.5.
    """
    r = y - X @ w
    size = np.linalg.norm(r)
    if size == 0:
        return 0.0
    phi = size / np.linalg.norm(w)
    across = phi * (np.eye(len(r)) - np.outer(r, r) / size**2)
    return min(phi, np.linalg.svd(np.hstack([X, across]), compute_uv=False)[-1]) / np.linalg.norm(X, 2)


def svd_is_stable(X, y):
    """True if V (Sigma^+ (U^T y)) is right for data that differ from X by a hundred roundings."""
    f = factors(X)
    return bool(backward_error(X, y, f.Vt.T @ (f.Sp @ (f.U.T @ y))) < 100 * svd.EPS)


def _identity(axis):
    return lambda X, **_: np.eye(X.shape[axis])


def _ones_up_to_rank(X, **_):
    return np.diag(1.0 * (np.arange(X.shape[1]) < rank(X)))


FACTORS = assign(
    ("chatgpt-3setup-1 deepseek-3pre-1", Referee(
        "X = U Sigma V^T with orthogonal U (n, n), V (d, d), and rank(X) positive singular values",
        lambda X, **_: (np.eye(len(X)), np.eye(X.shape[1]), X, float(rank(X))),
        _of(lambda f: (f.U.T @ f.U, f.Vt @ f.Vt.T, f.U @ f.S @ f.Vt, float(np.sum(f.s > 1e-10 * f.s[0])))), ANY)),
    ("chatgpt-3setup-2 grok-3intro-2", Referee("Sigma^+ is the pseudo-inverse of Sigma", _of(lambda f: f.Sp),
                                               _of(lambda f: np.linalg.pinv(f.S, rcond=1e-10)), ANY)),
    ("grok-3intro-1", Referee("full rank: min(n, d) singular values are not 0", lambda X, **_: min(X.shape),
                              lambda X, **_: svd.rank(X), FULL)),
    ("chatgpt-3b-2", Referee("U^T U = I_n", _identity(0), _of(lambda f: f.U.T @ f.U), ANY)),
    ("chatgpt-3b-11", Referee("X^T = V Sigma^T U^T", _of(lambda f: f.Vt.T @ f.S.T @ f.U.T), lambda X, **_: X.T, ANY)),
    ("grok-3b-1", Referee("tall: Sigma = [diag(s); 0] and Sigma^+ = [diag(1/s) 0]", _of(lambda f: (
        np.vstack([np.diag(f.s), np.zeros((len(f.U) - len(f.s), len(f.s)))]),
        np.hstack([np.diag(1 / f.s), np.zeros((len(f.s), len(f.U) - len(f.s)))]))), _of(lambda f: (f.S, f.Sp)), TALL)),
    ("grok-3e-1", Referee("wide: Sigma = [diag(s) 0] and Sigma^+ = [diag(1/s); 0]", _of(lambda f: (
        np.hstack([np.diag(f.s), np.zeros((len(f.s), len(f.Vt) - len(f.s)))]),
        np.vstack([np.diag(1 / f.s), np.zeros((len(f.Vt) - len(f.s), len(f.s)))]))), _of(lambda f: (f.S, f.Sp)), WIDE)),
    ("deepseek-3b-3",
     Referee("Sigma^+ = Sigma^T (Sigma Sigma^T)^+", _of(lambda f: f.S.T @ np.linalg.pinv(f.S @ f.S.T, rcond=1e-10)),
                              _of(lambda f: f.Sp), ANY)),
    ("deepseek-3b-5",
     Referee("Sigma^+ Sigma is diagonal, with a 1 wherever a singular value is not 0", _ones_up_to_rank,
                              _of(lambda f: f.Sp @ f.S), ANY)))

OVERDETERMINED = assign(
    ("grok-3sum-1 chatgpt-3b-7", Referee("w computed through the SVD is right for data a few roundings away",
                                         always(True), svd_is_stable, STIFF)),
    ("grok-3a-1", Referee("a tall system usually has no solution", always(False), is_reached, TALL)),
    ("grok-3a-2", Referee("||Xw - y||^2 = w^T X^T X w - 2 w^T X^T y + y^T y",
                          lambda X, y, w, **_: w @ X.T @ X @ w - 2 * w @ X.T @ y + y @ y,
                          lambda X, y, w, **_: least_squares.objective(w, X, y), ANY)),
    ("grok-3a-3",
     Referee("its derivative is 2 w^T X^T X - 2 y^T X", lambda X, y, w, **_: (2 * w @ X.T @ X - 2 * y @ X)[None],
                          lambda X, y, w, **_: derivative(lambda p: least_squares.objective(p, X, y), w), ANY)),
    ("grok-3a-4 deepseek-3a-1", Referee("X^T X w = X^T y at the least-squares solution", lambda X, y, **_: X.T @ y,
                                        lambda X, y, **_: X.T @ X @ min_norm_solution(X, y), ANY)),
    ("grok-3a-5",
     Referee("full column rank makes X^T X invertible", lambda X, **_: X.shape[1], lambda X, **_: rank(X.T @ X), TALL)),
    ("chatgpt-3a-1 chatgpt-3a-3 grok-3a-6 deepseek-3a-2",
     Referee("w = (X^T X)^-1 X^T y minimises ||Xw - y||^2", lambda X, y, **_: normal_equations(X, y), solution, TALL)),
    ("grok-3a-8",
     Referee("(X^T X)^-1 X^T is the pseudo-inverse", lambda X, **_: inv(X.T @ X) @ X.T, lambda X, **_: pinv(X), TALL)),
    ("chatgpt-3b-1", Referee("w = (V S^T U^T U S V^T)^-1 V S^T U^T y", _times_y(lambda f: inv(
        f.Vt.T @ f.S.T @ f.U.T @ f.U @ f.S @ f.Vt) @ f.Vt.T @ f.S.T @ f.U.T), solution, TALL)),
    ("chatgpt-3b-4", Referee("w = V (S^T S)^-1 S^T U^T y",
                             _times_y(lambda f: f.Vt.T @ inv(f.S.T @ f.S) @ f.S.T @ f.U.T), solution, TALL)),
    ("chatgpt-3b-6 grok-3b-7 deepseek-3b-6",
     Referee("w = V Sigma^+ U^T y", _times_y(lambda f: f.Vt.T @ f.Sp @ f.U.T), by_full_rank, TALL)),
    ("chatgpt-3b-10 grok-3b-2 grok-3b-3 deepseek-3b-1",
     Referee("X^T X = V diag(s^2) V^T, and its inverse is V diag(1/s^2) V^T",
             _of(lambda f: (f.Vt.T * f.s**2 @ f.Vt, f.Vt.T / f.s**2 @ f.Vt)), lambda X, **_: (X.T @ X, inv(X.T @ X)),
             TALL)),
    ("chatgpt-3b-13 chatgpt-3b-15 grok-3b-4 grok-3b-6 deepseek-3b-2",
     Referee("(X^T X)^-1 X^T = V (S^T S)^-1 S^T U^T = V Sigma^+ U^T",
             _of(lambda f: (f.Vt.T @ inv(f.S.T @ f.S) @ f.S.T @ f.U.T, f.Vt.T @ f.Sp @ f.U.T)),
             lambda X, **_: (inv(X.T @ X) @ X.T,) * 2, TALL)),
    ("chatgpt-3c-1 grok-3c-1 deepseek-3c-1",
     Referee("A X = V Sigma^+ Sigma V^T", _of(lambda f: f.Vt.T @ f.Sp @ f.S @ f.Vt),
                                                     lambda X, **_: pinv(X) @ X, ANY)),
    ("chatgpt-3c-2 grok-3c-3",
     Referee("full column rank: Sigma^+ Sigma = I_d", _identity(1), _of(lambda f: f.Sp @ f.S), TALL)),
    ("chatgpt-3c-8 grok-3c-4 deepseek-3c-2",
     Referee("full column rank: A X = I_d", _identity(1), lambda X, **_: pinv(X) @ X, TALL)))

UNDERDETERMINED = assign(
    ("grok-3d-1",
     Referee("a wide system usually has infinitely many solutions", always((True, True)), lambda X, y, **_: (
        is_reached(X, y), rank(X) < X.shape[1]), WIDE)),
    ("grok-3d-2",
     Referee("L = w^T w / 2 + mu^T (X w - y) has dL/dw = w^T + mu^T X", lambda X, w, mu, **_: (w + mu @ X)[None],
                          lambda X, y, w, mu: derivative(lambda p: lagrangian(X, y, p, mu), w), ANY)),
    ("grok-3d-3",
     Referee("dL/dw = 0 at w = -X^T mu", lambda X, **_: np.zeros((1, X.shape[1])), lambda X, y, mu, **_: derivative(
        lambda p: lagrangian(X, y, p, mu), -X.T @ mu), ANY)),
    ("grok-3d-5",
     Referee("w = -X^T mu with mu = -(X X^T)^-1 y", lambda X, y, **_: -X.T @ (-inv(X @ X.T) @ y), solution, WIDE)),
    ("chatgpt-3d-2 grok-3d-6 deepseek-3d-1",
     Referee("w = X^T (X X^T)^-1 y is the shortest solution", lambda X, y, **_: multipliers(X, y), solution, WIDE)),
    ("chatgpt-3d-5",
     Referee("it solves X w = y, and every step along the null space makes it longer", lambda y, **_: (y, True),
                             lambda X, y, w, **_: (X @ multipliers(X, y), shifted_is_longer(X, y, w)), WIDE)),
    ("chatgpt-3e-2 chatgpt-3e-3 deepseek-3e-2",
     Referee("X^T (X X^T)^-1 = V S^T U^T (U S S^T U^T)^-1 = V S^T (S S^T)^-1 U^T", _of(lambda f: (
         f.Vt.T @ f.S.T @ f.U.T @ inv(f.U @ f.S @ f.S.T @ f.U.T), f.Vt.T @ f.S.T @ inv(f.S @ f.S.T) @ f.U.T)),
             lambda X, **_: (X.T @ inv(X @ X.T),) * 2, WIDE)),
    ("grok-3e-4",
     Referee("w = V Sigma^T diag(1/s^2) U^T y", _times_y(lambda f: f.Vt.T @ f.S.T / f.s**2 @ f.U.T), solution, WIDE)),
    ("chatgpt-3e-4 chatgpt-3e-9 deepseek-3e-3",
     Referee("S^T (S S^T)^-1 = Sigma^+, a right inverse of Sigma",
             _of(lambda f: (f.S.T @ inv(f.S @ f.S.T), np.eye(len(f.s)))),
             _of(lambda f: (f.Sp, f.S @ f.Sp)), WIDE)),
    ("chatgpt-3e-5 grok-3e-6 deepseek-3e-4",
     Referee("w = V Sigma^+ U^T y", _times_y(lambda f: f.Vt.T @ f.Sp @ f.U.T), by_full_rank, WIDE)),
    ("chatgpt-3e-6 chatgpt-3summary-1 chatgpt-3summary-4",
     Referee("V Sigma^+ U^T y solves both problems", _times_y(lambda f: f.Vt.T @ f.Sp @ f.U.T), by_full_rank, FULL)),
    ("chatgpt-3e-7 grok-3e-2 grok-3e-3 deepseek-3e-1",
     Referee("X X^T = U diag(s^2) U^T, and its inverse is U diag(1/s^2) U^T",
             _of(lambda f: (f.U * f.s**2 @ f.U.T, f.U / f.s**2 @ f.U.T)), lambda X, **_: (X @ X.T, inv(X @ X.T)),
             WIDE)),
    ("chatgpt-3e-8",
     Referee("X^T (X X^T)^-1 = V S^T (S S^T)^-1 U^T", _of(lambda f: f.Vt.T @ f.S.T @ inv(f.S @ f.S.T) @ f.U.T),
                             lambda X, **_: X.T @ inv(X @ X.T), WIDE)),
    ("chatgpt-3summary-6", Referee("(X^T X)^-1 X^T or X^T (X X^T)^-1, whichever exists, is V Sigma^+ U^T", _of(
        lambda f: f.Vt.T @ f.Sp @ f.U.T),
        lambda X, **_: inv(X.T @ X) @ X.T if len(X) > X.shape[1] else X.T @ inv(X @ X.T), FULL)),
    ("chatgpt-3f-1 grok-3f-1 deepseek-3f-1",
     Referee("X B = U Sigma Sigma^+ U^T", _of(lambda f: f.U @ f.S @ f.Sp @ f.U.T),
                                                     lambda X, **_: X @ pinv(X), (*WIDE, *DEFICIENT))),
    ("grok-3f-2", Referee("full row rank: Sigma Sigma^+ = I_n", _identity(0), _of(lambda f: f.S @ f.Sp), WIDE)),
    ("chatgpt-3f-6 grok-3f-3 deepseek-3f-2",
     Referee("full row rank: X B = I_n", _identity(0), lambda X, **_: X @ pinv(X), WIDE)),
    ("grok-3f-4", Referee("full row rank: X w = y for every y", lambda y, **_: y,
                          lambda X, y, **_: X @ min_norm_solution(X, y), WIDE)))
