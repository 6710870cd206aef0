"""How far a least-squares solution moves when its data do: condition numbers and error bounds (problem 3).

Norms are 2-norms.  s are the singular values of X (n, d), r its rank, w = X^+ y the solution of smallest norm.
"""
import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.least_squares.solvers import min_norm_solution
from hw0.validation import generator, shaped, whole


def condition_number(X):
    """s[0] / s[r-1]: how much X stretches one direction more than another, within the row space.

    Raises ValueError for a zero matrix, which stretches nothing.

    >>> print(f"{conditioning.condition_number(np.diag([4.0, 2.0, 0.0])):.3f}")
    2.000
    """
    s, _ = _nonzero_singular_values(X)
    return s[0] / s[-1]


def noise_gain(X):
    """1 / s[r-1] = ||X^+||: the most that w moves for a change of y by 1, along the r-th left singular vector.

    Raises ValueError for a zero matrix, and OverflowError for a gain that float64 cannot hold.

    >>> print(f"{conditioning.noise_gain(np.diag([4.0, 0.5])):.3f}")
    2.000
    """
    s, exponent = _nonzero_singular_values(X)
    return scaling.back(1.0 / s[-1], -exponent, "the gain")


def relative_change_bound(X, y, *, eps):
    """How large ||w' - w|| / ||w|| can be after changes of relative norm eps in X and in y.

    (2 + (kappa + 1) rho) kappa eps / (1 - kappa eps), where kappa is the condition number and
    rho = ||X w - y|| / (||X|| ||w||).  So the bound grows like kappa if y is nearly reached, and like kappa^2 if not.

    Raises ValueError unless n >= d, X has full column rank, w != 0, and 0 <= eps < 1 / kappa, so that no change
    within the bound can lower the rank.

    Source: Wedin's theorem, as in N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., Theorem 20.1.

    >>> X, y = np.diag([10.0, 1.0]), np.ones(2)
    >>> print(f"{conditioning.relative_change_bound(X, y, eps=1e-6):.2e}")
    2.00e-05
    """
    X, y, eps = shaped(X=("nd", X), y=("n", y), eps=("", eps))
    X, y, *_ = scaling.problem(X, y)        # the bound is relative
    s, _ = _nonzero_singular_values(X)
    if len(s) < X.shape[1]:
        raise ValueError(f"X must have full column rank {X.shape[1]}; its rank is {len(s)}.")
    kappa = s[0] / s[-1]
    if not 0 <= eps * kappa < 1:
        raise ValueError(f"eps must lie in [0, {1 / kappa:.3g}), one over the condition number of X; got {eps:.3g}.")
    w = min_norm_solution(X, y)
    if not np.any(w):
        raise ValueError("the solution w must not be 0: no change is small relative to it.")
    rho = np.linalg.norm(X @ w - y) / (s[0] * np.linalg.norm(w))
    return (2.0 + (kappa + 1.0) * rho) * kappa * eps / (1.0 - kappa * eps)


def _nonzero_singular_values(X):
    """The singular values up to the rank, and the power of two that they have to be multiplied by."""
    X, exponent = scaling.unit(*shaped(X=("nd", X)))
    s = np.linalg.svd(X, compute_uv=False)
    r = svd.count(s, X.shape)
    if r == 0:
        raise ValueError("X must not be the zero matrix.")
    return s[:r], exponent


def digits_kept(route, kappa, *, rng, residual=0.0, shape=(40, 6), draws=200):
    """How many decimal digits of w a route gets right, the median over random X of condition number kappa: a float.

    y = X w + r, with r of length `residual` orthogonal to the columns, so that nothing but rounding stands between the
    route and w.  `shape` (n, d) with n > d; the singular values fall evenly on a log scale from 1 to 1 / kappa.
    Raises ValueError for another shape, kappa < 1 or residual < 0, and draws < 1.

    >>> rng = np.random.default_rng(0)
    >>> lost = 15 - conditioning.digits_kept(least_squares.by_normal_equations, 1e3, rng=rng, draws=20)
    >>> bool(lost > 3)
    True
    """
    generator(rng)
    (n, d), (draws,) = shape, whole(draws=draws)
    shaped(kappa=("", kappa), residual=("", residual))
    if not (n > d >= 1 and kappa >= 1 and residual >= 0):
        raise ValueError(f"shape must be (n, d) with n > d, kappa >= 1 and residual >= 0; got {(n, d)}, {kappa:g} and "
                         f"{residual:g}.")
    errors = []
    for _ in range(draws):
        U, V = (np.linalg.qr(rng.normal(size=(size, d)))[0] for size in (n, d))
        X, w = U * np.geomspace(1.0, 1.0 / kappa, d) @ V.T, rng.normal(size=d)
        y = X @ w
        if residual:
            r = rng.normal(size=n)
            r -= U @ (U.T @ r)
            y += residual * r / np.linalg.norm(r)
        errors.append(np.linalg.norm(route(X, y) - w) / np.linalg.norm(w))
    return -np.log10(np.median(errors))
