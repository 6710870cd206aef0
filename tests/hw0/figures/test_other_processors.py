"""A figure is the same bytes on every processor.

NumPy computes powers, logarithms and sums by other instructions where the processor has them, OpenBLAS products; the
last digits differ.  A table that a figure carries is therefore rounded, and a still picture decides nothing by them.
"""
import functools
import json
import os
import subprocess
import sys

import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

PROBLEMS = "learning_goals", "vector_calculus", "least_squares", "ridge", "relu_elbow", "networks", "study_log"
DIGESTS = f"""
import hashlib, importlib, json
found = {{}}
for problem in {PROBLEMS!r}:
    for figure in importlib.import_module("hw0.figures." + problem).FIGURES:
        found[problem + "." + figure.__name__] = hashlib.sha256(figure().html().encode()).hexdigest()
print(json.dumps(found))
"""
ABLE = [name for name in __cpu_dispatch__ if __cpu_features__.get(name)]     # the oldest first
WIDE = [name for name in ABLE if "512" in name or name == "X86_V4"]
OLDER = {"all but vectors of 512 bits": (WIDE, "Haswell"), "what every processor has": (ABLE, "Nehalem")}


@functools.cache
def digests(without=(), core=""):
    """{figure: digest of its HTML} on a processor without these features, with OpenBLAS' routines for this core."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("NPY_", "OPENBLAS_CORE"))}
    other = {"NPY_DISABLE_CPU_FEATURES": " ".join(without)} if without else {}
    other |= {"OPENBLAS_CORETYPE": core} if core else {}
    done = subprocess.run([sys.executable, "-c", DIGESTS], env=own | other, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("older", [name for name, (without, _) in OLDER.items() if without])
def test_every_figure_is_the_same_bytes_on_an_older_processor(older):
    without, core = OLDER[older]
    here, there = digests(), digests(tuple(without), core)
    assert len(here) >= 46
    assert [name for name in here if here[name] != there[name]] == []
