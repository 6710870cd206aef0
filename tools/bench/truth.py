"""The ridge solution to more digits than float64 holds, to measure errors against."""

import numpy as np


def ridge_truth(X, y, lam, sweeps=12):
    """Return w (d,) in longdouble, by corrections from residuals in longdouble until they no longer change it.

    This is Bjoerck's refinement of the system r + A v = b, A^T r = c.  Tall X: least squares on fake data, A = [X;
    sqrt(lam) I] and w = v.  Wide X: the shortest solution with fake features, A = [X, sqrt(lam) I]^T and w the first d
    entries of r. It converges while the condition number of A is well below 1e16.

    Raises
    ------
    RuntimeError
        If longdouble is no wider than float64 on this machine.
    """
    wide = np.longdouble
    if np.finfo(wide).eps >= np.finfo(float).eps:
        raise RuntimeError("longdouble is no wider than float64 on this machine, so there is no truth to compare with")
    tall, k = len(y) >= X.shape[1], min(X.shape)
    A = np.vstack([X if tall else X.T, np.zeros((k, k))]).astype(wide)
    A[-k:] = np.sqrt(wide(lam)) * np.eye(k)
    b, c = np.zeros(len(A), wide), np.zeros(k, wide)
    (b if tall else c)[: len(y)] = y
    Q, R = np.linalg.qr(A.astype(float))
    v, r = np.zeros(k, wide), np.zeros(len(A), wide)
    for _ in range(sweeps):
        f, g = (b - r - A @ v).astype(float), (c - A.T @ r).astype(float)
        inside = Q.T @ f - np.linalg.solve(R.T, g)
        v, r = v + np.linalg.solve(R, inside), r + (f - Q @ inside)
    return v if tall else r[: X.shape[1]]
