"""The stored instances: where they come from, that nothing else is needed, and that they see what they should."""

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from hw0.checks import PARTS, check
from hw0.checks.compare import same
from hw0.checks.judge import Judge, constant_answer, expected_value
from hw0.checks.pool import expected_of, instance_of
from hw0.checks.registry import EXERCISES, HOMEWORK, IDS, PROBLEMS
from hw0.checks.returned import Fault, caller, quiet
from tests.extent import some
from tests.hw0.checks.pools.candidates import candidates
from tests.hw0.checks.pools.making import DRAWN, KEPT, kinds_of, ordered, written
from tests.hw0.checks.pools.sampling import sample

PROBLEM_OF = {part: PROBLEMS[part[0]] for part in IDS}
STALE = 1e-11  # of the size of a value: another processor rounds in another way, far below what check allows
HUNTED = 40  # instances of a case that no pool was made from


def key(instance):
    return tuple((np.shape(value), np.asarray(value).tobytes()) for value in instance.values())


@cache
def known():
    return candidates()


@cache
def hunted(part):
    """Instances of all cases that other random numbers give, readable and wide ones, each with what is asked for."""
    found = [{name: v[name] for name in PARTS[part].names} for kind in kinds_of(PROBLEM_OF[part])[part]
             for strategy in (kind.readable, kind.wide) if strategy is not None
             for v in sample(strategy, HUNTED, seed=6)]
    with quiet():
        return [(v, expected_value(PARTS[part], v)) for v in found]


def judge_of(part, answer):
    if part.constant and not callable(answer):
        return Judge(part, constant_answer(part, answer))
    call_answer = caller(answer, part.names)
    return None if isinstance(call_answer, Fault) else Judge(part, call_answer)


def refuting(part, answer):
    """An instance of the hunt that refutes the answer by more than rounding, or None: on data that nobody stored a
    right way of computing may lose a digit more than rtol allows."""
    judge = judge_of(replace(part, rtol=1e-7), answer)
    with quiet():
        return next((v for v, expected in hunted(part.id) if not judge.trial(v, expected).right), None)


def test_the_ids_are_those_of_the_parts():
    problems = PROBLEMS.values()
    found = {part.id: problem for problem in problems for part in import_module(f"hw0.checks.{problem}").PARTS}
    assert found == PROBLEM_OF
    assert {one.id for problem in problems for one in import_module(f"hw0.checks.{problem}.exercises").PARTS} == set(
        EXERCISES
    )
    assert set(IDS) == {*HOMEWORK, *EXERCISES} == set(PARTS)


@pytest.mark.parametrize("part", IDS)
def test_no_instance_is_stored_twice_and_nobody_can_change_one(part):
    for case in PARTS[part].cases:
        assert len({key(v) for v in case.instances}) == len(case.instances) >= 1
        for value in (value for v in case.instances for value in v.values() if isinstance(value, np.ndarray)):
            assert not value.flags.writeable


def test_an_answer_is_tried_on_dozens_or_hundreds_of_instances():
    tried = [sum(len(case.instances) for case in part.cases) for part in PARTS.values()]
    assert 20 <= min(tried) <= max(tried) <= 400        # as the page on what checks the book says


@pytest.mark.parametrize("part", ["2a", "3.descent", "4b", "5a.i", "5b.ii", "6.momentum"])
def test_a_pool_is_made_from_its_kinds(part):
    for case, kind in zip(PARTS[part].cases, kinds_of(PROBLEM_OF[part])[part], strict=True):
        stored = {key(v) for v in case.instances}
        drawn = [*kind.traps, *sample(kind.readable, DRAWN)]
        assert {key({name: v[name] for name in PARTS[part].names}) for v in kind.traps} <= stored
        assert [key(v) for v in ordered(PARTS[part], drawn, case.instances)] == [key(v) for v in case.instances]
        assert (sum(key({name: v[name] for name in PARTS[part].names}) in stored for v in drawn)
                >= min(KEPT, len(stored)) // 3)


@pytest.mark.parametrize("problem", PROBLEMS.values())
def test_a_pool_is_written_as_it_is_read(problem):
    module = import_module(f"hw0.checks.{problem}")
    pools = {part.id: (part.names, [list(zip(case.instances, case.expected, strict=True)) for case in part.cases])
             for part in module.PARTS}
    stored = (Path(module.__file__).parent / "pool.json").read_text()
    assert json.loads(written(pools)) == json.loads(stored)


def stale(part):
    """The stored instances of a Part at which its reference gives something else than what is stored."""
    with quiet():
        return [v for case in part.cases for v, stored in zip(case.instances, case.expected, strict=True)
                if not same(expected_value(part, v), stored, STALE)]


@pytest.mark.parametrize("part", IDS)
def test_what_is_stored_as_asked_for_is_what_the_reference_gives(part):
    """After a change of a reference: `python -m tests.hw0.checks.pools` writes it anew."""
    assert not stale(PARTS[part])


def test_a_changed_reference_makes_the_pool_stale():
    assert stale(replace(PARTS["4b"], reference=lambda s, lam: s / (s**2 + lam) * (1 + 1e-9)))
    assert stale(replace(PARTS["5b.iii"], reference=lambda **given: "left"))
    assert stale(replace(PARTS["5c"], reference=lambda W1, b: np.nan_to_num(PARTS["5c"].reference(W1, b))))


def test_a_stored_instance_has_floats_whole_numbers_and_arrays():
    row = [[[1, 2.5]], [0, 1], 1, 3, {"tuple": [2, [None, 1]]}]
    v = instance_of(("X", "labels", "lam", "steps"), ("array", "ints", "float", "int"), row)
    assert (v["X"].dtype, v["labels"].dtype, type(v["lam"]), type(v["steps"])) == (float, int, float, int)
    assert v["X"].shape == (1, 2)
    number, array = expected_of(row)
    assert type(number) is float and array.dtype == float and np.isnan(array[0])
    assert [expected_of([one]) for one in ("left", True, 2)] == ["left", True, 2.0] and np.isnan(expected_of([None]))


SCRIPT = """
import sys, numpy
before = set(sys.modules)
import hw0.checks
print(*sorted(set(sys.modules) - before))
assert hw0.checks.check("4b", lambda s, lam: s / (s**2 + lam))
print(sorted(name for name in sys.modules if name.split(".")[0] in ("hypothesis", "matplotlib", "scipy")))
print("hw0.checks.networks" in sys.modules)
"""


def test_a_check_needs_numpy_alone_and_the_problem_that_is_asked():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    loaded, *later = done.stdout.splitlines()
    assert later == ["[]", "False"], done.stderr
    # what makes `import hw0.checks` cheap beside NumPy's own import, some 10 ms to 130
    own = {"compare", "judge", "part", "registry", "returned", "show", "verdict"}
    assert set(loaded.split()) <= {"hw0", "hw0.checks", *(f"hw0.checks.{name}" for name in own), "dataclasses", "copy"}


# A hunt for an instance takes half a minute for some parts: here a sample, with EVERYTHING=1 all of them.
TRIED = some(IDS, (*IDS[:38:12], "5b.i", "5.shift"))


@pytest.mark.parametrize("part", TRIED)
def test_the_hunt_refutes_nothing_that_the_pool_accepts(part):
    """What it finds belongs into the pool: run `python -m tests.hw0.checks.pools`, or widen the kinds."""
    found = {}
    for one in known():
        if one.part == part and judge_of(PARTS[part], one.answer) and check(part, one.answer):
            instance = refuting(PARTS[part], one.answer)
            if instance is not None:
                found[one.what] = instance
    assert not found
