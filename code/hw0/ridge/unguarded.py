"""The five routes as their formulas stand, without asking for the rank, to see what floating point makes of them.

On paper all of them come closer and closer to X^+ y as lambda falls, whatever the rank of X (4h).  In floating
point the zeros among the singular values are rounding errors, and lambda divides those: the distance from X^+ y is a V
over lambda.  `python -m hw0.ridge.unguarded` measures it and stores the table that the figure of chapter 4 shows, since
the part of a V that is made of rounding is another one on every machine.
"""
import json
from pathlib import Path

import numpy as np

from hw0.least_squares import min_norm_solution

TABLE = Path(__file__).with_name("tables") / "unguarded.json"
LAMS = np.array([float(f"{10.0 ** (k / 2):.3g}") for k in range(4, -33, -1)])


def example():
    """X (20, 6) of rank 3, and y (20,), which its columns do not reach.

    >>> X, y = unguarded.example()
    >>> print(X.shape, y.shape, np.linalg.matrix_rank(X))
    (20, 6) (20,) 3
    """
    draw = np.random.default_rng(20).normal
    return draw(size=(20, 3)) @ draw(size=(3, 6)), draw(size=20)


def _normal_equations(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def _svd(X, y, lam):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt.T @ (s / (s**2 + lam) * (U.T @ y))


def _map(X, y, lam):
    return np.linalg.solve(X.T @ X / lam + np.eye(X.shape[1]), X.T @ y / lam)


def _fake_data(X, y, lam):
    d = X.shape[1]
    return np.linalg.lstsq(np.vstack([X, np.sqrt(lam) * np.eye(d)]), np.append(y, np.zeros(d)), rcond=None)[0]


def _fake_features(X, y, lam):
    return np.linalg.lstsq(np.hstack([X, np.sqrt(lam) * np.eye(len(X))]), y, rcond=None)[0][:X.shape[1]]


ROUTES = {"normal equations": _normal_equations, "SVD": _svd, "MAP": _map, "fake data": _fake_data,
          "fake features": _fake_features}


def distances():
    """(5, 37): how far each of ROUTES ends from X^+ y, relative to its length, at each of LAMS.

    >>> found = unguarded.distances()
    >>> print(found[:, 4].round(2))                                     # lambda = 1
    [0.01 0.01 0.01 0.01 0.01]
    >>> print(np.min(found[:, 32]) > 0.1)                               # lambda = 1e-14
    True
    """
    X, y = example()
    limit = min_norm_solution(X, y)
    return np.array([[np.linalg.norm(route(X, y, lam) - limit) for lam in LAMS] for route in ROUTES.values()]
                    ) / np.linalg.norm(limit)


def on_paper():
    """(37,): the same distance in exact arithmetic, sqrt(sum of (lambda / (sigma^2 + lambda))^2 z^2) / |z| over the
    positive singular values, z being the coordinates of X^+ y.

    >>> print(np.all(np.diff(unguarded.on_paper()) < 0))
    True
    """
    X, y = example()
    U, s, _ = np.linalg.svd(X, full_matrices=False)
    s, z = s[:3], (U.T @ y)[:3] / s[:3]
    return np.linalg.norm(LAMS[:, None] / (s**2 + LAMS[:, None]) * z, axis=1) / np.linalg.norm(z)


def stored():
    """(5, 37): the distances as they were stored, to two decimals of their logarithm.

    >>> unguarded.stored().shape
    (5, 37)
    """
    return 10.0 ** np.array(json.loads(TABLE.read_text(encoding="utf-8"))["log10"])


def store():
    """Write TABLE, with the command that makes it.

    >>> print(callable(unguarded.store))
    True
    """
    about = {"about": "log10 of the relative distance from X^+ y, a row for each route, for falling lambda",
             "command": "python -m hw0.ridge.unguarded", "routes": list(ROUTES), "lam": LAMS.tolist(),
             "log10": np.round(np.log10(distances()), 2).tolist()}
    TABLE.write_text(json.dumps(about) + "\n", encoding="utf-8")


if __name__ == "__main__":
    store()
