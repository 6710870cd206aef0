"""Compute the stored tables of chapters 5 and 6: `python tools/sweeps.py [NAME ...] [--workers N]`, by default all.

For more than one machine pass another executor to hw0.networks.sweeps.compute, such as that of a Dask cluster:

    with distributed.Client("scheduler:8786").get_executor() as executor:
        sweeps.save(sweep, sweeps.compute(sweep, executor))
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"        # before NumPy is loaded: one process per core, one thread per process

import argparse
from concurrent.futures import ProcessPoolExecutor

from tqdm import tqdm

from hw0.networks import sweeps
from hw0.relu_elbow import fates

FATES = sweeps.Sweep(fates.TABLE.stem, f"units of {fates.SEEDS} runs of {fates.EPOCHS} epochs, by what became of them",
                     {"start": tuple(fates.STARTS), "lr": fates.RATES, "h": fates.WIDTHS}, fates.cell)
FOLDERS = {FATES.name: fates.TABLE.parent}      # of tables that are not chapter 6's


def main():
    """Compute and store the chosen sweeps."""
    known = {sweep.name: sweep for sweep in (FATES, *sweeps.SWEEPS)}
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
                table = sweeps.compute(sweep, executor, done=bar.update)
                sweeps.save(sweep, table, FOLDERS.get(name, sweeps.FOLDER))


if __name__ == "__main__":
    main()
