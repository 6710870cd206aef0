"""Random ridge problems, by shape and rank, on which a claim must hold: those of problem 3, with a lambda each."""
import numpy as np

from hw0.audit.least_squares import samples


def _with_lambda(problems, seed):
    rng = np.random.default_rng([4, seed])
    return tuple(v | {"lam": float(np.exp(rng.uniform(-3, 3)))} for v in problems)


TALL = _with_lambda(samples.TALL, 0)
WIDE = _with_lambda(samples.WIDE, 1)
DEFICIENT = _with_lambda(samples.DEFICIENT, 2)
FULL = (*TALL, *WIDE)
ANY = (*FULL, *DEFICIENT)
