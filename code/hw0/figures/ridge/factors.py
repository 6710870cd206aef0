"""The singular value decomposition as constants of a figure: the same numbers on every machine."""
import numpy as np

from hw0.least_squares import svd


def factors(X):
    """Svd of X, thin, with every sign chosen so that the entries of v_j add up to more than 0, rounded to 10 digits.

    What rounds to zero has the sign that the machine's rounding left; + 0.0 makes it positive.
    """
    U, s, Vt = svd.thin(X)
    sign = np.sign(np.sum(Vt, axis=1))
    return svd.Svd(*(np.round(factor, 10) + 0.0 for factor in (U * sign, s, Vt * sign[:, None])))
