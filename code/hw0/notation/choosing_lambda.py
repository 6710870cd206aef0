"""What chooses a penalty in chapter 4, by other routes than its formulas: fits without a sample, densities, balance."""

import numpy as np


def errors_left_out(g):
    """For every sample, how far the solution without it is from its target."""
    n, d = g.X.shape[1:]
    errors = []
    for i in range(n):
        kept = np.delete(np.arange(n), i)
        X, y = g.X[:, kept], g.y[:, kept]
        w = np.linalg.solve(X.mT @ X + g["lambda"] * np.eye(d), X.mT @ y)
        errors.append(g.y[:, i : i + 1] - g.X[:, i : i + 1] @ w)
    return np.concatenate(errors, axis=1)


def turned_errors(g):
    """The mean squared error on samples left out, after a complex turn that makes all leverages equal."""
    n, d = g.X.shape[1:]
    Q = np.fft.fft(np.eye(n), norm="ortho") @ g.U.mT
    errors = []
    for i in range(n):
        kept = np.delete(np.arange(n), i)
        X, y = (Q @ g.X)[:, kept], (Q @ g.y)[:, kept]
        w = np.linalg.solve(X.conj().mT @ X + g["lambda"] * np.eye(d), X.conj().mT @ y)
        errors.append(np.abs((Q @ g.y - Q @ g.X @ w)[:, i : i + 1]) ** 2)
    return np.mean(np.concatenate(errors, axis=1), axis=1, keepdims=True)


def evidence(g):
    """The density of the targets, which are normal with the covariance X Xᵀ + λI."""
    return evidence_of(g, 1.0)


def evidence_of(g, square):
    """The density of the targets for a prior of the variance `square` and noise of λ times that."""
    covariance = square * (g.X @ g.X.mT) + square * g["lambda"] * np.eye(g.X.shape[1])
    size = np.sqrt(np.linalg.det(2 * np.pi * covariance))[:, None, None]
    return np.exp(-(g.y.mT @ np.linalg.solve(covariance, g.y)) / 2) / size


def best_scale(g):
    """The standard deviation of the prior with the greatest evidence, by eigenvectors of X Xᵀ."""
    values, vectors = np.linalg.eigh(g.X @ g.X.mT)
    c = vectors.mT @ g.y
    variances = np.maximum(values, 0)[..., None] + g["lambda"]
    return np.sqrt(np.mean(c**2 / variances, axis=1, keepdims=True))


def balanced(g):
    """Targets for which λ is where the evidence is stationary: what calls for a smaller λ is scaled to balance."""
    values, vectors = np.linalg.eigh(g.X @ g.X.mT)
    values = np.maximum(values, 0)[..., None]
    share = values / (values + g["lambda"])
    call = (share - np.mean(share, axis=1, keepdims=True)) / (values + g["lambda"])
    c = vectors.mT @ g.drawn["y"]
    larger, smaller = (np.sum(np.maximum(sign * call * c**2, 0), axis=1, keepdims=True) for sign in (1, -1))
    scale = np.sqrt(np.divide(larger, smaller, out=np.ones_like(larger), where=smaller > 0))
    return vectors @ np.where(call < 0, scale * c, c)
