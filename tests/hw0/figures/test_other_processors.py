"""A figure is the same bytes on every processor.

NumPy computes powers, logarithms and sums by other instructions where the processor has them, OpenBLAS products; the
last digits differ.  A table that a figure carries is therefore rounded, and a still picture decides nothing by them.
"""
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
ABLE = [name for name in __cpu_dispatch__ if __cpu_features__.get(name)]
OLDEST = {"NPY_DISABLE_CPU_FEATURES": " ".join(ABLE), "OPENBLAS_CORETYPE": "Nehalem"}


def digests(**processor):
    """{figure: digest of its HTML}, computed as on another processor."""
    own = {name: value for name, value in os.environ.items() if name not in OLDEST}
    done = subprocess.run([sys.executable, "-c", DIGESTS], env=own | processor, capture_output=True, text=True,
                          check=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(not ABLE, reason="this processor is the oldest that NumPy knows")
def test_every_figure_is_the_same_bytes_on_the_oldest_processor():
    here, there = digests(), digests(**OLDEST)
    assert len(here) >= 46
    assert [name for name in here if here[name] != there[name]] == []
