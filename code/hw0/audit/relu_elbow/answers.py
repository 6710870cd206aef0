"""Problem 5 as the chatbots answered it: each answer of each turn as a candidate, put together from the claims.

A formula is taken as it was given.  A condition such as w != 0 that was stated becomes nan; one that was not
leaves the formula to divide by zero, as a reader who trusts it would.
"""
import numpy as np

from hw0.audit.answers import given


def quotient(w, b):
    """-b/w, said with no condition on w."""
    return -b / w


def quotient_if_defined(w, b):
    """-b/w, said for w != 0 only."""
    return np.where(w == 0, np.nan, -b / w)


def residual(phi, y):
    """phi - y, the answer of all three to 5a.ii."""
    return phi - y


def weight_gradient(w, b, x, y):
    """(phi - y) x if the unit is active at x, else 0; for scalars."""
    return (max(0.0, w * x + b) - y) * x if w * x + b > 0 else 0.0


def bias_gradient(w, b, x, y):
    """phi - y if the unit is active at x, else 0; for scalars."""
    return max(0.0, w * x + b) - y if w * x + b > 0 else 0.0


def right_if_w_exceeds_bx(w, b, x, lr):
    """The rule of ChatGPT's third turn, whatever the learning rate."""
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


_CHATGPT = (
    *given("chatgpt", 1,
            ("5a.i", "chatgpt-5ai-1 chatgpt-5ai-2", quotient),
            ("5a.ii", "chatgpt-5aii-1", residual),
            ("5a.iii", "chatgpt-5aiii-4", weight_gradient),
            ("5a.iv", "chatgpt-5aiv-2", bias_gradient),
            ("5b.i", "chatgpt-5bi-2", "stays"),
            ("5b.ii", "chatgpt-5bii-6", "right"),
            ("5b.iii", "chatgpt-5biii-3", "left"),
            ("5b.iv", "chatgpt-5biv-4 chatgpt-5biv-6", "right or left, depending on signs"),
            ("5c", "chatgpt-5c-1 chatgpt-5c-2", quotient),
            ("5d", "chatgpt-5d-1 chatgpt-5d-2", None, "It leaves the partial derivatives unevaluated.")),
    *given("chatgpt", 2,
            ("5b.i", "chatgpt-5btable-1", "stays"),
            ("5b.ii", "chatgpt-5bii-10 chatgpt-5btable-2", "right"),
            ("5b.iii", "chatgpt-5biii-7 chatgpt-5btable-3", "right"),
            ("5b.iv", "chatgpt-5btable-4", "either, depending on a ratio")),
    *given("chatgpt", 3,
            ("5b.i", "chatgpt-5btable-8", "stays"),
            ("5b.ii", "chatgpt-5bii-14 chatgpt-5bii-15 chatgpt-5btable-9", right_if_w_exceeds_bx),
            ("5b.iii", "chatgpt-5btable-10", "right"),
            ("5b.iv", "chatgpt-5btable-11", "mixed, depending on a ratio")),
    *given("chatgpt", 4,
            ("5b.i", "chatgpt-5btable-12", "stays"),
            ("5b.ii", "chatgpt-5btable-13", right_if_w_exceeds_bx),
            ("5b.iii", "chatgpt-5btable-14", "right"),
            ("5b.iv", "chatgpt-5biv-12 chatgpt-5btable-16", "left")),
    *given("chatgpt", 5,
            ("5d", "chatgpt-5d-8 chatgpt-5d-9 chatgpt-5d-11 chatgpt-5d-12", moved_elbows)))

_GROK = given(
    "grok", 4,
    ("5a.i", "grok-5a-i-1", quotient_if_defined),
    ("5a.ii", "grok-5a-ii-1", residual),
    ("5a.iii", "grok-5a-iii-2", weight_gradient),
    ("5a.iv", "grok-5a-iv-2", bias_gradient),
    ("5b.i", "grok-5b-i-3", "stays"),
    ("5b.ii", "grok-5b-ii-7 grok-5b-ii-11", right_if_the_quotient_grows,
     "One example that does not move, and a rule at the end: the rule is taken."),
    ("5b.iii", "grok-5b-iii-7", "left"),
    ("5b.iv", "grok-5b-iv-5", "left"),
    ("5c", "grok-5c-1", quotient_if_defined),
    ("5d", "grok-5d-6 grok-5d-7", moved_elbows))

_DEEPSEEK = (
    *given("deepseek", 1,
            ("5a.i", "deepseek-5a-1", quotient_if_defined),
            ("5a.ii", "deepseek-5a-2", residual),
            ("5a.iii", "deepseek-5a-3", weight_gradient),
            ("5a.iv", "deepseek-5a-4", bias_gradient),
            ("5b.i", "deepseek-5b-i-1", "stays"),
            ("5b.ii", "deepseek-5b-ii-2 deepseek-5b-ii-5", None, "It stops inside this case, undecided."),
            ("5b.iii", "deepseek-5b-iii-0", None, "It stopped before this case."),
            ("5b.iv", "deepseek-5b-iv-0", None, "It stopped before this case."),
            ("5c", "deepseek-5c-0", None, "It stopped before this part."),
            ("5d", "deepseek-5d-0", None, "It stopped before this part.")),
    *given("deepseek", 2,
            ("5a.i", "deepseek-5a-5", quotient_if_defined),
            ("5a.ii", "deepseek-5a-6", residual),
            ("5a.iii", "deepseek-5a-7", weight_gradient),
            ("5a.iv", "deepseek-5a-8", bias_gradient),
            ("5b.i", "deepseek-5b-i-3", "stays"),
            ("5b.ii", "deepseek-5b-ii-9", "right"),
            ("5b.iii", "deepseek-5b-iii-3", "right"),
            ("5b.iv", "deepseek-5b-iv-4", "left"),
            ("5c", "deepseek-5c-2", quotient_if_defined),
            ("5d", "deepseek-5d-3 deepseek-5d-4", moved_elbows)))

ANSWERS = (*_CHATGPT, *_GROK, *_DEEPSEEK)
