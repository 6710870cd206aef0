"""Random ridge problems, by shape and rank, on which a claim must hold: those of problem 3, with a lambda each."""
import numpy as np

from hw0.audit import least_squares_draws


def _with_lambda(problems, seed):
    rng = np.random.default_rng([4, seed])
    return tuple(v | {"lam": float(np.exp(rng.uniform(-3, 3)))} for v in problems)


TALL = _with_lambda(least_squares_draws.TALL, 0)
WIDE = _with_lambda(least_squares_draws.WIDE, 1)
DEFICIENT = _with_lambda(least_squares_draws.DEFICIENT, 2)
FULL = (*TALL, *WIDE)
ANY = (*FULL, *DEFICIENT)
