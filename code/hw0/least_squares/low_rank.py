"""The matrix of rank k that lies nearest to X (n, d): the singular value decomposition, cut off (chapter 3).

    X_k = sum of sigma_i u_i v_i^T over i <= k
    ||X - X_k|| = sigma_(k+1),    ||X - X_k||_F^2 = sum of sigma_i^2 over i > k

No matrix of rank k or less is nearer in either norm.  Source: Eckart and Young (1936), Mirsky (1960).
"""
import numpy as np

from hw0 import scaling
from hw0.least_squares import svd
from hw0.validation import not_negative, shaped, whole


def truncated(X, k):
    """X_k (n, d), the first k terms of X = sum of sigma_i u_i v_i^T; k = 0 gives the zero matrix.

    Not unique where sigma_k = sigma_(k+1).  Raises as svd.thin, and TypeError or ValueError unless k is a whole number
    from 0 to min(n, d).

    >>> low_rank.truncated([[3.0, 0.0], [0.0, 1.0]], 1).round(6) + 0.0
    array([[3., 0.],
           [0., 0.]])
    """
    return first_terms(*svd.thin(X), _terms(k, min(np.shape(X))))


def first_terms(U, s, Vt, k):
    """The sum (n, d) of the first k terms, from the factors of a thin SVD; a k that is traced may move.

    >>> low_rank.first_terms(np.eye(2), [3.0, 1.0], np.eye(2), 1)
    array([[3., 0.],
           [0., 0.]])
    """
    return U * np.where(np.arange(len(s)) < k, s, 0.0) @ Vt


def spectral_error(s, k):
    """sigma_(k+1), the largest singular value that is left out: the smallest ||X - B|| of all B of rank k or less.

    Raises ValueError for singular values s (m,) that are negative or not sorted, the largest first, and as truncated.

    >>> print(low_rank.spectral_error([5.0, 4.0, 3.0], 1))
    4.0
    """
    s = _sorted(s)
    k = _terms(k, len(s))
    return s[k] if k < len(s) else 0.0


def frobenius_error(s, k):
    """The root of the sum of sigma_i^2 over i > k: the smallest ||X - B||_F of all B of rank k or less.

    Raises as spectral_error.

    >>> print(low_rank.frobenius_error([5.0, 4.0, 3.0], 1))
    5.0
    """
    s = _sorted(s)
    rest, exponent = scaling.unit(np.append(s[_terms(k, len(s)):], 0.0))
    return scaling.back(np.linalg.norm(rest), exponent, "the error")


def _terms(k, most):
    return whole(k=k, least=0, most=most)[0]


def _sorted(s):
    (s,) = not_negative(s=shaped(s=("m", s))[0])
    if np.any(np.diff(s) > 0):
        raise ValueError("s must be sorted, the largest singular value first.")
    return s
