"""Compute the stored tables of chapters 5 and 6: `python tools/sweeps.py [NAME ...] [--workers N]`, by default all.

For more than one machine pass another executor to hw0.networks.sweeps.compute, such as that of a Dask cluster:

    with distributed.Client("scheduler:8786").get_executor() as executor:
        sweeps.save(sweep, sweeps.compute(sweep, executor))
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"        # before NumPy is loaded: one process per core, one thread per process

import argparse
import json
from concurrent.futures import ProcessPoolExecutor

from tqdm import tqdm

from hw0.networks import sweeps
from hw0.relu_elbow import fates


class Fates:
    """The map of fates of chapter 5, in the form of a sweep of chapter 6."""

    name, cells = "fates", staticmethod(fates.cells)


def make(sweep, executor, *, done):
    """Compute a table on the executor and store it; done is called after each cell."""
    if sweep is not Fates:
        sweeps.save(sweep, sweeps.compute(sweep, executor, done=done))
        return
    counts = []
    for cell in executor.map(fates.cell, *zip(*fates.cells(), strict=True)):
        counts.append(cell.tolist())
        done()
    about = {"about": "units by what became of them, over start, rate and width", "command": sweeps.COMMAND,
             "seeds": fates.SEEDS, "epochs": fates.EPOCHS, "counts": counts}
    fates.TABLE.write_text(json.dumps(about, separators=(",", ":")) + "\n", encoding="utf-8")


def main():
    """Compute and store the chosen sweeps."""
    known = {sweep.name: sweep for sweep in (Fates, *sweeps.SWEEPS)}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes (default: one per core)")
    options = parser.parse_args()
    if unknown := set(options.names) - set(known):
        parser.error(f"there is no sweep {', '.join(sorted(unknown))}; choose from {', '.join(known)}")
    with ProcessPoolExecutor(options.workers) as executor:
        for name in options.names or known:
            sweep = known[name]
            with tqdm(total=len(sweep.cells()), desc=name) as bar:
                make(sweep, executor, done=bar.update)


if __name__ == "__main__":
    main()
