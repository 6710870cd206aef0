"""The examples in docstrings: where they stand, and what they may use without importing it."""

import doctest
import importlib
import pkgutil

import numpy as np

import livefig
import worksheet
from hw0 import checks

SHOWN = ("hw0.learning_goals", "hw0.vector_calculus", "hw0.least_squares", "hw0.ridge", "hw0.relu_elbow",
         "hw0.networks", "hw0.study_log", "hw0.datasets", "hw0.validation", "hw0.style", "hw0.checks", "livefig",
         "worksheet")


def modules():
    """Return the names of all modules whose public names have examples, the packages' own modules included."""
    found = []
    for name in SHOWN:
        parts = pkgutil.iter_modules(getattr(importlib.import_module(name), "__path__", ()), f"{name}.")
        found += [name, *(part.name for part in parts if not part.name.endswith("__main__"))]
    return found


def surroundings(name):
    """Return what the examples of a module may use: NumPy, the problems' packages, and what its own package exports.

    `fig` is a livefig.Figure with one panel, from 0 to 1.
    """
    problems = {each.rpartition(".")[2]: importlib.import_module(each) for each in SHOWN if each.startswith("hw0.")}
    module = importlib.import_module(name)
    exported = {each: getattr(package, each) for package in (checks, livefig, worksheet) for each in package.__all__}
    near = {part: value for part, value in vars(module).items() if not part.startswith("__")}
    fig = livefig.Figure("A test", name="test", xlim=(0, 1), ylim=(0, 1),
                         alt="Panel from 0 to 1 on both axes, for an example to draw in and to move.")
    return {"np": np, "fig": fig, **exported, **near, **problems, name.rpartition(".")[2]: module}


def examples(name):
    """Return the doctests of a module that have something to run, each with surroundings of its own."""
    found = [test for test in doctest.DocTestFinder().find(importlib.import_module(name), name) if test.examples]
    for test in found:
        test.globs = surroundings(name)
    return found
