"""Problem 5 as the chatbots answered it: the formulas, one function for all who gave the same.

A formula is taken as it was given.  A condition such as w != 0 that was stated becomes nan; one that was not
leaves the formula to divide by zero, as a reader who trusts it would.
"""
import numpy as np


def quotient(w, b):
    """-b/w, said with no condition on w."""
    return -b / w


def quotient_if_defined(w, b):
    """-b/w, said for w != 0 only."""
    return np.where(w == 0, np.nan, -b / w)


def residual(phi, y):
    """phi - y."""
    return phi - y


def weight_gradient(w, b, x, y):
    """(phi - y) x if the unit is active at x, else 0; for scalars."""
    return (max(0.0, w * x + b) - y) * x if w * x + b > 0 else 0.0


def bias_gradient(w, b, x, y):
    """phi - y if the unit is active at x, else 0; for scalars."""
    return max(0.0, w * x + b) - y if w * x + b > 0 else 0.0


def right_if_w_exceeds_bx(w, b, x, lr):
    """The rule of GPT-4o's third answer, whatever the learning rate."""
    return "right" if w > b * x else "left" if w < b * x else "stays"


def right_if_the_quotient_grows(w, b, x, lr):
    """Grok's rule: right if b/w < b'/w'.  But e = -b/w."""
    change = (b - lr) / (w - lr * x) - b / w
    return "right" if change > 0 else "left" if change < 0 else "stays"


def moved_elbows(W1, b, W2, x, y, lr):
    """e_i' = -(b_i - lr r W2_i 1_i) / (W1_i - lr r W2_i x 1_i), r = f(x) - y, with no condition on the denominator."""
    active = W1 * x + b > 0
    r = np.maximum(0.0, W1 * x + b) @ W2 - y
    return -(b - lr * r * W2 * active) / (W1 - lr * r * W2 * x * active)


def moved_elbows_if_defined(W1, b, W2, x, y, lr):
    """The same, said for new slopes that are not 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = moved_elbows(W1, b, W2, x, y, lr)
    return np.where(np.isfinite(moved), moved, np.nan)


def divided_by_the_slope(W1, b, W2, x, y, lr):
    """(e_i + a_i) / (1 - a_i x), a_i = lr r W2_i 1_i / W1_i, said for W1_i != 0 only."""
    with np.errstate(divide="ignore", invalid="ignore"):
        a = lr * (np.maximum(0.0, W1 * x + b) @ W2 - y) * W2 * (W1 * x + b > 0) / W1
        moved = (-b / W1 + a) / (1 - a * x)
    return np.where(np.isfinite(moved), moved, np.nan)
