"""Ridge and a descent that is stopped: nearly the same share of every singular direction (chapter 4).

Gradient descent on ||X w - y||^2 from zero has done 1 - (1 - 2 lr sigma^2)^t of the way along v_i after t steps; ridge
keeps sigma^2 / (sigma^2 + lambda).  For small sigma these are 2 lr t sigma^2 and sigma^2 / lambda.
"""
from hw0.validation import positive


def matching_penalty(lr, steps):
    """1 / (2 lr t), the lambda whose ridge solution is nearest to t steps from zero in directions of small sigma.

    With it descent keeps at least what ridge keeps, and at most twice as much, wherever 2 lr sigma^2 <= 1.
    For descent on half of ||X w - y||^2 it would be 1 / (lr t).  Broadcasts and traces.  Source: chapter 4,
    eq-ridge-stopping.  Raises TypeError and ValueError as hw0.validation.positive.

    >>> print(ridge.matching_penalty(0.05, 20))
    0.5
    """
    lr, steps = positive(lr=lr, steps=steps)
    return 1.0 / (2.0 * lr * steps)
