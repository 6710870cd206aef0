"""Six derivations with a wrong step; most follow what a chatbot wrote.

Only the steps and the instances are written here; `derivations` finds out which step fails.
"""
from typing import NamedTuple

import numpy as np

from hw0 import least_squares, relu_elbow, ridge
from hw0.audit.derivations import Derivation, Step
from hw0.least_squares import svd

DRAWS = 40
_RNG = np.random.default_rng(11)


def _integers(*shape):
    return _RNG.integers(-3, 4, shape).astype(float)


def _quadratics():
    sizes = _RNG.integers(1, 4, DRAWS - 1)
    return ({"A": np.array([[3.0]]), "x": np.array([2.0])}, *({"A": _integers(n, n), "x": _integers(n)} for n in sizes))


def _slope(f, x):
    """df/dx_1 by a central difference, exact for a quadratic f."""
    step = np.eye(len(x))[0]
    return (f(x + step) - f(x - step)) / 2


def _quadratic_slope(A, x):
    return _slope(lambda v: v @ A @ v, x)


def _slice_slope(A, x):
    """The slope of x_1 sum_j A_1j x_j."""
    return _slope(lambda v: v[0] * (A[0] @ v), x)


def _square_slope(A, x):
    return _slope(lambda v: A[0, 0] * v[0] ** 2, x)


TWO_SLICES = Derivation(
    "two_slices", "a derivative by two slices",
    r"We want $\partial f / \partial x_1$ for $f(x) = x^\top A x$, and look at the terms that contain $x_1$.",
    (Step(r"These terms are $x_1 \sum_j A_{1j} x_j + x_1 \sum_i x_i A_{i1} - A_{11} x_1^2$; "
          r"the others have no slope in $x_1$.",
          _quadratic_slope, lambda A, x: _slice_slope(A, x) + _slice_slope(A.T, x) - _square_slope(A, x)),
     Step(r"The term that the two sums share has the slope $2 A_{11} x_1$.",
          lambda A, x: 2 * A[0, 0] * x[0], _square_slope),
     Step(r"The first sum has the slope $\sum_j A_{1j} x_j$, since in it the $x_j$ are constants.",
          lambda A, x: A[0] @ x, _slice_slope),
     Step(r"Likewise the second one has the slope $\sum_i x_i A_{i1}$.",
          lambda A, x: A[:, 0] @ x, lambda A, x: _slice_slope(A.T, x)),
     Step(r"Hence $\partial f / \partial x_1 = \sum_j A_{1j} x_j + \sum_i x_i A_{i1}$.",
          lambda A, x: (A + A.T)[0] @ x, _quadratic_slope)),
    _quadratics(),
    "One of the $x_j$ is $x_1$ itself. The last line is right all the same: two mistakes and a forgotten term cancel, "
    "and a right result hides them.")


class _Factors(NamedTuple):
    """Full factors U, Sigma, its pseudo-inverse, and V^T."""

    U: np.ndarray
    S: np.ndarray
    Sp: np.ndarray
    Vt: np.ndarray


def _factors(X):
    U, s, Vt = svd.full(X)
    return _Factors(U, svd.sigma(s, X.shape), svd.sigma_pinv(s, X.shape), Vt)


def _left(X):
    """A X with A = V Sigma^+ U^T."""
    return least_squares.pinv(X) @ X


def _left_written_out(X):
    f = _factors(X)
    return f.Vt.T @ f.Sp @ f.U.T @ f.U @ f.S @ f.Vt


def _left_without_u(X):
    f = _factors(X)
    return f.Vt.T @ f.Sp @ f.S @ f.Vt


def _identity(X):
    return np.eye(X.shape[1])


LEFT_INVERSE = Derivation(
    "left_inverse", "a left inverse for every tall matrix",
    r"Let $X = U \Sigma V^\top$ be tall, $n > d$, and $A = V \Sigma^\dagger U^\top$, "
    r"so that $A y$ is the shortest least-squares solution.",
    (Step(r"$A X = V \Sigma^\dagger U^\top U \Sigma V^\top$.", _left, _left_written_out),
     Step(r"$U$ is orthogonal, so $A X = V \Sigma^\dagger \Sigma V^\top$.", _left, _left_without_u),
     Step(r"$\Sigma$ is tall, so $\Sigma^\dagger \Sigma = I_d$.", lambda X: _factors(X).Sp @ _factors(X).S, _identity),
     Step(r"Hence $A X = V V^\top = I_d$.", _left, _identity)),
    (*({"X": np.linalg.qr(_RNG.normal(size=(d + 1, d)))[0]} for d in (1, 2, 3)), {"X": np.ones((3, 2))}),
    r"Where $\Sigma$ has a zero on its diagonal, so has $\Sigma^\dagger \Sigma$. "
    r"Tall is a shape; full column rank is what the step needs.")


def _regressions():
    shapes = [(1, 1), (2, 3), (3, 2), (2, 2)] * (DRAWS // 4)
    return ({"X": np.array([[2.0]]), "y": np.array([1.0]), "lam": 1.0},
            *({"X": _integers(n, d), "y": _integers(n), "lam": float(_RNG.integers(1, 4))} for n, d in shapes))


def _primal(X, lam):
    return X.T @ X + lam * np.eye(X.shape[1])


def _dual(X, lam):
    return X @ X.T + lam * np.eye(len(X))


def _kernel_form(X, y, lam):
    return X.T @ np.linalg.solve(_dual(X, lam), y)


def _with_a_stray_x(X, y, lam):
    return X.T @ X @ np.linalg.solve(_primal(X, lam), y) if X.shape[0] == X.shape[1] else "shapes that do not chain"


PUSH_THROUGH = Derivation(
    "push_through", "from the kernel form to ridge",
    r"We want to turn $X^\top (X X^\top + \lambda I_n)^{-1} y$ into the ridge solution.",
    (Step(r"$X^\top (X X^\top + \lambda I_n) = (X^\top X + \lambda I_d)\, X^\top$, by multiplying out.",
          lambda X, y, lam: X.T @ _dual(X, lam), lambda X, y, lam: _primal(X, lam) @ X.T),
     Step(r"Both brackets have inverses, "
          r"so $(X^\top X + \lambda I_d)^{-1} X^\top = X^\top (X X^\top + \lambda I_n)^{-1}$.",
          lambda X, y, lam: np.linalg.solve(_primal(X, lam), X.T),
          lambda X, y, lam: np.linalg.solve(_dual(X, lam), X).T),
     Step(r"Hence $X^\top (X X^\top + \lambda I_n)^{-1} y = X^\top X\, (X^\top X + \lambda I_d)^{-1} y$.", _kernel_form,
          _with_a_stray_x),
     Step(r"This is $w = (X^\top X + \lambda I_d)^{-1} X^\top y$, the ridge solution.",
          _kernel_form, lambda X, y, lam: ridge.by_normal_equations(X, y, lam=lam))),
    _regressions(),
    r"An $X$ has slipped in, and a $d \times d$ matrix times a vector of length $n$ has no meaning unless $n = d$. "
    "The goal was known, so the last line came out right.")


def _shrink(sigma, lam):
    return sigma / (sigma**2 + lam)


def _is_nearly(value, other):
    return bool(abs(value - other) <= 0.1 * value)


WRONG_SCALE = Derivation(
    "wrong_scale", "what ridge does to a small singular value",
    r"Ridge replaces $1/\sigma$ by $\sigma / (\sigma^2 + \lambda)$. Let $\sigma$ be a hundredth of $\lambda$.",
    (Step(r"$\dfrac{\sigma}{\sigma^2 + \lambda} = \dfrac{1}{\sigma} \cdot \dfrac{\sigma^2}{\sigma^2 + \lambda}$.",
          _shrink, lambda sigma, lam: 1 / sigma * sigma**2 / (sigma**2 + lam)),
     Step(r"$\sigma$ is small beside $\lambda$, so $\sigma^2$ is at most a tenth of $\lambda$.",
          lambda sigma, lam: True, lambda sigma, lam: bool(sigma**2 <= lam / 10)),
     Step(r"Hence the result is $\sigma / \lambda$, up to ten per cent.",
          lambda sigma, lam: True, lambda sigma, lam: _is_nearly(_shrink(sigma, lam), sigma / lam))),
    tuple({"sigma": lam / 100, "lam": lam} for lam in (0.01, 1.0, 100.0, 1e4)),
    r"$\sigma^2$ and $\lambda$ have the same dimension, $\sigma$ and $\lambda$ do not: "
    r"multiply the data by ten and look again. The crossover is at $\sigma = \sqrt\lambda$.")


def _units():
    halves, quarters = _RNG.integers(1, 7, (DRAWS, 3)) / 2, _RNG.integers(1, 5, DRAWS) / 4
    drawn = ({"w": float(w), "b": float(z - w * x), "x": float(x), "lr": float(lr)} for (w, x, z),
             lr in zip(halves, quarters, strict=True))
    return ({"w": 1.0, "b": 0.0, "x": 2.0, "lr": 1.0}, *(v for v in drawn if v["w"] != v["lr"] * v["x"]))


def _step(w, b, x, lr):
    return relu_elbow.residual_step(w, b, x, 1.0, lr=lr)


def _move(**v):
    return relu_elbow.elbow(*_step(**v)) - relu_elbow.elbow(v["w"], v["b"])


EITHER_WAY = Derivation(
    "either_way", "which way the elbow goes",
    r"An active unit with $w > 0$ and residual $1$ at $x > 0$ makes one step of size $\eta > 0$, "
    r"and still has an elbow.",
    (Step(r"$w' = w - \eta x$ and $b' = b - \eta$.", lambda w, b, x, lr: (w - lr * x, b - lr),
          lambda **v: tuple(map(float, _step(**v)))),
     Step(r"$e' - e = \dfrac{b}{w} - \dfrac{b'}{w'} = \dfrac{\eta\,(w - b x)}{w\, w'}$.",
          lambda w, b, x, lr: lr * (w - b * x) / (w * (w - lr * x)), _move),
     Step(r"$\eta$, $w$ and $x$ are positive, so $w\, w' = w\,(w - \eta x) > 0$.",
          lambda **v: True, lambda w, b, x, lr: bool(w * (w - lr * x) > 0)),
     Step(r"Hence $e' - e$ has the sign of $w - b x$.",
          lambda w, b, x, lr: float(np.sign(w - b * x)), lambda **v: float(np.sign(np.round(_move(**v), 12))))),
    _units(),
    r"A step with $\eta x > w$ flips the unit, and then the rule is reversed. Nobody had said that the step is small.")

TILTED, TARGET = np.array([[1.0, 1.0], [0.0, 1.0]]), np.array([3.0, 3.0])


def _path(lam):
    return ridge.by_normal_equations(TILTED, TARGET, lam=lam)


def _along(lam):
    """The coordinates of the solution along the right singular vectors, without signs."""
    return np.abs(svd.full(TILTED)[2] @ _path(lam))


def _along_by_factors(lam):
    U, s, _ = svd.full(TILTED)
    return _shrink(s, lam) * np.abs(U.T @ TARGET)


def _all_smaller(size):
    """A function of a pair of penalties: whether no entry of size(lam) is smaller than that of size(more)."""
    return lambda lam, more: bool(np.all(size(more) <= size(lam)))


def _claimed(lam, more):
    return True


EVERY_COORDINATE = Derivation(
    "every_coordinate", "more penalty, smaller weights",
    r"Let $X$ have the rows $(1, 1)$ and $(0, 1)$, and $y = (3, 3)$. "
    r"Let $w$ be the ridge solution at $\lambda$ and $\tilde w$ the one at $4\lambda$.",
    (Step(r"Along the right singular vector $v_i$, $w$ has the size "
          r"$\dfrac{\sigma_i}{\sigma_i^2 + \lambda}\, \lvert u_i^\top y \rvert$.",
          lambda lam, more: _along(lam), lambda lam, more: _along_by_factors(lam)),
     Step(r"Each of these factors falls as $\lambda$ grows, "
          r"so $\lvert v_i^\top \tilde w \rvert \le \lvert v_i^\top w \rvert$.",
          _claimed, _all_smaller(_along)),
     Step(r"The $v_i$ are orthonormal, so $\lVert \tilde w \rVert \le \lVert w \rVert$.",
          _claimed, _all_smaller(lambda lam: np.linalg.norm(_path(lam)))),
     Step(r"Hence every single weight gets smaller: $\lvert \tilde w_j \rvert \le \lvert w_j \rvert$ for $j = 1, 2$.",
          _claimed, _all_smaller(lambda lam: np.abs(_path(lam))))),
    tuple({"lam": lam, "more": 4 * lam} for lam in (0.25, 1.0, 4.0)),
    r"The coordinates that shrink are those along the $v_i$. "
    "A weight is a mixture of them, and a mixture may grow while its parts shrink.")

DERIVATIONS = {d.name: d for d in (TWO_SLICES, LEFT_INVERSE, PUSH_THROUGH, WRONG_SCALE, EITHER_WAY, EVERY_COORDINATE)}
