"""A name means the same and stands in the same order in all public functions of the seven problems."""

import inspect
import itertools
import pkgutil
from collections import defaultdict
from importlib import import_module

import pytest

STEMS = ("learning_goals", "vector_calculus", "least_squares", "ridge", "relu_elbow", "networks", "study_log")
KNOBS = {"rng", "rtol", "method", "intercept", "momentum", "decay", "leak"}
# default_rtol(shape, rtol) is about rtol; chapter 6 calls overfitting.run(depth, scale, lr) and, of trainability,
# least_rate(scale, depth)
KNOWN_KNOBS, KNOWN_ORDERS = {"default_rtol"}, {("depth", "scale")}


def functions():
    """Yield the public functions of the modules of the problems."""
    for stem in STEMS:
        package = import_module(f"hw0.{stem}")
        for found in pkgutil.iter_modules(package.__path__):
            module = import_module(f"hw0.{stem}.{found.name}")
            for name, value in vars(module).items():
                if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_"):
                    yield value


def orders(found):
    """Return {(name, other): functions} for all pairs of positional arguments, in their order."""
    seen = defaultdict(list)
    for function in found:
        names = [p.name for p in inspect.signature(function).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
        for pair in itertools.combinations(names, 2):
            seen[pair].append(function.__qualname__)
    return seen


def contradicted(found):
    """Return the pairs of arguments that two functions take in opposite orders."""
    seen = orders(found)
    return {tuple(sorted(pair)) for pair in seen if pair[::-1] in seen}


def positional_knobs(found):
    """Return the functions that take a knob by its place, where it may be taken for data."""
    return {function.__name__ for function in found for p in inspect.signature(function).parameters.values()
            if p.name in KNOBS and p.kind is not p.KEYWORD_ONLY}


def test_arguments_stand_in_one_order():
    assert len(list(functions())) > 150
    assert contradicted(functions()) == KNOWN_ORDERS


def test_knobs_are_given_by_name():
    assert positional_knobs(functions()) == KNOWN_KNOBS


def of_the_first_round(X, y, w, rng=None):
    """What least_squares.objective once was, with a knob by its place."""


@pytest.mark.parametrize("rule, kept", [(contradicted, KNOWN_ORDERS), (positional_knobs, KNOWN_KNOBS)])
def test_a_signature_against_the_others_is_noticed(rule, kept):
    assert rule([*functions(), of_the_first_round]) > kept
