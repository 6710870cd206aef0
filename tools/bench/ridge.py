"""`ridge.path` beside a loop of scikit-learn's Ridge, and `ridge.leave_one_out` beside its RidgeCV.

    python -m tools.bench.ridge 2000 200        # the measurements of one shape, as JSON

Times are medians of one interleaved run on two threads, relative to scikit-learn's; errors are relative to it, too.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import time
import warnings

from tools.bench.table import Row

LAMBDAS = 100
# shape: at most this share of scikit-learn's time for path, for path(method="gram") and for leave_one_out
LIMITS = {(2000, 200): (1 / 20, 1 / 50, 1 / 20), (20000, 100): (1 / 20, 1 / 50, 1 / 20),
          (200, 2000): (1 / 14, 1 / 50, 1 / 2)}
# relative errors below this are all the same, and so are those that rounding X to float64 alone would cause
ROUNDING = 1e-14
NAMES = ("path", 'path, method="gram"', "leave_one_out")


def ridge_rows():
    """Yield, for each shape, the times and errors relative to scikit-learn's and the share of LAPACK in ours."""
    for (n, d), limits in LIMITS.items():
        command = [sys.executable, "-m", "tools.bench.ridge", str(n), str(d)]
        done = subprocess.run(command, env=os.environ | {"OPENBLAS_NUM_THREADS": "2"}, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"the bench of ridge failed: {done.stderr.strip().splitlines()[-1]}")
        found = json.loads(done.stdout)
        for name, share, limit in zip(NAMES, found["shares"], limits, strict=True):
            yield Row(f"ridge.{name} {n, d}, relative to sklearn", share, "", limit)
        yield Row(f"ridge.path {n, d}, share of its factorisation", found["lapack"], "")
        yield Row(f"ridge.path {n, d}, worst error relative to sklearn", found["errors"][0], "", 1)
        yield Row(f'ridge.path, method="gram" {n, d}, the same', found["errors"][1], "", 10)
        yield Row(f"ridge.leave_one_out {n, d}, other choices of lambda", found["other_choices"], "", 0)


def measure(n, d):
    """Measurements of one shape: shares of scikit-learn's times and of LAPACK, worst errors, differing choices."""
    import numpy as np
    from sklearn.linear_model import Ridge, RidgeCV

    from hw0 import ridge

    rng = np.random.default_rng(0)
    X, lams = rng.normal(size=(n, d)), np.logspace(-3, 3, LAMBDAS)
    y = X @ rng.normal(size=d) + rng.normal(size=n)

    def loop(X=X, y=y, lams=lams):
        return np.stack([Ridge(alpha=lam, fit_intercept=False).fit(X, y).coef_ for lam in lams])

    def factorisation():
        if n >= d:
            np.linalg.svd(np.linalg.qr(np.column_stack([X, y]), mode="r")[:d, :d])
        else:
            np.linalg.svd(np.linalg.qr(X.T)[1])

    times = interleaved({
        "path": lambda: ridge.path(X, y, lams), "gram": lambda: ridge.path(X, y, lams, method="gram"), "loop": loop,
        "left out": lambda: ridge.leave_one_out(X, y, lams),
        "cv": lambda: RidgeCV(alphas=lams, fit_intercept=False).fit(X, y),
        "lapack": factorisation,
    })  # fmt: skip
    chosen = RidgeCV(alphas=lams, fit_intercept=False).fit(X, y).alpha_, ridge.leave_one_out(X, y, lams).lam
    return {
        "shares": [times["path"] / times["loop"], times["gram"] / times["loop"], times["left out"] / times["cv"]],
        "lapack": times["lapack"] / times["path"],
        "errors": worst_errors(n, d, loop),
        "other_choices": int(not np.isclose(*chosen)),
    }


def interleaved(routes, rounds=7):
    """Return each route's median time; they take turns in changing order (after the loop the cache is cold)."""
    times, order = {name: [] for name in routes}, random.Random(0)
    for route in routes.values():
        route()
    for _ in range(rounds):
        for name, route in order.sample(list(routes.items()), len(routes)):
            for _ in range(1 if name == "loop" else 3):
                started = time.perf_counter()
                route()
                times[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in times.items()}


def worst_errors(n, d, loop):
    """The worst errors of path and path(method="gram") relative to the loop's, up to condition 1e9, all lambdas."""
    import numpy as np

    from hw0 import ridge
    from tools.bench.truth import ridge_truth

    worst = [0.0, 0.0]
    for condition in (1e1, 1e5, 1e9):
        rng = np.random.default_rng(1)
        U, V = (np.linalg.qr(rng.normal(size=(size, min(n, d))))[0] for size in (n, d))
        X = (U * np.logspace(0, -np.log10(condition), min(n, d))) @ V.T
        y = X @ rng.normal(size=d) + 1e-3 * rng.normal(size=n)
        lams = np.logspace(-18, 2, 6)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # scikit-learn says that the matrix is ill-conditioned
            paths = [ridge.path(X, y, lams), ridge.path(X, y, lams, method="gram"), loop(X, y, lams)]
        truth = np.stack([ridge_truth(X, y, lam) for lam in lams])
        errors = [np.linalg.norm((path - truth).astype(float), axis=1) / np.linalg.norm(truth.astype(float), axis=1)
                  for path in paths]
        shifted = np.sqrt((1 + lams) / (condition**-2 + lams)) * np.finfo(float).eps
        for k in (0, 1):
            worst[k] = max(worst[k], float(np.max(errors[k] / np.maximum(errors[2], np.maximum(shifted, ROUNDING)))))
    return worst


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:3]))))
