"""The singular value decomposition as constants of a figure: the same numbers on every machine."""
import numpy as np

from hw0 import svd


def factors(X):
    """Svd of X, thin, with every sign chosen so that the entries of v_j add up to more than 0, rounded to 10 digits."""
    U, s, Vt = svd.thin(X)
    sign = np.sign(np.sum(Vt, axis=1))
    return svd.Svd(np.round(U * sign, 10), np.round(s, 10), np.round(Vt * sign[:, None], 10))
