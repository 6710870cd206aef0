"""A threshold in an answer, for what it takes for 0 or for too large, is seen: it is no property of the mathematics.

What lies below them is rounding, and right: a rank cut at 1e-5 of the largest singular value, the own tolerances of
np.allclose, 1e-8 beside 1.
"""
import numpy as np
import pytest

from hw0.audit.checker import passes
from hw0.checks import PARTS, check

RIGHT_CUT = 1e-6


def pinv(X, cut, relative):
    """The pseudo-inverse without the directions that a cut takes for 0."""
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    kept = s > cut * (s.max() if relative else 1)
    return (Vt[kept].T / s[kept]) @ U[:, kept].T


def by_factors(U, s, Vt, y, cut, relative):
    kept = s > cut * (s.max() if relative else 1)
    return Vt[:len(s)][kept].T @ ((U.T @ y)[:len(s)][kept] / s[kept])


def ridge(X, y, lam, cut, relative):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    kept = s > cut * (s.max() if relative else 1)
    return Vt[kept].T @ (s[kept] / (s[kept] ** 2 + lam) * (U.T @ y)[kept])


BY_RANK = {
    **dict.fromkeys(("3a", "3d", "4h", "4h.any"), lambda *cut: lambda X, y: pinv(X, *cut) @ y),
    **dict.fromkeys(("3b", "3e"), lambda *cut: lambda U, s, Vt, y: by_factors(U, s, Vt, y, *cut)),
    **dict.fromkeys(("3c", "3c.any"), lambda *cut: lambda X: pinv(X, *cut) @ X),
    **dict.fromkeys(("3f", "3f.any"), lambda *cut: lambda X: X @ pinv(X, *cut)),
    "3.leverage": lambda *cut: lambda X: np.diag(X @ pinv(X, *cut)),
    **dict.fromkeys(("4a", "4f"), lambda *cut: lambda X, y, lam: ridge(X, y, lam, *cut)),
}


def two_layers(W1, b, W2, x, y, lr, *, zero=0.0, asleep=0.0, top=np.inf, furthest=np.inf):
    """5d with thresholds: for a slope, for an active unit; with ReLU and the residual clipped."""
    z = W1 * x + b
    residual = np.clip(W2 @ np.clip(z, 0, top) - y, -furthest, furthest)
    step = lr * residual * W2 * (z > asleep)
    slope = W1 - step * x
    return np.where(np.abs(slope) <= zero, np.nan, -(b - step) / slope)


def one_unit(w, b, x, y, factor, *, asleep=0.0, top=np.inf):
    return (min(w * x + b, top) - y) * factor if w * x + b > asleep else 0.0


def hinge(scores, labels, top):
    rows, n = np.arange(len(labels)), len(labels)
    margins = np.clip(scores - scores[rows, labels][:, None] + 1, 0, top)
    margins[rows, labels] = 0
    slopes = (margins > 0) / n
    slopes[rows, labels] = -slopes.sum(axis=1)
    return margins.sum() / n, slopes


NEAR_0 = {      # rules with what they take for 0
    "5a.i": lambda cut: lambda w, b: -b / w if abs(w) > cut else np.nan,
    "5a.iii": lambda cut: lambda w, b, x, y: one_unit(w, b, x, y, x, asleep=cut),
    "5a.iv": lambda cut: lambda w, b, x, y: one_unit(w, b, x, y, 1, asleep=cut),
    "5c": lambda cut: lambda W1, b: np.where(np.abs(W1) > cut, -b / W1, np.nan),
    "5d": lambda cut: lambda W1, b, W2, x, y, lr: two_layers(W1, b, W2, x, y, lr, zero=cut),
    "6.relu_forward": lambda cut: lambda Z: np.where(cut < Z, Z, 0),
    "6.relu_backward": lambda cut: lambda dout, Z: dout * (cut < Z),
}
CLIPPED = {     # rules with the largest number that they know
    "5a.ii": lambda top: lambda phi, y: np.clip(phi - y, -top, top),
    "5a.iii": lambda top: lambda w, b, x, y: one_unit(w, b, x, y, x, top=top),
    "5a.iv": lambda top: lambda w, b, x, y: one_unit(w, b, x, y, 1, top=top),
    "5c": lambda top: lambda W1, b: np.where(W1 == 0, np.nan, np.clip(-b / W1, -top, top)),
    "5d": lambda top: lambda W1, b, W2, x, y, lr: two_layers(W1, b, W2, x, y, lr, top=top),
    "6.relu_forward": lambda top: lambda Z: np.clip(Z, 0, top),
    "6.relu_backward": lambda top: lambda dout, Z: np.clip(dout, -top, top) * (Z > 0),
    "6.svm_loss": lambda top: lambda scores, labels: hinge(scores, labels, top),
}


@pytest.mark.parametrize("part", BY_RANK)
def test_a_rank_cut_is_seen(part):
    for cut in (1e-1, 1e-2, 1e-3, 1e-4):
        assert not passes(PARTS[part], BY_RANK[part](cut, True)), f"relative {cut}"
        if cut > 1e-4 or part in ("3a", "3d", "3b", "3e", "4a", "4f"):
            assert not passes(PARTS[part], BY_RANK[part](cut, False)), f"absolute {cut}"
    assert passes(PARTS[part], BY_RANK[part](RIGHT_CUT, True))


def test_symmetry_is_judged_to_rounding():
    """A tolerance of 1e-5 is what float32 needs (see decisions/checker-on-trial.md), and more is none."""
    for cut in (1e-1, 1e-2, 1e-3, 1e-4):
        assert not passes(PARTS["2e"], lambda A, cut=cut: np.allclose(A, A.T, rtol=cut, atol=cut)), cut
        assert not passes(PARTS["2e"], lambda A, cut=cut: np.abs(A - A.T).max() <= cut * np.abs(A).max()), cut
    for right in (lambda A: np.allclose(A, A.T), lambda A: np.allclose(A, A.T, atol=1e-5),
                  lambda A: np.linalg.norm(A - A.T) <= 1e-5 * np.linalg.norm(A)):
        assert passes(PARTS["2e"], right)


@pytest.mark.parametrize("part", NEAR_0)
def test_a_small_number_is_not_0(part):
    for cut in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6):
        assert not passes(PARTS[part], NEAR_0[part](cut)), cut
    assert passes(PARTS[part], NEAR_0[part](1e-8 if part != "6.relu_forward" else 1e-12))


def test_an_active_unit_is_one_however_little():
    def answer(W1, b, W2, x, y, lr):
        return two_layers(W1, b, W2, x, y, lr, asleep=1e-6)
    assert not passes(PARTS["5d"], answer)


@pytest.mark.parametrize("part", CLIPPED)
def test_a_large_number_is_not_clipped(part):
    for top in (10, 20, 50, 100, 1000):
        assert not passes(PARTS[part], CLIPPED[part](top)), top
    assert passes(PARTS[part], CLIPPED[part](1e9))


def test_a_residual_is_not_clipped():
    for top in (10, 100, 1000):
        def answer(W1, b, W2, x, y, lr, top=top):
            return two_layers(W1, b, W2, x, y, lr, furthest=top)
        assert not passes(PARTS["5d"], answer), top


@pytest.mark.parametrize("part", ["2c", "4c", "6.affine_forward", "6.affine_backward", "6.relu_forward",
                                  "6.relu_backward"])
def test_single_precision_is_told_as_that(part):
    asked = PARTS[part]

    def answer(*given):
        value = asked.reference(**dict(zip(asked.names, given, strict=True)))
        return tuple(map(np.float32, value)) if isinstance(value, tuple) else np.float32(value)

    verdict = check(part, lambda *given: answer(*given))
    assert verdict.diagnosis == "It is right to the precision of float32: answer in float64."
