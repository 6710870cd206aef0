"""Print every measurement beside its limit; with --strict a limit that is not kept is an error."""

import argparse
import itertools
import os
import sys

from tools.bench.builds import build_rows, check_rows, notebook_rows
from tools.bench.least_squares import least_squares_rows
from tools.bench.networks import network_rows
from tools.bench.pages import chapter_rows
from tools.bench.ridge import ridge_rows
from tools.bench.table import line

parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
parser.add_argument("--strict", action="store_true", help="exit with an error if a limit is not kept")
strict = parser.parse_args().strict

busy, cores = os.getloadavg()[0], os.cpu_count()
if busy > cores / 2:
    print(f"This machine is busy (load {busy:.1f} on {cores} cores): times are longer than they would be.")

exceeded = 0
try:
    groups = (build_rows(), chapter_rows(), notebook_rows(), check_rows(), least_squares_rows(), ridge_rows(),
              network_rows())
    for row in itertools.chain(*groups):
        print(line(row), flush=True)
        exceeded += not row.kept
except RuntimeError as error:
    sys.exit(str(error))
if exceeded:
    print(f"{exceeded} of the limits not kept.")
sys.exit(1 if exceeded and strict else 0)
