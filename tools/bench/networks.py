"""A training step of `hw0.networks` beside its own matrix products, PyTorch and scikit-learn.

    python -m tools.bench.networks [--threads 2] [--rounds 9] [--kernel Haswell]

PyTorch is no dependency of the project: run this with an interpreter that has it, NumPy and scikit-learn.  All routes
take turns in one process.

The matrix products decide, and how fast they are depends on the kernel that NumPy's OpenBLAS uses: by default the one
that it finds best for this processor, as PyTorch does, whatever the environment variables OPENBLAS_* say; --kernel asks
for another.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from tools.bench.table import Row

WIDE, DEEP, SMALL, MIDDLE = (3072, 100, 100, 10), (3072, 100, 100, 100, 100, 10), (64, 100, 100, 10), (784, 512, 512,
                                                                                                       10)
# threads: the sizes, rule, type and batch of a step, and the most of the time of each rival that it may take
LIMITS = {
    2: {
        (WIDE, "SGD", "float32", 100): {"torch": 0.75, "products": 1 / 0.85},
        (DEEP, "SGD", "float32", 100): {"torch": 0.75, "products": 1 / 0.85},
        (WIDE, "Adam", "float32", 100): {"fused": 0.95},
        (DEEP, "Adam", "float32", 100): {"fused": 0.95},
        (SMALL, "SGD", "float32", 100): {"torch": 0.40},
        (SMALL, "Adam", "float32", 100): {"torch": 0.40},
        (MIDDLE, "SGD", "float32", 100): {"torch": 0.88},
        (WIDE, "SGD", "float32", 200): {"products": 1 / 0.88},
        (WIDE, "SGD", "float64", 100): {"torch": 1},
        (WIDE, "Adam", "float64", 100): {"torch": 0.70},
    },
    1: {(WIDE, "SGD", "float32", 100): {"products": 1 / 0.92}, (DEEP, "SGD", "float32", 100): {"products": 1 / 0.92}},
}
DIGITS = {"torch": 0.28, "sklearn": 0.30}
TIE = 0.1  # figures of two threads wander by 5 to 20 percent from run to run
NAMES = {"products": "its matrix products", "torch": "PyTorch", "fused": "PyTorch's fused rule",
         "sklearn": "scikit-learn"}


def network_rows():
    """Yield each step's time relative to its rivals', and of training on digits; PyTorch's where installed."""
    for threads in LIMITS:
        command = [sys.executable, "-m", "tools.bench.networks", "--threads", str(threads), "--json"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"the bench of networks failed: {done.stderr.strip().splitlines()[-1]}")
        for what, rival, share, limit in map(json.loads, done.stdout.splitlines()):
            yield Row(f"{what}, relative to {NAMES[rival]}", share, "", limit, TIE if threads > 1 else 0.0)


def results(torch, threads, rounds):
    """Yield (what was measured, rival, {route: (median, minimum) in us}, limit or None) for one number of threads."""
    # NumPy is loaded after the environment is set
    from tools.bench.network_steps import interleaved, seconds_to_goal, steps_of

    for (sizes, rule, dtype, batch), limits in LIMITS[threads].items():
        found = interleaved(steps_of(torch, sizes, rule, dtype, batch), rounds)
        what = f"{'-'.join(map(str, sizes))} {rule} {dtype} {batch}, {threads} thread{'s' * (threads > 1)}"
        for rival in ("products", "torch", "fused"):
            if rival in found:
                yield what, rival, found, limits.get(rival)
    if threads > 1:
        times = seconds_to_goal(torch, 4 * rounds)
        found = {name: (1e6 * statistics.median(seconds), 1e6 * min(seconds)) for name, seconds in times.items()}
        for rival in (name for name in DIGITS if name in found):
            yield f"digits to 97 %, {threads} threads", rival, found, DIGITS[rival]


def main():
    """Print the measurements for the given number of threads: as sentences, or with --json the rows of `make bench`."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.networks", description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2, choices=list(LIMITS))
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--kernel", help="of OpenBLAS: Haswell, SkylakeX, ...; by default the one for this processor")
    parser.add_argument("--json", action="store_true", help="medians only, one row per line")
    options = parser.parse_args()
    for name in [name for name in os.environ if name.startswith("OPENBLAS_")]:
        del os.environ[name]
    os.environ["OPENBLAS_NUM_THREADS"] = str(options.threads)
    if options.kernel:
        os.environ["OPENBLAS_CORETYPE"] = options.kernel
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "code"))  # where the project is not installed
    torch = None
    if importlib.util.find_spec("torch"):
        import torch

        torch.set_num_threads(options.threads)
    for what, rival, found, limit in results(torch, options.threads, options.rounds):
        (median, low), (other, other_low) = found["ours"], found[rival]
        if options.json:
            print(json.dumps([what, rival, median / other, limit]), flush=True)
        else:
            asked = "" if limit is None else f", asked {limit:.2f}"
            print(f"{what:>52}: ours {median:5.0f} us (min {low:5.0f}), {NAMES[rival]} {other:5.0f} us (min "
                  f"{other_low:5.0f}): "
                  f"{median / other:.2f} (min {low / other_low:.2f}{asked})", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
