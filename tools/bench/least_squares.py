"""`min_norm_solution` beside `np.linalg.lstsq`: ratios of medians of interleaved runs, on two threads."""

import os
import subprocess
import sys

from tools.bench.table import Row

LIMITS = {(1000, 50): 1.0, (50, 1000): 1.0, (5000, 500): 1.3}
MEASURE = """
import statistics, sys, time
import numpy as np
from hw0.least_squares import min_norm_solution
n, d = map(int, sys.argv[1:])
rng = np.random.default_rng(0)
X, y = rng.normal(size=(n, d)), rng.normal(size=n)
tall = np.asfortranarray(X if n > d else X.T)
routes = {"ours": lambda: min_norm_solution(X, y), "lstsq": lambda: np.linalg.lstsq(X, y, rcond=None),
          "triangle": lambda: np.linalg.qr(tall, mode="r")}
times = {name: [] for name in routes}
for _ in range(400 if X.size < 1e6 else 15):
    for name, route in routes.items():
        started = time.perf_counter()
        route()
        times[name].append(time.perf_counter() - started)
ours, lstsq, triangle = (statistics.median(times[name]) for name in ("ours", "lstsq", "triangle"))
print(ours / lstsq, triangle / ours)
"""


def least_squares_rows():
    """Yield each shape's time relative to `np.linalg.lstsq`, and the share of the triangle's own LAPACK call."""
    for shape, limit in LIMITS.items():
        command = [sys.executable, "-c", MEASURE, *map(str, shape)]
        environment = os.environ | {"OPENBLAS_NUM_THREADS": "2"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        ratio, share = map(float, done.stdout.split())
        yield Row(f"min_norm_solution {shape}, relative to lstsq", ratio, "", limit)
        yield Row(f"min_norm_solution {shape}, share of its QR", share, "")
